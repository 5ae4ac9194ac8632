"""Pictures of every screen, compared with those that were looked at and found right.

`pytest tests/app/test_pictures.py --snapshot-update` draws them anew; look at each before keeping it.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import get_args

import pytest
from textual.pilot import Pilot

from policestats_tui.app.app import Explorer
from policestats_tui.app.config import Config
from policestats_tui.app.desk import Desk
from policestats_tui.app.manner import Manner
from policestats_tui.engine.model import Language
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
        await pilot.pause()

    return prepare


def explorer(sample: Path, manner: Manner | None = None, config: Config | None = None) -> Explorer:
    return Explorer(Desk(sample), config or Config(), manner or Manner(kiosk=True))


IN_SENTENCE = ("down", "enter", "down", "right", "right", "enter")
SCREENS = {
    "browse": ("down", "enter", "down", "right", "right"),
    "source": IN_SENTENCE,
    "list": ("down", "enter", "v", "v", "s", "v"),
    "chart": ("down", "enter", "v", "down"),
    "search": ("slash", "抓", "获", "enter", "down"),
    "speakers": ("S", "down", "enter"),
    "checks": ("A", "down"),
}
"""What people look at for long: at every size, in both languages, in every look."""
MOMENTS = {
    "start": (),
    "grouped-search": ("slash", "抓", "获", "enter", "g", "d"),
    "reading": ("slash", "抓", "获", "enter", "enter", "n"),
    "passage": ("slash", "抓", "获", "enter", "space"),
    "nothing-found": ("slash", "x", "y", "z", "enter"),
    "no-checks": ("A", "f", "x", "y", "z"),
    "why": (*IN_SENTENCE, "w"),
    "help": ("enter", "question_mark"),
    "palette": ("ctrl+p",),
    "formats": ("e",),
    "filter": ("enter", "f", "x", "q"),
    "notice": ("down", "enter", "Y"),
    "hostile": ("g", "d", "end", "enter", "enter"),
}
"""What comes and goes: at 80x24 in English, and at the smallest size in Chinese."""
SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
LOOKS = ("textual-light", "ansi-dark", "ansi-light", "no-colour")
LANGUAGES: tuple[Language, ...] = get_args(Language)


def _size(size: object) -> str | None:
    return "x".join(map(str, size)) if isinstance(size, tuple) else None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=_size)
@pytest.mark.parametrize("screen", SCREENS)
def test_screens(snap_compare: Compare, sample: Path, screen: str, size: tuple[int, int], language: Language) -> None:
    app = explorer(sample, Manner(language, kiosk=True))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("screen", SCREENS)
def test_looks(snap_compare: Compare, sample: Path, screen: str, look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = explorer(sample, Manner("zh" if look == "textual-light" else "en", kiosk=True), Config(theme=look))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*SCREENS[screen]))


@pytest.mark.parametrize(("size", "language"), [((80, 24), "en"), ((60, 20), "zh")], ids=_size)
@pytest.mark.parametrize("moment", MOMENTS)
def test_moments(snap_compare: Compare, sample: Path, moment: str, size: tuple[int, int], language: Language) -> None:
    app = explorer(sample, Manner(language, kiosk=True))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*MOMENTS[moment]))


@pytest.mark.parametrize("moment", ["help", "formats"])
def test_windows_in_no_colour(
    snap_compare: Compare, sample: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(explorer(sample), terminal_size=(80, 24), run_before=pressing(*MOMENTS[moment]))


@pytest.mark.parametrize("screen", ["source", "chart"])
def test_ascii(snap_compare: Compare, sample: Path, screen: str) -> None:
    app = explorer(sample, Manner(kiosk=True, ascii=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*SCREENS[screen]))
