"""The real documents, which are no part of the repository: built once, offsets checked, all commands run."""

import json
from pathlib import Path

import duckdb
import pytest

from tests.support import run

COMMANDS = ("figures", "turns", "quotes", "campaigns", "documents", "audit")


@pytest.fixture(scope="module")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the real documents."""
    out = tmp_path_factory.mktemp("real") / "real.duckdb"
    result = run("build", seeds, "-o", out)
    assert result.returncode == 0, result.stderr.decode()
    assert "passed over" not in result.stderr.decode()
    return out


def lines(*arguments: str | Path) -> list[dict[str, object]]:
    """Return what a command prints as JSONL."""
    result = run(*arguments, "--format", "jsonl")
    assert (result.returncode, result.stderr) == (0, b"")
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_document_yields_figures_that_point_to_their_words(built: Path, seeds: Path) -> None:
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in seeds.glob("*.txt")}
    rows = lines("figures", "--db", built)
    assert {row["doc"] for row in rows} == texts.keys()
    for row in rows:
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert texts[str(row["doc"])][start:end] == row["text"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_finds_something(name: str, built: Path) -> None:
    assert lines(name, "--db", built)


def test_any_client_reads_figure_wide(built: Path) -> None:
    with duckdb.connect(str(built), read_only=True) as database:
        rows = database.execute("SELECT number, label, sentence FROM figure_wide").fetchall()
    assert rows
    assert all(number in sentence for number, _, sentence in rows)


def test_metadata_of_the_folders_table_wins_and_the_rest_is_inferred(built: Path) -> None:
    for row in lines("documents", "--db", built):
        assert row["briefing"]
        assert isinstance(row["inferred"], list)
        assert not {"briefing", "language"} & set(row["inferred"])
