"""What panes and tables show of the small corpus."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from policestats_tui.engine.browse.checks import checks
from policestats_tui.engine.browse.people import quotes, speakers
from policestats_tui.engine.browse.pivot import pivot
from policestats_tui.engine.browse.provenance import filter_words, source_line
from policestats_tui.engine.browse.records import Filters, Grouping, SortKey, TreeNode
from policestats_tui.engine.browse.rows import RowSet, figures_passing
from policestats_tui.engine.browse.source import source_document, twin
from policestats_tui.engine.browse.tables import pivot_table
from policestats_tui.engine.browse.tree import node_filters, tree
from policestats_tui.engine.export import text
from policestats_tui.engine.store import Store
from tests import small_corpus

GROUPINGS: tuple[Grouping, ...] = ("campaign", "region", "speaker", "topic", "year", "document")


@pytest.fixture(scope="module")
def store(small_db: Path) -> Iterator[Store]:
    """The small corpus, open."""
    opened = Store(small_db)
    yield opened
    opened.close()


def shown(nodes: list[TreeNode]) -> list[tuple[str, int, int, int]]:
    """Return what tells the lines of a tree apart."""
    return [(node.name_en, node.depth, node.own, node.figures) for node in nodes]


def test_campaigns_are_a_tree_with_counts_of_what_is_below(store: Store) -> None:
    assert shown(tree(store)) == [
        ("Lantern", 0, 0, 6),
        ("Lantern 2021", 1, 4, 6),
        ("Lantern No.1", 2, 1, 1),
        ("Lantern No.2", 2, 1, 1),
        ("(no campaign)", 0, 3, 3),
    ]


def test_other_groupings(store: Store) -> None:
    assert shown(tree(store, "region")) == [("China", 0, 0, 9), ("North County", 1, 7, 7), ("South Town", 1, 2, 2)]
    assert shown(tree(store, "year")) == [("2021", 0, 7, 7), ("2018", 0, 1, 1), ("(no period)", 0, 1, 1)]
    assert [node.name_en for node in tree(store, "document")] == [
        "2022-01-10 Lantern 2021 in numbers", "lantern.en.txt · en · original", "lantern.zh.txt · zh · translation",
        "2019-06-02 A quiet year in South Town", "south.md · en · original",
    ]  # fmt: skip


@pytest.mark.parametrize("by", GROUPINGS)
def test_a_line_of_the_tree_counts_what_its_filter_lets_through(by: Grouping, store: Store) -> None:
    nodes = tree(store, by)
    assert nodes
    for node in nodes:
        assert RowSet(store, node_filters(node, by)).total == node.figures


@pytest.mark.parametrize("by", GROUPINGS)
def test_parents_come_before_their_children(by: Grouping, store: Store) -> None:
    met: set[str] = set()
    for node in tree(store, by):
        assert node.parent is None or node.parent in met
        met.add(node.id)


def test_a_claim_is_one_row_told_by_two(store: Store) -> None:
    rows = RowSet(store).page(0, 100)
    assert [row.text for row in rows][:3] == ["30", "45", "10"]
    assert [row.tellings for row in rows] == [2, 2, 1, 1, 2, 1, 1, 1, 1]
    assert [row.mark for row in rows][:4] == ["mismatch", None, "mismatch", "mismatch"]


def test_a_claim_is_told_in_the_language_preferred(store: Store) -> None:
    assert [row.text for row in RowSet(store, prefer="zh").page(0, 3)] == ["30起", "45名", "10"]
    filtered = RowSet(store, Filters(measure="case"), prefer="zh")
    assert [row.text for row in filtered.page(0, 3)] == ["30起", "10", "19"]


def test_pages_are_stretches_of_the_whole(store: Store) -> None:
    rows = RowSet(store, sort="value")
    whole = rows.page(0, rows.total)
    assert rows.page(2, 3) == whole[2:5]
    assert rows.page(rows.total - 1, 5) == whole[-1:]
    assert rows.page(rows.total, 5) == []


SORTED: Mapping[SortKey, Sequence[float | str | None]] = {
    "value": [7, 10, 12.5, 19, 30, 45, 96.5, 2000, 4.5e6],
    "region": ["north-county"] * 7 + ["south-town"] * 2,
    "campaign": ["lantern-2021"] * 4 + ["lantern-2021/no-1", "lantern-2021/no-2"] + [None] * 3,
}


@pytest.mark.parametrize("key", SORTED)
def test_rows_are_sorted(key: SortKey, store: Store) -> None:
    rows = RowSet(store, sort=key)
    assert [getattr(row, key) for row in rows.page(0, 100)] == SORTED[key]


@pytest.mark.parametrize("key", ["reading", "value", "measure", "document"])
def test_descending_is_the_other_way_round_with_gaps_last(key: SortKey, store: Store) -> None:
    up = [row.figure for row in RowSet(store, sort=key).page(0, 100)]
    down = [row.figure for row in RowSet(store, sort=key, descending=True).page(0, 100)]
    assert sorted(up) == sorted(down)
    assert down[0] != up[0]
    if key != "measure":
        assert down == up[::-1]


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (Filters(campaign=""), ["2,000", "7", "96.5%"]),
        (Filters(speaker=""), ["4.5 million yuan", "7", "96.5%"]),
        (Filters(year=""), ["96.5%"]),
        (Filters(topic="food", language="zh"), ["30起", "45名", "450万元"]),
        (Filters(document="south.md"), ["7", "96.5%"]),
        (Filters(document="briefing:south-2019-06"), ["7", "96.5%"]),
        (Filters(words="quiet"), []),
        (Filters(words="DISPUTES"), ["7"]),
        (Filters(words="破获"), ["30", "10", "19"]),
        (Filters(measure="case-solved", campaign="lantern-2021/no-1"), ["10"]),
    ],
)
def test_filters(filters: Filters, texts: list[str], store: Store) -> None:
    found = RowSet(store, filters)
    if filters.speaker == "":
        texts = ["450万元", *texts[1:]]
    assert [row.text for row in found.page(0, 100)] == texts
    assert len(figures_passing(store, filters) or []) >= found.total


def test_no_filter_lets_everything_through(store: Store) -> None:
    assert figures_passing(store, Filters()) is None
    assert len(list(RowSet(store).figures())) == 12


def test_pivot_over_the_parts_of_a_campaign(store: Store) -> None:
    table = pivot(RowSet(store, Filters(campaign="lantern-2021")))
    assert [heading.key for heading in table.headings] == ["lantern-2021/no-1", "lantern-2021/no-2"]
    solved = table.rows[0]
    assert [cell.value for cell in solved.cells] == [10, 19]
    assert (solved.total.value, solved.stated.value, solved.mark) == (29, 30, "mismatch")


def test_pivot_never_mixes_kinds_or_units(store: Store) -> None:
    rows = pivot(RowSet(store), "document").rows
    keys = [(row.measure, row.unit, row.kind) for row in rows]
    assert len(keys) == len(set(keys))
    assert ("money-involved", "CNY", "level") in keys
    assert ("money-involved", "%", "change") in keys


def test_shares_and_changes_are_never_added(store: Store) -> None:
    for row in pivot(RowSet(store), "region").rows:
        if row.kind != "level" or row.unit == "%":
            assert row.total.value is None


def test_stories_of_single_cases_stay_out_of_pivots(store: Store) -> None:
    assert "public-reached" not in {row.measure for row in pivot(RowSet(store), "speaker").rows}


def test_source_line_has_filters_as_a_query_writes_them() -> None:
    filters = Filters(campaign="lantern", speaker="Lin Hai", language="zh", document="a.txt", region="")
    assert filter_words(filters) == 'campaign:lantern region:none speaker:"Lin Hai" lang:zh doc:a.txt'


def test_pivot_as_a_table_names_its_sources(store: Store) -> None:
    rows = RowSet(store, Filters(campaign="lantern-2021"), prefer="zh")
    out = text(pivot_table(pivot(rows), "zh", source_line(store, rows, "zh")), "tsv")
    assert out.splitlines()[:2] == ["指标\t单位\t灯笼1号\t灯笼2号\t合计\t公布\t核对", "破获案件\t\t10\t19\t29\t30\t✗"]
    assert "筛选：campaign:lantern-2021" in out


def test_document_for_the_source_pane(store: Store) -> None:
    document = source_document(store, 0)
    assert document.text == small_corpus.ENGLISH.text
    assert [document.text[span.start : span.end] for span in document.figures] == [
        "30", "45", "10", "19", "4.5 million yuan", "12.5%", "2,000",
    ]  # fmt: skip
    assert [(turn.kind, turn.speaker) for turn in document.turns] == [
        ("statement", "Lin Hai"), ("question", "North County Daily"), ("answer", "Lin Hai"),
    ]  # fmt: skip
    assert document.siblings == ((1, "lantern.zh.txt", "zh"),)
    assert document.figures[0].why[0].field == "measure"


def test_same_claim_in_the_other_language(store: Store) -> None:
    other = twin(store, 1, 1)
    assert other is not None
    assert small_corpus.CHINESE.text[other.start : other.end] == "45名"
    assert twin(store, 5, 1) is None


def test_speakers_and_what_they_say(store: Store) -> None:
    assert [(one.name, one.turns) for one in speakers(store)] == [
        ("Lin Hai", 2), ("林海", 1), ("North County Daily", 1),
    ]  # fmt: skip
    assert [quote.text for quote in quotes(store, Filters(speaker="Lin Hai", words="more"))] == [
        "More than 2,000 people came."
    ]
    assert len(quotes(store, Filters(), limit=2)) == 2


def test_checks_have_their_figures_the_stated_one_first(store: Store) -> None:
    (check,) = checks(store)
    assert [row.text for row in check.figures] == ["30", "10", "19"]
