"""Reads numbers in queries, in any notation: `1591`, `49.65亿元`, `4,965 million yuan`, `29.59%`, `五千克`."""

from functools import cache

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.numbers import Number, find_numbers
from policestats_tui.engine.extract.units import Units
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.search.nodes import Amount, Words

_ZH_DIGITS = frozenset("一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿卅")
_FORM_UNITS = {"share": "%", "permille": "‰", "rank": "rank"}
_SAME: tuple[dict[str, float], ...] = (
    {"g": 1.0, "kg": 1e3, "t": 1e6},
    {"cm": 1.0, "m": 1e2, "km": 1e5},
    {"m2": 1.0, "ha": 1e4, "km2": 1e6},
)
"""Units that measure the same thing by an exact factor: 5 kg is 5,000 g."""


@cache
def _units() -> Units:
    return Units(shipped_lexicon().units)


def read_amount(text: str, start: int) -> Amount | None:
    """Read a whole text as a number with its unit; None where it is none, or more than that.

    A lone numeral character or number word (`一`, `万`, `two`) is a word, not a number.
    """
    plain = simplify(text)
    number = next(find_numbers(plain), None)
    if number is None or not _is_meant(number, plain):
        return None
    before, after = _units().before(plain, number.start), _units().after(plain, number.end)
    begin = before.edge if before else number.start
    end = after.edge if after else number.end
    if begin > 0 or end < len(plain):
        return None
    value, unit = number.value, _FORM_UNITS.get(number.form)
    for attached in (before, after):
        if attached is not None and unit is None:
            value, unit = value * attached.row.factor, attached.row.unit
    return Amount(Words(text, start), value, unit)


def _is_meant(number: Number, text: str) -> bool:
    written = text[number.start : number.end]
    if number.form == "growth":
        return False
    if number.style == "digits" or number.form != "plain":
        return any(char.isdigit() for char in written) or number.form != "share" or "分之" in written
    if number.style == "en":
        return " " in written or "-" in written
    return (
        len(written) > 1 and not _ZH_DIGITS.isdisjoint(written) and any(char in "十百千万亿拾佰仟" for char in written)
    )


def equal_amounts(value: float, unit: str | None) -> list[tuple[float, str | None]]:
    """Return the value in each unit that it can be stated in without rounding."""
    for family in _SAME:
        if unit in family:
            return [(value * family[unit] / factor, other) for other, factor in family.items()]
    return [(value, unit)]
