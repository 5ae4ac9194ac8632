"""Starting the explorer. Textual is imported here while the terminal answers how wide it draws its signs."""

import os
import sys
from pathlib import Path
from typing import Literal

from policestats_tui.app import waste
from policestats_tui.app.probe import AmbiguousProbe
from policestats_tui.engine.languages import locale_language
from policestats_tui.engine.model import Language

_FRAMES = "240"
"""Repaints a second: at Textual's 60, what a query brings just behind a key's own repaint would wait for its turn."""

Ambiguous = Literal["auto", "narrow", "wide"]


def explore(
    database: Path | None,
    *,
    language: Language | None = None,
    kiosk: bool = False,
    ascii_borders: bool = False,
    ambiguous: Ambiguous = "auto",
) -> int:
    """Explore a database, or the shipped corpus; returns the exit code of the program.

    Args:
        database: The file, None for the shipped corpus.
        language: Of labels and names; by default the configuration's, else the last session's, else the locale's.
        kiosk: Write no file and run no program but what reaches the user's own clipboard.
        ascii_borders: Draw borders and signs in ASCII.
        ambiguous: Cells of “ ” … and their like; `auto` asks the terminal.
    """
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    with waste.not_looked_for():
        return _explore(database, language, kiosk, ascii_borders, ambiguous)


def _explore(
    database: Path | None, language: Language | None, kiosk: bool, ascii_borders: bool, ambiguous: Ambiguous
) -> int:
    """Ask the terminal, import what is needed meanwhile, and explore."""
    with AmbiguousProbe(asked=ambiguous == "auto") as probe:
        from policestats_tui.app.app import Explorer
        from policestats_tui.app.config import Config, config_file, read_config
        from policestats_tui.app.desk import Desk
        from policestats_tui.app.manner import Manner

        config = Config() if kiosk else read_config(config_file())
        wide = probe.is_wide() if ambiguous == "auto" and config.width == "ask" else "wide" in (ambiguous, config.width)
    manner = Manner(language, locale_language(), kiosk, wide, ascii_borders or config.ascii)
    explorer = Explorer(Desk(database), config, manner)
    explorer.run(mouse=config.mouse)
    if explorer.failure:
        sys.stderr.write(f"policestats-tui: {explorer.failure}\n")
    return explorer.return_code or 0
