"""Each filter narrows each command that prints."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policestats_tui.cli import main

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]


@pytest.fixture
def ask(small_db: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command on the small corpus and returns its rows; none where it exits with 1."""

    def run(*arguments: str) -> Rows:
        code = main([*arguments, "--db", str(small_db), "--format", "jsonl"])
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert code == (0 if rows else 1)
        return rows

    return run


def of(rows: Rows, field: str) -> list[Any]:
    """Return one field of all rows."""
    return [row[field] for row in rows]


def test_campaign_takes_in_what_is_below_it(ask: Ask) -> None:
    assert len(ask("figures", "--campaign", "lantern")) == 9
    assert of(ask("figures", "--campaign", "lantern-2021/no-2"), "text") == ["19"]


@pytest.mark.parametrize("name", ["lantern-2021", "灯笼2021", "Lantern 2021", "lantern 2021"])
def test_campaign_goes_by_id_or_either_name(name: str, ask: Ask) -> None:
    assert len(ask("figures", "--campaign", name)) == 9
    assert len(ask("campaigns", "--campaign", name)) == 3
    # A pivot over its parts, not a list.
    assert "Lantern No.1" in ask("show", name)[0]


@pytest.mark.parametrize("name", ["china", "China", "中国"])
def test_region_takes_in_what_is_below_it(name: str, ask: Ask) -> None:
    assert len(ask("figures", "--region", name)) == 12
    assert len(ask("documents", "--region", name)) == 3
    assert len(ask("turns", "--region", name)) == 4


@pytest.mark.parametrize(
    ("arguments", "field", "expected"),
    [
        (["figures", "--region", "south-town"], "text", ["7", "96.5%"]),
        (["figures", "--speaker", "林海"], "text", ["30起", "45名"]),
        (["figures", "--speaker", "海", "--measure", "suspect"], "text", ["45", "45名"]),
        (["figures", "--year", "2018"], "text", ["7"]),
        (["figures", "--year", "2017..2018"], "text", ["7"]),
        (["figures", "--year", "2019..2020"], "text", []),
        (["figures", "--measure", "suspect"], "text", ["45", "45名"]),
        (["figures", "--measure", "破获"], "text", ["30", "10", "19", "30起"]),
        (["figures", "--lang", "zh"], "text", ["30起", "45名", "450万元"]),
        (["figures", "--lang", "zh", "--measure", "money"], "text", ["450万元"]),
        (["documents", "--campaign", "lantern"], "doc", ["lantern.en.txt", "lantern.zh.txt"]),
        (["documents", "--region", "south-town"], "doc", ["south.md"]),
        (["documents", "--speaker", "lin hai"], "doc", ["lantern.en.txt"]),
        (["documents", "--year", "2019"], "doc", ["south.md"]),
        (["documents", "--year", "2018..2020"], "doc", ["south.md"]),
        (["documents", "--speaker", "hai"], "doc", ["lantern.en.txt", "lantern.zh.txt"]),
        (["documents", "--measure", "dispute"], "doc", ["south.md"]),
        (["documents", "--lang", "zh"], "doc", ["lantern.zh.txt"]),
        (["turns", "--campaign", "lantern"], "start", [0, 0]),
        (["turns", "--region", "north-county"], "kind", ["statement", "question", "answer", "statement"]),
        (["turns", "--speaker", "North County Daily"], "kind", ["question"]),
        (["turns", "--year", "2022"], "kind", ["statement", "question", "answer", "statement"]),
        (["turns", "--measure", "public"], "kind", ["answer"]),
        (["turns", "--lang", "zh"], "speaker", ["林海"]),
        (["quotes", "--campaign", "lantern-2021/no-1"], "start", [69]),
        (["quotes", "--speaker", "北县"], "text", []),
        (["quotes", "--year", "2019"], "text", []),
        (["quotes", "--measure", "reached"], "text", ["More than 2,000 people came."]),
        (["quotes", "--lang", "zh"], "speaker", ["林海"]),
        (["quotes", "2,000"], "text", ["More than 2,000 people came."]),
        (["quotes", "people", "2,000"], "text", ["More than 2,000 people came."]),
        (["quotes", "people", "3,000"], "text", []),
        (["quotes", "--year", "2021..2022", "--speaker", "Lin Hai", "talks"], "text", []),
        (["campaigns", "--measure", "money"], "id", ["lantern", "lantern-2021"]),
        (["campaigns", "--region", "south-town"], "id", []),
        (["campaigns", "--speaker", "林海"], "id", ["lantern", "lantern-2021"]),
        (["campaigns", "--year", "2018"], "id", []),
        (["campaigns", "--lang", "zh"], "id", ["lantern", "lantern-2021"]),
        (["audit", "--campaign", "lantern"], "status", ["mismatch"]),
        (["audit", "--measure", "money"], "status", []),
        (["audit", "--lang", "zh"], "status", []),
        (["show", "--list", "--year", "2018"], "figure", ["7"]),
        (["show", "--list", "--lang", "en", "--region", "south-town"], "figure", ["7", "96.5%"]),
    ],
)
def test_filter_narrows(arguments: list[str], field: str, expected: list[Any], ask: Ask) -> None:
    assert of(ask(*arguments), field) == expected


def test_language_chooses_the_telling_of_a_claim(ask: Ask) -> None:
    assert ask("show", "--list", "--measure", "money", "--lang", "zh")[0]["数值"] == "≈450万元"
    assert ask("show", "--list", "--measure", "money", "--lang", "en")[0]["figure"] == "≈4.5 million yuan"
