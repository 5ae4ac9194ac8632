"""The source pane: a document, its figures underlined, the one in question lit, its turns headed by who speaks."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.wrapping import Line, SourceText, Span

_GUTTER = 2
_LOUD = 60
"""Characters up to which what is lit gets a background of its own."""
_MARKS = 3  # room for the marks before and behind the lit figure, and one cell of air


class SourceView(LineView):
    """A document wrapped to the pane's width. The cursor is the line on top that reading goes by; arrows scroll."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--turn", "lines--passage"}
    DEFAULT_CSS = """
    SourceView > .lines--turn { color: $text-accent; text-style: bold; }
    SourceView > .lines--passage { text-style: bold; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._source = SourceText("")
        self._lines: Sequence[Line] = ()
        self._starts: list[int] = []
        self._lit: Span | None = None
        self._wrapped_at = 0

    @property
    def lit(self) -> Span | None:
        """The stretch that is lit."""
        return self._lit

    def show(self, source: SourceText, lit: Span | None = None) -> None:
        """Draw another document, scrolled to what is lit."""
        self._source, self._lit = source, lit
        self._wrap()
        self.cursor = 0
        self.show_row(0)
        self._show_lit()
        self.refresh()

    def say(self, words: str) -> None:
        """Draw no document, and say why."""
        self.empty = words
        self.show(SourceText(""))

    def light(self, lit: Span | None) -> None:
        """Light another stretch of the same document, and scroll only if it is out of sight."""
        before, self._lit = self._lit, lit
        old, new = self._rows_of(before), self._rows_of(lit)
        self._show_lit()
        self.repaint(*old, *new)

    def first_offset(self) -> int:
        """Return the offset of the first character in sight."""
        return self._lines[min(self.first, len(self._lines) - 1)].start if self._lines else 0

    def next_span(self, step: int) -> Span | None:
        """Return the match, or where there is none the figure, after (1) or before (-1) the lit one, going round."""
        spans = self._source.matches or self._source.figures
        if not spans:
            return None
        at = self._lit or (self.first_offset(), self.first_offset())
        later = [span for span in spans if span > at] if step > 0 else [span for span in spans if span < at]
        if step > 0:
            return later[0] if later else spans[0]
        return later[-1] if later else spans[-1]

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return the text of a line with its figures, matches and light."""
        line = self._lines[row]
        if line.heading is not None:
            return ("▎ ", "mark"), (line.heading, "turn")
        lit = self._lit is not None and line.start < self._lit[1] and self._lit[0] < line.end
        gutter = ("▶ ", "mark") if lit else ("  ", "")
        return [gutter, *self._styled(line)]

    def over(self, row: int) -> str:
        """No row is marked: the pane scrolls, it has no cursor of its own."""
        return ""

    def show_row(self, row: int) -> None:
        """Scroll so that a row is the first on screen.

        Forced: the first document comes before the scroll bar that would allow it.
        """
        self.scroll_to(y=row, animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Go on from where the wheel or the scroll bar left the page."""
        super().watch_scroll_y(old_value, new_value)
        self.set_reactive(SourceView.cursor, self.first)

    def validate_cursor(self, row: int) -> int:
        """Keep the first row such that the last page stays full."""
        return max(0, min(row, self.count - self.page))

    def on_resize(self) -> None:
        """Wrap to the new width, and stay where the reader was."""
        if self._wrapped_at == self.room:
            return
        at = self.first_offset()
        self._wrap()
        if self._lit:
            self._show_lit()
        else:
            self.cursor = self._row_at(at)

    @property
    def room(self) -> int:
        """The cells that a line of text may take."""
        return max(4, self.scrollable_content_region.width - _GUTTER - _MARKS)

    def _wrap(self) -> None:
        """Take the text's lines at the pane's width."""
        self._wrapped_at = self.room
        self._lines = self._source.lines(self._wrapped_at)
        self._starts = [line.start for line in self._lines]
        self.count = len(self._lines)
        self.resized()

    def _row_at(self, offset: int) -> int:
        """Return the row that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _rows_of(self, span: Span | None) -> range:
        """Return the rows over which a stretch runs."""
        return range(self._row_at(span[0]), self._row_at(max(span[0], span[1] - 1)) + 1) if span else range(0)

    def _show_lit(self) -> None:
        """Scroll to the lit stretch if it is out of sight, a third down the pane."""
        rows = self._rows_of(self._lit)
        if rows and not (self.first <= rows.start and rows.stop <= self.first + self.page):
            self.cursor = self.validate_cursor(rows.start - self.page // 3)
            self.show_row(self.cursor)

    def _styled(self, line: Line) -> list[Piece]:
        """Return a line's text cut where styles change, with marks before and behind the lit stretch."""
        pieces: list[Piece] = []
        figures, matches = ("figure", self._source.figures), ("match", self._source.matches)
        lit = (self._lit_style(), self._lit_spans())
        layers = (figures, matches, lit) if lit[0] == "lit" else (lit, figures, matches)
        cuts = {line.start, line.end}
        inside = [(name, span) for name, spans in layers for span in _within(spans, line.start, line.end)]
        for _, (start, end) in inside:
            cuts |= {max(start, line.start), min(end, line.end)}
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            names = [name for name, span in inside if span[0] <= start and end <= span[1]]
            text = self._source.text[start:end].replace("\n", " ")
            pieces += self._marked(text, start, end, names[-1] if names else "")
        return pieces

    def _marked(self, text: str, start: int, end: int, name: str) -> list[Piece]:
        """Return a piece, between marks where the lit stretch begins or ends."""
        first, last = self._lit or (-1, -1)
        before = [("▌", "mark")] if start == first < end else []
        behind = [("▐", "mark")] if start < last == end else []
        return [*before, (text, name), *behind]

    def _lit_style(self) -> str:
        """Return how the lit stretch is drawn: a number or a word loud, a whole sentence quietly."""
        return "lit" if self._lit is None or self._lit[1] - self._lit[0] <= _LOUD else "passage"

    def _lit_spans(self) -> Sequence[Span]:
        return (self._lit,) if self._lit else ()


def _within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Return the spans that touch `start:end`; sorted spans do not overlap one another."""
    first = max(0, bisect_right(spans, (start, start)) - 1)
    found = []
    for span in spans[first:]:
        if span[0] >= end:
            break
        if span[1] > start:
            found.append(span)
    return found
