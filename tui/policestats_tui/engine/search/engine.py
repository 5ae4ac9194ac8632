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
    plan = make_plan(connection, asked)
    total, passages = _reading(connection, plan, limit, offset)
    return Results(asked, total, offset, tuple(_hits(connection, plan, passages)))


def _reading(connection: duckdb.DuckDBPyConnection, plan: Plan, limit: int, offset: int) -> tuple[int, list[int]]:
    values = plan.parameters | {"behind": max(offset + limit, 1)}
    total, passages = connection.execute(over("reading", plan.sql), values).fetchall()[0]
    return total, list(passages or ())[offset : offset + limit]


def _hits(connection: duckdb.DuckDBPyConnection, plan: Plan, passages: Sequence[int]) -> list[Hit]:
    if not passages:
        return []
    patterns = [located.pattern for located in plan.located]
    figures = _figures(connection, plan.tests, passages) if plan.tests else {}
    rows = connection.execute(among_ids("hits", "passages", passages)).fetchall()
    by_passage = {row[1]: row for row in rows}
    hits: list[Hit] = []
    for passage in passages:
        document, _, doc, language, start, end, text, speaker, campaign = by_passage[passage]
        lit = apart([*matches(text, patterns, start), *figures.get(passage, ())])
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
