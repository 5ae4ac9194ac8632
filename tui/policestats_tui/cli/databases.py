"""Which database a command reads."""

import sys
from pathlib import Path

from policestats_tui.engine.embedded import embedded_database
from policestats_tui.engine.store import Store


def open_store(path: Path | None) -> Store:
    """Open the database of a command, the embedded corpus where none is named."""
    return Store(path or embedded_database(_say))


def _say(message: str) -> None:
    sys.stderr.write(f"policestats-tui: {message}\n")
