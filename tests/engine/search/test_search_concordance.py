"""Concordance lines: one a match, lined up by cells, harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.cells import width
from policestats_tui.engine.model import Hit, Match
from policestats_tui.engine.search.concordance import lines


def hit(text: str, *words: str, start: int = 100) -> Hit:
    """Return a hit that lights the first place of each word, in a passage that begins at `start`."""
    matches = tuple(Match(start + text.index(word), start + text.index(word) + len(word), word) for word in words)
    return Hit(0, 0, "one.txt", "zh", start, start + len(text), text, matches)


def test_one_line_a_match_with_the_match_in_its_column() -> None:
    found = lines([hit("公安机关抓获嫌疑人三名", "抓获", "嫌疑"), hit("Police arrested two men today", "arrested")], 30)
    assert [line.match for line in found] == ["抓获", "嫌疑", "arrested"]
    assert [line.left for line in found] == ["    公安机关", "公安机关抓获", "     Police "]
    assert found[0].right == "嫌疑人三名    "
    assert found[0].lit.form == "抓获"


def test_context_that_is_cut_has_an_ellipsis() -> None:
    line = lines([hit("一二三四五六七八九抓获一二三四五六七八九", "抓获")], 20)[0]
    assert (line.left, line.match, line.right) == (" …七八九", "抓获", "一二三… ")


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5, 8, 20, 60, 200])
def test_every_line_has_the_width_asked_for(size: int) -> None:
    hits = [hit("公安机关抓获嫌疑人", "抓获"), hit("a" * 500 + "X" * 300 + "b" * 500, "X" * 300), hit("灯", "灯")]
    for line in lines(hits, size):
        assert width(line.left + line.match + line.right) == size


def test_what_could_harm_a_terminal_is_shown_as_symbols() -> None:
    line = lines([hit("a\x1b]52;c;eA==\x07\n\u202eb\r抓获\n\tc\x9b", "抓获")], 60)[0]
    shown = line.left + line.match + line.right
    assert shown.isprintable()
    assert width(shown) == 60


def test_a_match_over_a_line_break_is_one_line() -> None:
    assert lines([hit("缉\n毒", "缉\n毒")], 20)[0].match == "缉 毒"


def test_a_hit_without_a_match_shows_its_beginning() -> None:
    line = lines([hit("公安机关")], 12)[0]
    assert (line.left, line.match, line.right) == ("", "", "公安机关    ")


def test_sorting_by_context_looks_at_the_nearest_word_first() -> None:
    hits = [hit("a z KEY b x", "KEY"), hit("b a KEY c a", "KEY"), hit("c z KEY b a", "KEY"), hit("赵甲KEY王", "KEY")]
    assert [line.hit.text[0] for line in lines(hits, 40, "left")] == ["b", "a", "c", "赵"]
    assert [line.hit.text[0] for line in lines(hits, 40, "right")] == ["c", "a", "b", "赵"]
    assert [line.hit.text[0] for line in lines(hits, 40)] == ["a", "b", "c", "赵"]


@given(st.text(st.sampled_from("灯笼 a\u0301\n\x1b。…")), st.text(st.sampled_from("灯 x\t")), st.integers(0, 50))
def test_any_context_at_any_width(context: str, behind: str, size: int) -> None:
    text = f"{context}抓获{behind}"
    for sort in ("reading", "left", "right"):
        line = lines([hit(text, "抓获")], size, sort)[0]
        assert width(line.left + line.match + line.right) == size
        assert (line.left + line.match + line.right).isprintable() or size == 0
