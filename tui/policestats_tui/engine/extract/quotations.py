"""Finds who is quoted or reported outside the turns: `“…”民警李某说`, `李某表示,…`, `"…," Li said`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.outline import Line
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.extract.people import (
    HAN_NAME,
    LATIN_NAME,
    OFFICE_ZH,
    has_office_en,
    is_latin_name,
    split_office_en,
    split_office_zh,
)
from policestats_tui.engine.model import Passage, Turn

_QUOTE = re.compile(
    r"“(?P<zh>[^“”]{8,700})”|「(?P<trad>[^「」]{8,700})」|(?<![\w\"])\"(?P<en>[^\"\n]{12,700})\"(?![\w\"])"
)
_WHOLE = re.compile(r"[。!?…,.]\s*\Z")
_PARTED = re.compile(r"[。!?,;]")
_SAYS_ZH = (
    r"(?:介绍|表示|说|指出|透露|强调|称|通报|坦言|告诉|描述|回忆|谈到|感慨|解释|补充|认为|分享|讲述|感叹|反映"
    r"|算(?:了|起)?(?:一?笔)?账|道)"
)
_SAYS_EN = (
    r"(?:said|says|noted|added|explained|told|stated|stressed|pointed out|introduced|recalled|admitted|warned"
    r"|emphasi[sz]ed|revealed|replied|announced|disclosed|reported|remarked|reiterated)"
)
_NOT_GIVEN = "说道表介告在对和与及的是等向就从也便正称回坦双一不有到还又只手将把因熟顶"
_LAY = r"(?:[老小][㐀-鿿]|[㐀-鿿](?:某某?|先生|女士|大爷|大妈|大叔|大姐|奶奶|爷爷|阿姨|师傅|老师|同学|老板|老汉|婆婆))"
"""How people who hold no office are called: `老李`, `张大爷`, `李女士`."""
_ROLE_LAY = (
    r"移民管理警察|值班员|驾驶员|群众|村民|居民|市民|牧民|农民|商户|摊主|业主|网友|游客|旅客|司机|店主|老板|老人|学生|家长|受害人"
    r"|当事人|事主|负责同志|相关负责人"
)
_SPEAKER_ZH = re.compile(
    rf"(?P<agency>[^,。;:!?“”\s]{{0,30}}?)(?P<role>{OFFICE_ZH}|{_ROLE_LAY})(?P<name>{_LAY}|{HAN_NAME}"
    rf"|(?![这那如一动笑激深高兴进坦在对向告])[㐀-鿿]{{2,3}}(?=介绍|表示|指出|通报|透露))?"
)
_LAY_SAYS = re.compile(rf"(?P<role>[^,。;:“”\s]{{0,20}}(?:{_ROLE_LAY}))?(?P<name>{_LAY}){_SAYS_ZH}(?:记者|道)?[,:]")
_COLON = re.compile(r"[:]\s*\Z")
_REPORTED_ZH = re.compile(
    rf"(?:[^,。;:“”]{{0,16}}(?:会上|采访时|当天|当日|今日|今天|上午"
    rf"|下午),)?(?:据)?(?P<lead>[^,。;:“”]{{0,50}}?)(?P<name>{HAN_NAME})(?:同志|(?P<title>{OFFICE_ZH}))?(?:在会上|在发布会上|在接受采访时"
    rf"|在[^,。;:]{{0,10}}(?:会上|采访时|访问时|[报中])"
    rf"|[向对给](?:记者|大家)|扳着手指|掰着(?:手指|指头)|进一步|还|首先|随后)*{_SAYS_ZH}(?:说|道|记者)*(?!了)(?P<mark>[,:]|(?=[^,。;:]))"
)
_MR = r"(?:(?:Mr|Ms|Mrs|Miss|Dr)\.? )?"
_RANK_EN = (
    r"(?:(?:Detective|Senior|Chief|Deputy|Vice|Assistant|Acting|Station|Police) )*(?:Superintendent|Inspector"
    r"|Commissioner|Director"
    r"|Secretary|Captain|Officer|Sergeant|Minister|Procurator|Prosecutor|Judge|Commander|Spokes(?:man|woman"
    r"|person)|Chief)"
)
_RANKED_EN = re.compile(rf"(?:\b|\A){_RANK_EN}\s?\Z")
_OF_EN = r" of (?:the )?[A-Z][\w' -]{2,60}?"
_REPORTED_EN = re.compile(
    rf"{_MR}(?P<name>{LATIN_NAME})(?P<office>, [^.;:\"]{{4,160}}?,|,|{_OF_EN})? (?:also |then "
    rf"|further )?{_SAYS_EN}(?:,? |: ?)(?:that "
    rf"|reporters that |the press that |(?:at|in|during|on|to) [^.;:\"]{{2,80}}? that )?"
)
_SURNAME_EN = re.compile(rf"{_MR}(?P<surname>[A-Z][a-z]+) (?:also |then |further )?{_SAYS_EN} (?:that )?")
_SURNAME_TAIL_EN = re.compile(
    rf",[”\"]? (?:{_MR}(?P<surname>[A-Z][a-z]+) {_SAYS_EN}|{_SAYS_EN} {_MR}(?P<surname2>[A-Z][a-z]+)"
    rf"|(?P<pronoun>(?i:he|she)) (?:also |further )?{_SAYS_EN})\.?\s*\Z"
)
_SURNAME_AFTER_EN = re.compile(
    rf",? {_MR}(?P<surname>[A-Z][a-z]+) {_SAYS_EN}\b|,? {_SAYS_EN} {_MR}(?P<surname2>[A-Z][a-z]+)\b(?! [A-Z])"
)
_TOLD = re.compile(r"\d|\b(?:were|was|have|has|had) ")
_TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr)\.? \Z")
_NAMED_EN = re.compile(
    rf"{_MR}(?P<name>{LATIN_NAME})(?P<office>, [^.;:\"]{{4,160}}?,|,)? (?:also |then |further )?{_SAYS_EN}\b"
    rf"|(?:according to|{_SAYS_EN}) {_MR}(?P<name2>{LATIN_NAME})(?P<office2>, [^.;:\"]{{4,160}}?[,.])?"
)
_AFTER_EN = re.compile(
    rf",? (?:(?P<role>[a-z][\w -]{{2,60}}"
    rf"|{_RANK_EN}) )?(?P<name>{LATIN_NAME})(?P<office>, [^.;:\"]{{4,160}}?,)? {_SAYS_EN}\b"
    rf"|,? {_SAYS_EN} (?:(?P<role2>[a-z][\w -]{{2,60}}?|{_RANK_EN}) )?(?P<name2>{LATIN_NAME})"
    rf"(?P<office2>, [^.;:\"]{{4,160}}?[,.])?"
)
_TAIL_EN = re.compile(
    rf", (?:{_SAYS_EN}|according to) (?P<name>{LATIN_NAME})(?P<office>, [^.;:\"]{{4,160}})?\.?\Z"
    rf"|, (?:(?:[A-Z]{{2,8}} |the )?[a-z][\w-]{{2,20}} )?(?P<name2>{LATIN_NAME})(?P<office2>, [^.;:\"]{{4,160}},)?"
    rf" {_SAYS_EN}[^.;:\"]{{0,60}}\.?\Z"
)
_LONE_EN = re.compile(
    rf",? {_SAYS_EN} (?P<name>[A-Z][a-z]{{2,14}})(?:(?P<office>, (?:an?|the) [^.;:\"]{{3,80}})|(?=[.,]))"
    rf"|,? an? [a-z][\w ]{{2,40}} (?:with the |by the )?surnamed? (?P<surname>[A-Z][a-z]+) {_SAYS_EN}"
)
_COLON_EN = re.compile(
    rf"(?P<role>{_RANK_EN} |[A-Z]?[a-z]+ (?:chief|head|leader|director|captain|officer) )"
    rf"(?P<name>[A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?)[^.:;\"\n]{{0,60}}: \Z"
)
_GOES_ON = re.compile(rf"(?:他|她)(?:还|同时|进一步)?{_SAYS_ZH}|(?:He|She) (?:also |further )?{_SAYS_EN}\b")
_ASIDE_LENGTH = 120
_BODIES = "部局厅院署办委会处队所方"
_ACCORDING_EN = re.compile(rf"According to {_MR}(?P<name>{LATIN_NAME})(?P<office>, [^.;:\"]{{4,160}}?)?, ")
_ASIDE = re.compile(r"\([^()]{1,20}\)\Z")
_OFFICE_END = re.compile(rf"(?:{OFFICE_ZH})\Z")


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who is quoted: name, role and agency, each as far as the text says."""

    name: str | None = None
    role: str | None = None
    agency: str | None = None


