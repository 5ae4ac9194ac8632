"""Places and multiplexers for the tests of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.sample import build_sample
from tests.terminal.support import Places, Tmux

OpenTmux = Callable[..., Tmux]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus."""
    return build_sample(tmp_path_factory.mktemp("corpus") / "sample.duckdb")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home of the test's own."""
    return Places(tmp_path / "places").make()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[OpenTmux]:
    """Start programs in tmux; whatever still runs at the end is ended."""
    opened: list[Tmux] = []

    def start(command: str, columns: int = 120, lines: int = 40, **given: object) -> Tmux:
        opened.append(Tmux(command, tmp_path, columns, lines, **given))  # type: ignore[arg-type]
        return opened[-1]

    yield start
    for each in opened:
        each.close()
