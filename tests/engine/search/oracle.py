"""What the search index must answer, found by reading every passage from its first character to its last.

Written from the description of the query language (docs/search.md), without the index, its pieces or its SQL.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import duckdb
import opencc
import snowballstemmer

from policestats_tui.engine.lexicon import WordRow
from policestats_tui.engine.search.nodes import All, Amount, AnyOf, Field, Node, Not, Words, wanted

_CHINESE = (
    "CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA", "KATAKANA", "HANGUL SYLLABLE", "BOPOMOFO",
    "IDEOGRAPHIC ITERATION", "IDEOGRAPHIC NUMBER ZERO",
)  # fmt: skip
_SIMPLIFIED = opencc.OpenCC("t2s")
_STEMMER = snowballstemmer.stemmer("english")
_SHAPES = {
    **dict.fromkeys("“”„‟«»「」『』〝〞〟", '"'),
    **dict.fromkeys("‘’‚‛‹›`", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_GRAMS = {"g": 1, "kg": 1000, "t": 1_000_000}

Span = tuple[int, int]


@cache
def compared(char: str) -> str:
    """Return what a character is compared as."""
    if unicodedata.category(char[0]) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(char[0], ""):
        return ""
    plain = "".join(_simplified(one) for one in unicodedata.normalize("NFKC", char))
    return "".join(_SHAPES.get(one, one) for one in plain.casefold())


@cache
def _simplified(char: str) -> str:
    new: str = _SIMPLIFIED.convert(char)
    return new if len(new) == 1 else char


@cache
def _stem(word: str) -> str:
    stemmed: str = _STEMMER.stemWord(word) if word.isascii() else word
    return stemmed


@cache
def sort_of(char: str) -> str:
    """Return `chinese`, `letter`, `digit`, `sign` (percent), `space` or `mark`."""
    if char.isspace():
        return "space"
    if unicodedata.name(char, "").startswith(_CHINESE):
        return "chinese"
    if char in "0123456789":
        return "digit"
    if char in "%‰":
        return "sign"
    return "letter" if char.isalpha() else "mark"


class Text:
    """A text as it is compared, with the offsets of its characters, and its words and numbers."""

    def __init__(self, original: str) -> None:
        self.chars = ""
        self.sources: list[Span] = []
        for start, end in _clusters(original):
            folded = compared(original[start:end])
            self.chars += folded
            self.sources += [(start, end)] * len(folded)
        self.words: dict[int, int] = {m.start(): m.end() for m in re.finditer(r"\w+", self._masked("letter"))}
        self.numbers: dict[int, tuple[int, str]] = dict(self._numbers())

    def _masked(self, sort: str) -> str:
        return "".join("x" if sort_of(char) == sort else " " for char in self.chars)

    def _numbers(self) -> Iterator[tuple[int, tuple[int, str]]]:
        place = 0
        while place < len(self.chars):
            if sort_of(self.chars[place]) != "digit":
                place += 1
                continue
            end = self._number_end(place)
            written = self.chars[place:end].replace(",", "")
            yield place, (end, written)
            place = end

    def _digits_from(self, place: int) -> int:
        while place < len(self.chars) and self.chars[place] in "0123456789":
            place += 1
        return place

    def _number_end(self, place: int) -> int:
        """Read one number: digits, thousands after commas, decimals after a point; a date with points is no decimal."""
        whole = self._digits_from(place)
        grouped = whole
        while (
            whole - place <= 3
            and self.chars[grouped : grouped + 1] == ","
            and self._digits_from(grouped + 1) == grouped + 4
        ):
            grouped += 4
        if grouped > whole:
            whole = grouped
        fraction = self._digits_from(whole + 1)
        if self.chars[whole : whole + 1] != "." or fraction == whole + 1:
            return whole
        if grouped > place and self.chars[grouped - 4 : grouped - 3] == ",":
            return fraction
        behind = self.chars[fraction : fraction + 1] == "." and self._digits_from(fraction + 1) > fraction + 1
        before = place >= 2 and self.chars[place - 1] == "." and sort_of(self.chars[place - 2]) == "digit"
        return whole if behind or before else fraction


def _clusters(text: str) -> Iterator[Span]:
    place = 0
    while place < len(text):
        end = place + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield place, end
        place = end


@dataclass(frozen=True)
class Element:
    """A character, mark, word or number of what is looked for."""

    sort: str
    value: str

    @property
    def strict(self) -> bool:
        """Whether only spaces may stand beside it."""
        return self.sort in ("chinese", "mark")


def elements(wanted_text: str) -> list[Element]:
    """Cut what is looked for; marks count only where they touch a Chinese character."""
    text = Text(wanted_text)
    found: list[Element] = []
    place = 0
    while place < len(text.chars):
        sort = sort_of(text.chars[place])
        end = place + 1
        if place in text.words:
            end = text.words[place]
        elif place in text.numbers:
            end, number = text.numbers[place]
            found.append(Element("number", number))
        if sort not in ("space", "digit"):
            found.append(Element("word" if sort == "letter" else sort, text.chars[place:end]))
        place = end
    return [one for number, one in enumerate(found) if one.sort != "mark" or _touches_chinese(found, number)]


def _touches_chinese(found: Sequence[Element], place: int) -> bool:
    before, behind = place, place
    while before >= 0 and found[before].sort == "mark":
        before -= 1
    while behind < len(found) and found[behind].sort == "mark":
        behind += 1
    return (before >= 0 and found[before].sort == "chinese") or (
        behind < len(found) and found[behind].sort == "chinese"
    )


def _same_number(left: str, right: str) -> bool:
    if "." in left:
        left = left.rstrip("0").rstrip(".")
    if "." in right:
        right = right.rstrip("0").rstrip(".")
    return left == right


def _end_of(text: Text, place: int, element: Element, exact: bool) -> int | None:
    """Return where the element ends that begins at `place`, None where it does not stand there."""
    if element.sort == "word":
        end = text.words.get(place)
        if end is None:
            return None
        word = text.chars[place:end]
        same = word == element.value if exact else _stem(word) == _stem(element.value)
        return end if same else None
    if element.sort == "number":
        end, number = text.numbers.get(place, (place, ""))
        same = number == element.value if exact else _same_number(number, element.value)
        return end if number and same else None
    return place + 1 if text.chars[place : place + 1] == element.value else None


def _skipped(text: Text, place: int, loose: bool) -> int:
    while place < len(text.chars) and sort_of(text.chars[place]) in (("space", "mark") if loose else ("space",)):
        place += 1
    return place


def _stands(text: Text, place: int, sequence: Sequence[Element], exact: bool) -> int | None:
    end = _end_of(text, place, sequence[0], exact)
    for before, element in pairwise(sequence):
        if end is None:
            return None
        end = _end_of(text, _skipped(text, end, not before.strict and not element.strict), element, exact)
    return end


def spans(text: Text, sequence: Sequence[Element], exact: bool) -> Iterator[Span]:
    """Yield every span of the original text where the sequence stands."""
    first = sequence[0]
    if first.sort == "word":
        starts = list(text.words)
    elif first.sort == "number":
        starts = list(text.numbers)
    else:
        starts = [match.start() for match in re.finditer(re.escape(first.value), text.chars)]
    for start in starts:
        end = _stands(text, start, sequence, exact)
        if end is not None:
            yield text.sources[start][0], text.sources[end - 1][1]


def without_overlaps(found: set[Span]) -> tuple[Span, ...]:
    """Return spans in order: the first wins, of those that begin together the longest."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


