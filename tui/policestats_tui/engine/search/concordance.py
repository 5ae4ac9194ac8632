"""Concordance lines: each match between what stands left and right of it, lined up by cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from policestats_tui.engine import cells
from policestats_tui.engine.model import Hit, Match
from policestats_tui.engine.safe import one_line
from policestats_tui.engine.search.analysis import fold, forms

Sort = Literal["reading", "left", "right"]

_LEFT_SHARE = 0.4
_COMPARED = 200
_NAME_CELLS = 24
_NARROWEST = 20
PRINTED_CELLS = 120
"""Width of printed lines where no terminal says another."""
_REACH = 4
"""How many characters of a passage are looked at for each cell: enough for spaces and marks that take none."""


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One match. `left` ends and `right` begins at it; together the three take the width asked for."""

    left: str
    match: str
    right: str
    hit: Hit
    lit: Match


def lines(hits: Iterable[Hit], width: int, sort: Sort = "reading") -> list[ConcordanceLine]:
    """Return a line of `width` cells for each match of each hit; a hit without a match gives its beginning.

    All matches begin in one column. `left` and `right` sort by the words next to the match, nearest first. Line breaks
    and control characters are made harmless, and what is cut has an ellipsis.
    """
    made = [_line(hit, match, width) for hit in hits for match in hit.matches or (Match(hit.start, hit.start, ""),)]
    if sort == "reading":
        return made
    return sorted(made, key=_left_words if sort == "left" else _right_words)


def printed(hits: Iterable[Hit], width: int = PRINTED_CELLS) -> Iterator[str]:
    """Yield a line of `width` cells for each match, below each other, the document before it; signs mark the match."""
    room = max(width - _NAME_CELLS - len("  ▌▐"), _NARROWEST)
    for hit in hits:
        name = cells.pad(one_line(hit.doc), _NAME_CELLS)
        for line in lines([hit], room):
            yield f"{name}  {line.left}▌{line.match}▐{line.right}".rstrip()


def _line(hit: Hit, match: Match, width: int) -> ConcordanceLine:
    start, end = match.start - hit.start, match.end - hit.start
    reach = _REACH * max(width, 1)
    left_cells = int(width * _LEFT_SHARE) if match.end > match.start else 0
    left = cells.pad_left(one_line(hit.text[max(start - reach, 0) : start]), left_cells)
    shown = cells.cut(one_line(hit.text[start : min(end, start + reach)]), width - left_cells)
    right = cells.pad(one_line(hit.text[end : end + reach]), width - left_cells - cells.width(shown))
    return ConcordanceLine(left, shown, right, hit, match)


def _right_words(line: ConcordanceLine) -> list[str]:
    behind = line.lit.end - line.hit.start
    return forms(fold(line.hit.text[behind : behind + _COMPARED]))


def _left_words(line: ConcordanceLine) -> list[str]:
    before = line.lit.start - line.hit.start
    return forms(fold(line.hit.text[max(before - _COMPARED, 0) : before]))[::-1]
