"""The corpus that ships: built once, and what was built before does not pile up."""

import os
import time
from pathlib import Path

import pytest

from policestats_tui.engine.embedded import embedded_database, embedded_path, user_lexicon, user_lexicon_place

DAY = 24 * 60 * 60


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep cache and settings of the user out of it."""
    for kind in ("CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))


def test_it_is_built_once_and_says_so() -> None:
    said: list[str] = []
    path = embedded_database(said.append)
    stamp = path.stat().st_mtime_ns
    assert embedded_database(said.append) == path == embedded_path()
    assert (said, path.stat().st_mtime_ns) == (["building the embedded corpus …"], stamp)


def test_what_other_versions_left_goes_after_a_month() -> None:
    cache = embedded_path().parent
    cache.mkdir(parents=True)
    ages = {"corpus-old.duckdb": 40, "corpus-new.duckdb": 2, ".corpus-old.duckdb.1.building": 40, "notes.txt": 400}
    for name, days in ages.items():
        (cache / name).write_bytes(b"")
        os.utime(cache / name, (time.time() - days * DAY,) * 2)
    path = embedded_database()
    assert {one.name for one in cache.iterdir()} == {path.name, "corpus-new.duckdb", "notes.txt"}


def test_own_word_lists_give_a_database_of_their_own() -> None:
    plain = embedded_path()
    assert user_lexicon() == []
    user_lexicon_place().mkdir(parents=True)
    (user_lexicon_place() / "objects.csv").write_text("object,zh,en\n", encoding="utf-8")
    assert user_lexicon() == [user_lexicon_place()]
    assert embedded_path() != plain
