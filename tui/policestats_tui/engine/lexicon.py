"""The word lists of `data/lexicon`, and a user's own lists laid over them.

A user's row replaces the shipped row of the same key; any other row is added. A bad row is an error that names
file, line and reason.
"""

import csv
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from policestats_tui.engine.assets import folder
from policestats_tui.engine.errors import LexiconError

UnitKind = Literal["money", "mass", "area", "length", "volume", "time", "temperature", "share", "counter"]
Fields = Mapping[str, str]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class WordRow:
    """Forms in both languages that name one code of the codebook: an object or an action."""

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


def forms(cell: str) -> tuple[str, ...]:
    """Split a cell of forms: `抓获|逮捕` → `("抓获", "逮捕")`."""
    return tuple(form.strip() for form in cell.split("|") if form.strip())


def _word(key: str) -> Callable[[Fields], WordRow]:
    return lambda row: WordRow(row[key], forms(row["zh"]), forms(row["en"]))


def _measure(row: Fields) -> MeasureRow:
    return MeasureRow(
        row["id"], row["object"], row["action"], row["name_zh"], row["name_en"], forms(row["zh"]), forms(row["en"])
    )


_UNIT_KINDS: Mapping[str, UnitKind] = {
    "money": "money", "mass": "mass", "area": "area", "length": "length", "volume": "volume",
    "time": "time", "temperature": "temperature", "share": "share", "counter": "counter",
}  # fmt: skip


def _unit(row: Fields) -> UnitRow:
    kind = _UNIT_KINDS.get(row["kind"])
    if kind is None:
        raise ValueError(f"unknown kind {row['kind']!r}")
    return UnitRow(
        row["unit"], float(row["factor"]), kind, row["name_zh"], row["name_en"], forms(row["zh"]), forms(row["en"])
    )


def _named(row: Fields) -> NamedRow:
    return NamedRow(
        row["id"], row.get("parent", ""), row["name_zh"], row["name_en"], forms(row["zh"]), forms(row["en"]),
        row.get("rank", row.get("level", "")), row.get("code", ""), row.get("first", ""), row.get("last", ""),
        row.get("topic", ""),
    )  # fmt: skip


def rows(name: str, folders: Sequence[Path]) -> Iterator[tuple[Path, int, Fields]]:
    """Yield file, line and fields of each row of the list `name` in each folder that has it.

    Raises:
        LexiconError: A file is not UTF-8, lacks its header, or a row has too many or too few cells.
    """
    for place in folders:
        path = place / f"{name}.csv"
        if not path.is_file():
            continue
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.reader(file, strict=True)
                header = next(reader, [])
                for cells in reader:
                    if len(cells) != len(header):
                        reason = f"{len(cells)} cells, {len(header)} expected"
                        raise LexiconError(f"{path}:{reader.line_num}", reason)
                    yield path, reader.line_num, dict(zip(header, cells, strict=True))
        except (UnicodeDecodeError, csv.Error) as error:
            raise LexiconError(path, str(error)) from error


def _table(name: str, key: str, make: Callable[[Fields], Row], folders: Sequence[Path]) -> dict[str, Row]:
    table: dict[str, Row] = {}
    for path, line, cells in rows(name, folders):
        try:
            table[cells[key]] = make(cells)
        except KeyError as error:
            raise LexiconError(f"{path}:{line}", f"no column {error}") from error
        except ValueError as error:
            raise LexiconError(f"{path}:{line}", str(error)) from error
    return table


def _units(folders: Sequence[Path]) -> tuple[UnitRow, ...]:
    keyed = _table("units", "name_en", _unit, folders)
    return tuple(keyed.values())


def _check_parents(name: str, table: Mapping[str, NamedRow]) -> None:
    for row in table.values():
        if row.parent and row.parent not in table:
            raise LexiconError(f"{name}.csv", f"{row.id}: unknown parent {row.parent!r}")


def load_lexicon(overlays: Iterable[Path] = ()) -> Lexicon:
    """Read the shipped lists and lay each folder of `overlays` over them, in order.

    Raises:
        LexiconError: A row cannot be used, or an overlay is no folder.
    """
    folders = [folder("data/lexicon"), *overlays]
    for place in folders:
        if not place.is_dir():
            raise LexiconError(place, "no such folder")
    lexicon = Lexicon(
        objects=_table("objects", "object", _word("object"), folders),
        actions=_table("actions", "action", _word("action"), folders),
        measures=_table("measures", "id", _measure, folders),
        units=_units(folders),
        campaigns=_table("campaigns", "id", _named, folders),
        regions=_table("regions", "id", _named, folders),
        agencies=_table("agencies", "id", _named, folders),
        topics=_table("topics", "id", _named, folders),
        synonyms=_table("synonyms", "id", _word("id"), folders),
    )
    for name in ("campaigns", "regions", "agencies"):
        _check_parents(name, getattr(lexicon, name))
    return lexicon


@cache
def shipped_lexicon() -> Lexicon:
    """Return the lists that ship with the program, read once."""
    return load_lexicon()


def fold(form: str) -> str:
    """Return the form as lists compare it: NFKC, case folded."""
    return unicodedata.normalize("NFKC", form).casefold()
