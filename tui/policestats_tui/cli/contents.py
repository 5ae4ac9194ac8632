"""What a database holds, printed where there is no screen to explore it on."""

import argparse
import sys

from policestats_tui.cli.databases import open_store
from policestats_tui.cli.printing import label_language
from policestats_tui.engine.browse.tree import tree
from policestats_tui.engine.notation import counted
from policestats_tui.engine.safe import one_line


def print_contents(options: argparse.Namespace) -> int:
    """Print the tree of campaigns, and how to see more."""
    store, language = open_store(options.db), label_language(options.lang)
    if not options.plain:
        sys.stderr.write("policestats-tui: no terminal here, so this prints what the database holds\n")
    meta = store.meta
    held = f"{counted(meta.documents, 'document')}, {counted(meta.figures, 'figure')}"
    sys.stdout.write(f"{store.path}: {held}, built {meta.built} UTC\n\n")
    for node in tree(store):
        name = node.name_zh if language == "zh" else node.name_en
        sys.stdout.write(f"{node.figures:>7,}  {'  ' * node.depth}{one_line(name)}\n")
    sys.stdout.write("\nTables: policestats-tui show CAMPAIGN. Search: policestats-tui search WORDS. More: --help.\n")
    return 0 if meta.figures else 1
