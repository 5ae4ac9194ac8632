"""Exit codes, pipes, terminals and colours."""

import os
import pty
import shlex
import subprocess
from pathlib import Path

import pytest

from policestats_tui import __version__
from policestats_tui.cli import main
from policestats_tui.cli.arguments import parse
from policestats_tui.cli.descriptions import COMMANDS
from tests.support import child_environment, command, run


def test_found_is_0(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--db", str(small_db)]) == 0
    assert capsys.readouterr().err == ""


def test_nothing_found_is_1_and_prints_the_heads_alone(small_db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--db", str(small_db), "--year", "1900", "--format", "csv"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("doc,start,end,")
    assert len(captured.out.splitlines()) == 1
    assert captured.err == "policestats-tui: nothing found\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["figures", "--campaign", "Lantren 2021"],
            "no campaign here is called Lantren 2021, the nearest is Lantern 2021",
        ),
        (["show", "lantern-2020"], "no campaign here is called lantern-2020, the nearest is lantern-2021"),
        (["documents", "--region", "西镇"], "no region here is called 西镇, the nearest is 南镇"),
        (["turns", "--speaker", "\x1b[31mLyn Hai"], "no speaker here is called ␛[31mLyn Hai, the nearest is Lin Hai"),
        (["figures", "--topic", "weather"], "no topic here is called weather"),
        (["figures", "--speaker", "hai", "--topic", "fod"], "no topic here is called fod, the nearest is food"),
    ],
)
def test_a_name_that_nothing_has_is_said(
    arguments: list[str], told: str, small_db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--db", str(small_db)]) == 1
    assert capsys.readouterr().err == f"policestats-tui: nothing found; {told}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["figures", "--format", "xml"],
        ["figures", "--colour"],
        ["build"],
        ["build", "some.txt"],
        ["build", "some.txt", "-o", "a.duckdb", "--jobs", "0"],
        ["build", "some.txt", "-o", "a.duckdb", "--jobs", "many"],
        ["show", "--by", "weather"],
        ["search"],
        ["one.duckdb", "two.duckdb"],
        ["figures", "--year", "20x"],
        ["figures", "--year", "2020.."],
        ["figures", "\x1b[31m"],
    ],
)
def test_wrong_usage_is_2_and_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    command = f" {arguments[0]}" if arguments[0] in COMMANDS else ""
    assert line.startswith(f"policestats-tui{command}: ")
    assert line.endswith(f" (see policestats-tui{command} --help)")
    assert line.isprintable()


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["serach", "抓获"], "did you mean search?"),
        (["weather"], "commands: build, show, "),
        (["--lang", "zh", "show"], "options stand behind the command: policestats-tui show --lang …"),
    ],
)
def test_near_misses_are_no_databases(arguments: list[str], meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert meant in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["some.duckdb", "--help"], ["--lang", "zh", "--help"]])
def test_help_shows_commands_and_the_options_of_the_explorer(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    assert {name for name in COMMANDS if f"\n    {name} " in told} == COMMANDS.keys()
    assert all(option in told for option in ("--version", "--lang", "--plain", "--kiosk", "--ascii", "--ambiguous"))


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_of_help_can_be_typed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    told = capsys.readouterr().out
    for line in COMMANDS[name].examples:
        assert line in told
        assert parse(shlex.split(line)).command == name


@pytest.mark.parametrize("line", [line for told in COMMANDS.values() for line in told.examples if "build" not in line])
def test_examples_of_help_find_something_in_the_embedded_corpus(line: str) -> None:
    result = run(*shlex.split(line))
    assert (result.returncode, result.stdout != b"") == (0, True)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"policestats-tui {__version__}\n"


def test_without_a_terminal_it_prints_the_contents_and_ends(small_db: Path) -> None:
    result = run(small_db)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 0
    assert lines[0].startswith(f"{small_db}: 3 documents, 12 figures, built 2024-01-02")
    assert "      6    Lantern 2021" in lines
    assert result.stderr.decode() == "policestats-tui: no terminal here, so this prints what the database holds\n"


def test_plain_says_nothing_beside(small_db: Path) -> None:
    result = run("--plain", small_db)
    assert (result.returncode, result.stderr) == (0, b"")


def test_module_runs_as_the_command_does(small_db: Path) -> None:
    assert run("campaigns", "--db", small_db, "--format", "tsv").stdout.splitlines()[1].startswith(b"lantern\t")


def test_stdin_that_stays_open_is_not_waited_for(small_db: Path) -> None:
    """Without a terminal nothing may hang, whatever stdin is."""
    reading, writing = os.pipe()
    try:
        result = subprocess.run(
            command(small_db), stdin=reading, capture_output=True, env=child_environment(), timeout=120
        )
    finally:
        os.close(reading)
        os.close(writing)
    assert result.returncode == 0


@pytest.mark.parametrize("arguments", [["figures"], ["figures", "--format", "jsonl"], ["--help"], ["show", "lantern"]])
def test_closed_pipe_ends_cleanly(arguments: list[str], small_db: Path) -> None:
    arguments = arguments if arguments == ["--help"] else [*arguments, "--db", str(small_db)]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            command(*arguments), stdout=writing, stderr=subprocess.PIPE, env=child_environment(), timeout=120
        )
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")


