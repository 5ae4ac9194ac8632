"""Which documents tell of one event, and in which order documents are shown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from policestats_tui.engine.assets import folder
from policestats_tui.engine.model import Document, Metadata
from policestats_tui.engine.read.metadata import front_matter

_SLUG = re.compile(r"[\W_]+")
_FORMS = {"original": 0, "translation": 1, "digest": 2}


def shipped_briefings() -> list[Metadata]:
    """Return the metadata of the embedded digests."""
    paths = sorted(folder("data/briefings").glob("*.md"))
    return [front_matter(path.read_text(encoding="utf-8"), path)[0] for path in paths]


def link_briefings(documents: Sequence[Document], known: Iterable[Metadata]) -> list[Document]:
    """Give each document the id of its briefing.

    A document that does not name one belongs to a known briefing with the same title, or with the same day and
    publisher, or the same day and region; else to one of its own, after its file name.
    """
    anchors = [*(document.metadata for document in documents), *known]
    named = [metadata for metadata in anchors if metadata.briefing]
    return [_with_briefing(document, named) for document in documents]


def _with_briefing(document: Document, named: Sequence[Metadata]) -> Document:
    metadata = document.metadata
    if metadata.briefing:
        return document
    for other in named:
        if _same_event(metadata, other):
            return _replace_briefing(document, other.briefing or "")
    return _replace_briefing(document, _SLUG.sub("-", Path(document.name).stem).strip("-").lower() or "document")


def _replace_briefing(document: Document, briefing: str) -> Document:
    inferred = document.metadata.inferred | {"briefing"}
    return replace(document, metadata=replace(document.metadata, briefing=briefing, inferred=inferred))


def _same_event(one: Metadata, other: Metadata) -> bool:
    if one.title and one.title == other.title:
        return True
    day = one.held or one.published
    if day is None or len(day) < len("2021-01-13") or day not in (other.held, other.published):
        return False
    return _shared(one.publisher, other.publisher) or _shared(one.region, other.region)


def _shared(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def display_order(documents: Iterable[Document]) -> list[Document]:
    """Return the documents newest briefing first; of one briefing the original first, the digests last."""
    documents = list(documents)
    dates: dict[str, str] = {}
    for document in documents:
        briefing = document.metadata.briefing or ""
        dates[briefing] = max(dates.get(briefing, ""), event_date(document.metadata) or "")
    by_name = sorted(documents, key=lambda d: (_FORMS.get(d.metadata.form, 1), d.name))
    by_briefing = sorted(by_name, key=lambda d: d.metadata.briefing or "")
    return sorted(by_briefing, key=lambda d: dates[d.metadata.briefing or ""], reverse=True)


def event_date(metadata: Metadata) -> str | None:
    """Return when the event was held, else when it was published."""
    return metadata.held or metadata.published
