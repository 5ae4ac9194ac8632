"""Periods as the codebook writes them: `2020`, `2020-01/2020-09`, `2022-07-13`, `unknown`."""

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def bounds(period: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a period, None where it is unknown or no period."""
    if period is None:
        return None
    ends = period.split("/")
    first, last = _first_day(ends[0]), _last_day(ends[-1])
    if len(ends) > 2 or first is None or last is None or first > last:
        return None
    return first, last


def _first_day(point: str) -> date | None:
    return _day(point, latest=False)


def _last_day(point: str) -> date | None:
    return _day(point, latest=True)


def _day(point: str, *, latest: bool) -> date | None:
    match = _POINT.fullmatch(point)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        whole_month = month or (12 if latest else 1)
        return date(year, whole_month, day or (monthrange(year, whole_month)[1] if latest else 1))
    except ValueError:
        return None
