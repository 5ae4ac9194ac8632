"""Writes the search index of a database, at the end of its build.

The index is one row for each piece of each passage, sorted by the four pieces that begin there. Whatever is searched
for, a character, a word or a phrase of up to four pieces, then is one stretch of neighbouring rows: no join, and no
guess about which words people will look for.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from policestats_tui.engine import duck
from policestats_tui.engine.assets import statement
from policestats_tui.engine.lexicon import WordRow
from policestats_tui.engine.search.analysis import fold, forms, key, stem
from policestats_tui.engine.search.sets import bits
from policestats_tui.engine.search.symbols import Vocabulary

_CHUNK = 40_000
_PART = 160_000


def build_index(connection: duck.Connection, synonyms: Mapping[str, WordRow], *, memory: str = "600MB") -> None:
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
        connection.execute("DROP TABLE size")
        _write_symbols(connection, vocabulary)
        _write_synonyms(connection, vocabulary, synonyms)
        if behind:
            connection.execute(statement("search/index_set"), {"last": bits(behind - 1) - 1})


@contextmanager
def _memory_limit(connection: duck.Connection, memory: str) -> Iterator[None]:
    before = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]
    connection.execute(f"SET memory_limit = '{memory}'")
    try:
        yield
    finally:
        connection.execute(f"SET memory_limit = '{before}'")


def _stage(connection: duck.Connection, behind: int, parts: int) -> Vocabulary:
    """Cut all passages into pieces, in portions: one is cut while DuckDB stages the one before."""
    vocabulary = Vocabulary()
    connection.execute(statement("search/index_sizes"))
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


def _texts(connection: duck.Connection, low: int) -> list[tuple[int, str]]:
    return connection.execute(statement("search/index_text"), {"low": low, "high": low + _CHUNK}).fetchall()


def _stage_portion(connection: duck.Connection, coded: Sequence[tuple[int, str]], parts: int) -> None:
    passages = [passage for passage, _ in coded]
    codes = [codes for _, codes in coded]
    sizes = [one.count(" ") + 1 for one in codes]
    connection.execute(statement("search/index_size"), {"passages": passages, "sizes": sizes})
    connection.execute(statement("search/index_portion"))
    connection.execute(statement("search/index_stage"), {"passages": passages, "codes": codes})
    for part in range(parts):
        connection.execute(_of_part("search/index_part", part), {"part": part, "parts": parts})
    connection.execute("DROP TABLE portion")


def _of_part(name: str, part: int) -> str:
    """Return a statement that works on one part of the staged pieces."""
    return statement(name).replace("staged", f"staged_{part}")


def _sort(connection: duck.Connection, parts: int) -> None:
    """Sort what was staged, one part after the other."""
    for part in range(parts):
        connection.execute(_of_part("search/index_posting", part))
        connection.execute(f"DROP TABLE staged_{part}")


def _write_symbols(connection: duck.Connection, vocabulary: Vocabulary) -> None:
    known = sorted((stem(form), form) for form in vocabulary.given)
    values = {
        "stems": [stemmed for stemmed, _ in known],
        "forms": [form for _, form in known],
        "symbols": [vocabulary.given[form][0] for _, form in known],
        "variants": [vocabulary.given[form][1] for _, form in known],
    }
    connection.execute(statement("search/index_symbol"), values)


def _write_synonyms(connection: duck.Connection, vocabulary: Vocabulary, synonyms: Mapping[str, WordRow]) -> None:
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
    connection.execute("DROP TABLE run")
    connection.execute(statement("search/index_synonym"), _synonym_columns(synonyms))


def _synonym_columns(synonyms: Mapping[str, WordRow]) -> dict[str, list[object]]:
    rows = [
        (word, key(form), form)
        for word, row in enumerate(synonyms.values())
        for form in dict.fromkeys((*row.zh, *row.en))
        if key(form)
    ]
    return {name: [row[place] for row in rows] for place, name in enumerate(("words", "keys", "forms"))}
