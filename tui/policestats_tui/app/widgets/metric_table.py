"""The table of figures: a grid of any length and width that draws what is on screen and asks for the rows it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.reactive import reactive

from policestats_tui.app.cells import Align, cells, columns_that_fit, fit, wrap
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import CellChosen, CellMoved, HeadClicked, PageWanted

PAGE = 64
"""Rows fetched at a time."""

_GAP = 1
_KEPT_PAGES = 64
_LEAST = 2
"""Cells below which no second column is drawn."""
_NARROWEST = 8
"""Cells that the first column keeps in the narrowest pane."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, cells wide (0: not drawn), which side its text keeps to.

    `grow` takes what room is left; the cursor passes over a column that is `passed`.
    """

    title: str
    width: int
    align: Align = "left"
    grow: bool = False
    passed: bool = False


GridCell = tuple[str, str]
"""Text of a cell, one line, and the name of its style."""

GridRow = Sequence[GridCell]


class MetricTable(LineView):
    """Rows of cells under fixed heads. The first column stands still, and those that the cursor passes over: units.

    The others move by whole columns.

    Rows that the table lacks are asked for by message, a page at a time, once.
    """

    fixed = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--row"}
    DEFAULT_CSS = """
    MetricTable > .lines--row { background: $panel; text-style: bold; }
    MetricTable:ansi > .lines--row { background: ansi_default; text-style: bold; }
    """

    column: reactive[int] = reactive(0, repaint=False)

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._columns: Sequence[Column] = ()
        self._pages: dict[int, Sequence[GridRow]] = {}
        self._asked: set[int] = set()
        self._first_column = 1

    def show(self, columns: Sequence[Column], count: int, empty: str, row: int = 0, column: int = 0) -> None:
        """Draw another table, the cursor on a cell of it; its rows are asked for as they come into view."""
        self._columns, self._pages, self._asked, self.empty = columns, {}, set(), empty
        self._first_column = 1
        self.fixed = max((len(_two_lines(column.title, column.width)) for column in columns), default=1)
        self.count = count
        self.resized()
        self.set_reactive(MetricTable.cursor, self.validate_cursor(row))
        self.set_reactive(MetricTable.column, self.validate_column(column))
        self._scroll_columns()
        self.show_row(self.cursor)
        self.refresh()
        self.cursor_moved()

    def add(self, first: int, rows: Sequence[GridRow]) -> None:
        """Take a page of rows that was asked for."""
        while len(self._pages) >= _KEPT_PAGES:
            del self._pages[next(iter(self._pages))]
        self._pages[first // PAGE] = rows
        self._asked.discard(first // PAGE)
        self.repaint(*range(first, first + len(rows)))

    def add_all(self, rows: Sequence[GridRow]) -> None:
        """Take every row of a short table."""
        self._pages = {at // PAGE: rows[at : at + PAGE] for at in range(0, len(rows), PAGE)}
        self.refresh()

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell, empty where it has not been fetched."""
        rows = self._pages.get(row // PAGE, ())
        return rows[row % PAGE][column][0].strip() if row % PAGE < len(rows) else ""

    def heading(self, line: int, width: int) -> Sequence[Piece]:
        """Return a line of the heads, which stand on the table, and a mark where columns are out of sight."""
        shown = self._shown(width)
        texts: list[Piece] = []
        for at, room in shown:
            words = _two_lines(self._columns[at].title, room)
            above = line - (self.fixed - len(words))
            texts.append((fit(words[above] if above >= 0 else "", room, self._columns[at].align), "head"))
        return self._joined(
            texts, more=line == self.fixed - 1 and bool(shown) and shown[-1][0] < len(self._columns) - 1
        )

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return the cells of a row, the one under the cursor marked."""
        rows = self._row(row)
        pieces: list[Piece] = []
        for at, room in self._shown(width):
            text, style = rows[at] if rows else ("…" if at == 0 else "", "dim")
            chosen = row == self.cursor and at == self.column
            pieces.append((fit(text, room, self._columns[at].align), "cursor" if chosen else style))
        return self._joined(pieces)

    def over(self, row: int) -> str:
        """Mark the cursor's row quietly: the cell under the cursor has the strong mark."""
        return "row" if row == self.cursor else ""

    def action_left(self) -> None:
        """Go one column left."""
        self._go_column(-1)

    def action_right(self) -> None:
        """Go one column right."""
        self._go_column(1)

    def action_enter(self) -> None:
        """Open what the cell says."""
        if self.count:
            self.post_message(CellChosen(self.cursor, self.column))

    def cursor_moved(self) -> None:
        """Tell which cell is under the cursor, and ask early for the rows that are two pages away."""
        for row in (self.cursor - 2 * self.page, self.cursor + 2 * self.page):
            if 0 <= row < self.count:
                self._row(row)
        if self.count:
            self.tell(CellMoved(self.cursor, self.column))

    def validate_column(self, column: int) -> int:
        """Keep the cursor on a column, on the first instead of one that is passed over."""
        column = max(0, min(column, len(self._columns) - 1))
        return 0 if self._columns and self._columns[column].passed else column

    def watch_column(self) -> None:
        """Bring the column on screen."""
        if self._scroll_columns():
            self.refresh()
        self.repaint(self.cursor)
        self.cursor_moved()

    def _go_column(self, step: int) -> None:
        """Go to the next column of a direction that is not passed over; where there is none, stay."""
        ahead = range(self.column + step, len(self._columns) if step > 0 else -1, step)
        self.column = next((at for at in ahead if not self._columns[at].passed), self.column)

    def on_resize(self) -> None:
        """Show as many columns as fit now, the cursor's among them."""
        self._first_column = 1
        self._scroll_columns()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the column that was clicked, or tell that its head was."""
        x, y = event.x - self.gutter.left, event.y - self.gutter.top
        for at, room in self._shown(self.scrollable_content_region.width):
            if x < room + _GAP:
                if 0 <= y < self.fixed:
                    self.post_message(HeadClicked(at))
                elif 0 <= y - self.fixed + self.first < self.count:
                    self.column = at
                return
            x -= room + _GAP

    def _row(self, row: int) -> GridRow | None:
        """Return a row, or ask for its page."""
        page = row // PAGE
        rows = self._pages.get(page)
        if rows is None and page not in self._asked:
            self._asked.add(page)
            self.post_message(PageWanted(page * PAGE))
        return rows[row % PAGE] if rows is not None and row % PAGE < len(rows) else None

    def _shown(self, width: int) -> list[tuple[int, int]]:
        """Return (column, cells) of the columns in sight: first, passed over, and what fits from the scrolled one on.

        The first gives way to the others down to two fifths of the pane, and takes what room they leave, as much as
        it needs or, if it may grow, all of it.
        """
        widths = [column.width for column in self._columns]
        if not widths:
            return []
        first = min(widths[0], max(_NARROWEST, width * 2 // 5))
        still = [(at, column.width) for at, column in enumerate(self._columns) if column.passed and column.width]
        room = width - first - 2 * _GAP - sum(taken + _GAP for _, taken in still)
        drawn = [at for at in range(self._first_column, len(widths)) if not self._columns[at].passed]
        number = columns_that_fit([widths[at] for at in drawn], 0, room, _GAP) if room > _LEAST else 0
        inside = [(at, min(widths[at], room)) for at in drawn[:number]]
        spare = max(0, room - sum(taken + _GAP for _, taken in inside) + _GAP)
        return [(0, first + (spare if self._columns[0].grow else min(spare, widths[0] - first))), *still, *inside]

    def _scroll_columns(self) -> bool:
        """Bring the cursor's column into sight; whether that moved the columns."""
        before = self._first_column
        width = self.scrollable_content_region.width
        self._first_column = max(1, min(before, self.column)) if self.column else 1
        while self._first_column < self.column and self.column not in {at for at, _ in self._shown(width)}:
            self._first_column += 1
        return self._first_column != before

    def _joined(self, texts: Sequence[Piece], more: bool = False) -> Sequence[Piece]:
        """Return the pieces with gaps between them, and a mark behind the last where more follow."""
        pieces: list[Piece] = []
        for text in texts:
            pieces += [text, (" " * _GAP, "")]
        return [*pieces[:-1], ("›", "mark")] if more else pieces


def _two_lines(title: str, width: int) -> list[str]:
    """Return a head on one line or, where that is too narrow for it, on two."""
    if cells(title) <= width:
        return [title]
    (start, end), *_ = wrap(title, 0, len(title), width)
    return [title[start:end].rstrip(), title[end:].lstrip()]
