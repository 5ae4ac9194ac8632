"""Reads a sentence's quantities one after the other, each in the light of those before it.

A verb holds along a list, a noun holds for the figures that leave it out, and a change belongs to the level before it
unless it names a subject of its own.
"""

import re
from collections.abc import Sequence

from policestats_tui.engine.extract import chinese, english, genre
from policestats_tui.engine.extract.changes import spread_basis, statement
from policestats_tui.engine.extract.labels import label
from policestats_tui.engine.extract.levels import level, shared_link
from policestats_tui.engine.extract.links import fits, goes
from policestats_tui.engine.extract.memory import Meaning, Memory, Reading
from policestats_tui.engine.extract.qualifiers import qualifier
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.scripts import chinese_around
from policestats_tui.engine.extract.subjects import Subject, subjects
from policestats_tui.engine.extract.support import is_marginal, is_supported
from policestats_tui.engine.extract.terms import MeasureWords, Measuring
from policestats_tui.engine.model import Measured, Why

__all__ = ["Memory", "read_sentence"]

_BRACKETED = re.compile(
    r"\((?:折合|约合|折算|相当于|合|约|人民币|美元|港币|about |some |approximately |equivalent to )*\Z"
)
_OF_WHOLE = re.compile(r"占[㐀-鿿()]{0,16}\Z|\b(?:accounting for|accounts for|accounted for|made up)\s\Z")
"""Before a share of a population: it says how many of those told before there are."""
_SAME_BREATH = 12


def read_sentence(sentence: Measuring, words: MeasureWords, memory: Memory) -> list[Measured]:
    """Return the figures of a sentence, and leave in `memory` what the next sentence of the paragraph needs."""
    readings = _readings(sentence)
    owners = subjects(sentence, [(one.one, one.statement, one.zh) for one in readings])
    memory.verb, memory.begun = memory.begun, None
    memory.passive = memory.whole = None
    found: list[Measured] = []
    for index, reading in enumerate(readings):
        _recall_whole(sentence, readings, index, memory)
        if not _supported(sentence, readings, index, memory):
            continue
        thing, action, target, why = _meaning(sentence, readings, index, owners[index], memory, found)
        measured = _measured(sentence, reading, thing, action, target, why, words, readings[index - 1 : index])
        found.append(measured)
        _remember(memory, reading, measured)
    return found


def _recall_whole(sentence: Measuring, readings: Sequence[Reading], index: int, memory: Memory) -> None:
    """Remember the whole that the words before a number name: `Of the suspects, 120 were detained`."""
    reading = readings[index]
    if reading.zh:
        return
    if index and memory.last and english.parts_follow(sentence, readings[index - 1].one, reading.one):
        memory.whole = memory.last.object
        return
    if memory.whole is None and reading.link.object and english.of_the(sentence, reading.one):
        told = next((one for one in memory.recent() if one.object == reading.link.object), None)
        memory.whole, memory.last = (told.object, told) if told else (None, memory.last)
        return
    floor = readings[index - 1].one.end if index else sentence.start
    thing, action, place = english.whole_before(sentence, reading.one, floor)
    if thing is None and action is None:
        return
    thing = thing or genre.PERSON_BY_ACTION.get(action or "", "public")
    earlier = next((one for one in memory.recent() if one.object == thing), None)
    action = action or (earlier.action if earlier else "other")
    memory.last = Measured(
        place, reading.one.start, 0.0, "count", 1.0, "exact", "level", None, None, thing, genre.sense(action, thing), ""
    )
    memory.whole = thing


def _supported(sentence: Measuring, readings: Sequence[Reading], index: int, memory: Memory) -> bool:
    """Tell whether the quantity measures something, by itself or as an item of a list whose noun comes later."""
    reading = readings[index]
    shared = shared_link(readings, index, sentence.text)
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
            last = memory.levels[-1]
            return last.object, last.action, None, ()
        return level(sentence, readings, index, memory)
    whole = _OF_WHOLE.search(sentence.text, max(0, reading.one.start - 24), reading.one.start)
    if reading.statement.kind == "ratio" and reading.link.object and owner.object is None and not whole:
        verb = reading.link.action if reading.link.verb is not reading.link.noun else None
        if reading.link.object == "case" and verb in (None, "existing"):
            verb = "filed"
        return reading.link.object, verb or "other", None, ()
    return _relative(reading, owner, memory)


def _relative(reading: Reading, owner: Subject, memory: Memory) -> Meaning:
    """Read a change, share, rank or ratio: by its own subject, else by the level or figure before it."""
    changed = reading.statement.kind in ("change", "difference")
    if owner.object is not None:
        action = owner.action or _said_after(reading, owner.object) or _action_so_far(memory, owner.object)
        return owner.object, genre.sense(action, owner.object), None, owner.why
    target = memory.levels[owner.level] if memory.levels and -owner.level <= len(memory.levels) else None
    paired = owner.level != -1 or reading.statement.joined
    source = target if (changed or paired) and target else memory.last or target
    if reading.one.unit_name == "percentage point" and memory.last and memory.last.kind in ("share", "ratio"):
        source = target = memory.last
    if changed and memory.last and memory.last.kind == "share" and _rate_before(memory.last, reading.one):
        source = memory.last
    if changed and _continues_change(reading.one, memory.last):
        source, target = memory.last, None
    if source is None:
        return "other", owner.action or "other", None, owner.why
    thing = source.object
    told = owner.action or (None if changed else _said_after(reading, thing))
    action = told if told and goes(told, thing) else source.action
    return thing, genre.sense(action, thing), target.start if changed and target else None, owner.why


def _rate_before(last: Measured, one: Quantity) -> bool:
    """Tell whether a change follows a rate of its own action at once: `执行率达到82%,同比上升5%`."""
    return last.action == "other" and one.start - last.end <= _SAME_BREATH


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
    told = thing in genre.TOLD_BY_NOUN or thing == "drug_user"
    return genre.DEFAULT_ACTION.get(thing, "other") if told else "other"


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
            _remember_verb(memory, reading, measured)
        if measured.object == "case" and measured.action in genre.RECORDED:
            memory.recorded = measured.action


def _remember_verb(memory: Memory, reading: Reading, measured: Measured) -> None:
    """Keep a verb that precedes its number for the list; one that follows holds for the figure and its parts alone."""
    verb = reading.link.verb
    if verb is None:
        return
    if reading.one.kind == "money" and verb.measure and verb.action == "involved":
        return
    ahead = verb.start < reading.one.start
    own = verb.action is None or genre.sense(verb.action, measured.object) != measured.action
    action = measured.action if own and measured.action == "reached" else verb.action
    memory.verb, memory.passive = (action, None) if ahead else (None, action)
