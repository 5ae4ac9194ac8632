"""A short list to choose from, by arrows, by its letters, or by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.app.cells import cells, fit, one_line
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import LineChosen


@dataclass(frozen=True, slots=True)
class Choice:
    """A line: its value, its words, the key that chooses it at once, a further explanation."""

    value: str
    label: str
    key: str = ""
    note: str = ""


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
        keys = max((cells(each.key) for each in self._choices), default=0)
        label = one_line(choice.label)
        return (f" {fit(choice.key, keys)} ", "mark"), (label, ""), ("  " + one_line(choice.note), "dim")

    def action_enter(self) -> None:
        """Choose."""
        if self.count:
            self.post_message(LineChosen(self.id or "", self.cursor))
