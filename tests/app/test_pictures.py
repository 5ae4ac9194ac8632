"""Pictures of every screen, compared with those that were looked at and found right.

`pytest tests/app/test_pictures.py --snapshot-update` draws them anew; look at each before keeping it.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from policestats_tui.app.app import Explorer
from policestats_tui.app.config import Config
from policestats_tui.app.desk import Desk
from policestats_tui.app.manner import Manner
from tests.app.conftest import Driven

Compare = Callable[..., bool]
Prepare = Callable[[Pilot[None]], Awaitable[None]]


def pressing(*keys: str) -> Prepare:
    """Wait for the data, press keys, and come to rest."""

    async def prepare(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, Explorer)
        driven = Driven(pilot.app, pilot)
        await driven.loaded()
        await driven.press(*keys)

    return prepare


def explorer(sample: Path, manner: Manner | None = None, config: Config | None = None) -> Explorer:
    return Explorer(Desk(sample), config or Config(), manner or Manner(kiosk=True))


IN_SENTENCE = ("down", "enter", "down", "right", "right", "enter")
SCREENS = {
    "browse": ("down", "enter", "down", "right", "right"),
    "source": IN_SENTENCE,
    "list": ("down", "enter", "v", "v", "down", "down"),
    "chart": ("down", "enter", "v", "down"),
    "search": ("slash", "抓", "获", "enter", "down"),
    "grouped-search": ("slash", "抓", "获", "enter", "g", "d"),
    "nothing-found": ("slash", "x", "y", "z", "enter"),
    "speakers": ("S", "down", "enter"),
    "checks": ("A", "down"),
    "why": (*IN_SENTENCE, "w"),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "formats": ("e",),
    "filter": ("enter", "f", "x", "q"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screens(snap_compare: Compare, sample: Path, screen: str) -> None:
    assert snap_compare(explorer(sample), terminal_size=(120, 40), run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize("screen", ["browse", "source", "search", "speakers", "checks"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)], ids=["60x20", "80x24", "200x60"])
def test_sizes(snap_compare: Compare, sample: Path, screen: str, size: tuple[int, int]) -> None:
    assert snap_compare(explorer(sample), terminal_size=size, run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize("screen", ["browse", "search", "checks", "help"])
def test_chinese(snap_compare: Compare, sample: Path, screen: str) -> None:
    app = explorer(sample, Manner("zh", kiosk=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize("screen", ["source", "search"])
@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "ansi-light"])
def test_themes(snap_compare: Compare, sample: Path, screen: str, theme: str) -> None:
    app = explorer(sample, config=Config(theme=theme))
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize("screen", ["source", "search"])
def test_no_colour(snap_compare: Compare, sample: Path, screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(explorer(sample), terminal_size=(120, 40), run_before=pressing(*SCREENS[screen]))


def test_ascii(snap_compare: Compare, sample: Path) -> None:
    app = explorer(sample, Manner(kiosk=True, ascii=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*IN_SENTENCE))
