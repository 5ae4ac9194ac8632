"""The program in a real terminal: tmux starts it, types, and reads the screen; and a pty sees its bytes."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policestats_tui.app.guard import ambiguous
from tests.terminal.support import Tmux, missing

pytestmark = pytest.mark.skipif(bool(missing("tmux")), reason=missing("tmux"))

Open = Callable[..., Tmux]


@pytest.fixture
def terminal(sample: Path, tmp_path: Path) -> Iterator[Open]:
    """Start the program in a tmux of its own, over the sample corpus where no database is given."""
    opened: list[Tmux] = []

    def start(columns: int = 120, lines: int = 40, *options: str, database: Path = sample) -> Tmux:
        places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CACHE", "CONFIG", "STATE")}
        command = shlex.join([sys.executable, "-m", "policestats_tui", str(database), *options])
        opened.append(Tmux(command, tmp_path, columns, lines, environment={**places, "LC_ALL": "C.UTF-8"}))
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
    user = terminal(240, 24, database=tmp_path / "none.duckdb")
    user.shows("ended with 2")
    assert "not a DuckDB file" in user.screen
    assert "Traceback" not in user.screen


def test_importing_the_explorer_leaves_duckdb_for_later() -> None:
    code = "import sys, policestats_tui.app.app; sys.exit(any(name in sys.modules for name in ('duckdb', 'opencc')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
