"""Which numbers add up, and which do not."""

from collections.abc import Iterable

from policestats_tui.engine.browse.records import CheckRow, FigureRow, Filters
from policestats_tui.engine.browse.rows import figures_passing
from policestats_tui.engine.browse.tables import MARKS, measure_name
from policestats_tui.engine.export import Format, Table, Value
from policestats_tui.engine.model import Language
from policestats_tui.engine.store import Store

_COLUMNS = ("rule", "status", "explanation", "figures")
_FOR_READERS = ("rule", "status", "measure", "explanation", "document")
_NO_FILTERS = Filters()


def checks(store: Store, filters: Filters = _NO_FILTERS) -> list[CheckRow]:
    """Return the arithmetic relations in which a figure stands that passes the filters, failures first."""
    passing = figures_passing(store, filters)
    chosen = None if passing is None else frozenset(passing)
    found = [row for row in store.run("browse/checks") if chosen is None or chosen.intersection(row[-1])]
    used = {figure for *_, figures in found for figure in figures}
    rows = {row.figure: row for row in claim_rows(store, used)}
    return [
        CheckRow(number, rule, status, zh, en, tuple(rows[figure] for figure in figures))
        for number, rule, status, zh, en, figures in found
    ]


def claim_rows(store: Store, figures: set[int]) -> list[FigureRow]:
    """Return figures by number as table rows."""
    return store.records("browse/claims", FigureRow, {"figures": sorted(figures)})


def checks_table(found: Iterable[CheckRow], language: Language, form: Format) -> Table:
    """Return relations as a table, one a row; a figure is its document, start and end in code points.

    In the formats `table` and `md`, which are for readers, the mark stands before the status, and the stated result's
    measure and document take the place of the figures.
    """
    if form in ("table", "md"):
        return Table(_FOR_READERS, [_told(check, language) for check in found])
    return Table(_COLUMNS, [_cells(check, language) for check in found])


def _cells(check: CheckRow, language: Language) -> list[Value]:
    explanation = check.explanation_zh if language == "zh" else check.explanation_en
    return [check.rule, check.status, explanation, [[row.doc, row.start, row.end] for row in check.figures]]


def _told(check: CheckRow, language: Language) -> list[Value]:
    rule, status, explanation, _ = _cells(check, language)
    stated = check.figures[0]
    return [rule, f"{MARKS[check.status]} {status}", measure_name(stated, language), explanation, stated.doc]
