"""The screens of checks and of speakers, driven by keys; and what every screen says of itself."""

from policestats_tui.app.cells import cells, cut_inside
from policestats_tui.app.screens.browse import BrowseScreen
from policestats_tui.app.screens.checks import ChecksScreen
from policestats_tui.app.widgets.sheet import Sheet
from policestats_tui.app.widgets.source_view import SourceView
from tests.app.conftest import Drive


class TestChecks:
    async def test_failures_come_first_and_are_counted(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("A")
            assert "1 does not add up" in user.lines[0]
            assert user.lines[1].startswith(" ✗ does not add up")

    async def test_the_field_narrows_them_by_words_of_their_figures(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("A")
            every = user.app.screen.query_one("#checks", Sheet).count
            await user.press("f", *"money")
            assert "“money”" in user.lines[1]
            assert 0 < user.app.screen.query_one("#checks", Sheet).count < every
            await user.press("escape")
            assert user.app.screen.query_one("#checks", Sheet).count == every

    async def test_a_field_that_lets_nothing_through_leaves_no_pane_unexplained(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("A", "f", *"xyzzy")
            for words in (
                "no relation has figures with “xyzzy”",
                "the figures of a relation",
                "their sentences appear",
            ):
                assert words in user.text

    async def test_where_one_sentence_fits_it_is_that_of_the_figure_under_the_cursor(self, drive: Drive) -> None:
        async with drive(size=(80, 24)) as user:
            await user.press("A", "enter")
            view = user.app.screen.query_one("#second", SourceView)
            seen = [view.lit]
            await user.press("down")
            seen.append(view.lit)
            assert isinstance(user.app.screen, ChecksScreen)
            assert seen == [(row.start, row.end) for row in user.app.screen._figures[:2]]
            assert not user.app.screen.query_one("#first").display


class TestSpeakers:
    async def test_a_narrow_pane_gives_its_room_to_the_words(self, drive: Drive) -> None:
        async with drive(size=(80, 24)) as user:
            await user.press("S")
            assert "2031-05-20 statement" not in user.text
        async with drive(size=(160, 40)) as user:
            await user.press("S")
            assert "2031-05-20 statement" in user.text

    async def test_a_sentence_is_lit_quietly_with_its_figures(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("S", "down", "enter", "enter")
            source = user.app.screen.query_one(SourceView)
            assert source.lit is not None
            names = {name for row in range(source.count) for _, name in source.pieces(row, 80)}
            assert {"passage", "figure"} <= names
            assert "lit" not in names


class TestBottomLine:
    async def test_the_way_to_help_stays_beside_a_notice(self, drive: Drive) -> None:
        async with drive(size=(80, 24)) as user:
            assert "3 documents" in user.lines[-1]
            assert user.lines[-1].endswith("? help  q quit")

    async def test_a_long_notice_has_the_line_for_itself(self, drive: Drive) -> None:
        async with drive(size=(60, 20)) as user:
            await user.press("down", "enter", "x")
            assert "? help" not in user.text


class TestHelp:
    async def test_it_speaks_of_the_pane_in_focus_and_its_signs(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("question_mark")
            assert "The tree: series" in user.text
            assert "a branch that is closed, or open" in user.text
            await user.press("escape", "enter", "question_mark")
            assert "The table: measures down" in user.text
            assert "the document says about, at least, at most" in user.text

    async def test_nothing_is_cut_in_a_small_window(self, drive: Drive) -> None:
        async with drive(size=(60, 200)) as user:
            await user.press("question_mark")
            shown = "".join(user.text.split())
            assert "…" not in user.text
            for command in BrowseScreen.ACTIONS:
                assert all(word in shown for word in command.help.en.split())

    async def test_a_line_runs_its_command(self, drive: Drive) -> None:
        async with drive(size=(120, 60)) as user:
            await user.press("question_mark")
            at = next(at for at, line in enumerate(user.lines) if "Who spoke, in which office" in line)
            first = next(at for at, line in enumerate(user.lines) if "The tree: series" in line)
            await user.press(*["down"] * (at - first), "enter")
            assert "Speakers · figures" in user.lines[0]

    async def test_a_line_that_is_there_to_be_read_does_nothing(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("question_mark", "enter")
            assert "The tree: series" in user.text


class TestNames:
    def test_a_name_that_is_cut_keeps_its_last_word(self) -> None:
        assert cut_inside("Hundred-Day Action 2022", 15) == "Hundred-Da…2022"
        assert cut_inside("打击整治养老诈骗专项行动2022", 15) == "打击整治养…2022"

    def test_a_last_word_that_is_long_is_cut(self) -> None:
        assert cut_inside("a " + "b" * 40, 15) == "a bbbbbbbbbbbb…"

    def test_what_fits_is_left_alone(self) -> None:
        assert cut_inside("Kunlun 2020", 11) == "Kunlun 2020"
        assert all(cells(cut_inside("昆仑 行动 2020", width)) <= width for width in range(16))
