"""Ways to the clipboard of the person in front of the terminal, and an honest word about the one taken.

Inside tmux its own `load-buffer -w` (tmux's defaults lose a program's own OSC 52); inside GNU screen OSC 52 in wrapped
pieces; on a terminal that is known not to take OSC 52 a local tool; else OSC 52. Nothing tells whether it arrived.
"""

import base64
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from policestats_tui.app.config import APPLICATION

LARGE = 70_000
"""Bytes from which a copy is also kept in a file: terminals cut off or drop longer ones, in silence."""

_PIECE = 76  # GNU screen 4.9 takes strings up to 256 bytes; 76 is what passed everywhere it was tried

_DEAF = ("linux", "dumb", "vt100", "vt220", "cons25")
_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
)

Write = Callable[[str], None]
Run = Callable[[tuple[str, ...], bytes], bool]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Which way a copy went: a key of `strings.ROUTE`, a detail for it, the file that also holds it, its bytes."""

    route: str
    size: int
    detail: str = ""
    file: Path | None = None


def run_tool(command: tuple[str, ...], text: bytes) -> bool:
    """Run a command with the text as its input; whether it ended well within three seconds."""
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=3, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def run_nothing(command: tuple[str, ...], text: bytes) -> bool:
    """Run no command, as a reading-room account wants it."""
    return False


def osc52(text: bytes) -> str:
    """Return the sequence that asks a terminal to put the text on its clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text).decode()}\x07"


def wrapped_for_screen(sequence: str) -> str:
    """Return the sequence in pieces that GNU screen passes through to its terminal."""
    pieces = (sequence[at : at + _PIECE] for at in range(0, len(sequence), _PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def tool_for(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the local clipboard command, where the person sits at this machine and there is one."""
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        return None
    usable = (command for variable, command in _TOOLS if not variable or environment.get(variable))
    return next((command for command in usable if shutil.which(command[0])), None)


def takes_osc52(environment: Mapping[str, str]) -> bool:
    """Return False for terminals known not to take OSC 52."""
    terminal = environment.get("TERM", "dumb")
    return not terminal.startswith(_DEAF) and environment.get("TERM_PROGRAM") != "Apple_Terminal"


def copy(
    text: str, environment: Mapping[str, str], write: Write, *, files: bool = True, run: Run = run_tool
) -> Delivery:
    """Send a text to the clipboard by the best way there is.

    `write` sends to the terminal; `files` allows keeping a large text in the user's cache folder.
    """
    data = text.encode()
    route, detail = _send(data, environment, write, run)
    file = _keep(data) if files and (len(data) > LARGE or route == "none") else None
    return Delivery(route, len(data), detail, file)


def _send(data: bytes, environment: Mapping[str, str], write: Write, run: Run) -> tuple[str, str]:
    """Send, and return the route and a detail of it."""
    if environment.get("TMUX") and run(("tmux", "load-buffer", "-w", "-"), data):
        return "tmux", ""
    if environment.get("TMUX") and run(("tmux", "load-buffer", "-"), data):
        return "tmux-buffer", ""
    if environment.get("STY"):
        write(wrapped_for_screen(osc52(data)))
        return "screen", ""
    if takes_osc52(environment):
        write(osc52(data))
        return "osc52", ""
    tool = tool_for(environment)
    if tool and run(tool, data):
        return "tool", tool[0]
    return "none", ""


def _keep(data: bytes) -> Path | None:
    """Write the text to the user's cache folder; the path, or None where that cannot be."""
    file = user_cache_path(APPLICATION) / "copied.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError:
        return None
    return file
