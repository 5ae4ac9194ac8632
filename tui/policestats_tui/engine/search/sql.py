"""Puts the statements of `sql/search` together: one inside another, side by side, with constants in them.

DuckDB plans a short statement with constants in a third of a millisecond. Parameters, and names for them, cost it more
than most searches take, and a list of ids that comes as a parameter is no longer looked up by key.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from policestats_tui.engine.assets import statement

Value: TypeAlias = "str | bytes | float | Sequence[str] | Sequence[float] | Sequence[str | int] | None"
Parameters: TypeAlias = dict[str, Value]

_PLACES = "(SELECT word, passage, times FROM word_posting) AS places"
_PARAMETER = re.compile(r"\$(\w+)")
_COMMENT = re.compile(r"^--.*\n", re.MULTILINE)


@cache
def bare(name: str) -> str:
    """Return the statement `sql/search/NAME.sql` without its header and semicolon, to stand inside another."""
    return _COMMENT.sub("", statement(f"search/{name}")).strip().rstrip(";")


def stating(sql: str, numbers: Mapping[str, int]) -> str:
    """Return a statement with whole numbers in the places of the parameters that bear their names."""
    return _PARAMETER.sub(lambda found: str(numbers.get(found[1], found[0])), sql)


def numbered(sql: str, number: int, values: Mapping[str, Value]) -> tuple[str, Parameters]:
    """Return a statement whose parameters bear a number, so that it can stand beside others."""
    renamed = _PARAMETER.sub(rf"$\g<1>_{number}", sql)
    return renamed, {f"{key}_{number}": value for key, value in values.items()}


def among_words(name: str, key: str, values: Sequence[str]) -> tuple[str, Parameters]:
    """Return a statement with a parameter for each of `values` in its `IN ($key)`, and the parameters."""
    names = [f"{key}_{number}" for number in range(len(values))]
    placed = bare(name).replace(f"${key}", ", ".join(f"${one}" for one in names))
    return placed, dict(zip(names, values, strict=True))


def among_ids(name: str, key: str, ids: Sequence[int]) -> str:
    """Return a statement with the numbers themselves in its `IN ($key)`; a range becomes `BETWEEN`.

    DuckDB looks fifty constants up by primary key, and reads the whole table for fifty parameters.
    """
    if isinstance(ids, range):
        return bare(name).replace(f"IN (${key})", f"BETWEEN {ids[0]} AND {ids[-1]}")
    return bare(name).replace(f"${key}", ", ".join(map(str, ids)))


def reading(sql: str, places: str) -> str:
    """Return a statement that reads `places`, a SELECT of the columns word, passage and times, with it in its place."""
    return sql.replace(_PLACES, f"({places}) AS places")
