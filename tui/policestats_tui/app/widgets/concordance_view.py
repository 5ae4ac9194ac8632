"""Hits as a concordance: left context, match, right context, lined up by cells; groups under heads with counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from textual.binding import Binding, BindingType

from policestats_tui.app.cells import cells, cut, fit, fit_tail, head, one_line, wrap
from policestats_tui.app.commands import Widen
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


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A line of a whole passage, under its hit."""

    text: str
    matches: tuple[tuple[int, int], ...]


_NOTE = 18
_WIDE = 90
_INDENT = 4


class ConcordanceView(LineView):
    """Lines of hits, the match in the middle. The cursor passes over heads, and over a passage that is shown whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(Widen.keys, "screen.command('Widen')", show=False, id=Widen.name())
    ]

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._given: Sequence[KwicLine | GroupLine] = ()
        self._rows: Sequence[KwicLine | GroupLine | PassageLine] = ()
        self._opened: int | None = None

    def show(self, rows: Sequence[KwicLine | GroupLine], empty: str, at: int = 0) -> None:
        """Draw these lines, the cursor on the hit number `at` where it is among them."""
        self._given = self._rows = rows
        self._opened, self.empty = None, empty
        self.count = len(rows)
        found = (row for row, line in enumerate(rows) if isinstance(line, KwicLine) and line.key == at)
        row = next(found, next((row for row, line in enumerate(rows) if isinstance(line, KwicLine)), 0))
        self.set_reactive(ConcordanceView.cursor, row)
        self.show_row(max(0, row - 1))
        self.refresh()
        self.cursor_moved()

    def widen(self) -> None:
        """Show the whole passage of the hit under the cursor below it; the same again takes it away."""
        key = self.key
        if key is None:
            return
        self._opened = None if key == self._opened else key
        at = next(row for row, line in enumerate(self._given) if isinstance(line, KwicLine) and line.key == key)
        line = self._given[at]
        opened = _passage(line, self.scrollable_content_region.width) if self._opened == key else []
        self._rows = [*self._given[: at + 1], *opened, *self._given[at + 1 :]]
        self.set_reactive(ConcordanceView.cursor, at)
        self.count = len(self._rows)
        self.show_row(at + min(len(opened), self.page - 1))
        self.refresh()

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
        if isinstance(line, PassageLine):
            return (" " * (_INDENT - 2) + "▎ ", "mark"), *_lit(line.text, line.matches)
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

    def validate_cursor(self, row: int) -> int:
        """Keep the cursor on a hit: past anything else in the direction of the movement, or back where none follows."""
        row = super().validate_cursor(row)
        ahead, behind = range(row, len(self._rows)), range(min(row, len(self._rows) - 1), -1, -1)
        order = chain(ahead, behind) if row >= self.cursor else chain(behind, ahead)
        return next((at for at in order if isinstance(self._rows[at], KwicLine)), row)

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


def _passage(line: KwicLine | GroupLine, width: int) -> list[PassageLine]:
    """Return the whole passage of a hit, wrapped, its matches marked."""
    if not isinstance(line, KwicLine):
        return []
    text = one_line(line.left + line.match + line.right)
    start, end = len(line.left), len(line.left) + len(line.match)
    spans = [(start, end), *((end + first, end + last) for first, last in line.more)]
    return [
        PassageLine(text[first:last], _inside(spans, first, last))
        for first, last in wrap(text, 0, len(text), width - _INDENT - 1)
    ]


def _inside(spans: Sequence[tuple[int, int]], first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return what of the spans lies between two offsets, counted from the first of them."""
    return tuple((max(a, first) - first, min(b, last) - first) for a, b in spans if a < last and first < b)
