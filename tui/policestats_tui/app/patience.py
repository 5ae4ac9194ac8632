"""An app that takes keys one after the other, however fast they come."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.widget import Widget

from policestats_tui.app.commands import MOTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

_KEY_PATIENCE = 0.3
"""Seconds a key waits at most for what the one before set off."""
_GLANCE = 0.005
_MOVES = frozenset(key for motion in MOTIONS if motion.name != "enter" for key in motion.keys.split(","))


class PatientApp(App[None], inherit_bindings=False):
    """Handles a key when what the key before set off is done, and draws all that it leads to at once."""

    async def on_key(self, event: events.Key) -> None:
        """Let what the key before set off come to its end first: keys come in bursts over a slow line.

        A key that does more than move waits a moment for running queries too; moves overtake them.
        """
        await self._all_handled()
        if event.key not in _MOVES:
            end = time.monotonic() + _KEY_PATIENCE
            while time.monotonic() < end and any(worker.is_running for worker in self.workers):
                await asyncio.sleep(_GLANCE)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run what a key stands for, and draw when the screen has handled it: the table with the source that follows.

        Drawn apart, each would take as long as both together.
        """
        with self.batch_update():
            done = await super().run_action(action, default_namespace, namespaces)
            await self._all_handled()
        self.screen.check_idle()
        return done

    async def _all_handled(self) -> None:
        """From the pane in focus up to the screen, let each handle what waits for it."""
        pane = self.screen.focused
        for node in pane.ancestors_with_self if pane is not None else ():
            done = asyncio.Event()
            if isinstance(node, Widget) and node.call_later(done.set):
                with suppress(TimeoutError):
                    await asyncio.wait_for(done.wait(), _KEY_PATIENCE)
