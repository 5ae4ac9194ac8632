"""Turns a query into one SQL expression for the passages that answer it.

Each word, phrase, number or field becomes a statement of `sql/search/leaf_*.sql`; the query's structure joins them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import inf, nextafter

import duckdb

from policestats_tui.engine.search.amounts import equal_amounts
from policestats_tui.engine.search.fields import Key, named
from policestats_tui.engine.search.locate import Pattern, Stretch, locate
from policestats_tui.engine.search.nodes import All, Amount, AnyOf, Bounds, Field, Node, Not, Query, Words, wanted
from policestats_tui.engine.search.query import TURN_KINDS
from policestats_tui.engine.search.sql import Parameters, Value, numbered

_ANY_VARIANT = (0, 0xFFFF)
_TOLERANCE = 1e-9
_SOME, _MANY = 1e4, 1e5
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
class Part:
    """A SELECT of passages, each once; `size` guesses how many, for the order of joins."""

    sql: str
    size: float


@dataclass(slots=True)
class Plan:
    """The SELECT of the passages that answer a query, its parameters, and what to light in the passages.

    `places` is a SELECT of word, passage and times: how often each word of the query stands in a passage. It is made
    only for ranking, and empty where the query has no words.
    """

    sql: str = ""
    parameters: Parameters = field(default_factory=dict)
    places: str = ""
    patterns: list[Pattern] = field(default_factory=list)
    tests: list[FigureTest] = field(default_factory=list)


def make_plan(connection: duckdb.DuckDBPyConnection, query: Query, *, ranked: bool = False) -> Plan:
    """Plan a query on a database; `ranked` asks for the places of its words as well.

    Raises:
        QueryError: A field names nothing that is there.
    """
    return _Planner(connection, query).plan(ranked=ranked)


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


class _Planner:
    """Plans one query."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, query: Query) -> None:
        self._connection = connection
        self._query = query
        self._meanings = locate(connection, list(_all_words(query.root)))
        self._numbers = count()
        self._plan = Plan()

    def plan(self, *, ranked: bool) -> Plan:
        self._plan.sql = self._part(self._query.root, lit=True).sql
        if ranked:
            self._plan.places = " UNION ALL ".join(
                f"SELECT {number} AS word, passage, times FROM ({places})"
                for number, node in enumerate(wanted(self._query.root))
                for places in self._all_places(node)
            )
        return self._plan

    def _leaf(self, name: str, guess: float, /, **values: Value) -> Part:
        sql, parameters = numbered(name, next(self._numbers), values)
        self._plan.parameters |= parameters
        return Part(sql, guess)

    def _part(self, node: Node, *, lit: bool) -> Part:
        if isinstance(node, All):
            return self._all(node.nodes, lit=lit)
        if isinstance(node, AnyOf):
            return _union([self._part(part, lit=lit) for part in node.nodes])
        if isinstance(node, Not):
            return self._part(node.node, lit=False)
        if isinstance(node, Field):
            return self._all((node,), lit=lit)
        if isinstance(node, Amount):
            return self._amount(node, lit=lit)
        return self._words(node, lit=lit)

    def _all(self, nodes: Sequence[Node], *, lit: bool) -> Part:
        """Join what must all be there, rarest first; conditions on figures are put to one and the same figure."""
        tests = [node for node in nodes if isinstance(node, Field) and _is_of_figures(node)]
        others = [node for node in nodes if node not in tests]
        parts = [self._part_of(node, lit=lit) for node in others if not isinstance(node, Not)]
        if tests:
            parts.append(self._figures(tests, lit=lit))
        parts.sort(key=lambda part: part.size)
        excluded = [self._part(node, lit=False) for node in others if isinstance(node, Not)]
        sql = parts[0].sql
        for join, part in [*(("SEMI", part) for part in parts[1:]), *(("ANTI", part) for part in excluded)]:
            sql = f"SELECT passage FROM ({sql}) {join} JOIN ({part.sql}) USING (passage)"
        return Part(sql, parts[0].size)

    def _part_of(self, node: Node, *, lit: bool) -> Part:
        return self._facet(node) if isinstance(node, Field) else self._part(node, lit=lit)

    def _words(self, words: Words, *, lit: bool) -> Part:
        meaning = self._meanings[words]
        if lit:
            self._plan.patterns += meaning.patterns
        if meaning.words:
            return _union([self._leaf("leaf_word", word.passages, word=word.number) for word in meaning.words])
        if not meaning.stretches:
            return self._leaf("leaf_none", 0)
        first, *others = meaning.stretches
        if not others and first.variant is None:
            return self._leaf("leaf_run", first.places, low=first.low, high=first.high, size=first.size)
        fewest = min(stretch.places for stretch in meaning.stretches)
        return Part(f"SELECT DISTINCT passage FROM ({self._places(meaning.stretches)})", fewest)

    def _places(self, stretches: Sequence[Stretch]) -> str:
        """Return a SELECT of passage and times, a row for each place where stretches meet; the rarest goes first."""
        ordered = sorted(stretches, key=lambda stretch: stretch.places)
        first, *others = (self._stretch(stretch) for stretch in ordered)
        meeting = [f"SEMI JOIN ({other}) USING (passage, place)" for other in others]
        return " ".join([f"SELECT passage, 1 AS times FROM ({first})", *meeting])

    def _stretch(self, stretch: Stretch) -> str:
        low, high = _ANY_VARIANT if stretch.variant is None else (stretch.variant, stretch.variant)
        return self._leaf("leaf_places", stretch.places, low=stretch.low, high=stretch.high, shift=stretch.shift,
                          variant_low=low, variant_high=high).sql  # fmt: skip

    def _all_places(self, node: Node) -> list[str]:
        """Return SELECTs of passage and times of a word or number; a field has none."""
        if isinstance(node, Amount):
            figures = [f"SELECT passage, 1 AS times FROM ({self._test(test, lit=False).sql})" for test in _tests(node)]
            return [*self._all_places(node.words), *figures]
        if not isinstance(node, Words):
            return []
        meaning = self._meanings[node]
        if meaning.words:
            return [self._leaf("leaf_word_times", word.passages, word=word.number).sql for word in meaning.words]
        return [self._places(meaning.stretches)] if meaning.stretches else []

    def _amount(self, amount: Amount, *, lit: bool) -> Part:
        return _union([self._words(amount.words, lit=lit), *(self._test(test, lit=lit) for test in _tests(amount))])

    def _figures(self, fields: Sequence[Field], *, lit: bool) -> Part:
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

    def _test(self, test: FigureTest, *, lit: bool) -> Part:
        if lit:
            self._plan.tests.append(test)
        return self._leaf("leaf_figures", _SOME, low=test.low, high=test.high, units=test.units,
                          measures=test.measures, kinds=test.kinds)  # fmt: skip

    def _facet(self, one: Field) -> Part:
        values = dict(_NO_FACET)
        if one.bounds is not None:
            values |= {"first_year": max(_lowest(one.bounds), 0), "last_year": min(_highest(one.bounds), 9999)}
        elif one.name == "kind":
            values["kinds"] = [value.lower() for value in one.values]
        elif one.name == "lang":
            values["languages"] = [value.lower() for value in one.values]
        else:
            values[_FACETS[one.name]] = named(self._connection, self._query, one)
        return self._leaf("leaf_facet", _MANY, **values)


def _tests(amount: Amount) -> Iterator[FigureTest]:
    """Yield what a figure is that equals a number, one test for each unit it can be stated in."""
    for value, unit in equal_amounts(amount.value, amount.unit):
        margin = abs(value) * _TOLERANCE
        yield FigureTest(amount.words.text, value - margin, value + margin, (unit,) if unit else None)


def _is_of_figures(one: Field) -> bool:
    return one.name in ("value", "measure") or (one.name == "kind" and one.values[0].lower() not in TURN_KINDS)


def _union(parts: Sequence[Part]) -> Part:
    if len(parts) == 1:
        return parts[0]
    return Part(" UNION ".join(f"({part.sql})" for part in parts), sum(part.size for part in parts))


def _lowest(bounds: Bounds) -> float:
    return bounds.low if bounds.low_included else nextafter(bounds.low, inf)


def _highest(bounds: Bounds) -> float:
    return bounds.high if bounds.high_included else nextafter(bounds.high, -inf)