@dataclass(slots=True)
class _Voices:
    """Those who are said to speak anywhere in a document, by surname (None: several have it), and who spoke last."""

    by_surname: dict[str, _Voice | None]
    last: _Voice | None = None

    @classmethod
    def of(cls, text: str) -> "_Voices":
        """Return those whom an English text names in full as speaking."""
        voices: dict[str, _Voice | None] = {}
        for match in _NAMED_EN.finditer(text):
            name = match["name"] or match["name2"]
            if not is_latin_name(name):
                continue
            voice = _Voice(name, *split_office_en((match["office"] or match["office2"] or "").strip(",. ")))
            before = voices.setdefault(name.split()[0], voice)
            if before is None or before.name != name:
                voices[name.split()[0]] = None
        return cls(voices)

    def find(self, surname: str | None) -> _Voice | None:
        """Return the one speaker of that surname."""
        return self.by_surname.get(surname) if surname else None


def find_quotations(text: str, original: str, lines: Sequence[Line], turns: Sequence[Turn]) -> list[Turn]:
    """Return what is quoted or reported outside `turns`, as statements in reading order, without overlaps.

    Args:
        text: The simplified text.
        original: The document's text; names are spelled as there.
        lines: The document's lines.
        turns: The turns in which somebody has the floor.
    """
    found: list[Turn] = []
    known = _Voices.of(text)
    for start, end in _gaps(lines, turns):
        quoted = list(_quoted(text, original, start, end, known))
        found += quoted
        found += _reported(text, original, start, end, quoted, known)
    return sorted(found, key=lambda turn: turn.start)


