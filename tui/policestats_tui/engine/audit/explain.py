"""Writes the arithmetic of a check in one line, in Chinese and in English.

Numbers are written as each language writes them: 49.65亿元, 4,965 million yuan. All numbers of a line share
one scale.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from policestats_tui.engine.audit.tolerance import equal
from policestats_tui.engine.model import Figure, Language
from policestats_tui.engine.notation import unit_name

_HEDGES_ZH = {"about": "约", "at_least": "超过", "at_most": "不超过"}
_HEDGES_EN = {"about": "about ", "at_least": "more than ", "at_most": "at most "}
POINTS = "points"
"""The unit of a difference between two percentages."""
_SCALES_ZH = ((1e8, "亿", False), (1e4, "万", False))
_SCALES_EN = ((1e9, " billion", True), (1e6, " million", False))
"""Scales from the largest; the last column asks that the smallest number of a line, not the largest, reaches it."""
_SCALED_DECIMALS = 4
_WRITABLE = 1e15
"""Beyond this a float has no decimals to round."""
_TEN_THOUSAND_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """How the numbers of one explanation are written: its language, and the scale that they share."""

    language: Language
    factor: float
    scale: str
    unit: str

    def bare(self, value: float) -> str:
        """Write a number without its scale and unit."""
        return self._digits(value / self.factor)

    def full(self, value: float) -> str:
        """Write a number with its scale and unit."""
        return f"{self.bare(value)}{self.scale}{self.unit}"

    def stated(self, figure: Figure) -> str:
        """Write a figure with its hedge: about 4,965 million yuan."""
        hedges = _HEDGES_ZH if self.language == "zh" else _HEDGES_EN
        return hedges.get(figure.qualifier, "") + self.full(figure.value)

    def _digits(self, value: float) -> str:
        grouped = "" if self.language == "zh" else ","
        text = f"{value:{grouped}.{_decimals(value)}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def _decimals(value: float) -> int:
    """Return how many decimals of a number are worth writing: at most ten significant digits in all."""
    whole = len(str(int(abs(value))))
    return max(0, min(6, 10 - whole))


def _fits(values: Iterable[float], factor: float, decimals: int) -> bool:
    return all(equal(round(value / factor, decimals) * factor, value) for value in values)


def lines(values: Sequence[float], unit: str) -> tuple[Line, Line]:
    """Return how to write `values` of one canonical unit in Chinese and in English."""
    return _line("zh", values, unit), _line("en", values, unit)


def _line(language: Language, values: Sequence[float], unit: str) -> Line:
    sizes = [abs(value) for value in values if value]
    factor, scale = 1.0, ""
    for candidate, name, least in _SCALES_ZH if language == "zh" else _SCALES_EN:
        size = min(sizes, default=0.0) if least else max(sizes, default=0.0)
        decimals = _TEN_THOUSAND_DECIMALS if name == "万" else _SCALED_DECIMALS
        if size >= candidate and _fits(values, candidate, decimals):
            factor, scale = candidate, name
            break
    return Line(language, factor, scale, _unit_name(language, unit))


def _unit_name(language: Language, unit: str) -> str:
    if unit == POINTS:
        return "个百分点" if language == "zh" else " percentage points"
    name = unit_name(unit, language)
    return name if language == "zh" or name in ("", "%", "‰") else f" {name}"


def sum_lines(total: Figure, parts: Sequence[Figure], mismatch: bool) -> tuple[str, str]:
    """Explain a sum: `125 + 25 + 1,175 + 26 + 240 = 1,591, stated 1,591`."""
    result = math.fsum(part.value for part in parts)
    values = [total.value, result, *(part.value for part in parts)]
    zh, en = lines(values, total.unit)
    gap = abs(result - total.value)
    left_zh, left_en = (" + ".join(line.bare(part.value) for part in parts) for line in (zh, en))
    end_zh, end_en = (f"，相差{zh.full(gap)}", f", {en.full(gap)} apart") if mismatch else ("", "")
    return (
        f"{left_zh} = {zh.full(result)}，文中为{zh.stated(total)}{end_zh}",
        f"{left_en} = {en.full(result)}, stated {en.stated(total)}{end_en}",
    )


def part_lines(total: Figure, part: Figure) -> tuple[str, str]:
    """Explain a part that is larger than what it is a part of."""
    zh, en = lines([total.value, part.value], total.unit)
    return (
        f"部分{zh.stated(part)} > 总数{zh.stated(total)}",
        f"part {en.stated(part)} > total {en.stated(total)}",
    )


@dataclass(frozen=True, slots=True)
class Equation:
    """A computed result: `formula` has a place for each of `values`, which are in `unit`, the result in its own."""

    formula: str
    values: Sequence[float]
    unit: str
    result: float
    result_unit: str


def above_level_lines(rise: Figure, level: Figure) -> tuple[str, str]:
    """Explain a rise that is larger than the level that it led to."""
    zh, en = lines([rise.value, level.value], level.unit)
    return f"上升{zh.stated(rise)} > 总数{zh.stated(level)}", f"up {en.stated(rise)} > level {en.stated(level)}"


def move_lines(stated: Figure, equation: Equation) -> tuple[str, str]:
    """Explain a difference or a relative change: `(3,181 − 1,469) / 1,469 = 116.5%, stated up 116.5%`."""
    direction_zh = {"up": "上升", "down": "下降"}.get(stated.direction or "", "")
    direction_en = f"{stated.direction} " if stated.direction else ""
    zh, en = _equation_lines(stated, equation)
    return f"{zh[0]}，文中为{direction_zh}{zh[1]}", f"{en[0]}, stated {direction_en}{en[1]}"


def quotient_lines(stated: Figure, equation: Equation) -> tuple[str, str]:
    """Explain a share or ratio: `450 / 500 = 90%, stated 90%`."""
    zh, en = _equation_lines(stated, equation)
    return f"{zh[0]}，文中为{zh[1]}", f"{en[0]}, stated {en[1]}"


def _equation_lines(stated: Figure, equation: Equation) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return computation and stated result in each language."""
    result = _as_written(equation.result, stated)
    terms = lines(equation.values, equation.unit)
    results = lines([result, stated.value], equation.result_unit)
    zh, en = (
        (_left(equation, left) + f" = {right.full(result)}".replace("-", "−"), right.stated(stated))
        for left, right in zip(terms, results, strict=True)
    )
    return zh, en


