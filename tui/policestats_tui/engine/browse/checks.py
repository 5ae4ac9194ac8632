"""Which numbers add up, and which do not."""

from policestats_tui.engine.browse.records import CheckRow, FigureRow
from policestats_tui.engine.store import Store


def checks(store: Store) -> list[CheckRow]:
    """Return every arithmetic relation found, failures first."""
    found = store.run("browse/checks")
    used = {figure for *_, figures in found for figure in figures}
    rows = {row.figure: row for row in claim_rows(store, used)}
    return [
        CheckRow(number, rule, status, zh, en, tuple(rows[figure] for figure in figures))
        for number, rule, status, zh, en, figures in found
    ]


def claim_rows(store: Store, figures: set[int]) -> list[FigureRow]:
    """Return figures by number as table rows."""
    return store.records("browse/claims", FigureRow, {"figures": sorted(figures)})
