"""The same statement told by several documents of one briefing counts once."""

from collections import Counter
from collections.abc import Iterable

from policestats_tui.engine.model import Figure

Key = tuple[str, str, str, str, float, int]


def number_claims(figures: Iterable[Figure], first: int) -> list[int]:
    """Return the claim of each figure of one briefing; claims are numbered from `first` on, in reading order.

    Two documents tell the same claim where measure, kind, unit and value agree;
    a value that a document states twice under one measure pairs first with first, second with second. Campaign and
    period are left out of the key because one language often leaves to the context what the other says.
    """
    claims: dict[Key, int] = {}
    occurrences: Counter[tuple[object, ...]] = Counter()
    numbers: list[int] = []
    for figure in figures:
        statement = (figure.object, figure.action, figure.kind, figure.unit, figure.value)
        occurrences[figure.doc, statement] += 1
        key = (*statement, occurrences[figure.doc, statement])
        numbers.append(claims.setdefault(key, first + len(claims)))
    return numbers
