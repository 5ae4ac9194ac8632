"""The engines that ours is timed beside: SQLite FTS5 with trigrams and with jieba, tantivy, ripgrep, and a DuckDB scan.

Every peer gets its best plain form: it is given our folded text where it cannot fold Chinese itself, and the same
question in its own language. What it cannot express, a stem or a word of two characters, shows as recall.
"""

import re
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, Protocol, TypeVar

import jieba
import tantivy

from bench.search_queries import Clause, Question, Term
from policestats_tui.engine import duck
from policestats_tui.engine.search.analysis import CJK, fold, forms, stem

PAGE = 50
Item = TypeVar("Item")

PORTION = 20_000
"""How many sentences are written at a time."""
_CHINESE = re.compile(f"[{CJK}]")
_GROUP, _TRIGRAM = 3, 3


class Engine(Protocol):
    """Something that can be asked."""

    name: str

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        """Return how many sentences answer, and the texts of the first fifty."""

    def all_numbers(self, question: Question) -> set[int]:
        """Return the numbers of all sentences that answer."""


def is_chinese(text: str) -> bool:
    """Whether a term is to be found as characters."""
    return _CHINESE.search(text) is not None


def batched(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists of `PORTION`."""
    iterator = iter(items)
    while portion := list(islice(iterator, PORTION)):
        yield portion


def attach(path: Path) -> duck.Connection:
    """Open a file as the program builds it: attached to an instance of its own."""
    connection = duck.connect()
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS corpus (STORAGE_VERSION 'v1.5.0')")
    connection.execute("USE corpus")
    return connection


# DuckDB without an index


class Scan:
    """A scan of the texts with `contains` and `regexp_matches`."""

    name = "DuckDB scan"

    def __init__(self, path: Path) -> None:
        self._connection = attach(path)

    def build(self, texts: Iterable[str]) -> None:
        """Write the texts."""
        self._connection.execute("CREATE TABLE passage (id UINTEGER PRIMARY KEY, text VARCHAR)")
        for first, portion in enumerate(batched(texts)):
            self._connection.execute(
                """INSERT INTO passage
                SELECT CAST(unnest(range($first, $first + len($texts))) AS UINTEGER), unnest($texts)""",
                {"first": first * PORTION, "texts": portion},
            )
        self._connection.execute("CHECKPOINT corpus")

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        where = " AND ".join(map(self._clause, question.clauses))
        rows = self._connection.execute(
            f"SELECT count(*), min(id, {PAGE}) FROM passage WHERE {where}"
        ).fetchall()  # fmt: skip
        total, numbers = rows[0]
        among = ", ".join(map(str, numbers or [-1]))
        texts = self._connection.execute(f"SELECT text FROM passage WHERE id IN ({among}) ORDER BY id").fetchall()
        return total, [text for (text,) in texts]

    def all_numbers(self, question: Question) -> set[int]:
        where = " AND ".join(map(self._clause, question.clauses))
        return {number for (number,) in self._connection.execute(f"SELECT id FROM passage WHERE {where}").fetchall()}

    def _clause(self, clause: Clause) -> str:
        either = " OR ".join(map(self._term, clause.terms))
        return f"NOT ({either})" if clause.negated else f"({either})"

    def _term(self, term: Term) -> str:
        if is_chinese(term.text):
            return f"contains(text, {_literal(fold(term.text))})"
        return f"regexp_matches(text, {_literal(pattern(term))})"


def pattern(term: Term, border: str = r"\b") -> str:
    """Return a regular expression for a term: Chinese as it is, words from their start by what the stem leaves."""
    if is_chinese(term.text):
        return re.escape(fold(term.text))
    return "[^a-z0-9]*".join(_piece(piece, term.exact, border) for piece in term.pieces)


def _piece(piece: str, exact: bool, border: str) -> str:
    if piece.isdigit() and len(piece) > _GROUP:
        return f"{border}{piece[:-_GROUP]},?{piece[-_GROUP:]}{border}"
    if piece[0].isdigit() or exact:
        return f"{border}{re.escape(piece)}{border}"
    return f"{border}{stem(piece)}[a-z]*" if piece.isalpha() else re.escape(piece)


# ripgrep


class Ripgrep:
    """ripgrep over one file with a sentence a line."""

    name = "ripgrep"

    def __init__(self, path: Path) -> None:
        self._path = path

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        lines = self._lines(question)
        return len(lines), [line.partition(":")[2] for line in lines[:PAGE]]

    def all_numbers(self, question: Question) -> set[int]:
        return {int(line.partition(":")[0]) - 1 for line in self._lines(question)}

    def _lines(self, question: Question) -> list[str]:
        """Pipe one ripgrep into the next, one for each clause; the first numbers the lines."""
        found: bytes | None = None
        for clause in sorted(question.clauses, key=lambda clause: clause.negated):
            command = [
                "rg",
                "--no-config",
                "--color=never",
                "-n" if found is None else "-N",
                *(["-v"] * clause.negated),
            ]
            for term in clause.terms:
                # Unicode's word borders would take ripgrep ten times as long.
                command += ["-e", pattern(term, border=r"(?-u:\b)")]
            place = [str(self._path)] if found is None else ["-"]
            found = subprocess.run([*command, *place], input=found, capture_output=True, check=False).stdout
        return (found or b"").decode().splitlines()


# SQLite FTS5


class Trigrams:
    """FTS5 with its trigram tokenizer; terms below three characters are read from the table."""

    name = "FTS5 trigram"

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)

    def build(self, texts: Iterable[str]) -> None:
        """Write and index the texts."""
        self._connection.execute("CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT)")
        self._connection.execute(
            "CREATE VIRTUAL TABLE found USING fts5(text, content=passage, content_rowid=id, tokenize='trigram')"
        )
        self._connection.executemany("INSERT INTO passage VALUES (?, ?)", enumerate(texts))
        self._connection.execute("INSERT INTO found(found) VALUES ('rebuild')")
        self._connection.execute("INSERT INTO found(found) VALUES ('optimize')")
        self._connection.commit()

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        where = self._where(question)
        total = self._connection.execute(f"SELECT count(*) FROM {where}").fetchone()[0]
        rows = self._connection.execute(f"SELECT text FROM {where} ORDER BY id LIMIT {PAGE}").fetchall()
        return total, [text for (text,) in rows]

    def all_numbers(self, question: Question) -> set[int]:
        return {number for (number,) in self._connection.execute(f"SELECT id FROM {self._where(question)}")}

    def _where(self, question: Question) -> str:
        if all(len(term.text) >= _TRIGRAM for clause in question.clauses for term in clause.terms):
            matched = f"SELECT rowid FROM found WHERE found MATCH {_literal(boolean(question, self._match))}"
            return f"passage WHERE id IN ({matched})"
        return "passage WHERE " + " AND ".join(map(self._clause, question.clauses))

    def _clause(self, clause: Clause) -> str:
        either = " OR ".join(map(self._term, clause.terms))
        return f"NOT ({either})" if clause.negated else f"({either})"

    def _term(self, term: Term) -> str:
        if len(term.text) < _TRIGRAM:
            return f"text LIKE {_literal(f'%{fold(term.text)}%')}"
        return f"id IN (SELECT rowid FROM found WHERE found MATCH {_literal(self._match(term))})"

    @staticmethod
    def _match(term: Term) -> str:
        return '"' + fold(term.text).replace('"', '""') + '"'


class Jieba:
    """FTS5 with texts and terms cut into words by jieba, and Porter's stems."""

    name = "FTS5 jieba"

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        jieba.setLogLevel("ERROR")
        jieba.initialize()

    def build(self, texts: Iterable[str]) -> None:
        """Write the texts, and index their words."""
        self._connection.execute("CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT)")
        self._connection.execute(
            "CREATE VIRTUAL TABLE found USING fts5(words, content='', tokenize='porter unicode61')"
        )
        for number, text in enumerate(texts):
            self._connection.execute("INSERT INTO passage VALUES (?, ?)", (number, text))
            self._connection.execute("INSERT INTO found(rowid, words) VALUES (?, ?)", (number, _cut(text)))
        self._connection.execute("INSERT INTO found(found) VALUES ('optimize')")
        self._connection.commit()

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        match = boolean(question, self._match)
        total = self._connection.execute("SELECT count(*) FROM found WHERE found MATCH ?", (match,)).fetchone()[0]
        rows = self._connection.execute(
            f"""SELECT text FROM passage WHERE id IN
            (SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid LIMIT {PAGE}) ORDER BY id""", (match,)
        ).fetchall()  # fmt: skip
        return total, [text for (text,) in rows]

    def all_numbers(self, question: Question) -> set[int]:
        match = boolean(question, self._match)
        return {
            number for (number,) in self._connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (match,))
        }

    @staticmethod
    def _match(term: Term) -> str:
        return '"' + _cut(term.text).replace('"', '""') + '"'


