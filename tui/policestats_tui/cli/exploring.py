"""Opening the explorer, or printing what a database holds where there is no screen.

What each needs is imported when it is chosen: the explorer draws its first frame before DuckDB is there.
"""

import argparse
import os
import sys

from policestats_tui.engine.errors import DatabaseError


def run(options: argparse.Namespace) -> int:
    """Explore on a terminal; without one, or with --plain, print what the database holds, and end."""
    if options.kiosk and options.db is None:
        _need_embedded()
    if options.plain or not _can_draw():
        from policestats_tui.cli.contents import print_contents

        return print_contents(options)
    from policestats_tui.app.start import explore

    return explore(
        options.db,
        language=options.lang,
        kiosk=options.kiosk,
        ascii_borders=options.ascii,
        ambiguous=options.ambiguous,
    )


def _can_draw() -> bool:
    """Whether there is a terminal, and one whose cursor can be moved."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _need_embedded() -> None:
    """Refuse to build the embedded corpus.

    Raises:
        DatabaseError: It has not been built.
    """
    from policestats_tui.engine.embedded import embedded_path

    if not embedded_path().exists():
        raise DatabaseError("--kiosk writes nothing, so it cannot build the embedded corpus: name a database")
