"""Lists and pivots as the grid of cells that the table pane draws: the engine's own cells, with widths and styles.

The engine's tables are imported when the first one is drawn: the frame comes before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from policestats_tui.app.cells import cells, one_line
from policestats_tui.app.widgets.bar_chart import Bar
from policestats_tui.app.widgets.metric_table import Column, GridCell, GridRow
from policestats_tui.engine.browse.records import FigureRow, Pivot, PivotRow, SortKey

if TYPE_CHECKING:
    from policestats_tui.engine.export import Table
    from policestats_tui.engine.model import Language

_WIDTHS = (26, 19, 17, 14, 20, 13, 24, 5)
_VALUE, _DOCUMENT, _CHECK = 1, 6, 7
_UNIT = 1
"""Place of a pivot's unit: its headings begin behind it."""
SORT_KEYS: tuple[SortKey | None, ...] = (
    "measure", "value", "period", "region", "campaign", "speaker", "document", None,
)  # fmt: skip
"""What each of the list's columns sorts by, where it sorts."""
_FIRST_SHOWN = (0, 1, 7, 2, 3, 5, 4, 6)
_GAP = "·"
MARK_STYLE = {"✓": "good", "≈": "good", "✗": "bad"}
_NARROW, _MIDDLING, _WIDE = 8, 13, 20
"""Cells that a head on two lines takes at least, at most, and at most where there are few columns."""
_FEW = 3

ALL_COLUMNS: tuple[int, ...] = tuple(range(len(_WIDTHS)))
"""Places of the list's columns in `LIST_HEADS`."""
DEFAULT_COLUMNS: tuple[int, ...] = _FIRST_SHOWN


def list_heads(language: Language) -> Sequence[str]:
    """Return the heads of all columns that the list can have."""
    from policestats_tui.engine.browse.tables import LIST_HEADS

    return LIST_HEADS[language]


def _cells(row: FigureRow, language: Language) -> list[str]:
    """Return a claim's cells, each on one line."""
    from policestats_tui.engine.browse.tables import list_cells

    return [one_line(text) for text in list_cells(row, language)]


def list_columns(chosen: Sequence[int], language: Language, sort: SortKey, descending: bool) -> list[Column]:
    """Return the columns of the list, the sorted one with an arrow; the measure takes the room that is left."""
    heads = list_heads(language)
    arrow = " ↓" if descending else " ↑"
    titles = [head + arrow * (sort == key) for head, key in zip(heads, SORT_KEYS, strict=True)]
    return [
        Column(titles[at], _WIDTHS[at], "right" if at == _VALUE else "left", at == 0)
        if at != _CHECK
        else Column("✓", 1)
        for at in chosen
    ]


def list_row(row: FigureRow, chosen: Sequence[int], language: Language) -> GridRow:
    """Return a claim as a row of the list."""
    texts = _cells(row, language)
    styles = {0: "dim" if row.scope == "case" else "", _DOCUMENT: "dim"}
    styles[_CHECK] = MARK_STYLE.get(texts[_CHECK], "")
    return [(texts[at], styles.get(at, "")) for at in chosen]


def pivot_columns(table: Table, headings: int, series: bool = False) -> list[Column]:
    """Return a column for each of a pivot's, as wide as its widest cell; long heads have two lines.

    `series` leaves out the words that all `headings` begin with: the parts of a campaign repeat its name.
    """
    behind = _UNIT + 1 + headings
    across = table.columns[_UNIT + 1 : behind]
    begun = len(_first_words(across)) if series else 0
    heads = [*table.columns[: _UNIT + 1], *(head[begun:] for head in across), *table.columns[behind : behind + 2]]
    most = _WIDE if headings <= _FEW else _MIDDLING
    columns = [_pivot_column(head, [str(row[at]) for row in table.rows], at, most) for at, head in enumerate(heads)]
    return [*columns, *(Column("✓", 1) for _ in table.columns[behind + 2 :])]


def _first_words(heads: Sequence[str]) -> str:
    """Return the words that all heads begin with, up to a space: `Kunlun ` of `Kunlun No.1` and `Kunlun No.2`."""
    together = takewhile(lambda chars: len(set(chars)) == 1, zip(*heads, strict=False)) if len(heads) > 1 else ()
    begun = "".join(chars[0] for chars in together)
    return begun[: begun.rfind(" ") + 1]


def _pivot_column(head: str, texts: Sequence[str], at: int, most: int) -> Column:
    """Return a column whose head has one line or two, breaks between words, and takes at most `most` cells."""
    widest = max((cells(one_line(text)) for text in texts), default=0)
    if at <= _UNIT:
        return Column(head, max(cells(head), widest) if widest else 0, passed=at == _UNIT)
    word = max(map(cells, head.split()), default=0)
    room = min(cells(head), max(_NARROW, (cells(head) + 1) // 2, word), most)
    return Column(one_line(head), max(widest, room, 1), "right")


def pivot_row(table: Table, row: int, headings: int) -> GridRow:
    """Return a row of a pivot; what nobody claims under one of its headings is dotted, so that it is seen as a gap."""
    texts = [one_line(str(value)) for value in table.rows[row]]
    return [_pivot_cell(text, at, headings) for at, text in enumerate(texts)]


def _pivot_cell(text: str, at: int, headings: int) -> GridCell:
    if at <= _UNIT:
        return text, "dim" if at == _UNIT else ""
    if not text and at <= _UNIT + headings:
        return _GAP, "dim"
    return text, MARK_STYLE.get(text, "")


def pivot_figure(pivot: Pivot, row: int, column: int) -> int | None:
    """Return the figure behind a cell of a pivot as `pivot_table` lays it out.

    The measure's and the unit's own cells stand for what is stated, or for the first cell with a figure.
    """
    across = _across(pivot, pivot.rows[row])
    if 0 <= column - 2 < len(across) and across[column - 2] is not None:
        return across[column - 2]
    stated = pivot.rows[row].stated.figure
    return stated if stated is not None else next((figure for figure in across if figure is not None), None)


def _across(pivot: Pivot, row: PivotRow) -> list[int | None]:
    """Return the figure of each column behind measure and unit, in the order in which `pivot_table` has them."""
    figures = [cell.figure for cell in row.cells]
    if any(each.total.claims for each in pivot.rows):
        figures.append(row.total.figure)
    if any(each.stated.claims for each in pivot.rows):
        figures.append(row.stated.figure)
    return figures


def chart_bars(table: Table, pivot: Pivot, row: int) -> tuple[str, list[Bar]]:
    """Return what a row of a pivot measures, and a bar for each of its headings; gaps have none."""
    name, unit, *texts = (one_line(str(value)) for value in table.rows[row])
    bars = [
        Bar(table.columns[at + 2], cell.value, texts[at] or _GAP, at + 2)
        for at, cell in enumerate(pivot.rows[row].cells)
    ]
    return f"{name}, {unit}" if unit else name, bars


def figure_name(row: FigureRow, language: Language) -> str:
    """Return what a figure measures."""
    return _cells(row, language)[0]


def figure_value(row: FigureRow, language: Language) -> str:
    """Return a figure's value with hedge, sign and unit."""
    return _cells(row, language)[_VALUE]
