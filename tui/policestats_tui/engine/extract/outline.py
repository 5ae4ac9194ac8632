"""The lines of a document and what each is: heading, text, or a note of the publisher; and where articles begin.

Text is expected as `characters.simplify` returns it: half-width punctuation, simplified characters.
"""

import re
from dataclasses import dataclass
from typing import Literal

from policestats_tui.engine.extract.passages import LINE_BREAKS
from policestats_tui.engine.extract.people import is_latin_name

LineKind = Literal["heading", "text", "note"]

_LINE = re.compile(f"[^{LINE_BREAKS}]+")
_HASHES = re.compile(r"(#{1,6})\s+")
_HAN = re.compile(r"[㐀-鿿]")
_ORDINAL = re.compile(
    r"\s*(?:[((]?[一二三四五六七八九十]{1,3}[))、.,是]|第[一二三四五六七八九十]{1,2}[、,]|[((]\d{1,2}[))]"
    r"|\d{1,2}[.、](?!\d)"
    r"|(?:The )?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?(?: of all)?(?:,"
    r"| is\b| was\b)"
    r"|(?:One|Two|Three|Four|Five|Six), |(?:[IVX]{1,4}|[a-z])[.)] |On the other hand|一方面|另一方面)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。.!?;:,、…]['\"”’」』)]*\Z")
_NOTE = re.compile(
    r"\W*(?:信息来源|来源\s*[::]|稿源|责任编辑|责编|编辑\s*[::]|审核\s*[::]|版权声明|版权所有|免责声明|相关(?:链接|阅读|稿件|新闻|报道|文章)"
    r"|扫一扫|打印本页|关闭窗口|点击数|Source\s*:|Editor\s*:|Copyright|All rights reserved|Related (?:news|articles)"
    r"|1\s+2\s+3\s+4\b)",
    re.IGNORECASE,
)
_LAST_NOTE = re.compile(r"\W*(?:版权声明|版权所有|免责声明|Copyright|All rights reserved)", re.IGNORECASE)
_BYLINE = re.compile(
    r"[((]\s*(?:本报记者|记者|通讯员|文/图"
    r"|文/)?\s*[㐀-鿿·]{2,5}(?:[\s、,]{1,2}(?:通讯员\s*)?[㐀-鿿·]{2,5}){0,4}\s*[))]\Z"
)
_AUTHOR_EN = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_BYLINE_EN = re.compile(
    rf"\((?P<role>(?:(?i:our |staff |by )*(?:reporters?|correspondents?)|By):? )?(?P<author>{_AUTHOR_EN})"
    rf"(?:(?:,|;| and|/| &) ?(?:(?:reporters?|correspondents?):? )?{_AUTHOR_EN}){{0,4}}\)\Z"
)
_DATELINE = re.compile(
    r"(?:By [A-Z][\w'’-]+ [A-Z][\w'’-]+(?=\s*(?:\n|\Z|in [A-Z]))|\((?:Our |Staff |Trainee "
    r"|Special )*(?:[Rr]eporters?|[Cc]orrespondents?):? [A-Z]"
    r"|[㐀-鿿]{2,8}(?:\d{1,2}月\d{1,2}日)?(?:电|讯)[\s(]|本报讯|本报记者"
    r"|[A-Z][A-Z]{3,}(?:, [A-Z][\w. ]{2,12})?(?: \([A-Z][\w ]+\))? ?[-—–]{1,2} )"
)
_LONGEST_HEADING = {"zh": 45, "en": 170}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text, trimmed. `level` is the depth of a Markdown heading, else 0."""

    start: int
    end: int
    kind: LineKind
    level: int = 0


def read_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines of `text[start:]` that hold a word."""
    lines: list[Line] = []
    ended = False
    for match in _LINE.finditer(text, start):
        piece = match.group()
        if not any(map(str.isalnum, piece)):
            continue
        left = match.start() + len(piece) - len(piece.lstrip())
        right = match.start() + len(piece.rstrip())
        ended = ended or bool(_LAST_NOTE.match(text, left, right))
        lines.append(_line(text, left, right, ended))
    return lines


def _line(text: str, start: int, end: int, ended: bool) -> Line:
    hashes = _HASHES.match(text, start, end)
    if hashes:
        return Line(start, end, "heading", len(hashes.group(1)))
    if ended or _NOTE.match(text, start, end):
        return Line(start, end, "note")
    return Line(start, end, "heading" if _looks_like_heading(text, start, end) else "text")


def _looks_like_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a line without mark-up is a heading: short, one clause, no full stop."""
    if end - start > _LONGEST_HEADING["en"]:
        return False
    line = text[start:end]
    han = len(_HAN.findall(line))
    longest = _LONGEST_HEADING["zh" if han * 3 > len(line) else "en"]
    if len(line) > longest or _SENTENCE_END.search(line) or line.count(",") + line.count("。") > 1:
        return False
    return bool(_HAN.match(line)) or line[0] in "\"“'《「(" or line[0].isupper() or line[0].isdigit()


def ordinal(text: str, start: int, end: int) -> int:
    """Return the offset behind the list number or `First,` that opens a line; `start` where there is none."""
    match = _ORDINAL.match(text, start, end)
    return match.end() if match else start


def is_byline(text: str, line: Line) -> bool:
    """Tell whether a line ends with the author's name in brackets, as newspaper articles do."""
    if _BYLINE.search(text, max(line.start, line.end - 40), line.end):
        return True
    english = _BYLINE_EN.search(text, max(line.start, line.end - 80), line.end)
    return bool(english and (english["role"] or is_latin_name(english["author"])))


def is_dateline(text: str, line: Line) -> bool:
    """Tell whether a line opens with place and agency (`呼和浩特讯`, `BEIJING, Nov. 5 --`)."""
    return bool(_DATELINE.match(text, line.start, line.end))


def article_starts(text: str, lines: list[Line]) -> list[int]:
    """Return the indexes of the lines that open an article of a page: the first, and each heading after a byline.

    A page without bylines is one article.
    """
    starts = [0] if lines else []
    for index in range(1, len(lines)):
        heading = lines[index].kind == "heading"
        if (heading and is_byline(text, lines[index - 1])) or (
            heading and starts[-1] != index - 1 and index + 1 < len(lines) and is_dateline(text, lines[index + 1])
        ):
            starts.append(index)
    return starts
