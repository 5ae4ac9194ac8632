"""Reads the shipped word lists and lays a user's lists over them.

The shipped lists keep their rules by a test and are not checked at every start; a user's list is checked whenever it
is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from policestats_tui.engine.assets import folder
from policestats_tui.engine.errors import LexiconError
from policestats_tui.engine.lexicon.files import COLUMNS, Entry, read_list
from policestats_tui.engine.lexicon.overlay import laid_over, taken_names
from policestats_tui.engine.lexicon.records import Cells, Lexicon, measure, named, unit, word
from policestats_tui.engine.lexicon.rules import Breach, Known, bad_values, between_rows, repeated_keys, shared_forms

Tables = dict[str, dict[str, Entry]]
Row = TypeVar("Row")


def load_lexicon(overlays: Iterable[Path] = ()) -> Lexicon:
    """Read the shipped lists and lay each folder of `overlays` over them, in order.

    Raises:
        LexiconError: A row of an overlay cannot be used, or an overlay is no folder of word lists.
    """
    tables = _shipped()
    codes = tables["objects"].keys(), tables["actions"].keys()
    for place in overlays:
        _refuse_foreign(place)
        for name in COLUMNS:
            own = read_list(name, place)
            if own:
                known = Known(tables["topics"].keys(), *codes)
                tables[name] = _checked(tables[name], own, name, known)
    return _lexicon(tables)


@cache
def shipped_lexicon() -> Lexicon:
    """Return the lists that ship with the program, read once."""
    return load_lexicon()


def _shipped() -> Tables:
    place = folder("data/lexicon")
    return {name: {entry.key: entry for entry in read_list(name, place)} for name in COLUMNS}


def _refuse_foreign(place: Path) -> None:
    if not place.is_dir():
        raise LexiconError(place, "no such folder")
    for path in sorted(place.glob("*.csv")):
        if path.stem not in COLUMNS:
            raise LexiconError(path, f"no list has this name; the lists: {' '.join(COLUMNS)}")


def _checked(below: Mapping[str, Entry], own: Sequence[Entry], name: str, known: Known) -> dict[str, Entry]:
    """Return a list with the user's rows laid over it."""
    _refuse(repeated_keys(own))
    _refuse(bad_values(own, name, known))
    _refuse(shared_forms(own, name))
    _refuse(taken_names(below, own, name))
    laid = laid_over(below, own, name)
    # The user's rows first: where rows of both break a rule together, theirs is the one to be named.
    _refuse(between_rows([*({entry.key: laid[entry.key] for entry in own} | laid).values()], name))
    return laid


def _refuse(found: Iterator[Breach]) -> None:
    """Raise the first breach there is."""
    for breach in found:
        raise LexiconError(breach.entry.place, breach.reason)


def _lexicon(tables: Tables) -> Lexicon:
    return Lexicon(
        objects=_rows(tables["objects"], word("object")),
        actions=_rows(tables["actions"], word("action")),
        measures=_rows(tables["measures"], measure),
        units=tuple(_rows(tables["units"], unit).values()),
        campaigns=_rows(tables["campaigns"], named),
        regions=_rows(tables["regions"], named),
        agencies=_rows(tables["agencies"], named),
        topics=_rows(tables["topics"], named),
        synonyms=_rows(tables["synonyms"], word("id")),
    )


def _rows(table: Mapping[str, Entry], make: Callable[[Cells], Row]) -> dict[str, Row]:
    return {key: make(entry.cells) for key, entry in table.items()}
