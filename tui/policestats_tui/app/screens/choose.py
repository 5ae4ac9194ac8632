"""A small window to choose one thing: groupings, orders, formats, bookmarks, and every command of the palette."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from policestats_tui.app.messages import LineChosen
from policestats_tui.app.widgets.choice_list import Choice, ChoiceList


class ChooseScreen(ModalScreen[str | None], inherit_bindings=False):
    """Returns the value of what was chosen, None if nothing was. With `typing`, a field narrows the list."""

    CSS_PATH = "../styles/choose.tcss"
    BINDINGS = [  # noqa: RUF012 (Textual declares it so)
        Binding("escape,ctrl+c", "leave", show=False),
        *(Binding(key, f"list('{key}')", show=False, priority=True) for key in ("up", "down", "enter")),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], *, typing: bool = False, empty: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._typing, self._empty = title, choices, typing, empty
        self._shown = choices

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(id="window"):
            if self._typing:
                yield Input(id="typed", compact=True, select_on_focus=False)
            yield ChoiceList(id="choices")

    def on_mount(self) -> None:
        """Fill the list and make the window as high as it needs."""
        window = self.query_one("#window")
        window.border_title = Content(self._title)
        window.styles.height = min(max(1, len(self._choices)) + 2 + self._typing, self.app.size.height - 2)
        self.query_one(ChoiceList).show(self._choices, self._empty)
        self.query_one("#typed" if self._typing else "#choices").focus()

    def on_key(self, event: events.Key) -> None:
        """Choose by letter where no field takes the letters."""
        chosen = next((each for each in self._choices if event.character and each.key == event.character), None)
        if chosen and not self._typing:
            event.stop()
            self.dismiss(chosen.value)

    def action_list(self, motion: str) -> None:
        """Move in the list, or choose from it, though the field has the focus."""
        choices = self.query_one(ChoiceList)
        {"up": choices.action_up, "down": choices.action_down, "enter": choices.action_enter}[motion]()

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Keep the choices whose words hold every word typed."""
        words = message.value.casefold().split()
        self._shown = [
            each for each in self._choices if all(word in f"{each.label} {each.note}".casefold() for word in words)
        ]
        self.query_one(ChoiceList).show(self._shown, self._empty)

    @on(LineChosen)
    def choose(self, message: LineChosen) -> None:
        """Return what was chosen."""
        self.dismiss(self._shown[message.key].value)

    def on_click(self, event: events.Click) -> None:
        """Leave when the click is outside the window."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
