"""A terminal of our own: starts a program under a pty, answers what terminals are asked, and keeps its screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyte

# What pyte 0.8 would print as text: modes with < = >, requests of modes, cursor shapes; strings of DCS, OSC and APC.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p|\x1b\[\d* q|\x1b[P_][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_OSC52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
_ASKED = re.compile(rb"\x1b\[6n|\x1b\[0?c|\x1b\[\?2026\$p")
_CUT = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_][^\x07\x1b]*\x1b?)?$")
_CHUNK = 1 << 16
_FOREIGN = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY")


@dataclass(frozen=True, slots=True)
class Repaint:
    """What came back for a key: milliseconds to the first and to the last byte, and how many bytes."""

    first_ms: float
    last_ms: float
    size: int


@dataclass(slots=True)
class Terminal:
    """A running program and the screen it has drawn. Times are seconds since it was started."""

    command: Sequence[str]
    columns: int = 80
    lines: int = 24
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    chunks: list[tuple[float, bytes]] = field(default_factory=list)
    ended: bool = False
    code: int | None = None
    _pid: int = 0
    _terminal: int = -1
    _started: float = 0.0
    _screen: pyte.Screen = field(init=False)
    _stream: pyte.ByteStream = field(init=False)
    _rest: bytes = b""

    def __post_init__(self) -> None:
        """Start the program."""
        self._screen = pyte.Screen(self.columns, self.lines)
        self._stream = pyte.ByteStream(self._screen)
        variables = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
        variables |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **self.environment}
        self._started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            self._become(variables)
        self._size(self._terminal)
        os.set_blocking(self._terminal, False)

    def _become(self, variables: Mapping[str, str]) -> None:
        """Turn the child into the program."""
        try:
            self._size(0)
            os.chdir(self.folder or Path.cwd())
            os.execvpe(self.command[0], list(self.command), dict(variables))
        finally:
            os._exit(127)

    def _size(self, terminal: int) -> None:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", self.lines, self.columns, 0, 0))

    @property
    def pid(self) -> int:
        """The process of the program."""
        return self._pid

    @property
    def sent(self) -> bytes:
        """Everything that the program has sent."""
        return b"".join(data for _, data in self.chunks)

    @property
    def screen(self) -> str:
        """The text on the screen."""
        return _text(self._screen)

    @property
    def copied(self) -> list[bytes]:
        """What the program asked to be put on the clipboard by OSC 52."""
        return [b64decode(text) for text in _OSC52.findall(self.sent)]

    def read(self, patience: float) -> bool:
        """Take what the program sends within `patience` seconds; whether anything came."""
        if not select.select([self._terminal], [], [], max(0.0, patience))[0]:
            return False
        try:
            data = os.read(self._terminal, _CHUNK)
        except BlockingIOError:
            return False
        except OSError:  # Linux says so when the last holder of the other end has gone
            data = b""
        if not data:
            self._reap()
            return False
        self.chunks.append((time.perf_counter() - self._started, data))
        self._answer(data)
        return True

    def draw(self) -> None:
        """Bring the screen up to date with all that was read; timed measurements do it afterwards."""
        whole, self._rest = _whole(self._rest)
        self._stream.feed(_UNKNOWN.sub(b"", whole))

    def _answer(self, data: bytes) -> None:
        """Answer questions as a common terminal does."""
        self._rest += data
        for question in _ASKED.findall(data):
            if question == b"\x1b[6n":
                self._stream.feed(_UNKNOWN.sub(b"", self._rest.partition(b"\x1b[6n")[0]))
                self._rest = self._rest.partition(b"\x1b[6n")[2]
                self.send(b"\x1b[%d;%dR" % (self._screen.cursor.y + 1, self._screen.cursor.x + 1))
            else:
                self.send(b"\x1b[?62;22c" if question.endswith(b"c") else b"\x1b[?2026;2$y")

    def send(self, keys: bytes) -> None:
        """Type."""
        os.write(self._terminal, keys)

    def wait(self, told: Callable[[], bool], patience: float = 60.0) -> float:
        """Read until something is so; the time of the bytes that made it so.

        Raises:
            TimeoutError: It did not come to be; the message shows the screen.
        """
        end = time.monotonic() + patience
        while True:
            self.draw()
            if told():
                return self.chunks[-1][0] if self.chunks else 0.0
            if self.ended or time.monotonic() > end:
                raise TimeoutError(f"waited in vain; on screen:\n{self.screen}")
            self.read(0.05)

    def when(self, told: Callable[[str], bool]) -> float | None:
        """Return when what was read first made something true of the screen's text, None where it never did."""
        screen = pyte.Screen(self.columns, self.lines)
        stream, rest = pyte.ByteStream(screen), b""
        for moment, data in self.chunks:
            whole, rest = _whole(rest + data)
            stream.feed(_UNKNOWN.sub(b"", whole))
            if told(_text(screen)):
                return moment
        return None

    def shows(self, words: str, patience: float = 60.0) -> float:
        """Wait until words are on the screen; the time of the bytes that brought them."""
        return self.wait(lambda: words in self.screen, patience)

    def rest(self, quiet: float, patience: float = 30.0) -> None:
        """Read until nothing has come for `quiet` seconds."""
        end = time.monotonic() + patience
        while time.monotonic() < end and not self.ended and self.read(quiet):
            pass
        self.draw()

    def key(self, keys: bytes, quiet: float) -> Repaint | None:
        """Press a key and wait until `quiet` seconds pass without a byte; None where none came."""
        before, pressed = len(self.chunks), time.perf_counter() - self._started
        self.send(keys)
        self.rest(quiet)
        came = self.chunks[before:]
        if not came:
            return None
        size = sum(len(data) for _, data in came)
        return Repaint((came[0][0] - pressed) * 1e3, (came[-1][0] - pressed) * 1e3, size)

    def resident(self) -> float:
        """Return the memory that the program holds, in MB (10^6 bytes)."""
        pages = int(Path(f"/proc/{self._pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def ends(self, patience: float = 60.0) -> int:
        """Wait for the program's end and return its exit code."""
        self.wait(lambda: self.ended, patience)
        return self.code if self.code is not None else -1

    def _reap(self) -> None:
        if not self.ended:
            self.ended = True
            self.code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])

    def close(self) -> None:
        """End the program, if it has not, and let the pty go."""
        if not self.ended:
            os.kill(self._pid, signal.SIGKILL)
            self._reap()
        os.close(self._terminal)


def _whole(data: bytes) -> tuple[bytes, bytes]:
    """Return the data, and apart from it a sequence at its end of which the rest has not come yet."""
    cut = _CUT.search(data)
    return (data[: cut.start()], data[cut.start() :]) if cut else (data, b"")


def _text(screen: pyte.Screen) -> str:
    """Return the lines of a screen without blanks at their ends."""
    # Not `Screen.display`: it fails where half of a wide character was overwritten.
    rows = (screen.buffer[number] for number in range(screen.lines))
    return "\n".join("".join(row[column].data for column in range(screen.columns)).rstrip() for row in rows)
