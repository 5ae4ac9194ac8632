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
_LEAST = 3
"""So many parts must nearly make up a total before they are taken for all of it."""
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
    """Yield the sums that agree, then those that fail beside one that agrees, or that fail narrowly."""
    agreeing = [sum_ for kind in totals for sum_ in _agreeing(kind, totals, children)]
    for sum_ in agreeing:
        others = any(measure(other.total) != measure(sum_.total) for other in agreeing)
        if others or chance(sum_.combinations, sum_.total.figure) < _ALONE:
            yield _check(sum_)
    for kind in totals.keys() - {measure(sum_.total) for sum_ in agreeing}:
        beside = [_in_sentences(other, totals, kind, children) for other in agreeing]
        failing = [sum_ for sum_ in (*beside, _near_miss(kind, totals, children)) if sum_ is not None]
        if failing:
            yield _check(failing[0])


def _check(sum_: _Sum) -> Check:
    zh, en = sum_lines(sum_.total.figure, [part.figure for part in sum_.parts], sum_.status == "mismatch")
    return Check(RULE, sum_.status, zh, en, tuple(term.index for term in (sum_.total, *sum_.parts)))


def _agreeing(kind: Measure, totals: Told, children: Sequence[Told]) -> Iterator[_Sum]:
    """Yield for each total a sum over the children that agrees with it, of the same action if there is one."""
    for total in totals[kind] if len(totals[kind]) <= _TOLD else ():
        for same_action in (True, False):
            choices = [_choices(total, child.get(kind, ()), same_action) for child in children]
            sums = [sum_ for sum_ in _sums(total, choices) if sum_.status != "mismatch"]
            if sums:
                yield sums[0]
                break


def _in_sentences(other: _Sum, totals: Told, kind: Measure, children: Sequence[Told]) -> _Sum | None:
    """Return the failing sum that stands in the very sentences of one that agrees, if it proves anything."""
    parts = {part.place.passage for part in other.parts}
    whole = [term for term in totals[kind] if term.place.passage == other.total.place.passage]
    if len(whole) != 1:
        return None
    choices = [
        [term for term in _choices(whole[0], child.get(kind, ()), True) if term.place.passage in parts]
        for child in children
    ]
    sum_ = _only_failure(whole[0], choices)
    if sum_ is None:
        return None
    return sum_ if sum_.complete or sum(part.value for part in sum_.parts) > sum_.total.value else None


def _near_miss(kind: Measure, totals: Told, children: Sequence[Told]) -> _Sum | None:
    """Return the failing sum of a total that is told once, if all of three parts or more nearly make it up."""
    if len(totals[kind]) != 1:
        return None
    total = totals[kind][0]
    sum_ = _only_failure(total, [_choices(total, child.get(kind, ()), True) for child in children])
    if sum_ is None or not sum_.complete or len(sum_.parts) < _LEAST:
        return None
    return sum_ if abs(sum(part.value for part in sum_.parts) - total.value) <= _NEAR * total.value else None


def _only_failure(total: Term, choices: Sequence[Sequence[Term]]) -> _Sum | None:
    sums = _sums(total, choices)
    return sums[0] if len(sums) == 1 and sums[0].combinations == 1 and sums[0].status == "mismatch" else None


def _choices(total: Term, child: Sequence[Term], same_action: bool) -> list[Term]:
    fitting = {
        term.value: term
        for term in reversed(child[:_TOLD])
        if (term.figure.action == total.figure.action or not same_action)
        and same_place(term, total)
        and same_period(term, total)
    }
    return sorted(fitting.values(), key=lambda term: term.index)


def _sums(total: Term, choices: Sequence[Sequence[Term]]) -> list[_Sum]:
    told = [choice for choice in choices if choice]
    combinations = prod(len(choice) for choice in told)
    if len(told) < 2 or combinations > _COMBINATIONS:
        return []
    compared = ((parts, compare(total.figure, total_of([part.figure for part in parts]))) for parts in product(*told))
    complete = len(told) == len(choices)
    return [_Sum(total, parts, status, combinations, complete) for parts, status in compared if status]
