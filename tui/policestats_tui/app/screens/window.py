"""A window over a screen: a list to choose from, which Escape or a click beside it closes."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from policestats_tui.app.messages import LineChosen
from policestats_tui.app.widgets.choice_list import Choice, ChoiceList

_FRAME = 2


class Window(ModalScreen[str | None], inherit_bindings=False):
    """Returns the value of the line that was chosen, None for none. `closing` tells on the frame how to leave."""

    CSS_PATH = "../styles/choose.tcss"

    def __init__(self, title: str, choices: Sequence[Choice], closing: str, empty: str = "") -> None:
        super().__init__()
        self._title, self._way_out, self._empty = title, closing, empty
        self._shown = choices

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(id="window"):
            yield ChoiceList(id="choices")

    def on_mount(self) -> None:
        """Fill the list, in a window as high as it needs, and begin in the field where there is one."""
        window, fields = self.query_one("#window"), self.query(Input)
        window.border_title, window.border_subtitle = Content(self._title), Content(self._way_out)
        window.styles.height = min(max(1, len(self._shown)) + len(fields) + _FRAME, self.app.size.height - _FRAME)
        self.query_one(ChoiceList).show(self._shown, self._empty)
        (fields.first() if fields else self.query_one(ChoiceList)).focus()

    @on(LineChosen)
    def choose(self, message: LineChosen) -> None:
        """Return what was chosen; a line that is there to be read is not."""
        if self._shown[message.key].value:
            self.dismiss(self._shown[message.key].value)

    def on_click(self, event: events.Click) -> None:
        """Leave when the click is beside the window, or on the edge that says how to leave."""
        window = self.query_one("#window")
        clicked, _ = self.get_widget_at(event.screen_x, event.screen_y)
        if clicked is self or (clicked is window and event.screen_y == window.region.bottom - 1):
            self.dismiss(None)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
