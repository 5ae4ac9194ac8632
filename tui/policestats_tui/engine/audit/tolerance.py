"""How far a written number may lie from the true one: rounding, hedges, and what follows for a comparison.

A figure stands for two spans. The likely span holds the true value if the writer rounded (or cut off) at the
last written digit; the possible span is what the words do not rule out. A stated result agrees when likely
spans meet and is contradicted only when possible spans do not.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policestats_tui.engine.model import CheckStatus, Figure

_ROUND = 1000
"""An unhedged count that is a multiple of this is taken as rounded: 39,000 cases, 28,000 mu."""


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: "Span") -> bool:
        """Tell whether the spans share a number, but for floating-point noise."""
        slack = 1e-9 * max(abs(self.low), abs(other.low), 1e-9)
        return self.low <= other.high + slack and other.low <= self.high + slack


def step(figure: Figure) -> float:
    """Return what one step of the last digit that means something is worth: after a hedge, zeros do not."""
    zeros = _trailing_power(figure.value)
    if figure.qualifier != "exact" or zeros >= _ROUND:
        return max(figure.precision, zeros)
    return figure.precision


def significant_digits(figure: Figure) -> int:
    """Return how many digits the number means: 39,000 has two, 1,591 has four."""
    size = abs(figure.value) / max(step(figure), _trailing_power(figure.value) or figure.precision)
    return len(str(max(1, round(size))))


def _trailing_power(value: float) -> float:
    if value == 0 or value != int(value):
        return 0.0
    power = 1
    while value % (power * 10) == 0:
        power *= 10
    return float(power)


def is_counted(figure: Figure) -> bool:
    """Tell whether the number is written out to the last unit: an unhedged count that is not rounded."""
    return figure.qualifier == "exact" and figure.unit == "count" and step(figure) <= 1


def likely(figure: Figure) -> Span:
    """Return where the true value lies if the writer rounded half up or cut off."""
    value, one = figure.value, step(figure)
    if is_counted(figure):
        return Span(value, value)
    if figure.qualifier == "at_least":
        return Span(value, value + one)
    if figure.qualifier == "at_most":
        return Span(value - one, value)
    if figure.qualifier == "about":
        return Span(value - one, value + one)
    return Span(value - one / 2, value + one)


def possible(figure: Figure) -> Span:
    """Return where the true value may lie without the words being wrong."""
    value, one = figure.value, step(figure)
    if is_counted(figure):
        return Span(value, value)
    if figure.qualifier == "at_least":
        return Span(value, math.inf)
    if figure.qualifier == "at_most":
        return Span(-math.inf, value)
    reach = 2 * one if figure.qualifier == "about" else one
    return Span(value - reach, value + reach)


def summed(spans: Iterable[Span]) -> Span:
    """Return the span of a sum: tolerances add up."""
    listed = list(spans)
    return Span(math.fsum(span.low for span in listed), math.fsum(span.high for span in listed))


def equal(first: float, second: float) -> bool:
    """Tell whether two numbers are the same but for floating-point noise."""
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-12)


def compare_sum(total: Figure, parts: Sequence[Figure]) -> CheckStatus | None:
    """Compare a stated total with the sum of its parts; None where the words leave it open."""
    if equal(math.fsum(part.value for part in parts), total.value):
        open_ended = any(figure.qualifier in ("at_least", "at_most") for figure in (total, *parts))
        return "rounding" if open_ended else "holds"
    if likely(total).meets(summed(likely(part) for part in parts)):
        return "rounding"
    if not possible(total).meets(summed(possible(part) for part in parts)):
        return "mismatch"
    return None


def chance(combinations: int, total: Figure) -> float:
    """Return how many of so many sums would hit `total` by accident, if sums fell evenly up to its size."""
    return combinations * max(step(total), 1e-9) / max(abs(total.value), 1e-9)
