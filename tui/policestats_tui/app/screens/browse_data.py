"""What the browse screen asks the engine, and how the answers reach its panes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from policestats_tui.app import strings
from policestats_tui.app.cells import one_line
from policestats_tui.app.desk import Answer, Question
from policestats_tui.app.messages import (
    CellMoved,
    DocumentLoaded,
    DocumentsReady,
    FiguresLoaded,
    NodeMoved,
    PageLoaded,
    PageWanted,
    TableLoaded,
    TreeLoaded,
)
from policestats_tui.app.screens.filtering import FilteringScreen
from policestats_tui.app.session import Place
from policestats_tui.app.sources import Ready, Shelf, ready, source_title
from policestats_tui.app.tables import (
    DEFAULT_COLUMNS,
    chart_bars,
    list_columns,
    list_row,
    pivot_columns,
    pivot_figure,
    pivot_row,
)
from policestats_tui.app.widgets.bar_chart import BarChart
from policestats_tui.app.widgets.campaign_tree import CampaignTree
from policestats_tui.app.widgets.metric_table import PAGE, MetricTable
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.browse.records import FigureRow, Filters, SortKey, SourceDocument, TreeNode

if TYPE_CHECKING:
    from policestats_tui.engine.export import Table

_KEPT_ROWS = 64 * PAGE


class BrowseData(FilteringScreen):
    """Tree → table → source: each follows the cursor of the one before, by queries that may be overtaken."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.sort: tuple[SortKey, bool] = ("reading", False)
        self.columns: tuple[int, ...] = DEFAULT_COLUMNS
        self.nodes: dict[str, TreeNode] = {}
        self.answer: Answer | None = None
        self.pivot: Table | None = None
        self.rows: dict[int, FigureRow] = {}
        self.figure: FigureRow | None = None
        self.document: SourceDocument | None = None
        self.shelf = Shelf()

    @property
    def node(self) -> TreeNode | None:
        """The node of the tree whose figures are shown."""
        return self.nodes.get(self.place.node) if self.place.node is not None else None

    # Tree

    def load_tree(self) -> None:
        """Ask for the tree."""
        by, desk = self.place.grouping, self.desk
        self.ask("tree", lambda: TreeLoaded(by, desk.tree(by)))

    @on(TreeLoaded)
    def show_tree(self, message: TreeLoaded) -> None:
        """Draw the tree, with the cursor where the place has it, and its table."""
        self.nodes = {node.id: node for node in message.nodes}
        if self.place.node not in self.nodes:
            first = message.nodes[0].id if message.nodes else None
            self.place = replace(self.place, node=first, row=0, column=0)
        tree = self.query_one(CampaignTree)
        tree.empty = self.say(strings.NO_TREE)
        tree.show(message.nodes, self.language, self.place.node)
        self.title_panes()
        self.load_table()

    @on(NodeMoved)
    def follow_tree(self, message: NodeMoved) -> None:
        """Show the figures of the node under the tree's cursor."""
        if message.node != self.place.node:
            self.place = replace(self.place, node=message.node, row=0, column=0)
            self.load_table()

    # Table

    def filters(self) -> Filters:
        """Return what the node and the typed words let through."""
        from policestats_tui.engine.browse.tree import node_filters

        filters = node_filters(self.node, self.place.grouping) if self.node else Filters()
        return replace(filters, words=self.place.words or None)

    def load_table(self) -> None:
        """Ask for the table of the present place."""
        self.ask("table", self._table_work())

    def _table_work(self) -> Callable[[], Message]:
        """Return the work that answers the present question; DuckDB is imported there, not here."""
        desk, language, place, (sort, descending) = self.desk, self.language, self.place, self.sort

        def work() -> Message:
            from policestats_tui.engine.browse.tables import pivot_table

            as_pivot = place.view != "list"
            question = Question(self.filters(), sort, descending, place.by, as_pivot)
            answer = desk.answer(question, language)
            if answer.pivot is not None:
                return TableLoaded(answer, (), pivot_table(answer.pivot, language))
            return TableLoaded(answer, answer.rows.page(0, PAGE), None)

        return work

    @on(TableLoaded)
    def show_table(self, message: TableLoaded) -> None:
        """Draw the table; its cursor's messages bring the source along."""
        self.answer, self.pivot = message.answer, message.pivot
        self.rows = dict(enumerate(message.first))
        table = self.query_one(MetricTable)
        self.title_panes()
        if self.pivot is not None:
            headings = len(message.answer.pivot.headings) if message.answer.pivot else 0
            columns = pivot_columns(self.pivot, headings, series=self.place.by == "campaign")
            table.show(columns, len(self.pivot.rows), self._empty(), self.place.row, self.place.column)
            table.add_all([pivot_row(self.pivot, row, headings) for row in range(len(self.pivot.rows))])
        else:
            columns = list_columns(self.columns, self.language, *self.sort)
            table.show(columns, message.answer.rows.total, self._empty(), self.place.row, self.place.column)
            table.add(0, [list_row(row, self.columns, self.language) for row in message.first])
        self.show_chart(self.place.row)
        if not table.count:
            self.query_one(SourceView).say(self.say(strings.NO_SOURCE))

    def _empty(self) -> str:
        """Return why there are no figures."""
        if self.place.words:
            return self.say(strings.NO_FIGURES_FILTER, words=self.place.words)
        if self.nodes and self.place.grouping == "document":
            return self.say(strings.NO_FIGURES_DOCUMENT)
        return self.say(strings.NO_FIGURES if self.nodes else strings.NO_DATA)

    @on(PageWanted)
    def fetch_page(self, message: PageWanted) -> None:
        """Ask for rows that come into view."""
        answer = self.answer
        if answer is not None and self.pivot is None:
            first = message.first
            self.ask(f"page {first}", lambda: PageLoaded(answer, first, answer.rows.page(first, PAGE)))

    @on(PageLoaded)
    def show_page(self, message: PageLoaded) -> None:
        """Draw rows that were asked for, unless the table is another by now."""
        if message.answer is not self.answer:
            return
        if len(self.rows) > _KEPT_ROWS:
            self.rows.clear()
        self.rows.update(enumerate(message.rows, message.first))
        rows = [list_row(row, self.columns, self.language) for row in message.rows]
        table = self.query_one(MetricTable)
        table.add(message.first, rows)
        if self.figure is None or table.cursor in range(message.first, message.first + len(rows)):
            self.follow_cell(table.cursor, table.column)
        self.look_ahead()

    def show_chart(self, row: int) -> None:
        """Draw the bars of a row of the pivot."""
        pivot = self.answer.pivot if self.answer else None
        chart = self.query_one(BarChart)
        if self.pivot is None or pivot is None or not pivot.rows:
            chart.show("", (), 0, self.say(strings.NO_CHART))
            return
        row %= len(pivot.rows)
        measure, bars = chart_bars(self.pivot, pivot, row)
        chart.show(measure, bars, row, self.say(strings.NO_CHART))

    # Source

    @on(CellMoved)
    def table_moved(self, message: CellMoved) -> None:
        """Bring the source to the figure under the cursor of the table or the chart."""
        if self.place.view == "chart" and message.column < 0:
            self.show_chart(message.row)
            self.place = replace(self.place, row=self.query_one(BarChart).row)
            return
        self.place = replace(self.place, row=message.row, column=message.column)
        self.follow_cell(message.row, message.column)

    def follow_cell(self, row: int, column: int) -> None:
        """Show the sentence of the figure in a cell."""
        pivot = self.answer.pivot if self.answer else None
        if pivot is None:
            self.follow_figure(self.rows.get(row))
        elif row < len(pivot.rows):
            figure, desk = pivot_figure(pivot, row, column), self.desk
            self.ask("figure", lambda: FiguresLoaded(desk.figures([] if figure is None else [figure])))

    @on(FiguresLoaded)
    def figures_loaded(self, message: FiguresLoaded) -> None:
        """Show the sentence of a figure that was asked for by number."""
        self.follow_figure(message.rows[0] if message.rows else None)

    def follow_figure(self, row: FigureRow | None) -> None:
        """Light a figure in its document, which is fetched if it is not at hand."""
        self.figure = row
        if row is None:
            self.query_one(SourceView).light(None)
            return
        at_hand = self.shelf.take(row.document, self.language)
        if self.document is not None and self.document.document == row.document:
            self.query_one(SourceView).light((row.start, row.end))
            self.title_source()
        elif at_hand is not None:
            self.workers.cancel_group(self, "source")
            self.draw_document(at_hand, (row.start, row.end))
        else:
            self.load_document(row.document, (row.start, row.end), row.figure)
        self.look_ahead()

    def load_document(self, document: int, lit: tuple[int, int] | None, figure: int | None) -> None:
        """Ask for a document."""
        desk = self.desk
        self.ask("source", lambda: DocumentLoaded(desk.document(document), lit, figure))

    @on(DocumentLoaded)
    def show_document(self, message: DocumentLoaded) -> None:
        """Draw a document with its light."""
        room = self.query_one(SourceView).room
        self.draw_document(self.shelf.put(ready(message.document, self.language, room)), message.lit)
        if message.lit is None:
            self.notice(self.say(strings.NO_OTHER_FIGURE, doc=one_line(message.document.doc)))

    def draw_document(self, one: Ready, lit: tuple[int, int] | None) -> None:
        """Draw a document that is at hand."""
        self.document = one.document
        self.query_one(SourceView).show(one.text, lit)
        self.title_source()

    def look_ahead(self) -> None:
        """Ask for the documents of rows to which the next key may go: a row or two away, or a page."""
        if self.pivot is not None:
            return
        table, desk, language, shelf = self.query_one(MetricTable), self.desk, self.language, self.shelf
        steps = (1, -1, 2, -2, table.page, -table.page)
        rows = (self.rows.get(table.cursor + step) for step in steps)
        wanted = shelf.wanted([row.document for row in rows if row is not None], language)
        if wanted:
            room = self.query_one(SourceView).room
            self.ask(
                f"ahead {wanted[0]}",
                lambda: DocumentsReady(shelf, [ready(desk.document(each), language, room) for each in wanted]),
            )

    @on(DocumentsReady)
    def keep_ready(self, message: DocumentsReady) -> None:
        """Keep documents that may be shown next."""
        for one in message.documents:
            message.shelf.put(one)

    # Titles

    def title_panes(self) -> None:
        """Name tree and table: what the node is called in both languages, how many figures, under which filter."""
        grouping = strings.TREE_BY[self.place.grouping]
        self.query_one(CampaignTree).call(f"{self.say(grouping)} · {self.say(strings.COUNTED)}")
        count = strings.FIGURES.counted(self.language, self.answer.rows.total) if self.answer else ""
        words = f"“{one_line(self.place.words)}”" if self.place.words else ""
        by = self._order_title()
        title = " · ".join(filter(None, (self.node_name(), words, count, by)))
        for pane in (self.query_one(MetricTable), self.query_one(BarChart)):
            pane.call(title)

    def _order_title(self) -> str:
        """Return what the pivot is by, or what the list is sorted by where that is not the reading order."""
        if self.place.view != "list" and self.pivot is not None:
            return self.say(strings.GROUPED_BY, by=self.say(strings.BY[self.place.by]))
        key = self.sort[0]
        return self.say(strings.SORTED_BY, by=self.say(strings.BY[key])) if key != "reading" else ""

    def node_name(self) -> str:
        """Return the name of the node in both languages, the present one first."""
        node = self.node
        if node is None:
            return self.say(strings.ALL)
        names = (node.name_zh, node.name_en) if self.language == "zh" else (node.name_en, node.name_zh)
        return one_line(" ".join(dict.fromkeys(names)))

    def title_source(self) -> None:
        """Name the source pane: who speaks where the light is, when, in which file."""
        source = self.query_one(SourceView)
        title = self.say(strings.SOURCE)
        if self.document is not None:
            at = source.lit[0] if source.lit else source.first_offset()
            title += " · " + source_title(self.document, at, self.language)
        source.call(title)
