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
from policestats_tui.engine.search.analysis import fold, forms, stem
from policestats_tui.engine.search.locate import RUN, run_starts

_CHUNK = 20_000
_PART = 4_000_000
_VARIANTS = 0xFFFF
_LAST = 0xFFFF_FFFF


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
        if all(symbols):
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

    Texts are read and sorted in portions; DuckDB is held to `memory` meanwhile, and spills to disk beyond it.
    """
    with _memory_limit(connection, memory):
        connection.execute(statement("search/index_staged"))
        vocabulary = _stage(connection)
        _sort(connection)
        connection.execute(statement("search/index_facet"))
        connection.execute("DROP TABLE staged")
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


def _stage(connection: duckdb.DuckDBPyConnection) -> _Vocabulary:
    """Cut all passages into pieces, in portions: one is cut while DuckDB stages the one before."""
    vocabulary = _Vocabulary()
    behind = connection.execute("SELECT coalesce(max(id) + 1, 0) FROM passage").fetchall()[0][0]
    with ThreadPoolExecutor(1) as thread:
        staging: Future[object] | None = None
        rows = _texts(connection, 0)
        for low in range(0, behind, _CHUNK):
            coded = [(passage, vocabulary.encode(pieces)) for passage, text in rows if (pieces := forms(fold(text)))]
            if staging is not None:
                staging.result()
            rows = _texts(connection, low + _CHUNK)
            columns = {"passages": [passage for passage, _ in coded], "codes": [codes for _, codes in coded]}
            staging = thread.submit(connection.execute, statement("search/index_stage"), columns)
        if staging is not None:
            staging.result()
    return vocabulary


def _texts(connection: duckdb.DuckDBPyConnection, low: int) -> list[tuple[int, str]]:
    return connection.execute(statement("search/index_text"), {"low": low, "high": low + _CHUNK}).fetchall()


def _sort(connection: duckdb.DuckDBPyConnection) -> None:
    """Sort what was staged, by ranges of symbols that fit into memory."""
    following = 0
    for low, high in _parts(connection.execute(statement("search/index_symbol_sizes")).fetchall()):
        span = {"low": low, "high": high, "next": following}
        added = connection.execute(statement("search/index_term"), span).fetchall()[0][0]
        connection.execute(statement("search/index_posting"), span)
        following += added


def _parts(sizes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut symbols with their numbers of places into ranges of about `_PART` places."""
    low, places = 0, 0
    for symbol, size in sizes:
        places += size
        if places >= _PART:
            yield low, symbol
            low, places = symbol + 1, 0
    yield low, _LAST


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
    rows = [
        (found, form, word)
        for word, row in enumerate(synonyms.values())
        for form in dict.fromkeys((*row.zh, *row.en))
        if (found := forms(fold(form)))
    ]
    runs = [run for number, (found, _, word) in enumerate(rows) for run in vocabulary.runs(number, word, found)]
    columns = ("forms", "words", "runs", "shifts", "symbols")
    values = {name: [run[place] for run in runs] for place, name in enumerate(columns)}
    connection.execute(statement("search/index_runs"))
    connection.execute(statement("search/index_run"), values)
    connection.execute(statement("search/index_word"))
    connection.execute("DROP TABLE run_term")
    forms_of_words = {
        "keys": [" ".join(map(stem, found)) for found, _, _ in rows],
        "forms": [form for _, form, _ in rows],
        "words": [word for _, _, word in rows],
    }
    connection.execute(statement("search/index_synonym"), forms_of_words)
