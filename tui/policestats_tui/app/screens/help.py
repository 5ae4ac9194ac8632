"""The keys of a screen, made from its commands."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from policestats_tui.app.commands import MOTIONS, NEXT_PANE, PREVIOUS_PANE, Commands, Keymap, shown_keys
from policestats_tui.app.strings import HELP
from policestats_tui.app.widgets.choice_list import Choice, ChoiceList
from policestats_tui.engine.model import Language


def palette_choices(commands: Commands, keymap: Keymap, language: Language) -> list[Choice]:
    """Return a line for each command: its label, its first key, what it does."""
    return [
        Choice(
            command.__name__,
            command.label.say(language),
            " ".join(shown_keys(command.name(), command.keys, keymap)),
            command.help.say(language),
        )
        for command in commands
    ]


def key_lines(commands: Commands, keymap: Keymap, language: Language) -> list[Choice]:
    """Return a line for each command and each motion: its keys and what it does."""
    motions = [
        Choice("", motion.help.say(language), " ".join(shown_keys(motion.name, motion.keys, keymap)))
        for motion in (*MOTIONS, NEXT_PANE, PREVIOUS_PANE)
    ]
    return [Choice("", each.note, each.key) for each in palette_choices(commands, keymap, language)] + motions


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """A list of keys to scroll through; any of the usual ways out leaves it."""

    CSS_PATH = "../styles/choose.tcss"
    BINDINGS = [Binding("escape,q,?,ctrl+c", "leave", show=False)]  # noqa: RUF012 (Textual declares it so)

    def __init__(self, commands: Commands, keymap: Keymap, language: Language) -> None:
        super().__init__()
        self._lines = key_lines(commands, keymap, language)
        self._title = HELP.say(language)

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(id="window"):
            yield ChoiceList(id="choices")

    def on_mount(self) -> None:
        """Fill the list."""
        window = self.query_one("#window")
        window.border_title = Content(self._title)
        window.styles.height = min(len(self._lines) + 2, self.app.size.height - 2)
        self.query_one(ChoiceList).show(self._lines)
        self.query_one(ChoiceList).focus()

    def action_leave(self) -> None:
        """Close the window."""
        self.dismiss(None)
