"""Lays a user's list over another: rows replaced, rows added, forms moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.lexicon.files import Entry
from policestats_tui.engine.lexicon.records import KEPT, forms
from policestats_tui.engine.lexicon.rules import NAMED, Breach, fold, form_columns, own_forms


def laid_over(below: Mapping[str, Entry], own: Sequence[Entry], name: str) -> dict[str, Entry]:
    """Return the rows of a list with the user's rows in it.

    A row of the same key is replaced where it stands, others follow at the end; a form that stands in another row moves
    to the user's row.
    """
    taken = {form: entry.key for entry in own for form in _folded(entry, form_columns(name), name)}
    left = {key: _without(entry, taken, name) for key, entry in below.items()}
    laid = {entry.key: _readable(_extended(entry, left.get(entry.key)), name) for entry in own}
    return left | laid


def taken_names(below: Mapping[str, Entry], own: Iterable[Entry], name: str) -> Iterator[Breach]:
    """Yield the user's rows that claim as a form what is the name of another row, which cannot lose it."""
    if name not in NAMED:
        return
    own = list(own)
    replaced = {entry.key for entry in own}
    names = {
        form: entry.key
        for entry in below.values()
        if entry.key not in replaced
        for form in _folded(entry, ("name_zh", "name_en"), name)
    }
    for entry in own:
        for form in (form for column in form_columns(name) for form in own_forms(entry.cells[column])):
            if (owner := names.get(fold(form, name))) is not None:
                yield Breach(entry, f"form {form!r} of {entry.key} is the name of {owner}: replace that row too")


def _folded(entry: Entry, columns: Iterable[str], name: str) -> list[str]:
    return [fold(form, name) for column in columns for form in own_forms(entry.cells[column])]


def _without(entry: Entry, taken: Mapping[str, str], name: str) -> Entry:
    """Return a row without the forms that another row has taken."""
    left = {
        column: "|".join(
            form for form in forms(entry.cells[column]) if taken.get(fold(form, name), entry.key) == entry.key
        )
        for column in ("zh", "en")
    }
    return replace(entry, cells={**entry.cells, **left})


def _extended(entry: Entry, below: Entry | None) -> Entry:
    """Return a row with the forms it keeps written out."""
    full = {
        column: "|".join(
            (below.cells[column] if below else "") if form == KEPT else form for form in forms(entry.cells[column])
        )
        for column in ("zh", "en")
    }
    return replace(entry, cells={**entry.cells, **full})


def _readable(entry: Entry, name: str) -> Entry:
    """Return a row with its forms, and its Chinese name where that is one, as extraction reads a text."""
    chinese = [entry.cells["zh"]]
    if name in NAMED and simplify(entry.cells["name_zh"]) != entry.cells["name_zh"]:
        chinese.append(entry.cells["name_zh"])
    changed = {"zh": simplify("|".join(filter(None, chinese))), "en": simplify(entry.cells["en"])}
    return replace(entry, cells={**entry.cells, **changed})
