"""Lists and pivots as tables: what a screen shows, a key copies and a command prints."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from policestats_tui.engine import notation
from policestats_tui.engine.browse.records import Cell, FigureRow, Pivot, PivotRow
from policestats_tui.engine.export import Table, Value
from policestats_tui.engine.model import CheckStatus, Language

MARKS: dict[CheckStatus | None, str] = {"holds": "✓", "rounding": "≈", "mismatch": "✗", None: ""}

_HEADS: dict[Language, tuple[str, str, str, str, str]] = {
    "zh": ("指标", "单位", "合计", "公布", "核对"),
    "en": ("measure", "unit", "Σ", "stated", "check"),
}
_KINDS: dict[Language, dict[str, str]] = {
    "zh": {"level": "", "change": "变化", "difference": "增减", "share": "占比", "rank": "排名", "ratio": "比率"},
    "en": {"level": "", "change": "change", "difference": "difference", "share": "share", "rank": "rank",
           "ratio": "ratio"},
}  # fmt: skip
_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    "zh": ((10**8, "亿"), (10**4, "万")),
    "en": ((10**9, "billion "), (10**6, "million ")),
}
_MONEY: dict[Language, dict[str, str]] = {"zh": {"CNY": "元", "HKD": "港元"}, "en": {"CNY": "¥", "HKD": "HK$"}}
LIST_HEADS: dict[Language, tuple[str, ...]] = {
    "zh": ("指标", "数值", "时间", "地区", "专项行动", "发言人", "文件", "核对"),
    "en": ("measure", "figure", "period", "region", "campaign", "speaker", "document", "check"),
}


def pivot_table(pivot: Pivot, language: Language, source: str | None = None) -> Table:
    """Return a pivot as a table; columns for Σ, the stated total and the check stand only where a row has one."""
    measure, unit, total, stated, check = _HEADS[language]
    with_total = any(row.total.claims for row in pivot.rows)
    with_stated = any(row.stated.claims for row in pivot.rows)
    titles = [head.title_zh if language == "zh" else head.title_en for head in pivot.headings]
    columns = [measure, unit, *_distinct(titles)]
    columns += [total] * with_total + [stated] * with_stated + [check] * (with_total and with_stated)
    rows = [_pivot_row(row, language, with_total, with_stated) for row in pivot.rows]
    return Table(tuple(columns), rows, (), source)


def _distinct(titles: Iterable[str]) -> list[str]:
    """Number titles that stand twice: columns are told apart by name in every format."""
    seen: dict[str, int] = {}
    distinct = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        distinct.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    return distinct


def _pivot_row(row: PivotRow, language: Language, with_total: bool, with_stated: bool) -> list[Value]:
    cells = [cell for cell in (*row.cells, row.total, row.stated) if cell.value is not None]
    scale, unit = row_unit(row.unit, [cell.value or 0.0 for cell in cells], language)
    name = row.name_zh if language == "zh" else row.name_en
    kind = _KINDS[language][row.kind]
    line: list[Value] = [f"{name} ({kind})" if kind else name, unit]
    line += [cell_text(cell, row, scale) for cell in row.cells]
    line += [cell_text(row.total, row, scale)] * with_total + [cell_text(row.stated, row, scale)] * with_stated
    return line + [MARKS[row.mark]] * (with_total and with_stated)


def cell_text(cell: Cell, row: PivotRow, scale: int) -> str:
    """Return a pivot cell in the row's unit, with its hedge; `+2` behind it counts further claims in the cell."""
    if cell.value is None:
        return ""
    scaled = float(Decimal(repr(cell.value)) / scale)
    shown = notation.cell(scaled, "count", "en", cell.qualifier, row.kind, cell.direction)
    further = cell.claims - 1
    return f"{shown} +{further}" if further > 0 and cell is not row.total else shown


def row_unit(unit: str, values: Sequence[float], language: Language) -> tuple[int, str]:
    """Return the scale of a row and the unit that names it: the largest in which no value falls below one."""
    if unit not in _MONEY[language]:
        return 1, notation.unit_name(unit, language)
    symbol = _MONEY[language][unit]
    smallest = min((value for value in values if value), default=0.0)
    for scale, word in _SCALES[language]:
        if smallest >= scale:
            return scale, word + symbol
    return 1, symbol


def list_table(rows: Iterable[FigureRow], language: Language, source: str | None = None) -> Table:
    """Return claims as a table, one a row."""
    return Table(LIST_HEADS[language], [list_cells(row, language) for row in rows], (), source)


def list_cells(row: FigureRow, language: Language) -> list[str]:
    """Return the cells of a claim under `LIST_HEADS`."""
    chinese = language == "zh"
    told = f" ×{row.tellings}" if row.tellings > 1 else ""
    return [
        measure_name(row, language),
        notation.cell(row.value, row.unit, language, row.qualifier, row.kind, row.direction),
        row.period,
        row.region_zh if chinese else row.region_en,
        (row.campaign_zh if chinese else row.campaign_en) or "",
        row.speaker or "",
        row.doc + told,
        MARKS[row.mark],
    ]


def measure_name(row: FigureRow, language: Language) -> str:
    """Return what a claim measures: the label in English, the measure's name in Chinese, with the kind of number."""
    kind = _KINDS[language][row.kind]
    name = row.measure_zh if language == "zh" else row.label
    return f"{name} ({kind})" if kind and kind not in name else name
