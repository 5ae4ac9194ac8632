"""The rows of the word lists, as the rest of the program reads them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

UnitKind = Literal["money", "mass", "area", "length", "volume", "time", "temperature", "share", "counter"]
Cells = Mapping[str, str]

KEPT = "+"
"""As a form of a user's row: all forms of the row that it replaces."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """Forms in both languages: of one code of the codebook, or of a group of synonyms."""

    id: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """An object × action pair with its label, and whole phrases that decide both at once."""

    id: str
    object: str
    action: str
    name_zh: str
    name_en: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A word that is worth `factor` canonical units."""

    unit: str
    factor: float
    kind: UnitKind
    name_zh: str
    name_en: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A campaign, region, agency or topic. Fields that a list does not have are empty."""

    id: str
    parent: str
    name_zh: str
    name_en: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    rank: str = ""
    code: str = ""
    first: str = ""
    last: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists. Keys are the rows' ids."""

    objects: Mapping[str, WordRow]
    actions: Mapping[str, WordRow]
    measures: Mapping[str, MeasureRow]
    units: tuple[UnitRow, ...]
    campaigns: Mapping[str, NamedRow]
    regions: Mapping[str, NamedRow]
    agencies: Mapping[str, NamedRow]
    topics: Mapping[str, NamedRow]
    synonyms: Mapping[str, WordRow]

    def searched(self) -> dict[str, WordRow]:
        """Return the groups of forms that search treats as one: synonyms, and all that names one thing.

        Keys: ids of the synonyms; `campaign:`, `region:` or `agency:` and the id of what is named.
        """
        named = {"campaign": self.campaigns, "region": self.regions, "agency": self.agencies}
        groups = {
            f"{kind}:{row.id}": WordRow(row.id, (row.name_zh, *row.zh), (row.name_en, *row.en))
            for kind, rows in named.items()
            for row in rows.values()
        }
        return {**self.synonyms, **groups}


def forms(cell: str) -> tuple[str, ...]:
    """Split a cell of forms: `抓获|逮捕` → `("抓获", "逮捕")`."""
    return tuple(form.strip() for form in cell.split("|") if form.strip())


def word(key: str) -> Callable[[Cells], WordRow]:
    """Return what makes a row of a list whose key stands in the column `key`."""
    return lambda cells: WordRow(cells[key], forms(cells["zh"]), forms(cells["en"]))


def measure(cells: Cells) -> MeasureRow:
    """Make a row of `measures`."""
    return MeasureRow(
        cells["id"], cells["object"], cells["action"], cells["name_zh"], cells["name_en"],
        forms(cells["zh"]), forms(cells["en"]),
    )  # fmt: skip


def unit(cells: Cells) -> UnitRow:
    """Make a row of `units`; its kind and factor have been checked."""
    return UnitRow(
        cells["unit"], float(cells["factor"]), cast(UnitKind, cells["kind"]), cells["name_zh"], cells["name_en"],
        forms(cells["zh"]), forms(cells["en"]),
    )  # fmt: skip


def named(cells: Cells) -> NamedRow:
    """Make a row of `campaigns`, `regions`, `agencies` or `topics`."""
    return NamedRow(
        cells["id"], cells.get("parent", ""), cells["name_zh"], cells["name_en"],
        forms(cells["zh"]), forms(cells["en"]), cells.get("rank", cells.get("level", "")),
        cells.get("code", ""), cells.get("first", ""), cells.get("last", ""), cells.get("topic", ""),
    )  # fmt: skip
