"""The corpus that ships with the program, built on first start into the user's cache."""

import hashlib
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

from policestats_tui import __version__
from policestats_tui.engine.assets import folder

APP = "policestats-tui"
_KEPT_SECONDS = 30 * 24 * 60 * 60
"""How long the databases of other versions stay: two that are used in turn shall not build at every start."""


def embedded_database(say: Callable[[str], None] = lambda message: None) -> Path:
    """Return the embedded corpus' database; the first start builds it, and says so."""
    path = embedded_path()
    if not path.exists():
        # Imported here: every later start does without the whole of extraction.
        from policestats_tui.engine.build.builder import build

        say("building the embedded corpus …")
        build([folder("data/briefings")], path, overlays=user_lexicon())
        _tidy(path)
    return path


def _tidy(path: Path) -> None:
    """Take away what earlier versions and word lists, and builders that were killed, left beside the database."""
    long_ago = time.time() - _KEPT_SECONDS
    for pattern in ("corpus-*.duckdb", ".corpus-*.building*"):
        for other in path.parent.glob(pattern):
            # Another program may take it away, or read it on though it is gone.
            with suppress(OSError):
                if other != path and other.stat().st_mtime < long_ago:
                    other.unlink()


def embedded_path() -> Path:
    """Return where the embedded corpus' database belongs: its name changes with content, word lists and version."""
    digest = hashlib.sha256(__version__.encode())
    shipped = [folder(name) for name in ("data/briefings", "data/lexicon", "sql/schema")]
    for place in (*shipped, *user_lexicon()):
        for path in sorted(place.iterdir()):
            if path.is_file():
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return platformdirs.user_cache_path(APP) / f"corpus-{digest.hexdigest()[:16]}.duckdb"


def user_lexicon() -> list[Path]:
    """Return the user's own lexicon folder where there is one."""
    place = user_lexicon_place()
    return [place] if place.is_dir() else []


def user_lexicon_place() -> Path:
    """Return where a user's own word lists belong, whether there are any or not."""
    return platformdirs.user_config_path(APP) / "lexicon"
