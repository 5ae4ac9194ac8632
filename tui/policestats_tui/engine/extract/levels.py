"""Says what a level counts and what was done to it: by its own words, those of its list, or the figures before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policestats_tui.engine.extract import chinese, english, genre, implied_zh
from policestats_tui.engine.extract.links import Link, fits, goes, person_of
from policestats_tui.engine.extract.memory import Meaning, Memory, Reading
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring
from policestats_tui.engine.model import Measured, Why

_ALONE = re.compile(r"\s?(?:[,。;、.)]|of which|\Z)")
"""After a weight that names nothing new: `其中5公斤`, `386 kilograms of which`."""
_OF_THEM = re.compile(r"\sof (?:them|these|those|which|whom)\b")
_MOVED = re.compile(
    r"\b(?:fell|dropped|rose|decreased|increased|declined|grew|doubled|tripled)\b[^.;,]{0,40}\Z"
    r"|(?:下降|减少|上升|增加|增长)(?:到|至|为)\s?\Z"
)
_PRODUCTION = re.compile(r"production lines?|生产线", re.IGNORECASE)
_BY_WORD: Sequence[tuple[re.Pattern[str], frozenset[str], str]] = (
    (re.compile(r"investigat(?:e|es|ed|ing)|looked into", re.IGNORECASE), frozenset(("dispute", "hazard")), "found"),
    (
        re.compile(r"(?:入户|上门)?走访(?:慰问|摸排)?|visit(?:ed|ing)?", re.IGNORECASE),
        frozenset(("public",)),
        "reached",
    ),
    (
        re.compile(r"collect(?:ed|ing)?|收集|征集", re.IGNORECASE),
        frozenset(("document", "message", "other")),
        "received",
    ),
    (re.compile("参与"), frozenset(("case",)), "handled"),
    (re.compile("排查"), frozenset(("good",)), "found"),
)
"""Words that mean with some nouns another action than their kind of word does.

What police investigate (排查) of disputes and dangers they find, which settles nothing; whom they visit they reach.
"""
_STOCKS = frozenset(("vehicle", "public", "officer", "drug_user", "website", "account", "team", "place", "animal"))
_NUMBER_IS = re.compile(
    r"\b[Nn]umber of [\w' -]{3,60} (?:is|was|are|were|has reached|had reached|reached|stands? at|stood at|has exceeded"
    r"|exceeded|has grown to|grew to|rose to|totall?ed)\s(?:[a-z]+\s){0,3}\Z"
)
"""Before a stock that nothing was done to: `the number of motor vehicles is 7.5 million`."""
_OFFENCE = re.compile(
    r"酒|醉|超员|超载|超速|疲劳|违法|违停|违例|无证|毒驾|头盔|红灯|行政|治安"
    r"|driving|overload|speeding|violation|parking|helmet|administrative|public order",
    re.IGNORECASE,
)
"""Offences on the road and the like: who counts them dealt with them, crimes come to be known."""
_CHEATED = re.compile(r"(?:cheat|defraud|swindl|deceiv|dup(?:e|ing)|fleec)|骗", re.IGNORECASE)
_HERDS = frozenset(("animal", "vehicle", "officer", "facility", "species", "team", "plant"))
_ARE = re.compile(r"[a-z)]\s(?:are|is|numbers?|number|total)\s(?:about\s|over\s|now\s|nearly\s|more than\s){0,2}\Z")
_LEVEL_AT = ("stood at ", "stands at ", "stand at ", "remained at ")
_AMONG = re.compile(r"\b(?:against|on|over|concerning|into|for)\s(?:the\s|about\s|over\s|more than\s|some\s)?\Z")
_UNCOUNTED = frozenset(("money", "time", "distance", "other"))
_NEAR = 80
_STAGED = re.compile(r"场次?\Z")
_SHARING = 20
"""How many figures of a list may wait for one verb; nobody writes longer ones, but a page may hold them."""


def level(sentence: Measuring, readings: Sequence[Reading], index: int, memory: Memory) -> Meaning:
    """Return what the level at `index` of the sentence counts, and what was done to it."""
    reading = readings[index]
    floor = readings[index - 1].one.end if index else sentence.start
    part = (chinese if reading.zh else english).part_of(sentence, floor, reading.one)
    if not reading.zh and english.new_clause(sentence.text, reading.one):
        memory.verb = None
    if part and memory.verb is None:
        memory.verb = memory.passive or (_action_of_whole(memory, reading.link.object) if index == 0 else None)
    shared = shared_link(readings, index, sentence.text)
    verb = reading.link.action
    if reading.zh and verb == "involved" and memory.verb == "seized" and _adjoins(sentence.text, floor, reading):
        verb = memory.verb
    if shared is not None and (verb == "existing" or (verb is None and memory.verb is None)):
        verb = shared.action
    thing = _thing(reading, sentence, verb, memory, shared, part, floor)
    action = _action(sentence, reading, thing, verb, memory, shared)
    why = tuple(
        Why(name, term.start, term.end)
        for name, term in (("object", reading.link.noun), ("action", reading.link.verb))
        if term is not None
    )
    return thing, action, None, why


def _adjoins(text: str, floor: int, reading: Reading) -> bool:
    """Tell whether a list goes on at the figure's own verb, which so describes its noun: `手机24支、伪造印章7张`."""
    verb = reading.link.verb
    return verb is not None and text[floor : verb.start] in ("、", "和", "及")


