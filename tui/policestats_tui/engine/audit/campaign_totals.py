"""A campaign's total against the sum over its parts: Kunlun 2020 and its five numbered actions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from policestats_tui.engine.audit.comparing import is_level, measure, same_period, same_place
from policestats_tui.engine.audit.evidence import Term
from policestats_tui.engine.audit.explain import sum_lines
from policestats_tui.engine.audit.tolerance import chance, compare, total_of
from policestats_tui.engine.model import Check, CheckStatus

RULE = "campaign-total"
_COMBINATIONS = 64
"""A child that tells a measure more than once multiplies the sums to try; beyond this many, none is tried."""
_NEAR = 0.1
"""Without a second measure to confirm the list of parts, a sum this close to the total was meant to be it."""
_ALONE = 0.05
"""A hit that no other measure confirms must have been less likely than this by accident."""


@dataclass(frozen=True, slots=True)
class _Sum:
    total: Term
    parts: tuple[Term, ...]
    status: CheckStatus
    combinations: int
    complete: bool

    @property
    def agrees(self) -> bool:
        return self.status != "mismatch"


def campaign_totals(figures: Sequence[Term], parents: Mapping[str, str | None]) -> Iterator[Check]:
    """Yield a check for each total of a campaign whose parts the same document tells."""
    told: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in figures:
        if is_level(term) and term.figure.campaign and term.figure.scope == "aggregate":
            told[term.figure.doc, term.figure.campaign].append(term)
    children: dict[tuple[str, str], list[str]] = defaultdict(list)
    for doc, campaign in told:
        parent = parents.get(campaign)
        if parent is not None:
            children[doc, parent].append(campaign)
    for (doc, parent), named in children.items():
        if len(named) > 1 and (doc, parent) in told:
            yield from _family(told[doc, parent], [told[doc, child] for child in sorted(named)])


def _family(totals: Sequence[Term], children: Sequence[Sequence[Term]]) -> Iterator[Check]:
    found = [found for total in totals if (found := _best_sum(total, totals, children)) is not None]
    agreeing = {measure(sum_.total) for sum_ in found if sum_.agrees}
    for sum_ in found:
        confirmed = bool(agreeing - {measure(sum_.total)})
        if _is_sure(sum_, confirmed):
            parts = [part.figure for part in sum_.parts]
            zh, en = sum_lines(sum_.total.figure, parts, not sum_.agrees)
            yield Check(RULE, sum_.status, zh, en, tuple(term.index for term in (sum_.total, *sum_.parts)))


def _is_sure(sum_: _Sum, confirmed: bool) -> bool:
    if sum_.agrees:
        return confirmed or chance(sum_.combinations, sum_.total.figure) < _ALONE
    total, value = sum_.total.value, sum(part.value for part in sum_.parts)
    near = sum_.complete and len(sum_.parts) > 2 and abs(value - total) <= _NEAR * total
    return near or (confirmed and (value > total or sum_.complete))


def _best_sum(total: Term, totals: Sequence[Term], children: Sequence[Sequence[Term]]) -> _Sum | None:
    """Return the sum over the children that agrees with `total`, or the only one there is."""
    for same_action in (True, False):
        choices = [_choices(total, child, same_action) for child in children]
        told = [choice for choice in choices if choice]
        sums = _sums(total, told, complete=len(told) == len(choices))
        agreeing = [sum_ for sum_ in sums if sum_.agrees]
        if agreeing:
            return agreeing[0]
        if same_action and len(sums) == 1 and _is_only(total, totals):
            return sums[0]
    return None


def _is_only(total: Term, totals: Sequence[Term]) -> bool:
    rivals = {term.value for term in totals if measure(term) == measure(total)}
    return len(rivals) == 1


def _choices(total: Term, child: Sequence[Term], same_action: bool) -> list[Term]:
    fitting = {
        term.value: term
        for term in reversed(child)
        if measure(term) == measure(total)
        and (term.figure.action == total.figure.action or not same_action)
        and same_place(term, total)
        and same_period(term, total)
    }
    return sorted(fitting.values(), key=lambda term: term.index)


def _sums(total: Term, choices: Sequence[Sequence[Term]], complete: bool) -> list[_Sum]:
    combinations = 1
    for choice in choices:
        combinations *= len(choice)
    if len(choices) < 2 or combinations > _COMBINATIONS:
        return []
    compared = (
        (parts, compare(total.figure, total_of([part.figure for part in parts]))) for parts in product(*choices)
    )
    return [_Sum(total, parts, status, combinations, complete) for parts, status in compared if status]
