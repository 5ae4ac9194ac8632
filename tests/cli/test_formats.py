"""Every output format, byte for byte, and what a program that reads it may rely on.

The files in `golden/` are what the commands print; `UPDATE_GOLDEN=1 python -m pytest tests/cli` writes them anew.
"""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from policestats_tui.cli import main
from policestats_tui.engine.export import FORMATS
from tests import small_corpus

GOLDEN = Path(__file__).parent / "golden"

COMMANDS = {
    "pivot": ["show", "lantern-2021"],
    "list": ["show", "lantern-2021", "--list", "--sort", "value", "--descending"],
    "periods-zh": ["show", "--by", "period", "--lang", "zh"],
    "figures": ["figures"],
    "turns": ["turns"],
    "quotes": ["quotes", "people"],
    "campaigns": ["campaigns"],
    "documents": ["documents"],
    "audit": ["audit"],
}
CASES = [(name, form) for name in ("pivot", "figures") for form in FORMATS]
CASES += [(name, form) for name in COMMANDS if name not in ("pivot", "figures") for form in ("table", "jsonl")]

FIGURE_FIELDS = [
    "doc", "start", "end", "text", "value", "unit", "qualifier", "kind", "direction", "basis", "object", "action",
    "label", "campaign", "topic", "region", "period", "speaker", "scope", "marginal",
]  # fmt: skip


def printed(arguments: list[str], db: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a command prints that finds something."""
    assert main([*arguments, "--db", str(db)]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


@pytest.mark.parametrize(("name", "form"), CASES)
def test_bytes_of_a_format(name: str, form: str, small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed([*COMMANDS[name], "--format", form], small_db, capsys)
    golden = GOLDEN / f"{name}.{form}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(out, encoding="utf-8")
    assert out == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.{form}" for name, form in CASES}


def json_lines(arguments: list[str], db: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return the objects that a command prints as JSONL."""
    return [json.loads(line) for line in printed([*arguments, "--format", "jsonl"], db, capsys).splitlines()]


def test_figures_have_the_codebooks_fields_in_its_order(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [list(row) for row in json_lines(["figures"], small_db, capsys)] == [FIGURE_FIELDS] * 12


def test_offsets_of_figures_point_to_their_text(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for row in json_lines(["figures"], small_db, capsys):
        assert small_corpus.TOLD[row["doc"]].text[row["start"] : row["end"]] == row["text"]


def test_offsets_of_quotes_point_to_their_text(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for row in json_lines(["quotes"], small_db, capsys):
        assert small_corpus.TOLD[row["doc"]].text[row["start"] : row["end"]] == row["text"]


def test_turns_and_campaigns_have_the_fields_of_the_contract(
    small_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turns = json_lines(["turns"], small_db, capsys)
    assert list(turns[0]) == ["doc", "start", "end", "kind", "speaker", "role", "agency"]
    campaigns = json_lines(["campaigns"], small_db, capsys)
    assert list(campaigns[0]) == ["id", "name_zh", "name_en", "parent", "docs", "figures"]


def test_audit_points_to_each_figure_it_uses(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (check,) = json_lines(["audit"], small_db, capsys)
    assert list(check) == ["rule", "status", "explanation", "figures"]
    texts = [small_corpus.TOLD[doc].text[start:end] for doc, start, end in check["figures"]]
    assert (check["status"], texts) == ("mismatch", ["30", "10", "19"])


def test_json_and_csv_and_jsonl_hold_the_same(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json_lines(["figures"], small_db, capsys)
    assert json.loads(printed(["figures", "--format", "json"], small_db, capsys)) == rows
    table = list(csv.DictReader(io.StringIO(printed(["figures", "--format", "csv"], small_db, capsys))))
    assert [line["text"] for line in table] == [row["text"] for row in rows]
    assert [line["marginal"] for line in table] == [str(row["marginal"]).lower() for row in rows]


def test_tsv_cells_hold_no_tab_or_line_end(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(["figures", "--format", "tsv"], small_db, capsys).splitlines()
    assert {len(line.split("\t")) for line in lines} == {len(FIGURE_FIELDS)}