def test_head_takes_three_lines(small_db: Path) -> None:
    line = f"{' '.join(command('figures', '--db', small_db))} | head -3"
    shell = ["bash", "-o", "pipefail", "-c", line]
    result = subprocess.run(shell, capture_output=True, env=child_environment(), timeout=120)
    assert (result.returncode, len(result.stdout.splitlines()), result.stderr) == (0, 3, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_full_disk_is_one_line_and_2(small_db: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            command("figures", "--db", small_db), stdout=full, stderr=subprocess.PIPE, env=child_environment(),
            timeout=120,
        )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr.decode() == "policestats-tui: output: No space left on device\n"


def on_terminal(*arguments: str | Path, **environment: str) -> bytes:
    """Return what a command writes to a terminal."""
    outer, inner = pty.openpty()
    try:
        subprocess.run(
            command(*arguments), stdin=inner, stdout=inner, stderr=inner, env=child_environment(**environment),
            timeout=120, check=True,
        )  # fmt: skip
        os.close(inner)
        written = b""
        while chunk := _read(outer):
            written += chunk
    finally:
        os.close(outer)
    return written


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end has closed.
        return b""


def test_doctor_says_where_things_are_and_what_is_wrong_with_them(small_db: Path, tmp_path: Path) -> None:
    place = tmp_path / "policestats-tui"
    place.mkdir()
    (place / "config.toml").write_text('colour = "red"\n', encoding="utf-8")
    told = run("doctor", "--db", small_db, XDG_CONFIG_HOME=str(tmp_path))
    lines = told.stdout.decode()
    assert told.returncode == 0
    assert f"settings         {place / 'config.toml'}\n" in lines
    assert "colour: no such setting" in lines
    assert f"own word lists   {place / 'lexicon'} (not there)\n" in lines
    assert f"database         {small_db}\n" in lines


def test_doctor_exits_with_2_where_the_database_cannot_be_read(tmp_path: Path) -> None:
    result = run("doctor", "--db", tmp_path / "none.duckdb")
    assert result.returncode == 2
    assert b"none.duckdb: no such file" in result.stdout


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_tables_on_a_terminal_hold_no_escape_sequence(environment: dict[str, str], small_db: Path) -> None:
    written = on_terminal("show", "lantern-2021", "--db", small_db, **environment)
    assert "Lantern No.1" in written.decode()
    assert b"\x1b" not in written


@pytest.mark.parametrize(
    ("environment", "heading"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "指标"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_HK", "LANG": "en_GB.UTF-8"}, "指标"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW.UTF-8"}, "指标"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "measure"),
    ],
)
def test_headings_follow_a_locale_that_is_not_installed(
    environment: dict[str, str], heading: str, small_db: Path
) -> None:
    told = run("show", "lantern", "--db", small_db, stdin=b"", **environment)
    assert told.stdout.decode().startswith(heading)


def test_progress_bar_is_for_terminals_only(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Police in Willow Bay solved 12 cases.", encoding="utf-8")
    result = run("build", text, "-o", tmp_path / "note.duckdb")
    assert result.returncode == 0
    assert result.stdout == b""
    assert b"\x1b" not in result.stderr
    assert b"reading" not in result.stderr


def test_encoding_that_lacks_a_character_gets_an_escape(small_db: Path) -> None:
    result = run("campaigns", "--db", small_db, "--format", "jsonl", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert rb"\u706f\u7b3c" in result.stdout


@pytest.mark.parametrize("arguments", [["figures"], ["show"], ["campaigns"], ["doctor"]])
def test_commands_read_the_embedded_corpus_where_none_is_named(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 0
    assert result.stdout
    assert set(result.stderr.decode().splitlines()) <= {"policestats-tui: building the embedded corpus …"}
