"""The base of every long pane: a view that draws the lines on screen and nothing else."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from policestats_tui.app.cells import cells, cut
from policestats_tui.app.commands import MOTIONS

Piece = tuple[str, str]
"""Text, and the name of the component class that styles it ("" for plain)."""


class LineView(ScrollView, can_focus=True):
    """Rows under a cursor, the first `fixed` lines of the pane standing still above them.

    A subclass sets `count` and answers `pieces(row, width)`; a row is one line. Moving the cursor inside the page
    repaints two lines. Words have the names of component classes `lines--NAME`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lines--{name}"
        for name in ("cursor", "head", "dim", "strong", "match", "figure", "lit", "good", "bad", "mark")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(motion.keys, motion.action, show=False, id=motion.name) for motion in MOTIONS
    ]
    DEFAULT_CSS = """
    LineView { overflow-x: hidden; overflow-y: auto; background: $background; }
    LineView { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    LineView > .lines--cursor { background: $panel; text-style: bold; }
    LineView:focus > .lines--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    LineView > .lines--head { color: $text-muted; text-style: bold; }
    LineView > .lines--dim { color: $text-muted; }
    LineView > .lines--strong { text-style: bold; }
    LineView > .lines--match { color: $text-accent; text-style: bold underline; }
    LineView > .lines--figure { text-style: underline; }
    LineView > .lines--lit { background: $accent; color: $text; text-style: bold; }
    LineView > .lines--good { color: $text-success; }
    LineView > .lines--bad { color: $text-error; text-style: bold; }
    LineView > .lines--mark { color: $text-accent; }
    LineView:ansi > .lines--cursor { background: ansi_default; text-style: bold underline; }
    LineView:ansi:focus > .lines--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    LineView:ansi > .lines--dim { color: ansi_default; }
    LineView:ansi > .lines--lit { background: ansi_default; color: ansi_default; text-style: reverse bold; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    count: reactive[int] = reactive(0, layout=False)
    fixed = 0
    """Lines at the top that do not scroll."""
    empty = ""
    """What is said where there are no rows."""
    _called = ""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._looks: dict[tuple[str, str], Style] = {}

    def notify_style_update(self) -> None:
        """Forget the looks of pieces: theme, focus or rules have changed."""
        super().notify_style_update()
        self._looks = {}

    def call(self, words: str) -> None:
        """Give the pane its title; the same again draws nothing."""
        if words != self._called:
            self._called = words
            self.border_title = Content(words)

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return what to draw on a row, left to right; what does not fit into `width` cells is cut."""
        raise NotImplementedError

    def heading(self, line: int, width: int) -> Sequence[Piece]:
        """Return what to draw on one of the `fixed` lines."""
        return ()

    @property
    def page(self) -> int:
        """How many rows are on screen."""
        return max(1, self.scrollable_content_region.height - self.fixed)

    @property
    def first(self) -> int:
        """The row on the first scrolling line."""
        return int(self.scroll_offset.y)

    def look(self, name: str, over: str) -> Style:
        """Return the style of a piece on a row; worked out once, for that takes longer than drawing the piece."""
        found = self._looks.get((name, over))
        if found is None:
            found = self.style_of(name) if name == "cursor" else self.style_of(name) + self.style_over(over)
            self._looks[name, over] = found
        return found

    def style_of(self, name: str) -> Style:
        """Return the style of a piece, its colours blended with the pane's."""
        return self.get_component_rich_style(f"lines--{name}") if name else self.rich_style

    def style_over(self, name: str) -> Style:
        """Return the style laid over a row: a background, and a colour only where the rule has one of its own."""
        if not name:
            return Style.null()
        whole = self.style_of(name)
        if self.get_component_rich_style(f"lines--{name}", partial=True).color is not None:
            return whole
        return Style(bgcolor=whole.bgcolor, bold=whole.bold, underline=whole.underline, reverse=whole.reverse)

    def resized(self) -> None:
        """Tell the scroll bar how many rows there are; the width is always the pane's."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count + self.fixed)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width = self.scrollable_content_region.width
        if y < self.fixed:
            return self._strip(self.heading(y, width), width, "")
        row = y - self.fixed + self.first
        if 0 <= row < self.count:
            return self._strip(self.pieces(row, width), width, self.over(row))
        if not self.count and y - self.fixed == min(1, self.page - 1):
            return self._strip(((" " + self.empty, "dim"),), width, "")
        return Strip.blank(width, self.look("", ""))

    def over(self, row: int) -> str:
        """Return the style laid over a whole row: the cursor's."""
        return "cursor" if row == self.cursor else ""

    def _strip(self, pieces: Sequence[Piece], width: int, over: str) -> Strip:
        """Return the pieces as a strip of exactly `width` cells.

        Neighbours of one style are one segment: each costs its colours once more on the line to the terminal.
        """
        runs: list[tuple[str, Style]] = []
        used = 0
        for text, name in (*pieces, (" " * width, "")):
            shown = cut(text, width - used) if text.strip() else text[: width - used]
            style = self.look(name, over)
            if runs and runs[-1][1] == style:
                runs[-1] = (runs[-1][0] + shown, style)
            else:
                runs.append((shown, style))
            used += cells(shown)
        return Strip([Segment(text, style) for text, style in runs if text], width)

    def show_row(self, row: int) -> None:
        """Scroll as little as needed to bring a row on screen."""
        if row < self.first:
            self.scroll_to(y=row, animate=False, immediate=True)
        elif row >= self.first + self.page:
            self.scroll_to(y=row - self.page + 1, animate=False, immediate=True)

    def repaint(self, *rows: int) -> None:
        """Draw these rows again, and no others."""
        width = self.scrollable_content_region.width
        regions = [
            Region(0, row - self.first + self.fixed, width, 1) for row in rows if 0 <= row - self.first < self.page
        ]
        if regions:
            self.refresh(*regions)

    def validate_cursor(self, row: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(row, self.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the cursor on screen and draw where it was and is."""
        self.show_row(new)
        self.repaint(old, new)
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Speak up about a cursor that stands elsewhere; a subclass posts its message."""

    def watch_count(self) -> None:
        """Fit scroll bar and cursor to another number of rows."""
        self.resized()
        self.cursor = self.validate_cursor(self.cursor)

    def on_resize(self) -> None:
        """Fit the scroll bar to the pane, and keep the cursor on screen."""
        self.resized()
        self.show_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; a second click on it is Enter."""
        row = event.y - self.gutter.top - self.fixed + self.first
        if event.y - self.gutter.top < self.fixed or not 0 <= row < self.count:
            return
        if row == self.cursor and event.chain > 1:
            self.action_enter()
        self.cursor = row

    def action_down(self) -> None:
        """Go one row down."""
        self.cursor += 1

    def action_up(self) -> None:
        """Go one row up."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """Go one page down."""
        self.cursor += self.page

    def action_page_up(self) -> None:
        """Go one page up."""
        self.cursor -= self.page

    def action_top(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.cursor = self.count - 1

    def action_left(self) -> None:
        """Go left, where there is a left."""

    def action_right(self) -> None:
        """Go right, where there is a right."""

    def action_enter(self) -> None:
        """Open what is under the cursor."""
