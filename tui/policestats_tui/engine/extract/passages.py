"""Cuts a text into passages: sentences of either language, headings, list items.

A line break always ends a passage. Within a line, `。！？` end one, and an English full stop does unless it stands in a
number, an abbreviation or an address. Closing quotes and brackets stay with the sentence that they close.
"""

import re
from collections.abc import Iterator

from policestats_tui.engine.model import Passage

LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{LINE_BREAKS}]+")
_STOP = re.compile(r"[。！？!?｡]+|\.+|…{2,}")
_CLOSING = re.compile(r"[”’」』）)】\]》\"']{0,4}")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,11}\Z")
_GLUED = re.compile(r"[A-Z][a-z]|[A-Z] |[㐀-鿿“\"]")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}[A-Z]")
_WORTH = re.compile(r"\w")
_TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "gen", "col", "sgt", "supt", "insp", "st", "messrs", "vs", "e.g", "i.e"]
)
_NUMBERED = frozenset(
    [
        "no",
        "nos",
        "fig",
        "vol",
        "art",
        "sec",
        "pp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_SHORTENED = frozenset(["co", "ltd", "inc", "corp", "dept", "etc", "approx", "a.m", "p.m"])


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether the full stop `text[start:stop]` ends a sentence of the line that ends at `end`."""
    if stop - start > 1:
        return True
    word = _WORD_BEFORE.search(text, max(start - 12, 0), start)
    if word and stop < end and _abbreviated(word.group(), text[stop : stop + 2].strip()[:1]):
        return False
    after = _CLOSING.match(text, stop, end)
    tail = after.end() if after else stop
    if tail >= end or text[tail].isspace():
        return not _list_number(text, start)
    return text[start - 1 : start].isalpha() and bool(_GLUED.match(text, tail))


def _abbreviated(word: str, following: str) -> bool:
    """Tell whether `word` before a full stop is an abbreviation, given the character after the stop and spaces."""
    bare = word.lower()
    if bare in _NUMBERED:
        return following.isdigit()
    if bare in _SHORTENED:
        return not following.isupper()
    return bare in _TITLES or (len(word) == 1 and word.isupper()) or bool(_INITIALS.fullmatch(word))


def _list_number(text: str, stop: int) -> bool:
    """Tell whether the full stop closes a list number such as `1.` or `ii.` at the start of its line."""
    line = max(text.rfind(mark, max(stop - 12, 0), stop) for mark in LINE_BREAKS) + 1
    if line == 0 and stop > 12:
        return False
    return bool(re.fullmatch(r"\s*\(?(\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])\)?", text[line:stop]))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the line `text[start:end]`."""
    begin = start
    for mark in _STOP.finditer(text, start, end):
        if mark.start() < begin or (text[mark.start()] == "." and not _ends_sentence(text, *mark.span(), end)):
            continue
        closing = _CLOSING.match(text, mark.end(), end)
        stop = closing.end() if closing else mark.end()
        if text[stop - 1] in "\"'" and _opens(text, stop, end):
            stop -= 1
        yield begin, stop
        begin = stop
    yield begin, end


def _opens(text: str, stop: int, end: int) -> bool:
    """Tell whether the straight quote before `stop` opens the next sentence."""
    return stop < end and text[stop].isalnum()


def split_passages(text: str, start: int = 0, end: int | None = None) -> tuple[Passage, ...]:
    """Return the passages of `text[start:end]` in order, trimmed of white space; their offsets are those of `text`.

    The cost is linear in the length of the text, whatever its lines.
    """
    passages: list[Passage] = []
    paragraph = 0
    for line in _LINE.finditer(text, start, len(text) if end is None else end):
        found = False
        for begin, stop in _sentences(text, *line.span()):
            piece = text[begin:stop]
            if _WORTH.search(piece):
                left = begin + len(piece) - len(piece.lstrip())
                passages.append(Passage(left, begin + len(piece.rstrip()), paragraph))
                found = True
        paragraph += found
    return tuple(passages)