def _action_of_whole(memory: Memory, thing: str | None) -> str | None:
    """Return what was done to the whole of which a sentence that opens with 其中 tells the parts."""
    return next((level.action for level in memory.recent() if thing in (None, level.object)), None)


def shared_link(readings: Sequence[Reading], index: int, text: str) -> Link | None:
    """Return the link of the first later quantity that has a verb, along a list whose items share it.

    Where several verbs follow the list, its action is that of the one which this item has.
    """
    for later in range(index + 1, min(index + 1 + _SHARING, len(readings))):
        if not readings[later - 1].link.joined:
            return None
        link = readings[later].link
        verb = link.verb
        if verb is None and not link.after:
            continue
        if verb is not None and verb.start <= readings[later].one.start:
            return None
        if link.after:
            first = index
            while first and readings[first - 1].link.joined:
                first -= 1
            thing, size = readings[index].link.object, later - first + 1
            verb = english.paired(link.after, thing, index - first, size, text) or verb
        return replace(link, action=verb.action, verb=verb) if verb else None
    return None


def _thing(
    reading: Reading, sentence: Measuring, verb: str | None, memory: Memory, shared: Link | None, part: bool, floor: int
) -> str:
    one, link = reading.one, reading.link
    told = implied_zh.person_by_word(sentence.text, reading) if reading.zh else None
    named = told or _named(reading, sentence.text, verb, memory)
    if named is not None:
        return named
    if one.kind in ("money", "length", "time", "temperature"):
        return genre.KIND_OBJECT[one.kind]
    earlier = memory.last.object if memory.last else None
    if link.people:
        told = link.verb.object if link.verb and not (part and earlier in genre.PEOPLE) else None
        return told if told in genre.PEOPLE else person_of(verb or memory.verb, earlier, part)
    if shared and shared.object and fits(one, shared.object):
        return shared.object
    if (
        earlier
        and (_carries(sentence.text, one, earlier, link.action) or (part and fits(one, earlier)))
        and (part or not english.names_something(sentence.text, one, reading.zh))
    ):
        return "offender" if (earlier, verb) == ("suspect", "punished") else earlier
    nearby = chinese.earlier_noun(sentence, one, link.action, floor) if reading.zh and link.action else None
    if nearby is not None and nearby.object is not None:
        return nearby.object
    if not reading.zh and earlier and _OF_THEM.match(sentence.text, one.end):
        return earlier
    return _unnamed(sentence.text, reading, verb, earlier, part, memory)


