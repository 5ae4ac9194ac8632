"""The program in a real terminal: tmux starts it, types, and reads the screen; and a pty sees its bytes."""

import os
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policestats_tui.app.guard import ambiguous

TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")

_PATIENCE = 30.0


class Terminal:
    """A tmux server of its own, with the program in its one window."""

    def __init__(self, command: str, folder: Path, columns: int, lines: int) -> None:
        self._name = f"policestats-{uuid.uuid4().hex[:8]}"
        size = ("-x", str(columns), "-y", str(lines))
        self._run("-f", "/dev/null", "new-session", "-d", *size, "-c", str(folder), command)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(("tmux", "-L", self._name, *arguments), capture_output=True, text=True, check=False)
        return done.stdout

    @property
    def screen(self) -> str:
        """What is on the screen."""
        return self._run("capture-pane", "-p")

    @property
    def buffer(self) -> str:
        """What tmux holds for pasting."""
        return self._run("show-buffer")

    def type(self, *keys: str) -> None:
        """Press keys, named as tmux names them."""
        for key in keys:
            self._run("send-keys", key)

    def type_at_once(self, *keys: str) -> None:
        """Press keys without a pause between them, as a slow line delivers them."""
        self._run("send-keys", *keys)

    def until(self, told: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + _PATIENCE
        while not told():
            assert time.monotonic() < end, f"waited in vain; on screen:\n{self.screen}"
            time.sleep(0.05)

    def shows(self, words: str) -> None:
        """Wait until words are on screen."""
        self.until(lambda: words in self.screen)

    def close(self) -> None:
        """End the server and what runs in it."""
        self._run("kill-server")


Open = Callable[..., Terminal]


@pytest.fixture
def terminal(sample: Path, tmp_path: Path) -> Iterator[Open]:
    """Start the program over the sample corpus in a tmux of its own."""
    opened: list[Terminal] = []

    def start(columns: int = 120, lines: int = 40, *options: str, **environment: str) -> Terminal:
        places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CACHE", "CONFIG", "STATE")}
        given = {**places, "LC_ALL": "C.UTF-8", **environment}
        variables = [f"{name}={value}" for name, value in given.items()]
        program = [sys.executable, "-m", "policestats_tui", str(sample), *options]
        command = (
            shlex.join(["env", "-u", "NO_COLOR", "-u", "COLUMNS", "-u", "LINES", *variables, *program])
            + "; echo ended with $?; sleep 60"
        )
        opened.append(Terminal(command, tmp_path, columns, lines))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize(("columns", "lines"), [(120, 40), (80, 24), (60, 20)])
def test_from_the_tree_to_a_copied_table(terminal: Open, columns: int, lines: int) -> None:
    user = terminal(columns, lines)
    user.shows("Lighthouse 2031")
    user.type("Down", "Enter")
    user.shows("criminal cases")
    user.type("Enter")
    user.shows("▌180▐")
    user.type("/")
    user.type("抓获")
    user.shows("6 passages")
    user.type("Enter", "Enter")
    user.until(lambda: "6 passages" not in user.screen and "▌抓获▐" in user.screen)
    user.type("Escape")
    user.shows("6 passages")
    user.type("Escape")
    user.until(lambda: "6 passages" not in user.screen)
    user.type("Y")
    user.until(lambda: "criminal cases solved\t\t125\t25\t30\t180\t180\t✓" in user.buffer)
    user.shows("handed to tmux")
    user.type("q")
    user.shows("ended with 0")
    assert user.screen.strip() == "ended with 0"


def test_keys_that_come_in_one_burst(terminal: Open) -> None:
    user = terminal()
    user.shows("Lighthouse 2031")
    user.type_at_once("Down", "Enter", "Down", "Right", "Enter", "n")
    user.shows("▌210 million yuan▐")


def test_chinese_stays_whole(terminal: Open) -> None:
    user = terminal(61, 21, "--lang", "zh")
    user.shows("灯塔2031")
    user.type("Down", "Enter")
    user.shows("破获刑事案件")
    user.type("Enter")
    user.shows("▌180起▐")
    assert "�" not in user.screen
    assert "?" not in user.screen.replace("? 帮助", "")


def test_hostile_text_reaches_no_clipboard(terminal: Open) -> None:
    user = terminal()
    user.shows("Lighthouse 2031")
    user.type("/")
    user.type("stopped")
    user.shows("1 passage")
    user.type("Enter", "Enter")
    user.until(lambda: "1 passage" not in user.screen and "[@click=app.quit]Wen Bo[/x]" in user.screen)
    assert "hack" not in user.buffer
    user.type("Escape")
    user.shows("1 passage")
    user.type("Escape")
    user.shows("Campaigns")
    user.type("q")
    user.shows("ended with 0")


def test_a_sign_two_cells_wide_is_replaced(terminal: Open) -> None:
    user = terminal(120, 40, "--ambiguous", "wide")
    user.shows("Lighthouse 2031")
    user.type("Down", "Enter", "Enter")
    user.shows("|180|")
    assert not any(map(ambiguous, user.screen))


def test_a_database_that_is_none_ends_with_one_line(terminal: Open, tmp_path: Path) -> None:
    (tmp_path / "none.duckdb").write_bytes(os.urandom(4096))
    user = terminal()
    user.shows("Lighthouse")
    user.type("q")
    other = Terminal(
        f"{shlex.quote(sys.executable)} -m policestats_tui none.duckdb; echo ended with $?; sleep 60", tmp_path, 100, 24
    )
    try:
        other.shows("ended with 2")
        assert "not a DuckDB file" in other.screen
        assert "Traceback" not in other.screen
    finally:
        other.close()


def test_importing_the_explorer_leaves_duckdb_for_later() -> None:
    code = "import sys, policestats_tui.app.app; sys.exit(any(name in sys.modules for name in ('duckdb', 'opencc')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
