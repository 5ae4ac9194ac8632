"""The command `search`: concordance lines on a terminal, passages with their matches in the other formats."""

import argparse
import shutil
import sys
from collections.abc import Iterator

from policestats_tui.cli.databases import open_store
from policestats_tui.cli.printing import label_language
from policestats_tui.engine.export import write
from policestats_tui.engine.model import Hit
from policestats_tui.engine.search.concordance import PRINTED_CELLS, printed
from policestats_tui.engine.search.engine import search
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.tables import hits_table
from policestats_tui.engine.store import Store

_QUOTE = '"'
_PAGE = 1000


def print_search(options: argparse.Namespace) -> int:
    """Print the passages that answer a query, in both languages."""
    store = open_store(options.db)
    query = " ".join([*options.query, *_field_words(options)])
    hits = _hits(store, query, options)
    found = _print_lines(hits) if options.format == "table" else _print_passages(store, query, list(hits), options)
    return 0 if found else 1


def _field_words(options: argparse.Namespace) -> list[str]:
    """Return the filters as the query language writes them."""
    given = {name: getattr(options, name) for name in ("campaign", "region", "speaker", "year", "measure", "lang")}
    # The query language cannot write a quotation mark inside quotation marks.
    return [f'{name}:"{value.replace(_QUOTE, " ")}"' for name, value in given.items() if value]


def _hits(store: Store, query: str, options: argparse.Namespace) -> Iterator[Hit]:
    """Yield all hits, or as many as asked for, a page at a time."""
    index = Index.of(store.cursor())
    wanted = options.limit or sys.maxsize
    given = 0
    while given < wanted:
        page = search(index, query, limit=min(_PAGE, wanted - given), offset=given, order=options.order)
        yield from page.hits
        given += len(page.hits)
        if not page.hits or given >= page.total:
            return


def _print_lines(hits: Iterator[Hit]) -> int:
    """Write one line a match, as wide as the terminal; return how many there are."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else PRINTED_CELLS
    found = 0
    for line in printed(hits, width):
        sys.stdout.write(line + "\n")
        found += 1
    return found


def _print_passages(store: Store, query: str, hits: list[Hit], options: argparse.Namespace) -> int:
    table = hits_table(store, query, hits, label_language(options.labels or options.lang))
    for line in write(table, options.format):
        sys.stdout.write(line + "\n")
    return len(hits)
