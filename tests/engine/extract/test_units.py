"""Numbers with their units: spans, canonical values, ranges."""

import pytest

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.quantities import Quantity, find_quantities
from tests.engine.extract.measured_cases import words


def quantities(text: str) -> list[Quantity]:
    simple = simplify(text)
    return find_quantities(simple, 0, len(simple), words().units)


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "step"),
    [
        ("损失2億1,300萬元", "2億1,300萬元", 213000000, "CNY", 10000),
        ("发放雨衣1.5万顶", "1.5万顶", 15000, "count", 1000),
        ("2.4 times the figure of 2019", "2.4 times", 2.4, "times", 0.1),
        ("约4.965亿元", "4.965亿元", 496500000, "CNY", 100000),
        ("about 4.965 billion yuan", "4.965 billion yuan", 4965000000, "CNY", 1e6),
        ("HK$1.2 million", "HK$1.2 million", 1200000, "HKD", 1e5), ("$3.4bn", "$3.4bn", 3.4e9, "USD", 1e8),
        ("RMB 3,000", "RMB 3,000", 3000, "CNY", 1), ("600万港元", "600万港元", 6000000, "HKD", 10000),
        ("药店 68 家", "68 家", 68, "count", 1), ("28.75万余人次", "28.75万余人次", 287500, "count", 100),
        ("近800 多个日夜", "800 多个日夜", 800, "day", 1),
        ("13 thousand kilograms", "13 thousand kilograms", 13000, "kg", 1000),
        ("10斤", "10斤", 5, "kg", 0.5), ("28,000 mu of land", "28,000 mu", 28000, "mu", 1),
        ("29.59%", "29.59%", 29.59, "%", 0.01),
        ("5.2个百分点", "5.2个百分点", 5.2, "%", 0.1), ("1.7‰", "1.7‰", 1.7, "‰", 0.1),
        ("第5名", "第5名", 5, "rank", 1),
        ("36 摄氏度", "36 摄氏度", 36, "celsius", 1), ("2.4千克", "2.4千克", 2.4, "kg", 0.1),
        ("125 cases", "125", 125, "count", 1),
        ("6部门", "6", 6, "count", 1), ("5起诉", "5", 5, "count", 1), ("3处罚", "3", 3, "count", 1),
        ("增长2倍", "2倍", 2, "times", 1),
    ],
)  # fmt: skip
def test_units(text: str, span: str, value: float, unit: str, step: float) -> None:
    one = quantities(text)[0]
    assert (text[one.start : one.end], one.value, one.unit) == (span, value, unit)
    assert one.step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10 to 15 minutes", 10, 15, "minute"), ("10至15分钟", 10, 15, "minute"), ("3-5万元", 30000, 50000, "CNY"),
        ("5 to 6 million yuan", 5e6, 6e6, "CNY"), ("300至5000元", 300, 5000, "CNY"),
    ],
)  # fmt: skip
def test_a_range_is_two_quantities_of_one_unit(text: str, low: float, high: float, unit: str) -> None:
    first, second = quantities(text)
    assert (first.value, second.value, first.unit, second.unit) == (low, high, unit, unit)
    assert text[first.start : first.end].isdigit()


def test_years_before_a_share_are_no_range() -> None:
    assert [one.unit for one in quantities("from 87% in 2012 to 98%")] == ["%", "count", "%"]
