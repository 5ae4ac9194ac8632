"""Says which numbers count something known: a number without a noun, a unit or a verb to lean on is no figure."""

import re

from policestats_tui.engine.extract import english, genre
from policestats_tui.engine.extract.changes import Statement
from policestats_tui.engine.extract.links import Link, fits, goes
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring
from policestats_tui.engine.model import Measured

_VAGUE = frozenset(
    (
        "one",
        "device",
        "point",
        "matter",
        "occasion",
        "kind",
        "strip",
        "batch",
        "spot",
        "banner",
        "establishment",
        "set",
        "squad",
        "plant",
        "copy",
        "sheet",
    )
)
_ITEM = re.compile(r"[、和及][㐀-鿿]{1,10}")
_FEW, _NEAR = 20, 60
_OBJECTLESS = re.compile(r"\s(?:another\s|about\s|nearly\s|over\s|more than\s)?")
_OF_THEM = re.compile(r"\sof (?:them|which|whom|these|those)\b")
_OF_WHICH = re.compile(r"\b(?:of which|of whom|of them|among them),?\s(?:\w+\s)?\Z")
_BY_OTHERS = re.compile(r"\s(?:by|from|in|for)\s[a-zA-Z]")
_TELLING = frozenset(
    ("arrested", "detained", "transferred", "punished", "killed", "injured", "rescued", "destroyed", "commended")
)
"""What makes even a small number in words a figure: `three managers were detained`."""
_REACHED = re.compile(r"[^.;]{0,50}\bto\s")
_WERE = re.compile(r"\s(?:were|have|had|has|was|are|remain(?:ed)?|is)\b")
_CONTINUES = re.compile(r"(?:,|\band)\s\Z")
_MEASURING = re.compile(r"平均|用时|耗时|仅用|缩短|延长|average|took|takes|shorten|extended|only")
_TALLIED = re.compile(r"\b(?:reading|reads|views|hits|clicks|browse|browsing|visits)\w*\s?:\s?\Z", re.IGNORECASE)
_MARK = re.compile(r"\s?[,;。、)\n]|\s?\Z")


def is_supported(
    sentence: Measuring, one: Quantity, link: Link, said: Statement, last: Measured | None, zh: bool, listed: bool
) -> bool:
    """Tell whether the words around a quantity show that it measures something.

    `listed` says that a verb holds for the list in which it stands.
    """
    if one.kind is not None and one.kind != "counter":
        return one.kind != "time" or _measured_time(sentence.text, one)
    if one.form == "rank":
        return True
    if zh:
        return _chinese_support(sentence.text, one, link, said, last) or _listed_thing(sentence.text, one, last, listed)
    if one.kind == "counter":
        return True
    return _english_support(sentence.text, one, link, said, last, listed)


def _chinese_support(text: str, one: Quantity, link: Link, said: Statement, last: Measured | None) -> bool:
    if one.kind == "counter":
        few = one.style == "zh" or one.value <= _FEW
        alike = (
            last is not None
            and last.unit == "count"
            and re.search(r"其中|共|各|另", text[max(0, one.start - 12) : one.start])
        )
        return (
            link.named or link.people or bool(alike) or not (few and one.unit_name in _VAGUE) or _done(one, link, last)
        )
    if said.kind == "ratio" or one.more:
        return said.kind == "ratio" or link.named
    if not link.named or link.noun is None or one.style == "zh":
        return False
    if link.noun.start >= one.end:
        return link.noun.start - one.end <= 8
    return bool(_MARK.match(text, one.end))


def _listed_thing(text: str, one: Quantity, last: Measured | None, listed: bool) -> bool:
    """Tell whether a thing that no list has stands among things that were seized: `手机11支、伪造戳记7张`."""
    if not listed or one.kind != "counter" or one.style != "digits" or last is None or last.action != "seized":
        return False
    return _ITEM.fullmatch(text, last.end, one.start) is not None


def _done(one: Quantity, link: Link, last: Measured | None) -> bool:
    """Tell whether a verb right before the number needs no noun: `检查场所66家,责令整改5家`."""
    if link.verb is None or link.verb.action is None or not 0 <= one.start - link.verb.end <= 1:
        return False
    usual = genre.COUNTER_DEFAULT.get(one.unit_name or "")
    if usual is not None and goes(link.verb.action, usual):
        return True
    return last is not None and fits(one, last.object) and goes(link.verb.action, last.object)


def _english_support(
    text: str, one: Quantity, link: Link, said: Statement, last: Measured | None, listed: bool
) -> bool:
    if said.kind in ("difference", "ratio"):
        return True
    counted = link.object == "species" or (link.noun is not None and link.noun.start - one.end <= 1)
    if english.counts_nothing(text, one) and not counted:
        return False
    if link.verb is not None and text[link.verb.end : one.start] in (": ", ":"):
        return True
    if link.named or link.people:
        return True
    if last is not None and _is_pronoun(text, one, link, last):
        return True
    if one.style == "en":
        subject = english.PLURAL.match(text, one.end) or _WERE.match(text, one.end)
        return link.action in _TELLING and link.verb is not None and subject is not None
    if one.value >= 1000 and "," in text[one.start : one.end]:
        return not _TALLIED.search(text, max(0, one.start - 24), one.start)
    if link.verb is not None and last is not None and _OBJECTLESS.fullmatch(text, link.verb.end, one.start):
        return True
    continues = listed and bool(_CONTINUES.search(text, max(0, one.start - 8), one.start))
    return (link.verb is not None or continues) and bool(english.PLURAL.match(text, one.end))


def _is_pronoun(text: str, one: Quantity, link: Link, last: Measured) -> bool:
    """Tell whether the number stands for what the figure before counted.

    `of which 54 were solved`, `fell from 16 to 7`.
    """
    if _OF_THEM.match(text, one.end) or (
        _BY_OTHERS.match(text, one.end)
        and one.start - last.end < _NEAR
        and _CONTINUES.search(text, one.start - 8, one.start)
    ):
        return True
    if _OF_WHICH.search(text, max(0, one.start - 24), one.start):
        return True
    if _WERE.match(text, one.end) and (link.verb is not None or one.start - last.end < _NEAR):
        return True
    if link.verb is not None and link.verb.start - one.end in (0, 1):
        return True
    between = text[last.end : one.start] if one.start - last.end < _NEAR else ""
    started = last.kind == "change" or (last.kind == "level" and " from " in text[last.start - 8 : last.start])
    return started and bool(_REACHED.fullmatch(between))


def _measured_time(text: str, one: Quantity) -> bool:
    """Tell whether a time was measured: hours and days of work, or a year or month that a verb measures."""
    if one.unit in ("minute", "hour", "day"):
        return True
    return bool(_MEASURING.search(text, max(0, one.start - 20), one.start))


def is_marginal(text: str, one: Quantity, thing: str) -> bool:
    """Tell whether two careful readers could disagree on the figure: durations, temperatures."""
    if one.kind == "temperature":
        return True
    return one.kind == "time" and not re.search(
        r"平均|average|(?:time|期限|时限|时间)(?:为|约|is|was|仅|[\s\w]){0,12}\Z",
        text[max(0, one.start - 30) : one.start],
    )
