"""Puts numbers and their units together: how much of what unit stands where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from policestats_tui.engine.extract.numbers import Form, Number, Style, find_numbers
from policestats_tui.engine.extract.units import Units, short_scale
from policestats_tui.engine.lexicon import UnitKind

_RANGE = re.compile(r"\s?(?:-|–|—|~|至|到|to|or)\s?")
_ITEM = re.compile("[、和及与]")
_LIST_NUMBERS = 50
"""Up to here a bare number before 、 may be that of a list item."""
_SCALES = (("万", 1e4), ("亿", 1e8), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9))
_DEGREES = re.compile(r"\s?[余多]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at `text[start:end]`; the numeral alone is `text[numeral_start:numeral_end]`.

    `value` is in the canonical `unit`, and `step` is what one step of the last written digit is worth in it. `kind` is
    the unit's kind, None where the number stands without any unit; `unit_name` is the English name
    of the unit's row.
    """

    start: int
    end: int
    value: float
    step: float
    unit: str
    kind: UnitKind | None
    unit_name: str | None
    numeral_start: int
    numeral_end: int
    style: Style
    form: Form
    more: bool

    @property
    def bare(self) -> bool:
        """Whether the number stands alone, with neither unit nor measure word."""
        return self.kind is None


def _clean(value: float) -> float:
    return float(f"{value:.12g}")


def quantity(text: str, number: Number, units: Units) -> Quantity:
    """Return the number with the unit that is written at it, if any."""
    plain = Quantity(
        number.start, number.end, number.value, number.step, "count", None, None,
        number.start, number.end, number.style, number.form, number.more,
    )  # fmt: skip
    if number.form in ("share", "growth"):
        return replace(plain, unit="%", kind="share")
    if number.form == "permille":
        return replace(plain, unit="‰", kind="share")
    if number.form == "rank":
        return replace(plain, unit="rank", kind="counter", unit_name="rank")
    if number.form == "clock":
        return replace(plain, unit="minute", kind="time", unit_name="minute")
    return _with_unit(text, plain, units)


def _with_unit(text: str, plain: Quantity, units: Units) -> Quantity:
    currency = units.before(text, plain.start)
    end, value, step = plain.end, plain.value, plain.step
    if currency and (scale := short_scale(text, end)):
        end, value, step = scale[0], value * scale[1], step * scale[1]
    more = _DEGREES.match(text, end) if not plain.more and plain.style == "digits" else None
    after = units.after(text, more.end() if more else end)
    if currency and (after is None or after.row.kind != "money"):
        row, edge = currency.row, end
    elif currency and after:
        row, edge = (currency.row if after.row.unit == "CNY" else after.row), after.edge
    elif after:
        row, edge = after.row, after.edge
    else:
        return plain
    return replace(
        plain, start=currency.edge if currency else plain.start, end=edge, value=_clean(value * row.factor),
        step=_clean(step * row.factor), unit=row.unit, kind=row.kind,
        unit_name=row.name_en,
        more=plain.more or bool(more) or "多" in text[plain.end : edge],
    )  # fmt: skip


def _share_units(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Give the first number of a range (`10 to 15 minutes`, `3至5万元`) the unit and scale of the second."""
    previous: Quantity | None = None
    for current in quantities:
        if previous is not None:
            yield _as_range(text, previous, current)
        previous = current
    if previous is not None:
        yield previous


def _as_range(text: str, low: Quantity, high: Quantity) -> Quantity:
    if not low.bare or high.bare or not 0 < high.start - low.end <= 4 or low.style != high.style:
        return low
    if not _RANGE.fullmatch(text, low.end, high.start):
        return low
    scale = next((worth for word, worth in _SCALES if _written(text, high).endswith(word)), 1.0)
    if low.value >= high.value / scale:
        scale = 1.0
    if low.value * scale >= high.value:
        return low
    return replace(
        low, value=_clean(low.value * scale), step=_clean(low.step * scale), unit=high.unit, kind=high.kind,
        unit_name=high.unit_name,
    )  # fmt: skip


def _written(text: str, one: Quantity) -> str:
    return text[one.numeral_start : one.numeral_end].rstrip("余多").lower()


def find_quantities(text: str, start: int, end: int, units: Units) -> list[Quantity]:
    """Return the numbers of `text[start:end]` with their units, in order; what is a date or an ordinal is left out."""
    found = (quantity(text, number, units) for number in find_numbers(text, start, end))
    kept: list[Quantity] = []
    for one in _share_units(text, found):
        if one.end <= end and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    for place in range(len(kept) - 2, -1, -1):
        kept[place] = _as_item(text, kept[place], kept[place + 1])
    return kept


def _as_item(text: str, one: Quantity, following: Quantity) -> Quantity:
    """Give an item of a list the measure word that its last item has: `分别为9.6万、4.9万和4.2万人次`."""
    counted = one.bare and following.kind == "counter" and one.style == following.style == "digits"
    if not counted or one.value <= _LIST_NUMBERS or not _ITEM.fullmatch(text, one.end, following.start):
        return one
    return replace(one, kind=following.kind, unit_name=following.unit_name)
