"""A small window to choose one thing: groupings, orders, formats, bookmarks, and every command of the palette."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from policestats_tui.app.screens.window import Window
from policestats_tui.app.strings import CLOSE, CLOSE_OR_CHOOSE, TYPE_HINT
from policestats_tui.app.widgets.choice_list import Choice, ChoiceList
from policestats_tui.app.widgets.fields import Field
from policestats_tui.engine.model import Language


class ChooseScreen(Window):
    """A window whose lines are chosen by Enter, by a click, or by their letter. With `typing`, a field narrows them."""

    BINDINGS = [  # noqa: RUF012 (Textual declares it so)
        Binding("escape,ctrl+c", "leave", show=False),
        *(Binding(key, f"list('{key}')", show=False, priority=True) for key in ("up", "down", "enter")),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], language: Language, *, typing: bool = False, empty: str = ""
    ) -> None:
        closing = (CLOSE_OR_CHOOSE if choices else CLOSE).say(language)
        super().__init__(title, choices, closing, empty)
        self._choices, self._typing, self._hint = choices, typing, TYPE_HINT.say(language)

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(id="window"):
            if self._typing:
                yield Field(placeholder=self._hint, id="typed")
            yield ChoiceList(id="choices")

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
