"""Finds the set of passages that answer a query.

Each word, phrase, number or field is a statement of `sql/search/leaf_*.sql` that yields a set of passages, and the
query's structure joins the sets. A set of a million passages is 125 kB, and joins in microseconds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count
from math import inf, log, nextafter
from operator import and_, or_

from policestats_tui.engine.search import sets
from policestats_tui.engine.search.amounts import equal_amounts
from policestats_tui.engine.search.fields import Key, named
from policestats_tui.engine.search.locate import Meaning, Pattern, Stretch, locate
from policestats_tui.engine.search.nodes import All, Amount, AnyOf, Bounds, Field, Node, Not, Query, Words, wanted
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.query import TURN_KINDS
from policestats_tui.engine.search.sql import Parameters, bare, numbered, reading, stating

_TOLERANCE = 1e-9
_FACETS = {"speaker": "speakers", "campaign": "campaigns", "region": "regions", "lang": "languages", "doc": "documents"}
_NO_FACET: Parameters = dict.fromkeys((*_FACETS.values(), "kinds", "first_year", "last_year"))


@dataclass(frozen=True, slots=True)
class FigureTest:
    """What a figure has to be; None is no condition. `form` is the query's words for it."""

    form: str
    low: float = -inf
    high: float = inf
    units: tuple[str, ...] | None = None
    measures: tuple[Key, ...] | None = None
    kinds: tuple[str, ...] | None = None

    def holds(self, value: float, unit: str, measure: str, kind: str) -> bool:
        """Whether a figure is so."""
        return (
            self.low <= value <= self.high
            and (self.units is None or unit in self.units)
            and (self.measures is None or measure in self.measures)
            and (self.kinds is None or kind in self.kinds)
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """Where a word of a query stands, for ranking: a SELECT of passage and times, its parameters, and its weight."""

    places: str
    parameters: Parameters
    weight: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages that answer a query, as a set of so many bits, and what to light in them.

    `worded` are the passages that hold a word of the query, of which `scored` says where; both only for ranking.
    """

    passages: int
    bits: int
    patterns: tuple[Pattern, ...] = ()
    tests: tuple[FigureTest, ...] = ()
    worded: int = 0
    scored: tuple[Scored, ...] = ()

    @property
    def total(self) -> int:
        """How many passages answer."""
        return self.passages.bit_count()


def answer(index: Index, query: Query, *, ranked: bool = False) -> Answer:
    """Find the passages that answer a query; `ranked` asks for what ranking needs as well.

    Raises:
        QueryError: A field names nothing that is there.
    """
    if not index.bits:
        return Answer(0, 0)
    return _Answering(index, query, locate(index, _all_words(query.root))).answer(ranked=ranked)


def _all_words(node: Node) -> Iterator[Words]:
    if isinstance(node, All | AnyOf):
        for part in node.nodes:
            yield from _all_words(part)
    elif isinstance(node, Not):
        yield from _all_words(node.node)
    elif isinstance(node, Amount):
        yield node.words
    elif isinstance(node, Words):
        yield node


class _Answering:
    """Answers one query."""

    def __init__(self, index: Index, query: Query, meanings: Mapping[Words, Meaning]) -> None:
        self._connection = index.connection
        self._bits = index.bits
        self._query = query
        self._meanings = meanings
        self._numbers = count()
        self._known: dict[Words | FigureTest, int] = {}
        self._patterns: list[Pattern] = []
        self._tests: list[FigureTest] = []

    def answer(self, *, ranked: bool) -> Answer:
        passages = self._set(self._query.root, lit=True)
        words = [node for node in wanted(self._query.root) if not isinstance(node, Field)] if ranked else []
        holding = {node: self._set(node, lit=False) for node in words}
        return Answer(
            passages,
            self._bits,
            tuple(self._patterns),
            tuple(self._tests),
            reduce(or_, holding.values(), 0),
            tuple(scored for node, one in holding.items() for scored in self._scored(node, one.bit_count())),
        )

    def _read(self, sql: str, parameters: Parameters | None = None) -> int:
        """Return the set that a statement yields; it is told the last bit."""
        placed = stating(sql, {"last": self._bits - 1})
        rows = self._connection.execute(placed, parameters).fetchall()
        return sets.from_bytes(rows[0][0]) if rows else 0

    def _set(self, node: Node, *, lit: bool) -> int:
        if isinstance(node, All):
            return self._all(node.nodes, lit=lit)
        if isinstance(node, AnyOf):
            return reduce(or_, [self._set(part, lit=lit) for part in node.nodes], 0)
        if isinstance(node, Not):
            return self._set(node.node, lit=False)
        if isinstance(node, Field):
            return self._figures((node,), lit=lit) if _is_of_figures(node) else self._facet(node)
        if isinstance(node, Amount):
            return reduce(or_, [self._test(test, lit=lit) for test in _tests(node)], self._words(node.words, lit=lit))
        return self._words(node, lit=lit)

    def _all(self, nodes: Sequence[Node], *, lit: bool) -> int:
        """Join what must all be there; conditions on figures are put to one and the same figure."""
        fields = [node for node in nodes if isinstance(node, Field) and _is_of_figures(node)]
        others = [node for node in nodes if node not in fields]
        asked = [self._set(node, lit=lit) for node in others if not isinstance(node, Not)]
        if fields:
            asked.append(self._figures(fields, lit=lit))
        excluded = [self._set(node, lit=False) for node in others if isinstance(node, Not)]
        return reduce(and_, asked) & ~reduce(or_, excluded, 0)

    def _words(self, words: Words, *, lit: bool) -> int:
        meaning = self._meanings[words]
        if lit:
            self._patterns += meaning.patterns
        if words not in self._known:
            self._known[words] = self._holding(meaning)
        return self._known[words]

    def _holding(self, meaning: Meaning) -> int:
        """Return the passages that hold a word, in any of its forms, or a phrase."""
        if meaning.words:
            return reduce(or_, [self._read(stating(bare("leaf_word"), {"word": word})) for word in meaning.words])
        if not meaning.stretches:
            return 0
        if len(meaning.stretches) == 1:
            return self._read(bare("leaf_run") + _run(meaning.stretches[0]))
        places = f"SELECT 0 AS word, passage, 1 AS times FROM ({_meeting(meaning.stretches)})"
        return self._read(reading(bare("leaf_meeting"), places))

    def _scored(self, node: Words | Amount, passages: int) -> Iterator[Scored]:
        """Yield the places of a word or number and its forms, with BM25's weight for so many passages."""
        weight = log(1 + (self._bits - passages + 0.5) / (passages + 0.5))
        for test in _tests(node) if isinstance(node, Amount) else ():
            units = list(test.units) if test.units else None
            values: Parameters = {"low": test.low, "high": test.high, "units": units}
            yield Scored(*numbered(bare("places_figures"), next(self._numbers), values), weight)
        meaning = self._meanings[node.words if isinstance(node, Amount) else node]
        for word in meaning.words:
            yield Scored(stating(bare("places_word"), {"word": word}), {}, weight)
        if meaning.stretches:
            yield Scored(f"SELECT passage, 1 AS times FROM ({_meeting(meaning.stretches)})", {}, weight)

    def _figures(self, fields: Sequence[Field], *, lit: bool) -> int:
        """Return the passages with one figure that meets all the fields."""
        bounds = [one.bounds for one in fields if one.bounds is not None]
        measures = [set(named(self._connection, self._query, one)) for one in fields if one.name == "measure"]
        kinds = [{value.lower() for value in one.values} for one in fields if one.name == "kind"]
        units = [{one.unit} for one in bounds if one.unit is not None]
        test = FigureTest(
            " ".join(f"{one.name}:{one.text}" for one in fields),
            max((_lowest(one) for one in bounds), default=-inf),
            min((_highest(one) for one in bounds), default=inf),
            tuple(set.intersection(*units)) if units else None,
            tuple(set.intersection(*measures)) if measures else None,
            tuple(set.intersection(*kinds)) if kinds else None,
        )
        return self._test(test, lit=lit)

    def _test(self, test: FigureTest, *, lit: bool) -> int:
        if lit:
            self._tests.append(test)
        if test not in self._known:
            values: Parameters = {"low": test.low, "high": test.high, "units": test.units, "measures": test.measures,
                                  "kinds": test.kinds}  # fmt: skip
            self._known[test] = self._read(bare("leaf_figures"), values)
        return self._known[test]

    def _facet(self, one: Field) -> int:
        values = dict(_NO_FACET)
        if one.bounds is not None:
            values |= {"first_year": max(_lowest(one.bounds), 0), "last_year": min(_highest(one.bounds), 9999)}
        elif one.name == "kind":
            values["kinds"] = [value.lower() for value in one.values]
        elif one.name == "lang":
            values["languages"] = [value.lower() for value in one.values]
        else:
            values[_FACETS[one.name]] = named(self._connection, self._query, one)
        return self._read(bare("leaf_facet"), values)


def _meeting(stretches: Sequence[Stretch]) -> str:
    """Return a SELECT of passage and place: a row for each place where stretches meet."""
    sides = [stating(bare("places_run"), {"shift": one.shift}) + _run(one) for one in stretches]
    joined = [f"SEMI JOIN ({side}) USING (passage, place)" for side in sides[1:]]
    return " ".join([f"SELECT passage, place FROM ({sides[0]})", *joined])


def _run(stretch: Stretch) -> str:
    """Return the conditions of a run: DuckDB reads no column that is not asked about."""
    columns = zip(("first", "second", "third", "fourth"), stretch.symbols, strict=False)
    conditions = [f"{column} = {symbol}" for column, symbol in columns]
    if stretch.variant is not None:
        conditions.append(f"variant = {stretch.variant}")
    return f" WHERE {' AND '.join(conditions)}"


def _tests(amount: Amount) -> Iterator[FigureTest]:
    """Yield what a figure is that equals a number, one test for each unit it can be stated in."""
    for value, unit in equal_amounts(amount.value, amount.unit):
        margin = abs(value) * _TOLERANCE
        yield FigureTest(amount.words.text, value - margin, value + margin, (unit,) if unit else None)


def _is_of_figures(one: Field) -> bool:
    return one.name in ("value", "measure") or (one.name == "kind" and one.values[0].lower() not in TURN_KINDS)


def _lowest(bounds: Bounds) -> float:
    return bounds.low if bounds.low_included else nextafter(bounds.low, inf)


def _highest(bounds: Bounds) -> float:
    return bounds.high if bounds.high_included else nextafter(bounds.high, -inf)
