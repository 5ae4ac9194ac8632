"""The tables say what they hold, and the file is one that older readers open."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest


@pytest.fixture
def plain(small_db: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file as any DuckDB client opens it."""
    with duckdb.connect(str(small_db), read_only=True) as connection:
        yield connection


def test_every_table_and_view_has_a_comment(plain: duckdb.DuckDBPyConnection) -> None:
    silent = plain.execute(
        """
        SELECT table_name FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL
        SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
        """
    ).fetchall()
    assert silent == []


def test_every_column_of_a_table_has_a_comment(plain: duckdb.DuckDBPyConnection) -> None:
    silent = plain.execute(
        """
        SELECT columns.table_name, columns.column_name
        FROM duckdb_columns() AS columns
        JOIN duckdb_tables() AS tables USING (table_oid)
        WHERE columns.comment IS NULL
        """
    ).fetchall()
    assert silent == []


def test_every_column_of_the_views_for_people_has_a_comment(plain: duckdb.DuckDBPyConnection) -> None:
    told = plain.execute(
        """
        SELECT table_name, count(*) > 8 AND count(*) = count(comment)
        FROM duckdb_columns()
        WHERE table_name IN ('quote', 'figure_wide', 'campaign_tree')
        GROUP BY table_name
        ORDER BY table_name
        """
    ).fetchall()
    assert told == [("campaign_tree", True), ("figure_wide", True), ("quote", True)]


def test_file_is_written_in_the_storage_of_duckdb_1_5_and_closed(
    small_db: Path, plain: duckdb.DuckDBPyConnection
) -> None:
    tags = plain.execute("SELECT tags FROM duckdb_databases() WHERE path = ?", [str(small_db)]).fetchall()
    assert tags[0][0]["storage_version"].startswith("v1.5.0")
    assert not small_db.with_name(small_db.name + ".wal").exists()
    assert sorted(path.name for path in small_db.parent.iterdir()) == ["documents", small_db.name]


def test_figure_wide_reads_well_to_a_stranger(plain: duckdb.DuckDBPyConnection) -> None:
    row = plain.execute(
        "SELECT date, number, measure_zh, campaign_en, region_en, speaker, role, sentence FROM figure_wide LIMIT 1"
    ).fetchone()
    assert row == (
        "2022-01-10",
        "30",
        "破获案件",
        "Lantern 2021",
        "North County",
        "Lin Hai",
        "deputy director",
        "In Lantern 2021 our bureau solved 30 cases and arrested 45 suspects.",
    )


@pytest.mark.parametrize("table", ["figure", "passage", "turn", "campaign_mention"])
def test_offsets_lie_within_the_document(table: str, plain: duckdb.DuckDBPyConnection) -> None:
    outside = plain.execute(
        f"""
        SELECT count(*) FILTER (start < "end" AND "end" <= length(document.text)), count(*)
        FROM "{table}" JOIN document ON document.id = "{table}".document
        """
    ).fetchall()[0]
    assert outside[0] == outside[1] > 0


@pytest.mark.parametrize("table", ["figure", "passage"])
def test_text_is_what_stands_at_the_offsets(table: str, plain: duckdb.DuckDBPyConnection) -> None:
    same = plain.execute(
        f"""
        SELECT bool_and("{table}".text = substring(document.text, start + 1, "end" - start))
        FROM "{table}" JOIN document ON document.id = "{table}".document
        """
    ).fetchall()
    assert same == [(True,)]


def test_two_tellings_of_a_claim_count_once(plain: duckdb.DuckDBPyConnection) -> None:
    tellings = plain.execute("SELECT tellings, count(*) FROM claim GROUP BY tellings ORDER BY tellings").fetchall()
    assert tellings == [(1, 6), (2, 3)]


def test_campaign_tree_counts_what_is_below(plain: duckdb.DuckDBPyConnection) -> None:
    rows = plain.execute("SELECT id, depth, figures FROM campaign_tree").fetchall()
    assert rows == [
        ("lantern", 0, 6), ("lantern-2021", 1, 6), ("lantern-2021/no-1", 2, 1), ("lantern-2021/no-2", 2, 1),
    ]  # fmt: skip


def test_quote_says_who_and_in_which_office(plain: duckdb.DuckDBPyConnection) -> None:
    rows = plain.execute("SELECT speaker, role, agency, kind FROM quote WHERE text LIKE 'More than%'").fetchall()
    assert rows == [("Lin Hai", "deputy director", "North County Public Security Bureau", "answer")]
