"""Periods and their first and last days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.intervals import bounds


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2022-07-13", date(2022, 7, 13), date(2022, 7, 13)),
        ("2020-01/2020-09", date(2020, 1, 1), date(2020, 9, 30)),
        ("2018-01/2020-12", date(2018, 1, 1), date(2020, 12, 31)),
        ("2022-06-25/2022-09-30", date(2022, 6, 25), date(2022, 9, 30)),
    ],
)
def test_both_ends_belong_to_a_period(period: str, first: date, last: date) -> None:
    assert bounds(period) == (first, last)


@pytest.mark.parametrize(
    "period",
    [None, "", "unknown", "2020-13", "2021-02-29", "2020/2019", "2020/2021/2022", "0000", "20", "2020-1", "last year"],
)
def test_what_is_no_period(period: str | None) -> None:
    assert bounds(period) is None


@given(st.dates(), st.dates())
def test_days_are_kept(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first, last)


@given(st.text(max_size=25))
def test_any_text_is_a_period_or_none(text: str) -> None:
    found = bounds(text)
    assert found is None or found[0] <= found[1]
