"""The pictures of the README show the program as it is: `python -m bench.pictures` draws them anew."""

from pathlib import Path

import pytest

from bench.pictures import KEYS, PICTURES, draw


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("pictures")
    draw(into)
    return into


@pytest.mark.parametrize("name", KEYS)
def test_picture_is_fresh(drawn: Path, name: str) -> None:
    fresh = (drawn / f"{name}.svg").read_text(encoding="utf-8")
    assert (PICTURES / f"{name}.svg").read_text(encoding="utf-8") == fresh, "python -m bench.pictures draws it anew"


def test_readme_shows_them() -> None:
    readme = (PICTURES.parents[1] / "README.md").read_text(encoding="utf-8")
    assert all(f"docs/pictures/{name}.svg" in readme for name in KEYS)
