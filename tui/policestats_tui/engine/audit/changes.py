"""A level, the previous level, their difference and the relative change: any three of the four.

Which level a change belongs to is `refers_to`; the previous level is the one that a word such as 较去年 or `from`
announces in the same sentence. Without one it is implied by level and difference.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policestats_tui.engine.audit.comparing import measure
from policestats_tui.engine.audit.evidence import Term, own_text, text_after, text_before
from policestats_tui.engine.audit.explain import POINTS, Equation, above_level_lines, move_lines
from policestats_tui.engine.audit.tolerance import ONE, Amount, amount, compare, possible
from policestats_tui.engine.audit.wording import APART, ELSEWHERE, IN_POINTS, PREVIOUS
from policestats_tui.engine.intervals import bounds
from policestats_tui.engine.model import Check, Figure

CHANGE_RULE = "change"
DIFFERENCE_RULE = "difference"
LEVEL_RULE = "rise-above-level"
_ANNOUNCED = 30
"""A word that announces the previous level stands at most so many characters before it."""
_BEHIND = 60
"""Words that say what a move is measured from end no further behind it."""
_NEAR = 3
"""A level and the previous one stand no further apart, counted in figures."""
_PER = {"%": 100.0, "‰": 1000.0}
_SIGN = {"up": 1, "down": -1}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of one measure; `level` or `previous` may be missing, and either move."""

    level: Term | None
    previous: Term | None
    difference: Term | None
    change: Term | None


@dataclass(frozen=True, slots=True)
class _Quotient:
    """A relative change as computed (1 is a doubling), and how: a formula over the terms' numbers."""

    moved: Amount
    formula: str
    terms: tuple[Term, ...]


def changes(figures: Sequence[Term]) -> Iterator[Check]:
    """Yield a check for each stated difference, and for each relative change, that can be computed."""
    sentences: dict[tuple[str, int], list[Term]] = defaultdict(list)
    for term in figures:
        sentences[term.figure.doc, term.place.passage].append(term)
    for sentence in sentences.values():
        for told in _told(sentence):
            yield from _check_difference(told)
            yield from _check_level(told)
            yield from _check_change(told)


def _told(sentence: Sequence[Term]) -> Iterator[_Told]:
    levels = {term.figure.start: term for term in sentence if term.figure.kind in ("level", "share", "ratio")}
    referring: dict[int, list[Term]] = defaultdict(list)
    for place, term in enumerate(sentence):
        start = _referred(term, sentence[place - 1 : place])
        moved = term.figure.direction in _SIGN and not _is_from_elsewhere(term)
        if start in levels and start is not None and moved:
            referring[start].append(term)
    gathered = _gathered(referring, levels)
    for start, moves in gathered.items():
        level = levels[start]
        free = [term for other, term in levels.items() if other not in gathered]
        absolute = [term for term in moves if _is_difference(term, level)]
        relative = [term for term in moves if term not in absolute and term.figure.unit in _PER]
        if len(absolute) < 2 and len(relative) < 2:
            now, before = _ordered(level, moves[-1], free)
            yield _Told(now, before, next(iter(absolute), None), next(iter(relative), None))


def _is_from_elsewhere(term: Term) -> bool:
    """Tell whether a move is measured from another place's or planned number, in the words around it."""
    before = APART.split(text_before(term, _ANNOUNCED))[-1]
    return (
        ELSEWHERE.search(before) is not None or ELSEWHERE.search(APART.split(text_after(term, _BEHIND))[0]) is not None
    )


def _gathered(referring: Mapping[int, list[Term]], levels: Mapping[int, Term]) -> dict[int, list[Term]]:
    """Return the moves of each level; what was read as a move of the previous level goes to the present one."""
    gathered = {start: list(moves) for start, moves in referring.items()}
    for start in referring:
        later = [other for other in referring if other != start and _follows(levels[other], levels[start])]
        if len(later) == 1 and later[0] in gathered:
            moves = gathered[later[0]] + gathered.pop(start)
            gathered[later[0]] = sorted(moves, key=lambda move: move.index)
    return gathered


def _follows(level: Term, previous: Term) -> bool:
    """Tell whether `previous` is announced as what `level` is compared with, within a few figures."""
    alike = measure(level) == measure(previous) and level.figure.action == previous.figure.action
    near = abs(level.index - previous.index) <= _NEAR
    return alike and near and _is_announced(previous) and not _is_announced(level)


def _referred(term: Term, before: Sequence[Term]) -> int | None:
    """Return where the level that a move refers to starts; percentage points also move the share right before them."""
    if term.figure.refers_to is not None or term.figure.kind != "difference" or term.figure.unit not in _PER:
        return term.figure.refers_to
    shares = [one for one in before if one.figure.kind == "share" and measure(one) == measure(term)]
    return shares[0].figure.start if shares else None


