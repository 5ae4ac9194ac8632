"""Documents that try to steer the terminal, and texts that are not as wide as they are long."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from policestats_tui.app.cells import cells, columns_that_fit, cut, fit, fit_tail, head, one_line, tail, visible, wrap
from policestats_tui.app.guard import AsciiMarks, Guard, OneCell, ambiguous
from policestats_tui.engine.cells import width
from policestats_tui.engine.safe import harmless
from tests.app.conftest import Drive, Driven

BLACK = Color(0, 0, 0)
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
MIXED = st.text(st.sampled_from("ab 1,.。，抓获犯罪（）“”…—\u202e\x1b\x07\n\t\u200d❤\ufe0f👨é"), max_size=60)


class TestCells:
    @given(MIXED, st.integers(0, 40))
    def test_cutting_never_takes_too_many_cells(self, text: str, width: int) -> None:
        text = one_line(text)
        assert cells(cut(text, width)) <= width
        assert cells(head(text, width)) <= width
        assert cells(tail(text, width)) <= width
        assert text.startswith(head(text, width))
        assert text.endswith(tail(text, width))

    @given(MIXED, st.integers(1, 40))
    def test_fitting_takes_exactly_as_many(self, text: str, width: int) -> None:
        text = one_line(text)
        for fitted in (fit(text, width), fit(text, width, "right"), fit_tail(text, width)):
            assert cells(fitted) == width

    @given(MIXED)
    def test_cells_are_counted_as_the_framework_counts_them(self, text: str) -> None:
        assert cells(one_line(text)) == cell_len(one_line(text))

    def test_rich_and_the_engine_agree_on_all_but_flags_and_skin_tones(self) -> None:
        assigned = (char for char in map(chr, range(0x20, 0x110000)) if unicodedata.category(char) not in ("Cn", "Cs"))
        unlike = {char for char in assigned if harmless(char) == char and cells(char) != width(char)}
        flags, tones = map(chr, range(0x1F1E6, 0x1F200)), map(chr, range(0x1F3FB, 0x1F400))
        assert unlike <= {*flags, *tones}

    @given(MIXED)
    def test_showing_keeps_length_and_lines(self, text: str) -> None:
        shown = visible(text)
        assert len(shown) == len(text)
        assert shown.count("\n") == text.count("\n")
        assert not UNSAFE.search(shown)

    @given(MIXED, st.integers(2, 30))
    def test_wrapping_loses_nothing_and_fits(self, text: str, width: int) -> None:
        text = visible(text)
        lines = list(wrap(text, 0, len(text), width))
        assert all(cells(text[start:end].rstrip(" ")) <= width for start, end in lines)
        joined = "".join(text[start:end] for start, end in lines)
        assert joined == text.replace("\n", "")

    def test_lines_do_not_begin_with_closing_punctuation(self) -> None:
        text = "全市破获案件，抓获嫌疑人"
        assert [text[start:end] for start, end in wrap(text, 0, len(text), 12)] == ["全市破获案", "件，抓获嫌疑", "人"]

    def test_numbers_stay_with_their_measure_word(self) -> None:
        text = "破获案件125起"
        assert [text[start:end] for start, end in wrap(text, 0, len(text), 11)] == ["破获案件", "125起"]

    def test_a_long_line_takes_no_time_to_speak_of(self) -> None:
        text = "抓" * 1_000_000
        assert sum(1 for _ in wrap(text, 0, len(text), 80)) == 25_000

    def test_at_least_one_column(self) -> None:
        assert columns_that_fit([50, 5], 0, 10, 1) == 1
        assert columns_that_fit([5, 4, 3], 0, 10, 1) == 2


class TestGuard:
    @given(st.text(max_size=80))
    def test_nothing_unsafe_passes(self, text: str) -> None:
        passed = "".join(segment.text for segment in Guard().apply([Segment(text)], BLACK))
        assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", passed)

    @given(st.text(st.characters(min_codepoint=32, max_codepoint=0xFFFF, exclude_categories=["Cs", "Cc", "Cf"])))
    def test_one_cell_leaves_no_sign_of_unsure_width(self, text: str) -> None:
        narrow = "".join(segment.text for segment in OneCell().apply([Segment(text)], BLACK))
        assert not any(map(ambiguous, narrow))
        assert len(narrow) == len(text)

    def test_ascii_marks_leave_words_alone(self) -> None:
        segments = AsciiMarks().apply([Segment("─▸ 抓获 “é” ✓ █")], BLACK)
        assert "".join(segment.text for segment in segments) == '-> 抓获 "é" v #'


async def visit_everything(user: Driven) -> list[str]:
    """Go through every screen; return what was on them."""
    shown = []
    for key in (
        "g",
        "d",
        "end",
        "enter",
        "enter",
        "w",
        "escape",
        "S",
        "end",
        "enter",
        "A",
        "/",
        *"Bo",
        "enter",
        "enter",
    ):
        await user.press("slash" if key == "/" else key)
        shown.append(user.text)
    return shown


class TestHostileDocuments:
    @pytest.mark.parametrize("size", [(60, 20), (120, 40)])
    async def test_they_are_shown_and_do_nothing(self, drive: Drive, size: tuple[int, int]) -> None:
        async with drive(size=size) as user:
            shown = await visit_everything(user)
            assert any("[@click=app.quit]Wen Bo[/x]" in text for text in shown)
            assert any("[bold]hostile[/].md" in text for text in shown)
            assert not any(UNSAFE.search(text) for text in shown)
            assert user.app.is_running

    async def test_copies_are_harmless_too(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"stopped", "enter", "c")
            assert len(user.sent) == 1
            assert user.sent[0].count("\x1b") == 1
