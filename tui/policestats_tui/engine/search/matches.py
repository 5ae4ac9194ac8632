"""Finds what to light in a passage: where the patterns of a query stand, and which form each place matches."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from policestats_tui.engine.model import Match
from policestats_tui.engine.search.analysis import CJK, fold_with_offsets, forms, spans, stem
from policestats_tui.engine.search.locate import Pattern

_CHARACTER = re.compile(rf"(?!\W)[{CJK}]")
_ENGLISH = re.compile("[a-z]+")

_Place: TypeAlias = tuple[int, int, str]
"""Where a pattern begins and ends in a folded text, and its form."""


class Matcher:
    """Finds the patterns of a query in one passage after the other.

    Patterns of Chinese characters alone are found in the text as it is, spaces aside: each character is a piece. Only
    where another pattern may stand is the text cut into pieces.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._as_text: list[tuple[str, str]] = []
        self._by_stem: list[tuple[list[str], str]] = []
        self._as_written: list[tuple[list[str], str]] = []
        for pattern in dict.fromkeys(patterns):
            if all(map(_CHARACTER.fullmatch, pattern.pieces)):
                self._as_text.append(("".join(pattern.pieces), pattern.form))
            elif pattern.exact:
                self._as_written.append((list(pattern.pieces), pattern.form))
            else:
                self._by_stem.append((list(map(stem, pattern.pieces)), pattern.form))
        self._firsts = {stem(pieces[0]) for pieces, _ in (*self._by_stem, *self._as_written)}
        self._only_english = all(map(_ENGLISH.fullmatch, self._firsts))

    def matches(self, text: str, start: int = 0) -> list[Match]:
        """Return every place where a pattern stands, in no order; places may overlap.

        Args:
            text: The text of a passage.
            start: The document offset of the passage, which all offsets are counted from.
        """
        folded = fold_with_offsets(text)
        found = [*self._characters(folded.text), *(self._pieces(folded.text) if self._cut(folded.text) else ())]
        return [Match(start + folded.starts[low], start + folded.ends[high - 1], form) for low, high, form in found]

    def _characters(self, text: str) -> Iterator[_Place]:
        if not self._as_text or text.isascii():
            return
        squeezed = "".join(text.split())
        places: Sequence[int] = range(len(text))
        if len(squeezed) < len(text):
            places = [place for place, char in enumerate(text) if not char.isspace()]
        for wanted, form in self._as_text:
            place = squeezed.find(wanted)
            while place >= 0:
                yield places[place], places[place + len(wanted) - 1] + 1, form
                place = squeezed.find(wanted, place + 1)

    def _cut(self, text: str) -> bool:
        """Whether a pattern that is not of characters alone may stand in a text: English words in a Chinese one?"""
        if self._only_english and not text.isascii():
            return not self._firsts.isdisjoint(map(stem, _ENGLISH.findall(text)))
        return bool(self._firsts)

    def _pieces(self, text: str) -> Iterator[_Place]:
        written = forms(text)
        found = [
            *_standing(list(map(stem, written)), self._by_stem),
            *(_standing(written, self._as_written) if self._as_written else ()),
        ]
        stands = spans(text, 1 + max(last for _, last, _ in found)) if found else []
        for first, last, form in found:
            yield stands[first][0], stands[last][1], form


def _standing(sequence: Sequence[str], patterns: Iterable[tuple[list[str], str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last piece of every place where wanted pieces stand one after another, and their form."""
    present = set(sequence)
    for wanted, form in patterns:
        if wanted[0] not in present:
            continue
        size, place = len(wanted), -1
        for _ in range(sequence.count(wanted[0])):
            place = sequence.index(wanted[0], place + 1)
            if sequence[place : place + size] == wanted:
                yield place, place + size - 1, form


def apart(found: Iterable[Match]) -> tuple[Match, ...]:
    """Return matches in order and without overlaps: the first wins, of those that begin together the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)
