"""An open index: what it keeps between queries, and that what it keeps changes no answer."""

from collections.abc import Iterator
from typing import cast

import duckdb
import pytest

from policestats_tui.engine.search import shown
from policestats_tui.engine.search.engine import search
from policestats_tui.engine.search.opened import Index
from tests.engine.search.made import Said, database

SENTENCES = [
    Said(f"第{number}条: 抓获{'团伙' * (number % 3 == 0)}{number}人。", (), f"{number // 7:02}.txt")
    for number in range(60)
]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Sixty sentences in nine documents."""
    with database(SENTENCES) as made:
        yield made


class _Counting:
    """Counts the statements of a connection that read texts."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self.texts = 0

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """All that search asks of a connection."""
        return cast("duckdb.DuckDBPyConnection", self)

    def execute(self, sql: str, parameters: object = None) -> duckdb.DuckDBPyConnection:
        """Run a statement."""
        self.texts += "text FROM passage" in sql
        return self._connection.execute(sql, parameters)


@pytest.mark.parametrize("kept", [1, 2, 16])
@pytest.mark.parametrize("block", [1, 4, 7, 1024])
def test_pages_are_the_same_whatever_was_read_before(
    block: int, kept: int, connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = [("抓获", 0, 5), ("团伙", 0, 50), ("抓获", 55, 50), ("团伙", 2, 3), ("抓获", 13, 2), ("抓获", 0, 60)]
    plain = [search(connection, query, offset=offset, limit=limit) for query, offset, limit in queries]
    monkeypatch.setattr(shown, "_BLOCK", block)
    monkeypatch.setattr(shown, "_KEPT", kept)
    index = Index.of(connection)
    for _ in range(2):
        assert [search(index, query, offset=offset, limit=limit) for query, offset, limit in queries] == plain


def test_passages_of_the_same_page_are_read_once(connection: duckdb.DuckDBPyConnection) -> None:
    counting = _Counting(connection)
    index = Index.of(connection).on(counting.connection)
    for query in ("抓获", "团伙", "抓获 团伙"):
        search(index, query)
    assert counting.texts == 1


def test_no_more_than_so_many_blocks_are_kept(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "_BLOCK", 4)
    monkeypatch.setattr(shown, "_KEPT", 3)
    counting = _Counting(connection)
    index = Index.of(connection).on(counting.connection)
    for offset in (0, 4, 8, 12, 0):
        search(index, "抓获", offset=offset, limit=4)
    assert counting.texts == 5
    search(index, "抓获", offset=12, limit=4)
    assert counting.texts == 5


def test_hits_far_apart_are_read_by_key(connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "_BLOCK", 4)
    counting = _Counting(connection)
    index = Index.of(connection).on(counting.connection)
    for _ in range(2):
        assert len(search(index, "团伙").hits) == 20
    assert counting.texts == 2
