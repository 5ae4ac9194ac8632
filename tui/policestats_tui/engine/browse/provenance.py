"""The line under a table that says where it comes from."""

from dataclasses import fields

from policestats_tui.engine.browse.records import Filters
from policestats_tui.engine.browse.rows import RowSet
from policestats_tui.engine.model import Language
from policestats_tui.engine.provenance import NAMED, line
from policestats_tui.engine.store import Store

_FIELDS = {"language": "lang", "document": "doc"}
"""Fields of a query that go by a shorter name than the filter."""


def source_line(store: Store, rows: RowSet, language: Language) -> str:
    """Return documents, dates, filters and database of a row set in one line."""
    documents = rows.run("browse/told_by", {"limit": NAMED})
    count = documents[0][2] if documents else 0
    return line(store, [(doc, date) for doc, date, _ in documents], count, filter_words(rows.filters), language)


def filter_words(filters: Filters) -> str:
    """Return filters as a query writes them: `campaign:kunlun-2020 speaker:"Zhao Yuhe" lang:zh`."""
    given = ((_FIELDS.get(item.name, item.name), getattr(filters, item.name)) for item in fields(filters))
    return " ".join(f"{name}:{_written(value)}" for name, value in given if value is not None)


def _written(value: str) -> str:
    return f'"{value}"' if any(map(str.isspace, value)) else value or "none"
