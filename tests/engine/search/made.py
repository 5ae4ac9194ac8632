"""Databases made straight from the schema, for tests of search that need no extraction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from policestats_tui.engine.assets import folder
from policestats_tui.engine.lexicon import WordRow
from policestats_tui.engine.search.index import build_index

_BATCH = 200

SYNONYMS = {
    "arrest": WordRow("arrest", ("抓获", "逮捕", "缉捕归案"), ("arrested", "captured", "took into custody")),
    "telecom-fraud": WordRow(
        "telecom-fraud", ("电信网络诈骗", "电诈"), ("telecom fraud", "telecommunications and network fraud")
    ),
    "solve": WordRow("solve", ("破获", "侦破"), ("solved", "cracked")),
}


@dataclass(frozen=True)
class Number:
    """A figure by its words in the sentence, with its value and unit."""

    words: str
    value: float
    unit: str = "count"
    measure: str = "case-solved"
    kind: str = "level"


@dataclass(frozen=True)
class Said:
    """A sentence of a document, with its figures and who says it."""

    text: str
    numbers: Sequence[Number] = ()
    doc: str = "one.txt"
    language: str = "zh"
    speaker: str | None = None
    campaign: str | None = None


def empty_database() -> duckdb.DuckDBPyConnection:
    """Return a database in memory with the tables of the schema."""
    connection = duckdb.connect()
    for schema in sorted((folder("sql") / "schema").glob("*.sql")):
        connection.execute(schema.read_text(encoding="utf-8"))
    return connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows to a table; columns that a row lacks are empty or zero."""
    columns = connection.execute(f'DESCRIBE "{table}"').fetchall()
    filled = [[row.get(name, _empty(kind, null)) for name, kind, null, *_ in columns] for row in rows]
    marks = f"({', '.join('?' for _ in columns)})"
    for first in range(0, len(filled), _BATCH):
        batch = filled[first : first + _BATCH]
        values = [value for row in batch for value in row]
        connection.execute(f'INSERT INTO "{table}" VALUES {", ".join([marks] * len(batch))}', values)


def _empty(kind: str, null: str) -> object:
    if null == "YES":
        return None
    if kind.endswith("[]"):
        return []
    return "" if kind == "VARCHAR" else 0


def database(sentences: Sequence[Said], synonyms: Mapping[str, WordRow] = SYNONYMS) -> duckdb.DuckDBPyConnection:
    """Return a database of sentences with its index; documents are in order of first appearance."""
    connection = empty_database()
    docs = list(dict.fromkeys(said.doc for said in sentences))
    speakers = list(dict.fromkeys(said.speaker for said in sentences if said.speaker))
    campaigns = dict.fromkeys(said.campaign for said in sentences if said.campaign)
    languages = {said.doc: said.language for said in sentences}
    insert(connection, "document", (
        {"id": number, "doc": doc, "briefing": doc.partition(".")[0], "title": doc, "language": languages[doc],
         "held": f"{2020 + number % 4}-05", "region": "north", "form": "original", "text": ""}
        for number, doc in enumerate(docs)
    ))  # fmt: skip
    insert(connection, "speaker", ({"id": number, "name": name} for number, name in enumerate(speakers)))
    insert(connection, "campaign", ({"id": one, "name_en": one.title(), "parent": one.rpartition("/")[0] or None}
                                    for one in campaigns))  # fmt: skip
    insert(connection, "measure", (
        {"id": "case-solved", "object": "case", "action": "solved", "name_zh": "破获案件", "name_en": "cases solved"},
        {"id": "suspect-arrested", "object": "suspect", "action": "arrested", "name_zh": "抓获嫌疑人",
         "name_en": "suspects arrested"},
    ))  # fmt: skip
    turns, passages, figures = _rows(sentences, docs, speakers)
    insert(connection, "turn", turns)
    insert(connection, "passage", passages)
    insert(connection, "figure", figures)
    build_index(connection, synonyms)
    return connection


_Rows = list[dict[str, object]]


def _rows(sentences: Sequence[Said], docs: Sequence[str], speakers: Sequence[str]) -> tuple[_Rows, _Rows, _Rows]:
    turns: _Rows = []
    passages: _Rows = []
    figures: _Rows = []
    lengths = dict.fromkeys(docs, 0)
    for number, said in enumerate(sorted(sentences, key=lambda said: docs.index(said.doc))):
        start = lengths[said.doc]
        end = start + len(said.text)
        lengths[said.doc] = end + 1
        document = docs.index(said.doc)
        where = {"document": document, "start": start, "end": end, "text": said.text, "campaign": said.campaign}
        if said.speaker:
            turns.append({"id": len(turns), "document": document, "start": start, "end": end, "kind": "answer",
                          "speaker": speakers.index(said.speaker)})  # fmt: skip
        passages.append(where | {"id": number, "paragraph": number, "turn": len(turns) - 1 if said.speaker else None})
        for told in said.numbers:
            place = start + said.text.index(told.words)
            figures.append({
                "id": len(figures), "claim": len(figures), "document": document, "passage": number, "start": place,
                "end": place + len(told.words), "text": told.words, "value": told.value, "unit": told.unit,
                "precision": 1, "kind": told.kind, "measure": told.measure, "region": "south",
                "campaign": said.campaign, "period": "2019", "first_day": "2019-01-01", "last_day": "2019-12-31",
            })  # fmt: skip
    return turns, passages, figures


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a built file as the program does."""
    connection = duckdb.connect()
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS corpus (READ_ONLY)")
    connection.execute("USE corpus")
    return connection
