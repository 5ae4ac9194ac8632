"""The commands that print: each makes a table and writes it in the format asked for."""

import argparse
import sys
from dataclasses import replace
from typing import cast

from policestats_tui.cli.databases import open_store
from policestats_tui.engine.browse.checks import checks, checks_table
from policestats_tui.engine.browse.people import quotes, quotes_table
from policestats_tui.engine.browse.pivot import pivot
from policestats_tui.engine.browse.provenance import source_line
from policestats_tui.engine.browse.records import Filters, PivotBy
from policestats_tui.engine.browse.rows import RowSet, figures_passing
from policestats_tui.engine.browse.tables import LIST_HEADS, list_cells, pivot_table
from policestats_tui.engine.export import Stream, Table, write
from policestats_tui.engine.languages import locale_language
from policestats_tui.engine.model import Language

FIGURE_COLUMNS = (
    "doc", "start", "end", "text", "value", "unit", "qualifier", "kind", "direction", "basis", "object", "action",
    "label", "campaign", "topic", "region", "period", "speaker", "scope", "marginal",
)  # fmt: skip
"""The codebook's fields, in its order."""

_DOCUMENT_COLUMNS = (
    "id", "doc", "briefing", "title", "publisher", "published", "held", "place", "language", "region", "url", "form",
    "inferred", "figures",
)  # fmt: skip


def print_show(options: argparse.Namespace) -> int:
    """A metric table of a campaign: a pivot over its children where it has some, else a list."""
    store, language = open_store(options.db), label_language(options.labels or options.lang)
    filters = _filters(options, campaign=options.name or options.campaign)
    rows = RowSet(store, filters, sort=options.sort, descending=options.descending, prefer=language)
    source = source_line(store, rows, language)
    by = _pivot_by(rows, options)
    if by is not None:
        return _print(pivot_table(pivot(rows, by), language, source), options)
    lines = (list_cells(row, language) for row in rows.claims())
    return _write(Stream(LIST_HEADS[language], lines, (), source), options, found=rows.total > 0)


def _pivot_by(rows: RowSet, options: argparse.Namespace) -> PivotBy | None:
    if options.list:
        return None
    if options.by:
        return cast(PivotBy, options.by)
    return "campaign" if rows.has_children() else None


def print_figures(options: argparse.Namespace) -> int:
    """Every figure, one a line."""
    rows = RowSet(open_store(options.db), _filters(options))
    brief = ("doc", "text", "label", "campaign", "region", "period", "speaker", "scope")
    return _write(Stream(FIGURE_COLUMNS, rows.figures(), brief), options, found=rows.total > 0)


def print_turns(options: argparse.Namespace) -> int:
    """Who speaks where."""
    store = open_store(options.db)
    said = figures_passing(store, Filters(campaign=options.campaign, measure=options.measure))
    found = store.run("browse/turns", _place_filters(options) | {"figures": said})
    return _print(Table(("doc", "start", "end", "kind", "speaker", "role", "agency"), found), options)


def print_quotes(options: argparse.Namespace) -> int:
    """Sentences that somebody says."""
    filters = _filters(options, words=" ".join(options.words) or None)
    return _print(quotes_table(quotes(open_store(options.db), filters)), options)


def print_campaigns(options: argparse.Namespace) -> int:
    """Campaigns with their editions and parts."""
    store = open_store(options.db)
    claimed = figures_passing(store, replace(_filters(options), campaign=None))
    found = store.run("browse/campaigns", {"campaign": options.campaign, "figures": claimed})
    columns = ("id", "name_zh", "name_en", "parent", "docs", "figures")
    return _print(Table(columns, found, ("id", "name_zh", "name_en", "figures")), options)


def print_documents(options: argparse.Namespace) -> int:
    """Documents and what is known about them."""
    store = open_store(options.db)
    told = figures_passing(store, Filters(campaign=options.campaign, measure=options.measure))
    found = store.run("browse/documents", _place_filters(options) | {"figures": told})
    return _print(Table(_DOCUMENT_COLUMNS, found, ("doc", "held", "language", "form", "title", "figures")), options)


def print_audit(options: argparse.Namespace) -> int:
    """What adds up and what does not, failures first."""
    store, language = open_store(options.db), label_language(options.labels or options.lang)
    return _print(checks_table(checks(store, _filters(options)), language, options.format), options)


def label_language(given: Language | None) -> Language:
    """Return the language of headings: as asked, else the locale's, else English."""
    return given or locale_language()


def _filters(options: argparse.Namespace, **more: str | None) -> Filters:
    names = ("campaign", "region", "speaker", "year", "measure", "topic", "document", "words")
    given = {name: getattr(options, name, None) for name in names}  # not every command has all of them
    return Filters(**(given | more), language=options.lang)


def _place_filters(options: argparse.Namespace) -> dict[str, str | None]:
    names = {"speaker": "speaker", "region": "region", "year": "year", "language": "lang"}
    return {name: getattr(options, option) for name, option in names.items()}


def _print(table: Table, options: argparse.Namespace) -> int:
    """Write a table to stdout; return 0 where it has rows, else 1."""
    return _write(table, options, found=bool(table.rows))


def _write(table: Table | Stream, options: argparse.Namespace, *, found: bool) -> int:
    for line in write(table, options.format):
        sys.stdout.write(line + "\n")
    return 0 if found else 1
