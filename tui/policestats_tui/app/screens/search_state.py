"""What the search screen holds, keeps and copies."""

from collections.abc import Callable
from dataclasses import replace

from textual import on

from policestats_tui.app.commands import Bookmark, Bookmarks
from policestats_tui.app.hits import HitGrouping, HitOrder
from policestats_tui.app.messages import DocumentLoaded, Order
from policestats_tui.app.screens.copying import CopyingScreen
from policestats_tui.app.session import Place
from policestats_tui.app.sources import citation
from policestats_tui.app.widgets.concordance_view import ConcordanceView
from policestats_tui.engine.export import Format, Table
from policestats_tui.engine.model import Hit


class SearchState(CopyingScreen):
    """A query, hits as far as they were fetched, and the document of one of them.

    The hits are those of the query that was `_answered` last: one that cannot be understood leaves them as they are.
    """

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._query, self._given = query, query
        self._answered, self._lit_query = "", ""
        self._typed, self._recalled, self._backwards = "", 0, False
        self._hits: list[Hit] = []
        self._total = 0
        self._by: HitGrouping = "none"
        self._order: HitOrder = "reading"
        self._trouble = ""
        self._document: DocumentLoaded | None = None

    @on(Bookmark)
    def bookmark(self) -> None:
        """Set a bookmark at this search, or take it away."""
        self.explorer.toggle_bookmark(self.kept_place(), self._query)

    @on(Bookmarks)
    def bookmarks(self) -> None:
        """Ask which bookmark to go to."""
        self.explorer.choose_bookmark()

    def kept_place(self) -> Place:
        """Return this search, to be kept."""
        return replace(super().kept_place(), query=self._query)

    # Copying

    @property
    def _hit(self) -> Hit | None:
        """The hit under the cursor."""
        key = self.query_one(ConcordanceView).key
        return self._hits[key] if key is not None and key < len(self._hits) else None

    def cell(self) -> str:
        """Return the sentence under the cursor."""
        return self._hit.text if self._hit else ""

    def citation(self) -> str:
        """Return the sentence under the cursor with its source."""
        document = self._document
        return citation(document.document, document.lit[0], self.language) if document and document.lit else ""

    def table(self, form: Format) -> Callable[[], Table] | None:
        """Return all hits as a table, more than are on screen where there are more."""
        query, desk, total, language, order = self._answered, self.desk, self._total, self.language, self._engine_order
        return (lambda: desk.hits_table(query, total, order, language)) if total else None

    def printed(self, form: Format, table: Table) -> str:
        """Return the hits in a format; for a reader, that is a concordance."""
        if form == "table":
            return self.desk.hits_text(self._answered, len(table.rows), self._engine_order)
        return super().printed(form, table)

    @property
    def _engine_order(self) -> Order:
        """The order in which the engine hands out the hits."""
        return "relevance" if self._order == "relevance" else "reading"

    def command_line(self) -> list[str]:
        """Return the arguments that print the hits."""
        options = ["--order", self._engine_order, "--labels", self.language, "--format", "tsv"]
        return ["search", "--db", str(self.desk.path), *options, "--", self._answered]
