"""Numbers as a reader of statistics writes them, in Chinese or English, hedges kept."""

from decimal import Decimal

from policestats_tui.engine.model import Direction, Kind, Language, Qualifier

_HEDGES: dict[Qualifier, str] = {"exact": "", "about": "≈", "at_least": "≥", "at_most": "≤"}
_SIGNS: dict[Direction | None, str] = {"up": "+", "down": "−", "flat": "±", None: ""}
_MONEY = {"CNY": ("元", "yuan"), "HKD": ("港元", "HK$"), "USD": ("美元", "US$"), "MOP": ("澳门元", "MOP")}
_UNITS = {
    "kg": ("公斤", "kg"), "g": ("克", "g"), "t": ("吨", "t"), "lb": ("磅", "lb"), "l": ("升", "l"),
    "m3": ("立方米", "m³"), "m2": ("平方米", "m²"), "km2": ("平方公里", "km²"), "mu": ("亩", "mu"),
    "ha": ("公顷", "ha"), "km": ("公里", "km"), "m": ("米", "m"), "cm": ("厘米", "cm"), "minute": ("分钟", "min"),
    "hour": ("小时", "h"), "day": ("天", "days"), "month": ("个月", "months"), "year": ("年", "years"),
    "celsius": ("℃", "°C"), "times": ("倍", "times"),
}  # fmt: skip
_STEPS = {"zh": ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")),
          "en": ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))}  # fmt: skip


def plain(value: float) -> str:
    """Return a number in full, without separators: `4965000000`, `29.59`. Equal bytes in every export."""
    return format(Decimal(repr(value)).normalize(), "f")


def number(value: float) -> str:
    """Return a number with thousands separators: `1,591`, `29.59`."""
    return f"{Decimal(plain(value)):,}"


def counted(number_of: int, noun: str) -> str:
    """Return how many there are of an English noun: `1 document`, `1,591 figures`."""
    return f"{number_of:,} {noun}" if number_of == 1 else f"{number_of:,} {noun}s"


def amount(value: float, unit: str, language: Language) -> str:
    """Return a number with its unit: `1,591`, `4.965 billion yuan`, `49.65亿元`, `29.59%`, `第5位`."""
    chinese = language == "zh"
    if unit == "count":
        return number(value)
    if unit in ("%", "‰"):
        return f"{number(value)}{unit}"
    if unit == "rank":
        return f"第{number(value)}位" if chinese else f"No. {number(value)}"
    if unit in _MONEY or (len(unit) == len("CNY") and unit.isupper()):
        return _money(Decimal(plain(value)), unit, language)
    name = unit_name(unit, language)
    return f"{number(value)}{name}" if chinese else f"{number(value)} {name}"


def unit_name(unit: str, language: Language) -> str:
    """Return what a unit is called behind a number: `元`, `yuan`, `m²`; nothing for counts and ranks."""
    if unit in ("count", "rank"):
        return ""
    zh, en = _MONEY.get(unit) or _UNITS.get(unit, (unit, unit))
    return zh if language == "zh" else en


def _money(value: Decimal, unit: str, language: Language) -> str:
    scaled, word = value, ""
    for step, name in _STEPS[language]:
        if value >= step:
            scaled, word = value / step, name
            break
    digits = f"{Decimal(format(scaled.normalize(), 'f')):,}"
    zh, en = _MONEY.get(unit, (unit, unit))
    if language == "zh":
        return f"{digits}{word}{zh}"
    return f"{en}{digits}{word}" if en.endswith("$") else f"{digits}{word} {en}"


def cell(
    value: float, unit: str, language: Language, qualifier: Qualifier, kind: Kind, direction: Direction | None
) -> str:
    """Return a figure as a table cell: `≈4.965 billion yuan`, `−26.39%`, `≥2,400`."""
    sign = _SIGNS[direction] if kind in ("change", "difference") else ""
    return f"{_HEDGES[qualifier]}{sign}{amount(value, unit, language)}"
