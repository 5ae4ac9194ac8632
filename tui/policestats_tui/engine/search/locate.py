"""Looks up the words of a query in the index: their synonyms, and the stretches of postings that hold them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from policestats_tui.engine.assets import statement
from policestats_tui.engine.search.analysis import fold, forms, key, stem
from policestats_tui.engine.search.nodes import Words

RUN = 4
"""How many pieces a term of the index has."""

HITS = "(SELECT passage FROM passage_facet) AS hits"
"""Stands in the statements of `sql/search` for the passages that answer a query."""

_MAX = 0xFFFF_FFFF
_POSITIONS = ("first", "second", "third", "fourth")
_PARAMETER = re.compile(r"\$(\w+)")
_COMMENT = re.compile(r"^--.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pieces to find in order: by stem, or `exact`ly these forms. `form` is how the query or the word list has it."""

    form: str
    pieces: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Postings of a part of a pattern: terms `low` to `high`, `shift` pieces behind the pattern's first.

    `size` is how many pieces the part has, `places` how many postings; `variant` the form that its first piece must
    have, None for any.
    """

    shift: int
    size: int
    low: int
    high: int
    places: int
    variant: int | None


@dataclass(frozen=True, slots=True)
class Located:
    """A pattern and the stretches whose postings must meet for it to stand somewhere; none where it stands nowhere."""

    pattern: Pattern
    stretches: tuple[Stretch, ...]


_Symbols = Mapping[str, Mapping[str, tuple[int, int]]]
_Window = tuple[int, tuple[int, ...], int | None]


def bare_statement(name: str) -> str:
    """Return a statement without its header and semicolon, to stand inside another."""
    return _COMMENT.sub("", statement(name)).strip().rstrip(";")


def numbered(sql: str, number: int, values: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give the parameters of a statement a number, so that it can stand beside others."""
    renamed = _PARAMETER.sub(rf"$\g<1>_{number}", sql)
    return renamed, {f"{name}_{number}": value for name, value in values.items()}


def locate(connection: duckdb.DuckDBPyConnection, words: Sequence[Words]) -> dict[Words, list[Located]]:
    """Look up words and phrases, each with its synonyms; the words themselves come first."""
    patterns = _expand(connection, words)
    symbols = _symbols(connection, (piece for group in patterns.values() for pattern in group for piece in pattern.pieces))
    windows = {pattern: _windows(pattern, symbols) for group in patterns.values() for pattern in group}
    runs = list(dict.fromkeys(run for cut in windows.values() for _, run, _ in cut))
    ranges = dict(zip(runs, _ranges(connection, runs), strict=True))
    return {
        asked: [Located(pattern, _stretches(windows[pattern], ranges)) for pattern in group]
        for asked, group in patterns.items()
    }


def _pattern(words: Words) -> Pattern:
    return Pattern(words.text, tuple(forms(fold(words.text))), words.exact)


def _expand(connection: duckdb.DuckDBPyConnection, words: Sequence[Words]) -> dict[Words, list[Pattern]]:
    keys = {asked: key(asked.text) for asked in words if not asked.exact}
    rows = connection.execute(statement("search/synonyms"), {"keys": list(set(keys.values()))}).fetchall() if keys else []
    synonyms: dict[str, dict[str, str]] = {}
    for asked_key, form, other_key in rows:
        if other_key != asked_key:
            synonyms.setdefault(asked_key, {}).setdefault(other_key, form)
    expanded: dict[Words, list[Pattern]] = {}
    for asked in words:
        others = synonyms.get(keys.get(asked, ""), {}).values()
        expanded[asked] = [_pattern(asked), *(Pattern(form, tuple(forms(fold(form))), False) for form in sorted(others))]
    return expanded


def _symbols(connection: duckdb.DuckDBPyConnection, pieces: Iterable[str]) -> _Symbols:
    """Return, for each stem that occurs, its forms with their symbol and variant."""
    stems = list({stem(piece) for piece in pieces})
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for stemmed, form, symbol, variant in connection.execute(statement("search/symbols"), {"stems": stems}).fetchall():
        found.setdefault(stemmed, {})[form] = symbol, variant
    return found


def _windows(pattern: Pattern, symbols: _Symbols) -> list[_Window]:
    """Cut a pattern into runs of at most four pieces; nothing where a piece of it does not occur at all.

    An exact piece that has other forms in the corpus must begin a run, for only a run's first piece has its form noted.
    """
    known = [symbols.get(stem(piece)) for piece in pattern.pieces]
    if any(forms_of is None or (pattern.exact and piece not in forms_of)
           for piece, forms_of in zip(pattern.pieces, known, strict=True)):  # fmt: skip
        return []
    forms_of_each = [forms_of for forms_of in known if forms_of is not None]
    coded = [next(iter(forms_of.values()))[0] for forms_of in forms_of_each]
    last = max(len(coded) - RUN, 0)
    starts = {*range(0, last, RUN), last}
    variants: dict[int, int] = {}
    if pattern.exact:
        for place, (piece, forms_of) in enumerate(zip(pattern.pieces, forms_of_each, strict=True)):
            if len(forms_of) > 1:
                variants[place] = forms_of[piece][1]
    return [(start, tuple(coded[start : start + RUN]), variants.get(start)) for start in sorted(starts | variants.keys())]


def _ranges(connection: duckdb.DuckDBPyConnection, runs: Sequence[tuple[int, ...]]) -> list[tuple[int, int, int]]:
    """Return lowest and highest term id and number of places of each run; (1, 0, 0) where it does not occur."""
    if not runs:
        return []
    parts, parameters = [], {}
    for number, run in enumerate(runs):
        values: dict[str, int] = {"number": number, "first": run[0]}
        for place, position in enumerate(_POSITIONS[1:], 1):
            known = place < len(run)
            values[f"{position}_low"] = run[place] if known else 0
            values[f"{position}_high"] = run[place] if known else _MAX
        sql, named = numbered(bare_statement("search/run"), number, values)
        parts.append(sql)
        parameters |= named
    found = {number: (low, high, places) for number, low, high, places in
             connection.execute(" UNION ALL ".join(parts), parameters).fetchall() if low is not None}  # fmt: skip
    return [found.get(number, (1, 0, 0)) for number in range(len(runs))]


def _stretches(windows: Sequence[_Window], ranges: Mapping[tuple[int, ...], tuple[int, int, int]]) -> tuple[Stretch, ...]:
    stretches = [Stretch(shift, len(run), *ranges[run], variant) for shift, run, variant in windows]
    return tuple(stretches) if all(stretch.places for stretch in stretches) else ()
