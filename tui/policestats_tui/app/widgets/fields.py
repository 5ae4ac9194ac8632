"""Lines to type in."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from policestats_tui.app.messages import QueryRecalled


class Field(Input):
    """An input of one line, whose cursor stands still: a blinking one sends bytes all the time, over slow lines too."""

    def __init__(self, value: str = "", placeholder: str = "", *, id: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=False)
        self.set_reactive(Input.cursor_blink, False)


class QueryField(Field):
    """A field in which the arrows go through earlier queries, as a shell's do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(1)", show=False),
        Binding("down", "recall(-1)", show=False),
    ]

    def action_recall(self, further: int) -> None:
        """Ask for the query before, or the one after."""
        self.post_message(QueryRecalled(further))
