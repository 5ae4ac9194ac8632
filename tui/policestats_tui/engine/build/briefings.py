"""Which documents tell of one event, and in which order documents are shown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
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

    A document that does not name one belongs to a named briefing with the same title, or with the same day and
    publisher, or the same day and region. Else it belongs to one of its own, after its file name, together with the
    documents without a name that have its title and day.
    """
    named = [one for one in (*(document.metadata for document in documents), *known) if one.briefing]
    unnamed: list[Metadata] = []
    linked = []
    for document in documents:
        metadata = document.metadata
        if not metadata.briefing:
            briefing = _named_briefing(metadata, named) or _briefing_alike(metadata, unnamed)
            briefing = briefing or _own_briefing(document.name, [one.briefing for one in (*named, *unnamed)])
            document = _with_briefing(document, briefing)
            unnamed.append(document.metadata)
        linked.append(document)
    return linked


def _named_briefing(metadata: Metadata, named: Sequence[Metadata]) -> str | None:
    return next((other.briefing for other in named if _same_event(metadata, other)), None)


def _briefing_alike(metadata: Metadata, unnamed: Sequence[Metadata]) -> str | None:
    """Return the briefing of a document with the same title and day, unless another publisher held that one."""
    day = _day(metadata)
    if not (metadata.title and day):
        return None
    for other in unnamed:
        publishers = {metadata.publisher, other.publisher} - {None}
        if metadata.title == other.title and day == _day(other) and len(publishers) < 2:
            return other.briefing
    return None


def _own_briefing(name: str, taken: Sequence[str | None]) -> str:
    """Return a slug of a file's name that no briefing has: two folders may each hold a `report.txt`."""
    slug = _SLUG.sub("-", str(Path(name).with_suffix(""))).strip("-").lower() or "document"
    return slug if slug not in taken else next(f"{slug}-{n}" for n in count(2) if f"{slug}-{n}" not in taken)


def _with_briefing(document: Document, briefing: str) -> Document:
    inferred = document.metadata.inferred | {"briefing"}
    return replace(document, metadata=replace(document.metadata, briefing=briefing, inferred=inferred))


def _same_event(one: Metadata, other: Metadata) -> bool:
    if one.title and one.title == other.title:
        return True
    day = _day(one)
    if day is None or day not in (other.held, other.published):
        return False
    return _shared(one.publisher, other.publisher) or _shared(one.region, other.region)


def _day(metadata: Metadata) -> str | None:
    """Return the day of an event; a month or a year alone tells nothing apart."""
    date = event_date(metadata)
    return date if date and len(date) == len("2021-01-13") else None


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
