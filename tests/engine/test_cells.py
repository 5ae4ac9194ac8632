"""Text is measured, cut and padded in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.cells import cut, cut_left, head, pad, pad_left, tail, width

_TEXTS = st.text(st.sampled_from("ab灯笼。é\u0301…“①ﾊ한 "))


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("ab", 2), ("灯笼", 4), ("a灯", 3), ("e\u0301", 1), ("ﾊ", 1), ("…", 1)]
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_a_wide_character_is_never_halved() -> None:
    assert head("灯笼", 3) == "灯"
    assert tail("灯笼", 3) == "笼"
    assert cut("灯笼会", 4) == "灯…"
    assert cut_left("灯笼会", 4) == "…会"
    assert pad("灯笼会", 4) == "灯… "
    assert pad_left("灯笼会", 4) == " …会"
    assert tail("ae\u0301", 1) == "e\u0301"


@given(_TEXTS, st.integers(0, 12))
def test_padded_text_has_the_width_asked_for(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == width(pad_left(text, cells)) == cells


@given(_TEXTS, st.integers(0, 12))
def test_cut_text_fits_and_is_the_text_where_it_fits(text: str, cells: int) -> None:
    for short in (cut(text, cells), cut_left(text, cells)):
        assert width(short) <= cells
        assert (short == text) == (width(text) <= cells)
    assert text.startswith(head(text, cells))
    assert text.endswith(tail(text, cells))
