"""Screens with a field whose words narrow a pane as they are typed."""

from typing import ClassVar

from textual import on
from textual.widgets import Input

from policestats_tui.app.commands import Command, Narrow
from policestats_tui.app.screens.copying import CopyingScreen
from policestats_tui.app.strings import Phrase


class FilteringScreen(CopyingScreen):
    """Answers the command that filters. The field has the id `words` and is hidden until it is asked for."""

    FIELD_HINT: ClassVar[Phrase]

    @property
    def field(self) -> Input:
        """The field."""
        return self.query_one("#words", Input)

    def filtered(self) -> None:
        """Go to the pane that the field narrows."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Hide the field."""
        self.field.display = False

    def speak(self) -> None:
        """Say in the present language what can be typed."""
        super().speak()
        self.field.placeholder = self.say(self.FIELD_HINT)

    @on(Narrow)
    def narrow(self) -> None:
        """Show the field."""
        self.field.display = True
        self.set_focus(self.field)

    async def open_field(self, command: type[Command]) -> None:
        """Open the field that filters, or the one that searches."""
        if command is Narrow:
            self.narrow()
        else:
            await super().open_field(command)

    def action_entered(self) -> None:
        """Go from the field to what it lets through."""
        self.filtered()

    def close_field(self) -> bool:
        """Clear the field and take it away, if it is there; returns whether it was."""
        if not self.field.display:
            return False
        self.field.value = ""
        self.field.display = False
        self.filtered()
        return True
