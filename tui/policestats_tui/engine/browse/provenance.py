"""The line under a table that says where it comes from."""

from collections.abc import Sequence
from dataclasses import fields

from policestats_tui.engine.browse.records import Filters
from policestats_tui.engine.browse.rows import RowSet
from policestats_tui.engine.model import Language
from policestats_tui.engine.store import Store

_NAMED = 12
"""How many documents a source line names before it counts the rest."""


def source_line(store: Store, rows: RowSet, language: Language) -> str:
    """Return documents, dates, filters and database of a row set in one line."""
    documents = rows.run("browse/told_by", {"limit": _NAMED})
    count = documents[0][2] if documents else 0
    return line(store, [(doc, date) for doc, date, _ in documents], count, filter_words(rows.filters), language)


def line(
    store: Store, documents: Sequence[tuple[str, str | None]], count: int, filters: str, language: Language
) -> str:
    """Return a source line that names the first of `count` documents with their dates, filters, and the database."""
    named = documents[:_NAMED]
    names = ", ".join(f"{doc} ({date})" if date else doc for doc, date in named)
    if further := count - len(named):
        names += f" 等{count}份文件" if language == "zh" else f" and {further:,} more documents"
    built = f"{store.meta.built:%Y-%m-%d %H:%M} UTC"
    file = f"{store.path.name} ({store.meta.corpus_hash[:12]})"
    if language == "zh":
        return f"来源:{names or '无'}。筛选:{filters or '无'}。数据库:{file},{built} 生成。"
    return f"Source: {names or 'none'}. Filter: {filters or 'none'}. Database: {file}, built {built}."


def filter_words(filters: Filters) -> str:
    """Return filters as a query writes them: `campaign:kunlun-2020 year:2020`."""
    given = ((item.name, getattr(filters, item.name)) for item in fields(filters))
    return " ".join(f"{name}:{value or 'none'}" for name, value in given if value is not None)
