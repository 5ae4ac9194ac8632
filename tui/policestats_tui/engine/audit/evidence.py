"""What an audit looks at: figures with the sentence, the turn and the briefing they stand in."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.model import Extraction, Figure, Language, Passage, Turn


@dataclass(frozen=True, slots=True)
class Audited:
    """A figure and its surroundings.

    `sentence` is the passage's text in simplified, half-width characters, `sentence_start` its document offset;
    `passage`, `paragraph` and `turn` are numbers within the document, `turn` None outside any.
    """

    figure: Figure
    briefing: str
    language: Language | None
    sentence: str
    sentence_start: int
    passage: int
    paragraph: int
    turn: int | None


@dataclass(frozen=True, slots=True)
class Term:
    """An audited figure as a term of arithmetic; `index` is its place in the audited list."""

    index: int
    figure: Figure
    place: Audited

    @property
    def value(self) -> float:
        """The figure's value in its canonical unit."""
        return self.figure.value


def evidence(extraction: Extraction, briefing: str) -> list[Audited]:
    """Return the figures of one document with their surroundings, in reading order."""
    starts = [passage.start for passage in extraction.passages]
    numbers = [bisect_right(starts, figure.start) - 1 for figure in extraction.figures]
    text = extraction.document.text
    sentences = {
        number: simplify(text[extraction.passages[number].start : extraction.passages[number].end])
        for number in set(numbers)
        if number >= 0
    }
    return [
        _audited(figure, extraction, briefing, number, sentences.get(number, ""))
        for figure, number in zip(extraction.figures, numbers, strict=True)
    ]


def _audited(figure: Figure, extraction: Extraction, briefing: str, number: int, sentence: str) -> Audited:
    passage = extraction.passages[number] if number >= 0 else Passage(figure.start, figure.end, 0)
    language = extraction.document.metadata.language
    turn = _turn(extraction.turns, figure.start)
    return Audited(figure, briefing, language, sentence, passage.start, number, passage.paragraph, turn)


def _turn(turns: Sequence[Turn], offset: int) -> int | None:
    """Return the number of the turn around an offset; turns stand in reading order and do not overlap."""
    number = bisect_right(turns, offset, key=lambda turn: turn.start) - 1
    return number if number >= 0 and offset < turns[number].end else None


def terms(audited: Sequence[Audited]) -> list[Term]:
    """Number the figures that arithmetic may use: not ranks, not what careful readers could disagree on."""
    return [
        Term(index, item.figure, item)
        for index, item in enumerate(audited)
        if item.figure.kind != "rank" and not item.figure.marginal and isfinite(item.figure.value)
    ]


def text_between(first: Term, second: Term) -> str:
    """Return the words between two figures of one sentence, or those before `second` in its own sentence."""
    place = second.place
    start = first.figure.end - place.sentence_start if same_sentence(first, second) else 0
    return place.sentence[start : second.figure.start - place.sentence_start]


def own_text(term: Term) -> str:
    """Return the figure's number expression as the sentence has it."""
    start = term.place.sentence_start
    return term.place.sentence[term.figure.start - start : term.figure.end - start]


def text_after(term: Term, length: int) -> str:
    """Return up to `length` characters of the sentence behind the figure."""
    start = term.figure.end - term.place.sentence_start
    return term.place.sentence[start : start + length]


def text_before(term: Term, length: int) -> str:
    """Return up to `length` characters of the sentence before the figure."""
    end = term.figure.start - term.place.sentence_start
    return term.place.sentence[max(0, end - length) : end]


def same_sentence(first: Term, second: Term) -> bool:
    """Tell whether two figures stand in one passage of one document."""
    return first.figure.doc == second.figure.doc and first.place.passage == second.place.passage
