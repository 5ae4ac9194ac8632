"""Reads a sentence's quantities one after the other, each in the light of those before it.

A verb holds along a list, a noun holds for the figures that leave it out, and a change belongs to the level before it
unless it names a subject of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policestats_tui.engine.extract import chinese, english, genre
from policestats_tui.engine.extract.changes import Statement, spread_basis, statement
from policestats_tui.engine.extract.labels import label
from policestats_tui.engine.extract.links import Link, fits, goes, person_of
from policestats_tui.engine.extract.qualifiers import qualifier
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.scripts import chinese_around
from policestats_tui.engine.extract.subjects import Subject, subjects
from policestats_tui.engine.extract.support import is_marginal, is_supported
from policestats_tui.engine.extract.terms import MeasureWords, Measuring
from policestats_tui.engine.model import Measured, Why

_ALONE = re.compile(r"\s?(?:[,。;、.)]|of which|\Z)")
"""After a weight that names nothing new: `其中5公斤`, `386 kilograms of which`."""
_BRACKETED = re.compile(
    r"\((?:折合|约合|折算|相当于|合|约|人民币|美元|港币|about |some |approximately |equivalent to )*\Z"
)
_OF_THEM = re.compile(r"\sof (?:them|these|those|which|whom)\b")
_OF_WHOLE = re.compile(r"占[㐀-鿿()]{0,16}\Z|\b(?:accounting for|accounts for|accounted for|made up)\s\Z")
"""Before a share of a population: it says how many of those told before there are."""
_SAME_BREATH = 12
_MOVED = re.compile(
    r"\b(?:fell|dropped|rose|decreased|increased|declined|grew|doubled|tripled)\b[^.;,]{0,40}\Z"
    r"|(?:下降|减少|上升|增加|增长)(?:到|至|为)\s?\Z"
)
_SHARING = 20
"""How many figures of a list may wait for one verb; nobody writes longer ones, but a page may hold them."""


@dataclass(slots=True)
class Memory:
    """What the figures so far in a paragraph leave to those that follow.

    `levels` are the counts and amounts that a change may change, the latest last. `verb` is the action that holds along
    the present sentence's list, None where none does; `passive` is one that was said of the figure before only, and so
    of its parts. `recorded` is how the paragraph says that crimes come to be counted (錄得, recorded, registered),
    which holds for its counts of crimes without a verb.
    """

    levels: list[Measured] = field(default_factory=list)
    last: Measured | None = None
    verb: str | None = None
    passive: str | None = None
    recorded: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity with everything that the words around it say."""

    one: Quantity
    link: Link
    statement: Statement
    zh: bool
    bracketed: bool


def read_sentence(sentence: Measuring, words: MeasureWords, memory: Memory) -> list[Measured]:
    """Return the figures of a sentence, and leave in `memory` what the next sentence of the paragraph needs."""
    readings = _readings(sentence)
    owners = subjects(sentence, [(one.one, one.statement, one.zh) for one in readings])
    memory.verb = memory.passive = None
    found: list[Measured] = []
    for index, reading in enumerate(readings):
        if not _supported(sentence, readings, index, memory):
            continue
        thing, action, target, why = _meaning(sentence, readings, index, owners[index], memory, found)
        measured = _measured(sentence, reading, thing, action, target, why, words, readings[index - 1 : index])
        found.append(measured)
        _remember(memory, reading, measured)
    return found


def _supported(sentence: Measuring, readings: Sequence[Reading], index: int, memory: Memory) -> bool:
    """Tell whether the quantity measures something, by itself or as an item of a list whose noun comes later."""
    reading = readings[index]
    shared = _shared(readings, index)
    if (
        shared is not None
        and shared.object is not None
        and reading.one.bare
        and not reading.zh
        and reading.one.style != "en"
    ):
        return True
    listed = memory.verb is not None
    return is_supported(sentence, reading.one, reading.link, reading.statement, memory.last, reading.zh, listed)


def _readings(sentence: Measuring) -> list[Reading]:
    readings: list[Reading] = []
    quantities = sentence.quantities
    for index, one in enumerate(quantities):
        before = quantities[index - 1] if index else None
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        zh = chinese_around(sentence.text, one.start, one.end)
        link = (chinese if zh else english).link(sentence, index, before, after)
        previous = (before, readings[-1].statement) if before else None
        ceiling = after.start if after else sentence.end
        said = statement(sentence.text, one, previous, sentence.start, ceiling, zh)
        opens = _BRACKETED.search(sentence.text, max(0, one.start - 24), one.start)
        bracketed = opens is not None and sentence.text[one.end : one.end + 1] == ")"
        readings.append(Reading(one, link, said, zh, bracketed))
    spread = spread_basis([reading.statement for reading in readings])
    return [
        Reading(reading.one, reading.link, said, reading.zh, reading.bracketed)
        for reading, said in zip(readings, spread, strict=True)
    ]


