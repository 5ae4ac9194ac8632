"""A short list to choose from, by arrows, by its letters, or by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events

from policestats_tui.app.cells import cells, fit, one_line
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import LineChosen

_LEAST = 12
"""Cells that a line's words keep before its explanation."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line: its value, its words, the key that chooses it at once, a further explanation.

    A line without a value is there to be read; `head` makes it a heading.
    """

    value: str
    label: str
    key: str = ""
    note: str = ""
    head: bool = False


class ChoiceList(LineView):
    """The choices, key first. Says `LineChosen` with the place of the choice."""

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._choices: Sequence[Choice] = ()

    def show(self, choices: Sequence[Choice], empty: str = "") -> None:
        """Draw these choices, the cursor on the first."""
        self._choices, self.empty = choices, empty
        self.count = len(choices)
        self.cursor = 0
        self.refresh()

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return key, words and explanation of a choice."""
        choice = self._choices[row]
        if choice.head:
            return ((f" {one_line(choice.label)}", "head"),)
        label = fit(one_line(choice.label), self._label_room(width)) if choice.note else one_line(choice.label)
        return (f" {fit(choice.key, self._key_room())} ", "mark"), (label, ""), ("  " + one_line(choice.note), "dim")

    def action_enter(self) -> None:
        """Choose."""
        if self.count:
            self.post_message(LineChosen(self.id or "", self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        row = event.y - self.gutter.top + self.first
        if 0 <= row < self.count:
            event.prevent_default()
            self.cursor = row
            self.action_enter()

    def _key_room(self) -> int:
        """Return the cells of the widest key."""
        return max((cells(each.key) for each in self._choices), default=0)

    def _label_room(self, width: int) -> int:
        """Return the cells that words take before explanations, which stand below each other."""
        widest = max((cells(one_line(each.label)) for each in self._choices if each.note), default=0)
        return min(widest, max(_LEAST, (width - self._key_room()) * 3 // 5))
