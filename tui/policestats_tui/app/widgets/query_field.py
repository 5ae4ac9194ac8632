"""The field for a query."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from policestats_tui.app.messages import QueryRecalled


class QueryField(Input):
    """An input in which the arrows go through earlier queries, as a shell's do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(1)", show=False),
        Binding("down", "recall(-1)", show=False),
    ]

    def action_recall(self, further: int) -> None:
        """Ask for the query before, or the one after."""
        self.post_message(QueryRecalled(further))
