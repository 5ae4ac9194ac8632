"""English words that say when: `in 2020`, `so far this year`, `from January to September`, `as of June 30`."""

import re
from collections.abc import Callable

from policestats_tui.engine.extract.dates import Calendar, Day, Stretch, Told, span, until, valid

Read = Callable[[Calendar, "re.Match[str]"], Told | None]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?(?![a-z]))"
)
_REL = r"(?:of )?(?:this|last|that|the same|the previous) year"
_Y = rf"(?:19|20)\d\d(?!\d|,\d{{3}})|{_REL}"
_TH = r"(?:st|nd|rd|th)?"
_N = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}})"
_ORD = r"first|second|third|fourth|last"


def _number(text: str | None) -> int:
    if not text:
        return 0
    word = text.lower()
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _dates(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `from June 25 to Sept. 30 this year`, `January to September 2023`, `8 to 22 July 2020`."""
    last_month = _month(m["m2"] or m["m1"])
    month = _month(m["m1"] or m["m2"])
    last_year = calendar.year_of_month(m["y2"] or m["y1"], last_month)
    if last_year is None:
        return None
    calendar.named(m["y2"] or m["y1"], last_year)
    year = (calendar.relative(m["y1"]) if m["y1"] else None) or last_year - (month > last_month)
    first_day, last_day = int(m["d1"] or m["e1"] or 0), int(m["d2"] or m["e2"] or 0)
    return span(Day(year, month, first_day), Day(last_year, last_month, last_day))


def _years(calendar: Calendar, m: re.Match[str]) -> Told | None:
    told = span(Day(int(m["y1"])), Day(int(m["y2"])))
    calendar.years = told[1] if told else calendar.years
    return told


def _part(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `the first half of 2023`, `the first nine months of this year`, `the third quarter`."""
    year = calendar.relative(m["y"])
    if year is None:
        return None
    calendar.named(m["y"], year)
    which, count, unit = m["which"].lower(), _number(m["n"]), m["unit"].lower()
    if unit == "half":
        return span(Day(year, 1), Day(year, 6)) if which == "first" else span(Day(year, 7), Day(year, 12))
    if unit.startswith("month"):
        return span(Day(year, 1), Day(year, max(count, 1)))
    if count:
        return span(Day(year, 1), Day(year, 3 * count))
    quarter = ("first", "second", "third", "fourth", "last").index(which) + 1
    quarter = min(quarter, 4)
    return span(Day(year, 3 * quarter - 2), Day(year, 3 * quarter))


def _date(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read a date of any precision after its preposition."""
    groups = m.groupdict()
    month = _month(m["m"]) if groups.get("m") else 0
    day = int(groups.get("d") or groups.get("e") or 0)
    word = groups.get("y")
    year = calendar.year_of_month(word, month)
    if year is None or not valid(year, month, day):
        return None
    date = Day(year, month, day)
    lead = (m["lead"] or "").lower()
    if lead.startswith("since"):
        if calendar.today and date == Day(calendar.today.year):
            return ("since", calendar.this_year())
        return ("since", until(date, calendar.today))
    if re.match(r"as (?:of|at)|by|up to|until|till", lead):
        if not month and re.search(r"\bend of", m.group(), re.IGNORECASE):
            date = Day(year, 12)
        return ("as_of", Stretch(date, date))
    calendar.named(word, year)
    return ("event" if day else "span", Stretch(date, date))


def _last_years(calendar: Calendar, m: re.Match[str]) -> Told | None:
    time = calendar.last_years(_number(m["n"]) or 1)
    return ("span", time) if time else None


def _relative(calendar: Calendar, m: re.Match[str]) -> Told | None:
    year = calendar.relative(m.group())
    return ("span", Stretch(Day(year), Day(year))) if year else None


def _this_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    time = calendar.this_year()
    return ("since", time) if time else None


def _whole_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    full = re.search(r"whole|entire|full|all|throughout", m.group(), re.IGNORECASE)
    time = calendar.full_year() if full else calendar.whole_year()
    return ("year", time) if time else None


def _now(calendar: Calendar, m: re.Match[str]) -> Told | None:
    today = calendar.today
    return ("now", Stretch(Day(today.year), Day(today.year)) if today else None)


def _plan(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `during the 13th Five-Year Plan period`."""
    time = calendar.five_year_plan(int(m["plan"]))
    return ("span", time) if time else None


def _last_month(calendar: Calendar, m: re.Match[str]) -> Told | None:
    today = calendar.today
    if today is None or not today.month:
        return None
    return span(Day(today.year, today.month - 1) if today.month > 1 else Day(today.year - 1, 12))


def _coded(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `H1 2023`, `Q3 of 2022`."""
    year, number = int(m["y"]), int(m["number"])
    size = 6 if m["code"] in "Hh" else 3
    return span(Day(year, size * (number - 1) + 1), Day(year, size * number)) if size * number <= 12 else None


def _decade(calendar: Calendar, m: re.Match[str]) -> Told | None:
    time = calendar.last_years(10)
    return ("span", time) if time else None


def _to_month(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `from the beginning of the year to the end of July`."""
    month = _month(m["m"])
    year = calendar.year_of_month(None, month)
    return span(Day(year, 1), Day(year, month)) if year else None


def _congress(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read a time that runs from a Party congress: the 18th was held in 2012, and one every five years since."""
    number = 18 + ("18th", "19th", "20th", "eighteenth", "nineteenth", "twentieth").index(m["n"].lower()) % 3
    return ("since", until(Day(2012 + 5 * (number - 18)), calendar.today))


def _campaign(calendar: Calendar, m: re.Match[str]) -> Told | None:
    return ("campaign", None)


_LEAD = (
    r"\b(?P<lead>since|as of|as at|by the end of|by|up to|until|till|in|during|throughout|for|on|from|at the end of"
    r"|starting from)"
)
_ACT = r"(?:action|campaign|operation|crackdown|drive)"
PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            rf"(?<!\w)(?=\d{{1,2}}\D|from |between |mid-|early |late |the (?:end|beg|start)|{_MONTH})"
            rf"(?:from |between )?(?:mid-|early |late |the (?:end|beginning"
            rf"|start) of )?(?:(?P<e1>\d{{1,2}}){_TH}(?: (?={_MONTH})|(?= ?(?:to|and|through|until"
            rf"|[-–—]))))?(?P<m1>{_MONTH})?"
            rf"(?: (?P<d1>\d{{1,2}}){_TH})?(?:,? (?P<y1>{_Y}))?"
            rf"(?<![ ])(?: to | and | through | until | ?[-–—] ?)(?:mid-|early |late |the (?:end|beginning"
            rf"|start) of )?(?:(?P<e2>\d{{1,2}}){_TH} )?(?P<m2>{_MONTH})(?: (?P<d2>\d{{1,2}}){_TH}(?!\d))?"
            rf"(?:,? (?P<y2>{_Y}))?",
            _dates,
        ),
        (
            r"(?<!\w)(?=from |between |\d{4})(?:from |between )?(?P<y1>(?:19|20)\d\d)(?: to | and | through "
            r"| ?[-–—] ?)(?P<y2>(?:19"
            r"|20)\d\d)(?!\d|[-,]\d)",
            _years,
        ),
        (
            rf"\b(?:the|in) (?P<which>{_ORD}) (?:(?P<n>{_N}) )?(?P<unit>half|months?"
            rf"|quarters?)(?: of (?:the year )?(?P<y>(?:19|20)\d\d|this year|last year|the year))?(?! ago)",
            _part,
        ),
        (
            r"\bfrom the (?:beginning|start) of (?:the|this) year (?:to|until|through) (?:the end of )?"
            rf"(?P<m>{_MONTH})",
            _to_month,
        ),
        (r"\b(?P<code>[HQ])(?P<number>[1-4]) (?:of )?(?P<y>20\d\d)\b", _coded),
        (r"\b(?:over|in|during|for|within) the (?:past|last) decade\b", _decade),
        (r"\b(?:in |during )?last month\b", _last_month),
        (r"\bthe (?P<plan>1[1-6])th Five-Year Plan(?: period)?", _plan),
        (
            r"\b(?:so far this year|this year so far|year to date|year-to-date"
            r"|since the (?:beginning|start) of (?:this|the) year|since (?:this|the) year)",
            _this_year,
        ),
        (
            rf"{_LEAD} (?:the (?:beginning|start|end) of )?(?:early |mid-"
            rf"|late )?(?:(?P<e>\d{{1,2}}){_TH} )?(?P<m>{_MONTH})(?: (?P<d>\d{{1,2}}){_TH}(?!\d"
            rf"|,\d{{3}}))?(?:,? (?P<y>{_Y}))?",
            _date,
        ),
        (rf"(?<!\w)(?P<lead>)(?:(?P<e>\d{{1,2}}){_TH} (?P<m>{_MONTH}),? (?P<y>{_Y}))", _date),
        (rf"(?<!\w)(?P<lead>)(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH}(?!\d),? (?P<y>{_Y})", _date),
        (
            rf"{_LEAD} (?:the )?(?:beginning of |start of |end of |whole of |year of |year |early |mid-"
            rf"|late )?(?P<y>{_Y})(?![-/]\d|'?s\b)",
            _date,
        ),
        (
            rf"\b(?:over|in|during|for|within) the (?:past|last|recent|previous) (?P<n>{_N}) years?|(?:over|in"
            rf"|during) the (?:past|last) (?P<n2>)year",
            _last_years,
        ),
        (r"\b(?:last year|this year)(?!')", _relative),
        (
            r"\b(?:in|during|throughout|over|for) the (?:whole|entire|full) year|(?:during|throughout|over"
            r"|within) the year|all year\b",
            _whole_year,
        ),
        (
            r"since the (?P<n>18th|19th|20th|Eighteenth|Nineteenth|Twentieth) (?:CPC |Party "
            r"|Communist Party of China |National )*(?:National )?(?:Congress|Party Congress)",
            _congress,
        ),
        (r"\b(?:up to now|to date|so far|at present|currently|until now|till now|by now)\b", _now),
        (
            rf"\b(?:since|during|throughout|over|in) (?:the )?(?:(?:start|launch|beginning|launching|period"
            rf"|course) of )?(?:the |this |its )?(?:special |summer )?{_ACT}(?: began| started| was launched"
            rf"| period)?",
            _campaign,
        ),
    )
)
