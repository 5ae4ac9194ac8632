"""The first screen, driven by keys."""

from pathlib import Path

import pytest
from textual.events import Key

from policestats_tui.app.screens.panes import PANES, Pane, neighbour, panes_shown
from policestats_tui.app.widgets.metric_table import MetricTable
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.build.builder import build
from tests.app.conftest import Drive


class TestPanes:
    @pytest.mark.parametrize("focus", PANES)
    @pytest.mark.parametrize("alone", [True, False])
    def test_the_pane_in_focus_is_always_on_screen(self, focus: Pane, alone: bool) -> None:
        for width in (1, 59, 60, 80, 120, 300):
            for height in (1, 20, 24, 40, 100):
                assert focus in panes_shown(width, height, focus, alone=alone)

    def test_sizes(self) -> None:
        assert panes_shown(120, 40, "tree", alone=False) == set(PANES)
        assert panes_shown(80, 24, "tree", alone=False) == {"tree", "table"}
        assert panes_shown(80, 24, "source", alone=False) == {"table", "source"}
        assert panes_shown(60, 20, "table", alone=False) == {"table"}
        assert panes_shown(120, 40, "table", alone=True) == {"table"}

    def test_panes_go_round(self) -> None:
        assert neighbour("source", 1) == "tree"
        assert neighbour("tree", -1) == "source"

    async def test_zoom_and_back(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "z")
            assert not user.app.screen.query_one("#tree").display
            await user.press("z")
            assert user.app.screen.query_one("#tree").display

    async def test_tab_reaches_a_pane_that_was_not_on_screen(self, drive: Drive) -> None:
        async with drive(size=(60, 20)) as user:
            for pane in ("table", "source", "tree"):
                await user.press("tab")
                assert user.app.screen.query_one(f"#{pane}").has_focus
                assert user.app.screen.query_one(f"#{pane}").display

    async def test_growing_brings_the_panes_back(self, drive: Drive) -> None:
        async with drive(size=(60, 20)) as user:
            await user.pilot.resize_terminal(120, 40)
            await user.rest()
            assert "Source" in user.text
            assert "Campaigns" in user.text


