"""The one door from the screens to the engine. Everything here may take a while: it is called in threads."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from policestats_tui.engine.browse.records import Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policestats_tui.engine.browse.records import (
        CheckRow,
        FigureRow,
        FigureSpan,
        Grouping,
        Pivot,
        PivotBy,
        Quote,
        SortKey,
        SourceDocument,
        Speaker,
        TreeNode,
    )
    from policestats_tui.engine.browse.rows import RowSet
    from policestats_tui.engine.duck import Connection
    from policestats_tui.engine.export import Table
    from policestats_tui.engine.model import Language
    from policestats_tui.engine.search.engine import Order, Results
    from policestats_tui.engine.search.facets import Facets
    from policestats_tui.engine.search.opened import Index
    from policestats_tui.engine.store import Meta, Store


@dataclass(frozen=True, slots=True)
class Question:
    """Which figures the table pane shows, in which order, and how."""

    filters: Filters = field(default_factory=Filters)
    sort: SortKey = "reading"
    descending: bool = False
    by: PivotBy = "campaign"
    as_pivot: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered: rows to be fetched page by page, and the pivot where one was asked for."""

    question: Question
    rows: RowSet
    pivot: Pivot | None = None


class Desk:
    """A database, opened when first asked; engine and DuckDB are imported then and not before."""

    def __init__(self, path: Path | None) -> None:
        self._given = path
        self._store: Store | None = None
        self._opened: Index | None = None
        self._searching: Connection | None = None

    @property
    def store(self) -> Store:
        """The open database."""
        if self._store is None:
            raise RuntimeError("the database is not open yet")
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether the database has been opened."""
        return self._store is not None

    @property
    def path(self) -> Path:
        """The database file."""
        return self.store.path

    def open(self, building: Callable[[str], None] = lambda message: None) -> Meta:
        """Open the database, again after it was replaced; `building` is called if the shipped corpus must be built.

        Raises:
            PolicestatsError: It cannot be opened or built.
        """
        from policestats_tui.engine.embedded import embedded_database
        from policestats_tui.engine.store import Store

        path = self._given or embedded_database(building)
        # One that was open before is let go, not closed: a thread may still be reading from it.
        self._store = Store(path)
        self._opened = None
        return self._store.meta

    def replaced(self) -> bool:
        """Whether the file is no longer the one that was opened."""
        return self._store is not None and self._store.replaced()

    def tree(self, by: Grouping) -> list[TreeNode]:
        """Return the lines of the tree."""
        from policestats_tui.engine.browse.tree import tree

        return tree(self.store, by)

    def answer(self, question: Question, prefer: Language) -> Answer:
        """Choose the figures, and pivot them if that is asked and there is anything to set side by side."""
        from policestats_tui.engine.browse.pivot import pivot
        from policestats_tui.engine.browse.rows import RowSet

        rows = RowSet(self.store, question.filters, sort=question.sort, descending=question.descending, prefer=prefer)
        across = pivot(rows, question.by) if question.as_pivot else None
        return Answer(question, rows, across if across is not None and across.headings and across.rows else None)

    def table(self, answer: Answer, language: Language) -> Table:
        """Return the whole table as shown, with its line of sources, for copies and exports."""
        from policestats_tui.engine.browse.provenance import source_line
        from policestats_tui.engine.browse.tables import list_table, pivot_table

        source = source_line(self.store, answer.rows, language)
        if answer.pivot is not None:
            return pivot_table(answer.pivot, language, source)
        return list_table(answer.rows.page(0, answer.rows.total), language, source)

    def document(self, document: int) -> SourceDocument:
        """Return a document with its figures and turns."""
        from policestats_tui.engine.browse.source import source_document

        return source_document(self.store, document)

    def twin(self, figure: int, document: int) -> FigureSpan | None:
        """Return the figure of another document that makes the same claim."""
        from policestats_tui.engine.browse.source import twin

        return twin(self.store, figure, document)

    def figures(self, numbers: Sequence[int]) -> list[FigureRow]:
        """Return figures by their numbers, in that order."""
        from policestats_tui.engine.browse.checks import claim_rows

        rows = {row.figure: row for row in claim_rows(self.store, set(numbers))}
        return [rows[number] for number in numbers if number in rows]

    def search(self, query: str, limit: int, offset: int, order: Order) -> Results:
        """Return passages that answer a query, and drop a search that still runs: nobody waits for it any more.

        Raises:
            QueryError: It cannot be understood.
        """
        index = self._index()
        earlier, self._searching = self._searching, index.connection
        if earlier is not None:
            earlier.interrupt()
        return self._found(index, query, limit, offset, order)

    def _index(self) -> Index:
        """Return the search index on a connection of its own: what every query needs is read by the first."""
        from policestats_tui.engine.search.opened import Index

        cursor = self.store.cursor()
        if self._opened is None:
            self._opened = Index.of(cursor)
        return self._opened.on(cursor)

    def _found(self, index: Index, query: str, limit: int, offset: int, order: Order) -> Results:
        from policestats_tui.engine.search.engine import search

        return search(index, query, limit=limit, offset=offset, order=order)

    def hits_table(self, query: str, total: int, order: Order, language: Language) -> Table:
        """Return all hits of a query as a table, with its line of sources."""
        from policestats_tui.engine.search.tables import hits_table

        return hits_table(self.store, query, self._found(self._index(), query, total, 0, order).hits, language)

    def hits_text(self, query: str, total: int, order: Order) -> str:
        """Return all hits of a query as concordance lines, as the command `search` prints them."""
        from policestats_tui.engine.search.concordance import printed

        return "".join(line + "\n" for line in printed(self._found(self._index(), query, total, 0, order).hits))

    def facets(self, query: str) -> Facets:
        """Count the passages that answer a query by document, campaign, year and speaker."""
        from policestats_tui.engine.search.facets import facets

        return facets(self._index(), query)

    def speakers(self) -> list[Speaker]:
        """Return who speaks."""
        from policestats_tui.engine.browse.people import speakers

        return speakers(self.store)

    def quotes(self, speaker: str, words: str) -> list[Quote]:
        """Return what somebody says, in reading order; `words` narrows it where not empty."""
        from policestats_tui.engine.browse.people import quotes

        return quotes(self.store, Filters(speaker=speaker, words=words or None))

    def checks(self, words: str) -> list[CheckRow]:
        """Return the arithmetic relations, failures first; not empty, `words` are those of one of their figures."""
        from policestats_tui.engine.browse.checks import checks

        return checks(self.store, Filters(words=words or None))
