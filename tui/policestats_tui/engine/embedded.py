"""The corpus that ships with the program, built on first start into the user's cache."""

import hashlib
from pathlib import Path

import platformdirs

from policestats_tui import __version__
from policestats_tui.engine.assets import folder

APP = "policestats-tui"


def embedded_path() -> Path:
    """Return where the embedded corpus' database belongs: its name changes with content and version."""
    digest = hashlib.sha256(__version__.encode())
    for name in ("data/briefings", "data/lexicon", "sql/schema"):
        for path in sorted(folder(name).iterdir()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return platformdirs.user_cache_path(APP) / f"corpus-{digest.hexdigest()[:16]}.duckdb"


def user_lexicon() -> list[Path]:
    """Return the user's own lexicon folder where there is one."""
    place = platformdirs.user_config_path(APP) / "lexicon"
    return [place] if place.is_dir() else []
