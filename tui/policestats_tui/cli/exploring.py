"""Opening the explorer, or printing what a database holds where there is no screen."""

import argparse
import os
import sys

from policestats_tui.cli.databases import open_store
from policestats_tui.cli.printing import label_language
from policestats_tui.engine.browse.tree import tree
from policestats_tui.engine.model import Language
from policestats_tui.engine.safe import one_line
from policestats_tui.engine.store import Store


def run(options: argparse.Namespace) -> int:
    """Explore on a terminal; without one, or with --plain, print what the database holds, and end."""
    if options.plain or not _can_draw():
        return _print_contents(open_store(options.db), label_language(options.lang), said=options.plain)
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


def _print_contents(store: Store, language: Language, *, said: bool) -> int:
    if not said:
        sys.stderr.write("policestats-tui: no terminal here, so this prints what the database holds\n")
    meta = store.meta
    sys.stdout.write(f"{store.path}: {meta.documents} documents, {meta.figures:,} figures, built {meta.built} UTC\n\n")
    for node in tree(store):
        name = node.name_zh if language == "zh" else node.name_en
        sys.stdout.write(f"{node.figures:>7,}  {'  ' * node.depth}{one_line(name)}\n")
    sys.stdout.write("\nTables: policestats-tui show CAMPAIGN. Search: policestats-tui search WORDS. More: --help.\n")
    return 0 if meta.figures else 1
