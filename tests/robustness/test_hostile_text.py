"""Documents, names and metadata that attack whoever looks at them."""

import json
import re
from pathlib import Path

import pytest

from policestats_tui.cli import main
from policestats_tui.engine.export import FORMATS
from tests.support import run

ESCAPES = "\x1b[2J\x1b[31m\x1b]52;c;cm0gLXJmIC8=\x07\x9b5m\x07\x08"
BIDI = "\u202e\u2066\u200b\u2069"
MARKUP = "[red]red[/red] [@click=app.quit]quit[/] <b onclick=x()>b</b> |a| `b`"
ATTACK = f"{ESCAPES}{BIDI}{MARKUP}"
HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

COMMANDS = {
    "show": ["show", "--list"],
    "pivot": ["show", "--by", "document"],
    "speakers": ["show", "--by", "speaker"],
    "figures": ["figures"],
    "turns": ["turns"],
    "quotes": ["quotes"],
    "campaigns": ["campaigns"],
    "documents": ["documents"],
    "audit": ["audit"],
    "search": ["search", "police | 12"],
}


@pytest.fixture(scope="module")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of documents that carry control characters in text, name and metadata."""
    place = tmp_path_factory.mktemp("hostile")
    folder = place / "in"
    folder.mkdir()
    name = "evil \x1b[2J\u202e[red] <b>"
    text = (
        f"{ATTACK}Police said they solved 12 {ATTACK}cases in 2021.\n"
        f"Lin {ATTACK}Hai: The “Cloud{ESCAPES}Sword 2021” special operation solved 12 cases and arrested 30 suspects.\n"
        f"A reporter{ATTACK}: How many people came?\n"
        f"林海:全市破获{BIDI}案件12起,其中盗窃案件5起,{ATTACK}诈骗案件7起。\n"
    )
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.meta.yaml").write_text(
        f"title: {json.dumps('Title ' + ATTACK)}\npublisher: {json.dumps('Publisher ' + ATTACK)}\n"
        f"briefing: {json.dumps('b' + ATTACK)}\nheld: 2021-01-13\nregion: {json.dumps('r' + ATTACK)}\n",
        encoding="utf-8",
    )
    result = run("build", folder, "-o", place / "out.duckdb")
    assert (result.returncode, HOSTILE.findall(result.stderr.decode())) == (0, [])
    return place / "out.duckdb"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_hostile_reaches_a_terminal(
    name: str, form: str, hostile_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([*COMMANDS[name], "--db", str(hostile_db), "--format", form])
    out, err = capsys.readouterr()
    assert (code in (0, 1), err) == (True, "")
    assert HOSTILE.findall(out.replace("\t", "") if form == "tsv" else out) == []


def test_contents_without_a_terminal_are_harmless(hostile_db: Path) -> None:
    result = run(hostile_db)
    assert HOSTILE.findall(result.stdout.decode()) == []


def test_json_escapes_without_loss(hostile_db: Path) -> None:
    rows = [json.loads(line) for line in run("documents", "--db", hostile_db, "--format", "jsonl").stdout.splitlines()]
    assert rows[0]["title"] == "Title " + ATTACK
    assert rows[0]["doc"] == "evil \x1b[2J\u202e[red] <b>.txt"


def test_offsets_are_true_among_control_characters(hostile_db: Path) -> None:
    text = next((hostile_db.parent / "in").glob("*.txt")).read_bytes().decode()
    lines = run("figures", "--db", hostile_db, "--format", "jsonl").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_markup_is_printed_as_it_stands(hostile_db: Path) -> None:
    out = run("documents", "--db", hostile_db).stdout.decode()
    assert "[red]red[/red] [@click=app.quit]quit[/]" in out


def test_html_holds_no_tag_of_a_document(hostile_db: Path) -> None:
    out = run("documents", "--db", hostile_db, "--format", "html").stdout.decode()
    assert "<b" not in re.sub(r"</?t?body>", "", out)


def test_bad_file_with_a_hostile_name_is_named_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / "e\x1b[2J\u202evil.txt"
    path.write_bytes(b"")
    result = run("build", path, "-o", tmp_path / "out.duckdb")
    assert result.returncode == 2
    lines = result.stderr.decode().splitlines()
    assert HOSTILE.findall("".join(lines)) == []
    assert lines[0].endswith("e␛[2J�vil.txt: empty file")


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "一" * 100_000,
        "1,234," * 15_000,
        "抓获犯罪嫌疑人12名、" * 2_000,
        "said: “" * 30_000,
        "(" * 100_000 + "12" + ")" * 100_000,
        "2020年1月" * 30_000,
        " " * 500_000 + "12 cases",
        "a-" * 100_000,
        "[" * 200_000,
        "12 million billion 亿万 " * 10_000,
    ],
    ids=lambda text: text[:8],
)
def test_one_long_line_is_read_to_its_end(text: str, tmp_path: Path) -> None:
    """What would take hours with an expression that goes back and forth is done long before the limit of `run`."""
    (tmp_path / "long.txt").write_text(text + "\nPolice solved 12 cases.", encoding="utf-8")
    result = run("build", tmp_path / "long.txt", "-o", tmp_path / "out.duckdb")
    assert result.returncode == 0, result.stderr.decode()
