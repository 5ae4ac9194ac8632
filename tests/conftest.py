"""What every test stands on: places of its own, and small databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import SEEDS

# How long an example takes says more about the machine than about the code.
settings.register_profile("policestats", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("policestats")

_TERMINAL = ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES")


@pytest.fixture(scope="session", autouse=True)
def _places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the developer's cache, settings, locale and terminal out of the tests."""
    own = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(own / name.lower()))
        for name in _TERMINAL:
            patch.delenv(name, raising=False)
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setenv("TERM", "xterm-256color")
        yield


class FrozenClock(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "FrozenClock":
        """Return noon of the second of January 2024."""
        return cls(2024, 1, 2, 12, 0, tzinfo=tz or UTC)


@pytest.fixture(scope="session")
def small_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of `small_corpus`, the same bytes of output whatever the extractor and the word lists become."""
    from policestats_tui.engine.build import builder, loader, workers
    from tests import small_corpus

    place = tmp_path_factory.mktemp("small")
    small_corpus.write_documents(place / "documents")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "extract", lambda document, lexicon: small_corpus.told_extraction(document))
        patch.setattr(builder, "load_lexicon", lambda overlays: small_corpus.LEXICON)
        patch.setattr(builder, "corpus_hash", lambda documents, overlays: "5eed" * 16)
        patch.setattr(builder, "datetime", FrozenClock)
        patch.setattr(loader, "audit", small_corpus.told_checks)
        builder.build([place / "documents"], place / "small.duckdb", jobs=1)
    return place / "small.duckdb"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real documents, which is not part of the repository."""
    if not SEEDS.is_dir():
        pytest.skip(f"the real documents are not here: {SEEDS}")
    return SEEDS
