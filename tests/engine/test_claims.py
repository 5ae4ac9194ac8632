"""Which figures of several documents are one claim."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.build.claims import number_claims
from policestats_tui.engine.model import Direction, Figure, Kind

SOLVED, ARRESTED, SEIZED = ("case", "solved"), ("suspect", "arrested"), ("good", "seized")


def figure(
    value: float,
    measure: tuple[str, str] = SOLVED,
    *,
    unit: str = "count",
    kind: Kind = "level",
    direction: Direction | None = None,
    region: str = "china",
) -> Figure:
    """Return a figure of which only what a claim looks at is told."""
    return Figure(
        doc="", start=0, end=1, text="", value=value, unit=unit, precision=1, qualifier="exact", kind=kind,
        direction=direction, basis=None, object=measure[0], action=measure[1], label="", campaign=None, topic="general",
        region=region, period="unknown", speaker=None, scope="aggregate",
    )  # fmt: skip


def claims(*documents: list[Figure], first: int = 0) -> list[list[int]]:
    """Return the claims of each document."""
    told = [replace(one, doc=str(number)) for number, document in enumerate(documents) for one in document]
    numbers = iter(number_claims(told, first))
    return [[next(numbers) for _ in document] for document in documents]


def test_equal_figures_of_two_documents_are_one_claim() -> None:
    document = [figure(12), figure(7, ARRESTED)]
    assert claims(document, document[::-1], first=5) == [[5, 6], [6, 5]]


def test_a_document_tells_each_claim_once() -> None:
    assert claims([figure(12), figure(12)], [figure(12)]) == [[0, 1], [0]]


@pytest.mark.parametrize(
    "other", [figure(13), figure(12, unit="kg"), figure(12, kind="change", direction="up"), figure(12, SEIZED)]
)
def test_other_values_units_directions_and_measures_are_other_claims(other: Figure) -> None:
    assert claims([figure(12)], [other]) == [[0], [1]]


def test_a_distinctive_number_is_one_claim_whatever_measure_was_read() -> None:
    assert claims([figure(1591)], [figure(1591, SEIZED)]) == [[0], [0]]
    assert claims([figure(4_900_000_000)], [figure(4_900_000_000, SEIZED)]) == [[0], [1]]


def test_what_stands_beside_a_claim_is_one_claim_whatever_measure_was_read() -> None:
    one = [figure(1591), figure(2, ARRESTED), figure(3, ARRESTED)]
    other = [figure(1591), figure(2, SEIZED), figure(3, SEIZED)]
    assert claims(one, other) == [[0, 1, 2], [0, 1, 2]]
    assert claims(one[::-1], other[::-1]) == [[0, 1, 2], [0, 1, 2]]
    far = [figure(1591), figure(20), figure(30), figure(2, SEIZED)]
    assert claims(one, far)[1] == [0, 3, 4, 5]


def test_the_setting_tells_equal_figures_apart() -> None:
    ordos, baotou = figure(2, region="ordos"), figure(2, region="baotou")
    assert claims([ordos, baotou], [baotou, ordos]) == [[0, 1], [1, 0]]


def test_a_third_document_may_agree_with_any_of_two() -> None:
    assert claims([figure(1591)], [figure(1591, SEIZED)], [figure(1591, SEIZED)]) == [[0], [0], [0]]
    one, two = [figure(1591), figure(2, ARRESTED)], [figure(1591), figure(2, SEIZED)]
    assert claims(one, two, [figure(2, SEIZED)])[2] == [1]


@given(st.lists(st.lists(st.sampled_from([figure(2), figure(2, SEIZED), figure(1591), figure(3, SEIZED)])), max_size=4))
def test_claims_are_numbered_without_gaps_and_never_twice_in_a_document(documents: list[list[Figure]]) -> None:
    numbered = claims(*documents)
    assert {claim for document in numbered for claim in document} == set(
        range(max((claim for document in numbered for claim in document), default=-1) + 1)
    )
    for document in numbered:
        assert len(set(document)) == len(document)


@given(st.lists(st.sampled_from([figure(2), figure(2, SEIZED), figure(1591), figure(3, SEIZED)])))
def test_a_document_and_its_copy_tell_the_same(document: list[Figure]) -> None:
    one, other = claims(document, document)
    assert sorted(one) == sorted(other)