def _left(equation: Equation, line: Line) -> str:
    return equation.formula.format(*(line.bare(value) for value in equation.values))


def _as_written(computed: float, stated: Figure) -> float:
    """Round a quotient as the stated one is written; what is nothing then keeps one digit."""
    if abs(computed) >= _WRITABLE:
        return computed
    decimals = max(0, -math.floor(math.log10(stated.precision))) if stated.precision > 0 else 2
    if computed and abs(computed) < 10.0**-decimals:
        decimals = -math.floor(math.log10(abs(computed)))
    return float(Decimal(repr(computed)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def above_lines(stated: Figure) -> tuple[str, str]:
    """Explain a share of more than all there is."""
    zh, en = lines([stated.value], stated.unit)
    whole = 100.0 if stated.unit == "%" else 1000.0
    return f"{zh.stated(stated)} > {zh.full(whole)}", f"{en.stated(stated)} > {en.full(whole)}"


def repeat_lines(tellings: Sequence[Figure]) -> tuple[str, str]:
    """Explain a number that is told more than once."""
    zh, en = lines([tellings[0].value], tellings[0].unit)
    value, times = tellings[0].value, len(tellings)
    return f"{zh.full(value)}，{times}处一致", f"{en.full(value)}, told alike in {times} places"


def two_tellings_lines(first: Figure, second: Figure, power_of_ten: bool) -> tuple[str, str]:
    """Explain two different numbers for one claim."""
    zh, en = lines([first.value, second.value], first.unit)
    larger, smaller = max(first.value, second.value), min(first.value, second.value)
    times = f"{larger / smaller:.0f}" if power_of_ten else ""
    end_zh, end_en = (f"，相差{times}倍", f", {times} times apart") if power_of_ten else ("", "")
    return (
        f"一处为{zh.stated(first)}，另一处为{zh.stated(second)}{end_zh}",
        f"{en.stated(first)} in one place, {en.stated(second)} in another{end_en}",
    )
