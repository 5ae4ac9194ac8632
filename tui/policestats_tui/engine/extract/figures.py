"""Finds every figure of a text and says what was counted and what was done to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policestats_tui.engine.extract.quantities import Quantity, find_quantities
from policestats_tui.engine.extract.readings import Memory, read_sentence
from policestats_tui.engine.extract.rejections import is_candidate, quoted_names
from policestats_tui.engine.extract.tables import Row, table_rows
from policestats_tui.engine.extract.terms import MeasureWords, mask, measuring
from policestats_tui.engine.extract.wraps import join_lines
from policestats_tui.engine.model import Measured, Passage, Why

__all__ = ["MeasureWords", "find_measured", "in_local_money"]


_LOCAL_MONEY = {"hong-kong": "HKD", "macao": "MOP", "taiwan": "TWD"}
_FINAL = "。.!?;:…”\"')》|"
_WRAPPED = 24
"""No shorter line is broken off by hand: it is an entry of a list."""
_BREAKDOWN = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.,]{1,2}\s?)?(?:[从按][㐀-鿿]{1,8}(?:看|分|划分|统计)|其中)"
)
"""A line that tells the parts of what the line before counted: `(2)从类型看,…`."""
_BARE_MONEY = re.compile(r"\$[^a-z]*|[^a-z$]*(?:million|billion|[万亿])? ?元", re.IGNORECASE)


def in_local_money(measured: Measured, text: str, region: str | None) -> Measured:
    """Return the figure in the publisher's own currency where only 元 or $ is written (`1,450万元` in Hong Kong)."""
    currency = _LOCAL_MONEY.get(region or "")
    written = text[measured.start : measured.end]
    if currency is None or measured.unit not in ("CNY", "USD") or not _BARE_MONEY.fullmatch(written):
        return measured
    return replace(measured, unit=currency)


def find_measured(text: str, passages: Sequence[Passage], words: MeasureWords) -> list[Measured]:
    """Return the figures of `text` in reading order, without overlaps.

    The cost is linear in the length of the text: every rule looks at a window of bounded width around a number.

    Args:
        text: The document's text after `characters.simplify`.
        passages: The document's sentences in reading order; text outside them is not read.
        words: The words of a lexicon.
    """
    joined = join_lines(text, passages)
    if joined is not None:
        return joined.restored(_find(joined.text, joined.passages, words))
    return _find(text, passages, words)


def _find(text: str, passages: Sequence[Passage], words: MeasureWords) -> list[Measured]:
    rows = list(table_rows(text, passages))
    told = {row.start for row in rows}
    candidates = [one for one in _candidates(text, passages, words) if one[0].start not in told]
    masked = mask(text, (one for _, quantities in candidates for one in quantities))
    found: list[Measured] = []
    memory, before, listing = Memory(), None, False
    for _, group in groupby(candidates, key=lambda pair: pair[0].paragraph):
        paragraph = list(group)
        first = paragraph[0][0]
        listing = before is not None and _is_entry(text, before, first, listing)
        if listing or (before is not None and _broken_off(text, before, first)):
            memory.begun = memory.verb
        elif memory.levels and memory.levels[-1].action != "other" and _BREAKDOWN.match(text, first.start, first.end):
            memory.begun = memory.levels[-1].action
        else:
            memory = Memory()
        for passage, quantities in paragraph:
            one = measuring(text, masked, passage.start, passage.end, quantities, words)
            found += read_sentence(one, words, memory)
        before = paragraph[-1][0]
    tabled = [one for row in rows for one in _read_row(row, words)]
    return sorted(found + tabled, key=lambda one: one.start) if tabled else found


def _read_row(row: Row, words: MeasureWords) -> list[Measured]:
    """Return the figures of a table's row, each at its cell; the column's title has decided what is counted."""
    cells = {cell.place: cell for cell in row.cells}
    found = find_quantities(row.told, 0, len(row.told), words.units)
    quantities = [one for one in found if one.start in cells]
    masked = mask(row.told, quantities)
    told = read_sentence(measuring(row.told, masked, 0, len(row.told), quantities, words), words, Memory())
    return [
        replace(
            one,
            start=cell.start,
            end=cell.end,
            refers_to=cells[one.refers_to].start if one.refers_to in cells else None,
            why=(Why("object", *cell.title), Why("action", *cell.title)),
        )
        for one in told
        if (cell := cells.get(one.start)) is not None
    ]


def _is_entry(text: str, before: Passage, line: Passage, listing: bool) -> bool:
    """Tell whether a line is an entry of a list that a colon opened, in the line before or, `listing`, further up."""
    if text[before.end : line.start].strip(" \u3000") != "\n":
        return False
    return text[before.end - 1] == ":" or (listing and line.end - line.start < _WRAPPED)


def _broken_off(text: str, before: Passage, line: Passage) -> bool:
    """Tell whether the line before was broken off by hand in the middle of its sentence."""
    if text[before.end : line.start].strip(" \u3000") != "\n" or text[before.end - 1] in _FINAL:
        return False
    return before.end - before.start >= _WRAPPED and not text[line.start].isupper()


def _candidates(
    text: str, passages: Sequence[Passage], words: MeasureWords
) -> Iterator[tuple[Passage, Sequence[Quantity]]]:
    """Yield the passages that hold quantities which may be figures, with those."""
    paragraph = -1
    for passage in passages:
        opens, paragraph = passage.paragraph != paragraph, passage.paragraph
        quantities = find_quantities(text, passage.start, passage.end, words.units)
        if not quantities:
            continue
        zones = quoted_names(text, passage.start, passage.end)
        kept = [one for one in quantities if is_candidate(text, one, passage, zones, opens)]
        if kept:
            yield passage, kept
