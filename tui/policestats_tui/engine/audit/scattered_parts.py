"""A total whose two parts stand apart in the same turn, with no word that says so.

Such sums are searched for, so a hit may be luck. A hit counts when fewer than one in several hundred would be luck,
or when two totals of one sentence split over the same two sentences, which luck does not do.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from policestats_tui.engine.audit.comparing import is_level, same_period
from policestats_tui.engine.audit.evidence import Term
from policestats_tui.engine.audit.explain import sum_lines
from policestats_tui.engine.audit.tolerance import chance, is_counted
from policestats_tui.engine.model import Check

RULE = "parts-apart"
_CANDIDATES = 60
"""A turn with more figures of one measure would yield sums by accident only."""
_BY_ACCIDENT = 0.002
_SMALLEST = 100
"""Totals below this are hit too easily."""


@dataclass(frozen=True, slots=True)
class _Sum:
    total: Term
    parts: tuple[Term, Term]
    luck: float

    @property
    def sentences(self) -> tuple[int, int, int]:
        first, second = self.parts
        return self.total.place.passage, first.place.passage, second.place.passage


def scattered_parts(figures: Sequence[Term]) -> Iterator[Check]:
    """Yield a check for each total that two later sentences of its turn add up to exactly."""
    groups: dict[tuple[str, int | None, str, str], list[Term]] = defaultdict(list)
    for term in figures:
        figure = term.figure
        if is_level(term) and is_counted(figure) and figure.scope == "aggregate":
            groups[figure.doc, term.place.turn, figure.object, figure.region].append(term)
    for group in groups.values():
        if len(group) <= _CANDIDATES:
            yield from _confirmed(list(_sums(group)))


def _sums(group: Sequence[Term]) -> Iterator[_Sum]:
    for number, total in enumerate(group):
        later = [term for term in group[number + 1 :] if 0 < term.value < total.value and same_period(term, total)]
        if total.value < _SMALLEST:
            continue
        found = [pair for pair in _pairs(later) if pair[0].value + pair[1].value == total.value]
        if len(found) == 1 and _apart(total, found[0]):
            combinations = len(later) * (len(later) - 1) // 2
            yield _Sum(total, found[0], chance(combinations, total.figure))


def _pairs(later: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    for number, first in enumerate(later):
        for second in later[number + 1 :]:
            yield first, second


def _apart(total: Term, parts: tuple[Term, Term]) -> bool:
    return len({total.place.passage, parts[0].place.passage, parts[1].place.passage}) == 3


def _confirmed(sums: Sequence[_Sum]) -> Iterator[Check]:
    for sum_ in sums:
        luck = prod(other.luck for other in sums if other.sentences == sum_.sentences)
        if luck < _BY_ACCIDENT:
            zh, en = sum_lines(sum_.total.figure, [part.figure for part in sum_.parts], mismatch=False)
            yield Check(RULE, "holds", zh, en, tuple(term.index for term in (sum_.total, *sum_.parts)))
