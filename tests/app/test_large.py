"""Long tables, replaced files, and clicks."""

import shutil
from pathlib import Path

from policestats_tui.app.widgets.campaign_tree import CampaignTree
from policestats_tui.app.widgets.metric_table import MetricTable
from policestats_tui.app.widgets.source_view import SourceView
from tests.app.conftest import Drive
from tests.app.sample import build_sample


class TestReload:
    async def test_a_replaced_file_is_noticed_and_read_anew(self, drive: Drive, sample: Path, tmp_path: Path) -> None:
        file = shutil.copy(sample, tmp_path / "mine.duckdb")
        async with drive(file) as user:
            user.app.watch_file()
            assert "replaced" not in user.notice
            build_sample(tmp_path / "new.duckdb", copies=1).replace(file)
            user.app.watch_file()
            assert user.notice == "the database was replaced: R reads it anew"
            await user.press("R")
            await user.until(lambda: "Lighthouse 2030" in user.text)


class TestMouse:
    async def test_a_click_chooses_a_cell_and_a_second_opens_it(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            y = next(at for at, line in enumerate(user.lines) if "suspects arrested" in line)
            x = user.lines[y].index("300")
            await user.pilot.click(offset=(x + 1, y))
            await user.rest()
            table = user.app.screen.query_one(MetricTable)
            assert table.cell(table.cursor, table.column) == "300"
            await user.pilot.click(offset=(x + 1, y), times=2)
            await user.rest()
            assert user.app.screen.query_one("#source").has_focus

    async def test_a_click_in_the_tree(self, drive: Drive) -> None:
        async with drive() as user:
            y = next(at for at, line in enumerate(user.lines) if "No.2" in line)
            await user.pilot.click(offset=(8, y))
            await user.rest()
            assert "No.2 灯塔2号" in user.lines[0]
            node = user.app.screen.query_one(CampaignTree).node
            assert node is not None
            assert node.id == "lighthouse-2031/no-2"


class TestCursor:
    async def test_moving_inside_the_page_draws_two_lines(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample, size=(80, 24)) as user:
            await user.press("enter", "v", "v", "down")
            table = user.app.screen.query_one(MetricTable)
            drawn: list[int] = []
            draw = table.render_line
            table.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign,func-returns-value]
            await user.press("down")
            assert sorted(set(drawn)) == [2, 3]

    async def test_scrolling_draws_what_comes_into_view(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample, size=(80, 24)) as user:
            await user.press("enter", "v", "v")
            table = user.app.screen.query_one(MetricTable)
            await user.press(*["down"] * table.page)
            drawn: list[int] = []
            draw = table.render_line
            table.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign,func-returns-value]
            await user.press("down")
            assert sorted(set(drawn)) == [table.page - 1, table.page]

    async def test_a_new_title_draws_no_row(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample, size=(80, 24)) as user:
            await user.press("enter", "v", "v", "down")
            table = user.app.screen.query_one(MetricTable)
            drawn: list[int] = []
            draw = table.render_line
            table.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign,func-returns-value]
            table.call("another title")
            await user.rest()
            assert "another title" in user.text
            assert drawn == []

    async def test_an_empty_pane_says_something_else_at_once(self, drive: Drive) -> None:
        async with drive() as user:
            source = user.app.screen.query_one(SourceView)
            source.say("nothing to read")
            await user.rest()
            assert "nothing to read" in user.text
            source.empty = "nothing at all"
            await user.rest()
            assert "nothing at all" in user.text

    async def test_table_and_source_are_drawn_together(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample, size=(120, 40)) as user:
            await user.press("enter", "v", "v", "down")
            repaints: list[str] = []
            user.app.post_display_hook = lambda: repaints.append(user.text)  # type: ignore[method-assign]
            before = user.text
            await user.press("down")
            first = next(shown for shown in repaints if shown != before)
            assert first == user.text

    async def test_paging_stays_inside(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample, size=(80, 24)) as user:
            await user.press("enter", "v", "v", "pageup")
            table = user.app.screen.query_one(MetricTable)
            assert table.cursor == 0
            await user.press("end", "pagedown")
            assert table.cursor == table.count - 1
