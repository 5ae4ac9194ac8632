"""Sets of passages as long integers."""

from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.search import sets


def of(passages: set[int], bits: int) -> int:
    """Return a set by its members."""
    return sum(1 << (bits - 1 - passage) for passage in passages)


@given(st.sets(st.integers(0, 70_000)), st.integers(0, 60), st.integers(0, 60))
def test_a_page_is_what_lies_behind_the_offset(passages: set[int], offset: int, limit: int) -> None:
    bits = sets.bits(70_000)
    found = sets.page(of(passages, bits), bits, offset, limit)
    assert found == sorted(passages)[offset : offset + limit]


def test_a_full_set_is_paged_to_its_end() -> None:
    bits = sets.bits(99_999)
    everything = (1 << bits) - 1
    assert sets.page(everything, bits, 65_530, 10) == list(range(65_530, 65_540))
    assert sets.page(everything, bits, 99_998, 10) == [99_998, 99_999]
    assert sets.page(everything, bits, 100_000, 10) == []


def test_bytes_lead_there_and_back() -> None:
    bits = sets.bits(12)
    assert bits == 16
    assert sets.to_bytes(of({0, 12}, bits), bits) == b"\x80\x08"
    assert sets.from_bytes(b"\x80\x08") == of({0, 12}, bits)
    assert sets.from_bytes(None) == 0
