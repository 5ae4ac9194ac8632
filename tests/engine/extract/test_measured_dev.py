"""Figures of the development sentences: floors below which no change of rules or words may fall."""

import pytest

from tests.engine.extract.measured_cases import AGENCIES, FILES, Case, agreement, cases

FLOORS = {
    "value": 1.0, "unit": 1.0, "qualifier": 0.99, "kind": 0.99, "direction": 0.99, "basis": 0.97,
    "object": 0.97, "action": 0.95,
}  # fmt: skip

AGENCY_FLOORS = {**FLOORS, "object": 0.96, "action": 0.92}
"""For the sentences that were written before the rules were tried on them."""


@pytest.mark.parametrize("name", FILES)
def test_figures_are_found_and_nothing_else(name: str) -> None:
    assert agreement(list(cases(name))).f1 >= 0.99


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("field", FLOORS)
def test_fields_agree(name: str, field: str) -> None:
    assert agreement(list(cases(name))).accuracy(field) >= FLOORS[field]


@pytest.mark.parametrize("name", AGENCIES)
def test_figures_of_all_agencies_are_found(name: str) -> None:
    assert agreement(list(cases(name))).f1 >= 0.975


@pytest.mark.parametrize("name", AGENCIES)
@pytest.mark.parametrize("field", AGENCY_FLOORS)
def test_fields_agree_for_all_agencies(name: str, field: str) -> None:
    assert agreement(list(cases(name))).accuracy(field) >= AGENCY_FLOORS[field]


def test_the_set_is_large_and_has_sentences_without_figures() -> None:
    everything = [case for name in FILES for case in cases(name)]
    assert len(everything) >= 200
    assert sum(not case.figures for case in everything) >= 30


def test_disagreement_is_counted() -> None:
    """The scorer itself: a wrong expectation lowers every measure."""
    right = next(cases("chinese.txt"))
    figure = right.figures[0]
    wrong = Case(right.text, (type(figure)(**{**vars(figure), "object": "dispute"}),))
    result = agreement([wrong])
    assert result.accuracy("object") == 0
    assert result.accuracy("action") == 1
    assert result.spurious == len(right.figures) - 1
    assert result.f1 < 1