@dataclass(frozen=True)
class Told:
    """A row of the table `figure`, with offsets in its passage."""

    start: int
    end: int
    value: float
    unit: str
    measure: str
    kind: str


@dataclass(frozen=True)
class Sentence:
    """A row of the table `passage`, with what fields ask about."""

    passage: int
    start: int
    text: Text
    figures: tuple[Told, ...]
    doc: str
    language: str


class Oracle:
    """Answers queries on a database from its tables of texts and figures."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, synonyms: Mapping[str, WordRow]) -> None:
        told: dict[int, list[Told]] = {}
        for passage, *row in connection.execute(
            """SELECT passage, figure.start - passage.start, figure."end" - passage.start, value, unit, measure, kind
            FROM figure JOIN passage ON passage.id = passage ORDER BY figure.id"""
        ).fetchall():
            told.setdefault(passage, []).append(Told(*row))
        self.sentences = [
            Sentence(passage, start, Text(text), tuple(told.get(passage, ())), doc, language)
            for passage, start, text, doc, language in connection.execute(
                """SELECT passage.id, start, passage.text, doc, language
                FROM passage JOIN document ON document.id = document ORDER BY passage.id"""
            ).fetchall()
        ]
        self._asked: dict[Words, list[list[Element]]] = {}
        self._groups = [[cut for form in (*row.zh, *row.en) if (cut := elements(form))] for row in synonyms.values()]

    def answer(self, root: Node) -> dict[int, tuple[Span, ...]]:
        """Return the passages that answer a query, in order, with the spans to light in each."""
        answers: dict[int, tuple[Span, ...]] = {}
        for sentence in self.sentences:
            if self._holds(root, sentence):
                found = {span for node in self._lit(root) for span in self._spans(node, sentence)}
                answers[sentence.passage] = without_overlaps(found)
        return answers

    def _lit(self, root: Node) -> list[Words | Amount | tuple[Field, ...]]:
        """Return what is lit; fields that ask of a figure and stand together ask of one figure."""
        parts: list[Words | Amount | tuple[Field, ...]] = [n for n in wanted(root) if not isinstance(n, Field)]
        return [*parts, *_figure_fields(root)]

    def _holds(self, node: Node, sentence: Sentence) -> bool:
        if isinstance(node, All):
            fields = tuple(part for part in node.nodes if isinstance(part, Field) and _of_figures(part))
            rest = [part for part in node.nodes if part not in fields]
            return all(self._holds(part, sentence) for part in rest) and (
                not fields or any(_told_so(fields, told) for told in sentence.figures)
            )
        if isinstance(node, AnyOf):
            return any(self._holds(part, sentence) for part in node.nodes)
        if isinstance(node, Not):
            return not self._holds(node.node, sentence)
        if isinstance(node, Field):
            return self._field_holds(node, sentence)
        return any(True for _ in self._spans(node, sentence))

    def _field_holds(self, field: Field, sentence: Sentence) -> bool:
        if field.name == "lang":
            return sentence.language in field.values
        if field.name == "doc":
            return any(value.lower() in sentence.doc.lower() for value in field.values)
        return any(_told_so((field,), told) for told in sentence.figures)

    def _spans(self, node: Words | Amount | tuple[Field, ...], sentence: Sentence) -> Iterator[Span]:
        if isinstance(node, tuple):
            yield from ((told.start, told.end) for told in sentence.figures if _told_so(node, told))
            return
        words = node.words if isinstance(node, Amount) else node
        for sequence in self._alternatives(words):
            yield from spans(sentence.text, sequence, words.exact)
        if isinstance(node, Amount):
            yield from ((told.start, told.end) for told in sentence.figures if _equal(node, told))

    def _alternatives(self, words: Words) -> list[list[Element]]:
        if words not in self._asked:
            asked = elements(words.text)
            groups = [] if words.exact else [cuts for cuts in self._groups if any(_same(asked, cut) for cut in cuts)]
            self._asked[words] = [asked, *(cut for cuts in groups for cut in cuts)]
        return self._asked[words]


def _same(left: Sequence[Element], right: Sequence[Element]) -> bool:
    return [(one.sort, _stem(one.value)) for one in left] == [(one.sort, _stem(one.value)) for one in right]


def _equal(amount: Amount, told: Told) -> bool:
    value, unit = told.value, told.unit
    if unit in _GRAMS and amount.unit in _GRAMS:
        value, unit = value * _GRAMS[unit] / _GRAMS[amount.unit], amount.unit
    return abs(value - amount.value) <= 1e-6 * abs(amount.value) and amount.unit in (None, unit)


def _of_figures(field: Field) -> bool:
    return field.name in ("value", "measure") or (
        field.name == "kind" and field.values[0] in ("level", "change", "share")
    )


def _figure_fields(node: Node) -> Iterator[tuple[Field, ...]]:
    if isinstance(node, All):
        fields = tuple(part for part in node.nodes if isinstance(part, Field) and _of_figures(part))
        if fields:
            yield fields
        for part in node.nodes:
            if part not in fields:
                yield from _figure_fields(part)
    elif isinstance(node, AnyOf):
        for part in node.nodes:
            yield from _figure_fields(part)
    elif isinstance(node, Field) and _of_figures(node):
        yield (node,)


def _told_so(fields: Sequence[Field], told: Told) -> bool:
    return all(_one_told_so(field, told) for field in fields)


def _one_told_so(field: Field, told: Told) -> bool:
    if field.bounds is not None:
        low, high = field.bounds.low, field.bounds.high
        above = told.value >= low if field.bounds.low_included else told.value > low
        below = told.value <= high if field.bounds.high_included else told.value < high
        return above and below
    if field.name == "measure":
        return any(told.measure.startswith(value) for value in field.values)
    return told.kind in field.values