def _cut(text: str) -> str:
    folded = fold(text)
    return " ".join(jieba.cut(folded)) if is_chinese(folded) else folded


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def boolean(question: Question, match: Callable[[Term], str]) -> str:
    """Return a question in the language of FTS5."""
    parts = {negated: [c for c in question.clauses if c.negated is negated] for negated in (False, True)}
    said = " AND ".join(f"({' OR '.join(map(match, clause.terms))})" for clause in parts[False])
    return said + "".join(f" NOT ({' OR '.join(map(match, clause.terms))})" for clause in parts[True])


# tantivy


class Tantivy:
    """tantivy over our pieces: pairs of neighbouring Chinese characters, single ones apart, stems."""

    name = "tantivy"

    def __init__(self, path: Path) -> None:
        path.mkdir()
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("id", stored=True)
        builder.add_bytes_field("text", stored=True)
        builder.add_text_field("pairs", tokenizer_name="whitespace")
        builder.add_text_field("single", tokenizer_name="whitespace", index_option="basic")
        builder.add_text_field("exact", tokenizer_name="whitespace")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, str(path))
        self._numbers: dict[tuple[int, int], int] = {}

    def build(self, texts: Iterable[str]) -> None:
        """Write and index the texts."""
        writer = self._index.writer(128_000_000, 1)
        for number, text in enumerate(texts):
            written = forms(fold(text))
            stems = list(map(stem, written))
            document = tantivy.Document()
            document.add_unsigned("id", number)
            document.add_bytes("text", text.encode())
            document.add_text("pairs", " ".join(_pairs(stems, whole=True)))
            document.add_text("single", " ".join({piece for piece in stems if is_chinese(piece)}))
            document.add_text("exact", " ".join(piece for piece in written if not is_chinese(piece)))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def first_page(self, question: Question) -> tuple[int, list[str]]:
        # The stubs of tantivy leave out what a result counts.
        result: Any = self._searcher.search(self._query(question), PAGE, count=True)
        total: int = result.count
        return total, [self._searcher.doc(place)["text"][0].decode() for _, place in result.hits]

    def all_numbers(self, question: Question) -> set[int]:
        if not self._numbers:
            everything = self._searcher.search(tantivy.Query.all_query(), self._searcher.num_docs).hits
            self._numbers = {(at.segment_ord, at.doc): self._searcher.doc(at)["id"][0] for _, at in everything}
        hits = self._searcher.search(self._query(question), max(len(self._numbers), 1)).hits
        return {self._numbers[at.segment_ord, at.doc] for _, at in hits}

    def _query(self, question: Question) -> tantivy.Query:
        return tantivy.Query.boolean_query([
            (tantivy.Occur.MustNot if clause.negated else tantivy.Occur.Must,
             tantivy.Query.boolean_query([(tantivy.Occur.Should, self._term(term)) for term in clause.terms]))
            for clause in question.clauses
        ])  # fmt: skip

    def _term(self, term: Term) -> tantivy.Query:
        words: list[str | tuple[int, str]]
        if term.exact and not is_chinese(term.text):
            field, words = "exact", list(term.pieces)
        elif len(term.pieces) == 1 and is_chinese(term.text):
            field, words = "single", list(term.pieces)
        else:
            field, words = "pairs", [*_pairs(term.stems, whole=False)]
        if len(words) == 1:
            return tantivy.Query.term_query(self._schema, field, words[0], "basic")
        return tantivy.Query.phrase_query(self._schema, field, words)


def _is_character(piece: str) -> bool:
    return is_chinese(piece) or not (piece[0].isalnum() or piece == "%")


def _pairs(pieces: Sequence[str], *, whole: bool) -> list[str]:
    """Return each piece, characters with the character that follows; the last of a query that goes on has no token."""
    tokens = [
        left + right if _is_character(left) and _is_character(right) else left for left, right in pairwise(pieces)
    ]
    return [*tokens, pieces[-1]] if whole or not _is_character(pieces[-1]) else tokens
