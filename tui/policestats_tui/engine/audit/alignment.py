"""Lays two documents of one briefing side by side, so that each claim finds its other telling.

Figures that are equal, in the same order, are anchors. What stands between two anchors in both documents is the same
claim if it measures the same; there two numbers may round one another or contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from policestats_tui.engine.audit.comparing import same_setting
from policestats_tui.engine.audit.evidence import Term
from policestats_tui.engine.audit.tolerance import significant_digits

_TELLING = 3
"""An equal number of so many digits is the same claim even where its measure was read otherwise."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of tellings: `equal` in value, and `other` where both measure the same but differ in value."""

    equal: tuple[tuple[Term, Term], ...]
    other: tuple[tuple[Term, Term], ...]


def align(first: Sequence[Term], second: Sequence[Term]) -> Alignment:
    """Align the figures of two documents, each in reading order."""
    matcher = SequenceMatcher(None, [_token(term) for term in first], [_token(term) for term in second])
    equal: list[tuple[Term, Term]] = []
    other: list[tuple[Term, Term]] = []
    for tag, start, end, start_second, end_second in matcher.get_opcodes():
        pairs = list(zip(first[start:end], second[start_second:end_second], strict=False))
        if tag == "equal":
            equal += [pair for pair in pairs if _is_same_claim(*pair)]
        elif tag == "replace" and end - start == end_second - start_second:
            other += [pair for pair in pairs if is_same_measure(*pair)]
    paired = {term.index for pair in (*equal, *other) for term in pair}
    left, left_second = ([term for term in side if term.index not in paired] for side in (first, second))
    return Alignment((*equal, *_moved(left, left_second)), tuple(other))


def _token(term: Term) -> tuple[str, str, float]:
    return term.figure.kind, term.figure.unit, term.value


def _is_same_claim(first: Term, second: Term) -> bool:
    return first.figure.object == second.figure.object or significant_digits(first.figure) >= _TELLING


def is_same_measure(first: Term, second: Term) -> bool:
    """Tell whether two figures of different documents measure the same thing, in the same setting."""
    one, two = first.figure, second.figure
    return (
        (one.kind, one.unit, one.object, one.action, one.direction)
        == (two.kind, two.unit, two.object, two.action, two.direction)
        and same_setting(first, second)
        and (one.campaign == two.campaign or one.campaign is None or two.campaign is None)
    )


def _moved(first: Sequence[Term], second: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Yield equal figures that stand in another order, if nothing else in either document is like them."""
    sides = _by_claim(first), _by_claim(second)
    for claim, tellings in sides[0].items():
        others = sides[1].get(claim, ())
        if len(tellings) == 1 and len(others) == 1:
            yield tellings[0], others[0]


def _by_claim(figures: Sequence[Term]) -> dict[tuple[str, str, float, str, str], list[Term]]:
    claims: dict[tuple[str, str, float, str, str], list[Term]] = defaultdict(list)
    for term in figures:
        claims[(*_token(term), term.figure.object, term.figure.action)].append(term)
    return claims
