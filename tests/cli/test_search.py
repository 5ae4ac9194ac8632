"""The command `search`: concordance lines to read, passages with their matches to compute with."""

import json
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from policestats_tui.cli import main
from tests import small_corpus


def passages(query: str, db: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    """Return the hits of a query as JSONL gives them."""
    code = main(["search", query, *options, "--db", str(db), "--format", "jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == (0 if rows else 1)
    return rows


def test_word_is_found_in_both_languages_with_the_form_that_matched(
    small_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = passages("arrested", small_db, capsys)
    assert [(row["doc"], row["matches"][0][2]) for row in rows] == [
        ("lantern.en.txt", "arrested"), ("lantern.zh.txt", "抓获"),
    ]  # fmt: skip


def test_offsets_are_the_documents(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = passages("抓获 | solved | 2,000", small_db, capsys)
    assert len(rows) == 4
    for row in rows:
        text = small_corpus.TOLD[row["doc"]].text
        assert text[row["start"] : row["end"]] == row["text"]
        for start, end, _ in row["matches"]:
            assert row["start"] <= start < end <= row["end"]
    lit = {small_corpus.TOLD[row["doc"]].text[start:end] for row in rows for start, end, _ in row["matches"]}
    assert lit == {"solved", "arrested", "抓获", "2,000"}


def test_passages_have_the_fields_of_the_contract(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = passages('"came" -talks', small_db, capsys)
    assert list(row) == ["doc", "start", "end", "text", "matches", "speaker", "campaign"]
    assert (row["speaker"], row["campaign"]) == ("Lin Hai", None)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--lang", "zh"], 1),
        (["--lang", "en"], 1),
        (["--speaker", "North County Daily"], 0),
        (["--campaign", "lantern"], 2),
        (["--region", "south-town"], 0),
        (["--year", "2021"], 2),
        (["--measure", "suspect"], 2),
        (["--measure", "dispute"], 0),
        (["--limit", "1"], 1),
    ],
)
def test_filters_and_limit_narrow(
    options: list[str], count: int, small_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(passages("arrested", small_db, capsys, *options)) == count


def test_concordance_lines_up_by_cells(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "arrested", "--db", str(small_db)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert [line.split("▌")[1].split("▐")[0] for line in lines] == ["arrested", "抓获"]
    assert len({wcswidth(line.split("▌")[0]) for line in lines}) == 1


def test_nothing_found_is_1(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "unicorn", "--db", str(small_db)]) == 1
    assert capsys.readouterr() == ("", "policestats-tui: nothing found\n")


@pytest.mark.parametrize("query", ['"open', "planet:mars", "-only", "|", "year:soon"])
def test_wrong_query_is_one_line_and_2(query: str, small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--db", str(small_db), "--", query]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert captured.err.startswith("policestats-tui: ")


@pytest.mark.parametrize("value", ['a"b', 'a" | speaker:"Lin Hai', "|", "-x"])
def test_filter_is_a_value_whatever_stands_in_it(
    value: str, small_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "arrested", f"--speaker={value}", "--db", str(small_db)]) in (1, 2)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "not closed" not in captured.err
