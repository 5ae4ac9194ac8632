"""Answers a query from the index: how many passages, and one page of them with what to light."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import duckdb

from policestats_tui.engine.model import Hit, Match
from policestats_tui.engine.search.matches import apart, matches
from policestats_tui.engine.search.nodes import Query
from policestats_tui.engine.search.plan import FigureTest, Plan, make_plan
from policestats_tui.engine.search.query import parse
from policestats_tui.engine.search.sql import among_ids, over

Order = Literal["reading", "relevance"]

_NEAR = 1000
"""Up to here the smallest ids are kept while counting; farther pages are cut from all ids in order."""


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, the first of them number `offset`; `total` is exact and counts all passages that answer."""

    query: Query
    total: int
    offset: int
    hits: tuple[Hit, ...]


def search(
    connection: duckdb.DuckDBPyConnection,
    query: Query | str,
    *,
    limit: int = 50,
    offset: int = 0,
    order: Order = "reading",
) -> Results:
    """Return the passages that answer a query, in reading order (newest document first) or the most relevant first.

    It runs a few statements on the connection one after the other: `connection.interrupt()` from another thread ends
    it with `duckdb.InterruptException`.

    Raises:
        QueryError: The query cannot be understood, or a field names nothing that is there.
    """
    asked = parse(query) if isinstance(query, str) else query
    plan = make_plan(connection, asked, ranked=order == "relevance")
    page = _most_relevant if plan.places else _reading
    total, passages = page(connection, plan, limit, offset)
    return Results(asked, total, offset, tuple(_hits(connection, plan, passages)))


def _reading(connection: duckdb.DuckDBPyConnection, plan: Plan, limit: int, offset: int) -> tuple[int, list[int]]:
    """Return how many passages answer, and the page in display order."""
    behind = offset + limit
    if behind <= _NEAR:
        sql, page = over("reading", plan.sql), {"behind": max(behind, 1)}
    else:
        sql, page = over("reading_far", plan.sql), {"first": offset + 1, "last": behind}
    total, passages = connection.execute(sql, plan.parameters | page).fetchall()[0]
    found = list(passages or ())
    return total, found[offset:behind] if behind <= _NEAR else found


def _most_relevant(connection: duckdb.DuckDBPyConnection, plan: Plan, limit: int, offset: int) -> tuple[int, list[int]]:
    """Return how many passages answer, and the page with the best first."""
    values = plan.parameters | {"first": offset + 1, "last": offset + limit}
    total, passages = connection.execute(over("relevance", plan.sql, plan.places), values).fetchall()[0]
    return total, list(passages or ())


def _hits(connection: duckdb.DuckDBPyConnection, plan: Plan, passages: Sequence[int]) -> list[Hit]:
    if not passages:
        return []
    figures = _figures(connection, plan.tests, passages) if plan.tests else {}
    rows = connection.execute(among_ids("hits", "passages", passages)).fetchall()
    by_passage = {row[1]: row for row in rows}
    hits: list[Hit] = []
    for passage in passages:
        document, _, doc, language, start, end, text, speaker, campaign = by_passage[passage]
        lit = apart([*matches(text, plan.patterns, start), *figures.get(passage, ())])
        hits.append(Hit(document, passage, doc, language, start, end, text, lit, speaker, campaign))
    return hits


def _figures(
    connection: duckdb.DuckDBPyConnection, tests: Sequence[FigureTest], passages: Sequence[int]
) -> dict[int, list[Match]]:
    """Return the figures to light in each passage."""
    found: dict[int, list[Match]] = {}
    rows = connection.execute(among_ids("hit_figures", "passages", passages)).fetchall()
    for passage, start, end, *told in rows:
        test = next((test for test in tests if test.holds(*told)), None)
        if test is not None:
            found.setdefault(passage, []).append(Match(start, end, test.form))
    return found
