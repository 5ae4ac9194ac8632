"""Every passage and every lit span that reading the whole text finds, and no other: on four corpora."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pytest

from bench.corpus import Generator
from policestats_tui.engine.assets import folder
from policestats_tui.engine.build.builder import build
from policestats_tui.engine.errors import QueryError
from policestats_tui.engine.lexicon import WordRow, shipped_lexicon
from policestats_tui.engine.search.engine import search
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.query import parse
from tests.engine.search.made import SYNONYMS, Number, Said, database, opened
from tests.engine.search.oracle import Oracle, Span
from tests.engine.search.sampling import Sampler

_OF_EACH_KIND = 12
_MANY = 300
_ALL = 1_000_000
"""More than there are passages: one page holds all hits."""


class Case:
    """A corpus with its index, its oracle, and queries drawn from it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, synonyms: Mapping[str, WordRow], seed: int) -> None:
        self.connection, self.index = connection, Index.of(connection)
        self.oracle = Oracle(connection, synonyms)
        texts = [text for (text,) in connection.execute("SELECT text FROM passage ORDER BY id").fetchall()]
        self.queries = list(dict.fromkeys(Sampler(self.oracle.sentences, texts, seed).queries(_OF_EACH_KIND)))
        words = [form for row in synonyms.values() for form in (*row.zh, *row.en)]
        self.queries += [word if re.fullmatch(r"[\w]+", word) else f'"{word}"' for word in words[:_MANY:7]]

    def found(self, query: str) -> dict[int, tuple[Span, ...]]:
        """Return what the index finds, with offsets in the passage."""
        results = search(self.index, query, limit=_ALL)
        assert results.total == len(results.hits)
        return {
            hit.passage: tuple((match.start - hit.start, match.end - hit.start) for match in hit.matches)
            for hit in results.hits
        }


def generated_case() -> Case:
    """Return sentences that the benchmark's generator made up."""
    sentences = [
        Said(one.text, [Number(one.text[f.start : f.end], f.value, f.unit) for f in one.figures
                        if one.text.index(one.text[f.start : f.end]) == f.start],
             f"{number // 100}.txt", one.language)
        for number, one in enumerate(Generator(seed=7).sentences(1_000))
    ]  # fmt: skip
    return Case(database(sentences), SYNONYMS, seed=11)


@pytest.fixture(scope="module")
def generated() -> Iterator[Case]:
    """The generated corpus."""
    case = generated_case()
    yield case
    case.connection.close()


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The corpus that ships."""
    out = tmp_path_factory.mktemp("embedded") / "embedded.duckdb"
    build([folder("data/briefings")], out, jobs=1)
    case = Case(opened(out), shipped_lexicon().searched(), seed=12)
    yield case
    case.connection.close()


@pytest.fixture(scope="module")
def real(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The real documents, where they are."""
    out = tmp_path_factory.mktemp("real") / "real.duckdb"
    build([seeds], out, jobs=1)
    case = Case(opened(out), shipped_lexicon().searched(), seed=13)
    yield case
    case.connection.close()


def disagreements(case: Case) -> list[str]:
    """Return the queries that the index answers otherwise than the oracle, each with the first difference."""
    wrong: list[str] = []
    for query in case.queries:
        try:
            asked = parse(query)
        except QueryError as error:
            wrong.append(f"{query}: {error}")
            continue
        expected, found = case.oracle.answer(asked.root), case.found(query)
        if expected != found:
            differing = [p for p in {**expected, **found} if expected.get(p) != found.get(p)]
            wrong.append(f"{query}: {[(p, expected.get(p), found.get(p)) for p in differing[:2]]}")
    return wrong


def test_generated_corpus_is_answered_as_the_oracle_answers(generated: Case) -> None:
    assert len(generated.queries) >= 200
    assert disagreements(generated) == []


def test_embedded_corpus_is_answered_as_the_oracle_answers(embedded: Case) -> None:
    assert len(embedded.queries) >= 200
    assert disagreements(embedded) == []


def test_real_documents_are_answered_as_the_oracle_answers(real: Case) -> None:
    assert len(real.queries) >= 200
    assert disagreements(real) == []
