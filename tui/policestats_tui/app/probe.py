"""Asks the terminal how wide it draws characters on whose width terminals differ: “ ” … · ①."""

import os
import re
import select
import sys
import time
from types import TracebackType

_QUESTION = "\r“\x1b[6n\r \x1b[K"
"""Draws a quotation mark, asks where the cursor is, and wipes it out again."""
_REPLY = re.compile(rb"\x1b\[\d+;(\d+)R")
_PATIENCE = 0.5
"""Seconds to wait for an answer, counted from the question; importing Textual takes most of them."""


class AmbiguousProbe:
    """A context in which the terminal is asked; do something useful inside before `is_wide` waits for the answer.

    Where there is no terminal, or it does not answer, its signs are taken to be one cell wide.
    """

    def __init__(self, *, asked: bool) -> None:
        self._asked = asked and sys.stdin.isatty() and sys.stdout.isatty() and os.name == "posix"
        self._saved: list[object] = []
        self._deadline = 0.0

    def __enter__(self) -> "AmbiguousProbe":
        """Ask."""
        if self._asked:
            import termios
            import tty

            descriptor = sys.stdin.fileno()
            self._saved = termios.tcgetattr(descriptor)
            tty.setcbreak(descriptor, termios.TCSANOW)
            sys.stdout.write(_QUESTION)
            sys.stdout.flush()
            self._deadline = time.monotonic() + _PATIENCE
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal as it was."""
        if self._asked:
            import termios

            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._saved)  # type: ignore[arg-type]

    def is_wide(self) -> bool:
        """Return whether the sign took two cells."""
        reply = self._read() if self._asked else b""
        found = _REPLY.search(reply)
        return found is not None and found.group(1) == b"3"

    def _read(self) -> bytes:
        """Return what the terminal answered, as much as came in time."""
        answer, descriptor = b"", sys.stdin.fileno()
        while not _REPLY.search(answer):
            left = self._deadline - time.monotonic()
            if not select.select([descriptor], [], [], max(0.0, left))[0]:
                break
            answer += os.read(descriptor, 64)
        return answer
