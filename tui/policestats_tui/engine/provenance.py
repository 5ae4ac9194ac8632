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
    names = ", ".join(f"{doc} ({date})" if date else doc for doc, date in named)
    if further := count - len(named):
        names += f" 等{count}份文件" if language == "zh" else f" and {further:,} more documents"
    built = f"{store.meta.built:%Y-%m-%d %H:%M} UTC"
    file = f"{store.path.name} ({store.meta.corpus_hash[:12]})"
    if language == "zh":
        return f"来源:{names or '无'}。筛选:{filters or '无'}。数据库:{file},{built} 生成。"
    return f"Source: {names or 'none'}. Filter: {filters or 'none'}. Database: {file}, built {built}."
