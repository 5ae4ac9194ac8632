"""Ties Chinese quantities to their nouns and verbs.

Two word orders: verb, noun, number (`破获刑事案件125起`) and verb, number, noun (`派出6个工作组`); the verb may
also follow (`28名逃犯全部到案`, `对21个问题、29起案件进行挂牌督办`). A noun phrase ends in its head, so the last
noun that the measure word can count is the one. The governing verb comes first in its clause; a verb before 的 only
describes.
"""

import re
from collections.abc import Sequence

from policestats_tui.engine.extract import genre
from policestats_tui.engine.extract.links import Link, first_that_applies, fits, goes, object_of
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring, Term

_CLAUSE = re.compile(r"[,;。:!?\n]")
_PHRASE = re.compile(r"[,;。:!?、()\n]")
_BRIDGE = re.compile(
    r"(?:[共计总达约近超过逾多为有了的是已累数量率:\s到至余高又还各分别仅只等大小新]|合计|累计"
    r"|先后|以上|其中|人员|人数|折算后){0,10}"
)
_AND = re.compile(r"\s?(?:、|和|及|以及|与|并|,)\s?")
_FOLLOWS = re.compile(
    r"(?:被|全部|均|已|都|得到|受到|予以|进行|成功|依法|顺利|先后|等|现已|获|遭|悉数|分别|随即|当场|现|正){1,6}"
)
_TOGETHER = ("", "并", "和", "、", "并依法", "及", "与")
_LEFT_ALONE = re.compile(
    r"(?:[^,;。]{0,24}最[多高大],)?(?:累计|共计|总计|合计|共|计|总数|达到?|为|是|有|约|近|超过?|已|逾|\s){1,6}"
)
"""A clause that holds nothing but the number, after the one that names what is counted: `诈骗件数最多,计4468件`."""
_ALL = re.compile(r",(?:目前|现|现已|已|且|并)?(?:全部|均|已全部|都|悉数)")
_AGENT = re.compile(r"科(?!技)|局|[总支大中]队|署|厅|员(?!工)|组(?!织|成|建)|官|部门|机关|办公室|专班|窗口|大厅|管理")
"""After a verb that is but part of a name for those who act: `商业罪案调查科`, `侦查员`, `检查组`."""
_BY_CRIME = frozenset(("case", "suspect", "fugitive", "offender", "gang"))
_BY_TRADE = frozenset(("place", "vehicle", "den", "good", "officer", "public"))
_ACTORS = frozenset(("gang", "den", "suspect", "fugitive", "offender", "officer", "public", "case"))
_LOOSE_COUNTERS = frozenset(("one", "spot", "establishment"))
_NAME = 5
_ACTING = re.compile("利用|从事|实施|通过|专门|涉嫌")
_CASE_COUNTERS = frozenset(("item", "incident", "instance"))
_REACH_LEFT, _REACH_RIGHT = 70, 40


