"""Reads numerals: digits, Chinese characters, English words, and mixtures of them (`1.2万`, `13 thousand`)."""

import re
from typing import NamedTuple

_ZH_DIGITS = dict(zip("〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖", "00122345678912345678" + "9", strict=True))
_ZH_UNITS = (("兆", 1e12), ("亿", 1e8), ("万", 1e4), ("千", 1e3), ("百", 1e2), ("十", 1e1))
_ZH_VARIANTS = str.maketrans({"仟": "千", "佰": "百", "拾": "十", "廿": "二十", "卅": "三十"})
_EN_SMALL = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10.0 * tens
    for tens, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
_EN_LARGE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_DIGITS = re.compile(r"\d[\d, ]*(?:\.\d+)?")
_EN_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")

SMALL_WORDS = tuple(_EN_SMALL)
LARGE_WORDS = ("dozen", "hundred", *_EN_LARGE)
ZH_NUMERAL_CHARACTERS = "".join(_ZH_DIGITS) + "".join(char for char, _ in _ZH_UNITS) + "仟佰拾廿卅"


class Numeral(NamedTuple):
    """A value, and its `step`: what one step of the last written digit is worth (1.2万: 1000).

    A number below one hundred in words counts in ones: `twenty` is no rounded ten.
    """

    value: float
    step: float


def _scaled(base: Numeral, unit: float) -> Numeral:
    return Numeral(_exact(base.value * unit), _exact(base.step * unit))


def _exact(value: float) -> float:
    """Take off the dust of binary fractions: 4.965 billion is 4965000000, not 4964999999.999999."""
    rounded = round(value)
    if abs(value - rounded) <= 1e-9 * max(1.0, abs(value)):
        return float(rounded)
    return float(f"{value:.12g}")


def digits(text: str) -> Numeral:
    """Read western digits with separators: `1,591`, `3169.5`, `1 200`."""
    plain = re.sub(r"[,\s]", "", text)
    _, _, decimals = plain.partition(".")
    return Numeral(float(plain), float(f"1e-{len(decimals)}"))


def chinese(text: str) -> Numeral | None:
    """Read a numeral of Chinese characters and digits; None where it is none.

    Understood: `三千零五`, `十五万五千`, `二〇二〇` (digit by digit), `1万2千`, `2亿3000万`, `三点五`, `一百二` (120).
    """
    whole, point, decimals = text.translate(_ZH_VARIANTS).partition("点")
    if not point:
        return _chinese(whole)
    unit = 1.0
    while decimals and decimals[-1] in "万亿":
        unit *= 1e4 if decimals[-1] == "万" else 1e8
        decimals = decimals[:-1]
    base, fraction = _chinese(whole), _digit_by_digit(decimals)
    if base is None or fraction is None:
        return None
    step = float(f"1e-{len(decimals)}")
    return _scaled(Numeral(base.value + fraction.value * step, step), unit)


def _chinese(text: str) -> Numeral | None:
    for char, unit in _ZH_UNITS:
        head, found, tail = text.rpartition(char)
        if found:
            return _multiplied(head, unit, tail)
    if _DIGITS.fullmatch(text):
        return digits(text)
    return _digit_by_digit(text)


def _multiplied(head: str, unit: float, tail: str) -> Numeral | None:
    """Read `head` units and the `tail` below them. A head of tens, hundreds or thousands is one plain digit group."""
    plain_head = not any(char in head for char, size in _ZH_UNITS if size < 1e4 or size >= unit)
    if unit < 1e4 and not plain_head:
        return None
    base = _chinese(head.lstrip("零")) if head.lstrip("零") else Numeral(1.0, 1.0)
    if base is None or base.value == 0:
        return None
    top = _scaled(base, unit)
    if not tail:
        return Numeral(top.value, 1.0) if unit == 10 and base.step == 1 else top
    rest = _chinese(tail.lstrip("零") or "零")
    if rest is None or rest.value >= unit:
        return None
    if len(tail) == 1 and unit >= 100 and tail not in "零〇":
        return Numeral(top.value + rest.value * unit / 10, unit / 10)
    return Numeral(_exact(top.value + rest.value), rest.step)


def _digit_by_digit(text: str) -> Numeral | None:
    if text and all(char in _ZH_DIGITS for char in text):
        return Numeral(float("".join(_ZH_DIGITS[char] for char in text)), 1.0)
    return None


def english(text: str) -> Numeral | None:
    """Read an English number of words, or of digits and words; None where it is none.

    Understood: `two hundred and five`, `twenty-five`, `2.5 million`, `13 thousand`, `a dozen`, `half a million`,
    `1.2 hundred million`, `16.3 ten thousand`, `3 million 500 thousand`.
    """
    total, group, step = 0.0, 0.0, 1.0
    written = False
    for part in _EN_PART.findall(text.lower()):
        if part == "ten" and written:
            group, step = group * 10, step * 10
            continue
        written = part[0].isdigit()
        if part[0].isdigit():
            base = digits(part)
            group, step = group + base.value, base.step
        elif part in _EN_SMALL:
            group, step = group + _EN_SMALL[part], 1.0
        elif part == "half":
            group, step = 0.5, 0.5
        elif part in ("hundred", "dozen"):
            unit = 100.0 if part == "hundred" else 12.0
            group, step = (group or 1.0) * unit, step * unit
        elif part in _EN_LARGE:
            total, step = total + (group or 1.0) * _EN_LARGE[part], step * _EN_LARGE[part]
            group = 0.0
        elif part not in ("a", "an", "and"):
            return None
    return Numeral(_exact(total + group), _exact(step))