def _named(reading: Reading, text: str, verb: str | None, memory: Memory) -> str | None:
    """Return the object that the noun names in the light of its verb, or of the one held along the list.

    What is smashed is a den, who is dissuaded is the public, who is sentenced is an offender, what is commended a team;
    suspects who are said to be minors remain suspects.
    """
    one, link, held = reading.one, reading.link, memory.verb
    cheated = link.verb is not None and _CHEATED.search(text, link.verb.start, link.verb.end) is not None
    if cheated and (link.people or link.object == "suspect") and not (link.named and link.object == "suspect"):
        return "public"
    told_of = memory.whole in genre.PEOPLE and link.object in genre.PEOPLE
    if told_of and english.is_predicate(text, one, link.noun):
        return memory.whole
    if link.object == "place" and (verb or held) == "commended":
        return "team"
    if verb == "destroyed" and link.noun is not None and link.object in ("team", "good"):
        line = _PRODUCTION.match(text, link.noun.start) is not None
        return "gang" if link.object == "team" else "den" if line else link.object
    if link.object == "place" and (verb or held) == "destroyed":
        return "den"
    if reading.zh and (link.object, verb) == ("suspect", "listed"):
        return "fugitive"
    if verb == "dissuaded" and one.kind == "counter" and link.object in (None, "case"):
        return "public"
    if link.object == "public" and (verb or held) in genre.UNLAWFUL:
        return genre.PERSON_BY_ACTION[verb or held or ""]
    return "suspect" if link.people and _crime(text, one) else link.object


def _lately(one: Quantity, verb: str | None, memory: Memory) -> str | None:
    """Return the last object told that a weight or a bare number without a noun may count: `freed 1,986`."""
    told = [level.object for level in memory.recent()]
    if one.kind == "mass":
        return next((thing for thing in told if thing != "animal" and fits(one, thing)), None)
    if not one.bare or verb is None or verb in genre.UNLAWFUL:
        return None
    return next((thing for thing in told if thing not in _UNCOUNTED and genre.goes_with(verb, thing)), None)


def _unnamed(text: str, reading: Reading, verb: str | None, earlier: str | None, part: bool, memory: Memory) -> str:
    """Return what a quantity counts that no noun names: what its verb is done to, else what its unit measures."""
    one = reading.one
    if one.unit_name == "item" and verb in genre.LEGAL_STEPS:
        return "case"
    if one.unit_name == "person-time":
        return person_of(verb or memory.verb, earlier, part)
    if verb in ("killed", "injured"):
        return earlier if earlier in genre.PEOPLE else "public"
    if one.unit_name == "occasion" and _STAGED.search(text, one.start, one.end):
        return "event"
    before = _lately(one, verb, memory) if not english.names_something(text, one, reading.zh) else None
    if before is not None:
        return before
    if one.bare and not reading.zh and verb is not None and verb in genre.UNNAMED:
        return genre.UNNAMED[verb]
    return (
        genre.UNIT_OBJECT.get(one.unit)
        or genre.COUNTER_DEFAULT.get(one.unit_name or "")
        or genre.KIND_OBJECT.get(one.kind or "", "other")
    )


def _crime(text: str, one: Quantity) -> bool:
    """Tell whether people are counted by crime, as in `盗窃罪1.9万人`."""
    return text[one.start - 1 : one.start] == "罪"


def _carries(text: str, one: Quantity, earlier: str, verb: str | None) -> bool:
    """Tell whether a figure without a noun counts what the one before it did."""
    if earlier in ("money", "time", "distance") or (one.kind == "mass" and not _ALONE.match(text, one.end)):
        return False
    if earlier == "attitude" and one.unit_name != "point":
        return False
    return fits(one, earlier) and (verb is None or goes(verb, earlier))


def _action(
    sentence: Measuring, reading: Reading, thing: str, verb: str | None, memory: Memory, shared: Link | None
) -> str:
    """Return what was done: as a verb at the number says, as one of the list or the sentence does, else by custom."""
    if reading.one.kind in ("time", "length", "temperature"):
        return "other"
    by_word = implied_zh.deed_by_word(sentence, reading, thing) if reading.zh else None
    said = by_word or _said(sentence, reading, thing, verb, memory)
    said = said or _carried(sentence, reading, thing, verb, memory, shared)
    return said or _assumed(sentence, reading, thing, memory)


def _said(sentence: Measuring, reading: Reading, thing: str, verb: str | None, memory: Memory) -> str | None:
    """Return the action that the quantity's own verb names."""
    text = sentence.text
    if thing in ("case", "call") and (verb == "existing" or text[reading.one.start - 1] == "有"):
        return _counted(thing, memory) or (_dealt(sentence, reading) or "filed" if thing == "case" else "received")
    if verb == "found" and reading.one.unit_name == "kind":
        return verb
    if verb is None or not goes(verb, thing):
        return None
    if verb == "involved" and memory.whole == thing:
        return None
    term = reading.link.verb
    told = term and next((action for words, things, action in _BY_WORD if thing in things and words.fullmatch(
        text, term.start, term.end
    )), None)  # fmt: skip
    return told or genre.sense(verb, thing)


