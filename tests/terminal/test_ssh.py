"""Over SSH for real: sshd on loopback, the explorer through `ssh -t`, and the clipboard of the terminal in front."""

import os
import re
import select
import shlex
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.terminal.conftest import OpenTmux
from tests.terminal.support import PATIENCE, Places, Sshd, Tmux, missing

_ABSENT = missing("sshd", "ssh", "ssh-keygen", "tmux")
pytestmark = pytest.mark.skipif(bool(_ABSENT), reason=_ABSENT)

_TABLE = "criminal cases solved\t\t125\t25\t30\t180\t180\t✓"

# Every opening for writing, every change of a folder and every start of a program, as Python itself sees them.
_WATCHER = """
import os, sys

_LOG = os.open({log!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_STARTS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.fork", "os.system", "pty.spawn", "webbrowser.open")
_NETWORK = ("socket.connect", "socket.bind")


def _told(event, arguments):
    if event == "open":
        path, mode, flags = (*arguments, None, None)[:3]
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        if not writes or str(path) in ("/dev/null", "/dev/tty"):
            return
    elif not event.startswith(_CHANGES + _STARTS + _NETWORK):
        return
    os.write(_LOG, (event + " " + repr(arguments)[:300] + "\\n").encode())


sys.addaudithook(_told)
os.write(_LOG, b"watching\\n")
"""


@pytest.fixture
def server(tmp_path: Path, places: Places) -> Iterator[Sshd]:
    """A server that gives a shell."""
    (tmp_path / "server").mkdir()
    server = Sshd(tmp_path / "server", places).start()
    yield server
    server.close()


def walk_and_copy(user: Tmux) -> None:
    """Go down the tree and into the table, see a sentence, and copy the table."""
    user.shows("Lighthouse 2031")
    user.type("Down", "Enter")
    user.shows("criminal cases")
    user.type("Enter")
    user.shows("▌180▐")
    user.type("Y")
    user.until(lambda: _TABLE in user.buffer)


def test_a_table_goes_from_a_server_to_the_terminal_in_front(
    server: Sshd, sample: Path, places: Places, tmux: OpenTmux
) -> None:
    user = tmux(shlex.join([*server.client("-tt"), f"{places.program} {sample}"]), clipboard=True)
    walk_and_copy(user)
    user.shows("OSC 52")
    user.type("q")
    user.shows("ended with 0")


def test_a_table_goes_through_a_tmux_on_the_server(
    server: Sshd, sample: Path, places: Places, tmux: OpenTmux, tmp_path: Path
) -> None:
    inner = f"tmux -u -L inner-{server.port} -f /dev/null new-session {places.program} {sample}"
    user = tmux(shlex.join([*server.client("-tt"), inner]), clipboard=True)
    walk_and_copy(user)
    user.shows("tmux")
    user.type("q")
    user.shows("ended with 0")


class ReadingRoom:
    """A server with the account that docs/server.md describes."""

    def __init__(self, folder: Path, places: Places, settings: str) -> None:
        self.log = folder / "watched.log"
        (places.folder / "python" / "sitecustomize.py").write_text(_WATCHER.format(log=str(self.log)))
        self.places = places
        self.server = Sshd(folder, places, settings).start()

    def happened(self) -> list[str]:
        """What the program opened for writing, changed or started."""
        lines = self.log.read_text().splitlines()
        assert lines[0] == "watching"
        return [line for line in lines if line != "watching"]


def recipe(program: Path, database: Path) -> str:
    """Return the lines of docs/server.md for this user, program and database."""
    text = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")
    found = re.search(r"^Match User reader\n(?:    .+\n)+", text, re.MULTILINE)
    assert found, "docs/server.md has no block for sshd"
    lines = found.group()
    for name, here in (
        ("Match User reader", "Match all"),
        ("/usr/local/bin/policestats-tui", str(program)),
        ("/srv/stats.duckdb", str(database)),
    ):
        assert name in lines
        lines = lines.replace(name, here)
    return lines


@pytest.fixture
def room(tmp_path: Path, sample: Path, places: Places) -> Iterator[ReadingRoom]:
    """A reading room over the small database."""
    (tmp_path / "server").mkdir()
    room = ReadingRoom(tmp_path / "server", places, recipe(places.program, sample))
    yield room
    room.server.close()


