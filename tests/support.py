"""Where things are, and how a test starts the program as a user does."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "tui" / "policestats_tui"
SEEDS = ROOT.parent / "shared" / "seeds"
"""Real documents, which are no part of the repository; tests that need them skip where they are absent."""


def child_environment(**more: str) -> dict[str, str]:
    """Return the environment for a program that a test starts: this source tree comes first."""
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "tui"), str(ROOT)))} | more


def command(*arguments: str | Path) -> list[str]:
    """Return the command line that runs the program from this source tree."""
    return [sys.executable, "-m", "policestats_tui", *map(str, arguments)]


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program without a terminal and return its exit code, stdout and stderr."""
    return subprocess.run(
        command(*arguments), input=stdin, capture_output=True, env=child_environment(**environment), timeout=120
    )
