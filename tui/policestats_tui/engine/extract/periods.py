"""Finds the words of a text that say when, and tells a time that governs from one that is compared with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policestats_tui.engine.extract import periods_en, periods_near, periods_zh
from policestats_tui.engine.extract.dates import Calendar, Day, PeriodKind, Stretch, until

_BASIS_BEFORE = re.compile(
    r"(?:较|比|与|同|跟|相比|相较|对比|超过|高于|低于)(?:于|之|疫情前的?)?\s?\Z|(?:than|with|against|versus|over|above"
    r"|below|from|to)\s(?:that of |those of |the )?\Z"
    r"|(?:same|corresponding) (?:period|months?|time) (?:of |in |from )?\Z",
    re.IGNORECASE,
)
_FROM_NUMBER = re.compile(r"\bfrom [\d,.]{1,12}(?: [a-z]{3,12}){0,2} \Z")
_MULTIPLE = re.compile(r"(?:同期|全年)?的(?:近|约|逾|超)?[\d.]{1,6}倍")
_TO_NUMBER = re.compile(r" to [\d,.]")
_BASIS_AFTER = re.compile(r"(?:的|全年|整体)?(?:同期|相比|的?水平)|的\s?[\d.]+\s?倍|(?:'s)? (?:level|figure)")
_ENDED = re.compile(r"\b(?:ended|concluded|closed|completed|was founded|was set up) \Z")
_STEP_FROM = re.compile(r"from (?!.* (?:to|until|through) )|on 20")
_CHANGED = re.compile(r"(?:percent|per cent|%|percentage points?) ?\Z")
_SINCE_CLAUSE = re.compile(
    r"\bsince (?!then)(?:[^,.;:\d“”\"]|[“\"][^“”\"\n]{2,60}[”\"]){3,70} (?=\Z)|\b(?:running|under way|in force"
    r"|in effect) \Z",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(
    r"\b(?:launched|started|began|begun|opened|established|founded|set up|introduced|inaugurated"
    r"|put into (?:use|operation)|went online)"
    r" (?:officially )?\Z"
)
_EVER_SINCE = re.compile(r",? (?:it |they )?(?:has|have)\b")
_RECORD = re.compile(
    r"\b(?:lowest|highest|fewest|most|largest|smallest|best|worst|biggest|first)\b[^.;]{0,40}\Z"
    r"|\brecords? (?:began|started) \Z",
    re.IGNORECASE,
)
_RECORD_AFTER = re.compile(r"(?:有记录)?以来[^,。;]{0,6}(?:最|首次|新[高低])|有(?:记录|统计)以来")
_FEASTS = r"春运|暑运|春节|国庆|中秋|端午|元旦|清明|五一|暑期"
_FEAST = re.compile(_FEASTS)
FEAST_DATED = re.compile(rf"(?P<feast>{_FEASTS})[^,。;:\d]{{0,6}}[(,]?(?:自|从|为|时间)?\Z")
"""The words between a feast and the days that it is said to have."""
_FEAST_AFTER = re.compile(rf"[)]?,?(?:为期\d{{1,3}}天)?的?(?:全国|20\d\d年)?(?P<feast>{_FEASTS})")
_COMPARED_EN = re.compile(
    r"(?:compared (?:with|to)|than(?! \d)|against|versus)\s(?:[\w .%]|,(?=\d)){0,36}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """`text[start:end]` says when.

    `kind`: a span; a start from which time runs on (`since`); the day of a count (`as_of`); the day of an event; what
    is compared with (`basis`); a campaign's own time; the present (`now`); the year under review (`year`).
    """

    start: int
    end: int
    kind: PeriodKind
    time: Stretch | None


def find_periods(text: str, start: int, today: Day | None) -> list[PeriodMention]:
    """Return the mentions of time in `text[start:]` in reading order, without overlaps.

    Args:
        text: The simplified text.
        start: Where to begin.
        today: The document's date, which `今年` and months without a year are read against.
    """
    calendar = Calendar(today)
    found = []
    line = start
    for match, read in _matches(text, start):
        if "\n" in text[line : match.start()]:
            calendar.year = None
        line = match.start()
        year = calendar.year
        told = read(calendar, match)
        if told is None:
            continue
        kind, time = told
        if kind == "span" and _ENDED.search(text, max(match.start() - 14, 0), match.start()):
            kind = "event"
        if kind in ("span", "event") and time and _goes_on(text, match.start(), match.end()):
            kind, time, calendar.year = "since", until(time.first, today), year
        if kind in ("span", "event", "year", "since") and _is_record(text, match.start(), match.end()):
            kind, calendar.year = "basis", year
        if kind in ("span", "event", "year") and _is_basis(text, match.start(), match.end()):
            kind, calendar.year = "basis", year
        found.append(PeriodMention(match.start(), match.end(), kind, time))
    return _with_feasts(text, found)


def _with_feasts(text: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """Give a feast the days that the text says it has: `2023年春运自1月7日开始,至2月15日结束`."""
    known: dict[str, Stretch] = {}
    told: list[PeriodMention] = []
    for mention in mentions:
        time = mention.time
        if mention.kind == "span" and time and time.first.day and time.first != time.last:
            named = FEAST_DATED.search(text, max(mention.start - 14, 0), mention.start)
            named = named or _FEAST_AFTER.match(text, mention.end)
            if named:
                known[named["feast"]] = time
                told = [before for before in told if not _names_feast(text, before)]
        feast = _FEAST.match(text, mention.start, mention.end) if mention.kind == "now" else None
        if feast and feast.group() in known:
            mention = PeriodMention(mention.start, mention.end, "span", known[feast.group()])
        told.append(mention)
    return told


def _names_feast(text: str, mention: PeriodMention) -> bool:
    """Tell whether a year is but a part of a feast's name: `2023年春运`."""
    return mention.kind == "span" and bool(_FEAST.match(text, mention.end)) and text[mention.end - 1] == "年"


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether time runs on from a date: `since the law came into force on …`, `launched in …, has handled`."""
    if not text[start].isascii():
        return False
    if _SINCE_CLAUSE.search(text, max(start - 110, 0), start):
        return True
    return bool(_LAUNCHED.search(text, max(start - 30, 0), start) and _EVER_SINCE.match(text, end))


def _is_record(text: str, start: int, end: int) -> bool:
    """Tell whether a time only says since when nothing equals a number: `the lowest since 1969`, `2009年以来最低`."""
    if not text[start].isascii() or text[start].isdigit():
        return bool(_RECORD_AFTER.match(text, end))
    since = text[start : start + 6].lower() == "since "
    began = _RECORD.search(text, max(start - 60, 0), start)
    return bool(began and (since or began.group().rstrip().endswith(("began", "started"))))


def _matches(text: str, start: int) -> Iterator[tuple["re.Match[str]", periods_zh.Read]]:
    """Yield the matches of all patterns in reading order; where two overlap, the earlier pattern's stays."""
    taken = bytearray(len(text))
    kept: list[tuple[int, re.Match[str], periods_zh.Read]] = []
    for pattern, read in (*periods_near.PATTERNS, *periods_zh.PATTERNS, *periods_en.PATTERNS):
        for match in pattern.finditer(text, start):
            left, right = match.span()
            if left == right or any(taken[left:right]):
                continue
            taken[left:right] = b"\x01" * (right - left)
            kept.append((left, match, read))
    kept.sort(key=lambda entry: entry[0])
    return ((match, read) for _, match, read in kept)


def _is_basis(text: str, start: int, end: int) -> bool:
    """Tell whether a time is only compared with: `较2019年`, `compared with 2015`, `from 3 last year to 2`."""
    before = text[max(start - 60, 0) : start]
    if _BASIS_AFTER.match(text, end) or (_STEP_FROM.match(text, start, end) and _CHANGED.search(before)):
        return True
    if _MULTIPLE.match(text, end):
        return True
    if _FROM_NUMBER.search(before) and _TO_NUMBER.match(text, end):
        return True
    lead = re.match(r"(?:in|from|with) ", text[start:end])
    return bool(_COMPARED_EN.search(before)) or (lead is None and bool(_BASIS_BEFORE.search(before)))