Meaning = tuple[str, str, int | None, tuple[Why, ...]]


def _meaning(
    sentence: Measuring,
    readings: Sequence[Reading],
    index: int,
    owner: Subject,
    memory: Memory,
    found: Sequence[Measured],
) -> Meaning:
    """Return object, action, the level that a change refers to, and the words that decided."""
    reading = readings[index]
    if reading.statement.kind == "level":
        if (
            reading.bracketed
            and memory.levels
            and fits(reading.one, memory.levels[-1].object)
            and not reading.link.named
        ):
            level = memory.levels[-1]
            return level.object, level.action, None, ()
        return _level(sentence, readings, index, memory)
    whole = _OF_WHOLE.search(sentence.text, max(0, reading.one.start - 24), reading.one.start)
    if reading.statement.kind == "ratio" and reading.link.object and owner.object is None and not whole:
        verb = reading.link.action if reading.link.verb is not reading.link.noun else None
        return reading.link.object, verb or "other", None, ()
    return _relative(reading, owner, memory)


def _relative(reading: Reading, owner: Subject, memory: Memory) -> Meaning:
    """Read a change, share, rank or ratio: by its own subject, else by the level or figure before it."""
    changed = reading.statement.kind in ("change", "difference")
    if owner.object is not None:
        action = owner.action or _said_after(reading, owner.object) or _action_so_far(memory, owner.object)
        return owner.object, genre.sense(action, owner.object), None, owner.why
    target = memory.levels[owner.level] if memory.levels and -owner.level <= len(memory.levels) else None
    source = target if changed and target else memory.last or target
    if reading.one.unit_name == "percentage point" and memory.last and memory.last.kind in ("share", "ratio"):
        source = target = memory.last
    if changed and _continues_change(reading.one, memory.last):
        source, target = memory.last, None
    if source is None:
        return "other", owner.action or "other", None, owner.why
    thing = source.object
    told = owner.action or (None if changed else _said_after(reading, thing))
    action = told if told and goes(told, thing) else source.action
    return thing, genre.sense(action, thing), target.start if changed and target else None, owner.why


def _continues_change(one: Quantity, last: Measured | None) -> bool:
    """Tell whether the change before, of a subject of its own, is said once more: `事故减少12起、下降30.8%`."""
    if last is None or last.kind not in ("change", "difference") or last.refers_to is not None:
        return False
    return one.start - last.end <= _SAME_BREATH


def _said_after(reading: Reading, thing: str) -> str | None:
    """Return the action of a verb after the number, as in `95% of them had been closed`."""
    verb = reading.link.verb
    if verb is None or verb.action is None or verb.start < reading.one.end or not goes(verb.action, thing):
        return None
    return verb.action


def _action_so_far(memory: Memory, thing: str) -> str:
    """Return the action of a subject that no verb governs: the list's, or the last figure's of the same object."""
    if memory.last is not None and memory.last.object == thing:
        held = memory.verb and goes(memory.verb, thing) and thing not in genre.BY_NATURE
        return memory.verb if memory.verb and held else memory.last.action
    if thing == "case":
        return memory.recorded or "filed"
    return genre.DEFAULT_ACTION.get(thing, "other") if thing in genre.TOLD_BY_NOUN else "other"


def _level(sentence: Measuring, readings: Sequence[Reading], index: int, memory: Memory) -> Meaning:
    reading = readings[index]
    floor = readings[index - 1].one.end if index else sentence.start
    part = (chinese if reading.zh else english).part_of(sentence, floor, reading.one)
    if part and memory.verb is None:
        memory.verb = memory.passive or (_action_of_whole(memory, reading.link.object) if index == 0 else None)
    shared = _shared(readings, index)
    verb = reading.link.action
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


def _action_of_whole(memory: Memory, thing: str | None) -> str | None:
    """Return what was done to the whole of which a sentence that opens with 其中 tells the parts."""
    return next((level.action for level in reversed(memory.levels) if thing in (None, level.object)), None)


def _shared(readings: Sequence[Reading], index: int) -> Link | None:
    """Return the link of the first later quantity that has a verb, along a list whose items share it."""
    for later in range(index + 1, min(index + 1 + _SHARING, len(readings))):
        if not readings[later - 1].link.joined:
            return None
        verb = readings[later].link.verb
        if verb is not None:
            return readings[later].link if verb.start > readings[later].one.start else None
    return None


def _thing(
    reading: Reading, sentence: Measuring, verb: str | None, memory: Memory, shared: Link | None, part: bool, floor: int
) -> str:
    one, link = reading.one, reading.link
    named = _named(reading, sentence.text, verb, memory.verb)
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
        return earlier
    nearby = chinese.earlier_noun(sentence, one, link.action, floor) if reading.zh and link.action else None
    if nearby is not None and nearby.object is not None:
        return nearby.object
    if not reading.zh and earlier and _OF_THEM.match(sentence.text, one.end):
        return earlier
    return _unnamed(reading, verb, earlier, part, memory)


