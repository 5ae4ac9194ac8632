"""Finds what a change, share, rank or ratio speaks of: a subject of its own, or the figure before it.

`刑事警情同比下降5%` names its subject; `125起,同比上升5%` does not. With 分别 or `respectively`, so many subjects
or earlier levels as there are numbers are matched with them in order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policestats_tui.engine.extract import chinese, genre
from policestats_tui.engine.extract.changes import Statement
from policestats_tui.engine.extract.links import goes
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring, Term
from policestats_tui.engine.model import Why

_TOGETHER = re.compile(
    r"[两三四五]项?(?:指数|指标|数据)|\b(?:two|three|four|five) (?:numbers|figures|indicators|indexes|indices|items)\b",
    re.IGNORECASE,
)
"""As many earlier figures together: `the three numbers falling 9%, 11% and 8%`."""
_PAIRED = re.compile(rf"分别|各自|respectively|{_TOGETHER.pattern}", re.IGNORECASE)
_AND_ZH = re.compile(r"、|和|及|以及")
_AND_EN = re.compile(r",\sand\s|\sand\s|,\s")
_EN_CLAUSE = re.compile(r"[;:]|,\s(?:and|while|but|with|which|representing|accounting|of which)\b|[.!?]\s|,")
_SENTENCE_PART = re.compile(r"[;:.!?]\s")
_RIGHT_EDGE = re.compile(r"[;.。,]")
_PHRASE_END = re.compile(
    r"\b(?:involving|concerning|about|of|in|by|for|to|on|and|or|with|from|against|at|than|were|was|had|have"
    r"|has)\b|[,.;:]|'s\b|’s\b"
)
_SPECIFIED = re.compile(r"\b(?:involving|causing|resulting|with|that|which)\b")
_OF_ZH = re.compile(r"(?:以上|以下|左右)?的?(?=[㐀-鿿])")
_UNKNOWN_RATE = re.compile(
    r"[㐀-鿿](?<!占)(?<!比)(?<!成功)(?<!到位)率(?:已|均|仅|也|都|约|近|达到?|为|是|至|到|保持在|稳定在|提升至|提高到|超过?|由|从|[\d年的]){0,12}\Z"
    r"|\b(?<!the )(?<!a )(?<!success )rate (?:(?:of|among|in|for) [\w ]{3,90} )?(?:\w+ ){0,2}"
    r"(?:is|was|stood at|stayed|reached|remained|exceeded|hit)[\w ]{0,20}\Z",
    re.IGNORECASE,
)
"""A rate of something that no list names: nothing that was done, whatever stands around it."""
_SAID_THAT = re.compile(
    r"\b(?:said|says|added|noted|reported|showed?|shows|that|while|and)\s"
    r"(?:about\s|over\s|nearly\s|some\s|more than\s)?\Z"
)
_TURN = re.compile(r"(?:、|和|及)(?:上升|下降|增长|减少|增加|下跌|上涨|提高|降低)了?")
_AGAIN = re.compile(
    r"[,、](?:同比|环比|按年|按月|较[^,;。]{1,8})(?:也|又)?分别(?:上升|下降|增长|减少|增加|下跌|上涨|提高|降低)了?"
)
_RATE_MOVED = re.compile(
    r"率[^,;。]{0,16}(?:上升|下降|提升|提高|降低|增长|增加|减少|[升降增减跌])[^,;。]{0,8}\Z"
    r"|\b(?<!crime )rate\b[^.;,\d]{0,90}\Z"
)
_MAINLY = re.compile(r"主要[为是系涉集]|多为|大多|均为|以[^,;。]{1,12}为主")
"""After a figure: words on what most of it is. The share that follows is one of that figure: `主要为盗窃,占66%`."""
_ONLY_HEDGE = re.compile(r"\s(?:about\s|nearly\s|almost\s|over\s|some\s|more than\s|up to\s)?")
_ACCOUNTS = re.compile(r"\b(?:accounting for|representing)\s(?:\w+\s){0,2}\Z")
_OF = re.compile(r"\sof\s(?!whom|which|them|these|those\b(?!\s[a-z]+(?:ed|en|ught|held)\b))")
_OF_THEM = re.compile(r"\sof (?:them|these|whom|which)\b(?!\s[a-z]+s\b)")
_THOSE = re.compile(r"those\s")
_SHARE_OF_KIND = re.compile(r"的(?:比例|比重|百分比)")
"""After 占 and the whole: `未成年人占吸毒人员的比例` speaks of drug users."""
_KINDS = genre.PEOPLE - {"public"}
_PART = re.compile(r"[;。]")
_REACH = 160


@dataclass(frozen=True, slots=True)
class Subject:
    """What a relative figure speaks of: a subject of its own, or an earlier figure.

    Its own object and action, or the level at `level` from the end of those so far.
    """

    object: str | None = None
    action: str | None = None
    level: int = -1
    why: tuple[Why, ...] = ()


Spoken = tuple[Quantity, Statement, bool]


def subjects(sentence: Measuring, spoken: Sequence[Spoken]) -> list[Subject]:
    """Return the subject of each quantity of a sentence; that of a level says nothing."""
    found = [Subject()] * len(spoken)
    earlier: tuple[int, list[Subject]] = (-1, [])
    for first, last in _groups(sentence.text, spoken):
        group = _group(sentence, spoken, first, last)
        if last - first == len(earlier[1]) > 1 and earlier[0] == first and _said_again(sentence, spoken, first):
            group = earlier[1]
        found[first:last] = group
        earlier = last, group
    return found


def _said_again(sentence: Measuring, spoken: Sequence[Spoken], first: int) -> bool:
    """Tell whether a second group compares once more: `环比分别下降14%和17%,同比分别下降25%和31%`."""
    between = sentence.text[spoken[first - 1][0].end : spoken[first][0].start]
    return _AGAIN.fullmatch(between) is not None


def _groups(text: str, spoken: Sequence[Spoken]) -> list[tuple[int, int]]:
    """Return the runs of relative quantities that share their words: indexes of the first and after the last."""
    groups: list[tuple[int, int]] = []
    for index, (one, said, _) in enumerate(spoken):
        if said.kind == "level":
            continue
        turned = index and spoken[index - 1][1].kind == said.kind and _turns(text, spoken[index - 1][0], one)
        if (said.joined or turned) and groups and groups[-1][1] == index:
            groups[-1] = (groups[-1][0], index + 1)
        else:
            groups.append((index, index + 1))
    return groups


def _turns(text: str, before: Quantity, one: Quantity) -> bool:
    """Tell whether a list of changes goes on in the other direction: `分别上升9.5%和下降3.7%`."""
    return before.unit == one.unit and _TURN.fullmatch(text, before.end, one.start) is not None


def _group(sentence: Measuring, spoken: Sequence[Spoken], first: int, last: int) -> list[Subject]:
    one, _, zh = spoken[first]
    floor = spoken[first - 1][0].end if first else sentence.start
    size = last - first
    begin = _zone_start(sentence, one, floor, zh)
    if size > 1:
        told = _TOGETHER.search(sentence.text, max(floor, one.start - 40), one.start)
        paired = None if told else _pairs(sentence, begin, floor, one.start, size, zh)
        if paired:
            return paired
        if _PAIRED.search(
            sentence.text, max(floor, one.start - 40), min(sentence.end, spoken[last - 1][0].end + 60)
        ) and (not _own(sentence, begin, one.start, zh).object):
            return [Subject(level=place - size) for place in range(size)]
    if spoken[first][1].kind in ("share", "rank") and _surveyed(sentence, one, floor, zh):
        return [Subject("attitude", "surveyed")] * size
    own = _own(sentence, begin, one.start, zh)
    of_share = first > 0 and one.unit_name == "percentage point" and spoken[first - 1][1].kind == "share"
    mainly = zh and first > 0 and _MAINLY.search(sentence.text, floor, one.start) is not None
    if own.object is None and not (of_share or mainly or (first and spoken[first - 1][1].kind == "level")):
        own = _own(sentence, _mark_before(sentence, one, floor), one.start, zh)
    if own.object and own.action is None and not zh:
        wider = _own(sentence, _mark_before(sentence, one, floor), one.start, zh)
        own = wider if wider.object == own.object else own
    if spoken[first][1].kind == "rank" and own.object == "team":
        own = replace(own, action="other")
    if spoken[first][1].kind in ("share", "ratio"):
        deed = _done_to_part(sentence, one, begin, zh)
        if own.object in (None, "public") or deed or _is_subject(sentence.text, one, zh):
            own = _complement(sentence, one, replace(own, action=deed or own.action), zh)
        unknown = _UNKNOWN_RATE.search(sentence.text, max(begin, one.start - 130), one.start)
        if unknown and own.action is None and (own.object not in (None, "attitude") or (zh and own.object is None)):
            own = replace(own, action="other")
        own = Subject(action=own.action) if first and _of_them(sentence.text, one, zh) else own
    elif own.object and own.action is None and _RATE_MOVED.search(sentence.text, begin, one.start):
        own = replace(own, action="other")
    return [own] * size


def _of_them(text: str, one: Quantity, zh: bool) -> bool:
    """Tell whether a share is one of the figure before: `women account for 16 percent of them`."""
    return not zh and _OF_THEM.match(text, one.end) is not None


def _is_subject(text: str, one: Quantity, zh: bool) -> bool:
    """Tell whether an English share is a subject of its own: `Police said 85 percent of the vehicles were returned`."""
    if zh or not _OF.match(text, one.end):
        return False
    return _SAID_THAT.search(text, max(0, one.start - 40), one.start) is not None


def _done_to_part(sentence: Measuring, one: Quantity, begin: int, zh: bool) -> str | None:
    """Return the action of an active verb right before a share: `solved 97 percent of the murders`."""
    terms = () if zh else sentence.between(begin, one.start)
    near = terms[-1] if terms else None
    if (
        near is None
        or near.object
        or near.action in ("reached", "existing")
        or not _ONLY_HEDGE.fullmatch(sentence.text, near.end, one.start)
    ):
        return None
    return None if _ACCOUNTS.search(sentence.text, max(sentence.start, one.start - 40), one.start) else near.action


def _mark_before(sentence: Measuring, one: Quantity, floor: int) -> int:
    """Return where the part of the sentence begins that a semicolon or an earlier number does not cut off."""
    begin = max(floor, sentence.start, one.start - _REACH)
    return max((mark.end() for mark in _PART.finditer(sentence.text, begin, one.start)), default=begin)


def _surveyed(sentence: Measuring, one: Quantity, floor: int, zh: bool) -> bool:
    """Tell whether a share is one of answers: a survey is spoken of before it, or an opinion beside it."""
    before = sentence.between(max(floor, sentence.start, one.start - _REACH), one.start)
    edge = _RIGHT_EDGE.search(sentence.text, one.end, min(sentence.end, one.end + 60))
    after = () if zh else sentence.between(one.end, edge.start() if edge else min(sentence.end, one.end + 60))
    if any(term.action == "surveyed" for term in before):
        return True
    return any(term.object == "attitude" or term.action == "surveyed" for term in after)


def _complement(sentence: Measuring, one: Quantity, own: Subject, zh: bool) -> Subject:
    """Return the noun of `5% of the cases`, the subject where no noun stands before the number.

    A share that a figure accounts for speaks of that figure, whatever the whole is.
    """
    if not zh and _ACCOUNTS.search(sentence.text, max(sentence.start, one.start - 40), one.start):
        return own
    match = (_OF_ZH if zh else _OF).match(sentence.text, one.end, sentence.end)
    reach = match.end() + (12 if zh else 50) if match else one.end
    terms = sentence.between(match.end(), min(reach, sentence.end)) if match else ()
    noun = next((term for term in terms if term.object), None)
    if noun is None and terms and match and _THOSE.match(sentence.text, match.end()):
        action = terms[0].action or ""
        return Subject(genre.PERSON_BY_ACTION.get(action, "public"), action, why=_why(None, terms[0]))
    return Subject(noun.object, own.action, why=_why(noun, None)) if noun else own


def _zone_start(sentence: Measuring, one: Quantity, floor: int, zh: bool) -> int:
    """Return where the clause begins whose subject the quantity may have."""
    if zh:
        return chinese.clause_start(sentence, one.start, floor)
    begin = max(floor, sentence.start, one.start - _REACH)
    return max((mark.end() for mark in _EN_CLAUSE.finditer(sentence.text, begin, one.start)), default=begin)


def _own(sentence: Measuring, begin: int, end: int, zh: bool) -> Subject:
    """Return the subject named in `text[begin:end]`.

    In Chinese the last noun, in English the first, a measure before a noun.
    """
    terms = sentence.between(begin, end)
    nouns = [term for term in terms if term.object]
    whole = sentence.text.find("占", begin, end) if zh else -1
    if whole >= 0 and whole <= begin + 1:
        return Subject()  # `…名,占总数的5%` speaks of the figure before
    parts = [term for term in nouns if term.end <= whole]
    of_kind = whole >= 0 and _SHARE_OF_KIND.search(sentence.text, whole, end) and nouns and nouns[-1].object in _KINDS
    nouns = nouns if of_kind else parts or nouns
    measures = [term for term in nouns if term.measure]
    if zh and any(term.action == "surveyed" for term in terms):
        return Subject("attitude", "surveyed", why=_why(terms[0], None))
    nouns = (
        [term for term in nouns if term.object != "public"] or nouns
        if _KINDS & {term.object for term in nouns}
        else nouns
    )
    if measures and not zh and _SPECIFIED.search(sentence.text, nouns[0].end, measures[0].start):
        measures = []
    noun = next((term for term in nouns if term.object == "attitude"), None) or _head(
        sentence.text, measures or nouns, zh
    )
    verbs = [term for term in terms if term.action and (noun is None or goes(term.action, noun.object or ""))]
    if noun is not None and noun.object == "case":
        verbs = [verb for verb in verbs if verb.action != "involved"]  # 盗窃案件 names a crime, nothing done to it
    verb = next((term for term in verbs if term is noun), None) or (verbs[-1 if zh else 0] if verbs else None)
    return Subject(noun.object if noun else None, verb.action if verb else None, why=_why(noun, verb))


def _head(text: str, nouns: Sequence[Term], zh: bool) -> Term | None:
    """Return the last noun in Chinese.

    In English the last of the first noun phrase (`drug-related cases of fraud`: cases).
    """
    if not nouns or zh:
        return nouns[-1] if nouns else None
    head = nouns[0]
    for noun in nouns[1:]:
        if _PHRASE_END.search(text, head.end, noun.start):
            break
        head = noun
    return head


def _why(noun: Term | None, verb: Term | None) -> tuple[Why, ...]:
    return tuple(
        Why(name, term.start, term.end) for name, term in (("object", noun), ("action", verb)) if term is not None
    )


def _pairs(sentence: Measuring, begin: int, floor: int, end: int, size: int, zh: bool) -> list[Subject] | None:
    """Return as many subjects as there are numbers, where the clause or the one before it lists just so many."""
    text = sentence.text
    wider = chinese.clause_start(sentence, max(begin - 1, floor), floor) if zh else max(floor, end - _REACH)
    if not zh:
        wider = max((mark.end() for mark in _SENTENCE_PART.finditer(text, wider, end)), default=wider)
    starts = [begin, wider]
    for start in starts:
        marks = [mark.span() for mark in (_AND_ZH if zh else _AND_EN).finditer(text, start, end)]
        edges = [start, *(place for mark in marks for place in mark), end]
        parts = [
            subject
            for left, right in zip(edges[::2], edges[1::2], strict=True)
            if (subject := _own(sentence, left, right, zh)).object or subject.action
        ]
        if len(parts) == size:
            return parts
        if zh and len(parts) == 1 and len(marks) == size - 1 and parts[0].object:
            return parts * size  # `刑事、治安警情`: one noun with two words before it
    return None
