"""A lost connection, or a machine that goes down, ends the explorer as `q` does: it reopens where the user left."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.conftest import OpenTmux
from tests.terminal.support import Places, missing, until

pytestmark = pytest.mark.skipif(bool(missing("tmux")), reason=missing("tmux"))


def session(places: Places) -> dict[str, Any]:
    """Return what was written down about where the user was, empty while nothing was."""
    kept = [path for path in map(Path, places.files()) if path.name.startswith("session-")]
    return json.loads(kept[0].read_text(encoding="utf-8")) if kept else {}


@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM])
def test_it_keeps_the_place_and_gives_the_terminal_back(
    ending: signal.Signals, tmux: OpenTmux, places: Places, sample: Path
) -> None:
    note = places.folder / "number"
    user = tmux(f"sh -c 'echo $$ > {note}; exec {places.program} {sample}'", environment=places.environment)
    user.shows("measure ")
    user.type("j", "v")
    user.shows("███")
    os.kill(int(note.read_text()), ending)
    user.shows(f"ended with {128 + ending}")
    assert session(places)["place"]["view"] == "chart"


def test_it_keeps_the_place_when_the_terminal_is_gone(tmux: OpenTmux, places: Places, sample: Path) -> None:
    user = tmux(f"{places.program} {sample}", environment=places.environment)
    user.shows("measure ")
    user.type("v")
    user.shows("███")
    user.close()
    until(lambda: bool(session(places)), lambda: str(list(places.files())))
    assert session(places)["place"]["view"] == "chart"
