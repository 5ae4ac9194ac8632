"""A share, rate or ratio against its numerator and denominator, where both are stated nearby."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from policestats_tui.engine.audit.comparing import is_level, measure, same_period, same_place
from policestats_tui.engine.audit.evidence import Term, same_sentence, text_after, text_before, text_between
from policestats_tui.engine.audit.explain import Equation, above_lines, quotient_lines
from policestats_tui.engine.audit.tolerance import amount, compare
from policestats_tui.engine.audit.wording import ONLY, PARTS, PEOPLE_PER_CASE, PROPORTION, RATE, TARGET
from policestats_tui.engine.model import Check

RULE = "share"
RATIO_RULE = "ratio"
ABOVE_RULE = "share-above-all"
_PER = {"%": 100.0, "‰": 1000.0}
_REACH = 80
"""The words that say what a share is of stand at most so many characters before it."""
_NEAR = 12
"""A share's terms stand among so many figures before it."""


def shares(figures: Sequence[Term]) -> Iterator[Check]:
    """Yield a check for each share, rate or ratio that can be computed, and for each share above all."""
    turns: dict[tuple[str, int | None], list[Term]] = defaultdict(list)
    for term in figures:
        turns[term.figure.doc, term.place.turn].append(term)
    for turn in turns.values():
        stocks = _stocks(turn)
        for number, term in enumerate(turn):
            near = turn[max(0, number - _NEAR) : number]
            if term.figure.kind == "share" and term.figure.unit in _PER:
                yield from _above_all(term)
                pair = (
                    _rate(term, near)
                    or _proportion(term, near)
                    or _bracketed(term, turn[number + 1 : number + 2], stocks)
                )
                yield from _check(RULE, term, pair, _PER[term.figure.unit])
            elif term.figure.kind == "ratio" and term.figure.unit == "count":
                yield from _check(RATIO_RULE, term, _people_per_case(term, near), 1.0)


Pair = tuple[Term, Term]
"""Numerator and denominator."""


def _check(rule: str, stated: Term, pair: Pair | None, per: float) -> Iterator[Check]:
    if pair is None or pair[1].value <= 0:
        return
    numerator, denominator = pair
    computed = (amount(numerator.figure) / amount(denominator.figure)).times(per)
    status = compare(stated.figure, computed)
    if status is not None:
        values = [numerator.value, denominator.value]
        equation = Equation("{0} / {1}", values, numerator.figure.unit, computed.value, stated.figure.unit)
        zh, en = quotient_lines(stated.figure, equation)
        yield Check(rule, status, zh, en, (stated.index, numerator.index, denominator.index))


def _above_all(stated: Term) -> Iterator[Check]:
    figure, words = stated.figure, text_before(stated, _REACH)
    named = RATE.search(words) or PROPORTION.search(words)
    if figure.value > _PER[figure.unit] and named and not TARGET.search(words):
        zh, en = above_lines(figure)
        yield Check(ABOVE_RULE, "mismatch", zh, en, (stated.index,))


def _rate(stated: Term, near: Sequence[Term]) -> Pair | None:
    """Received 500, closed 450, a rate of 90%: the two levels right before the rate, of what it is a rate of."""
    if len(near) < 2 or not RATE.search(text_before(stated, _REACH)):
        return None
    denominator, numerator = near[-2:]
    figure = numerator.figure
    fits = (
        is_level(numerator)
        and is_level(denominator)
        and same_sentence(numerator, stated)
        and same_sentence(denominator, stated)
        and measure(numerator) == measure(denominator)
        and (figure.object, figure.action) == (stated.figure.object, stated.figure.action)
        and figure.action != denominator.figure.action
        and numerator.value <= denominator.value
    )
    return (numerator, denominator) if fits else None


def _proportion(stated: Term, near: Sequence[Term]) -> Pair | None:
    """500 cases, of them 100 thefts, or 20% of all: the last level before the share, of the last total before it."""
    if not near or not is_level(near[-1]) or not same_sentence(near[-1], stated):
        return None
    numerator = near[-1]
    if not PROPORTION.search(text_between(numerator, stated)):
        return None
    totals = [
        term
        for term in near[:-1]
        if is_level(term)
        and same_sentence(term, stated)
        and (term.figure.object, term.figure.unit) == (numerator.figure.object, numerator.figure.unit)
        and term.value >= numerator.value
        and PARTS.search(text_between(term, numerator))
    ]
    return (numerator, totals[0]) if totals else None


def _bracketed(stated: Term, following: Sequence[Term], stocks: Mapping[str, Sequence[Term]]) -> Pair | None:
    """A share of 0.06% (7 people), or `only 7 people`: that number over the one stock of its kind in the turn."""
    if not following or not PROPORTION.search(text_before(stated, _REACH)):
        return None
    numerator = following[0]
    between = text_between(stated, numerator) if same_sentence(stated, numerator) else ""
    bracketed = between.startswith("(") and ")" not in between
    if not (is_level(numerator) and (bracketed or (len(between) < _REACH and ONLY.search(between)))):
        return None
    whole = [
        term
        for kind in {stated.figure.object, numerator.figure.object}
        for term in stocks.get(kind, ())
        if same_place(term, stated)
        and same_period(term, stated)
        and not same_sentence(term, stated)
        and term.figure.unit == numerator.figure.unit
    ]
    fits = len({term.value for term in whole}) == 1 and whole[0].value > numerator.value
    return (numerator, whole[0]) if fits else None


def _stocks(turn: Sequence[Term]) -> dict[str, list[Term]]:
    stocks: dict[str, list[Term]] = defaultdict(list)
    for term in turn:
        if is_level(term) and term.figure.action == "existing":
            stocks[term.figure.object].append(term)
    return stocks


def _people_per_case(stated: Term, near: Sequence[Term]) -> Pair | None:
    """980 people over 377 cases: the nearest counts of suspects and of cases in the paragraph."""
    words = text_before(stated, 2 * _REACH) + text_after(stated, _REACH)
    if not PEOPLE_PER_CASE.search(words):
        return None
    here = [
        term
        for term in near
        if is_level(term)
        and term.place.paragraph == stated.place.paragraph
        and same_place(term, stated)
        and same_period(term, stated)
    ]
    people = next((term for term in reversed(here) if term.figure.object == "suspect"), None)
    cases = next((term for term in reversed(here) if term.figure.object == "case"), None)
    return (people, cases) if people is not None and cases is not None else None
