"""Cuts a document into turns: who speaks from where to where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.openers import Opener, find_opener
from policestats_tui.engine.extract.outline import Line, article_starts
from policestats_tui.engine.extract.people import (
    HAN_NAME,
    LATIN_NAME,
    OFFICE_EN,
    OFFICE_ZH,
    People,
    Person,
    is_latin_name,
    split_office_en,
    split_office_zh,
)
from policestats_tui.engine.model import Turn, TurnKind

_QUESTIONS_FOLLOW = re.compile(
    r"答记者问|记者提问|回答记者|问答环节|提问环节|现场提问|问答\Z|answer\w* (?:the )?(?:reporters|questions"
    r"|journalists)|reporters.{1,3}questions"
    r"|\bQ ?(?:&|and) ?A\b|Questions\b",
    re.IGNORECASE,
)
_PRESENT_EN = re.compile(
    rf"(?P<name>{LATIN_NAME}), (?P<office>(?:the )?[^,;.]{{0,60}}\b(?i:{OFFICE_EN})\b[^,;.]{{0,160}})"
)
_PRESENT_AFTER_EN = re.compile(
    rf"(?P<office>(?:[A-Z][a-z]+ ){{0,6}}(?i:{OFFICE_EN})"
    r"(?: of (?:the )?[A-Z][a-z]+(?: (?:[A-Z][a-z]+|of|the|and)){0,8})?)"
    rf" (?P<name>{LATIN_NAME})(?=,|;|\.| and | attended| introduced| answered)"
)
_PRESENT_ZH = re.compile(
    rf"(?P<office>(?:(?!先生|女士|同志)[^,。;:、\s]){{0,40}}?(?:、[^,。;:、\s]{{1,30}}?){{0,2}}?(?:{OFFICE_ZH}))"
    rf"(?P<name>{HAN_NAME})"
    r"(?=介绍|通报|发布|出席|就|[、,。]|和|以及|分别|主持|回答|作|向|参加|表示|说|对|先生|女士|同志|今[日天]|昨[日天]|日前|在|于|及|\()"
)
_QUESTION_END = re.compile(r"\?[\"”』」)]*(?:\s*(?:Thank you|Thanks|谢谢)[.!。]?)?\Z")
_GREETING = re.compile(
    r"(?:尊敬的)?(?:女士们|先生们|同志们|各位|大家(?:上午|下午|早上|中午|晚上)?好|(?:新闻界|媒体)的?(?:各位)?(?:朋友|记者|同仁))"
    r"|(?:Ladies and gentlemen|Dear (?:friends|reporters|journalists)|Friends (?:of|from) the"
    r"|Good (?:morning|afternoon))\b"
)
_SHORT_FORM = re.compile(r"\((?:以下|下文)?简称[^()]{1,24}\)")
_TAKES_FLOOR = re.compile(r"(?:先生|女士|同志)?(?:向(?:大家|媒体|社会)?)?(?:介绍|通报|发布|作|宣读|就)")
_ROSTER = re.compile(
    r"(?:Speakers?|Chairperson|Moderator|Host|Date|Time|Venue|Place|时间|地点|主持人|出席人员|发布人|嘉宾)\s*:",
    re.IGNORECASE,
)
_TITLE_LENGTH = {True: 300, False: 60}


@dataclass(slots=True)
class _Open:
    """A turn whose end is not known yet."""

    opener: Opener
    kind: TurnKind
    line: int


def find_turns(text: str, original: str, lines: Sequence[Line]) -> list[Turn]:
    """Return the turns of a document in reading order, without overlaps.

    Args:
        text: The simplified text.
        original: The document's text, of the same length; names are spelled as there.
        lines: The document's lines.
    """
    people = People()
    presenters = _meet_present(text, lines, people)
    articles = set(article_starts(text, list(lines)))
    turns: list[Turn] = []
    current: _Open | None = None
    questions = False
    for index, line in enumerate(lines):
        asked = current is not None and current.kind == "question"
        opener = None if line.kind == "note" else find_opener(text, line, people, asked)
        if opener is None and current is None and line.kind == "text":
            opener = _greeting(text, line, presenters)
        silent = opener is None and not asked and _unnamed_question(text, lines, index, people)
        exchange = _is_exchange_heading(text, line)
        closes = index in articles or line.kind == "note" or line.level > 0 or exchange or _is_roster(text, line)
        if not (opener or silent or closes):
            continue
        if current:
            _close(
                text,
                lines[current.line : index],
                current,
                turns,
                opener is not None and opener.how == "heading" and line.level == 0,
            )
            current = None
        questions = questions or (exchange and bool(turns))
        if silent:
            opener = Opener(line.start, line.start, "label", True, None)
        if opener:
            current = _Open(opener, _kind(opener, asked or questions), index)
            questions = questions or opener.question
    if current:
        _close(text, lines[current.line :], current, turns, False)
    return [_spelled(turn, people, original, text) for turn in turns]


def _greeting(text: str, line: Line, presenters: Sequence[Person]) -> Opener | None:
    """Give a paragraph that greets the audience without a name to the one person announced to take the floor."""
    if len(presenters) != 1 or not _GREETING.match(text, line.start, line.end):
        return None
    person = presenters[0]
    return Opener(line.start, line.start, "heading", False, person.name, person.role, person.agency)


def _kind(opener: Opener, answering: bool) -> TurnKind:
    if opener.question:
        return "question"
    return "answer" if answering and opener.how != "heading" else "statement"


def _is_exchange_heading(text: str, line: Line) -> bool:
    """Tell whether a short line announces questions and answers."""
    if line.end - line.start > 250 or _QUESTION_END.search(text, line.start, line.end):
        return False
    return bool(_QUESTIONS_FOLLOW.search(text, line.start, line.end)) and not (
        line.kind == "text" and _many_sentences(text, line)
    )


def _is_roster(text: str, line: Line) -> bool:
    """Tell whether a line is a field of the list of speakers: `Chairperson:`, `时间:`."""
    return bool(_ROSTER.fullmatch(text, line.start, line.end))


def _many_sentences(text: str, line: Line) -> bool:
    return len(re.findall(r"[。!?]|\.\s", text[line.start : line.end])) > 1


def _unnamed_question(text: str, lines: Sequence[Line], index: int, people: People) -> bool:
    """Tell whether a line is a question that nobody is named for, right before somebody gets the floor."""
    line = lines[index]
    if index + 1 >= len(lines) or line.end - line.start > 500 or not _QUESTION_END.search(text, line.start, line.end):
        return False
    following = find_opener(text, lines[index + 1], people, False)
    return following is not None and not following.question and following.how == "label"


def _close(text: str, lines: Sequence[Line], current: _Open, turns: list[Turn], titled: bool) -> None:
    """Keep the current turn, which spans `lines`, unless nothing is said in it.

    `titled`: a name heading follows, which may have a title above it.
    """
    opener = current.opener
    inside = [line for line in lines if line.end > opener.body]
    while len(inside) > 1 and _is_title(text, inside[-1], titled):
        titled = False
        inside.pop()
    if not inside:
        return
    start = max(opener.body, inside[0].start)
    while start < inside[-1].end and text[start].isspace():
        start += 1
    if start < inside[-1].end:
        turns.append(Turn(start, inside[-1].end, current.kind, opener.speaker, opener.role, opener.agency))


def _is_title(text: str, line: Line, titled: bool) -> bool:
    """Tell whether the last line of a turn is no speech: a heading, or one short sentence as title of what follows."""
    words = text[line.start : line.end]
    if line.kind == "heading":
        return not re.match(r"(?:Thank|谢谢|多谢|感谢)", words)
    if not titled:
        return False
    if len(words) > _TITLE_LENGTH[words[:1].isascii()] or re.match(r"(?:Thank|谢谢|多谢|感谢)", words):
        return False
    return not _many_sentences(text, line)


def _spelled(turn: Turn, people: People, original: str, text: str) -> Turn:
    """Return the turn under its speaker's one spelling, with office and other spelling as the document has them."""
    person = people.find(turn.speaker) if turn.speaker and turn.kind != "question" else None
    if person is None:
        return turn
    name, role, agency, aka = (
        _as_written(words, original, text)
        for words in (person.name, turn.role or person.role, turn.agency or person.agency, next(iter(person.aka), None))
    )
    return Turn(turn.start, turn.end, turn.kind, name, role, agency, aka)


