"""Tables set in plain text: each cell a figure, counted as its column or its row is called."""

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.extract.tables import table_rows
from tests.engine.extract.measured_cases import measure

DISTRICTS = """各区警情如下:
区域  警情数(宗)  同比(%)  每万人警情数(宗)
东湖  8,120  -7.4  61.2
西塘  6,045  +3.1  58.8
合计  14,165  -3.2  —
全市警情平稳。
"""


def cells(text: str) -> list[tuple[str, str, str, str | None, str]]:
    return [(text[one.start : one.end], one.object, one.action, one.direction, one.kind) for one in measure(text)]


def test_columns_say_what_their_cells_count() -> None:
    assert cells(DISTRICTS)[:3] == [
        ("8,120", "call", "received", None, "level"),
        ("-7.4", "call", "received", "down", "change"),
        ("61.2", "call", "received", None, "ratio"),
    ]


def test_an_empty_cell_is_no_figure() -> None:
    assert [one[0] for one in cells(DISTRICTS)[6:]] == ["14,165", "-3.2"]


def test_a_change_refers_to_the_level_of_its_row() -> None:
    level, change = measure(DISTRICTS)[3:5]
    assert change.refers_to == level.start


def test_the_title_of_its_column_decided_a_cell() -> None:
    first = measure(DISTRICTS)[0]
    assert {DISTRICTS[why.start : why.end] for why in first.why} == {"警情数(宗)"}


def test_rows_are_crimes_where_columns_are_times() -> None:
    text = "罪案类别  2021年首季  2022年首季  变化\n盗窃  14  21  +50.0%\n纵火  9  6  -33.3%\n"
    assert cells(text) == [
        ("14", "case", "filed", None, "level"), ("21", "case", "filed", None, "level"),
        ("+50.0%", "case", "filed", "up", "change"),
        ("9", "case", "filed", None, "level"), ("6", "case", "filed", None, "level"),
        ("-33.3%", "case", "filed", "down", "change"),
    ]  # fmt: skip


def test_years_may_name_the_rows() -> None:
    text = "年份 受理审查逮捕(人) 批准逮捕(人)\n2019 188 71\n2020 204 69\n"
    assert [one[:3] for one in cells(text)] == [
        ("188", "suspect", "accepted"), ("71", "suspect", "arrested"),
        ("204", "suspect", "accepted"), ("69", "suspect", "arrested"),
    ]  # fmt: skip


def test_one_line_of_numbers_makes_no_table() -> None:
    text = simplify("年份 受理(人) 逮捕(人)\n2019 188 71\n全年平稳。\n")
    assert list(table_rows(text, split_passages(text))) == []
