"""The metric table as a pivot: measures down; parts of a campaign, periods, regions, speakers or documents across."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from policestats_tui.engine.browse.records import Cell, Heading, Pivot, PivotBy, PivotRow
from policestats_tui.engine.browse.rows import RowSet
from policestats_tui.engine.model import CheckStatus

_BY = {"campaign": "child"}
_STATED = ""
_NO_CAMPAIGN = Heading(_STATED, "(无专项行动)", "(no campaign)")
_NEVER_ADDED = frozenset({"rank", "%", "‰", "celsius"})
"""Units whose values mean nothing when they are added."""

Entry = tuple[Any, ...]


def pivot(rows: RowSet, by: PivotBy = "campaign") -> Pivot:
    """Return the aggregate claims of a row set as a pivot.

    With `by="campaign"` the columns are the children of the campaign that the rows were filtered by, empty ones too,
    and what the campaign itself claims is `stated`. Filtered by none, the columns are the series and what belongs to
    none; the claims of no campaign have that one column. Levels, changes and shares, and different units, never share
    a row; the story of a single case is left to the list.
    """
    campaign = rows.filters.campaign or None
    entries = rows.run("browse/pivot", {"by": _BY.get(by, by), "campaign": campaign})
    headings = _campaign_headings(rows, campaign) if by == "campaign" else _headings(entries)
    keys = [heading.key for heading in headings]
    whole = by == "campaign" and campaign is not None
    lines = groupby(entries, key=lambda entry: entry[:5])
    return Pivot(tuple(headings), tuple(_row(line, list(cells), keys, whole=whole) for line, cells in lines))


def _campaign_headings(rows: RowSet, campaign: str | None) -> list[Heading]:
    if rows.filters.campaign == _STATED:
        return [_NO_CAMPAIGN]
    headings = [Heading(*found) for found in rows.run("browse/children", {"campaign": campaign})]
    return headings if campaign else [*headings, _NO_CAMPAIGN]


def _headings(entries: Iterable[Entry]) -> list[Heading]:
    found = {entry[5]: Heading(entry[5], entry[6], entry[7]) for entry in entries}
    return [found[key] for key in sorted(found)]


def _row(line: Entry, entries: Sequence[Entry], keys: Sequence[str], *, whole: bool) -> PivotRow:
    """Return one line; Σ and the stated total stand only where the columns are parts of a `whole`."""
    measure, name_zh, name_en, unit, kind = line
    by_key = {entry[5]: _cell(entry) for entry in entries}
    marks: dict[str, CheckStatus | None] = {entry[5]: entry[13] for entry in entries}
    cells = tuple(by_key.get(key, Cell()) for key in keys)
    stated = by_key.get(_STATED, Cell()) if whole else Cell()
    total = _total(cells) if whole and kind == "level" and unit not in _NEVER_ADDED else Cell()
    comparable = total.value is not None and stated.value is not None
    mark = marks.get(_STATED) if comparable else None
    return PivotRow(measure, name_zh, name_en, unit, kind, cells, total, stated, mark)


def _cell(entry: Entry) -> Cell:
    return Cell(entry[8], entry[9], entry[10], entry[11], entry[12])


def _total(cells: Sequence[Cell]) -> Cell:
    """Add the cells where at least two claim something and none claims several things."""
    filled = [cell for cell in cells if cell.value is not None]
    if len(filled) < 2 or any(cell.claims > 1 for cell in filled):
        return Cell()
    hedges = {cell.qualifier for cell in filled} - {"exact"}
    # Sums of decimal amounts are rounded to a millionth, below which only binary noise lives.
    value = round(sum(cell.value or 0.0 for cell in filled), 6)
    qualifier = hedges.pop() if len(hedges) == 1 else "about" if hedges else "exact"
    return Cell(filled[0].figure, len(filled), value, qualifier)