def _left_edge(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return the offset after the last mark of `pattern` in `text[start:end]`, else `start`."""
    edge = start
    for match in pattern.finditer(text, start, end):
        edge = match.end()
    return edge


def _right_edge(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.search(text, start, end)
    return match.start() if match else end


def _skip_brackets(text: str, start: int, end: int) -> int:
    """Return the offset of the bracket that opens before a number in `案件(放火、爆炸)2233起`, else `end`."""
    if text[end - 1 : end] == ")":
        opening = text.rfind("(", start, end)
        return opening if opening > 0 else end
    return end


def clause_start(sentence: Measuring, place: int, floor: int) -> int:
    """Return where the comma clause around `place` begins, no earlier than `floor`."""
    return _left_edge(_CLAUSE, sentence.text, max(floor, sentence.start, place - _REACH_LEFT), place)


def _left_noun(sentence: Measuring, one: Quantity, floor: int) -> Term | None:
    text = sentence.text
    start = max(floor, sentence.start, one.start - _REACH_LEFT)
    end = _skip_brackets(text, start, one.start)
    begin = _left_edge(_PHRASE, text, start, end)
    if begin > start and text[begin - 1] == "," and _LEFT_ALONE.fullmatch(text, begin, end):
        begin = _left_edge(_PHRASE, text, start, begin - 1)
    nouns = [term for term in sentence.between(begin, end) if term.object and fits(one, term.object)]
    plain = [term for term in nouns if text[term.end : term.end + 1] != "的"]
    return plain[-1] if plain else None


def _right_noun(sentence: Measuring, one: Quantity, ceiling: int) -> Term | None:
    text = sentence.text
    end = _right_edge(_PHRASE, text, one.end, min(ceiling, sentence.end, one.end + _REACH_RIGHT))
    head = _after_clause(sentence, one, end)
    for term in () if head else sentence.between(one.end, end):
        if head is not None and text[head.end : term.start] not in ("", " ", "“", "”", "/"):
            break
        if term.object is None:
            adjacent = text[one.end : term.start].strip() == "" and term.action != "listed"
            if head is not None or adjacent:
                break
            if not re.match(r"[㐀-鿿]{0,6}的", text[term.end : term.end + 7]) and not _qualifies(
                sentence, term, ceiling
            ):
                break
        elif fits(one, term.object):
            head = term
    return head


def _after_clause(sentence: Measuring, one: Quantity, end: int) -> Term | None:
    """Return the noun that a clause with a verb of its own describes: `2个利用快艇走私冻品的团伙`."""
    if one.kind != "counter" or one.unit_name in _LOOSE_COUNTERS - {"one"}:
        return None
    mark = sentence.text.find("的", one.end, end)
    if mark < 0:
        return None
    acting = any(term.action and not term.object for term in sentence.between(one.end, mark))
    if not acting and not _ACTING.search(sentence.text, one.end, mark):
        return None
    nouns = [term for term in sentence.between(mark + 1, end) if term.start - mark <= _NAME and term.object]
    head = nouns[0] if nouns else None
    return head if head and head.object in _ACTORS and fits(one, head.object or "") else None


def _qualifies(sentence: Measuring, verb: Term, ceiling: int) -> bool:
    """Tell whether a verb only qualifies the noun right after it (`29个督办案件`) and governs no number to come."""
    nouns = [term for term in sentence.between(verb.end, min(verb.end + 8, ceiling)) if term.object]
    return bool(nouns) and nouns[0].start == verb.end and ceiling - nouns[0].end > 2


def _adjacent(text: str, noun: Term, one: Quantity) -> bool:
    end = _skip_brackets(text, noun.end, one.start)
    return _BRIDGE.fullmatch(text, noun.end, end) is not None


def noun_of(sentence: Measuring, one: Quantity, floor: int, ceiling: int) -> Term | None:
    """Return the noun that the quantity counts: the one beside it, on the left before the right."""
    left = _left_noun(sentence, one, floor)
    right = _right_noun(sentence, one, ceiling)
    if left and right and _adjacent(sentence.text, left, one):
        begin = clause_start(sentence, left.start, floor)
        governed = any(term.action for term in sentence.between(begin, left.start)) or left.measure
        return left if governed else right
    return right or left


def _governing(sentence: Measuring, begin: int, end: int) -> list[Term]:
    """Return the verbs of `text[begin:end]`, those before 的 last; of verbs that 并 or 、 joins, the outcome first."""
    said = [term for term in sentence.between(begin, end) if term.action and not _AGENT.match(sentence.text, term.end)]
    verbs = [term for index, term in enumerate(said) if not _names_crime(sentence, term, governed=index > 0)]
    groups: list[list[Term]] = []
    ends = {term.start for term in verbs}
    for verb in verbs:
        if _closes(sentence.text, verb) and verb.end + 1 not in ends and not verb.object:
            continue
        if groups and sentence.text[groups[-1][-1].end : verb.start] in _TOGETHER:
            groups[-1].append(verb)
        else:
            groups.append([verb])
    ordered = [verb for group in groups for verb in _outcome_first(group)]
    describing = [verb for verb in ordered if _describes(sentence.text, verb)]
    return [verb for verb in ordered if verb not in describing] + describing


def _outcome_first(group: list[Term]) -> list[Term]:
    """Put outcomes before searches, and freezing first: `查封、扣押、冻结资产` is money frozen."""
    strong = [verb for verb in group if verb.action not in genre.WEAK_ACTIONS]
    strong.sort(key=lambda verb: verb.action != "frozen")
    return strong + [verb for verb in reversed(group) if verb not in strong]


def _describes(text: str, verb: Term) -> bool:
    return text[verb.end : verb.end + 1] == "的"


def _following(sentence: Measuring, one: Quantity, noun: Term | None, ceiling: int) -> list[Term]:
    """Return the verbs after the quantity that speak of it: `案件125起被侦破`, `28名逃犯全部到案`."""
    text = sentence.text
    begin = noun.end if noun and noun.start >= one.end else one.end
    end = _right_edge(_CLAUSE, text, begin, min(ceiling, sentence.end, begin + _REACH_RIGHT))
    verbs = [term for term in sentence.between(begin, end) if term.action and not _of_next(sentence, term, ceiling)]
    if not verbs:
        return _next_clause(sentence, end, ceiling)
    verbs = sorted(verbs, key=lambda verb: text[verb.start - 1] != "被")
    if end < ceiling < sentence.end or ceiling > end or ceiling >= sentence.end:
        return verbs
    if _closes(text, verbs[0]) and verbs[0].start - begin <= 4:
        return verbs[:1]
    marked = _FOLLOWS.search(text, begin, verbs[0].start)
    return verbs if marked else []


def _of_next(sentence: Measuring, verb: Term, ceiling: int) -> bool:
    """Tell whether a verb governs the number that comes right after it: `17起案件已侦破15起`."""
    return (
        ceiling < sentence.end and not verb.object and _BRIDGE.fullmatch(sentence.text, verb.end, ceiling) is not None
    )


def _closes(text: str, verb: Term) -> bool:
    """Tell whether nothing follows a verb that it could govern: `3人死亡、11人受伤`."""
    return text[verb.end : verb.end + 1] in tuple("、,;。和及)")


def _has_own_object(sentence: Measuring, verb: Term, noun: Term) -> bool:
    """Tell whether another noun stands between a verb and a measure.

    `非法处置电池案涉案人员26名` is not about disposal.
    """
    return any(term.object for term in sentence.between(verb.end, noun.start))


def _names_crime(sentence: Measuring, verb: Term, governed: bool = False) -> bool:
    """Tell whether a verb is but the name of a crime, as in `盗窃嫌疑人`: nothing that was done to them.

    Of places and vehicles it names the trade where another verb governs them: `约谈运输企业23家`.
    """
    if verb.action != "involved" or sentence.text[verb.start] in "涉案":
        return False
    nouns = sentence.between(verb.end, min(verb.end + 8, sentence.end))
    if not nouns or nouns[0].start != verb.end or nouns[0].object is None:
        return False
    return nouns[0].object in _BY_CRIME or (governed and nouns[0].object in _BY_TRADE)


def _inside(text: str, one: Quantity, noun: Term) -> bool:
    """Tell whether places only say where: `在10个省份销售`, `贯穿4个省的犯罪链条`."""
    if text[one.start - 1 : one.start] == "在":
        return True
    return noun.start >= one.end and re.match(r"(?:\([^()]{1,12}\))?的", text[noun.end : noun.end + 16]) is not None


def _next_clause(sentence: Measuring, end: int, ceiling: int) -> list[Term]:
    """Return the verbs of the next clause where 均 or 全部 says that it speaks of all (`共128个,现已全部核查`)."""
    marked = _ALL.match(sentence.text, end, min(ceiling, sentence.end))
    if marked is None:
        return []
    edge = _right_edge(_CLAUSE, sentence.text, marked.end(), min(ceiling, sentence.end, end + _REACH_RIGHT))
    return [term for term in sentence.between(marked.end(), edge) if term.action][:2]


def link(sentence: Measuring, index: int, before: Quantity | None, after: Quantity | None) -> Link:
    """Return the noun and verb around the quantity, given its neighbours in the sentence."""
    one = sentence.quantities[index]
    floor = before.end if before else sentence.start
    ceiling = after.start if after else sentence.end
    noun = noun_of(sentence, one, floor, ceiling) if one.kind not in ("time", "length", "temperature") else None
    by_crime = one.unit_name in _CASE_COUNTERS and sentence.text[one.start - 1 : one.start] == "罪"
    thing = "case" if by_crime else object_of(one, noun)
    begin = clause_start(sentence, one.start, floor)
    verbs = [verb for verb in _governing(sentence, begin, one.start) if not (by_crime and verb.action == "involved")]
    verb = first_that_applies(_others_last(verbs, thing), thing)
    if noun is not None and noun.measure and noun.action != "other" and verb is not None and verb.action == "held":
        verb = noun
    if noun is not None and noun.measure and verb is not None and _has_own_object(sentence, verb, noun):
        verb = noun
    if noun is not None and noun.measure and noun.action == "other" and verb is not None and verb.action == "involved":
        verb = noun
    if noun is not None and noun.object == "place" and _inside(sentence.text, one, noun):
        verb = None
    listed = verb is not None and noun is not None and verb.action == "listed" and verb.end == noun.start
    weak = verb is not None and (listed or _describes(sentence.text, verb) or verb.action == "existing")
    if verb is None or weak:
        told = [other for other in verbs if other is not verb] if listed else []
        verb = first_that_applies(told + _following(sentence, one, noun, ceiling), thing) or verb
    if verb is None and noun is not None and noun.action:
        verb = noun
    if verb is None and noun is not None and noun.start > one.end:
        verb = next((term for term in sentence.between(one.end, noun.start) if term.action == "listed"), None)
    weak = verb is None or (verb.action == "existing" and weak)
    joined = after is not None and weak and _joins(sentence, one, noun, after)
    people = noun is None and (one.unit_name == "person" or sentence.text[one.end : one.end + 1] == "人")
    return Link(thing, verb.action if verb else None, noun, verb, by_crime or noun is not None, joined, people)


def _others_last(verbs: Sequence[Term], thing: str | None) -> list[Term]:
    """Put what is done to something else last: in `借追逃破获案件13起` fugitives are traced, cases solved."""
    if thing is None:
        return list(verbs)
    known = [verb for verb in verbs if not (verb.measure and verb.action == "other" and verb.object != thing)]
    return sorted(known, key=lambda verb: verb.measure and verb.object not in (None, thing))


def _joins(sentence: Measuring, one: Quantity, noun: Term | None, after: Quantity) -> bool:
    """Tell whether nothing but nouns and `、` stand between the quantity and the next: they share a verb."""
    text = sentence.text
    between = text[one.end : min(after.start, one.end + 25)]
    return (
        len(between) <= 24
        and not _CLAUSE.search(between)
        and bool(_AND.search(between))
        and not any(term.action and not term.object for term in sentence.between(one.end, after.start))
    )


def earlier_verb(sentence: Measuring, place: int, thing: str | None) -> Term | None:
    """Return the last verb before `place` in the sentence that goes with `thing`, whatever commas lie between."""
    verbs: Sequence[Term] = [
        term for term in sentence.between(max(sentence.start, place - _REACH_LEFT), place) if term.action
    ]
    return first_that_applies(
        [
            verb
            for verb in reversed(verbs)
            if (not verb.measure or thing is None or verb.object == thing) and not _names_crime(sentence, verb)
        ],
        thing,
    )


def earlier_noun(sentence: Measuring, one: Quantity, verb: str, floor: int) -> Term | None:
    """Return the last noun before the quantity's clause that its verb can be done to (`发送短信,共计发送9亿余人次`)."""
    nouns = sentence.between(max(floor, one.start - _REACH_LEFT), one.start)
    fitting = [term for term in nouns if term.object and fits(one, term.object) and goes(verb, term.object)]
    return fitting[-1] if fitting else None


def part_of(sentence: Measuring, floor: int, one: Quantity) -> bool:
    """Tell whether 其中 or the like makes the quantity a part of the one before."""
    return bool(re.search(r"其中|包括|含|仅有", sentence.text[floor : one.start])) or (
        one.unit_name == "person" and (sentence.text[one.start - 1 : one.start] == "(")
    )
