"""Readers that go on while the file is built anew, and builders that do not wait for them."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from policestats_tui.engine.store import Store
from tests.support import child_environment, command, run

TEXT = "Police in Willow Bay solved 12 cases in 2021 and arrested 30 suspects.\n"

READER = """
import sys
from pathlib import Path
from policestats_tui.engine.browse.rows import RowSet
from policestats_tui.engine.store import Store
store = Store(Path(sys.argv[1]))
rows = RowSet(store)
print("open", flush=True)
for line in sys.stdin:
    fresh = RowSet(store)
    print(len(rows.page(0, 100)), fresh.total, store.replaced(), flush=True)
"""


class Reader:
    """A process that holds a database open, as an explorer does, and reads when it is asked to."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", READER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=child_environment(),
        )  # fmt: skip
        assert self._line() == "open"

    def ask(self) -> str:
        """Return how many rows it sees, with an old and a fresh table, and whether the file was replaced."""
        assert self._process.stdin is not None
        self._process.stdin.write("read\n")
        self._process.stdin.flush()
        return self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@contextmanager
def readers(path: Path, count: int) -> Iterator[list[Reader]]:
    """Open a file in some processes at once."""
    opened = [Reader(path) for _ in range(count)]
    try:
        yield opened
    finally:
        for reader in opened:
            reader.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document to build from."""
    path = tmp_path / "bay.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def built(document: Path, out: Path) -> None:
    """Build a database as a user does."""
    result = run("build", document, "-o", out)
    assert result.returncode == 0, result.stderr.decode()


def test_four_readers_go_on_while_the_file_is_built_anew(document: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.duckdb"
    built(document, out)
    with readers(out, 4) as opened:
        before = [reader.ask() for reader in opened]
        document.write_text(TEXT + "In May they solved 4 more cases.\n", encoding="utf-8")
        built(document, out)
        after = [reader.ask() for reader in opened]
    assert set(before) == {before[0]}
    assert before[0].endswith("False")
    assert set(after) == {before[0].replace("False", "True")}
    store = Store(out)
    assert store.meta.figures == int(before[0].split()[0]) + 1
    store.close()


def test_two_builders_of_one_file_leave_a_whole_one(document: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.duckdb"
    builders = [
        subprocess.Popen(command("build", document, "-o", out), stderr=subprocess.PIPE, env=child_environment())
        for _ in range(2)
    ]
    said = [builder.communicate()[1].decode() for builder in builders]
    assert [builder.returncode for builder in builders] == [0, 0], said
    store = Store(out)
    assert store.meta.documents == 1
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bay.txt", "out.duckdb"]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_builder_that_is_stopped_leaves_the_old_file(
    ending: signal.Signals, jobs: str, document: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.duckdb"
    built(document, out)
    before = out.read_bytes()
    document.write_text(TEXT * 20_000, encoding="utf-8")
    second = tmp_path / "second.txt"
    second.write_text(TEXT * 20_000, encoding="utf-8")
    with subprocess.Popen(
        command("build", document, second, "-o", out, "--jobs", jobs), env=child_environment(), stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,
    ) as builder:  # fmt: skip
        wait_for(lambda: any(tmp_path.glob(".*.building")), builder)
        builder.send_signal(ending)
        # Its end is the end of all that hold stderr: no worker outlives it.
        said = builder.communicate(timeout=60)[1].decode()
    assert builder.returncode == (-ending if ending == signal.SIGKILL else 128 + ending)
    assert "Traceback" not in said
    assert out.read_bytes() == before
    left = sorted(path.name for path in tmp_path.iterdir())
    assert ending == signal.SIGKILL or left == ["bay.txt", "out.duckdb", "second.txt"]
    store = Store(out)
    assert store.meta.documents == 1
    store.close()


def hear_interrupts() -> None:
    """Undo what a shell does to its background jobs: they and all they start are deaf to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(happened: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait until something has happened, or the process has ended."""
    while not happened() and process.poll() is None:
        time.sleep(0.01)
