"""Text that reaches a terminal can move nothing there."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.safe import harmless, one_line

ATTACKS = [
    "\x1b[2J\x1b[H",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]0;title\x1b\\",
    "\x9b31m",
    "a\rb",
    "a\bb",
    "\u202egnp.exe",
    "\u2066isolate\u2069",
    "zero\u200bwidth\ufeff",
    "line\u2028separator",
    "👮\u200d♂",
    "soft\u00adhyphen",
    "\U000e0041\U000e007f",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_known_attacks_become_symbols(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in shown)


@pytest.mark.parametrize("selector", ["\ufe00", "\ufe0f", "\U000e0100"])
def test_variation_selectors_become_symbols(selector: str) -> None:
    assert harmless("葛" + selector) == "葛\ufffd"


@given(st.text())
def test_nothing_that_controls_is_left_and_offsets_stay(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in shown)
    assert not any(unicodedata.bidirectional(char) in BIDI_CONTROLS for char in shown)


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize("text", ["抓获1,591名", "café “quoted” – dash…", "Ordos · 鄂尔多斯", "👮"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert one_line(text) == text


def test_line_ends_and_tabs_become_a_space() -> None:
    assert one_line("a\r\n\tb\n\nc") == "a b c"
