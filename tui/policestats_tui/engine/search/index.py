"""Writes the search index of a database, at the end of its build.

The index is one row for each piece of each passage, sorted by the four pieces that begin there. Whatever is searched
for, a character, a word or a phrase of up to four pieces, then is one stretch of neighbouring rows: no join, and no
guess about which words people will look for. The runs of four are numbered in their order (table `term`), so that
the sorted column is nearly free to store.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import duckdb

from policestats_tui.engine.assets import statement
from policestats_tui.engine.lexicon import WordRow
from policestats_tui.engine.search.analysis import fold, forms, key, stem
from policestats_tui.engine.search.locate import RUN, run_starts

_CHUNK = 20_000
_PART = 80_000
_VARIANTS = 0xFFFF


class _Vocabulary:
    """Numbers each piece as it is met: a symbol for its stem, a variant for its form."""

    def __init__(self) -> None:
        self.numbers: dict[str, tuple[int, int]] = {}
        self._codes: dict[str, str] = {}
        self._stems: dict[str, int] = {}
        self._sizes: Counter[int] = Counter()

    def encode(self, pieces: Sequence[str]) -> str:
        """Return the pieces of a passage as `index_stage` reads them."""
        codes = self._codes
        try:
            return " ".join([codes[piece] for piece in pieces])
        except KeyError:
            return " ".join([codes.get(piece) or self._add(piece) for piece in pieces])

    def runs(self, form: int, word: int, pieces: Sequence[str]) -> Iterator[tuple[int, int, int, int, list[int]]]:
        """Yield the runs of a form as `index_run` reads them; none where a piece of it was never met."""
        symbols = [self._stems.get(stem(piece), 0) for piece in pieces]
        if symbols and all(symbols):
            starts = run_starts(len(symbols))
            for start in starts:
                yield form, word, len(starts), start, symbols[start : start + RUN]

    def _add(self, piece: str) -> str:
        symbol = self._stems.setdefault(stem(piece), len(self._stems) + 1)
        variant = min(self._sizes[symbol], _VARIANTS)
        self._sizes[symbol] += 1
        self.numbers[piece] = symbol, variant
        code = self._codes[piece] = str(symbol << 16 | variant)
        return code


def build_index(
    connection: duckdb.DuckDBPyConnection, synonyms: Mapping[str, WordRow], *, memory: str = "600MB"
) -> None:
    """Fill the search tables from `passage`, `document`, `turn` and `figure`, and keep the synonyms beside them.

    Texts are read in portions, and their pieces sorted in parts; DuckDB is held to `memory` meanwhile, and spills to
    disk beyond it.
    """
    with _memory_limit(connection, memory):
        behind = connection.execute("SELECT coalesce(max(id) + 1, 0) FROM passage").fetchall()[0][0]
        parts = 1 + behind // _PART
        vocabulary = _stage(connection, behind, parts)
        _sort(connection, parts)
        connection.execute(statement("search/index_facet"))
        _write_symbols(connection, vocabulary)
        _write_synonyms(connection, vocabulary, synonyms)


@contextmanager
def _memory_limit(connection: duckdb.DuckDBPyConnection, memory: str) -> Iterator[None]:
    before = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]
    connection.execute(f"SET memory_limit = '{memory}'")
    try:
        yield
    finally:
        connection.execute(f"SET memory_limit = '{before}'")


def _stage(connection: duckdb.DuckDBPyConnection, behind: int, parts: int) -> _Vocabulary:
    """Cut all passages into pieces, in portions: one is cut while DuckDB stages the one before."""
    vocabulary = _Vocabulary()
    for part in range(parts):
        connection.execute(_of_part("search/index_staged", part))
    with ThreadPoolExecutor(1) as thread:
        staging: Future[None] | None = None
        rows = _texts(connection, 0)
        for low in range(0, behind, _CHUNK):
            coded = [(passage, vocabulary.encode(pieces)) for passage, text in rows if (pieces := forms(fold(text)))]
            if staging is not None:
                staging.result()
            rows = _texts(connection, low + _CHUNK)
            staging = thread.submit(_stage_portion, connection, coded, parts)
        if staging is not None:
            staging.result()
    return vocabulary


def _texts(connection: duckdb.DuckDBPyConnection, low: int) -> list[tuple[int, str]]:
    return connection.execute(statement("search/index_text"), {"low": low, "high": low + _CHUNK}).fetchall()


def _stage_portion(connection: duckdb.DuckDBPyConnection, coded: Sequence[tuple[int, str]], parts: int) -> None:
    columns = {"passages": [passage for passage, _ in coded], "codes": [codes for _, codes in coded]}
    connection.execute(statement("search/index_portion"))
    connection.execute(statement("search/index_stage"), columns)
    for part in range(parts):
        connection.execute(_of_part("search/index_part", part), {"part": part, "parts": parts})
    connection.execute("DROP TABLE portion")


def _of_part(name: str, part: int) -> str:
    """Return a statement that works on one part of the staged pieces."""
    return statement(name).replace("staged", f"staged_{part}")


def _sort(connection: duckdb.DuckDBPyConnection, parts: int) -> None:
    """Sort what was staged, one part after the other."""
    following = 0
    for part in range(parts):
        added = connection.execute(_of_part("search/index_term", part), {"next": following}).fetchall()[0][0]
        connection.execute(_of_part("search/index_posting", part), {"next": following})
        connection.execute(f"DROP TABLE staged_{part}")
        following += added


def _write_symbols(connection: duckdb.DuckDBPyConnection, vocabulary: _Vocabulary) -> None:
    known = sorted((stem(form), form) for form in vocabulary.numbers)
    values = {
        "stems": [stemmed for stemmed, _ in known],
        "forms": [form for _, form in known],
        "symbols": [vocabulary.numbers[form][0] for _, form in known],
        "variants": [vocabulary.numbers[form][1] for _, form in known],
    }
    connection.execute(statement("search/index_symbol"), values)


def _write_synonyms(
    connection: duckdb.DuckDBPyConnection, vocabulary: _Vocabulary, synonyms: Mapping[str, WordRow]
) -> None:
    rows = {
        (word, key(form)): forms(fold(form))
        for word, row in enumerate(synonyms.values())
        for form in (*row.zh, *row.en)
    }
    runs = [
        run for number, ((word, _), found) in enumerate(rows.items()) for run in vocabulary.runs(number, word, found)
    ]
    columns = ("forms", "words", "runs", "shifts", "symbols")
    values = {name: [run[place] for run in runs] for place, name in enumerate(columns)}
    connection.execute(statement("search/index_runs"))
    connection.execute(statement("search/index_run"), values)
    connection.execute(statement("search/index_word"))
    connection.execute("DROP TABLE run_term")
    connection.execute(statement("search/index_synonym"), _synonym_columns(synonyms))


def _synonym_columns(synonyms: Mapping[str, WordRow]) -> dict[str, list[object]]:
    rows: dict[tuple[str, int], list[str]] = {}
    for word, row in enumerate(synonyms.values()):
        every = list(dict.fromkeys((*row.zh, *row.en)))
        rows |= {(key(form), word): every for form in every if key(form)}
    return {
        "keys": [shared for shared, _ in rows],
        "words": [word for _, word in rows],
        "forms": list(rows.values()),
    }