def _gaps(lines: Sequence[Line], turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text lines that no turn covers."""
    starts = [turn.start for turn in turns]
    start: int | None = None
    end = 0
    for line in lines:
        place = bisect_left(starts, line.end) - 1
        free = line.kind == "text" and (place < 0 or turns[place].end <= line.start)
        if free:
            start = line.start if start is None else start
            end = line.end
        elif start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def _quoted(text: str, original: str, start: int, end: int, known: _Voices) -> Iterator[Turn]:
    """Yield the quotations of a stretch that are whole sentences."""
    last: tuple[int, _Voice] | None = None
    for match in _QUOTE.finditer(text, start, end):
        kind = match.lastgroup or "zh"
        left, right = match.span(kind)
        if not _is_sentence(text, left, right, text[match.end() : match.end() + 1]):
            continue
        left_mark, right_mark = match.span()
        if kind == "en":
            voice = _said_by_surname(text, right_mark, end, known) or _said_by_en(text, left_mark, right_mark, end)
        else:
            voice = _said_by_zh(text, left_mark, right_mark, end)
        if voice is None and last and _resumes(text, last[0], left_mark):
            voice = last[1]
        if voice is None:
            continue
        last = (right_mark, voice)
        yield Turn(left, right, "statement", _spelled(voice.name, text, original), voice.role, voice.agency)


def _resumes(text: str, stop: int, start: int) -> bool:
    """Tell whether a quotation goes on the one before, with no more than `he said.` between them."""
    between = text[stop:start]
    return len(between) < _ASIDE_LENGTH and "\n" not in between and between.rstrip().endswith((".", ",", "。", ":"))


def _is_sentence(text: str, start: int, end: int, following: str) -> bool:
    """Tell whether what stands in quotation marks is speech, and not a name or a slogan."""
    if _WHOLE.search(text, start, end):
        return True
    return bool(_PARTED.search(text, start, end)) and (end - start >= 14 or following in "\n")


def _spelled(name: str | None, text: str, original: str) -> str | None:
    """Return a name as the document spells it."""
    place = text.find(name) if name else -1
    return original[place : place + len(name)] if name and place >= 0 else None


def _said_by_zh(text: str, start: int, stop: int, end: int) -> _Voice | None:
    """Return who says a Chinese quotation: named right before it, right after it, or in the sentence that follows."""
    before = text[max(start - 60, 0) : start]
    lead = re.split(r"[。!?\n”]", before)[-1]
    if re.search(rf"{_SAYS_ZH}[^。,]{{0,6}}[:,]?\s*\Z", lead):
        return _voice_zh(lead)
    if _COLON.search(lead):
        told = _voice_zh(lead)
        if told.name:
            return told
    follow = re.split(r"[。!?\n“]", text[stop : min(stop + 90, end)])[0]
    opens = start == 0 or text[start - 1] in "\n。" or not lead.strip()
    if re.search(rf"{_SAYS_ZH}(?:道)?\Z|{_SAYS_ZH}[,,]", follow):
        return _voice_zh(follow)
    if not opens:
        return None
    wider = text[stop : min(stop + 200, end)].split("\n\n")[0]
    return _voice_zh(wider)


def _voice_zh(words: str) -> _Voice:
    """Read role and name from Chinese words."""
    best = _Voice()
    for match in _SPEAKER_ZH.finditer(words):
        name = _trimmed(match["name"])
        role = match["role"]
        best = _Voice(name, role, match["agency"].split("的")[-1] or None) if name or best.role is None else best
        if name:
            return best
    if best.role is None:
        alone = re.match(rf"\s*(?P<name>{_LAY}|{HAN_NAME}){_SAYS_ZH}", words)
        return _Voice(_trimmed(alone["name"])) if alone else _Voice()
    return best


def _trimmed(name: str | None) -> str | None:
    """Take off a character that belongs to the words behind a name."""
    if name and len(name) == 3 and name[-1] in _NOT_GIVEN:
        return name[:-1]
    return name


def _said_by_en(text: str, start: int, stop: int, end: int) -> _Voice | None:
    """Return who says an English quotation, named right before or after it; None where nobody is."""
    after = _AFTER_EN.match(text, stop, min(stop + 260, end))
    if after:
        name = after["name"] or after["name2"]
        role, agency = split_office_en(after["office"] or after["office2"] or after["role"] or after["role2"] or "")
        named = is_latin_name(name) or (role and has_office_en(role))
        return _Voice(name, role, agency) if named else _Voice(None, role, agency)
    lone = _LONE_EN.match(text, stop, min(stop + 200, end))
    if lone and (
        lone["office"] or re.search(rf"\b{lone['name']}, (?:\d|(?:an?|the) )", text[max(start - 1500, 0) : start])
    ):
        return _Voice(lone["name"] or lone["surname"], (lone["office"] or "").strip(", ") or None)
    if lone and lone["surname"]:
        return _Voice(lone["surname"])
    lead = text[max(start - 200, 0) : start]
    counting = _COLON_EN.search(lead)
    if counting:
        return _Voice(counting["name"], (counting["role"] or "").strip() or None)
    before = re.search(rf"(?P<name>{LATIN_NAME})(?P<office>, [^.;:\"]{{4,120}},|,)? {_SAYS_EN}[:,]?\s?\Z", lead)
    if before and (is_latin_name(before["name"]) or _TITLED.search(lead, 0, before.start("name"))):
        return _Voice(before["name"], *split_office_en((before["office"] or "").strip(", ")))
    return None


def _said_by_surname(text: str, stop: int, end: int, known: _Voices) -> _Voice | None:
    """Return who says an English quotation where a surname alone is named right after it."""
    after = _SURNAME_AFTER_EN.match(text, stop, min(stop + 80, end))
    return known.find(after["surname"] or after["surname2"]) if after else None


def _reported(text: str, original: str, start: int, end: int, quoted: Sequence[Turn], known: _Voices) -> Iterator[Turn]:
    """Yield reported speech: from behind `X表示,` or `X said that` to the end of the sentence, and what `he` adds."""
    voice = known.last
    paragraph = -1
    starts = [turn.start for turn in quoted]
    passages = split_passages(text, start, end)
    for index, passage in enumerate(passages):
        place = bisect_left(starts, passage.end) - 1
        if place >= 0 and passage.start < quoted[place].end:
            voice = None
            continue
        told = _report(text, passage.start, passage.end) or _report_by_surname(text, passage, voice, known)
        if told is None and voice and (passage.paragraph == paragraph or _names_again(text, passage.start, voice)):
            told = (passage.start, passage.end, voice)
        if told is None:
            voice = None
            continue
        begin, stop, voice = told
        if begin >= stop:
            continue
        known.last = voice
        continues = not text[begin].isascii() or begin > passage.start or passage.paragraph == paragraph
        continues = continues or (told is not None and _GOES_ON.match(text, passage.start) is not None)
        continues = continues or _closes(text, passages, index)
        paragraph = passage.paragraph if continues else -1
        yield Turn(begin, stop, "statement", _spelled(voice.name, text, original), voice.role, voice.agency)


def _closes(text: str, passages: Sequence[Passage], index: int) -> bool:
    """Tell whether a later sentence of the paragraph ends with `, she said`: what stands between is told as well."""
    for passage in passages[index + 1 : index + 6]:
        if passage.paragraph != passages[index].paragraph:
            return False
        if _SURNAME_TAIL_EN.search(text, max(passage.start, passage.end - 60), passage.end):
            return True
    return False


def _report_by_surname(
    text: str, passage: Passage, voice: _Voice | None, known: _Voices
) -> tuple[int, int, _Voice] | None:
    """Return the same where a surname or a pronoun alone stands for somebody named before (`…, Tan said`)."""
    head = _SURNAME_EN.match(text, passage.start, passage.end)
    speaker = known.find(head["surname"]) if head else None
    if head and speaker:
        return head.end(), passage.end, speaker
    tail = _SURNAME_TAIL_EN.search(text, max(passage.start, passage.end - 60), passage.end)
    if tail:
        speaker = voice if tail["pronoun"] else known.find(tail["surname"] or tail["surname2"])
        return (passage.start, tail.start(), speaker) if speaker else None
    return None


def _names_again(text: str, start: int, voice: _Voice) -> bool:
    """Tell whether a sentence opens with `he said` or with the surname of who spoke last."""
    if _GOES_ON.match(text, start):
        return True
    surname = voice.name.split()[0] if voice.name and voice.name.isascii() else None
    return bool(
        surname and re.match(rf"{re.escape(surname)} (?:also |further )?{_SAYS_EN}\b", text[start : start + 60])
    )


def _report(text: str, start: int, end: int) -> tuple[int, int, _Voice] | None:
    """Return where reported speech begins and ends in a sentence, and whose it is."""
    match = _REPORTED_ZH.match(text, start, min(end, start + 110))
    if match and match["name"][-1] not in _BODIES:
        name, lead = _trimmed(match["name"]), match["lead"].rstrip()
        lead = _ASIDE.sub("", lead)
        role, agency = split_office_zh(lead) if _OFFICE_END.search(lead) else (match["title"], None)
        if role or len(lead) == 0:
            return match.end(), end, _Voice(name, role, agency)
    lay = _LAY_SAYS.match(text, start, end)
    if lay:
        return lay.end(), end, _Voice(lay["name"], lay["role"])
    according = _ACCORDING_EN.match(text, start, end)
    if according and is_latin_name(according["name"]):
        office = (according["office"] or "").strip(", ")
        return according.end(), end, _Voice(according["name"], *split_office_en(office))
    english = _REPORTED_EN.search(text, start, min(end, start + 300))
    titled = english and _TITLED.search(text, start, english.start("name"))
    ranked = english and _RANKED_EN.search(text, start, english.start("name"))
    if english and (is_latin_name(english["name"]) or titled or ranked):
        lead = text[start : english.start()].strip(" ,")
        office = (english["office"] or "").strip(", ") or (
            lead if has_office_en(lead) and not _TOLD.search(lead) else ""
        )
        if (
            english.start() == start
            or office
            or _RANKED_EN.fullmatch(lead)
            or re.match(r"(?:In|At|On|According)\b", lead)
        ):
            return english.end(), end, _Voice(english["name"], *split_office_en(office))
    tail = _TAIL_EN.search(text, max(start, end - 260), end)
    if tail and is_latin_name(tail["name"] or tail["name2"]):
        office = (tail["office"] or tail["office2"] or "").strip(", ")
        return start, tail.start(), _Voice(tail["name"] or tail["name2"], *split_office_en(office))
    return None
