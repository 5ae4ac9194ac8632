"""Every word in both languages; commands, keys and help that cannot drift apart."""

import re
import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from policestats_tui.app import commands, strings
from policestats_tui.app.app import Explorer
from policestats_tui.app.cells import cells
from policestats_tui.app.commands import MOTIONS, NEXT_PANE, PREVIOUS_PANE, Command
from policestats_tui.app.manner import Manner
from policestats_tui.app.screens.base import DeskScreen
from policestats_tui.app.screens.browse import BrowseScreen
from policestats_tui.app.screens.checks import ChecksScreen
from policestats_tui.app.screens.search import SearchScreen
from policestats_tui.app.screens.speakers import SpeakersScreen
from policestats_tui.app.strings import Phrase
from tests.app.conftest import Drive
from tests.app.keys_page import PAGE, page

SCREENS: tuple[type[DeskScreen], ...] = (BrowseScreen, SearchScreen, SpeakersScreen, ChecksScreen)
EVERY = tuple(Command.__subclasses__())
_SAME = {"✓", "Σ", "…"}


def phrases() -> list[tuple[str, Phrase]]:
    found: list[tuple[str, Phrase]] = []
    for name, value in vars(strings).items():
        if isinstance(value, Phrase):
            found.append((name, value))
        elif isinstance(value, dict):
            found += [(f"{name}.{key}", each) for key, each in value.items() if isinstance(each, Phrase)]
    for command in EVERY:
        found += [(f"{command.__name__}.label", command.label), (f"{command.__name__}.help", command.help)]
    found += [(motion.name, motion.help) for motion in (*MOTIONS, NEXT_PANE, PREVIOUS_PANE)]
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


class TestPhrases:
    def test_there_are_some(self) -> None:
        assert len(phrases()) > 150

    @pytest.mark.parametrize(("name", "phrase"), phrases(), ids=[name for name, _ in phrases()])
    def test_both_languages_with_the_same_fields(self, name: str, phrase: Phrase) -> None:
        assert phrase.en
        assert phrase.zh
        assert fields(phrase.en) == fields(phrase.zh)
        if name == "SwitchLanguage.label":
            return
        assert not re.search("[\u4e00-\u9fff]", phrase.en)
        if phrase.en not in _SAME and fields(phrase.en) != {"reason"} and "config" not in phrase.en:
            assert re.search("[\u4e00-\u9fff]", phrase.zh)

    def test_every_phrase_is_said_somewhere(self) -> None:
        source = "".join(path.read_text() for path in Path(strings.__file__).parent.rglob("*.py"))
        names = [name for name, value in vars(strings).items() if isinstance(value, Phrase | dict) and name.isupper()]
        assert [name for name in names if len(re.findall(rf"\b{name}\b", source)) < 2] == []

    def test_one_and_many(self) -> None:
        assert strings.FIGURES.counted("en", 1) == "1 figure"
        assert strings.FIGURES.counted("en", 1234) == "1,234 figures"
        assert strings.FIGURES.counted("zh", 2) == "2个数字"


class TestCommands:
    @pytest.mark.parametrize("screen", SCREENS)
    def test_no_key_means_two_things(self, screen: type[DeskScreen]) -> None:
        keys = [key for command in screen.ACTIONS for key in command.keys.split(",")]
        assert len(keys) == len(set(keys))

    @pytest.mark.parametrize("screen", SCREENS)
    def test_every_command_of_a_screen_is_answered(self, screen: type[DeskScreen]) -> None:
        answered = {
            message
            for kind in (*screen.__mro__, *Explorer.__mro__)
            for message in vars(kind).get("_decorated_handlers", {})
        }
        assert [command for command in screen.ACTIONS if command not in answered] == []

    def test_multiplexers_keep_their_keys(self) -> None:
        keys = {key for command in EVERY for key in command.keys.split(",")}
        keys |= {key for motion in MOTIONS for key in motion.keys.split(",")}
        assert keys.isdisjoint({"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+q"})

    @pytest.mark.parametrize("screen", SCREENS)
    def test_nothing_is_left_of_the_frameworks_own_keys(self, screen: type[DeskScreen]) -> None:
        own = {key for command in screen.ACTIONS for key in command.keys.split(",")} | {"tab", "shift+tab", "enter"}
        bound = {key for key, _ in screen._merge_bindings()}
        assert bound == {key if len(key) > 1 else _character_to_key(key) for key in own}

    @pytest.mark.parametrize("screen", SCREENS)
    async def test_help_and_palette_show_every_command(self, drive: Drive, screen: type[DeskScreen]) -> None:
        opening = {
            BrowseScreen: (),
            SearchScreen: ("slash", "x", "enter"),
            SpeakersScreen: ("S",),
            ChecksScreen: ("A",),
        }
        async with drive(size=(160, 90)) as user:
            await user.press(*opening[screen], "question_mark")
            shown = user.text
            for command in screen.ACTIONS:
                assert command.help.en in shown
            await user.press("escape", "ctrl+p")
            shown = user.text
            for command in screen.ACTIONS:
                assert command.help.en in shown

    @pytest.mark.parametrize("command", EVERY)
    def test_help_fits_a_window_of_eighty_columns(self, command: type[Command]) -> None:
        assert max(cells(command.help.en), cells(command.help.zh)) <= 80 - 2 - 2 - 10

    async def test_the_palette_does_what_is_typed(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("ctrl+p", *"speakers", "enter")
            assert isinstance(user.app.screen, SpeakersScreen)

    async def test_the_line_of_keys_can_be_clicked(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            x = user.lines[-1].index("? help")
            await user.pilot.click("#keys", offset=(x + 2, 0))
            await user.rest()
            assert "Who spoke, in which office" in user.text

    def test_names(self) -> None:
        assert commands.CopyTable.name() == "copy-table"
        assert len(commands.names()) == len(EVERY) + len(MOTIONS) + 2

    def test_keys_that_people_can_read(self) -> None:
        for command in EVERY:
            shown = commands.shown_keys(command.name(), command.keys, {})
            assert all(len(key) == 1 or key[0].isupper() for key in shown)
        assert _character_to_key("/") == "slash"


class TestLanguage:
    async def test_one_key_changes_everything(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "L")
            for words in ("专项行动", "灯塔2031 Lighthouse 2031", "指标", "破获刑事案件", "合计", "检索", "发布"):
                assert words in user.text
            await user.press("L")
            assert "Campaigns" in user.text

    async def test_chinese_from_the_start_and_everywhere(self, drive: Drive) -> None:
        async with drive(manner=Manner("zh")) as user:
            assert "专项行动" in user.text
            await user.press("A")
            assert "不符" in user.text
            assert "相差5" in user.text
            await user.press("S")
            assert "发言人" in user.text
            await user.press("question_mark")
            assert "说明当前窗格并显示按键" in user.text


class TestPage:
    def test_the_page_of_keys_is_what_the_commands_say(self) -> None:
        assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.app.keys_page"
