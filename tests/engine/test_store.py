"""Read-only access to one file, from many threads and processes, while it is replaced."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from policestats_tui.engine.browse.rows import RowSet
from policestats_tui.engine.store import SCHEMA_VERSION, Store
from tests.support import child_environment


@pytest.fixture
def path(small_db: Path, tmp_path: Path) -> Path:
    """A copy of the small database that a test may replace."""
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(small_db.read_bytes())
    return copy


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The copy, open."""
    opened = Store(path)
    yield opened
    opened.close()


def test_meta_says_what_the_file_is(store: Store) -> None:
    assert store.meta.schema_version == SCHEMA_VERSION
    assert (store.meta.documents, store.meta.figures) == (3, 12)
    assert store.meta.built.isoformat() == "2024-01-02T12:00:00"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM figure",
        "CREATE TABLE corpus.mine (i INTEGER)",
        "COPY (SELECT 1) TO 'stolen.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_nothing_can_be_written_or_read_beside_the_file(statement: str, store: Store) -> None:
    with pytest.raises(duckdb.Error):
        store.cursor().execute(statement)


def test_replaced_file_is_noticed_and_the_old_one_stays_readable(path: Path, store: Store, small_db: Path) -> None:
    rows = RowSet(store)
    assert not store.replaced()
    fresh = path.with_name("fresh")
    fresh.write_bytes(small_db.read_bytes())
    fresh.replace(path)
    assert store.replaced()
    assert len(rows.page(0, 100)) == rows.total
    again = Store(path)
    assert not again.replaced()
    again.close()


def test_deleted_file_is_not_a_replaced_one(path: Path, store: Store) -> None:
    path.unlink()
    assert not store.replaced()
    assert store.run("browse/meta")


def test_each_thread_reads_by_itself(store: Store) -> None:
    found: list[int] = []

    def read() -> None:
        found.extend(len(store.run("browse/checks")) for _ in range(20))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 80


def test_four_processes_read_at_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from policestats_tui.engine.store import Store\n"
        "store = Store(Path(sys.argv[1])); print(flush=True); sys.stdin.read(); print(store.meta.figures)"
    )
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=child_environment(),
        )
        for _ in range(4)
    ]  # fmt: skip
    for reader in readers:
        assert reader.stdout is not None
        reader.stdout.readline()
    assert [reader.communicate()[0].strip() for reader in readers] == [b"12"] * 4


def test_name_with_quotes_and_other_script(path: Path) -> None:
    odd = path.with_name('it\'s "数据".duckdb')
    path.rename(odd)
    opened = Store(odd)
    assert opened.meta.documents == 3
    opened.close()
