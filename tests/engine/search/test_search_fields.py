"""Fields, and counts of hits by document, campaign, year and speaker."""

from collections.abc import Iterator

import duckdb
import pytest

from policestats_tui.engine.errors import QueryError
from policestats_tui.engine.search.engine import search
from policestats_tui.engine.search.facets import FacetCount, facets
from tests.engine.search.made import Number, Said, database, insert

SENTENCES = (
    Said("灯笼行动破案30起。", (Number("30起", 30),), "2020a.zh.txt", speaker="林海", campaign="lantern/no-1"),
    Said("灯笼行动共收缴120件。", (), "2020a.zh.txt", speaker="林海"),
    Said("The lantern campaign closed 30 cases.", (Number("30", 30),), "2021b.en.txt", "en", "Lin Hai", "lantern"),
    Said("A kite campaign closed 7 cases, up 5%.",
         (Number("7", 7), Number("5%", 5, "%", kind="change")), "2021b.en.txt", "en", None, "kite"),
    Said("灯笼没有数字。", (), "2022c.zh.txt"),
)  # fmt: skip


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """The sentences with their index, and two regions, one in the other."""
    with database(SENTENCES) as made:
        insert(made, "region", (
            {"id": "country", "name_zh": "全境", "name_en": "Country"},
            {"id": "north", "parent": "country", "name_zh": "北县", "name_en": "North County"},
            {"id": "south", "parent": "country", "name_zh": "南县", "name_en": "South County"},
        ))  # fmt: skip
        yield made


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ('speaker:"Lin Hai"', [2]),
        ("speaker:hai", [2]),
        ("speaker:林", [0, 1]),
        ("speaker:林|lin", [0, 1, 2]),
        ("灯笼 -speaker:林", [4]),
        ("campaign:lantern", [0, 2]),
        ("campaign:lantern/no-1", [0]),
        ("campaign:LANTERN|kite", [0, 2, 3]),
        ("region:south", [0, 2, 3]),
        ("region:北县", [1, 4]),
        ("region:country", [0, 1, 2, 3, 4]),
        ("year:2019", [0, 2, 3]),
        ("year:2020", [1]),
        ("year:>2020", [4]),
        ("year:2019..2020", [0, 1, 2, 3]),
        ("lang:en", [2, 3]),
        ("doc:2021", [2, 3]),
        ("doc:.zh.", [0, 1, 4]),
        ("kind:answer", [0, 1, 2]),
        ("kind:question|statement", []),
        ("kind:change", [3]),
        ("kind:level|change value:<10", [3]),
        ("value:30", [0, 2]),
        ("value:>30", []),
        ("value:>=30", [0, 2]),
        ("value:<30 kind:level", [3]),
        ("value:5 kind:level", []),
        ("measure:case", [0, 2, 3]),
        ('measure:"cases solved" value:>10', [0, 2]),
        ("measure:破获", [0, 2, 3]),
        ("-value:30 lang:zh", [1, 4]),
        ("(lang:en | speaker:林) value:30", [0, 2]),
        ("灯笼 -(lang:zh value:30)", [1, 4]),
    ],
)
def test_fields_filter(connection: duckdb.DuckDBPyConnection, query: str, passages: list[int]) -> None:
    assert [hit.passage for hit in search(connection, query).hits] == passages


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ('灯笼 speaker:"Lin Hay"', '灯笼 speaker:"Lin Hai"'),
        ("speaker:林河 灯笼", "speaker:林海 灯笼"),
        ("campaign:lantren", "campaign:lantern"),
        ("region:nroth -x", "region:north -x"),
        ("campaign:kite|lantren x", "campaign:kite|lantern x"),
        ("measure:cases-solved", "measure:case-solved"),
        ("speaker:qqqqqq", None),
    ],
)
def test_a_name_that_is_not_there_is_said_with_the_nearest(
    connection: duckdb.DuckDBPyConnection, query: str, suggestion: str | None
) -> None:
    with pytest.raises(QueryError) as caught:
        search(connection, query)
    assert caught.value.suggestion == suggestion
    assert query[caught.value.position :].startswith(("speaker:", "campaign:", "region:", "measure:"))
    if suggestion:
        assert search(connection, suggestion).query.text == suggestion


def test_facets_count_all_hits_four_ways(connection: duckdb.DuckDBPyConnection) -> None:
    counts = facets(connection, "灯笼 | lantern")
    assert counts.documents == (
        FacetCount("0", "2020a.zh.txt", 2), FacetCount("1", "2021b.en.txt", 1), FacetCount("2", "2022c.zh.txt", 1),
    )  # fmt: skip
    assert set(counts.campaigns) == {
        FacetCount("lantern/no-1", "Lantern/No-1", 1), FacetCount("lantern", "Lantern", 1), FacetCount(None, None, 2),
    }  # fmt: skip
    assert set(counts.years) == {
        FacetCount("2019", "2019", 2),
        FacetCount("2020", "2020", 1),
        FacetCount("2022", "2022", 1),
    }
    assert counts.speakers[0] == FacetCount("0", "林海", 2)
    total = search(connection, "灯笼 | lantern").total
    for counted in (counts.documents, counts.campaigns, counts.years, counts.speakers):
        assert sum(count.passages for count in counted) == total


def test_a_count_is_what_its_filter_finds(connection: duckdb.DuckDBPyConnection) -> None:
    for count in facets(connection, "灯笼 | lantern").years:
        assert search(connection, f"(灯笼 | lantern) year:{count.id}").total == count.passages
