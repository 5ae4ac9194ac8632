"""The base of every long pane: a view that draws the lines on screen and nothing else."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from policestats_tui.app.cells import cells, cut
from policestats_tui.app.commands import MOTIONS

Piece = tuple[str, str]
"""Text, and the name of the component class that styles it ("" for plain)."""

_MOST_DRAWN = 512
"""Lines kept as they were drawn, of 5 kB each."""


class LineView(ScrollView, can_focus=True):
    """Rows under a cursor, the first `fixed` lines of the pane standing still above them.

    A subclass sets `count` and answers `pieces(row, width)`; a row is one line. Moving the cursor inside the page
    repaints two lines; scrolling draws the rows that come into view and takes the others as they were, wherever they
    stood. A row that changes is named to `repaint`. Words have the names of component classes `lines--NAME`.
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
    empty: reactive[str] = reactive("")
    """What is said where there are no rows."""
    fixed = 0
    """Lines at the top that do not scroll."""
    _called = ""
    _naming = False
    """Whether Textual is being told the title, and will ask for the whole pane to be drawn again."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._looks: dict[tuple[str, str], Style] = {}
        self._finished: dict[int, Strip] = {}
        self._finished_at = Size(0, 0)

    def notify_style_update(self) -> None:
        """Forget the looks of pieces: theme, focus or rules have changed."""
        super().notify_style_update()
        self._looks, self._finished = {}, {}

    def refresh(self, *regions: Region, **what: Any) -> Self:  # noqa: ANN401 (Textual's own arguments)
        """Draw the pane again; all of it where no regions are named, but for a new title only the line it stands on."""
        if self._naming:
            self._finished.pop(-1, None)
            regions = (Region(-self.gutter.left, -self.gutter.top, self.outer_size.width, 1),)
        elif not regions:
            self._finished = {}
        return super().refresh(*regions, **what)

    def tell(self, message: Message) -> None:
        """Say something to the screen, at once: what follows from it is to be seen in the same repaint."""
        self.screen.post_message(message)

    def call(self, words: str) -> None:
        """Give the pane its title; the same again draws nothing."""
        if words != self._called:
            self._called, self._naming = words, True
            self.border_title = Content(words)
            self._naming = False

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
        """Tell the scroll bar how many rows there are; the width is always the pane's.

        As long as the bar stays, nothing is laid out anew: that would take as long as drawing.
        """
        size = Size(self.scrollable_content_region.width, self.count + self.fixed)
        if self.show_vertical_scrollbar and self.virtual_size.height > self.container_size.height < size.height:
            self.set_reactive(LineView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        else:
            self.virtual_size = size

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return finished lines, borders included, and draw only those that were not drawn before."""
        if self._finished_at != self.outer_size or len(self._finished) > _MOST_DRAWN:
            self._finished, self._finished_at = {}, self.outer_size
        names = self._names(crop.line_range)
        width = self.outer_size.width
        for start, stop in _runs([at for at, name in enumerate(names) if name not in self._finished]):
            strips = super().render_lines(Region(0, crop.y + start, width, stop - start))
            self._finished.update(zip(names[start:stop], strips, strict=True))
        lines = [self._finished[name] for name in names]
        return lines if crop.width == width else [line.crop(crop.x, crop.right) for line in lines]

    def _names(self, lines: range) -> list[int]:
        """Return what lines of the pane are kept by: the row that stands there or, below zero, the line itself."""
        top, bottom = self.gutter.top + self.fixed, self.outer_size.height - self.gutter.bottom
        first, count = self.first - top, self.count
        return [y + first if top <= y < bottom and y + first < count else -1 - y for y in lines]

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
        for row in rows:
            self._finished.pop(row, None)
        first, page, width = self.first, self.page, self.scrollable_content_region.width
        regions = [Region(0, row - first + self.fixed, width, 1) for row in rows if 0 <= row - first < page]
        if regions:
            self.refresh(*regions)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the rows again, but not what stands still above them, nor a scroll bar that would look the same."""
        bar = self.vertical_scrollbar
        known = bar.window_virtual_size == self.virtual_size.height and self._finished_at == self.outer_size
        if self.show_vertical_scrollbar and not (known and _thumb(bar, new_value) == _thumb(bar, bar.position)):
            bar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(Region(0, self.fixed, self.scrollable_content_region.width, self.page))

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


def _thumb(bar: ScrollBar, position: float) -> int:
    """Return where a scroll bar's thumb begins, in eighths of a cell, finer than which it is not drawn."""
    rows, page, cells_high = bar.window_virtual_size, bar.window_size, bar.size.height
    travel = cells_high - max(1.0, page * cells_high / rows) if rows else 0.0
    return int(position / (rows - page) * travel * 8) if rows > page else 0


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, behind the last) of each run of numbers that follow one another."""
    start = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield numbers[start], number + 1
            start = at + 1
