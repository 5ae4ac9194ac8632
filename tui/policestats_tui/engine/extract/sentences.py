"""The sentences of a document with what stands around them: paragraph, section, list item."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from policestats_tui.engine.extract.outline import Line, article_starts, ordinal
from policestats_tui.engine.model import Passage, Turn

_LONGEST = 1200


class Spanned(Protocol):
    """Anything that begins somewhere in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""


Mention = TypeVar("Mention", bound=Spanned)


class Mentions(Generic[Mention]):
    """The mentions of one kind in a document, in reading order."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin in `text[start:end]`."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@dataclass(frozen=True, slots=True)
class Section:
    """A turn, or a stretch of the reporter's own text in one article. `title` is the span of the heading above it."""

    number: int
    article: int
    turn: Turn | None
    title: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with its place in the document.

    `first`: it opens its paragraph. `item`: it opens with a list number or `First,`. `heading`: it is a heading.
    `opening`: its paragraph is the first of its section. `wrapped`: its paragraph goes on a line that broke off.
    """

    start: int
    end: int
    section: Section
    first: bool
    item: bool
    heading: bool
    opening: bool
    wrapped: bool


def read_sentences(
    text: str, passages: Sequence[Passage], lines: Sequence[Line], turns: Sequence[Turn]
) -> Iterator[Sentence]:
    """Yield the sentences of a document in reading order."""
    starts = [line.start for line in lines]
    articles = set(article_starts(text, list(lines)))
    turn_starts = [turn.start for turn in turns]
    section = Section(-1, -1, None, None)
    article = -1
    title: tuple[int, int] | None = None
    opening = False
    previous: Line | None = None
    for passage in passages:
        index = max(bisect_right(starts, passage.start) - 1, 0)
        line = lines[index]
        first = passage.start <= line.start
        place = bisect_right(turn_starts, passage.end - 1) - 1
        turn = turns[place] if place >= 0 and passage.end <= turns[place].end else None
        if first and index in articles and line != previous:
            article += 1
        heading = line.kind == "heading"
        if heading and line != previous:
            above = previous is not None and previous.kind == "heading" and previous.level == line.level
            title = (previous.start if previous and above else line.start, line.end)
        changed = turn is not section.turn or article != section.article or line.level > 0
        if changed and (line != previous or turn is not section.turn):
            section = Section(section.number + 1, article, turn, title)
            opening = True
        elif first and line != previous and not heading and previous is not None and previous.kind != "heading":
            opening = False
        item = ordinal(text, passage.start, passage.end) > passage.start
        wrapped = first and previous is not None and _broken_off(text, previous, line)
        opens = first and not wrapped
        for start, end in _pieces(text, passage.start, passage.end):
            begins = start == passage.start
            yield Sentence(start, end, section, opens and begins, item and begins, heading, opening, wrapped and begins)
        previous = line


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence of monstrous length at commas, so that looking around in it stays cheap."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ",;、 ") + 1
        cut = cut or start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


_ALONE = re.compile(r"In (?:the )?[A-Z][\w' ]{2,40} alone, |仅[㐀-鿿]{2,8}[省市县区旗](?:一地|就|,)")
"""`In Guangdong alone`: the paragraph goes on with what the one before tells of the whole."""


def _broken_off(text: str, before: Line, line: Line) -> bool:
    """Tell whether a line goes on the sentence of the line before, as in text that was wrapped by hand."""
    if before.kind != "text" or line.kind == "note":
        return False
    if _ALONE.match(text, line.start, line.end):
        return True
    last, start = text[before.end - 1], text[line.start]
    return last not in "。.!?:;”\"')》…" and (not start.isupper() or last == ",")


def clause_start(text: str, sentence: Sentence, place: int, marks: str = ";") -> int:
    """Return where the part of the sentence that holds `place` begins; parts end at one of `marks`."""
    return max(sentence.start, *(text.rfind(mark, sentence.start, place) + 1 for mark in marks))