def _named(reading: Reading, text: str, verb: str | None, held: str | None) -> str | None:
    """Return the object that the noun names in the light of its verb, or of the one `held` along the list.

    What is smashed is a den, who is dissuaded is the public, who is sentenced is a suspect or an offender.
    """
    one, link = reading.one, reading.link
    if link.object == "place" and (verb or held) == "destroyed":
        return "den"
    if verb == "dissuaded" and one.kind == "counter" and link.object in (None, "case"):
        return "public"
    if link.object == "public" and (verb or held) in genre.UNLAWFUL:
        return genre.PERSON_BY_ACTION[verb or held or ""]
    return "suspect" if link.people and _crime(text, one) else link.object


def _unnamed(reading: Reading, verb: str | None, earlier: str | None, part: bool, memory: Memory) -> str:
    """Return what a quantity counts that no noun names: what its verb is done to, else what its unit measures."""
    one = reading.one
    if one.unit_name == "item" and verb in genre.LEGAL_STEPS:
        return "case"
    if one.unit_name == "person-time":
        return person_of(verb or memory.verb, earlier, part)
    if one.bare and not reading.zh and verb in genre.UNLAWFUL:
        return genre.PERSON_BY_ACTION[verb]
    if verb in ("killed", "injured"):
        return earlier if earlier in genre.PEOPLE else "public"
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
    if reading.one.kind in ("time", "length", "temperature"):
        return "other"
    counted = memory.recorded if thing == "case" else None
    if thing in ("case", "call") and (verb == "existing" or sentence.text[reading.one.start - 1] == "有"):
        return counted or ("filed" if thing == "case" else "received")
    if verb == "found" and reading.one.unit_name == "kind":
        return verb
    if verb is not None and goes(verb, thing):
        return genre.sense(verb, thing)
    moved = memory.last
    if verb is None and memory.verb is None and moved and moved.direction and moved.object == thing:
        return moved.action
    apart = not reading.zh and english.only_where(sentence.text, reading.one)
    lost = thing == "case" and memory.verb == "other"
    if memory.verb is not None and not (apart or lost) and goes(memory.verb, thing) and _holds(thing, memory.last):
        return genre.sense(memory.verb, thing)
    if shared is not None and shared.action and goes(shared.action, thing):
        return genre.sense(shared.action, thing)
    if moved and moved.object == thing and _crime(sentence.text, reading.one):
        return moved.action
    if thing in genre.TOLD_BY_NOUN:
        return genre.DEFAULT_ACTION[thing]
    earlier = (chinese if reading.zh else english).earlier_verb(sentence, reading.one.start, thing)
    if thing != "place" and not apart and earlier is not None and earlier.action:
        return genre.sense(earlier.action, thing)
    if thing == "case" and _MOVED.search(sentence.text, max(0, reading.one.start - 48), reading.one.start):
        return counted or "filed"
    return counted or genre.DEFAULT_ACTION.get(thing, "other")


def _holds(thing: str, last: Measured | None) -> bool:
    """Tell whether the verb of a list holds for `thing`.

    Calls are received, places are involved, whatever was done before.
    """
    return thing not in ("call", "place") or (last is not None and last.object in (thing, "land", "hazard", "facility"))


def _measured(
    sentence: Measuring, reading: Reading, thing: str, action: str, target: int | None, why: tuple[Why, ...],
    words: MeasureWords, before: Sequence[Reading],
) -> Measured:  # fmt: skip
    one, said = reading.one, reading.statement
    floor = before[0].one.end if before else sentence.start
    hedge, hedge_why = qualifier(sentence.text, one, floor)
    return Measured(
        one.start, one.end, one.value, one.unit, one.step, hedge, said.kind, said.direction, said.basis, thing, action,
        label(thing, action, said.kind, reading.link.phrase, words.names), target,
        is_marginal(sentence.text, one, thing), why + said.why + hedge_why,
    )  # fmt: skip


def _remember(memory: Memory, reading: Reading, measured: Measured) -> None:
    memory.last = measured
    if measured.kind == "level":
        if not reading.bracketed:
            memory.levels.append(measured)
        if reading.one.kind not in ("time", "length", "temperature"):
            _remember_verb(memory, reading)
        if measured.object == "case" and measured.action in genre.RECORDED:
            memory.recorded = measured.action


def _remember_verb(memory: Memory, reading: Reading) -> None:
    """Keep a verb that precedes its number for the list; one that follows holds for the figure and its parts alone."""
    verb = reading.link.verb
    if verb is None:
        return
    if reading.one.kind == "money" and verb.measure and verb.action == "involved":
        return
    ahead = verb.start < reading.one.start
    memory.verb, memory.passive = (verb.action, None) if ahead else (None, verb.action)
