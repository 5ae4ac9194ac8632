"""Finds the folders that ship beside the code: `sql`, `data/lexicon`, `data/briefings`."""

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def folder(name: str) -> Path:
    """Return the shipped folder `name`, inside an installed wheel or at the top of a checkout.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    inside = Path(str(files("policestats_tui"))) / name
    checkout = Path(__file__).resolve().parents[3] / name
    for place in (inside, checkout):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the installation lacks its folder {name!r}")


@cache
def statement(name: str) -> str:
    """Return the SQL of `sql/NAME.sql`; `name` is a path such as `browse/metrics`."""
    return (folder("sql") / f"{name}.sql").read_text(encoding="utf-8")
