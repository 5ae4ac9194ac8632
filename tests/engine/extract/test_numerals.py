"""Numerals: what is written is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.extract.numerals import Numeral, chinese, digits, english

_ZH = "零一二三四五六七八九"
_SMALL = [
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
_TENS = ["", "", *["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]]


def write_chinese_section(number: int) -> str:
    written, gap = "", False
    for unit, char in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if gap and written else "") + _ZH[digit] + char
            gap = False
        else:
            gap = True
    return written


def write_chinese(number: int) -> str:
    written = ""
    for unit, char in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // unit % 10**4
        if section:
            written += ("零" if written and section < 1000 else "") + write_chinese_section(section) + char
    return written or "零"


def write_english(number: int) -> str:
    for unit, word in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= unit:
            rest = number % unit
            tail = f"{' and ' if unit == 100 else ' '}{write_english(rest)}" if rest else ""
            return f"{write_english(number // unit)} {word}{tail}"
    if number < 20:
        return _SMALL[number]
    return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(1, 10**12 - 1))
def test_chinese_round_trip(number: int) -> None:
    assert chinese(write_chinese(number)) is not None
    assert chinese(write_chinese(number)).value == number  # type: ignore[union-attr]


@given(st.integers(0, 10**12 - 1))
def test_english_round_trip(number: int) -> None:
    read = english(write_english(number))
    assert read is not None
    assert read.value == number


@given(st.integers(0, 10**15), st.integers(0, 4))
def test_digits_round_trip(number: int, places: int) -> None:
    value = number / 10**places
    read = digits(f"{value:,.{places}f}")
    assert read.value == pytest.approx(value)
    assert read.step == pytest.approx(10**-places)


@given(
    st.integers(1, 99999), st.integers(0, 2), st.sampled_from([("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百万", 1e6)])
)
def test_digits_with_a_chinese_unit(number: int, places: int, unit: tuple[str, float]) -> None:
    read = chinese(f"{number / 10**places:.{places}f}{unit[0]}")
    assert read is not None
    assert read.value == pytest.approx(number / 10**places * unit[1])
    assert read.step == pytest.approx(unit[1] / 10**places)


@given(st.text(alphabet=_ZH + "十百千万亿点两〇廿卅0123456789.,", max_size=24))
def test_any_chinese_string_is_read_or_refused(text: str) -> None:
    read = chinese(text) if text and text[0] not in ",." else None
    assert read is None or read.value >= 0


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("二〇二〇", 2020, 1), ("两千三", 2300, 100), ("一百二", 120, 10), ("十五万五千", 155000, 1000),
        ("廿三", 23, 1),
        ("2亿3000万", 2.3e8, 1e4), ("1万2千", 12000, 1000), ("三点五", 3.5, 0.1), ("一点二亿", 1.2e8, 1e7),
        ("三万亿", 3e12, 1e12), ("三千零五", 3005, 1), ("28.75万", 287500, 100), ("百万", 1e6, 1e6),
    ],
)  # fmt: skip
def test_chinese_notations(text: str, value: float, step: float) -> None:
    assert chinese(text) == Numeral(value, step)


@pytest.mark.parametrize("text", ["十十", "百千", "案", "", "三点", "点五"])
def test_what_is_no_chinese_numeral(text: str) -> None:
    assert chinese(text) is None


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("4.965 billion", 4965000000, 1e6), ("13 thousand", 13000, 1000), ("a dozen", 12, 12),
        ("half a million", 5e5, 5e5),
        ("1.2 hundred million", 1.2e8, 1e7), ("3 million 500 thousand", 3.5e6, 1000), ("twenty-five", 25, 1),
    ],
)  # fmt: skip
def test_english_notations(text: str, value: float, step: float) -> None:
    assert english(text) == Numeral(value, step)


def test_what_is_no_english_number() -> None:
    assert english("four score") is None
