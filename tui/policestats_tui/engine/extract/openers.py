"""Recognises the lines that give somebody the floor: name headings, `X:` prefixes, `X introduced:`, reporters."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policestats_tui.engine.extract.outline import Line
from policestats_tui.engine.extract.people import (
    HAN_NAME,
    LATIN_NAME,
    OFFICE_EN,
    OFFICE_ZH,
    People,
    Person,
    has_office_en,
    is_latin_name,
    split_office_en,
    split_office_zh,
)

OpenerKind = Literal["heading", "label", "reported"]

_MARKS = re.compile(
    r"[#\s*_>]*(?:[\[【(]?(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?)?\d{1,2}:\d\d(?::\d\d)?[\]】)]?[ \t]*)?"
)
_CLOCK = re.compile(r"\s*(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?)?\d{1,2}:\d\d(?::\d\d)?\Z")
_OFFICE_NAME_ZH = re.compile(
    rf"(?P<office>(?:[^,。;:]{{2,60}}?|(?![^\n]{{2,8}}:))(?:{OFFICE_ZH}))"
    rf"(?:[\s:]*(?P<name>{HAN_NAME}|[㐀-鿿]\s+[㐀-鿿]|[㐀-鿿]{{2,5}}·[㐀-鿿]{{1,5}})"
    rf"|[\s:]+(?P<other>[㐀-鿿]{{2,5}}(?:·[㐀-鿿]{{1,5}})?))\Z"
)
_NAME_OFFICE_ZH = re.compile(
    rf"(?P<name>{HAN_NAME}|[A-Z][a-z]+ [A-Z][a-z]+)[\s,、:(—-]+(?P<other>)"
    rf"(?P<office>[^。;:()]{{2,60}}(?:{OFFICE_ZH})(?:、[^。;:,()]{{2,40}})?)\)?\Z"
)
_NAME_TITLE_ZH = re.compile(rf"(?P<name>{HAN_NAME})(?P<office>{OFFICE_ZH})(?P<other>)")
_TITLE_NAME_ZH = re.compile(rf"(?P<office>{OFFICE_ZH})(?P<name>{HAN_NAME})(?P<other>)")
_NAME_OFFICE_EN = re.compile(
    rf"(?P<name>{LATIN_NAME})\s*(?:,|\(|[-–—:])\s*(?P<office>(?:the )?[^.;:]{{4,220}}?)[.)]?\Z"
)
_OFFICE_NAME_EN = re.compile(
    rf"(?P<office>(?:[A-Za-z-]+,? ){{0,16}}(?i:{OFFICE_EN})\b[^.;:]{{0,200}}),? (?P<name>{LATIN_NAME})\Z"
)
_LABEL = re.compile(
    r"[\[【](?P<bracketed>[^\[\]【】\n]{2,40})[\]】]\s*:?\s*"
    r"|(?P<label>[^:\n。!?]{1,200}?)\s*(?:(?<!\d):|:(?!\d))(?!//)\s*"
)
_FOLLOWS_ZH = re.compile(
    rf"以下(?:是|为)(?P<office>[^,。;:\n]{{2,40}}?(?:{OFFICE_ZH}))(?P<name>{HAN_NAME})(?=[今昨於于在出会就的、( ]|\d)"
    r"[^。:\n]{0,120}(?:发言|讲话|致辞|谈话|答问|开场白|介绍|通报|讲稿)(?:内容|全文|要点|实录|摘要)?(?:\([^()\n]{1,20}\))?:\s*\Z"
)
_FOLLOWS_EN = re.compile(
    rf"(?:The )?[Ff]ollowing (?:is|are) (?:the |a )?[^:.\n]{{0,80}}?(?:speech|remarks|statement|briefing"
    r"|transcript|address)[^:.\n]{0,20}? by (?:the )?"
    rf"(?P<office>[^:.\n]{{3,120}}?\b(?i:{OFFICE_EN})\b[^:.,\n]{{0,60}}), (?:(?:Mrs?|Ms|Dr)\.? )?"
    rf"(?P<name>{LATIN_NAME})\b[^:\n]{{0,160}}:\s*\Z"
)
_HAN_LABEL = re.compile(r"[㐀-鿿]{2,5}(?:·[㐀-鿿]{1,5})?")
_OPENING = 4000
_LONGEST_OFFICE = 14
_PRESENTER = re.compile(r"(?:发言人|介绍人|主讲人|通报人|答复人|回答人)\s*:\s*(?=[^\s:]{4})")
_REPORTS = re.compile(rf"\((?P<name>{HAN_NAME})(?:通报|介绍|发布|发言|回答|宣读|报告)\)\Z")
_OF_ORGAN = re.compile(rf"(?P<office>[^,。;:\s]{{1,20}}[院厅局办委部署处队所会])(?P<name>{HAN_NAME})")
_BEFORE_NAME_EN = re.compile(
    r"(?!(?:Photo|By|Text|Editor|Source|Copyright)\b)(?P<office>[A-Za-z][\w ,'’-]{3,160})"
    r" (?P<name>[A-Z][a-z]+ [A-Z][a-z]+)"
)
_NAME_AND_DUTY_EN = re.compile(r"(?P<name>[A-Z][a-z]+ [A-Z][a-z]+) \((?P<office>[^()]{4,120})\)")
_NUMBERED = re.compile(r"\d{1,2}[.、] ?(?!\d)")
_QUOTES = ("“", "「", '"')
_BELOW = re.compile(r"\s*\n\s*(?P<line>[^\n]{2,200})(?=\n)")
_REPORTER = re.compile(
    r"[^,。;:]{0,30}?(?<![给向对])(?<!告诉)记者(?:[㐀-鿿]{2,4}|\([^()]{1,20}\))?(?:提?问|现场提问)?\s*\Z"
)
_FIELD = re.compile(
    r"时间|时长|时限|单位|成员|成效|成绩|成果|全文|方式|方法|方案|任务|安排|项目|路线|平台|焦点|计划|关键|高清|金额|简介"
    r"|来源|作者|编辑|审核|浏览|字号|简讯|广告|权威|查询|解读|应对|应急|终审|安全|喜讯|快讯|通讯"
)
_GLUED_REPORTER = re.compile(
    r"(?P<outlet>[A-Z][\w.&' -]{2,60}?) (?:[Rr]eporter|[Jj]ournalist|[Cc]orrespondent)s?\s*:?\s*(?=[A-Z\"“])"
    r"|(?P<press>[㐀-鿿A-Za-z·、&]{2,24}?)记者\s*[::]?\s*(?=请问|您好|你好|我想|想请|我的问题|据了解|我们注意到"
    r"|我们了解)"
)
_OUTLET = re.compile(
    r"\b(?:News|Daily|TV|Television|Press|Times|Radio|Agency|Post|Herald|Journal|Weekly|Media|Network|Net|APP"
    r"|App|Online"
    r"|reporter|journalist|correspondent|Reporter|Journalist|CCTV|CGTN|CNR|Xinhua|Reuters|Bloomberg|AFP|AP"
    r"|Telegraph|Broadcasting"
    r"|Gazette|Express|Evening|Observer|Tribune|Standard|Macao Daily|Newspaper|Magazine|[Cc]hannel|The Paper)\b"
    r"|记者|日报|晚报|早报|晨报|时报|都市报|法制报|法治报|公安报|周刊|电视台|广播|新闻网|新闻社|新华社|中新社"
    r"|通讯社|卫视|央视|新闻|网\Z|报\Z|社\Z|频道|客户端|融媒"
)
_QUESTION_LABEL = re.compile(
    r"(?:Q|Question|Reporter|Journalist|问|提问|记者|记者问|问题)\s*\d*\Z",
    re.IGNORECASE,
)
_ANSWER_OF = re.compile(r"(?:A|Answer|答|回答) ?\((?P<who>[^()]{2,120})\)")
_ANSWER_LABEL = re.compile(r"(?:A|Answer|答|回答|答复)\s*\d*\Z", re.IGNORECASE)
_SPEAKS = re.compile(r", (?:said|told|added|noted|stated|explained|stressed) ")
_MR = re.compile(r"(?:Mr|Ms|Mrs|Miss|Dr)\.? ")
_HOST = re.compile(r"主持人|Moderator|Host\b")
_SPOKE = re.compile(
    r"[,\s]+(?:also |then )?(?:introduce[sd]|introduction|said|says|answer(?:s|ed)|repli(?:es|ed)|explain(?:s"
    r"|ed)|state[sd]"
    r"|respond(?:s|ed))\Z"
    r"|(?:介绍说?|回答说?|答|表示|回应说?|通报说?|说|称)\Z",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?P<lead>[^:.。\n]{{3,260}}?{LATIN_NAME}) (?:also |then |further )?(?:introduced|said|explained|stated"
    rf"|noted|added) (?:that )?"
)
_ASKED = re.compile(
    r"(?:(?:The |A )?[Rr]eporters? (?:of|from) (?:the )?)?(?P<outlet>[A-Z][\w.&' -]{2,60}?) (?:asked"
    r"|wanted to know|enquired|inquired)\b"
    r"|(?P<press>[㐀-鿿A-Za-z·]{2,24}?)(?:记者)?(?:问到?|提问|询问)(?=[,:到]|全区|全国|公安|警方|.{0,40}[。?])"
)
_REPLIED = re.compile(r"\b(?:answered|replied|responded)\b|回答|答复|回应")
_ANYBODY = frozenset(("A", "One", "The", "Another", "有", "一名", "另一", "一位", "现场"))


@dataclass(frozen=True, slots=True)
class Opener:
    """A line that opens a turn. `start` is the line's, `body` where the spoken text begins."""

    start: int
    body: int
    how: OpenerKind
    question: bool
    speaker: str | None
    role: str | None = None
    agency: str | None = None


