"""Draws the pictures of the README from the program itself: `python -m bench.pictures [FOLDER]`.

Each picture is the explorer on the embedded corpus after some keys. A test draws them again and compares.
"""

import argparse
import asyncio
import os
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from policestats_tui.app.app import Explorer
from policestats_tui.app.config import Config
from policestats_tui.app.desk import Desk
from policestats_tui.app.manner import Manner
from policestats_tui.engine.assets import folder
from policestats_tui.engine.build.builder import build

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (120, 34)
KEYS = {
    "pivot": ("j", "j", "j", "enter", "j", "j", "j", "l", "l"),
    "search": ("slash", "抓", "获", "enter"),
    "checks": ("A",),
}


def draw(into: Path) -> list[Path]:
    """Draw every picture into a folder and return their paths."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "corpus.duckdb"
        build([folder("data/briefings")], database)
        return [asyncio.run(_draw(database, name, keys, into)) for name, keys in KEYS.items()]


async def _draw(database: Path, name: str, keys: tuple[str, ...], into: Path) -> Path:
    # A kiosk reads no settings and keeps no session: every picture begins at the same place.
    explorer = Explorer(Desk(database), Config(), Manner(kiosk=True))
    async with explorer.run_test(size=SIZE) as pilot:
        await _rest(pilot)
        while not explorer.desk.is_open:
            await _rest(pilot)
        for key in keys:
            await pilot.press(key)
            await _rest(pilot)
        path = into / f"{name}.svg"
        path.write_text(explorer.export_screenshot(title="policestats-tui"), encoding="utf-8")
    return path


async def _rest(pilot: Pilot[None]) -> None:
    """Wait until no thread works, twice in a row: one answer may set off the next question."""
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()


def main() -> None:
    """Read the arguments and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=PICTURES)
    into: Path = parser.parse_args().folder
    into.mkdir(parents=True, exist_ok=True)
    for path in draw(into):
        print(path)


if __name__ == "__main__":
    main()
