"""The time that stands at a figure itself: `2018年的0.34%`, `87.55% in 2012`, `去年同期的51,033宗`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.dates import Stretch
from policestats_tui.engine.extract.periods import PeriodMention

_OWN_AFTER = re.compile(r"(?:(?! and (?:in|from|by|over)\b| or |\bthan\b|compared|against)[^,;.:()]){0,45}\Z")
_LEADS_EN = re.compile(r"(?:in|during|from|between|over|for|the|throughout)\b", re.IGNORECASE)
_OWN_BEFORE = re.compile(r"(?:的|为|是|[((]|达)?\s?")
_SAME_TIME = re.compile(r"(?:上|去)?年?同期(?:的|为)?[((]?\s?")
_CAME_FROM = re.compile(
    r"\b(?:fell|rose|dropped|grew|declined|increased|decreased|climbed|down|up) to [^.;:]{1,40},? from \Z"
)


@dataclass(frozen=True, slots=True)
class Governing:
    """A time and the words that name it."""

    time: Stretch
    start: int
    end: int


def own_time(
    text: str, mentions: Sequence[PeriodMention], start: int, end: int, held: Stretch | None, frame: Stretch | None
) -> Governing | None:
    """Return the time that stands at the figure at `text[start:end]`; None where none does.

    Args:
        text: The simplified text.
        mentions: The times that the figure's sentence names.
        start: The figure's start.
        end: The figure's end.
        held: The time of the paragraph, list item or section.
        frame: The time that the document reports on.
    """
    for mention in mentions:
        if mention.time is None:
            continue
        english = text[mention.start : mention.end].isascii()
        after = english and 0 <= mention.start - end <= 45 and mention.kind in ("span", "basis", "since")
        after = after and not (mention.kind == "basis" and text.startswith("from ", mention.start))
        if after and _OWN_AFTER.match(text[end : mention.start]) and _LEADS_EN.match(text, mention.start):
            return Governing(mention.time, mention.start, mention.end)
        changed_from = text[end - 1] in "%t" and text.startswith("from ", mention.start)
        close = english and mention.kind == "basis" and mention.start - end == 1 and not changed_from
        before = mention.end <= start and start - mention.end <= 3 and not english and text[end - 1] != "倍"
        before = bool(before and _OWN_BEFORE.fullmatch(text, mention.end, start) and mention.kind in ("span", "basis"))
        if close or before:
            return Governing(_before_that(text, mentions, mention, mention.time, held), mention.start, mention.end)
    return _same_time(text, mentions, start, end, held or frame) or _came_from(text, mentions, start, held or frame)


def _before_that(
    text: str, mentions: Sequence[PeriodMention], mention: PeriodMention, time: Stretch, held: Stretch | None
) -> Stretch:
    """Return what `去年` means where the year that is told of is over already: the year before that one."""
    named = [m.time for m in mentions if m.kind in ("span", "year") and m.end < mention.start and m.time]
    about = named[-1] if named else held
    compared = mention.kind == "basis" or text[mention.start - 1] in "由从"
    relative = compared and re.match(r"去年|上年|last year", text[mention.start : mention.end])
    if relative and about and about.first.year == about.last.year == time.last.year:
        return about.moved(time.last.year - 1)
    return time


def _same_time(
    text: str, mentions: Sequence[PeriodMention], start: int, end: int, held: Stretch | None
) -> Governing | None:
    """Return the time of `去年同期的51,033宗`: the time that the sentence is about, a year or more before."""
    basis = next((m for m in mentions if m.kind == "basis" and m.end <= start <= m.end + 5), None)
    if basis is None or basis.time is None or text[end - 1] == "%":
        return None
    if not _SAME_TIME.fullmatch(text, basis.end, start):
        return None
    about = next((m.time for m in mentions if m.kind in ("span", "since") and m.end <= basis.start and m.time), held)
    time = about.moved(basis.time.first.year) if about else basis.time
    return Governing(time, basis.start, basis.end)


def _came_from(text: str, mentions: Sequence[PeriodMention], start: int, held: Stretch | None) -> Governing | None:
    """Return the time of a number from which another came, `fell to 926, from 1,236`: the year before."""
    if not _CAME_FROM.search(text, max(start - 80, 0), start):
        return None
    named = [m.time for m in mentions if m.kind in ("span", "since", "year") and m.end <= start and m.time]
    about = named[-1] if named else held
    if about is None or about.first.year != about.last.year or any(m.kind == "basis" for m in mentions):
        return None
    return Governing(about.moved(about.last.year - 1), start, start)
