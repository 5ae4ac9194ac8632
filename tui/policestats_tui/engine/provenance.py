"""The wording of the line under a table that says where it comes from."""

from collections.abc import Sequence

from policestats_tui.engine.model import Language
from policestats_tui.engine.store import Store

NAMED = 12
"""How many documents a source line names before it counts the rest."""


def line(
    store: Store, documents: Sequence[tuple[str, str | None]], count: int, filters: str, language: Language
) -> str:
    """Return a source line that names the first of `count` documents with their dates, filters, and the database."""
    named = documents[:NAMED]
    further = count - len(named)
    built, mark = f"{store.meta.built:%Y-%m-%d %H:%M} UTC", store.meta.corpus_hash[:12]
    if language == "zh":
        names = "、".join(f"{doc}（{date}）" if date else doc for doc, date in named)
        names += f"等{count:,}份文件" if further else ""
        file = f"{store.path.name}（{mark}）"
        return f"来源：{names or '无'}。筛选：{filters or '无'}。数据库：{file}，生成于{built}。"
    names = ", ".join(f"{doc} ({date})" if date else doc for doc, date in named)
    names += f" and {further:,} more documents" if further else ""
    file = f"{store.path.name} ({mark})"
    return f"Source: {names or 'none'}. Filter: {filters or 'none'}. Database: {file}, built {built}."
