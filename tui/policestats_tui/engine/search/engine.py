"""Answers a query from the index: how many passages, and one page of them with what to light."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from policestats_tui.engine import duck
from policestats_tui.engine.model import Hit, Match
from policestats_tui.engine.search import sets
from policestats_tui.engine.search.answer import Answer, FigureTest, answer
from policestats_tui.engine.search.matches import Matcher, apart
from policestats_tui.engine.search.nodes import Query
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
    connection: duck.Connection,
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
    found = answer(connection, asked, ranked=order == "relevance")
    page = _most_relevant if found.scored else _reading
    return Results(asked, found.total, offset, tuple(_hits(connection, found, page(connection, found, limit, offset))))


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


def _hits(connection: duck.Connection, found: Answer, passages: Sequence[int]) -> Iterator[Hit]:
    """Yield what is shown of passages. Both tables are asked by key: joined, they would be read whole."""
    if not passages:
        return
    matcher = Matcher(found.patterns)
    figures = _figures(connection, found.tests, passages) if found.tests else {}
    texts = _by_id(connection, "hits", passages)
    told = _by_id(connection, "hit_facets", passages)
    for passage in passages:
        start, end, text = texts[passage]
        document, doc, language, speaker, campaign, year = told[passage]
        lit = apart([*matcher.matches(text, start), *figures.get(passage, ())])
        yield Hit(document, passage, doc, language, start, end, text, lit, speaker, campaign, year)


def _by_id(connection: duck.Connection, name: str, passages: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """Return what a statement tells of passages, and perhaps of some between them."""
    rows = connection.execute(among_ids(name, "passages", passages)).fetchall()
    return {row[0]: row[1:] for row in rows}


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
