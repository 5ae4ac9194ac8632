"""Counts the hits of a query by document, campaign, year and speaker, without fetching them."""

from dataclasses import dataclass

from policestats_tui.engine import duck
from policestats_tui.engine.assets import statement
from policestats_tui.engine.search import sets
from policestats_tui.engine.search.answer import answer
from policestats_tui.engine.search.nodes import Query
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.query import parse


@dataclass(frozen=True, slots=True)
class FacetCount:
    """So many passages of the hits belong to `id`; None where they belong to none."""

    id: str | None
    name: str | None
    passages: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The hits of a query counted four ways, most first. Each of the four adds up to the total."""

    documents: tuple[FacetCount, ...]
    campaigns: tuple[FacetCount, ...]
    years: tuple[FacetCount, ...]
    speakers: tuple[FacetCount, ...]


def facets(where: duck.Connection | Index, query: Query | str) -> Facets:
    """Count the hits of a query on a database; on an `Index` where it is searched more than once.

    Raises:
        QueryError: The query cannot be understood, or a field names nothing that is there.
    """
    index = Index.of(where)
    found = answer(index, parse(query) if isinstance(query, str) else query)
    hits = sets.to_bytes(found.passages, found.bits) or bytes(1)
    counts: dict[str, list[FacetCount]] = {"document": [], "campaign": [], "year": [], "speaker": []}
    for facet, key, name, passages in index.connection.execute(statement("search/facets"), {"hits": hits}).fetchall():
        counts[facet].append(FacetCount(key, name, passages))
    documents, campaigns, years, speakers = (tuple(found) for found in counts.values())
    return Facets(documents, campaigns, years, speakers)
