"""An explorer over the sample corpus, driven as a user drives it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from policestats_tui.app.app import Explorer
from policestats_tui.app.config import Config
from policestats_tui.app.desk import Desk
from policestats_tui.app.manner import Manner
from policestats_tui.app.widgets.campaign_tree import CampaignTree
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.app.widgets.metric_table import MetricTable
from tests.app.sample import build_sample

Drive = Callable[..., AbstractAsyncContextManager["Driven"]]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus."""
    return build_sample(tmp_path_factory.mktemp("sample") / "sample.duckdb")


@pytest.fixture(scope="session")
def long_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus with forty further years of figures."""
    return build_sample(tmp_path_factory.mktemp("long") / "long.duckdb", copies=40)


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A terminal with true colour, and places of its own for settings, sessions and exports."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "TMUX", "STY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.chdir(tmp_path)


class Driven:
    """A running explorer: press keys, read the screen."""

    def __init__(self, app: Explorer, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.sent: list[str] = []

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def notice(self) -> str:
        """What the bottom line says."""
        return self.app.screen.query_one(KeyBar).notice

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and let the program come to rest behind each."""
        for key in keys:
            await self.pilot.press(key)
            await self.rest()

    async def row(self, words: str) -> None:
        """Go into the table, to the row that begins with these words."""
        table = self.app.screen.query_one(MetricTable)
        table.focus()
        await self.press("home")
        while not table.cell(table.cursor, 0).startswith(words):
            assert table.cursor < table.count - 1, f"no row {words!r}; on screen:\n{self.text}"
            await self.press("down")

    async def loaded(self) -> None:
        """Wait until the tree and what follows it are there."""
        await self.until(lambda: self.app.desk.is_open and self.app.browse.query_one(CampaignTree).count > 0)
        await self.rest()

    async def rest(self) -> None:
        """Wait until no thread works and no message waits, twice in a row: one answer may set off the next question."""
        calm = 0
        while calm < 2:
            await self.pilot.pause()
            running = [worker for worker in self.app.workers if not worker.is_finished]
            calm = 0 if running else calm + 1
            await self.app.workers.wait_for_complete(running)

    async def until(self, told: Callable[[], bool], patience: float = 10.0) -> None:
        """Wait until something is so; a test that waits in vain shows the screen."""
        end = time.monotonic() + patience
        while not told():
            assert time.monotonic() < end, f"waited in vain; on screen:\n{self.text}"
            await asyncio.sleep(0.02)
            await self.pilot.pause()


@pytest.fixture
def drive(sample: Path) -> Drive:
    """Start an explorer; give `database`, `size`, `manner` and `config` to change it; `waiting` for a tree."""

    @asynccontextmanager
    async def start(
        database: Path = sample,
        *,
        size: tuple[int, int] = (120, 40),
        manner: Manner | None = None,
        config: Config | None = None,
        waiting: bool = True,
    ) -> AsyncIterator[Driven]:
        app = Explorer(Desk(database), config or Config(), manner or Manner())
        async with app.run_test(size=size) as pilot:
            driven = Driven(app, pilot)
            app.write_to_terminal = driven.sent.append  # type: ignore[method-assign,assignment]
            await (driven.loaded() if waiting else driven.until(lambda: app.desk.is_open))
            await driven.rest()
            yield driven

    return start
