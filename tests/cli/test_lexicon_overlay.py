"""A user's word lists change what a build finds, and a bad row of theirs is one line and exit 2."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from policestats_tui.cli import main

Rows = list[dict[str, Any]]

REPORT = """2021年云岭市公安工作情况

2021年,云岭市公安机关开展“苍隼”专项行动,共破获盗窃案件46起,查获走私手表三箩。

民警还在集市上拦下溜索贩3人,没有一人受伤。
"""
LISTS = {
    "campaigns": "id,parent,name_zh,name_en,zh,en,first,last,topic\ncangsun,,苍隼,Grey Hawk,,,2021,2021,property\n",
    "regions": "id,parent,rank,code,name_zh,name_en,zh,en\ncloud-ridge,yunnan,prefecture,,云岭市,Cloud Ridge,云岭,\n",
    "units": "unit,factor,kind,name_zh,name_en,zh,en\ncount,144,counter,箩,gross,箩,gross\n",
    "synonyms": "id,zh,en\nzipline,溜索,zipline\n",
}


def lay(place: Path, lists: dict[str, str] = LISTS) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    for name, text in lists.items():
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A document whose campaign, region, measure word and cant no shipped list knows."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def asked(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Callable[..., Rows]]:
    """Builds the report with more arguments, and returns what runs a command on the database."""

    def build(*more: str | Path) -> Callable[..., Rows]:
        db = str(tmp_path / "report.duckdb")
        assert main(["build", str(report), "-o", db, *map(str, more)]) == 0
        capsys.readouterr()

        def ask(*arguments: str) -> Rows:
            main([*arguments, "--db", db, "--format", "jsonl"])
            return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

        return ask

    return build


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the program's settings that a user's word lists belong in."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return platformdirs.user_config_path("policestats-tui") / "lexicon"


def figure(rows: Rows, text: str) -> dict[str, Any]:
    (row,) = (row for row in rows if row["text"].startswith(text))
    return row


def test_without_the_lists_the_words_are_unknown(asked: Callable[..., Callable[..., Rows]]) -> None:
    ask = asked()
    assert figure(ask("figures"), "46")["region"] != "cloud-ridge"
    assert 432 not in [row["value"] for row in ask("figures")]
    assert "Grey Hawk" not in [row["name_en"] for row in ask("campaigns")]
    assert ask("search", "zipline") == []


def test_campaign_region_measure_word_and_synonym_change_the_build(
    asked: Callable[..., Callable[..., Rows]], tmp_path: Path
) -> None:
    ask = asked("--lexicon", lay(tmp_path / "lists"))
    solved = figure(ask("figures"), "46")
    assert (solved["campaign"], solved["region"]) == ("cangsun", "cloud-ridge")
    watches = figure(ask("figures"), "三")
    assert (watches["text"], watches["value"], watches["unit"]) == ("三箩", 432, "count")
    assert {"id": "cangsun", "name_en": "Grey Hawk"}.items() <= ask("campaigns")[0].items()
    (hit,) = ask("search", "zipline")
    assert [form for _, _, form in hit["matches"]] == ["溜索"]


def test_the_folder_in_the_settings_counts_at_every_build(
    asked: Callable[..., Callable[..., Rows]], own_folder: Path
) -> None:
    lay(own_folder)
    assert figure(asked()("figures"), "46")["campaign"] == "cangsun"


def test_the_folder_that_is_named_lies_over_the_one_in_the_settings(
    asked: Callable[..., Callable[..., Rows]], own_folder: Path, tmp_path: Path
) -> None:
    lay(own_folder)
    renamed = {"campaigns": LISTS["campaigns"].replace("Grey Hawk", "Old Hawk")}
    ask = asked("--lexicon", lay(tmp_path / "lists", renamed))
    assert ask("campaigns")[0]["name_en"] == "Old Hawk"
    assert figure(ask("figures"), "46")["region"] == "cloud-ridge"


@pytest.mark.parametrize("named", [True, False])
def test_a_bad_row_is_one_line_and_exit_2(
    named: bool, report: Path, own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = lay(tmp_path / "lists" if named else own_folder, {"units": LISTS["units"].replace("counter", "counted")})
    arguments = ["--lexicon", str(bad)] if named else []
    out = tmp_path / "report.duckdb"
    assert main(["build", str(report), "-o", str(out), *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"policestats-tui: {bad / 'units.csv'}:2: unknown kind 'counted'\n"
    assert not out.exists()
