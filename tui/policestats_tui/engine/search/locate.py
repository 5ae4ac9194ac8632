"""Looks up the words of a query in the index: their synonyms, and the stretches of postings that hold them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from policestats_tui.engine.search.analysis import fold, forms, key, stem
from policestats_tui.engine.search.nodes import Words
from policestats_tui.engine.search.sql import Parameters, among_words, bare, numbered

RUN = 4
"""How many pieces a term of the index has."""

_MAX = 0xFFFF_FFFF
_POSITIONS = ("first", "second", "third", "fourth")


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
class Meaning:
    """What words of a query stand for: `words` of the word list, by number, or else `stretches` of postings."""

    patterns: tuple[Pattern, ...]
    words: tuple[int, ...] = ()
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """A row of the table `symbol`."""

    symbol: int
    variant: int
    low: int
    high: int
    places: int


_Symbols = Mapping[str, Mapping[str, _Form]]
_Range = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Window:
    """A run of at most four pieces of a pattern, and its range if that is known already."""

    shift: int
    run: tuple[int, ...]
    variant: int | None
    known: _Range | None


def locate(connection: duckdb.DuckDBPyConnection, words: Sequence[Words]) -> dict[Words, Meaning]:
    """Look up words and phrases of a query."""
    found = _synonyms(connection, words)
    missing = {asked: _pattern(asked) for asked in words if asked not in found}
    stretches = _look_up(connection, list(dict.fromkeys(missing.values())))
    return found | {asked: Meaning((pattern,), stretches=stretches[pattern]) for asked, pattern in missing.items()}


def run_starts(pieces: int) -> list[int]:
    """Return where the runs begin that cover so many pieces: one after another, the last flush with the end."""
    last = max(pieces - RUN, 0)
    return [*range(0, last, RUN), last]


def _pattern(words: Words) -> Pattern:
    return Pattern(words.text, tuple(forms(fold(words.text))), words.exact)


def _synonyms(connection: duckdb.DuckDBPyConnection, words: Sequence[Words]) -> dict[Words, Meaning]:
    """Return the words of the word list that each of `words` is a form of, with all their forms, its own first."""
    keys = {asked: key(asked.text) for asked in words if not asked.exact}
    if not keys:
        return {}
    found: dict[str, dict[int, list[str]]] = {}
    rows = connection.execute(*among_words("synonyms", "keys", list(set(keys.values())))).fetchall()
    for shared, word, written in rows:
        found.setdefault(shared, {})[word] = written
    return {
        asked: Meaning((_pattern(asked), *_others(own, found[own])), words=tuple(found[own]))
        for asked, own in keys.items()
        if own in found
    }


def _others(own: str, words: Mapping[int, Sequence[str]]) -> Iterator[Pattern]:
    """Yield the forms of words but the one whose key is `own`."""
    for form in dict.fromkeys(form for written in words.values() for form in written):
        if key(form) != own:
            yield Pattern(form, tuple(forms(fold(form))), False)


def _look_up(connection: duckdb.DuckDBPyConnection, patterns: Sequence[Pattern]) -> dict[Pattern, tuple[Stretch, ...]]:
    if not patterns:
        return {}
    symbols = _symbols(connection, {stem(piece) for pattern in patterns for piece in pattern.pieces})
    windows = {pattern: _windows(pattern, symbols) for pattern in patterns}
    runs = list(dict.fromkeys(one.run for cut in windows.values() for one in cut if one.known is None))
    ranges = dict(zip(runs, _ranges(connection, runs), strict=True))
    return {pattern: _stretches(cut, ranges) for pattern, cut in windows.items()}


def _symbols(connection: duckdb.DuckDBPyConnection, stems: Iterable[str]) -> _Symbols:
    """Return, for each stem that occurs, its forms."""
    found: dict[str, dict[str, _Form]] = {}
    rows = connection.execute(*among_words("symbols", "stems", sorted(stems))).fetchall()
    for stemmed, form, *numbers in rows:
        found.setdefault(stemmed, {})[form] = _Form(*numbers)
    return found


def _windows(pattern: Pattern, symbols: _Symbols) -> list[_Window]:
    """Cut a pattern into runs of at most four pieces; nothing where a piece of it does not occur at all.

    An exact piece that has other forms in the corpus must begin a run, for only a run's first piece has its form noted.
    """
    all_forms = [symbols.get(stem(piece), {}) for piece in pattern.pieces]
    if not all(
        piece in known if pattern.exact else known for piece, known in zip(pattern.pieces, all_forms, strict=True)
    ):
        return []
    heads = [next(iter(known.values())) for known in all_forms]
    starts = set(run_starts(len(heads)))
    variants: dict[int, int] = {}
    if pattern.exact:
        variants = {
            place: known[piece].variant
            for place, (piece, known) in enumerate(zip(pattern.pieces, all_forms, strict=True))
            if len(known) > 1
        }
    windows: list[_Window] = []
    for start in sorted(starts | variants.keys()):
        cut = heads[start : start + RUN]
        known_range = (cut[0].low, cut[0].high, cut[0].places) if len(cut) == 1 else None
        windows.append(_Window(start, tuple(head.symbol for head in cut), variants.get(start), known_range))
    return windows


def _ranges(connection: duckdb.DuckDBPyConnection, runs: Sequence[tuple[int, ...]]) -> list[_Range]:
    """Return lowest and highest term id and number of places of each run; (1, 0, 0) where it does not occur."""
    if not runs:
        return []
    parts: list[str] = []
    parameters: Parameters = {}
    for number, run in enumerate(runs):
        values: dict[str, float] = {"number": number, "first": run[0]}
        for place, position in enumerate(_POSITIONS[1:], 1):
            known = place < len(run)
            values[f"{position}_low"] = run[place] if known else 0
            values[f"{position}_high"] = run[place] if known else _MAX
        sql, named = numbered(bare("run"), number, values)
        parts.append(sql)
        parameters |= named
    found = {number: (low, high, places) for number, low, high, places in
             connection.execute(" UNION ALL ".join(parts), parameters).fetchall() if low is not None}  # fmt: skip
    return [found.get(number, (1, 0, 0)) for number in range(len(runs))]


def _stretches(windows: Sequence[_Window], ranges: Mapping[tuple[int, ...], _Range]) -> tuple[Stretch, ...]:
    stretches = [Stretch(one.shift, len(one.run), *(one.known or ranges[one.run]), one.variant) for one in windows]
    return tuple(stretches) if all(stretch.places for stretch in stretches) else ()
