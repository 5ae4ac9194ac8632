"""What a written number may stand for."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.audit.tolerance import (
    Span,
    amount,
    compare,
    likely,
    possible,
    significant_digits,
    step,
    total_of,
)
from policestats_tui.engine.model import Figure, Qualifier
from tests.engine.audit.statements import Statement, number


def _figure(value: float, precision: float = 1.0, qualifier: Qualifier = "exact", **fields: str) -> Figure:
    one = number("1", value, precision=precision, qualifier=qualifier, **fields)
    return Statement().say("{}", one).extraction().figures[0]


class TestStep:
    @pytest.mark.parametrize(
        ("value", "precision", "qualifier", "expected"),
        [
            (1591, 1, "exact", 1),
            (1500, 1, "exact", 1),
            (39_000, 1, "exact", 1000),
            (2400, 1, "at_least", 100),
            (500, 1, "about", 100),
            (4.965e9, 1e6, "about", 1e6),
            (6.5, 0.1, "exact", 0.1),
        ],
    )
    def test_zeros_after_a_hedge_mean_nothing(
        self, value: float, precision: float, qualifier: Qualifier, expected: float
    ) -> None:
        assert step(_figure(value, precision, qualifier)) == expected

    @pytest.mark.parametrize(("value", "digits"), [(39_000, 2), (1591, 4), (1590, 3), (7, 1), (0, 1), (2.97e6, 3)])
    def test_significant_digits(self, value: float, digits: int) -> None:
        assert significant_digits(_figure(value)) == digits


class TestSpans:
    def test_a_count_stands_for_itself(self) -> None:
        assert likely(_figure(1591)) == possible(_figure(1591)) == Span(1591, 1591)

    def test_more_than_is_open_above(self) -> None:
        figure = _figure(2.9e6, 1e5, "at_least")
        assert likely(figure) == Span(2.9e6, 3.0e6)
        assert possible(figure) == Span(2.9e6, math.inf)

    def test_at_most_is_open_below(self) -> None:
        figure = _figure(500, 1.0, "at_most")
        assert possible(figure).meets(Span(3, 3))
        assert not possible(figure).meets(Span(501, 501))

    @given(st.integers(1, 10**9), st.integers(1, 5))
    def test_a_rounded_number_may_stand_for_what_was_rounded(self, true: int, power: int) -> None:
        unit = 10**power
        for written in ((true + unit // 2) // unit * unit, true // unit * unit):
            if written:
                assert likely(_figure(written, unit, unit="CNY")).meets(Span(true, true))

    @given(st.lists(st.integers(1, 10**7), min_size=2, max_size=8), st.integers(1, 3))
    def test_tolerances_add_up(self, true: list[int], power: int) -> None:
        unit = 10.0**power
        parts = [_figure(round(value / unit) * unit, unit, unit="CNY") for value in true]
        assert total_of(parts).likely.meets(Span(sum(true), sum(true)))


class TestCompare:
    def test_open_ends_are_never_exact(self) -> None:
        more = _figure(100, qualifier="at_least")
        assert compare(_figure(150), amount(more) + amount(_figure(50))) == "rounding"

    def test_between_likely_and_impossible_there_is_no_verdict(self) -> None:
        assert compare(_figure(190, qualifier="at_least"), amount(_figure(910))) is None

    def test_a_quotient_holds_as_it_is_rounded(self) -> None:
        share = replace(_figure(33.3, 0.1), unit="%", kind="share")
        third = (amount(_figure(1)) / amount(_figure(3))).times(100)
        assert compare(share, third) == "holds"
        assert compare(replace(share, value=33.5), third) == "mismatch"