def _is_difference(term: Term, level: Term) -> bool:
    """Tell whether a move is in the level's own unit: a number of cases, percentage points of a rate."""
    if term.figure.kind == "difference":
        return True
    in_points = IN_POINTS.search(own_text(term) + text_after(term, 20))
    return level.figure.unit == term.figure.unit and in_points is not None


def _ordered(level: Term, move: Term, free: Sequence[Term]) -> tuple[Term | None, Term | None]:
    """Return the present and the previous level, given the one that a move refers to and those that none does."""
    rivals = [term for term in free if _is_rival(term, level, move)]
    if len(rivals) == 1:
        other = rivals[0]
        if _is_before(other, level):
            return level, other
        if _is_before(level, other):
            return other, level
    return (None, level) if not rivals and _is_announced(level) else (level, None)


def _is_rival(term: Term, level: Term, move: Term) -> bool:
    """Tell whether a level may be the other one of the two that a move compares: it stands next to both."""
    near = abs(term.index - level.index) == 1 or abs(term.index - move.index) == 1
    return (
        near
        and term.figure.action in (level.figure.action, "other")
        and term.figure.kind == level.figure.kind
        and measure(term) == measure(level)
    )


def _is_before(term: Term, other: Term) -> bool:
    one, two = bounds(term.figure.period), bounds(other.figure.period)
    if one is not None and two is not None and one != two:
        return one[1] < two[1]
    return _is_announced(term) and not _is_announced(other)


def _is_announced(term: Term) -> bool:
    words = APART.split(text_before(term, _ANNOUNCED))[-1]
    return PREVIOUS.search(words) is not None


def _check_difference(told: _Told) -> Iterator[Check]:
    if told.difference is None or told.level is None or told.previous is None:
        return
    stated, level, previous = told.difference.figure, told.level.figure, told.previous.figure
    if stated.unit != level.unit:
        return
    status = compare(stated, (amount(level) - amount(previous)).times(_sign(stated)))
    if status is not None:
        values = [level.value, previous.value]
        unit = POINTS if level.unit in _PER else level.unit
        zh, en = move_lines(stated, Equation("{0} − {1}", values, level.unit, level.value - previous.value, unit))
        indexes = (told.difference.index, told.level.index, told.previous.index)
        yield Check(DIFFERENCE_RULE, status, zh, en, indexes)


def _check_level(told: _Told) -> Iterator[Check]:
    """Yield a failure where a rise exceeds the level that it led to."""
    if told.difference is None or told.level is None or told.previous is not None:
        return
    rise, level = told.difference.figure, told.level.figure
    alike = measure(told.difference) == measure(told.level) and rise.action == level.action
    if alike and rise.direction == "up" and possible(rise).low > possible(level).high:
        zh, en = above_level_lines(rise, level)
        yield Check(LEVEL_RULE, "mismatch", zh, en, (told.difference.index, told.level.index))


def _sign(stated: Figure) -> int:
    return _SIGN[stated.direction or "up"]


def _check_change(told: _Told) -> Iterator[Check]:
    quotient = _quotient(told)
    if told.change is None or quotient is None:
        return
    stated = told.change.figure
    computed = quotient.moved.times(_PER[stated.unit])
    status = compare(stated, computed.times(_sign(stated)))
    if status is not None:
        values = [term.value for term in quotient.terms]
        unit = quotient.terms[0].figure.unit
        zh, en = move_lines(stated, Equation(quotient.formula, values, unit, computed.value, stated.unit))
        yield Check(CHANGE_RULE, status, zh, en, (told.change.index, *(term.index for term in quotient.terms)))


def _quotient(told: _Told) -> _Quotient | None:
    """Return the relative change that two of the other three imply, or None."""
    level, previous, difference = told.level, told.previous, told.difference
    if level is not None and previous is not None and previous.value > 0:
        moved = amount(level.figure) / amount(previous.figure) - ONE
        return _Quotient(moved, "({0} − {1}) / {1}", (level, previous))
    if difference is None or difference.figure.unit in _PER:
        return None
    sign = _sign(difference.figure)
    gap = amount(difference.figure)
    if previous is not None and previous.value > 0:
        return _Quotient((gap / amount(previous.figure)).times(sign), "{0} / {1}", (difference, previous))
    if level is None or level.value - sign * difference.value <= 0:
        return None
    before = amount(level.figure) - gap.times(sign)
    formula = "{0} / ({1} − {0})" if sign > 0 else "−{0} / ({1} + {0})"
    return _Quotient((gap / before).times(sign), formula, (difference, level))
