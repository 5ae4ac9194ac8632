"""Terminals, multiplexers and a server of one's own, as a test starts and ends them."""

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import ROOT

_WITHOUT = ("-u", "NO_COLOR", "-u", "COLUMNS", "-u", "LINES")
"""What a program in tmux shall not inherit of the terminal that the tests run in."""

PATIENCE = 90.0
"""Seconds to wait for something to be on screen, on a machine that is much slower than this one."""

SSHD = shutil.which("sshd", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))
"""sshd wants to be started by its whole path; it is seldom in a user's PATH."""


def missing(*programs: str) -> str:
    """Return why a test that needs these programs is skipped, empty where all are there."""
    absent = [name for name in programs if (SSHD if name == "sshd" else shutil.which(name)) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


def until(told: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Ask again and again until something is so; `otherwise` says what was found instead."""
    end = time.monotonic() + PATIENCE
    while not told():
        assert time.monotonic() < end, f"waited in vain; {otherwise()}"
        time.sleep(0.05)


@dataclass(frozen=True)
class Places:
    """A home with all that a program may write to, and the program as an installed command in it."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables that point to the places."""
        home, kinds = self.folder / "home", ("CACHE", "CONFIG", "DATA", "STATE")
        places = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}
        return places | {"HOME": str(home), "TMPDIR": str(self.folder / "tmp"), "LC_ALL": "C.UTF-8"}

    def make(self) -> "Places":
        """Make the folders, and the command `policestats-tui`, which runs this source tree."""
        for name in ("home", "tmp", "bin", "python"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        path = os.pathsep.join(map(str, (self.folder / "python", ROOT / "tui")))
        lines = ("#!/bin/sh", f"PYTHONPATH={shlex.quote(path)} PYTHONDONTWRITEBYTECODE=1",
                 "export PYTHONPATH PYTHONDONTWRITEBYTECODE",
                 f'exec {shlex.quote(sys.executable)} -m policestats_tui "$@"')  # fmt: skip
        self.program.write_text("\n".join(lines) + "\n")
        self.program.chmod(0o755)
        return self

    @property
    def program(self) -> Path:
        """The command."""
        return self.folder / "bin" / "policestats-tui"

    def files(self) -> dict[str, tuple[int, int]]:
        """Return every file and folder in home and tmp with its size and time of change."""
        found = [path for name in ("home", "tmp") for path in (self.folder / name).rglob("*")]
        return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


class Tmux:
    """A tmux server of its own, a program in its one window. With `clipboard` it takes OSC 52, as a terminal does."""

    def __init__(
        self, command: str, folder: Path, columns: int = 120, lines: int = 40, *, clipboard: bool = False,
        environment: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        self._name = f"policestats-{uuid.uuid4().hex[:8]}"
        settings = folder / f"{self._name}.conf"
        settings.write_text(
            'set -s set-clipboard {}\nset -g default-terminal "screen-256color"\nset -s escape-time 0\n'.format(
                "on" if clipboard else "external"
            )
        )
        given = shlex.join(["env", *_WITHOUT, *(f"{k}={v}" for k, v in (environment or {}).items())])
        window = f"{given} {command}; echo ended with $?; exec cat"
        size = ("-x", str(columns), "-y", str(lines))
        self._run("-f", str(settings), "new-session", "-d", *size, "-c", str(folder), window)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(("tmux", "-u", "-L", self._name, *arguments), capture_output=True, check=False)
        return done.stdout.decode()

    @property
    def screen(self) -> str:
        """What is on the screen."""
        return self._run("capture-pane", "-p")

    @property
    def buffer(self) -> str:
        """What is on the clipboard of whoever sits before this terminal."""
        return self._run("show-buffer")

    def type(self, *keys: str) -> None:
        """Press keys, named as tmux names them."""
        for key in keys:
            self.type_at_once(key)

    def type_at_once(self, *keys: str) -> None:
        """Press keys without a pause between them, as a slow line delivers them."""
        self._run("send-keys", *keys)

    def until(self, told: Callable[[], bool]) -> None:
        """Wait until something is so."""
        until(told, lambda: f"on screen:\n{self.screen}\nin the buffer:\n{self.buffer}")

    def shows(self, words: str) -> None:
        """Wait until words are on screen."""
        self.until(lambda: words in self.screen)

    def close(self) -> None:
        """End the server and what runs in it."""
        self._run("kill-server")


@dataclass
class Sshd:
    """A server on this machine's loopback, with keys of its own, which lets in the user who runs the test."""

    folder: Path
    places: Places
    settings: str = ""
    """Lines that stand at the end of its configuration."""
    port: int = 0
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> "Sshd":
        """Make keys and configuration, and wait until it listens."""
        for name in ("host", "user"):
            command = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.folder / name))
            subprocess.run(command, check=True)
        if os.geteuid() == 0:  # started by root, sshd wants this folder, which a system's start script makes
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self.port = _free_port()
        host = (self.folder / "host.pub").read_text()
        (self.folder / "known").write_text(f"[127.0.0.1]:{self.port} {host}")
        (self.folder / "sshd_config").write_text(self._configuration())
        log = (self.folder / "sshd.log").open("wb")
        with log:
            server = (str(SSHD), "-D", "-e", "-f", str(self.folder / "sshd_config"))
            self._process = subprocess.Popen(server, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        until(self._listens, self._log)
        return self

    def _configuration(self) -> str:
        variables = " ".join(f'"{name}={value}"' for name, value in self.places.environment.items())
        lines = (
            f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {self.folder / 'host'}", "PidFile none",
            f"AuthorizedKeysFile {self.folder / 'user.pub'}", "StrictModes no", "UsePAM no", "PermitRootLogin yes",
            "PasswordAuthentication no", "KbdInteractiveAuthentication no", f"SetEnv {variables}",
            "Subsystem sftp internal-sftp", self.settings,
        )  # fmt: skip
        return "\n".join(lines) + "\n"

    def _listens(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"sshd ended: {self._log()}"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _log(self) -> str:
        return (self.folder / "sshd.log").read_text(errors="replace")

    def client(self, *options: str) -> list[str]:
        """Return the command line of a client, to be followed by what it shall run."""
        settings = ("IdentitiesOnly=yes", "BatchMode=yes", "StrictHostKeyChecking=yes", "LogLevel=ERROR",
                    f"UserKnownHostsFile={self.folder / 'known'}", "ExitOnForwardFailure=yes")  # fmt: skip
        given = [part for setting in settings for part in ("-o", setting)]
        where = ["-F", os.devnull, "-p", str(self.port), "-i", str(self.folder / "user")]
        return ["ssh", *where, *given, *options, f"{getpass.getuser()}@127.0.0.1"]

    def run(self, *command: str, options: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
        """Run a command over it without a terminal."""
        given = [*self.client(*options), *command]
        return subprocess.run(given, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False)

    def close(self) -> None:
        """End the server."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
