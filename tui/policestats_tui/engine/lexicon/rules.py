"""The rules that every word list keeps: `docs/lexicon.md` tells them.

Each rule is a small function from the rows of a list to the breaches it finds, in the order of the rows.
"""

import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.lexicon.files import Entry
from policestats_tui.engine.lexicon.records import KEPT, UnitKind, forms
from policestats_tui.engine.words import word_parts

NAMED = ("campaigns", "regions", "agencies", "topics")
"""Lists whose names are forms as well."""
FAMILIES = ("campaigns", "regions", "agencies")
"""Lists whose rows have parents."""
RANKS: Mapping[str, int] = {"country": 0, "province": 1, "sar": 1, "prefecture": 2, "county": 3}
"""The ranks of regions, the highest first."""
LEVELS = ("national", "province", "prefecture", "county")
CODE_DIGITS: Mapping[str, int] = {"province": 2, "sar": 2, "prefecture": 4}
"""How many digits of its code (GB/T 2260) a region shares with all that lies in it."""

_CODES = ("objects", "actions")
_NAMES = ("name_zh", "name_en")
_ID = re.compile(r"[a-z0-9]+(?:[-_/][a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_CHINESE = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Breach:
    """A row that breaks a rule, and why."""

    entry: Entry
    reason: str

    def __str__(self) -> str:
        return f"{self.entry.place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Known:
    """What rows of other lists may name: ids of topics, codes of objects and actions."""

    topics: Collection[str]
    objects: Collection[str]
    actions: Collection[str]


def fold(form: str, name: str) -> str:
    """Return a form of the list `name` as two forms are compared: script, width, case and gaps aside.

    Units keep their signs, by which they differ (`m`, `m²`).
    """
    plain = unicodedata.normalize("NFKC", simplify(form)).casefold()
    return plain if name == "units" else " ".join(word_parts(plain)) or plain


def own_forms(cell: str) -> list[str]:
    """Return the forms that a cell names itself."""
    return [form for form in forms(cell) if form != KEPT]


def form_columns(name: str) -> tuple[str, ...]:
    """Return the columns of a list that hold forms which are looked for in texts."""
    return (*_NAMES, "zh", "en") if name in NAMED else ("zh", "en")


def repeated_keys(entries: Iterable[Entry]) -> Iterator[Breach]:
    """Two rows of one file with one key."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        other = seen.setdefault(entry.key, entry)
        if other is not entry:
            yield Breach(entry, f"{entry.key!r} stands already in line {other.line}")


def shared_forms(entries: Iterable[Entry], name: str) -> Iterator[Breach]:
    """A form that stands in two rows."""
    owner: dict[str, Entry] = {}
    for entry in entries:
        for column in form_columns(name):
            for form in own_forms(entry.cells[column]):
                other = owner.setdefault(fold(form, name), entry)
                if other is not entry:
                    yield Breach(entry, f"form {form!r} of {entry.key} stands already in {other.key} ({other.place})")


def bad_values(entries: Iterable[Entry], name: str, known: Known) -> Iterator[Breach]:
    """A cell that cannot be read by itself."""
    for entry in entries:
        reasons = [*_bad_key(entry, name), *_lost_names(entry, name), *_bad_cells(entry, name, known)]
        reasons += [
            f"English form {form!r} is written in Chinese" for form in forms(entry.cells["en"]) if _CHINESE.search(form)
        ]
        yield from (Breach(entry, reason) for reason in reasons)


def _bad_key(entry: Entry, name: str) -> Iterator[str]:
    if not entry.key:
        yield "no key"
    elif name != "units" and not _ID.fullmatch(entry.key):
        yield f"{entry.key!r} is no id: lower-case letters, digits, and - or / between them"


def _lost_names(entry: Entry, name: str) -> Iterator[str]:
    needed = () if name in _CODES else ("zh", "en") if name == "synonyms" else _NAMES
    return (f"{entry.key or 'the row'} has no {column}" for column in needed if not entry.cells[column])


def _bad_cells(entry: Entry, name: str, known: Known) -> Iterator[str]:
    cells = entry.cells
    match name:
        case "objects":
            yield from _unknown("object", entry.key, known.objects)
        case "actions":
            yield from _unknown("action", entry.key, known.actions)
        case "measures":
            yield from _unknown("object", cells["object"], known.objects)
            yield from _unknown("action", cells["action"], known.actions)
        case "units":
            yield from _unknown("kind", cells["kind"], get_args(UnitKind))
            yield from [] if cells["unit"] else ["no unit"]
            yield from [] if _is_factor(cells["factor"]) else [f"{cells['factor']!r} is no factor above 0"]
        case "campaigns":
            yield from _unknown("topic", cells["topic"], known.topics)
            yield from _bad_dates(cells["first"], cells["last"])
        case "regions":
            yield from _unknown("rank", cells["rank"], RANKS)
            yield from (f"{form!r} is one character and would be found everywhere"
                        for form in own_forms(cells["zh"]) if len(form) < 2)  # fmt: skip
        case "agencies":
            yield from _unknown("level", cells["level"], LEVELS)


def _unknown(what: str, given: str, known: Iterable[str]) -> Iterator[str]:
    if given not in known:
        yield f"unknown {what} {given!r}"


def _is_factor(text: str) -> bool:
    try:
        factor = float(text)
    except ValueError:
        return False
    return math.isfinite(factor) and factor > 0


def _bad_dates(first: str, last: str) -> Iterator[str]:
    for given in filter(None, (first, last)):
        if not _is_date(given):
            yield f"{given!r} is no date"
    if _before(last, first):
        yield f"it ends {last} before it begins {first}"


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01" * ((10 - len(text)) // 3))
    except ValueError:
        return False
    return True


def _before(one: str, other: str) -> bool:
    """Whether a date lies before another, as far as both are told."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def bad_parents(entries: Sequence[Entry]) -> Iterator[Breach]:
    """A row whose parent is unknown, or that is its own ancestor."""
    parents = {entry.key: entry.cells["parent"] for entry in entries}
    for entry in entries:
        parent = entry.cells["parent"]
        if parent and parent not in parents:
            yield Breach(entry, f"{entry.key} has the unknown parent {parent!r}")
        above: set[str] = set()
        while parent and parent not in above:
            above.add(parent)
            parent = parents.get(parent, "")
        if entry.key in above:
            yield Breach(entry, f"{entry.key} is its own ancestor")


def outside_parent(entries: Sequence[Entry]) -> Iterator[Breach]:
    """An edition or part of a campaign that begins before its series, or ends after it, as far as the dates tell."""
    by_key = {entry.key: entry for entry in entries}
    for entry in entries:
        parent = by_key.get(entry.cells["parent"])
        if parent is None:
            continue
        for column, early, late in (("first", entry, parent), ("last", parent, entry)):
            if _before(early.cells[column], late.cells[column]):
                own, its = entry.cells[column], parent.cells[column]
                yield Breach(entry, f"{column} {own} of {entry.key} lies outside {parent.key} ({its})")


def misplaced_regions(entries: Sequence[Entry]) -> Iterator[Breach]:
    """A region that is not below its parent in rank, or whose code does not begin as its parent's does."""
    by_key = {entry.key: entry for entry in entries}
    for entry in entries:
        parent = by_key.get(entry.cells["parent"])
        code = entry.cells["code"]
        start = parent.cells["code"][: CODE_DIGITS.get(parent.cells["rank"], 0)] if parent else ""
        if parent and RANKS[entry.cells["rank"]] <= RANKS[parent.cells["rank"]]:
            yield Breach(entry, f"{entry.key} is not below {parent.key}")
        if code and not (re.fullmatch(r"\d{6}", code) and code.startswith(start)):
            yield Breach(entry, f"code {code!r} does not fit {parent.key if parent else 'GB/T 2260'}")


def between_rows(entries: Sequence[Entry], name: str) -> Iterator[Breach]:
    """Yield the breaches of rules on parents, of a list that is whole."""
    if name in FAMILIES:
        yield from bad_parents(entries)
    if name == "campaigns":
        yield from outside_parent(entries)
    if name == "regions":
        yield from misplaced_regions(entries)
