"""Joins lines that a typesetter broke at a fixed width, in the middle of words and numbers (`完善标线2⏎840处`).

Only a Chinese text whose lines are all of one width is taken for broken: there a line without a final mark that fills
the width goes on in the next. Offsets are led back to the text as it stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policestats_tui.engine.model import Measured, Passage, Why

_NARROWEST, _WIDEST, _SPREAD, _LEAST = 24, 60, 10, 3
_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[。!?;:…”\"')》|]\Z|[^\d]\.\Z")
_GOES_ON = re.compile(r"[㐀-鿿\d%,、()“]")


@dataclass(frozen=True, slots=True)
class Joined:
    """A text without the line breaks that stood at `breaks` of the original, and its passages."""

    text: str
    passages: tuple[Passage, ...]
    breaks: tuple[int, ...]

    def restored(self, found: Sequence[Measured]) -> list[Measured]:
        """Return figures of the joined text with the offsets of the original."""
        cut = [at - index for index, at in enumerate(self.breaks)]

        def back(place: int) -> int:
            return place + bisect_right(cut, place)

        return [
            replace(
                one,
                start=back(one.start),
                end=back(one.end - 1) + 1,
                refers_to=None if one.refers_to is None else back(one.refers_to),
                why=tuple(Why(why.field, back(why.start), back(why.end - 1) + 1) for why in one.why),
            )
            for one in found
        ]


def join_lines(text: str, passages: Sequence[Passage]) -> Joined | None:
    """Return the text with its broken lines joined, None where none is broken."""
    breaks = _breaks(text)
    if not breaks:
        return None
    pieces = [text[start:end] for start, end in zip((0, *(at + 1 for at in breaks)), (*breaks, len(text)), strict=True)]
    return Joined("".join(pieces), tuple(_merged(passages, breaks)), breaks)


def _breaks(text: str) -> tuple[int, ...]:
    """Return the offsets of the line breaks in the middle of a clause; none where lines have no common width."""
    lines = [match.span() for match in _LINE.finditer(text)]
    longest = max((end - start for start, end in lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return ()
    broken = [
        end
        for (start, end), (following, _) in pairwise(lines)
        if following == end + 1
        and end - start >= max(_NARROWEST, longest - _SPREAD)
        and _GOES_ON.match(text, following)
        and _GOES_ON.match(text[start:end].lstrip())
        and not _ENDED.search(text, start, end)
    ]
    return tuple(broken) if len(broken) >= _LEAST else ()


def _merged(passages: Sequence[Passage], breaks: Sequence[int]) -> list[Passage]:
    """Return the passages of the joined text: those on both sides of a break are one, their lines one paragraph."""
    merged: list[Passage] = []
    at = set(breaks)
    paragraph, moved = -1, -1
    for one in passages:
        start, end = one.start - bisect_left(breaks, one.start), one.end - bisect_left(breaks, one.end)
        goes_on = one.start - 1 in at
        if goes_on:
            paragraph, moved = (merged[-1].paragraph if merged else one.paragraph), one.paragraph
        number = paragraph if one.paragraph == moved else one.paragraph
        if goes_on and merged and merged[-1].end == start:
            merged[-1] = Passage(merged[-1].start, end, merged[-1].paragraph)
        else:
            merged.append(Passage(start, end, number))
    return merged
