"""How well what was extracted agrees with a table written by hand.

Rows are the lines of such a table, or records turned into mappings: the codebook's fields by name. A row that was found
matches an expected one where their spans share a character, one to one, the best overlap first. Marginal rows ask for
nothing and forgive what stands on them.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policestats_tui.engine.intervals import bounds

Row = Mapping[str, Any]

RECORD = ("value", "unit", "kind", "object", "action", "campaign", "period", "speaker")
"""The fields that make a full record."""
FIELDS = (*RECORD, "qualifier", "direction", "basis", "region", "scope", "topic")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of a table was found: pairs of expected and found rows, what was missed, and what is too much."""

    pairs: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]

    @property
    def expected(self) -> int:
        """How many rows the table asks for."""
        return len(self.pairs) + len(self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of spans."""
        return 2 * len(self.pairs) / (2 * len(self.pairs) + len(self.missed) + len(self.spurious))

    @property
    def full_record(self) -> float:
        """The share of expected rows of which every field of `RECORD` is right."""
        return sum(not wrong_fields(*pair, RECORD) for pair in self.pairs) / self.expected

    def accuracy(self, field: str) -> float:
        """Return the share of pairs of which a field is right."""
        return sum(not wrong_fields(*pair, (field,)) for pair in self.pairs) / max(len(self.pairs), 1)


def compare(table: Sequence[Row], found: Sequence[Row]) -> Comparison:
    """Compare what was found with a table."""
    expected = [row for row in table if not row.get("marginal")]
    marginal = [row for row in table if row.get("marginal")]
    chosen = _one_to_one(expected, found)
    taken = set(chosen.values())
    spurious = [
        row
        for index, row in enumerate(found)
        if index not in taken and not any(overlap(row, other) for other in marginal)
    ]
    return Comparison(
        tuple((expected[one], found[other]) for one, other in sorted(chosen.items())),
        tuple(row for index, row in enumerate(expected) if index not in chosen),
        tuple(spurious),
    )


def _one_to_one(expected: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Return which expected row takes which found one."""
    candidates = sorted(
        (-share, one, other)
        for one, row in enumerate(expected)
        for other, candidate in enumerate(found)
        if (share := overlap(row, candidate)) > 0
    )
    chosen: dict[int, int] = {}
    for _, one, other in candidates:
        if one not in chosen and other not in chosen.values():
            chosen[one] = other
    return chosen


def overlap(one: Row, other: Row) -> float:
    """Return what two spans share, as a part of what they cover together."""
    shared: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    both: int = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(shared, 0) / both


def wrong_fields(expected: Row, found: Row, fields: Iterable[str]) -> list[str]:
    """Return the fields that differ. Values may differ by a millionth; periods that cover the same days are equal."""
    return [field for field in fields if not _same(field, expected, found)]


def _same(field: str, one: Row, other: Row) -> bool:
    if field == "value":
        return math.isclose(one["value"], other["value"], rel_tol=1e-6)
    if field == "period" and (days := bounds(one["period"])):
        return days == bounds(other["period"])
    return bool(one[field] == other[field])
