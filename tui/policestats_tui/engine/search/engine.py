"""Answers a query from the index: how many passages, and one page of them with what to light."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from policestats_tui.engine import duck
from policestats_tui.engine.model import Hit, Match
from policestats_tui.engine.search import sets
from policestats_tui.engine.search.answer import Answer, FigureTest, answer
from policestats_tui.engine.search.matches import Matcher, apart
from policestats_tui.engine.search.nodes import Query
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.query import parse
from policestats_tui.engine.search.sql import Parameters, among_ids, bare, reading

Order = Literal["reading", "relevance"]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, the first of them number `offset`; `total` is exact and counts all passages that answer."""

    query: Query
    total: int
    offset: int
    hits: tuple[Hit, ...]


def search(
    where: duck.Connection | Index,
    query: Query | str,
    *,
    limit: int = 50,
    offset: int = 0,
    order: Order = "reading",
) -> Results:
    """Return the passages that answer a query, in reading order (newest document first) or the most relevant first.

    Args:
        where: The database; an `Index` where it is searched more than once.
        query: What is asked.
        limit: How many hits a page has.
        offset: How many hits stand before the page.
        order: How hits are ordered.

    It runs a few statements on the connection one after the other: `connection.interrupt()` from another thread ends
    it with `duckdb.InterruptException`.

    Raises:
        QueryError: The query cannot be understood, or a field names nothing that is there.
    """
    asked = parse(query) if isinstance(query, str) else query
    index = Index.of(where)
    found = answer(index, asked, ranked=order == "relevance")
    page = _most_relevant if found.scored else _reading
    passages = page(index.connection, found, limit, offset)
    return Results(asked, found.total, offset, tuple(_hits(index, found, passages)))


def _reading(connection: duck.Connection, found: Answer, limit: int, offset: int) -> list[int]:
    return sets.page(found.passages, found.bits, offset, limit)


def _most_relevant(connection: duck.Connection, found: Answer, limit: int, offset: int) -> list[int]:
    """Return the page with the best first; passages without a word of the query come last, in reading order."""
    parameters: Parameters = {
        "hits": sets.to_bytes(found.passages, found.bits),
        "weights": [one.weight for one in found.scored],
        "limit": limit,
        "offset": offset,
    }
    for one in found.scored:
        parameters |= one.parameters
    places = " UNION ALL ".join(
        f"SELECT {number} AS word, passage, times FROM ({one.places})" for number, one in enumerate(found.scored)
    )
    rows = connection.execute(reading(bare("relevance"), places), parameters).fetchall()
    ranked = (found.passages & found.worded).bit_count()
    rest = sets.page(found.passages & ~found.worded, found.bits, max(offset - ranked, 0), limit - len(rows))
    return [*(passage for (passage,) in rows), *rest]


def _hits(index: Index, found: Answer, passages: Sequence[int]) -> Iterator[Hit]:
    if not passages:
        return
    matcher = Matcher(found.patterns)
    figures = _figures(index.connection, found.tests, passages) if found.tests else {}
    shown = index.shown.read(index.connection, passages)
    for passage in passages:
        (_, start, end, text), (_, document, doc, language, speaker, campaign, year) = shown[passage]
        lit = apart([*matcher.matches(text, start), *figures.get(passage, ())])
        yield Hit(document, passage, doc, language, start, end, text, lit, speaker, campaign, year)


def _figures(
    connection: duck.Connection, tests: Sequence[FigureTest], passages: Sequence[int]
) -> dict[int, list[Match]]:
    """Return the figures to light in each passage."""
    span: Parameters = {
        "low": min(test.low for test in tests), "high": max(test.high for test in tests),
        "first": min(passages), "last": max(passages),
    }  # fmt: skip
    found: dict[int, list[Match]] = {}
    for passage, start, end, *told in connection.execute(
        among_ids("hit_figures", "passages", passages), span
    ).fetchall():
        test = next((test for test in tests if test.holds(*told)), None)
        if test is not None:
            found.setdefault(passage, []).append(Match(start, end, test.form))
    return found
