"""Documents made ready for the source pane: what is underlined, and the lines that name document and speakers."""

from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.app.cells import one_line
from policestats_tui.app.strings import FORM, REPORTER, TURN
from policestats_tui.app.wrapping import SourceText, Span
from policestats_tui.engine.browse.records import SourceDocument, TurnSpan
from policestats_tui.engine.model import Language

_MOST_KEPT = 1_000_000
"""Characters of documents that are kept ready."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A document ready to be drawn: its text, with names in a language, broken into lines."""

    document: SourceDocument
    text: SourceText
    language: Language


def ready(document: SourceDocument, language: Language, room: int) -> Ready:
    """Make a document ready for a pane whose lines have `room` cells. May be called in any thread."""
    text = source_text(document, language)
    text.lines(room)
    return Ready(document, text, language)


class Shelf:
    """Documents that were shown or may be shown next, at hand without a query; the longest unused goes first."""

    def __init__(self) -> None:
        self._kept: dict[int, Ready] = {}
        self._wanted: set[tuple[int, Language]] = set()

    def take(self, number: int, language: Language) -> Ready | None:
        """Return a document that is kept, in this language, else None."""
        found = self._kept.pop(number, None)
        if found is None or found.language != language:
            return None
        self._kept[number] = found
        return found

    def put(self, one: Ready) -> Ready:
        """Keep a document."""
        self._wanted.discard((one.document.document, one.language))
        self._kept.pop(one.document.document, None)
        self._kept[one.document.document] = one
        while len(self._kept) > 1 and sum(len(each.text.text) for each in self._kept.values()) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return one

    def wanted(self, numbers: Sequence[int], language: Language) -> list[int]:
        """Return those of the documents that are neither kept in this language nor wanted already; now they are."""
        kept = {(number, one.language) for number, one in self._kept.items()}
        lacking = [number for number in dict.fromkeys(numbers) if (number, language) not in kept | self._wanted]
        self._wanted.update((number, language) for number in lacking)
        return lacking


def source_text(document: SourceDocument, language: Language, matches: Sequence[Span] = ()) -> SourceText:
    """Return the document with a head of title and origin, and a line above each turn that names who speaks."""
    head = [
        " · ".join(filter(None, (document.title, document.publisher, document.held or document.published))),
        "" if document.form == "original" else FORM[document.form].say(language),
    ]
    headings = [(document.body, one_line(line)) for line in head if line]
    headings += [(_line_start(document, turn.start), turn_name(turn, language)) for turn in document.turns]
    figures = tuple(sorted({(figure.start, figure.end) for figure in document.figures}))
    return SourceText(document.text, document.body, figures, tuple(matches), tuple(sorted(headings, key=_place)))


def turn_name(turn: TurnSpan, language: Language) -> str:
    """Return who speaks in which capacity: `Zhao Yuhe · statement · deputy director`."""
    name = turn.speaker or REPORTER.say(language)
    return one_line(" · ".join(filter(None, (name, TURN[turn.kind].say(language), turn.role or turn.agency))))


def turn_at(document: SourceDocument, offset: int) -> TurnSpan | None:
    """Return the turn in which an offset stands."""
    return next((turn for turn in document.turns if turn.start <= offset < turn.end), None)


def source_title(document: SourceDocument, offset: int, language: Language) -> str:
    """Return the title of the pane: speaker and kind of turn, date, file."""
    turn = turn_at(document, offset)
    who = f"{turn.speaker or REPORTER.say(language)}, {TURN[turn.kind].say(language)}" if turn else ""
    return one_line(" · ".join(filter(None, (who, document.held or document.published, document.doc))))


def sentence_at(document: SourceDocument, offset: int) -> str:
    """Return the line of the document around an offset, at most 400 characters, for a citation."""
    start = max(document.text.rfind("\n", document.body, offset) + 1, document.body)
    end = document.text.find("\n", offset)
    line = document.text[start : end if end >= 0 else len(document.text)]
    return line if len(line) <= 400 else line[max(0, offset - start - 200) : offset - start + 200]


def _place(heading: tuple[int, str]) -> int:
    return heading[0]


def _line_start(document: SourceDocument, offset: int) -> int:
    """Return where the line begins that holds an offset: a heading goes above the speaker's name, not behind it."""
    return max(document.text.rfind("\n", document.body, offset) + 1, document.body)


def citation(document: SourceDocument, offset: int, language: Language) -> str:
    """Return the sentence around an offset in quotation marks, with who said it, where, when, and in which file."""
    turn = turn_at(document, offset)
    who = turn_name(turn, language) if turn else ""
    what = " · ".join(filter(None, (document.title, document.publisher, document.held or document.published)))
    form = "" if document.form == "original" else f"[{FORM[document.form].say(language)}]"
    quotation = f"“{sentence_at(document, offset).strip()}”"
    return one_line(" — ".join(filter(None, (quotation, who, what, document.doc, form))))
