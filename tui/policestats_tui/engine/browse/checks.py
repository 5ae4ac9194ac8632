"""Which numbers add up, and which do not."""

from policestats_tui.engine.browse.records import CheckRow, FigureRow
from policestats_tui.engine.store import Store


def checks(store: Store) -> list[CheckRow]:
    """Return every arithmetic relation found, failures first."""
    found = store.run("browse/checks")
    rows = claim_rows(store, {figure for check in found for figure in check[5]})
    by_figure = {row.figure: row for row in rows}
    return [CheckRow(*check[:5], figures=tuple(by_figure[figure] for figure in check[5])) for check in found]


def claim_rows(store: Store, figures: set[int]) -> list[FigureRow]:
    """Return figures by number as table rows."""
    return store.records("browse/claims", FigureRow, {"figures": sorted(figures)})
