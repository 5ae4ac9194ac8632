"""Text measured in terminal cells as Rich, which draws it, measures them: a Chinese character takes two.

`engine.cells` measures with wcwidth, for what is printed past Rich. Of what `harmless` leaves, the two tell apart only
the letters of flags and the skin tones of emoji.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from rich.cells import get_character_cell_size

from policestats_tui.engine.safe import harmless

Align = Literal["left", "right"]

ELLIPSIS = "…"

# Punctuation that may not begin a line, as Chinese typesetting has it, and what may not end one.
_NOT_FIRST = frozenset("，。、；：？！）》」』】〉”’％%)]},.;:!?…·")
_NOT_LAST = frozenset("（《「『【〈“‘([{$¥￥")

# A word behind a space, or the digits at the end of a Chinese name.
_LAST_WORD = re.compile(r"(?<=\s)\S+$|\d+$")

_SPACES = str.maketrans("\t\r", "  ")


class _Widths(dict[str, int]):
    """Cells a character takes, asked once each."""

    def __missing__(self, char: str) -> int:
        width = get_character_cell_size(char)
        self[char] = width
        return width


_WIDTHS = _Widths()


def visible(text: str) -> str:
    """Return `harmless` text with tabs as spaces; length and line feeds stay."""
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text
    lines = text.translate(_SPACES).split("\n")
    return "\n".join(map(harmless, lines))


def one_line(text: str) -> str:
    """Return `visible` text with line feeds as spaces: same length, one line."""
    return visible(text).replace("\n", " ")


def cells(text: str) -> int:
    """Return how many cells the text takes."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_WIDTHS.__getitem__, text))


def head(text: str, width: int) -> str:
    """Return the longest beginning of the text that fits into `width` cells."""
    if len(text) <= width and cells(text) <= width:
        return text
    text = text[: max(width, 0) * 2 + 1]
    return text[: bisect_right(list(accumulate(map(_WIDTHS.__getitem__, text))), max(width, 0))]


def tail(text: str, width: int) -> str:
    """Return the longest end of the text that fits into `width` cells."""
    return head(text[::-1][: max(width, 0) * 2 + 1], width)[::-1]


def cut(text: str, width: int) -> str:
    """Return the text, or as much of it as fits before an ellipsis, in at most `width` cells."""
    if len(text) <= width and cells(text) <= width:
        return text
    return head(text, width - 1) + ELLIPSIS if width > 0 else ""


def cut_inside(text: str, width: int) -> str:
    """Return the text, or its beginning and last word around an ellipsis, in at most `width` cells.

    So names keep what tells them apart, a year or a number; a last word longer than half the width is cut itself.
    """
    last = _LAST_WORD.search(text[-max(width, 1) :])
    end = last.group() if last else ""
    if cells(text) <= width or not end or cells(end) > width // 2:
        return cut(text, width)
    return head(text, width - 1 - cells(end)).rstrip() + ELLIPSIS + end


def fit(text: str, width: int, align: Align = "left") -> str:
    """Return the text cut or padded to exactly `width` cells."""
    text = cut(text, width)
    space = " " * (width - cells(text))
    return space + text if align == "right" else text + space


def fit_tail(text: str, width: int) -> str:
    """Return the end of the text in exactly `width` cells, padded on the left: the left side of a concordance."""
    text = tail(text, width)
    return " " * (width - cells(text)) + text


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the lines into which `text[start:end]` breaks at `width` cells; an empty text is one line.

    Line feeds break; Latin words and numbers stay whole where they fit, numbers with the measure word behind them;
    Chinese breaks anywhere but before closing or behind opening punctuation. A space at the break belongs to the line
    before it.
    """
    while True:
        stop = text.find("\n", start, end)
        yield from _wrap_paragraph(text, start, end if stop < 0 else stop, max(width, 2))
        if stop < 0:
            return
        start = stop + 1


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of one paragraph."""
    while True:
        reach = _reach(text, start, end, width)
        if reach >= end:
            yield start, end
            return
        stop = _break(text, start, reach)
        yield start, stop
        start = stop


def _reach(text: str, start: int, end: int, width: int) -> int:
    """Return behind the last character from `start` that fits, at least one on."""
    used = 0
    for position in range(start, min(end, start + width * 4)):
        used += _WIDTHS[text[position]]
        if used > width:
            return max(position, start + 1)
    return min(end, start + width * 4)


def _break(text: str, start: int, reach: int) -> int:
    """Return the last good place for a break behind `start` and not behind `reach`, else `reach` itself.

    Looks back no further than 32 characters: a longer run of Latin letters is cut.
    """
    if text[reach] == " ":
        return reach + 1
    for stop in range(reach, max(start, reach - 32), -1):
        if _may_break(text[stop - 1], text[stop]):
            return stop
    return reach


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end behind `before` and the next begin with `after`."""
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before == " ":
        return True
    if before.isdigit():
        return False
    return _WIDTHS[before] == 2 or _WIDTHS[after] == 2


def columns_that_fit(widths: Sequence[int], first: int, room: int, gap: int) -> int:
    """Return how many columns from `first` on fit into `room` cells with `gap` cells between them, at least one."""
    used, number = -gap, 0
    for width in widths[first:]:
        used += width + gap
        if used > room:
            break
        number += 1
    return max(number, 1)
