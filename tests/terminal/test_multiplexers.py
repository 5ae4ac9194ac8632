"""What a copy sends through tmux, GNU screen and a bare terminal, and what terminals with few talents are sent."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.terminal import Terminal
from tests.terminal.conftest import OpenTmux
from tests.terminal.support import PATIENCE, Places, missing

_COLOUR = re.compile(rb"\x1b\[[\d;]*m")
_NUMBERS = re.compile(rb"\d+")

OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def terminal(places: Places, sample: Path) -> Iterator[OpenTerminal]:
    """Start the program over the sample corpus under a pty; `before` stands before its command."""
    opened: list[Terminal] = []

    def start(*options: str, before: tuple[str, ...] = (), **environment: str) -> Terminal:
        command = (*before, str(places.program), str(sample), *options)
        opened.append(Terminal(command, 120, 40, places.environment | environment, places.folder))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def into_the_table(user: Terminal) -> None:
    """Go from the tree to a figure in its sentence."""
    user.shows("Lighthouse 2031", PATIENCE)
    user.send(b"j\r")
    user.shows("criminal cases", PATIENCE)
    user.send(b"\r")
    user.shows("▌180▐", PATIENCE)


def copied_by(user: Terminal, key: bytes) -> str:
    """Press a key that copies, and return what arrives on the terminal's clipboard."""
    before = len(user.copied)
    user.send(key)
    user.wait(lambda: len(user.copied) > before, PATIENCE)
    return user.copied[-1].decode()


def printed(places: Places, line: str) -> str:
    """Run a command line as a user would, and return what it prints."""
    name, *arguments = shlex.split(line)
    assert name == "policestats-tui"
    done = subprocess.run(
        (str(places.program), *arguments), capture_output=True, check=True, cwd=places.folder,
        env={**os.environ, **places.environment}, timeout=PATIENCE,
    )  # fmt: skip
    return done.stdout.decode()


@pytest.mark.parametrize(
    "walk", [(), (("v", "██"),), (("v", "██"), ("v", "people satisfied"))], ids=["pivot", "chart", "list"]
)
def test_a_bare_terminal_gets_the_bytes_that_the_command_prints(
    terminal: OpenTerminal, places: Places, walk: tuple[tuple[str, str], ...]
) -> None:
    user = terminal()
    into_the_table(user)
    for keys, words in walk:
        user.send(keys.encode())
        user.shows(words, PATIENCE)
    table = copied_by(user, b"Y")
    assert "Source: " in table
    assert table == printed(places, copied_by(user, b"x"))


@pytest.mark.skipif(bool(missing("screen")), reason=missing("screen"))
def test_gnu_screen_passes_on_what_is_wrapped(terminal: OpenTerminal, places: Places, tmp_path: Path) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    screen = str(shutil.which("screen"))
    # `screen` would rather end with its last window than be told twice; -U: UTF-8 on both sides.
    user = terminal(before=(screen, "-U", "-c", os.devnull), SCREENDIR=str(sockets), COLORTERM="")
    into_the_table(user)
    copied_by(user, b"Y")
    user.shows("GNU screen", PATIENCE)
    assert "criminal cases solved\t\t125\t25\t30\t180\t180\t✓" in user.copied[-1].decode()
    user.send(b"q")
    user.ends(PATIENCE)


@pytest.mark.skipif(bool(missing("tmux")), reason=missing("tmux"))
def test_tmux_keeps_it_and_passes_it_on(tmux: OpenTmux, places: Places, sample: Path, tmp_path: Path) -> None:
    inner = f"tmux -u -L {tmp_path.name[-12:]}-inner -f /dev/null new-session {places.program} {sample}"
    user = tmux(f"env -u TMUX {inner}", clipboard=True, environment=places.environment)
    user.shows("Lighthouse 2031")
    user.type("Down", "Enter")
    user.shows("criminal cases")
    user.type("Y")
    user.until(lambda: "criminal cases solved\t\t125\t25\t30\t180\t180\t✓" in user.buffer)
    user.type("q")
    user.shows("ended with 0")


def looks(sent: bytes) -> set[str]:
    """Return which kinds of colour are asked for, and `reverse` where colours are exchanged."""
    kinds = set()
    for sequence in _COLOUR.findall(sent):
        numbers = iter([int(number) for number in _NUMBERS.findall(sequence)])
        for number in numbers:
            if number in (38, 48):
                true = next(numbers) == 2
                kinds.add("true" if true else "256")
                for _ in range(3 if true else 1):
                    next(numbers)
            elif number == 7:
                kinds.add("reverse")
            elif number // 10 in (3, 4, 9, 10) and number % 10 < 8:
                kinds.add("16")
    return kinds


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"true"}),
        ({"TERM": "xterm", "COLORTERM": ""}, {"16", "reverse"}),
        ({"TERM": "linux", "COLORTERM": ""}, {"16", "reverse"}),
        ({"TERM": "vt220", "COLORTERM": ""}, {"16", "reverse"}),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, {"reverse"}),
    ],
    ids=["true", "xterm", "linux", "vt220", "no-color"],
)
def test_a_terminal_is_sent_the_colours_it_has_and_sees_the_cursor(
    terminal: OpenTerminal, variables: dict[str, str], expected: set[str]
) -> None:
    user = terminal(**variables)
    into_the_table(user)
    assert looks(user.sent) == expected
    user.send(b"q")
    assert user.ends(PATIENCE) == 0


def test_a_dumb_terminal_is_not_drawn_on(terminal: OpenTerminal) -> None:
    user = terminal(TERM="dumb", COLORTERM="")
    assert user.ends(PATIENCE) == 0
    assert b"Lighthouse 2031" in user.sent
    assert b"\x1b" not in user.sent


def test_without_a_terminal_it_prints_and_ends(places: Places, sample: Path) -> None:
    text = printed(places, f"policestats-tui {sample}")
    assert "Lighthouse 2031" in text
    assert "\x1b" not in text
