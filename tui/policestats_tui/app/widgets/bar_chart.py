"""Bars of one measure across campaigns, years, regions or speakers."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.bar import Bar as RichBar

from policestats_tui.app.cells import cells, fit, one_line
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import CellChosen, CellMoved


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its value (None for a gap) and how that is written; `column` is its place in the pivot."""

    label: str
    value: float | None
    text: str
    column: int


class BarChart(LineView):
    """A bar a line, under the name of the measure. Left and right go to another measure."""

    fixed = 1

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._bars: Sequence[Bar] = ()
        self._measure = ""
        self._row = 0

    def show(self, measure: str, bars: Sequence[Bar], row: int, empty: str) -> None:
        """Draw the bars of the pivot's row number `row`."""
        self._measure, self._bars, self._row, self.empty = measure, bars, row, empty
        self.count = len(bars)
        self.refresh()

    @property
    def row(self) -> int:
        """The pivot's row that is drawn."""
        return self._row

    def heading(self, line: int, width: int) -> Sequence[Piece]:
        """Return the measure, between arrows that say there are others."""
        return ((f"← {one_line(self._measure)} →" if self._measure else "", "head"),)

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return label, value and bar."""
        bar = self._bars[row]
        label = min(max(cells(each.label) for each in self._bars), max(8, width // 3))
        text = max(cells(each.text) for each in self._bars)
        room = max(1, width - label - text - 3)
        greatest = max((each.value or 0.0 for each in self._bars), default=0.0) or 1.0
        drawn = self._drawn(bar.value, greatest, room) if bar.value is not None else ""
        return (fit(bar.label, label), ""), (" " + fit(bar.text, text, "right") + " ", "strong"), (drawn, "mark")

    def cursor_moved(self) -> None:
        """Tell which cell of the pivot the bar stands for."""
        if self._bars:
            self.tell(CellMoved(self._row, self._bars[self.cursor].column))

    def action_enter(self) -> None:
        """Open what the bar says."""
        if self._bars:
            self.post_message(CellChosen(self._row, self._bars[self.cursor].column))

    def action_left(self) -> None:
        """Go to the measure before."""
        self.tell(CellMoved(self._row - 1, -1))

    def action_right(self) -> None:
        """Go to the next measure."""
        self.tell(CellMoved(self._row + 1, -1))

    def _drawn(self, value: float, greatest: float, room: int) -> str:
        """Return the bar as Rich draws it, in eighths of a cell."""
        bar = RichBar(greatest, 0, value, width=room)
        console = self.app.console
        return "".join(
            segment.text for segment in bar.__rich_console__(console, console.options.update(width=room))
            if hasattr(segment, "text")
        ).rstrip()  # fmt: skip
