"""Every command by key, by the palette, and by the mouse; and what can be clicked, turned and dragged besides."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from policestats_tui.app.commands import Command
from policestats_tui.app.screens.base import DeskScreen
from policestats_tui.app.screens.browse import BrowseScreen
from policestats_tui.app.screens.checks import ChecksScreen
from policestats_tui.app.screens.help import HelpScreen
from policestats_tui.app.screens.search import SearchScreen
from policestats_tui.app.screens.speakers import SpeakersScreen
from policestats_tui.app.widgets.campaign_tree import CampaignTree
from policestats_tui.app.widgets.choice_list import ChoiceList
from policestats_tui.app.widgets.metric_table import MetricTable
from policestats_tui.app.widgets.source_view import SourceView
from tests.app.conftest import Drive, Driven

OPENING: dict[type[DeskScreen], tuple[str, ...]] = {
    BrowseScreen: ("enter",),
    SearchScreen: ("slash", "抓", "获", "enter"),
    SpeakersScreen: ("S",),
    ChecksScreen: ("A",),
}


async def wheel(user: Driven, widget: Widget, *, down: bool = True) -> None:
    """Turn the wheel over a widget by one notch."""
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    at = widget.region.offset
    event = kind(widget, 1, 1, 0, 1 if down else -1, 0, False, False, False, at.x + 1, at.y + 1)
    widget.post_message(event)
    await user.rest()


async def click(user: Driven, words: str, times: int = 1, *, within: Region | None = None) -> None:
    """Click on the first place of the screen where words stand, or of a region of it."""
    region = within or user.app.screen.region
    lines = [line.ljust(region.right)[region.x : region.right] for line in user.lines[region.y : region.bottom]]
    y = next(at for at, line in enumerate(lines) if words in line)
    before = lines[y][: lines[y].index(words)]
    # Cells, not characters: a line may begin with Chinese.
    x = sum(2 if "\u2e80" <= char <= "\uffef" else 1 for char in before)
    await user.pilot.click(offset=(region.x + x, region.y + y), times=times)
    await user.rest()


@contextmanager
def heard(user: Driven, kind: type[DeskScreen]) -> Iterator[list[type[Command]]]:
    """Note the commands that reach the screen of a kind, and keep them from being obeyed."""
    screen = next(screen for screen in user.app.screen_stack if isinstance(screen, kind))
    asked: list[type[Command]] = []
    post = screen.post_message

    def listen(message: Message) -> bool:
        if isinstance(message, Command):
            asked.append(type(message))
            return True
        return post(message)

    async def opened(command: type[Command]) -> None:
        asked.append(command)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screen, "post_message", listen)
        patch.setattr(screen, "open_field", opened)
        yield asked


async def open_help(user: Driven) -> None:
    """Open the help by a click on the bottom line."""
    await click(user, "? help", within=user.app.screen.query_one("#keys").region)
    assert isinstance(user.app.screen, HelpScreen)


async def click_line(user: Driven, words: str) -> None:
    """Turn the wheel until a line of the help is in sight, and click it."""
    lines = user.app.screen.query_one(ChoiceList)
    for _ in range(60):
        if words in user.text:
            break
        await wheel(user, lines)
    await click(user, words, within=lines.region)


class TestEveryCommand:
    """By key, palette and mouse, whichever screen it is on."""

    @pytest.mark.parametrize("kind", OPENING)
    async def test_by_key(self, drive: Drive, kind: type[DeskScreen]) -> None:
        async with drive(size=(100, 30)) as user:
            await user.press(*OPENING[kind])
            for command in kind.ACTIONS:
                for key in command.keys.split(","):
                    with heard(user, kind) as asked:
                        await user.press(key if len(key) > 1 else _character_to_key(key))
                    assert asked == [command]

    @pytest.mark.parametrize("kind", OPENING)
    async def test_by_the_palette(self, drive: Drive, kind: type[DeskScreen]) -> None:
        async with drive(size=(100, 30)) as user:
            await user.press(*OPENING[kind])
            for command in kind.ACTIONS:
                await user.press("ctrl+p")
                with heard(user, kind) as asked:
                    words = f"{command.label.en} {' '.join(command.help.en.split()[:3])}"
                    user.app.screen.query_one("#typed", Input).value = words
                    await user.rest()
                    await user.press("enter")
                assert asked == [command]

    @pytest.mark.parametrize("kind", OPENING)
    async def test_by_the_mouse(self, drive: Drive, kind: type[DeskScreen]) -> None:
        async with drive(size=(100, 30)) as user:
            await user.press(*OPENING[kind])
            for command in kind.ACTIONS:
                await open_help(user)
                with heard(user, kind) as asked:
                    await click_line(user, command.help.en)
                assert asked == [command]

    @pytest.mark.parametrize("kind", OPENING)
    async def test_those_of_the_bottom_line(self, drive: Drive, kind: type[DeskScreen]) -> None:
        async with drive(size=(120, 40)) as user:
            await user.press(*OPENING[kind])
            bar = user.app.screen.query_one("#keys").region
            for command in kind.ACTIONS:
                if command.footer:
                    with heard(user, kind) as asked:
                        await click(user, f"{command.keys.split(',')[0]} {command.label.en}", within=bar)
                    assert asked == [command]


class TestHeads:
    async def test_a_click_on_a_head_of_the_list_sorts_and_a_second_turns_round(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "v", "v")
            table = user.app.screen.query_one(MetricTable)
            await click(user, " figure ", within=table.region)
            assert table.cell(0, 1) == "25"
            assert "figure ↑" in user.text
            await click(user, "figure ↑", within=table.region)
            assert table.cell(0, 1) == "≈360 million yuan"
            assert "figure ↓" in user.text
            assert "sorted by value" in user.lines[0]

    async def test_a_click_on_a_head_of_the_pivot_goes_to_the_column(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            table = user.app.screen.query_one(MetricTable)
            await click(user, "No.2", within=table.region)
            assert table.column == 3
            assert table.has_focus


class TestTree:
    async def test_a_click_on_the_arrow_closes_and_opens(self, drive: Drive) -> None:
        async with drive() as user:
            tree = user.app.screen.query_one(CampaignTree)
            lines = tree.count
            await click(user, "▾ Lighthouse 2031", within=tree.region)
            assert tree.count == lines - 3
            await click(user, "▸ Lighthouse 2031", within=tree.region)
            assert tree.count == lines

    async def test_a_double_click_goes_into_the_table(self, drive: Drive) -> None:
        async with drive() as user:
            tree = user.app.screen.query_one(CampaignTree)
            await click(user, "Lighthouse 2031", 2, within=tree.region)
            assert user.app.screen.query_one(MetricTable).has_focus


class TestWheel:
    async def test_reading_goes_on_where_the_wheel_left_it(self, drive: Drive) -> None:
        async with drive(size=(80, 20)) as user:
            await user.press("down", "enter", "enter", "home")
            source = user.app.screen.query_one(SourceView)
            for _ in range(3):
                await wheel(user, source)
            at = source.first
            assert at > 1
            await user.press("down")
            assert source.first == at + 1

    async def test_it_moves_the_tables_rows(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample, size=(80, 20)) as user:
            await user.press("enter", "v", "v")
            table = user.app.screen.query_one(MetricTable)
            await wheel(user, table)
            assert table.first > 0
            await wheel(user, table, down=False)
            assert table.first == 0


class TestWindows:
    async def test_a_click_chooses_in_a_menu(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("g")
            await click(user, "r region", within=user.app.screen.query_one(ChoiceList).region)
            assert "Regions" in user.lines[0]

    @pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "g", "e", "M"])
    async def test_a_click_beside_a_window_or_on_its_edge_closes_it(self, drive: Drive, key: str) -> None:
        async with drive() as user:
            await user.press(key)
            await user.pilot.click(offset=(1, 1))
            await user.rest()
            assert isinstance(user.app.screen, BrowseScreen)
            await user.press(key)
            await click(user, "Esc closes")
            assert isinstance(user.app.screen, BrowseScreen)
