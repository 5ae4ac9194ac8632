"""Copies, citations, exports and command lines."""

import base64
import json
import os
import shlex
from pathlib import Path

import pytest

from policestats_tui.app.clipboard import LARGE, copy, osc52, run_nothing, wrapped_for_screen
from policestats_tui.app.manner import Manner
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.cli import main
from tests.app.conftest import Drive, Driven


def copied(user: Driven) -> str:
    """The text of the last OSC 52 that was sent."""
    return copied_at(user, -1)


def copied_at(user: Driven, at: int) -> str:
    """The text of an OSC 52 that was sent."""
    body = user.sent[at].removeprefix("\x1b]52;c;").removesuffix("\x07")
    return base64.b64decode(body).decode()


class TestRoutes:
    def run(self, environment: dict[str, str], text: str = "一", works: tuple[str, ...] = ()) -> tuple[str, list[str]]:
        sent: list[str] = []
        ran = copy(text, environment, sent.append, files=False, run=lambda command, data: " ".join(command) in works)
        return ran.route, sent

    def test_tmux_is_handed_the_text(self) -> None:
        route, sent = self.run({"TMUX": "x", "TERM": "screen"}, works=("tmux load-buffer -w -",))
        assert (route, sent) == ("tmux", [])

    def test_an_old_tmux_keeps_it_in_its_own_buffer(self) -> None:
        assert self.run({"TMUX": "x", "TERM": "screen"}, works=("tmux load-buffer -",))[0] == "tmux-buffer"

    def test_a_tmux_that_is_gone_leaves_osc_52(self) -> None:
        assert self.run({"TMUX": "x", "TERM": "screen"})[0] == "osc52"

    def test_screen_gets_pieces_it_can_pass(self) -> None:
        route, sent = self.run({"STY": "x", "TERM": "screen"}, "字" * 200)
        assert route == "screen"
        pieces = sent[0].removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
        assert max(map(len, pieces)) <= 76
        assert "".join(pieces) == osc52(("字" * 200).encode())

    def test_else_osc_52(self) -> None:
        route, sent = self.run({"TERM": "xterm-256color"})
        assert (route, sent) == ("osc52", [f"\x1b]52;c;{base64.b64encode('一'.encode()).decode()}\x07"])

    @pytest.mark.parametrize("environment", [{"TERM": "linux"}, {"TERM": "dumb"}, {}])
    def test_a_deaf_terminal_without_a_tool_is_told_apart(self, environment: dict[str, str]) -> None:
        assert self.run(environment) == ("none", [])

    def test_a_local_tool_is_not_asked_over_ssh(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        tool = tmp_path / "xclip"
        tool.write_text("#!/bin/sh\n")
        tool.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        local = {"TERM": "linux", "DISPLAY": ":0"}
        assert self.run(local, works=("xclip -selection clipboard",))[0] == "tool"
        assert self.run(local | {"SSH_TTY": "/dev/pts/1"}, works=("xclip -selection clipboard",))[0] == "none"

    def test_a_large_text_is_also_in_a_file(self) -> None:
        done = copy("x" * (LARGE + 1), {"TERM": "xterm"}, lambda sequence: None, run=run_nothing)
        assert done.file is not None
        assert done.file.read_text() == "x" * (LARGE + 1)

    def test_wrapping_nothing_is_nothing(self) -> None:
        assert wrapped_for_screen("") == ""


class TestCopies:
    async def test_the_table_with_heads_and_sources(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "Y")
            rows = copied(user).split("\n")
            assert rows[0].split("\t") == ["measure", "unit", "No.1", "No.2", "No.3", "Σ", "stated", "check"]
            assert "criminal cases solved\t\t125\t25\t30\t180\t180\t✓" in rows
            assert rows[-2].startswith("Source: lingang-2031.")
            assert "6 rows" in user.notice
            assert "OSC 52, if your terminal takes it" in user.notice

    async def test_the_whole_list_not_what_is_on_screen(self, drive: Drive, long_sample: Path) -> None:
        async with drive(long_sample) as user:
            await user.press("enter", "v", "v", "Y")
            assert len(copied(user).split("\n")) > 500

    async def test_the_cell(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("right", "y")
            assert copied(user) == "125"

    async def test_the_citation(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down")
            await user.row("criminal cases")
            await user.press("c")
            words = copied(user)
            assert words.startswith("“Zhou Ming: Good morning.")
            for part in (
                "Zhou Ming · statement · deputy director",
                "2031-05-20",
                "lingang-2031.en.md",
                "[translation]",
            ):
                assert part in words

    async def test_hits(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "Y")
            head, *rows = [row.split("\t") for row in copied(user).split("\n")]
            assert head == ["doc", "start", "end", "text", "matches", "speaker", "campaign"]
            assert any(row[0] == "lingang-2031.zh.md" and "抓获嫌疑人300名" in row[3] for row in rows if len(row) > 3)
            assert rows[-2][0].startswith("Source: lingang-2031.")
            assert "Filter: 抓获." in rows[-2][0]

    async def test_an_empty_table_copies_nothing(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"xyzzy", "enter", "Y")
            assert user.sent == []
            assert user.notice == "nothing here to copy"

    async def test_the_command_line(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "x")
            assert copied(user).startswith("policestats-tui show --db ")
            assert "--campaign lighthouse-2031 --by campaign" in copied(user)

    async def test_the_whole_command_line_is_on_screen(self, drive: Drive) -> None:
        async with drive(size=(60, 20)) as user:
            await user.press("down", "enter", "x")
            shown = "".join(line.removeprefix(" ") for line in user.lines[-6:]).replace(" ", "")
            assert copied(user).replace(" ", "") in shown
            await user.press("down")
            assert user.app.screen.query_one(KeyBar).size.height == 1


PLACES = [
    ("down", "enter"),
    ("down", "down", "enter"),
    ("end", "enter"),
    ("enter", "v", "v", "s", "v", "s", "v"),
    ("enter", "v", "v", "f", *"dissuad", "enter"),
    ("down", "enter", "g", "d"),
    ("g", "d", "down", "enter"),
    ("g", "t", "down", "enter"),
    ("g", "s", "enter"),
    ("g", "y", "enter"),
    ("g", "r", "enter", "L"),
    ("slash", *"抓获", "enter"),
    ("slash", *"arrested -65", "enter", "s", "v", "L"),
    ("A",),
    ("A", "L"),
    ("A", "f", *"money", "enter"),
    ("S",),
    ("S", "down", "f", *"arrest", "enter", "L"),
]
FORMATS = {"t": "tsv", "c": "csv", "m": "md", "j": "json", "l": "jsonl", "h": "html", "p": "table"}


class TestSameBytes:
    """What a key copies is what the command line that `x` shows prints."""

    @pytest.mark.parametrize("keys", PLACES, ids=" ".join)
    async def test_tables(
        self, drive: Drive, keys: tuple[str, ...], capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        async with drive() as user:
            await user.press(*keys, "Y", "x")
            table, line = (copied_at(user, at) for at in (-2, -1))
        assert main(shlex.split(line)[1:]) == 0
        assert capsysbinary.readouterr().out.decode() == table

    @pytest.mark.parametrize("keys", [PLACES[0], PLACES[11], PLACES[13], PLACES[16]], ids=" ".join)
    async def test_formats(
        self, drive: Drive, keys: tuple[str, ...], capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        made = {}
        async with drive() as user:
            await user.press(*keys, "x")
            line = shlex.split(copied(user))[1:]
            for key, form in FORMATS.items():
                await user.press("e", key)
                made[form] = copied(user)
        for form, words in made.items():
            line[line.index("--format") + 1] = form
            assert main(line) == 0
            assert capsysbinary.readouterr().out.decode() == words


class TestExport:
    @pytest.mark.parametrize(("key", "suffix"), [("T", "tsv"), ("C", "csv"), ("M", "md"), ("J", "json"), ("H", "html")])
    async def test_to_a_file(self, drive: Drive, key: str, suffix: str) -> None:
        async with drive() as user:
            await user.press("down", "enter", "e", key)
            file = Path.cwd() / f"policestats.{suffix}"
            assert "criminal cases solved" in file.read_text()
            assert str(file) in user.notice

    async def test_json_can_be_read(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "e", "j")
            assert [row["No.1"] for row in json.loads(copied(user)) if row["measure"] == "suspects arrested"] == ["300"]

    async def test_excel(self, drive: Drive) -> None:
        pytest.importorskip("xlsxwriter")
        async with drive() as user:
            await user.press("down", "enter", "e", "X")
            assert (Path.cwd() / "policestats.xlsx").read_bytes()[:2] == b"PK"

    async def test_a_second_export_spares_the_first(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "e", "T", "e", "T")
            assert sorted(path.name for path in Path.cwd().glob("*.tsv")) == ["policestats.tsv", "policestats1.tsv"]

    async def test_a_folder_that_cannot_be_written_is_told(self, drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
        async with drive() as user:
            monkeypatch.setattr(Path, "write_text", _refused)
            await user.press("down", "enter", "e", "T")
            assert user.notice.startswith("not saved: ")

    async def test_a_kiosk_writes_nothing(self, drive: Drive, tmp_path: Path) -> None:
        async with drive(manner=Manner(kiosk=True)) as user:
            await user.press("down", "enter", "m", "e")
            assert "to a file" not in user.text
            assert "to the clipboard" in user.text
            await user.press("escape", "t", "q")
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def _refused(*_: object, **__: object) -> int:
    raise PermissionError(13, os.strerror(13))