class TestTreeTableSource:
    async def test_the_pivot_adds_up_the_parts_and_marks_what_does_not(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            assert "Lighthouse 2031 灯塔2031" in user.text
            cases = next(line for line in user.lines if "criminal cases" in line)
            assert cases[34:].split()[3:] == ["125", "25", "30", "180", "180", "✓"]
            suspects = next(line for line in user.lines if "suspects" in line and "412" in line)
            assert suspects[34:].split()[2:] == ["300", "52", "65", "417", "412", "✗"]

    async def test_the_source_follows_the_cursor_of_the_table(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("right")
            assert "▌125▐" in user.text
            await user.press("right")
            assert "▌25▐" in user.text
            await user.press("left", "left")
            assert user.app.screen.query_one(MetricTable).column == 0

    async def test_the_first_values_are_in_sight_and_units_stand_still(self, drive: Drive) -> None:
        async with drive(size=(80, 24)) as user:
            await user.press("down", "enter")
            money = next(line for line in user.lines if "money" in line)
            assert "210" in money
            await user.press(*["right"] * 5)
            assert user.app.screen.query_one(MetricTable).column == 6
            assert "million ¥" in next(line for line in user.lines if "money" in line)

    async def test_enter_stands_in_the_sentence(self, drive: Drive) -> None:
        async with drive(size=(80, 24)) as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("enter")
            assert user.app.screen.query_one(SourceView).has_focus
            assert "▌180▐" in user.text
            assert "Zhou Ming, statement" in user.text

    async def test_escape_leads_out_pane_by_pane(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "enter", "escape")
            assert user.app.screen.query_one(MetricTable).has_focus
            await user.press("escape", "escape")
            assert user.app.screen.query_one("#tree").has_focus

    async def test_closing_and_opening_a_branch(self, drive: Drive) -> None:
        async with drive() as user:
            assert "No.1" in "\n".join(line[:34] for line in user.lines)
            await user.press("down", "left")
            assert "No.1" not in "\n".join(line[:34] for line in user.lines)
            await user.press("l")
            assert "No.1" in "\n".join(line[:34] for line in user.lines)

    async def test_other_language_shows_the_same_claim(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("o")
            assert "▌180起▐" in user.text
            assert "lingang-2031.zh.md" in user.text

    async def test_why_names_the_words(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("w")
            assert "campaign: Lighthouse 2031" in user.text
            assert "← “2031”" in user.text

    async def test_next_figure_of_the_document(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("enter", "n")
            assert "▌412▐" in user.text
            await user.press("N", "N")
            assert "▌24,000▐" in user.text


class TestTable:
    async def test_the_list_and_back(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "v", "v")
            assert "telecom fraud cases (change)" in user.text
            assert "≥24,000" in user.text
            await user.press("v")
            assert "campaign" in user.lines[0]

    async def test_a_leaf_shows_its_list_at_once(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "down")
            assert "3 figures" in user.lines[0]
            assert "210 million yuan" in user.text

    async def test_what_has_no_campaign_has_one_column(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("end", "enter")
            assert "(no campaign) (无专项行动) · 1 figure" in user.text
            table = user.app.screen.query_one(MetricTable)
            assert [column.title for column in table._columns] == ["measure", "unit", "(no campaign)"]

    async def test_one_story_alone_is_a_list_at_once(self, drive: Drive, tmp_path: Path) -> None:
        (tmp_path / "one.txt").write_text("Lingang police said on 3 May 2031 that they had arrested 17 suspects.\n")
        build([tmp_path / "one.txt"], tmp_path / "one.duckdb", jobs=1)
        async with drive(tmp_path / "one.duckdb") as user:
            assert "17" in user.app.screen.query_one(MetricTable).cell(0, 1)
            await user.press("enter", "v")
            assert "no numbers to draw here" in user.text

    async def test_a_document_without_figures_says_so(self, drive: Drive, tmp_path: Path) -> None:
        (tmp_path / "quiet.md").write_text("# Words only\n\nNothing was counted.\n")
        build([tmp_path / "quiet.md"], tmp_path / "quiet.duckdb", jobs=1)
        async with drive(tmp_path / "quiet.duckdb", waiting=False) as user:
            assert "no figures: these documents state none" in user.text
            await user.press("g", "d", "enter")
            assert "this document states no figure" in user.text

    async def test_filter_as_you_type(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "v", "v", "f", *"dissuad")
            assert "“dissuad” · 3 figures" in user.lines[1]
            await user.press("enter")
            assert user.app.screen.query_one(MetricTable).has_focus
            await user.press("f", "escape")
            assert "15 figures" in user.lines[0]

    async def test_a_letter_right_behind_enter_is_a_command(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "v", "v")
            for key in ("f", *"dissuad", "enter", "Y"):
                user.app.post_message(Key(key, key if len(key) == 1 else None))
            await user.until(lambda: len(user.sent) == 1)
            assert "“dissuad” · 3 figures" in user.lines[1]

    async def test_a_filter_that_lets_nothing_through_says_so(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "v", "v", "f", *"xyzzy")
            assert "no figures match “xyzzy”" in user.text

    async def test_sort_by_value_and_round(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "s", "v", "s", "v")
            first = next(line for line in user.lines if "yuan" in line)
            assert "≈360 million yuan" in first

    async def test_group_the_pivot_by_document(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "g", "d")
            assert "document" in user.lines[0]
            assert "lingang-2031.…" in user.text or "lingang-2031.en" in user.text

    async def test_regroup_the_tree(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("g", "s")
            assert "Speakers" in user.lines[0]
            assert "Zhou Ming" in user.text

    async def test_g_twice_goes_to_the_top(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("enter", "v", "v", "G")
            assert user.app.screen.query_one(MetricTable).cursor == 14
            await user.press("g", "g")
            assert user.app.screen.query_one(MetricTable).cursor == 0

    async def test_columns_can_be_hidden(self, drive: Drive) -> None:
        async with drive(size=(200, 40)) as user:
            await user.press("enter", "v", "v")
            assert "region" in user.text
            await user.press("C", "3")
            assert "region" not in user.text

    async def test_bars(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "v")
            assert "█" in user.text
            one, two = (next(line for line in user.lines if name in line[34:]) for name in ("No.1", "No.2"))
            assert one.count("█") > two.count("█") > 0
            before = next(line for line in user.lines if "← " in line)
            await user.press("right")
            assert next(line for line in user.lines if "← " in line) != before

    async def test_rows_come_as_they_come_into_view(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample) as user:
            await user.press("enter", "v", "v")
            table = user.app.screen.query_one(MetricTable)
            assert table.count > 500
            await user.press("end")
            assert table.cursor == table.count - 1
            assert "…" not in user.lines[15][34:40]
            assert table.cell(table.cursor, 0)
            assert len(table._pages) <= 3
