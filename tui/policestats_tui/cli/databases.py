"""Which database a command reads."""

import sys
from collections.abc import Callable
from pathlib import Path

from policestats_tui.engine.assets import folder
from policestats_tui.engine.build.builder import build
from policestats_tui.engine.embedded import embedded_path, user_lexicon
from policestats_tui.engine.store import Store


def open_store(path: Path | None) -> Store:
    """Open the database of a command, the embedded corpus where none is named."""
    return Store(path or embedded_database())


def embedded_database(say: Callable[[str], None] | None = None) -> Path:
    """Return the embedded corpus' database; the first start builds it and says so on stderr."""
    path = embedded_path()
    if not path.exists():
        (say or _say)("building the embedded corpus …")
        build([folder("data/briefings")], path, overlays=user_lexicon())
    return path


def _say(message: str) -> None:
    sys.stderr.write(f"policestats-tui: {message}\n")
