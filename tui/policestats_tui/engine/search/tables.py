"""Hits as a table: what the search screen copies and the command `search` prints."""

from collections.abc import Sequence

from policestats_tui.engine.export import Table, Value
from policestats_tui.engine.model import Hit, Language
from policestats_tui.engine.provenance import line
from policestats_tui.engine.store import Store

COLUMNS = ("doc", "start", "end", "text", "matches", "speaker", "campaign")

_BRIEF = ("doc", "speaker", "text")


def hits_table(store: Store, query: str, hits: Sequence[Hit], language: Language) -> Table:
    """Return hits as a table, one passage a row, with the line that says where they come from in `language`.

    Offsets count code points of the document; a match is its start, its end and the form that was found.
    """
    numbers = sorted({hit.document for hit in hits})
    documents = store.run("search/told_by", {"documents": numbers}) if numbers else []
    told = [(doc, date) for doc, date in documents]
    return Table(COLUMNS, [_cells(hit) for hit in hits], _BRIEF, line(store, told, len(told), query, language))


def _cells(hit: Hit) -> list[Value]:
    matches: list[Value] = [[match.start, match.end, match.form] for match in hit.matches]
    return [hit.doc, hit.start, hit.end, hit.text, matches, hit.speaker, hit.campaign]