def find_opener(text: str, line: Line, people: People, asked: bool) -> Opener | None:
    """Return who gets the floor in this line, or None.

    Args:
        text: The simplified text.
        line: The line to look at.
        people: The people met so far; those whom the line names are added.
        asked: Whether the last turn was a question, so that a reported answer is an answer.
    """
    begin = _MARKS.match(text, line.start, line.end)
    start = begin.end() if begin else line.start
    return (
        _name_heading(text, line, start, people)
        or _stacked(text, line, start, people)
        or _announced(text, line, start, people)
        or _reporting(text, line, start, people)
        or _label(text, line, start, people)
        or _presented(text, line, start, people)
        or _glued(text, line, start, people)
        or _reported(text, line, start, people)
        or _exchange(text, line, start, people, asked)
    )


def _named(
    line: Line, body: int, how: OpenerKind, people: People, name: str, office: tuple[str | None, str | None]
) -> Opener:
    person = people.meet(name, *office)
    role, agency = office if office[0] else (person.role, person.agency)
    return Opener(line.start, body, how, False, person.name, role, agency)


def _name_heading(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read a line that is a name and an office, in either order."""
    if line.kind == "note" or line.end - start > 260:
        return None
    whole = text[start : line.end].rstrip(" *_")
    words = _CLOCK.sub("", whole)
    if words != whole and (re.fullmatch(HAN_NAME, words) or is_latin_name(words)):
        return _named(line, line.end, "heading", people, words, (None, None))
    english = None if _SPEAKS.search(words) else _NAME_OFFICE_EN.match(words)
    if english and has_office_en(english["office"][:120]) and _is_name(english["name"], people):
        return _named(line, line.end, "heading", people, english["name"], split_office_en(english["office"]))
    english = _OFFICE_NAME_EN.match(words)
    if english and _is_name(english["name"], people) and line.kind == "heading":
        return _named(line, line.end, "heading", people, english["name"], split_office_en(english["office"]))
    words = _PRESENTER.sub("", words)
    chinese = _OFFICE_NAME_ZH.match(words) or _NAME_OFFICE_ZH.match(words)
    if chinese and len(words) <= 80:
        return _named(line, line.end, "heading", people, *_name_and_office_zh(chinese))
    return None


def _stacked(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read a line that is a name alone and the line below, which is the office, or the other way round."""
    if line.kind != "heading" or line.end - start > 120:
        return None
    above = _CLOCK.sub("", text[start : line.end].rstrip(" *_:"))
    following = _BELOW.match(text, line.end)
    if following is None:
        return None
    below = following["line"].strip(" *_:")
    for name, office in ((above, below), (below, above)):
        if len(name) > 40 or not (re.fullmatch(HAN_NAME, name) or _is_name(name, people)):
            continue
        if office.isascii() and has_office_en(office[:80]) and not re.search(r"[.?!]", office):
            return _named(line, following.end(), "heading", people, name, split_office_en(office))
        if re.fullmatch(rf"[^,。;:?!]{{0,60}}(?:{OFFICE_ZH})(?:、[^,。;:]{{2,40}})?", office):
            return _named(line, following.end(), "heading", people, name, split_office_zh(office))
    return None


def _name_and_office_zh(match: re.Match[str]) -> tuple[str, tuple[str | None, str | None]]:
    name = match["name"] or match["other"]
    return name if name.isascii() else "".join(name.split()), split_office_zh(match["office"])


def _is_name(name: str, people: People) -> bool:
    return is_latin_name(name) or people.find(name) is not None


def _announced(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read `以下是…处长某某…的发言内容:` or `Following is the speech by the Commissioner, Mr X, …:` above a speech."""
    words = text[start : min(line.end, start + 400)]
    chinese = _FOLLOWS_ZH.match(words)
    if chinese:
        return _named(line, line.end, "heading", people, chinese["name"], split_office_zh(chinese["office"]))
    english = _FOLLOWS_EN.match(words)
    if english:
        return _named(line, line.end, "heading", people, english["name"], split_office_en(english["office"]))
    return None


def _reporting(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read a heading that says who reports on it: `一、收结案情况(王某某通报)`."""
    match = _REPORTS.search(text, start, line.end) if line.kind == "heading" else None
    return _named(line, line.end, "heading", people, match["name"], (None, None)) if match else None


def _presented(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read the label of an answer whose name has a rare surname: the opening has put it after an office."""
    match = _LABEL.match(text, start, line.end)
    name = match["label"] if match else None
    if match is None or name is None or not _HAN_LABEL.fullmatch(name):
        return None
    office = _office_of(text[:_OPENING], name)
    return _named(line, match.end(), "label", people, name, split_office_zh(office)) if office else None


@lru_cache(maxsize=256)
def _office_of(opening: str, name: str) -> str | None:
    """Return the office that the opening of a document puts right before a name."""
    match = re.search(rf"(?P<office>[^,。;:、\s]{{0,40}}(?:{OFFICE_ZH})){re.escape(name)}", opening)
    return match["office"] if match else None


def _label(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read a `X:` prefix: a reporter, an official, `Q` or `A`."""
    numbered = _NUMBERED.match(text, start, line.end)
    match = _LABEL.match(text, numbered.end() if numbered else start, line.end)
    if not match:
        return None
    person = people.find(match["label"].strip()) if numbered and match["label"] else None
    if numbered:
        titled = line.end if line.kind == "heading" else match.end()
        return _named(line, titled, "heading", people, person.name, (None, None)) if person else None
    label = (match["bracketed"] or match["label"]).strip(' *_【】[]“”"')
    body = match.end()
    if _FIELD.fullmatch(label):
        return None
    if _QUESTION_LABEL.match(label):
        return Opener(line.start, body, "label", True, None)
    if _ANSWER_LABEL.match(label):
        return _answer(line, body, people)
    named = _ANSWER_OF.fullmatch(label)
    label = named["who"] if named else label
    if _SPOKE.search(label) and text[body : body + 1] in _QUOTES and text.find("\n", body) > 0:
        return None
    official = _official(label, people)
    if official:
        name, office = official
        return _named(line, body, "label", people, name, office)
    holder = people.by_office(label)
    if holder:
        return _named(line, body, "label", people, holder.name, (None, None))
    if len(label) <= 60 and _OUTLET.search(label) and _is_outlet(label, text, body, line):
        return Opener(line.start, body, "label", True, outlet(label))
    return None


def _answer(line: Line, body: int, people: People) -> Opener:
    """Open an answer without a name; where one person alone has been met, it is theirs."""
    met = list(people)
    if len(met) != 1:
        return Opener(line.start, body, "label", False, None)
    return Opener(line.start, body, "label", False, met[0].name, met[0].role, met[0].agency)


def _official(label: str, people: People) -> tuple[str, tuple[str | None, str | None]] | None:
    """Return name and office of a label that is a person's."""
    label = _SPOKE.sub("", _HOST.sub("", _MR.sub("", label))).strip(" ,、") or label
    label = re.sub(r"(?<=[㐀-鿿])\s+(?=[㐀-鿿]{1,2}\Z)", "", label)
    if re.fullmatch(HAN_NAME, label) or (people.find(label) and len(label) < 40) or is_latin_name(label):
        return label, (None, None)
    chinese = (
        _OFFICE_NAME_ZH.match(label)
        or _NAME_TITLE_ZH.fullmatch(label)
        or _TITLE_NAME_ZH.fullmatch(label)
        or _NAME_OFFICE_ZH.match(label)
    )
    if chinese:
        return _name_and_office_zh(chinese)
    english = _NAME_OFFICE_EN.match(label) or _OFFICE_NAME_EN.match(label)
    if english and has_office_en(english["office"]) and _is_name(english["name"], people):
        return english["name"], split_office_en(english["office"])
    duty = _NAME_AND_DUTY_EN.fullmatch(label) or _BEFORE_NAME_EN.fullmatch(label)
    if duty and is_latin_name(duty["name"]) and duty["office"].count(" ") < _LONGEST_OFFICE:
        return duty["name"], split_office_en(duty["office"])
    organ = _OF_ORGAN.fullmatch(label)
    return (organ["name"], (None, organ["office"])) if organ else None


def _is_outlet(label: str, text: str, body: int, line: Line) -> bool:
    """Tell whether a label with an outlet's word asks something, or stands alone on its line."""
    if re.search(r"来源|Source|消息|获悉|了解到|报道|[,。;]", label) or (
        "记者" in label and not _REPORTER.match(label)
    ):
        return False
    return body >= line.end or "记者" in label or "eporter" in label or "?" in text[body : line.end]


def outlet(label: str) -> str | None:
    """Return the outlet in a reporter's label: `北方新报记者 李某` → `北方新报`; None for `a reporter`."""
    inside = re.fullmatch(r"记者\(([^()]{2,20})\)", label)
    if inside:
        return inside.group(1)
    label = re.sub(r"^(?:The |A )?[Rr]eporters? (?:of|from) (?:the )?", "", label)
    head = re.split(r"记者|\s+(?:[Rr]eporter|[Jj]ournalist|[Cc]orrespondent)", label)[0]
    head = re.sub(r"\s+ask(?:s|ed)\Z", "", head).strip(" :,、")
    return None if head in _ANYBODY or not head else head


def _glued(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read a name or `X reporter` that is glued to what is said."""
    reporter = _GLUED_REPORTER.match(text, start, line.end)
    if reporter:
        return Opener(line.start, reporter.end(), "label", True, reporter["outlet"] or reporter["press"])
    for person in people:
        for spelling in (person.name, *person.aka):
            end = start + len(spelling)
            if text[start:end].casefold() != spelling.casefold() or end >= line.end:
                continue
            if (spelling.isascii() and (text[end].isupper() or text[end] in '"“')) or text[end] in "\u3000\t":
                return _named(line, end, "label", people, text[start:end], (None, None))
    return None


def _reported(text: str, line: Line, start: int, people: People) -> Opener | None:
    """Read a paragraph that opens with `Office Name said that …`, with the office spelled out."""
    match = _SAID.match(text, start, min(line.end, start + 300))
    official = _official(match["lead"], people) if match else None
    if official is None or not (official[1][0] or people.find(official[0])):
        return None
    return _named(line, line.start, "reported", people, *official)


def _exchange(text: str, line: Line, start: int, people: People, asked: bool) -> Opener | None:
    """Read a reported exchange: `X News asked …`, then `Name answered that …`."""
    limit = min(line.end, start + 160)
    question = _ASKED.match(text, start, limit)
    if question:
        name = question["outlet"] or question["press"]
        if _OUTLET.search(name) and people.find(name) is None:
            return Opener(line.start, line.start, "reported", True, outlet(name))
    verb = _REPLIED.search(text, start, limit) if asked else None
    person = _last_named(text[start : verb.start()].strip(), people) if verb else None
    if person:
        return Opener(line.start, line.start, "reported", False, person.name, person.role, person.agency)
    return None


def _last_named(lead: str, people: People) -> Person | None:
    """Return the person whose name ends the words before a verb of answering."""
    for person in people:
        if any(lead.endswith(spelling) for spelling in (person.name, *person.aka)):
            return person
        if any(lead.startswith(s) and len(lead) < len(s) + 16 for s in (person.name, *person.aka) if not s.isascii()):
            return person
    words = lead.split()
    if is_latin_name(" ".join(words[-2:])):
        return people.meet(" ".join(words[-2:]))
    if re.fullmatch(HAN_NAME, lead):
        return people.meet(lead)
    return people.by_surname(words[-1]) if words else None
