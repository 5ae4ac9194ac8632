"""Words of both languages that say when by the day that a document speaks on: `昨天`, `on Tuesday`, `近日`."""

import re

from policestats_tui.engine.extract.dates import Calendar, Day, Stretch, Told
from policestats_tui.engine.extract.periods_zh import Read

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTED = re.compile(r"截[至止]|by|as of|until", re.IGNORECASE)


def _weekday(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `on Tuesday`, `last Friday`, `by Monday`."""
    number = _WEEKDAYS.index(m["weekday"][:3].lower())
    return _on(calendar.weekday(number, before=m["lead"].lower() == "last"), m)


def _yesterday(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `昨天`, `截至昨日`, `by yesterday`."""
    return _on(calendar.days_ago(1), m)


def _on(day: Day | None, m: re.Match[str]) -> Told | None:
    if day is None:
        return None
    return ("as_of" if m["lead"] and _COUNTED.match(m["lead"]) else "event", Stretch(day, day))


def _vague(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `近日`, `春运前`, `in recent years`, which tell that it was some time that the text does not give."""
    return ("vague", None)


PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            r"\b(?P<lead>on|last|by|as of|until|this) (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
            r"(?!s| Post| Morning| Times| Evening)",
            _weekday,
        ),
        (r"(?P<lead>截[至止]到?)?昨[天日晚]", _yesterday),
        (r"\b(?:(?P<lead>by|as of|until) )?yesterday\b", _yesterday),
        (r"近年来|近几年来?|近日|日前(?=,)|前不久|不久前|(?:春运|暑运|节日?)前(?=,)", _vague),
        (r"\b(?:in|over|during) recent (?:years|months|weeks|days)\b|\brecently\b|\bthe other day\b", _vague),
    )
)
