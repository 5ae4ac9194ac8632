"""Hits as a concordance: left context, match, right context, lined up by cells; groups under heads with counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.app.cells import cells, cut, fit, fit_tail, head, one_line
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import LineChosen, LineMoved


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A hit: its sentence cut at the match, further matches in the right part, a note, its number among the hits."""

    key: int
    left: str
    match: str
    right: str
    more: tuple[tuple[int, int], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The head of a group."""

    title: str
    count: str


_NOTE = 18
_WIDE = 90


class ConcordanceView(LineView):
    """Lines of hits, the match in the middle. The cursor passes over heads."""

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[KwicLine | GroupLine] = ()

    def show(self, rows: Sequence[KwicLine | GroupLine], empty: str, at: int = 0) -> None:
        """Draw these lines, the cursor on the hit number `at` where it is among them."""
        self._rows, self.empty = rows, empty
        self.count = len(rows)
        found = (row for row, line in enumerate(rows) if isinstance(line, KwicLine) and line.key == at)
        row = next(found, next((row for row, line in enumerate(rows) if isinstance(line, KwicLine)), 0))
        self.set_reactive(ConcordanceView.cursor, row)
        self.show_row(max(0, row - 1))
        self.refresh()
        self.cursor_moved()

    @property
    def key(self) -> int | None:
        """The number of the hit under the cursor."""
        line = self._rows[self.cursor] if self._rows else None
        return line.key if isinstance(line, KwicLine) else None

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return a hit with its match where all matches stand, or the head of a group."""
        line = self._rows[row]
        if isinstance(line, GroupLine):
            return (one_line(line.title), "head"), ("  " + line.count, "dim")
        note = _NOTE if width >= _WIDE else 0
        room = width - note
        match = cut(one_line(line.match), max(4, room // 3))
        left = fit_tail(one_line(line.left), (room - 4) * 2 // 5)
        right = head(one_line(line.right), room - cells(left) - cells(match) - 3)
        pieces: list[Piece] = [(left + " ", ""), (match, "match"), (" ", "")]
        pieces += _lit(right, line.more)
        if note:
            used = sum(cells(text) for text, _ in pieces)
            pieces += [(" " * (room - used + 1), ""), (fit(one_line(line.note), note - 2), "dim")]
        return pieces

    def watch_cursor(self, old: int, new: int) -> None:
        """Pass over the head of a group, in the direction of the movement."""
        if self._rows and isinstance(self._rows[new], GroupLine):
            beyond = new + (1 if new >= old or new == 0 else -1)
            if 0 <= beyond < len(self._rows):
                self.repaint(old)
                self.cursor = beyond
                return
        super().watch_cursor(old, new)

    def cursor_moved(self) -> None:
        """Tell which hit is under the cursor."""
        if self.key is not None:
            self.post_message(LineMoved(self.id or "", self.key))

    def action_enter(self) -> None:
        """Open the hit in its document."""
        if self.key is not None:
            self.post_message(LineChosen(self.id or "", self.key))


def _lit(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return a text cut at its further matches."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        pieces += [(text[at:start], ""), (text[start:end], "match")]
        at = max(at, end)
    return [piece for piece in (*pieces, (text[at:], "")) if piece[0]]
