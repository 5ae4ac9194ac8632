"""An app that takes keys one after the other, however fast they come."""

import asyncio
import time
from contextlib import suppress

from textual import events
from textual.app import App
from textual.widget import Widget

from policestats_tui.app.commands import MOTIONS

_KEY_PATIENCE = 0.3
"""Seconds a key waits at most for what the one before set off."""
_GLANCE = 0.005
_MOVES = frozenset(key for motion in MOTIONS if motion.name != "enter" for key in motion.keys.split(","))


class PatientApp(App[None], inherit_bindings=False):
    """Handles a key when what the key before set off is done."""

    async def on_key(self, event: events.Key) -> None:
        """Let what the key before set off come to its end first: keys come in bursts over a slow line.

        From the pane in focus up to the screen, each handles what waits for it, so that this key finds the right focus.
        A key that does more than move waits a moment for running queries too; moves overtake them.
        """
        pane = self.screen.focused
        for node in pane.ancestors_with_self if pane is not None else ():
            done = asyncio.Event()
            if isinstance(node, Widget) and node.call_later(done.set):
                with suppress(TimeoutError):
                    await asyncio.wait_for(done.wait(), _KEY_PATIENCE)
        if event.key not in _MOVES:
            end = time.monotonic() + _KEY_PATIENCE
            while time.monotonic() < end and any(worker.is_running for worker in self.workers):
                await asyncio.sleep(_GLANCE)
