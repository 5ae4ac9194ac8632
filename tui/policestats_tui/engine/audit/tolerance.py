"""How far a written number may lie from the true one: rounding, hedges, and what follows for a comparison.

A figure stands for two spans. The likely span holds the true value if the writer rounded (or cut off) at the
last written digit; the possible span is what the words do not rule out. A stated result agrees when likely
spans meet and is contradicted only when possible spans do not.
"""

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from policestats_tui.engine.model import CheckStatus, Figure

_QUOTIENTS = ("change", "share", "ratio")
_ROUND = 1000
"""An unhedged count that is a multiple of this is taken as rounded: 39,000 cases, 28,000 mu."""


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from `low` to `high`, both included."""

    low: float
    high: float

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Span") -> "Span":
        return Span(self.low - other.high, self.high - other.low)

    def __truediv__(self, other: "Span") -> "Span":
        if self.low < 0 or other.low <= 0:
            return Span(-math.inf, math.inf)
        return Span(self.low / other.high, self.high / other.low)

    def times(self, factor: float) -> "Span":
        """Return the span in another unit, or with the other sign."""
        ends = self.low * factor, self.high * factor
        return Span(min(ends), max(ends))

    def meets(self, other: "Span") -> bool:
        """Tell whether the spans share a number, but for floating-point noise."""
        ends = (abs(end) for end in (self.low, self.high, other.low, other.high) if math.isfinite(end))
        slack = 1e-9 * max(ends, default=0.0)
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
    reach = min(2 * one if figure.qualifier == "about" else one, abs(value) / 2)
    return Span(value - reach, value + reach)


def equal(first: float, second: float) -> bool:
    """Tell whether two numbers are the same but for floating-point noise."""
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-12)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that arithmetic is done with: its written value and its two spans."""

    value: float
    likely: Span
    possible: Span

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.value + other.value, self.likely + other.likely, self.possible + other.possible)

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(self.value - other.value, self.likely - other.likely, self.possible - other.possible)

    def __truediv__(self, other: "Amount") -> "Amount":
        return Amount(self.value / other.value, self.likely / other.likely, self.possible / other.possible)

    @property
    def is_bounded(self) -> bool:
        """Tell whether the words bound the number on both sides."""
        return math.isfinite(self.possible.low) and math.isfinite(self.possible.high)

    def times(self, factor: float) -> "Amount":
        """Return the amount in another unit, or with the other sign."""
        return Amount(self.value * factor, self.likely.times(factor), self.possible.times(factor))


ONE = Amount(1.0, Span(1.0, 1.0), Span(1.0, 1.0))


def amount(figure: Figure) -> Amount:
    """Return a figure's value with its spans."""
    return Amount(figure.value, likely(figure), possible(figure))


def total_of(figures: Sequence[Figure]) -> Amount:
    """Return the sum of one figure or more: tolerances add up."""
    return reduce(operator.add, map(amount, figures))


def compare(stated: Figure, computed: Amount) -> CheckStatus | None:
    """Compare a stated result with the computed one; None where the words leave it open.

    It holds when both are equal; a quotient, when it is the stated one rounded as that is written.
    """
    half = stated.precision / 2 if stated.kind in _QUOTIENTS else 0.0
    near = abs(computed.value - stated.value) <= half * (1 + 1e-9)
    if near or equal(computed.value, stated.value):
        hedged = stated.qualifier in ("at_least", "at_most") or not computed.is_bounded
        return "rounding" if hedged else "holds"
    if likely(stated).meets(computed.likely):
        return "rounding"
    return None if possible(stated).meets(computed.possible) else "mismatch"


def chance(combinations: int, total: Figure) -> float:
    """Return how many of so many sums would hit `total` by accident, if sums fell evenly up to its size."""
    return combinations * max(step(total), 1e-9) / max(abs(total.value), 1e-9)
