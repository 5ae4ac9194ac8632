"""Our index over made-up sentences, as an engine that is timed beside its peers."""

import resource
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.corpus import Generator, Sentence
from bench.search_engines import PAGE, PORTION, attach, batched
from bench.search_queries import Question
from policestats_tui import __version__
from policestats_tui.engine import duck
from policestats_tui.engine.assets import folder, statement
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.search import sets
from policestats_tui.engine.search.answer import answer
from policestats_tui.engine.search.engine import Order, search
from policestats_tui.engine.search.index import build_index
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.query import parse
from policestats_tui.engine.store import SCHEMA_VERSION

_DOCUMENT = 50
"""How many sentences make a document."""


def write_passages(connection: duck.Connection, sentences: Iterable[Sentence]) -> int:
    """Fill the tables that the index is built from; return how many bytes of text there are."""
    for schema in sorted((folder("sql") / "schema").glob("*.sql")):
        connection.execute(schema.read_text(encoding="utf-8"))
    size = 0
    for number, portion in enumerate(batched(sentences)):
        size += sum(len(sentence.text.encode()) for sentence in portion)
        _write_portion(connection, portion, number * PORTION)
    return size


def _write_portion(connection: duck.Connection, sentences: Sequence[Sentence], first: int) -> None:
    figures = [(first + number, stated) for number, one in enumerate(sentences) for stated in one.figures]
    connection.execute(
        """
        INSERT INTO passage
        SELECT id, id // $document, 0, length(text), 0, NULL, NULL, text
        FROM (SELECT CAST(unnest(range($first, $first + len($texts))) AS UINTEGER) AS id, unnest($texts) AS text)
        """,
        {"texts": [one.text for one in sentences], "first": first, "document": _DOCUMENT},
    )
    connection.execute(
        """
        INSERT INTO figure BY NAME
        SELECT
            *, (SELECT count(*) FROM figure) + row_number() OVER () AS id, 0 AS claim,
            passage // $document AS document, '' AS text, 1 AS precision, 'exact' AS qualifier, 'level' AS kind,
            'case-solved' AS measure, 'case' AS object, 'solved' AS action, '' AS label, 'general' AS topic,
            'china' AS region, '2020' AS period, 'aggregate' AS scope, false AS marginal, [] AS why
        FROM (
            SELECT
                unnest($passages) AS passage, unnest($starts) AS start, unnest($ends) AS "end",
                unnest($values) AS value, unnest($units) AS unit
        )
        """,
        {
            "passages": [passage for passage, _ in figures], "starts": [stated.start for _, stated in figures],
            "ends": [stated.end for _, stated in figures], "values": [stated.value for _, stated in figures],
            "units": [stated.unit for _, stated in figures], "document": _DOCUMENT,
        },
    )  # fmt: skip
    documents = {"low": first // _DOCUMENT, "high": (first + len(sentences) - 1) // _DOCUMENT}
    connection.execute(
        """
        INSERT OR IGNORE INTO document BY NAME
        SELECT
            id, id || '.txt' AS doc, id || '' AS briefing, if(id % 2 = 0, 'zh', 'en') AS language, '2020' AS held,
            'china' AS region, 'original' AS form, [] AS inferred, 0 AS body, 0 AS figures, '' AS text
        FROM range($low, $high + 1) AS numbered(id)
        """,
        documents,
    )


class Ours:
    """The index of this project, in reading order or by relevance."""

    def __init__(self, index: Index, order: Order) -> None:
        self.name = f"ours, by {order}" if order == "relevance" else "ours"
        self._index = index
        self._order: Order = order

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        results = search(self._index, question.text, limit=PAGE, order=self._order)
        return results.total, [hit.text for hit in results.hits]

    def all_numbers(self, question: Question) -> set[int]:
        found = answer(self._index, parse(question.text))
        return set(sets.page(found.passages, found.bits, 0, found.total))


@dataclass(frozen=True)
class Built:
    """What building our index took: seconds, bytes of the index and of the text, peak bytes of memory."""

    seconds: float
    size: int
    text: int
    peak: int


def built(path: Path, sentences: int) -> Built:
    """Write a database of made-up sentences, and build and save its index."""
    with attach(path) as connection:
        text = write_passages(connection, Generator().sentences(sentences))
        connection.execute("CHECKPOINT corpus")
        before = path.stat().st_size
        begin = time.perf_counter()
        build_index(connection, shipped_lexicon().searched())
        connection.execute("CHECKPOINT corpus")
        seconds = time.perf_counter() - begin
        _write_meta(connection, sentences)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Built(seconds, path.stat().st_size - before, text, peak)


def _write_meta(connection: duck.Connection, sentences: int) -> None:
    """Make the file one that the program opens."""
    connection.execute(
        statement("load/meta"),
        {
            "schema_version": SCHEMA_VERSION,
            "program_version": __version__,
            "built": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
            "corpus_hash": f"generated {sentences}",
        },
    )
    connection.execute("CHECKPOINT corpus")
