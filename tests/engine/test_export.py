"""Tables as text: nothing in a cell can break out of its format."""

import csv
import html
import io
import json
import re
from itertools import count, islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from policestats_tui.engine.export import FORMATS, Format, Stream, Table, Value, plain_number, text, write

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.one_of(words, st.none(), st.booleans(), st.integers(-(10**15), 10**15), st.floats(-1e12, 1e12))
tables = st.integers(1, 4).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(words.filter(str.strip), min_size=width, max_size=width, unique=True).map(tuple),
        st.lists(st.lists(values, min_size=width, max_size=width), max_size=5),
    )
)

HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@given(tables)
def test_no_format_lets_a_control_character_through(table: Table) -> None:
    for form in FORMATS:
        out = text(table, form)
        hostile = HOSTILE.sub("", out) if form != "tsv" else HOSTILE.sub("", out.replace("\t", ""))
        assert len(hostile) == len(out.replace("\t", "") if form == "tsv" else out)


@given(tables)
def test_json_holds_every_value_without_loss(table: Table) -> None:
    expected = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert json.loads(text(table, "json")) == expected
    assert [json.loads(line) for line in write(table, "jsonl")] == expected


@given(tables)
def test_csv_and_tsv_have_a_cell_for_each_value(table: Table) -> None:
    wide = len(table.columns)
    parsed = list(csv.reader(io.StringIO(text(table, "csv"), newline="")))
    assert [len(row) for row in parsed if row] == [wide] * len(parsed)
    lines = text(table, "tsv").split("\n")[:-1]
    assert len(lines) == len(table.rows) + 1
    assert {len(line.split("\t")) for line in lines} == {wide}


@given(tables)
def test_markdown_has_a_row_for_each_row(table: Table) -> None:
    lines = text(table, "md").split("\n")[:-1]
    assert len(lines) == len(table.rows) + 2
    unescaped = [re.sub(r"\\.", "", line) for line in lines]
    assert {line.count("|") for line in unescaped} == {len(table.columns) + 1}


@given(tables)
def test_html_has_a_cell_for_each_value_and_no_other_tag(table: Table) -> None:
    out = text(table, "html")
    assert out.count("<td>") == len(table.rows) * len(table.columns)
    rest = re.sub(r"</?(?:table|thead|tbody|tr|th|td)>|<!doctype html>|<meta charset=\"utf-8\">", "", out)
    assert "<" not in rest
    assert html.unescape(rest)


@given(tables)
def test_columns_of_a_printed_table_line_up(table: Table) -> None:
    lines = list(write(table, "table"))
    rule = lines[1]
    starts = [0] + [match.end() for match in re.finditer("  ", rule)]
    for line in lines:
        for start in starts[1:]:
            assert _cell_before(line, start) in (" ", "")


def _cell_before(line: str, column: int) -> str:
    """Return the character that ends at a terminal column, empty beyond the line's end."""
    width = 0
    for char in line:
        width += max(wcwidth(char), 0)
        if width >= column:
            return char
    return ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3.0, "3"), (12.5, "12.5"), (4965000000.0, "4965000000"), (0.1, "0.1"), (1e18, "1e+18"), (-7.0, "-7")],
)
def test_plain_numbers(value: float, expected: str) -> None:
    assert plain_number(value) == expected


TABLE = Table(("name", "n", "note"), [["抓获", 1591, None], ["=A1", 2.5, "a|b"]], ("name", "n"), "Source: x\ny")


@pytest.mark.parametrize("form", ["table", "md"])
def test_readers_see_the_brief_columns_and_the_source_in_one_line(form: Format) -> None:
    out = text(TABLE, form)
    assert "note" not in out
    assert out.endswith("\nSource: x y\n")


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl", "html"])
def test_programs_see_all_columns(form: Format) -> None:
    assert "note" in text(TABLE, form)


def test_numbers_are_right_aligned() -> None:
    assert list(write(TABLE, "table"))[:4] == ["name     n", "────  ────", "抓获  1591", "=A1    2.5"]


@pytest.mark.parametrize(
    ("cell", "right"),
    [
        *((cell, True) for cell in (7, 2.5, "1,616 +2", "≈4.965 billion yuan", "49.65亿元", "第5位", "No. 5", "−26.39%",
                                    "≥2,400", "28.75万余人次", "≈HK$9.18 billion", "0.5 m²")),
        *((cell, False) for cell in ("2021-01-13", "2020-01/2020-09", "125 + 25 = 150", "7 / 24,048 = 0.03%",
                                     "2,310, told alike in 2 places", "昆仑", "Kunlun 2020")),
    ],
)  # fmt: skip
def test_columns_of_single_numbers_alone_are_right_aligned(cell: Value, right: bool) -> None:
    first = next(line for line in list(write(Table(("x" * 40,), [[cell]]), "table"))[2:])
    assert first.startswith(" ") == right


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("length", [0, 1, 2])
def test_a_stream_is_written_as_its_table(form: Format, length: int) -> None:
    rows = TABLE.rows[:length]
    stream = Stream(TABLE.columns, iter(rows), TABLE.brief, TABLE.source)
    assert list(write(stream, form)) == list(write(Table(TABLE.columns, rows, TABLE.brief, TABLE.source), form))


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl", "html"])
def test_a_stream_is_not_held(form: Format) -> None:
    endless = ([number] for number in count())
    lines = write(Stream(("n",), endless), form)
    assert any("1000" in line for line in islice(lines, 2000))


@pytest.mark.parametrize("form", FORMATS)
def test_empty_table_has_its_heads_alone(form: Format) -> None:
    out: Any = text(Table(("a", "b"), []), form)
    assert out == {
        "table": "a  b\n─  ─\n",
        "tsv": "a\tb\n",
        "csv": "a,b\n",
        "md": "| a | b |\n| --- | --- |\n",
        "json": "[\n]\n",
        "jsonl": "",
        "html": '<!doctype html><meta charset="utf-8">\n<table>\n<thead><tr><th>a</th><th>b</th></tr></thead>\n'
                "<tbody>\n</tbody>\n</table>\n",
    }[form]  # fmt: skip
