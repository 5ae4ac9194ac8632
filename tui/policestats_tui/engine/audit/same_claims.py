"""The same claim told twice: equal, rounded, in conflict, or off by a power of ten.

Documents of one briefing are aligned. Beyond that, a number counts as repeated only if it has enough digits and the
same measure and setting, and two numbers contradict each other only if their sentences are the same but for them.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from policestats_tui.engine.audit.alignment import align
from policestats_tui.engine.audit.comparing import same_setting
from policestats_tui.engine.audit.evidence import Term, same_sentence
from policestats_tui.engine.audit.explain import repeat_lines, two_tellings_lines
from policestats_tui.engine.audit.tolerance import chance, equal, likely, possible, significant_digits, step
from policestats_tui.engine.model import Check, CheckStatus

RULE = "same-claim"
SCALE_RULE = "power-of-ten"
_DIGITS = 3
"""A number of fewer digits is repeated by accident."""
_REPEATED = 0.02
"""Among so many figures for each number with as many digits, one is repeated by accident."""
_GROUP = 50
"""More figures of one measure and setting than this are a table; its rows are not compared."""
_BY_ACCIDENT = 0.1
_LEAST_WORDS = 12
"""A sentence shorter than so many characters says too little to be the same claim."""
_LONGEST = 600
"""Only so much of a sentence is compared."""
_NUMBER = re.compile(r"[\d.,]*\d")
Pair = tuple[Term, Term]


def same_claims(figures: Sequence[Term]) -> Iterator[Check]:
    """Yield a check for each claim that is told more than once."""
    equals, others = _across_documents(figures)
    equals += _repeated(figures)
    yield from _agreements(equals)
    told = {frozenset((one.index, two.index)) for one, two in equals}
    for first, second in (*others, *_rounded(figures), *_same_words(figures)):
        pair = frozenset((first.index, second.index))
        if pair not in told:
            told.add(pair)
            yield from _difference(first, second)


def _across_documents(figures: Sequence[Term]) -> tuple[list[Pair], list[Pair]]:
    """Align each document of a briefing with the one that has most figures."""
    briefings: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for term in figures:
        briefings[term.place.briefing][term.figure.doc].append(term)
    equals: list[Pair] = []
    others: list[Pair] = []
    for documents in briefings.values():
        longest, *rest = sorted(documents.values(), key=lambda document: (-len(document), document[0].index))
        for document in rest:
            alignment = align(longest, document)
            equals += alignment.equal
            others += alignment.other
    return equals, others


def _measured(term: Term) -> tuple[str | None, ...]:
    figure = term.figure
    return figure.kind, figure.unit, figure.object, figure.action, figure.direction, figure.region, figure.scope


def _repeated(figures: Sequence[Term]) -> Iterator[Pair]:
    """Yield each number that is repeated for the same measure in the same setting, with its last telling."""
    groups: dict[tuple[object, ...], list[Term]] = defaultdict(list)
    for term in figures:
        groups[term.place.briefing, *_measured(term), term.figure.campaign].append(term)
    for group in groups.values():
        latest: dict[float, Term] = {}
        for term in group if len(group) > 1 else ():
            before = latest.get(term.value)
            if before is not None and _is_telling(term, len(group)) and _elsewhere(before, term):
                yield before, term
            latest[term.value] = term


def _is_telling(term: Term, rivals: int) -> bool:
    """Tell whether a number has enough digits not to be repeated by accident among so many."""
    digits = significant_digits(term.figure)
    return digits >= _DIGITS and rivals < _REPEATED * 10.0**digits


def _elsewhere(first: Term, second: Term) -> bool:
    return not same_sentence(first, second) and same_setting(first, second)


def _agreements(equals: Sequence[Pair]) -> Iterator[Check]:
    """Yield one check for each claim, however often it is told."""
    root: dict[int, int] = {}

    def find(index: int) -> int:
        while root.setdefault(index, index) != index:
            index = root[index] = root[root[index]]
        return index

    by_index = {term.index: term for pair in equals for term in pair}
    for first, second in equals:
        root[find(first.index)] = find(second.index)
    claims: dict[int, list[Term]] = defaultdict(list)
    for index in sorted(by_index):
        claims[find(index)].append(by_index[index])
    for tellings in claims.values():
        zh, en = repeat_lines([term.figure for term in tellings])
        yield Check(RULE, "holds", zh, en, tuple(term.index for term in tellings))


def _rounded(figures: Sequence[Term]) -> Iterator[Pair]:
    """Yield a number with the one number of its briefing that says the same more exactly."""
    groups: dict[tuple[object, ...], list[Term]] = defaultdict(list)
    for term in figures:
        key = (term.place.briefing, *_measured(term), term.figure.campaign, term.figure.topic)
        groups[key].append(term)
    for group in groups.values():
        for term in group if 1 < len(group) <= _GROUP else ():
            finer = [other for other in group if _is_finer(other, term)]
            hits = [other for other in finer if likely(term.figure).meets(likely(other.figure))]
            if len({hit.value for hit in hits}) == 1 and chance(len(finer), term.figure) < _BY_ACCIDENT:
                yield term, hits[0]


def _is_finer(other: Term, term: Term) -> bool:
    return (
        2 <= significant_digits(term.figure) < significant_digits(other.figure)
        and step(other.figure) < step(term.figure)
        and same_setting(other, term)
        and not same_sentence(other, term)
    )


def _same_words(figures: Sequence[Term]) -> Iterator[Pair]:
    """Yield numbers of one briefing whose sentences are the same but for numbers, and name their setting."""
    groups: dict[tuple[object, ...], Term] = {}
    position: dict[tuple[str, int], int] = defaultdict(int)
    for term in figures:
        sentence = (term.figure.doc, term.place.passage)
        position[sentence] += 1
        words = _NUMBER.sub("#", term.place.sentence[:_LONGEST])
        if len(words) < _LEAST_WORDS or not _names_setting(term):
            continue
        key = (term.place.briefing, words, position[sentence], *_measured(term), term.figure.campaign)
        first = groups.setdefault(key, term)
        if not same_sentence(first, term) and same_setting(first, term) and first.value != term.value:
            yield first, term


def _names_setting(term: Term) -> bool:
    """Tell whether the sentence itself says when, and where or in which campaign."""
    end = term.place.sentence_start + len(term.place.sentence)
    named = {why.field for why in term.figure.why if term.place.sentence_start <= why.start < end}
    return "period" in named and bool(named & {"region", "campaign"})


def _difference(first: Term, second: Term) -> Iterator[Check]:
    one, two = sorted((first, second), key=lambda term: term.index)
    verdict = _verdict(one, two)
    if verdict is not None:
        rule, status = verdict
        zh, en = two_tellings_lines(one.figure, two.figure, rule == SCALE_RULE)
        yield Check(rule, status, zh, en, (one.index, two.index))


def _verdict(one: Term, two: Term) -> tuple[str, CheckStatus] | None:
    if likely(one.figure).meets(likely(two.figure)):
        return RULE, "rounding"
    if possible(one.figure).meets(possible(two.figure)):
        return None
    return (SCALE_RULE if _is_power_of_ten(one.value, two.value) else RULE), "mismatch"


def _is_power_of_ten(one: float, two: float) -> bool:
    if one <= 0 or two <= 0:
        return False
    power = math.log10(one / two)
    return abs(power) > 0.5 and equal(one / two, 10.0 ** round(power))
