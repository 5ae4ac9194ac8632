"""Finds what a field of a query names in a database: speakers, campaigns, regions, documents, measures."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TypeAlias

from policestats_tui.engine import duck
from policestats_tui.engine.assets import statement
from policestats_tui.engine.errors import QueryError
from policestats_tui.engine.search.analysis import fold
from policestats_tui.engine.search.nodes import Field, Query

Key: TypeAlias = int | str
Name: TypeAlias = tuple[Key, Key | None, str]

_EXACT_FIRST = ("campaign", "region", "measure")


def named(connection: duck.Connection, query: Query, field: Field) -> list[Key]:
    """Return the ids that a field names, with all that lies below them.

    A value names what it is part of the name of, case and script aside; for campaigns, regions and measures a whole
    name or id goes before: `region:hohhot` is that place, `measure:case` the measures of that object.

    Raises:
        QueryError: Nothing has such a name; the suggestion has the nearest name instead.
    """
    rows: list[Name] = connection.execute(statement(f"search/names_{field.name}")).fetchall()
    names = [(key, parent, fold(name)) for key, parent, name in rows if name]
    found: dict[Key, None] = {}
    for value in field.values:
        keys = _matching(names, fold(value).strip(), exact_first=field.name in _EXACT_FIRST)
        if not keys:
            raise _unknown(query, field, value, [name for _, _, name in rows if name])
        found |= dict.fromkeys(keys)
    return _with_children(found, names)


def _matching(names: Sequence[Name], value: str, *, exact_first: bool) -> list[Key]:
    exact = [key for key, _, name in names if name == value] if exact_first else []
    return exact or [key for key, _, name in names if value in name]


def _with_children(found: Iterable[Key], names: Sequence[Name]) -> list[Key]:
    children: dict[Key, list[Key]] = {}
    for key, parent, _ in names:
        if parent is not None:
            children.setdefault(parent, []).append(key)
    reached: dict[Key, None] = {}
    waiting = list(found)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached[key] = None
            waiting += children.get(key, ())
    return list(reached)


def _unknown(query: Query, field: Field, value: str, names: Sequence[str]) -> QueryError:
    folded = {fold(name): name for name in reversed(names)}
    near = get_close_matches(fold(value), folded, n=1, cutoff=0.4)
    suggestion = None
    if near:
        name = folded[near[0]]
        text = field.text.replace(value, name)
        shown = f'"{text}"' if any(char.isspace() or char in "()“”「」" for char in text) else text
        suggestion = f"{query.text[: field.start]}{field.name}:{shown}{query.text[field.end :]}"
    return QueryError(f"{field.name}: nothing is called “{value}”", field.start, suggestion)
