"""Finds what to light in a passage: where the patterns of a query stand, and which form each place matches."""

from collections.abc import Iterable, Iterator, Sequence

from policestats_tui.engine.model import Match
from policestats_tui.engine.search.analysis import fold_with_offsets, forms, spans, stem
from policestats_tui.engine.search.locate import Pattern


def matches(text: str, patterns: Sequence[Pattern], start: int = 0) -> list[Match]:
    """Return every place where a pattern stands, in no order; places may overlap.

    Args:
        text: The text of a passage.
        patterns: What to find.
        start: The document offset of the passage, which all offsets are counted from.
    """
    folded = fold_with_offsets(text)
    written = forms(folded.text)
    stems = list(map(stem, written))
    stands: list[tuple[int, int]] | None = None
    lit: list[Match] = []
    for pattern in patterns:
        sequence = written if pattern.exact else stems
        wanted = list(pattern.pieces) if pattern.exact else list(map(stem, pattern.pieces))
        for place in _places(sequence, wanted):
            stands = stands or spans(folded.text)
            first, last = stands[place][0], stands[place + len(wanted) - 1][1]
            lit.append(Match(start + folded.starts[first], start + folded.ends[last - 1], pattern.form))
    return lit


def _places(sequence: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Yield where in the sequence the wanted pieces stand one after another."""
    size, place = len(wanted), -1
    for _ in range(sequence.count(wanted[0])):
        place = sequence.index(wanted[0], place + 1)
        if sequence[place : place + size] == wanted:
            yield place


def apart(found: Iterable[Match]) -> tuple[Match, ...]:
    """Return matches in order and without overlaps: the first wins, of those that begin together the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)
