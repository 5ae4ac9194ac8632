"""Answers a query from the index: how many passages, and one page of them with what to light."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import duckdb

from policestats_tui.engine.assets import statement
from policestats_tui.engine.model import Hit, Match
from policestats_tui.engine.search.locate import HITS, bare_statement
from policestats_tui.engine.search.matches import apart, matches
from policestats_tui.engine.search.nodes import Query
from policestats_tui.engine.search.plan import Plan, make_plan, test_values
from policestats_tui.engine.search.query import parse

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
    sql = bare_statement("search/reading").replace(HITS, f"({plan.sql}) AS hits")
    total, passages = connection.execute(sql, plan.parameters | {"behind": max(offset + limit, 1)}).fetchall()[0]
    return total, list(passages or ())[offset : offset + limit]


def _hits(connection: duckdb.DuckDBPyConnection, plan: Plan, passages: Sequence[int]) -> list[Hit]:
    if not passages:
        return []
    patterns = [located.pattern for located in plan.located]
    figures = _figures(connection, plan, passages)
    rows = connection.execute(_among("search/hits", passages)).fetchall()
    by_passage = {row[1]: row for row in rows}
    hits: list[Hit] = []
    for passage in passages:
        document, _, doc, language, start, end, text, speaker, campaign = by_passage[passage]
        found = [Match(start + match.start, start + match.end, match.form) for match in matches(text, patterns)]
        lit = apart([*found, *figures.get(passage, ())])
        hits.append(Hit(document, passage, doc, language, start, end, text, lit, speaker, campaign))
    return hits


def _figures(
    connection: duckdb.DuckDBPyConnection, plan: Plan, passages: Sequence[int]
) -> dict[int, list[Match]]:
    """Return the figures to light in each passage."""
    found: dict[int, list[Match]] = {}
    for test in plan.tests:
        rows = connection.execute(_among("search/hit_figures", passages), test_values(test)).fetchall()
        for passage, start, end in rows:
            found.setdefault(passage, []).append(Match(start, end, test.form))
    return found


def _among(name: str, passages: Sequence[int]) -> str:
    """Return a statement with the ids themselves for `$passages`: DuckDB looks constants up by key, and scans for a list."""
    return statement(name).replace("$passages", ", ".join(map(str, passages)))
