"""What a query is made of, once it is understood. `start` is always an offset in the query, for messages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Node: TypeAlias = "Words | Amount | Field | Not | All | AnyOf"


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or a phrase of words in order. `exact` asks for these forms alone: no stem, no other language."""

    text: str
    start: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number. It finds figures of this value and unit (any unit, where that is None), and the words themselves."""

    words: Words
    value: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`, at `start` to `end` of the query.

    `values` are alternatives; `value:` and `year:` have bounds instead.
    """

    name: str
    text: str
    start: int
    end: int
    values: tuple[str, ...] = ()
    bounds: "Bounds | None" = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of numbers, in a unit or in any. A bound that is not `_included` is outside it."""

    low: float
    high: float
    low_included: bool = True
    high_included: bool = True
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """What a hit must not hold."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """What a hit must hold all of."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What a hit must hold one of."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed, and what it asks for."""

    text: str
    root: Node


def wanted(node: Node) -> Iterator[Words | Amount | Field]:
    """Yield the words, numbers and fields that a hit may hold, in reading order: all but what is excluded."""
    if isinstance(node, All | AnyOf):
        for part in node.nodes:
            yield from wanted(part)
    elif not isinstance(node, Not):
        yield node
