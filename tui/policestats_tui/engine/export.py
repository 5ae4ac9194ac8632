"""Tables as bytes: what a command prints and what a key copies are the same."""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, get_args

from policestats_tui.engine import cells
from policestats_tui.engine.safe import one_line

Format = Literal["table", "tsv", "csv", "md", "json", "jsonl", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
Value = str | int | float | bool | None | Sequence["Value"]

_NUMBER = re.compile(r"[≈≥≤+−±]*(?:No\. |第|[A-Z]{2,3}\$)?\d[\d,.]*[^\d=/:−-]{0,24}(?: \+\d+)?")
_JSON_HOSTILE = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    `brief` names the columns that a reader sees in `table` and `md` (all where it is empty); `source` is the line that
    says where the rows come from.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    brief: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """A table whose rows come one by one, because there may be more of them than should be held at once."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
    brief: tuple[str, ...] = ()
    source: str | None = None


def write(table: Table | Stream, form: Format) -> Iterator[str]:
    """Yield the table in a format, line by line, without line ends; `table` and `md` hold all rows, to align them."""
    yield from _WRITERS[form](table)


def text(table: Table, form: Format) -> str:
    """Return the table in a format as one text that ends with a line end."""
    return "".join(line + "\n" for line in write(table, form))


def _for_reader(table: Table | Stream) -> Table:
    names = table.brief or table.columns
    places = [table.columns.index(name) for name in names]
    return Table(names, [[row[i] for i in places] for row in table.rows], (), table.source)


def _shown(value: Value) -> str:
    """Return a value as a cell of a text format: one line, nothing hostile."""
    match value:
        case None:
            return ""
        case str():
            return one_line(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return plain_number(value)
        case _:
            return one_line(json.dumps(value, ensure_ascii=False))


def plain_number(value: float) -> str:
    """Return a number as JSON writes it, whole numbers without a fraction."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e18 else repr(float(value))


def _aligned(table: Table | Stream) -> Iterator[str]:
    table = _for_reader(table)
    heads = [_shown(name) for name in table.columns]
    shown = [[_shown(value) for value in row] for row in table.rows]
    right = [_is_numeric(column) for column in zip(*table.rows, strict=True)] or [False] * len(heads)
    widths = [max(map(cells.width, column)) for column in zip(heads, *shown, strict=True)]
    yield _padded(heads, widths, right)
    yield "  ".join("─" * width for width in widths)
    for row in shown:
        yield _padded(row, widths, right)
    yield from _source_lines(table)


def _is_numeric(column: Sequence[Value]) -> bool:
    """Whether a column holds single numbers: hedged, signed, with a unit, `1,616 +2`, `No. 5`; no dates, no sums."""
    filled = [value for value in column if value not in (None, "")]
    return bool(filled) and all(
        isinstance(value, int | float) or (isinstance(value, str) and _NUMBER.fullmatch(value)) for value in filled
    )


def _padded(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for cell, width, to_right in zip(row, widths, right, strict=True):
        space = " " * (width - cells.width(cell))
        parts.append(space + cell if to_right else cell + space)
    return "  ".join(parts).rstrip()


def _tsv(table: Table | Stream) -> Iterator[str]:
    """Tabs between cells: a shown value holds none, so nothing needs quotes."""
    for row in chain((table.columns,), table.rows):
        yield "\t".join(map(_shown, row))
    yield from _source_lines(table)


def _csv(table: Table | Stream) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="")
    for row in chain((table.columns,), table.rows):
        writer.writerow([_shown(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield from _source_lines(table)


def _markdown(table: Table | Stream) -> Iterator[str]:
    table = _for_reader(table)
    right = [_is_numeric(column) for column in zip(*table.rows, strict=True)] or [False] * len(table.columns)
    yield _bars([_markdown_cell(_shown(name)) for name in table.columns])
    yield _bars(["---:" if to_right else "---" for to_right in right])
    for row in table.rows:
        yield _bars([_markdown_cell(_shown(value)) for value in row])
    yield from _source_lines(table)


def _bars(shown: Iterable[str]) -> str:
    return "| " + " | ".join(shown) + " |"


def _markdown_cell(cell: str) -> str:
    return re.sub(r"([\\|*_`<>\[\]])", r"\\\1", cell)


def _source_lines(table: Table | Stream) -> Iterator[str]:
    if table.source:
        yield ""
        yield one_line(table.source)


def _json_value(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e18 else value


def _object(columns: Sequence[str], row: Sequence[Value]) -> str:
    fields = {name: _json_value(value) for name, value in zip(columns, row, strict=True)}
    encoded = json.dumps(fields, ensure_ascii=False)
    return _JSON_HOSTILE.sub(lambda match: f"\\u{ord(match.group()):04x}", encoded)


def _jsonl(table: Table | Stream) -> Iterator[str]:
    for row in table.rows:
        yield _object(table.columns, row)


def _json(table: Table | Stream) -> Iterator[str]:
    yield "["
    before = None
    for row in table.rows:
        if before is not None:
            yield before + ","
        before = "  " + _object(table.columns, row)
    if before is not None:
        yield before
    yield "]"


def _html(table: Table | Stream) -> Iterator[str]:
    yield '<!doctype html><meta charset="utf-8">'
    yield "<table>"
    yield "<thead><tr>" + "".join(f"<th>{html.escape(_shown(name))}</th>" for name in table.columns) + "</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{html.escape(_shown(value))}</td>" for value in row) + "</tr>"
    yield "</tbody>"
    yield "</table>"
    if table.source:
        yield f"<p>{html.escape(one_line(table.source))}</p>"


_WRITERS: dict[Format, Callable[[Table | Stream], Iterator[str]]] = {
    "table": _aligned,
    "tsv": _tsv,
    "csv": _csv,
    "md": _markdown,
    "json": _json,
    "jsonl": _jsonl,
    "html": _html,
}