def _counted(thing: str, memory: Memory) -> str | None:
    return memory.recorded if thing == "case" else None


def _carried(
    sentence: Measuring, reading: Reading, thing: str, verb: str | None, memory: Memory, shared: Link | None
) -> str | None:
    """Return the action of the whole, of the list, or of the change that a quantity goes on."""
    last = memory.last
    same = last is not None and last.object == thing
    if last and same and ((verb is None and memory.verb is None and last.direction) or memory.whole == thing):
        return last.action
    near = last is not None and sentence.start <= last.start and reading.one.start - last.end <= _NEAR
    if last and same and near and verb is None and memory.verb is None and reading.one.bare and not reading.link.named:
        return last.action
    if near and last and last.action == "existing" and thing in _STOCKS and verb is None and memory.verb is None:
        return last.action
    lost = thing == "case" and memory.verb == "other"
    held = memory.verb is not None and goes(memory.verb, thing) and _holds(thing, last)
    if memory.verb is not None and held and not lost and not _apart(sentence.text, reading, thing):
        return genre.sense(memory.verb, thing)
    if shared is not None and shared.action and goes(shared.action, thing):
        return genre.sense(shared.action, thing)
    if not _crime(sentence.text, reading.one):
        return None
    earlier = chinese.earlier_verb(sentence, reading.one.start, thing)
    counted = next((level.action for level in reversed(memory.levels) if level.object == thing), None)
    return (earlier.action if earlier else None) or counted


def _assumed(sentence: Measuring, reading: Reading, thing: str, memory: Memory) -> str:
    """Return what is meant where no verb of the clause says what was done."""
    if (
        not reading.zh
        and thing in _HERDS
        and _ARE.search(sentence.text, max(0, reading.one.start - 40), reading.one.start)
    ):
        return "existing"
    if reading.zh and implied_zh.stock(sentence.text, reading.one.start, thing):
        return "existing"
    if reading.zh and thing == "case" and implied_zh.rise(sentence.text, reading.one.start):
        return _counted(thing, memory) or "filed"
    if thing in genre.TOLD_BY_NOUN:
        return genre.DEFAULT_ACTION[thing]
    place, apart = reading.one.start, _apart(sentence.text, reading, thing)
    earlier = (chinese if reading.zh else english).earlier_verb(sentence, place, thing)
    if thing != "place" and not apart and earlier is not None and earlier.action:
        return genre.sense(earlier.action, thing)
    counted = _counted(thing, memory)
    if thing in _STOCKS and not reading.zh and _NUMBER_IS.search(sentence.text, max(0, place - 90), place):
        return "existing"
    if thing == "case" and _MOVED.search(sentence.text, max(0, place - 48), place):
        return counted or "filed"
    if thing == "case":
        return counted or _dealt(sentence, reading) or _action_of_whole(memory, thing) or "filed"
    return genre.DEFAULT_ACTION.get(thing, "other")


def _dealt(sentence: Measuring, reading: Reading) -> str | None:
    """Return `handled` for cases that come to be counted by being dealt with, and those in which something was done."""
    noun, place = reading.link.noun, reading.one.start
    if noun is not None and _OFFENCE.search(sentence.text, max(sentence.start, noun.start - 16), noun.end):
        return "handled"
    among = not reading.zh and _AMONG.search(sentence.text, max(0, place - 30), place) is not None
    apart = _apart(sentence.text, reading, "case") and not sentence.text.endswith(_LEVEL_AT, 0, place)
    return "handled" if among or apart else None


def _apart(text: str, reading: Reading, thing: str) -> bool:
    """Tell whether an English quantity only says where something was done, or among what."""
    return thing not in genre.RECIPIENTS and not reading.zh and english.only_where(text, reading.one)


def _holds(thing: str, last: Measured | None) -> bool:
    """Tell whether the verb of a list holds for `thing`.

    Calls are received, places are involved, whatever was done before.
    """
    return thing not in ("call", "place") or (last is not None and last.object in (thing, "land", "hazard", "facility"))