def _as_written(words: str | None, original: str, text: str) -> str | None:
    """Return words of the simplified text as the document has them."""
    at = text.find(words) if words else -1
    return words if words is None or at < 0 else original[at : at + len(words)]


def _meet_present(text: str, lines: Sequence[Line], people: People) -> list[Person]:
    """Meet the people whom the opening of the document lists with their offices; return who is to take the floor."""
    presenters: list[Person] = []
    for line in lines[:12]:
        if line.end - line.start > 4000:
            continue
        for match in _PRESENT_EN.finditer(text, line.start, line.end):
            if is_latin_name(match["name"]):
                people.meet(match["name"], *split_office_en(match["office"]))
        for match in _PRESENT_AFTER_EN.finditer(text, line.start, line.end):
            if is_latin_name(match["name"]):
                people.meet(match["name"], *split_office_en(match["office"]))
        presenters += _meet_listed(text, line, people)
    return presenters


def _meet_listed(text: str, line: Line, people: People) -> list[Person]:
    """Meet the people whom a Chinese line lists; return who takes the floor.

    An office without an agency is of the agency before it: `刑侦局局长甲、副局长乙`.
    """
    presenters: list[Person] = []
    last, end = None, -1
    for match in _PRESENT_ZH.finditer(text, line.start, line.end):
        role, agency = split_office_zh(_SHORT_FORM.sub("", match["office"]))
        joined = text[end : match.start()] in ("", "、", "和")
        last = agency = agency or (last if joined else None)
        end = match.end()
        person = people.meet(match["name"], role, agency)
        if _TAKES_FLOOR.match(text, match.end()) and person not in presenters:
            presenters.append(person)
    return presenters
