"""The first walk of the user guide, pressed as it is written there, on the corpus that ships with the program."""

import re

import pytest

from tests.support import ROOT
from tests.terminal.conftest import OpenTmux
from tests.terminal.support import Places, missing

pytestmark = pytest.mark.skipif(bool(missing("tmux")), reason=missing("tmux"))

_SEEN = ("Kunlun 2020 昆仑2020", "▌1,591▐", "▌2,329▐", "▌1,616▐", "▌1,616▐", "handed to tmux")
"""What is on screen behind each line of the guide's table."""


def steps() -> list[list[str]]:
    """Return the keys of each line of the table in the guide's first section."""
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    section = guide.partition("## A first walk\n")[2].partition("\n## ")[0]
    lines = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [re.findall("`([^`]+)`", keys) for keys in lines]


def test_it_takes_twelve_keys() -> None:
    assert 0 < sum(map(len, steps())) <= 12


def test_the_first_walk(tmux: OpenTmux, places: Places) -> None:
    user = tmux(str(places.program), environment=places.environment)
    user.shows("Kunlun 2020")
    user.shows("measure ")
    for keys, seen in zip(steps(), _SEEN, strict=True):
        user.type(*keys)
        user.shows(seen)
    head, *rows = user.buffer.splitlines()
    arrested = next(row for row in rows if row.startswith("suspects arrested\t"))
    assert dict(zip(head.split("\t"), arrested.split("\t"), strict=True)) | {"unit": ""} == {
        "measure": "suspects arrested", "unit": "", "Kunlun No.1": "227", "Kunlun No.2": "28", "Kunlun No.3": "1,616",
        "Kunlun No.4": "101", "Kunlun No.5": "357", "Σ": "2,329", "stated": "2,329", "check": "✓",
    }  # fmt: skip
    source = rows[-1]
    assert source.startswith("Source: inner-mongolia-2021-01-13.")
    assert "kunlun-2020" in source
    user.type("q")
    user.shows("ended with 0")
