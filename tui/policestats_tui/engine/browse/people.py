"""Who speaks, and what they say."""

from collections.abc import Sequence

from policestats_tui.engine.browse.records import Filters, Quote, Speaker
from policestats_tui.engine.browse.rows import figures_passing
from policestats_tui.engine.export import Table
from policestats_tui.engine.store import Store

_QUOTE_COLUMNS = ("speaker", "role", "agency", "kind", "date", "doc", "start", "end", "text")
_QUOTE_BRIEF = ("speaker", "date", "text")


def speakers(store: Store) -> list[Speaker]:
    """Return the speakers, the one with most figures first."""
    return store.records("browse/speakers", Speaker)


def quotes(store: Store, filters: Filters, limit: int | None = None) -> list[Quote]:
    """Return the sentences that somebody says, in display order, under filters."""
    given = {
        "speaker": filters.speaker,
        "campaign": filters.campaign,
        "region": filters.region,
        "year": filters.year,
        "language": filters.language,
        "document": filters.document,
        "words": filters.words,
        "figures": figures_passing(store, Filters(measure=filters.measure, topic=filters.topic)),
        "limit": limit,
    }
    return store.records("browse/quotes", Quote, given)


def quotes_table(found: Sequence[Quote]) -> Table:
    """Return quotes as a table, one a row; `start` and `end` count code points of the document."""
    rows = [[getattr(quote, column) for column in _QUOTE_COLUMNS] for quote in found]
    return Table(_QUOTE_COLUMNS, rows, _QUOTE_BRIEF)
