"""A list of lines, each of a few words in columns: speakers, quotes, checks."""

from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.app.cells import Align, fit, one_line
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import LineChosen, LineMoved


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: cells wide, side, style; a width of 0 takes the room that is left.

    A `spare` column is left out where it would leave that one too little room.
    """

    width: int
    align: Align = "left"
    style: str = ""
    spare: bool = False


_ENOUGH = 40
"""Cells that the growing column gets before spare columns are drawn."""


class Sheet(LineView):
    """Lines under a cursor; says which one it is on and which one is chosen."""

    def __init__(self, id: str, columns: Sequence[SheetColumn]) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._columns = columns
        self._rows: Sequence[Sequence[str]] = ()
        self._marked: dict[int, str] = {}

    def show(
        self, rows: Sequence[Sequence[str]], empty: str, marked: dict[int, str] | None = None, at: int = 0
    ) -> None:
        """Draw these lines, the cursor on line `at`; `marked` gives the style of a line's first column."""
        self._rows, self.empty, self._marked = rows, empty, marked or {}
        self.count = len(rows)
        self.set_reactive(Sheet.cursor, self.validate_cursor(at))
        self.show_row(self.cursor)
        self.refresh()
        self.cursor_moved()

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return the columns of a line."""
        taken = sum(column.width + 1 for column in self._columns if column.width)
        cramped = width - taken - 2 < _ENOUGH
        taken -= sum(column.width + 1 for column in self._columns if column.spare and cramped)
        pieces: list[Piece] = [(" ", "")]
        for at, (column, text) in enumerate(zip(self._columns, self._rows[row], strict=True)):
            if column.spare and cramped:
                continue
            room = column.width or max(8, width - taken - 2)
            style = self._marked.get(row, column.style) if at == 0 else column.style
            pieces += [(fit(one_line(text), room, column.align), style), (" ", "")]
        return pieces

    def line(self, row: int) -> str:
        """Return the words of a line, separated by tabs."""
        return "\t".join(self._rows[row]) if row < len(self._rows) else ""

    def cursor_moved(self) -> None:
        """Tell which line is under the cursor."""
        if self.count:
            self.post_message(LineMoved(self.id or "", self.cursor))

    def action_enter(self) -> None:
        """Choose the line."""
        if self.count:
            self.post_message(LineChosen(self.id or "", self.cursor))
