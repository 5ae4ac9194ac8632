"""Finds what to light in a passage: where the patterns of a query stand, and which form each place matches."""

from collections.abc import Iterable, Iterator, Sequence

from policestats_tui.engine.model import Match
from policestats_tui.engine.search.analysis import fold_with_offsets, forms, spans, stem
from policestats_tui.engine.search.locate import Pattern


class Matcher:
    """Finds the patterns of a query in one passage after the other."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_stem: list[tuple[list[str], str]] = []
        self._as_written: list[tuple[list[str], str]] = []
        for pattern in dict.fromkeys(patterns):
            if pattern.exact:
                self._as_written.append((list(pattern.pieces), pattern.form))
            else:
                self._by_stem.append((list(map(stem, pattern.pieces)), pattern.form))

    def matches(self, text: str, start: int = 0) -> list[Match]:
        """Return every place where a pattern stands, in no order; places may overlap.

        Args:
            text: The text of a passage.
            start: The document offset of the passage, which all offsets are counted from.
        """
        folded = fold_with_offsets(text)
        written = forms(folded.text)
        found = [
            *_standing(list(map(stem, written)), self._by_stem),
            *(_standing(written, self._as_written) if self._as_written else ()),
        ]
        stands = spans(folded.text) if found else []
        return [
            Match(start + folded.starts[stands[first][0]], start + folded.ends[stands[last][1] - 1], form)
            for first, last, form in found
        ]


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