def test_without_kiosk_the_watcher_sees_what_is_written(
    tmp_path: Path, sample: Path, places: Places, tmux: OpenTmux
) -> None:
    (tmp_path / "server").mkdir()
    room = ReadingRoom(tmp_path / "server", places, recipe(places.program, sample).replace("--kiosk", ""))
    try:
        before = places.files()
        user = tmux(shlex.join(room.server.client("-tt")), clipboard=True)
        walk_and_copy(user)
        user.type("q")
        user.shows("ended with 0")
        assert any("session" in line for line in room.happened())
        assert places.files() != before
    finally:
        room.server.close()


def test_a_reader_copies_and_leaves_no_trace(room: ReadingRoom, tmux: OpenTmux, sample: Path) -> None:
    before, beside = room.places.files(), sorted(sample.parent.iterdir())
    user = tmux(shlex.join(room.server.client("-tt")), clipboard=True)
    walk_and_copy(user)
    user.shows("OSC 52")
    user.type("m", "q")
    user.shows("ended with 0")
    assert room.happened() == []
    assert room.places.files() == before
    assert sorted(sample.parent.iterdir()) == beside


def test_a_reader_who_tries_every_key_reaches_nothing_else(room: ReadingRoom, tmux: OpenTmux) -> None:
    before = room.places.files()
    user = tmux(shlex.join(room.server.client("-tt")), clipboard=True)
    walk_and_copy(user)
    user.type("C-z", "!", "C-\\", "C-o", "C-x", ":", "|", "C-c")
    user.shows("ended with 0")
    assert room.happened() == []
    assert room.places.files() == before


def test_a_reader_is_offered_no_file_and_no_program(room: ReadingRoom, tmux: OpenTmux) -> None:
    user = tmux(shlex.join(room.server.client("-tt")), clipboard=True)
    walk_and_copy(user)
    user.type("e")
    user.shows("Markdown")
    assert "Excel" not in user.screen
    assert "to a file" not in user.screen
    user.type("Escape")
    user.until(lambda: "Markdown" not in user.screen)
    user.type("C-p")
    user.shows("command line")
    for word in ("shell", "suspend", "screenshot", "browser"):
        assert word not in user.screen.lower()


@pytest.mark.parametrize(
    "command", [("id",), ("sh", "-c", "id"), ("policestats-tui", "build", "/etc", "-o", "x.duckdb")], ids=lambda c: c[0]
)
def test_a_command_of_the_readers_own_is_not_run(room: ReadingRoom, command: tuple[str, ...]) -> None:
    before = room.places.files()
    done = room.server.run(*command)
    assert done.returncode == 0
    assert b"Lighthouse 2031" in done.stdout
    assert b"uid=" not in done.stdout
    assert room.happened() == []
    assert room.places.files() == before


def test_a_kiosk_does_not_build_the_embedded_corpus(places: Places) -> None:
    before = places.files()
    done = subprocess.run(
        (str(places.program), "--kiosk"), capture_output=True, env=os.environ | places.environment, timeout=PATIENCE
    )
    assert done.returncode == 2
    assert b"name a database" in done.stderr
    assert places.files() == before


def test_no_file_transfer(room: ReadingRoom) -> None:
    done = room.server.run("sftp", options=("-s",))
    assert b"Lighthouse 2031" in done.stdout


def test_variables_of_the_client_do_not_arrive(room: ReadingRoom, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import os; os.write(1, b'reached')")
    done = room.server.run(options=("-o", f"SetEnv=PYTHONPATH={tmp_path} TEXTUAL_DEBUG=1 TMUX=/tmp/x,1,0"))
    assert b"Lighthouse 2031" in done.stdout
    assert b"reached" not in done.stdout
    assert room.happened() == []


def forwarded(server: Sshd) -> bool:
    """Whether the server connects its client to a port, as -L and -D ask it to at each connection."""
    with socket.create_server(("127.0.0.1", 0)) as goal:
        command = server.client("-W", f"127.0.0.1:{goal.getsockname()[1]}")
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as client:
            assert client.stdout
            # Either the goal is called, or the client ends and its output with it.
            ready = select.select([goal.fileno(), client.stdout.fileno()], [], [], PATIENCE)[0]
            client.kill()
            return goal.fileno() in ready


def test_ports_are_not_forwarded(room: ReadingRoom) -> None:
    assert not forwarded(room.server)
    done = room.server.run(options=("-N", "-R", "0:127.0.0.1:9"))
    assert done.returncode == 255
    assert b"forwarding failed" in done.stderr


def test_another_account_has_its_ports_forwarded(server: Sshd) -> None:
    assert forwarded(server)
