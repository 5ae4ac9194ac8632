"""The bottom line: the keys that matter here, and before them a notice until the next key."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from policestats_tui.app.cells import cells, cut, one_line, wrap
from policestats_tui.app.commands import Command
from policestats_tui.app.messages import CommandClicked

Hint = tuple[type[Command], str, str]
"""A command, the key as people write it, and its label."""

_MOST_LINES = 6
_GAP = 2
_APART = 3
"""Cells between two commands, and between a notice and the commands."""


class KeyBar(Widget):
    """One line; a long notice takes more. Each command on it can be clicked."""

    COMPONENT_CLASSES = {"keybar--key", "keybar--notice"}  # noqa: RUF012 (Textual declares it so)
    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; }
    KeyBar > .keybar--key { color: $text-accent; text-style: bold; }
    KeyBar > .keybar--notice { text-style: bold; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._hints: Sequence[Hint] = ()
        self._notice = ""
        self._lines: Sequence[str] = ()

    def show(self, hints: Sequence[Hint]) -> None:
        """Draw these commands, as many as fit."""
        self._hints = hints
        self.refresh()

    def say(self, notice: str) -> None:
        """Draw a notice before them, or in their place where both do not fit; an empty one takes it away."""
        notice = one_line(notice)
        if notice != self._notice:
            self._notice = notice
            self._lines = [notice[start:end] for start, end in wrap(notice, 0, len(notice), self.size.width - 2)]
            self.styles.height = min(len(self._lines), _MOST_LINES)
            self.refresh()

    @property
    def notice(self) -> str:
        """What is being said."""
        return self._notice

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        pieces = [(line, "notice") for line in self._lines[y : y + 1]] if self._notice else []
        if self._begin() is not None:
            pieces += [(" " * (_APART * bool(pieces)), ""), *self._keys()]
        segments, used = [Segment(" ", self.rich_style)], 1
        for text, name in pieces:
            shown = cut(text, width - used)
            style = self.get_component_rich_style(f"keybar--{name}") if name else self.rich_style
            segments.append(Segment(shown, style))
            used += cells(shown)
        return Strip([*segments, Segment(" " * max(0, width - used), self.rich_style)], max(width, used))

    def on_click(self, event: events.Click) -> None:
        """Ask for the command that was clicked."""
        begin = self._begin()
        x = begin or 0
        for command, key, label in self._fitting() if begin is not None and event.x >= begin else ():
            x += cells(f"{key} {label}") + _GAP
            if event.x < x:
                self.post_message(CommandClicked(command))
                return

    def _begin(self) -> int | None:
        """Return the cell where the commands begin: behind a short notice; None where a notice leaves no room."""
        if not self._notice:
            return 1
        begin = 1 + cells(self._lines[0]) + _APART
        return begin if len(self._lines) == 1 and self.size.width - begin > self._width_of(self._hints[-2:]) else None

    def _fitting(self) -> list[Hint]:
        """Return the commands that fit whole; help and quit, the last two, always do."""
        last = list(self._hints[-2:])
        room = self.size.width - (self._begin() or 0) - self._width_of(last)
        shown: list[Hint] = []
        for hint in self._hints[:-2]:
            room -= self._width_of([hint])
            if room < 0:
                break
            shown.append(hint)
        return shown + last

    def _width_of(self, hints: Sequence[Hint]) -> int:
        return sum(cells(f"{key} {label}") + _GAP for _, key, label in hints)

    def _keys(self) -> list[tuple[str, str]]:
        return [piece for _, key, label in self._fitting() for piece in ((key, "key"), (f" {label}{' ' * _GAP}", ""))]
