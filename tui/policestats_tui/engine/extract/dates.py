"""Dates of any precision as ISO strings (`2022`, `2022-07`, `2022-07-15`), and stretches between two of them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

_YEAR = re.compile(r"(?:19|20)\d\d")
HAN_DIGITS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_SAME_YEAR = re.compile(r"当年|同年|that year|same year", re.IGNORECASE)
_LAST_YEAR = re.compile(r"去年|去\(1\d\d\)年|上一?年|last year|previous year", re.IGNORECASE)
_LOOKS_BACK = 2
"""Up to this month a document looks back on the year before."""
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date: year, and month and day as far as they are known (else 0)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def cut(self, other: "Day") -> "Day":
        """Return this date as finely as `other` is known."""
        return Day(self.year, self.month if other.month else 0, self.day if other.day else 0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, both ends included."""

    first: Day
    last: Day

    def moved(self, last_year: int) -> "Stretch":
        """Return the same stretch so many years before that it ends in `last_year`."""
        back = self.last.year - last_year
        return Stretch(
            Day(self.first.year - back, self.first.month, self.first.day),
            Day(last_year, self.last.month, self.last.day),
        )

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


def parse_day(text: str | None) -> Day | None:
    """Read an ISO date of any precision; None where there is none."""
    match = _ISO.match(text or "")
    return Day(*(int(part or 0) for part in match.groups())) if match else None


def valid(year: int, month: int = 0, day: int = 0) -> bool:
    """Tell whether the numbers can be a date."""
    return 1900 <= year <= 2100 and 0 <= month <= 12 and 0 <= day <= 31


def until(first: Day, today: Day | None) -> Stretch:
    """Return the time from `first` to the document's date, as finely as `first` is known and never backwards."""
    if today is None:
        return Stretch(first, first)
    last = today.cut(first)
    return Stretch(first, last if last >= first.cut(last) else first)


PeriodKind = Literal["span", "since", "as_of", "event", "basis", "campaign", "now", "year", "vague"]
Told = tuple[PeriodKind, Stretch | None]


@dataclass(slots=True)
class Calendar:
    """What the dates of one document are read against: its own date, the last year and the last years that it named."""

    today: Day | None
    year: int | None = None
    years: Stretch | None = None

    def relative(self, word: str | None) -> int | None:
        """Return the year of `2020`, `今年`, `last year`; for None, the year in force."""
        if not word or _SAME_YEAR.search(word):
            return self.year or (self.today.year if self.today else None)
        year = spelled_year(word)
        if year:
            return year
        if self.today is None:
            return None
        return self.today.year - (2 if "前年" in word else 1 if _LAST_YEAR.search(word) else 0)

    def year_of_month(self, word: str | None, month: int) -> int | None:
        """Return the year of a month that may lack one: a month later than the document's own is last year's."""
        year = self.relative(word)
        if not word and year and self.today and year == self.today.year and self.today.month:
            return year - (month > self.today.month)
        return year

    def is_ahead(self, year: int, month: int) -> bool:
        """Tell whether a month is still to come on the document's day."""
        return self.today is not None and self.today.year == year and 0 < self.today.month < month

    def named(self, word: str | None, year: int) -> None:
        """Remember a year that the text spells out."""
        if word and spelled_year(word):
            self.year = year

    def under_review(self) -> int | None:
        """Return the year that a document looks back on: in January and February, the year before."""
        if self.today is None:
            return self.year
        return self.today.year - (0 < self.today.month <= _LOOKS_BACK)

    def past_year(self) -> Stretch | None:
        """Return the twelve months up to the document's own; around the turn of a year, the year that is over."""
        if self.today is None or self.today.month in (0, 12) or self.today.month <= _LOOKS_BACK:
            return self.whole_year()
        return Stretch(Day(self.today.year - 1, self.today.month), Day(self.today.year, self.today.month))

    def last_months(self, count: int) -> Stretch | None:
        """Return the last `count` months, the document's own among them."""
        if self.today is None or not self.today.month or not 1 <= count <= 60:
            return None
        first = self.today.year * 12 + self.today.month - count
        return Stretch(Day(first // 12, first % 12 + 1), Day(self.today.year, self.today.month))

    def days_ago(self, count: int) -> Day | None:
        """Return the day so many days before the document's own; None where that is not known to the day."""
        today = self._date()
        day = today - timedelta(count) if today else None
        return Day(day.year, day.month, day.day) if day else None

    def weekday(self, number: int, before: bool) -> Day | None:
        """Return the last day of the week with a number from Monday's 0; `before`: the document's own is none."""
        today = self._date()
        back = (today.weekday() - number) % 7 if today else 0
        return self.days_ago(back or 7 * before)

    def _date(self) -> date | None:
        if self.today is None or not self.today.day:
            return None
        try:
            return date(self.today.year, self.today.month, self.today.day)
        except ValueError:
            return None

    def quarter(self, back: int) -> Stretch | None:
        """Return the document's own quarter up to its month, or the whole one that was `back` quarters ago."""
        if self.today is None or not self.today.month:
            return None
        first = self.today.year * 4 + (self.today.month - 1) // 3 - back
        start = Day(first // 4, first % 4 * 3 + 1)
        last = Day(start.year, start.month + 2)
        return Stretch(start, min(last, Day(self.today.year, self.today.month)))

    def five_year_plan(self, number: int) -> Stretch | None:
        """Return the five years of a plan: the 13th ran from 2016 to 2020; a running one up to the document's year."""
        first = 2016 + 5 * (number - 13)
        if not 11 <= number <= 16 or (self.today and self.today.year < first):
            return None
        return Stretch(Day(first), Day(min(first + 4, self.today.year if self.today else first + 4)))

    def this_year(self) -> Stretch | None:
        """Return the time from January to the document's month."""
        if self.today is None:
            return None
        first = 1 if self.today.month else 0
        return Stretch(Day(self.today.year, first), Day(self.today.year, self.today.month))

    def last_years(self, count: int) -> Stretch | None:
        """Return the last `count` whole years; those that the document named, where it named so many."""
        if self.years and self.years.last.year - self.years.first.year == count - 1:
            return self.years
        last = self.under_review()
        return Stretch(Day(last - count + 1), Day(last)) if last and 1 <= count <= 40 else None

    def whole_year(self) -> Stretch | None:
        """Return the year that `年内` or `within the year` means: the last one named, else the one under review."""
        year = self.year or self.under_review()
        return Stretch(Day(year), Day(year)) if year else None

    def full_year(self) -> Stretch | None:
        """Return the year that `全年` or `the whole year` means: the last one named, else the last that is over."""
        if self.year or self.today is None or self.today.month in (0, 11, 12):
            return self.whole_year()
        return Stretch(Day(self.today.year - 1), Day(self.today.year - 1))


def spelled_year(word: str) -> int | None:
    """Return the year that a word spells: `2023`, `二零二三年`."""
    digits = _YEAR.search(word.translate(HAN_DIGITS))
    return int(digits.group()) if digits else None


def span(first: Day, last: Day | None = None) -> Told | None:
    """Return a stretch between two dates that can be, else None."""
    last = last or first
    right = valid(first.year, first.month, first.day) and valid(last.year, last.month, last.day)
    return ("span", Stretch(first, last)) if right and last >= first.cut(last) else None


def inside(time: Stretch, frame: Stretch) -> bool:
    """Tell whether a time lies in another, as finely as both are known."""
    return frame.first.cut(time.first) <= time.first.cut(frame.first) and time.last.cut(frame.last) <= frame.last.cut(
        time.last
    )
