"""Finds what to light in a passage: where the patterns of a query stand, and which form each place matches."""

from collections.abc import Iterable, Sequence

from policestats_tui.engine.model import Match
from policestats_tui.engine.search.analysis import fold_with_offsets, pieces, stem
from policestats_tui.engine.search.locate import Pattern

_KEYS = dict[str, list[int]]


def matches(text: str, patterns: Sequence[Pattern]) -> list[Match]:
    """Return every place where a pattern stands, in no order, with offsets in `text`; places may overlap."""
    folded = fold_with_offsets(text)
    found = pieces(folded.text)
    as_written = [piece.form for piece in found]
    stems = [stem(form) for form in as_written]
    by_form, by_stem = _places(as_written), _places(stems)
    lit: list[Match] = []
    for pattern in patterns:
        if pattern.exact:
            wanted, sequence, places = list(pattern.pieces), as_written, by_form
        else:
            wanted, sequence, places = [stem(piece) for piece in pattern.pieces], stems, by_stem
        for place in places.get(wanted[0], ()):
            if sequence[place : place + len(wanted)] == wanted:
                first, last = found[place], found[place + len(wanted) - 1]
                lit.append(Match(folded.starts[first.start], folded.ends[last.end - 1], pattern.form))
    return lit


def _places(sequence: Sequence[str]) -> _KEYS:
    places: _KEYS = {}
    for place, piece in enumerate(sequence):
        places.setdefault(piece, []).append(place)
    return places


def apart(found: Iterable[Match]) -> tuple[Match, ...]:
    """Return matches in order and without overlaps: the first wins, of those that begin together the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)
