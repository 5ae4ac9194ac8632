"""A campaign's total against the sum over its parts: Kunlun 2020 and its five numbered actions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from policestats_tui.engine.audit.comparing import Measure, is_level, measure, same_period, same_place
from policestats_tui.engine.audit.evidence import Term
from policestats_tui.engine.audit.explain import sum_lines
from policestats_tui.engine.audit.tolerance import chance, compare, total_of
from policestats_tui.engine.model import Check, CheckStatus

RULE = "campaign-total"
_COMBINATIONS = 64
"""A child that tells a measure more than once multiplies the sums to try; beyond this many, none is tried."""
_TOLD = 12
"""A campaign that tells one measure more often than this is not summed up."""
_NEAR = 0.1
"""Without a second measure to confirm the list of parts, a sum this close to the total was meant to be it."""
_ALONE = 0.05
"""A hit that no other measure confirms must have been less likely than this by accident."""


Told = Mapping[Measure, Sequence[Term]]
"""What one document tells of one campaign, by measure."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total with one part for each campaign below it that tells the measure; `complete` if all do."""

    total: Term
    parts: tuple[Term, ...]
    status: CheckStatus
    combinations: int
    complete: bool

    @property
    def agrees(self) -> bool:
        return self.status != "mismatch"

    @property
    def sentences(self) -> set[int]:
        return {term.place.passage for term in (self.total, *self.parts)}


def campaign_totals(figures: Sequence[Term], parents: Mapping[str, str | None]) -> Iterator[Check]:
    """Yield a check for each total of a campaign whose parts the same document tells."""
    told: dict[tuple[str, str], dict[Measure, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for term in figures:
        if is_level(term) and term.figure.campaign and term.figure.scope == "aggregate":
            told[term.figure.doc, term.figure.campaign][measure(term)].append(term)
    children: dict[tuple[str, str], list[str]] = defaultdict(list)
    for doc, campaign in told:
        parent = parents.get(campaign)
        if parent is not None:
            children[doc, parent].append(campaign)
    for (doc, parent), named in children.items():
        if len(named) > 1 and (doc, parent) in told:
            yield from _family(told[doc, parent], [told[doc, child] for child in sorted(named)])


def _family(totals: Told, children: Sequence[Told]) -> Iterator[Check]:
    found = [sum_ for kind in totals if len(totals[kind]) <= _TOLD for sum_ in _best_sums(kind, totals, children)]
    agreeing = [sum_ for sum_ in found if sum_.agrees]
    for sum_ in found:
        others = [other for other in agreeing if measure(other.total) != measure(sum_.total)]
        if _is_sure(sum_, others):
            parts = [part.figure for part in sum_.parts]
            zh, en = sum_lines(sum_.total.figure, parts, not sum_.agrees)
            yield Check(RULE, sum_.status, zh, en, tuple(term.index for term in (sum_.total, *sum_.parts)))


def _is_sure(sum_: _Sum, others: Sequence[_Sum]) -> bool:
    """Decide by the sums of other measures that agree; a failure must stand in the very sentences of one of them."""
    if sum_.agrees:
        return bool(others) or chance(sum_.combinations, sum_.total.figure) < _ALONE
    total, value = sum_.total.value, sum(part.value for part in sum_.parts)
    near = len(sum_.parts) > 2 and abs(value - total) <= _NEAR * total
    alike = any(sum_.sentences <= other.sentences for other in others)
    return (sum_.complete and (near or alike)) or (alike and value > total)


def _best_sums(kind: Measure, totals: Told, children: Sequence[Told]) -> Iterator[_Sum]:
    """Yield for each total the sum over the children that agrees with it, or the only one there is."""
    for total in totals[kind]:
        for same_action in (True, False):
            choices = [_choices(total, child.get(kind, ()), same_action) for child in children]
            told = [choice for choice in choices if choice]
            sums = _sums(total, told, complete=len(told) == len(choices))
            agreeing = [sum_ for sum_ in sums if sum_.agrees]
            if agreeing:
                yield agreeing[0]
                break
            if same_action and len({term.value for term in totals[kind]}) == 1:
                yield from (sum_ for sum_ in sums if sum_.combinations == 1)
                break


def _choices(total: Term, child: Sequence[Term], same_action: bool) -> list[Term]:
    fitting = {
        term.value: term
        for term in reversed(child[:_TOLD])
        if (term.figure.action == total.figure.action or not same_action)
        and same_place(term, total)
        and same_period(term, total)
    }
    return sorted(fitting.values(), key=lambda term: term.index)


def _sums(total: Term, choices: Sequence[Sequence[Term]], complete: bool) -> list[_Sum]:
    combinations = prod(len(choice) for choice in choices)
    if len(choices) < 2 or combinations > _COMBINATIONS:
        return []
    compared = (
        (parts, compare(total.figure, total_of([part.figure for part in parts]))) for parts in product(*choices)
    )
    return [_Sum(total, parts, status, combinations, complete) for parts, status in compared if status]
