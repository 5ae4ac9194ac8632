"""Numbers as readers of statistics write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine import notation
from policestats_tui.engine.model import Direction, Kind, Language, Qualifier


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (1591, "count", "1,591", "1,591"),
        (4965000000, "CNY", "49.65亿元", "4.965 billion yuan"),
        (4500000, "CNY", "450万元", "4.5 million yuan"),
        (9999, "CNY", "9,999元", "9,999 yuan"),
        (1200000, "USD", "120万美元", "US$1.2 million"),
        (29.59, "%", "29.59%", "29.59%"),
        (1.7, "‰", "1.7‰", "1.7‰"),
        (5, "rank", "第5位", "No. 5"),
        (12.5, "kg", "12.5公斤", "12.5 kg"),
        (21, "mu", "21亩", "21 mu"),
        (36.5, "celsius", "36.5℃", "36.5 °C"),
        (3, "furlong", "3furlong", "3 furlong"),
    ],
)
def test_amounts_in_both_languages(value: float, unit: str, zh: str, en: str) -> None:
    assert notation.amount(value, unit, "zh") == zh
    assert notation.amount(value, unit, "en") == en


@pytest.mark.parametrize(
    ("qualifier", "kind", "direction", "expected"),
    [
        ("exact", "level", None, "7"),
        ("about", "level", None, "≈7"),
        ("at_least", "level", None, "≥7"),
        ("at_most", "level", None, "≤7"),
        ("exact", "difference", "up", "+7"),
        ("about", "difference", "down", "≈−7"),
        ("exact", "change", "flat", "±7"),
        ("exact", "share", "down", "7"),
    ],
)
def test_hedges_and_signs_stay(qualifier: Qualifier, kind: Kind, direction: Direction | None, expected: str) -> None:
    assert notation.cell(7, "count", "en", qualifier, kind, direction) == expected


@given(st.floats(0, 1e15, allow_nan=False))
def test_plain_numbers_are_the_same_number(value: float) -> None:
    assert float(notation.plain(value)) == value
    assert "e" not in notation.plain(value).lower()


@given(st.integers(0, 10**14), st.sampled_from(["zh", "en"]))
def test_money_keeps_every_digit(value: int, language: Language) -> None:
    shown = notation.amount(value, "CNY", language)
    steps = {"亿": 10**8, "万": 10**4, "billion": 10**9, "million": 10**6}
    factor = next((step for word, step in steps.items() if word in shown), 1)
    digits = shown.rstrip("元亿万 abilmnouy").replace(",", "")
    assert Decimal(digits) * factor == value
