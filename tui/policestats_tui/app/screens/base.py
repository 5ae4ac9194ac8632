"""What all screens share: commands by key and click, work in threads, notices, and the line of keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from policestats_tui.app.cells import one_line
from policestats_tui.app.commands import EVERYWHERE, NEXT_PANE, PREVIOUS_PANE, Command, Commands, by_name, shown_keys
from policestats_tui.app.messages import CommandClicked, Failed
from policestats_tui.app.session import Place, ScreenName
from policestats_tui.app.strings import FAILED, Phrase
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.engine.model import Language

if TYPE_CHECKING:
    from policestats_tui.app.app import Explorer
    from policestats_tui.app.desk import Desk


_ENTERED = Binding("enter", "entered", show=False, priority=True)
"""Enter in a field is obeyed before the next key, so that a letter typed after it is a command."""


def bindings(commands: Commands) -> list[BindingType]:
    """Return the key bindings of a screen: its commands', and those for leaving a field and for going between panes."""
    panes = [Binding(motion.keys, motion.action, show=False, id=motion.name) for motion in (NEXT_PANE, PREVIOUS_PANE)]
    return [*panes, _ENTERED, *(command.binding() for command in commands)]


class Beside(Horizontal):
    """Panes side by side. They cover it: there is nothing of its own to draw."""

    BLANK = True


class Stacked(Vertical):
    """Panes one above the other. They cover it, too."""

    BLANK = True


class DeskScreen(Screen[None], inherit_bindings=False):
    """A screen over the desk. Work in threads comes back as a message."""

    BLANK = True  # panes cover it
    ACTIONS: ClassVar[Commands] = EVERYWHERE
    NAME: ClassVar[ScreenName]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (72, "-narrow"), (108, "-wide")]  # noqa: RUF012 (Textual declares it so)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]  # noqa: RUF012

    def fit(self, size: Size) -> None:
        """Take the classes for a window of this size. Textual does so behind the first layout, and does it again."""
        widths, heights = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        for length, breakpoints in ((size.width, widths), (size.height, heights)):
            reached = [name for least, name in breakpoints if length >= least]
            self.add_class(*reached[-1:], update=False)

    @property
    def explorer(self) -> "Explorer":
        """The program."""
        return cast("Explorer", self.app)

    @property
    def desk(self) -> "Desk":
        """The door to the engine."""
        return self.explorer.desk

    @property
    def language(self) -> Language:
        """The language of labels and names."""
        return self.explorer.language

    def kept_place(self) -> Place:
        """Return where the user is, to be kept."""
        return Place(screen=self.NAME)

    def say(self, phrase: Phrase, **values: object) -> str:
        """Return a phrase in the present language."""
        return phrase.say(self.language, **values)

    def notice(self, words: str) -> None:
        """Say something in the bottom line until the next key."""
        self.query_one(KeyBar).say(words)

    def ask(self, topic: str, work: Callable[[], Message]) -> None:
        """Do work in a thread; the message it returns is posted here, unless work on the same topic overtook it."""
        self.run_worker(partial(self._do, work), thread=True, exclusive=True, group=topic, exit_on_error=False)

    def _do(self, work: Callable[[], Message]) -> None:
        """Run in a thread: work, and post what came of it. Nothing that fails there ends the program."""
        worker = get_current_worker()
        try:
            message = work()
        except Exception as error:  # whatever it is, the user is told
            message = Failed(one_line(str(error)) or type(error).__name__)
        if not worker.is_cancelled:
            self.post_message(message)

    def action_command(self, name: str) -> None:
        """Ask for a command by the name of its class."""
        self.post_message(by_name(name)())

    async def action_type(self, name: str) -> None:
        """Open the field of a command at once; the next key is for it."""
        await self.open_field(by_name(name))

    async def open_field(self, command: type[Command]) -> None:
        """Open the field to search in; a screen with fields of its own knows those too."""
        await self.explorer.find()

    def action_entered(self) -> None:
        """Go from the field in focus to what it filters or finds; a screen that has a field says where that is."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the field that has the focus, and Enter to the pane where none has."""
        typing = isinstance(self.focused, Input)
        return {"type": not typing, "entered": typing}.get(action, True)

    def on_mount(self) -> None:
        """Draw the words of the present language."""
        self.speak()

    def on_screen_resume(self) -> None:
        """Catch up with a language that changed while another screen was in front."""
        self.speak()

    def on_key(self, event: events.Key) -> None:
        """Take a notice away at the next key."""
        self.query_one(KeyBar).say("")

    def speak(self) -> None:
        """Draw every label in the present language; a screen adds its own panes."""
        keymap = self.explorer.config.keys
        hints = [
            (command, shown_keys(command.name(), command.keys, keymap)[0], self.say(command.label))
            for command in self.ACTIONS
            if command.footer
        ]
        self.query_one(KeyBar).show(hints)

    @on(CommandClicked)
    def run_clicked(self, message: CommandClicked) -> None:
        """Do what was clicked in the line of keys."""
        self.post_message(message.command())

    @on(Failed)
    def work_failed(self, message: Failed) -> None:
        """Say that work failed; a database that cannot be opened at all ends the program."""
        if not self.desk.is_open:
            self.explorer.fail(message.reason)
        self.tell_failure(self.say(FAILED, reason=message.reason))

    def tell_failure(self, words: str) -> None:
        """Say that work failed, in the bottom line; a screen may have a better place."""
        self.notice(words)
