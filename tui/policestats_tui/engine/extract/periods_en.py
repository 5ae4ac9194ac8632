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
_ORDINALS = ("first", "second", "third", "fourth", "last", "final", "latter")
_ORD = "|".join(_ORDINALS)
_OVER = r"(?:in|over|during|for|within|throughout|across)"
_FEAST_MONTHS = {"National Day": 10, "May Day": 5, "Labor Day": 5, "Labour Day": 5, "Tomb": 4, "Christmas": 12}
_FEAST = (
    r"(?:Spring Festival|Lunar New Year|Chinese New Year|New Year(?:['’]s Day)?|Tomb[- ]Sweeping(?: Day"
    r"| Festival)?|May Day"
    r"|Labou?r Day|Dragon Boat(?: Festival)?|Mid-Autumn(?: Festival)?|National Day|Golden Week|summer|winter"
    r"|Christmas|Easter)"
)


_AT_END = re.compile(r"\bend of", re.IGNORECASE)
_AT_START = re.compile(r"\b(?:start|beginning) of", re.IGNORECASE)
_ON = r"(?P<on> (?:to|until|till|up to) (?:now|date|the present|today)\b| on(?:wards?)?(?=,| the))?"


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
    size = {"half": 6, "month": 1, "quarter": 3}[unit.rstrip("s")]
    nth = _ORDINALS.index(which) + 1
    if count and nth > 4:
        first = 12 - size * count + 1
        time = calendar.last_months(size * count) if not m["y"] else Stretch(Day(year, first), Day(year, 12))
        return ("span", time) if time and first > 0 else None
    if count or unit == "month":
        last = size * max(count, 1)
        year -= not m["y"] and calendar.is_ahead(year, last)
        return span(Day(year, 1), Day(year, last))
    nth = min(nth, 12 // size)
    return span(Day(year, size * (nth - 1) + 1), Day(year, size * nth))


def _date(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read a date of any precision after its preposition."""
    groups = m.groupdict()
    month = _month(m["m"]) if groups.get("m") else 0
    day = int(groups.get("d") or groups.get("e") or 0)
    word = groups.get("y")
    year = calendar.year_of_month(word, month)
    if year is None or not valid(year, month, day):
        return None
    at_end = _AT_END.search(m.group())
    at_start = _AT_START.search(m.group())
    lead = (m["lead"] or "").lower()
    onward = lead.startswith("since") or bool(groups.get("on"))
    date = Day(year, month or (12 if at_end else 1 if at_start and onward else 0), day)
    if onward:
        if calendar.today and date == Day(calendar.today.year):
            return ("since", calendar.this_year())
        return ("since", until(date, calendar.today))
    if re.match(r"as (?:of|at)|by|up to|until|till", lead):
        return ("as_of", Stretch(date, date))
    calendar.named(word, year)
    return ("event" if day else "span", Stretch(date, date))


def _year_first(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read what translations put in Chinese order: `since 2021 April`, `from 2021 January to 2022 June`."""
    year, month, day = int(m["y"]), _month(m["m"]), int(m["d"] or 0)
    first = Day(year, month, day)
    if not valid(year, month, day):
        return None
    if m["m2"]:
        return span(first, Day(int(m["y2"] or year), _month(m["m2"]), int(m["d2"] or 0)))
    calendar.named(m["y"], year)
    lead = (m["lead"] or "").lower()
    if lead == "since" or m["on"]:
        return ("since", until(first, calendar.today))
    if lead in ("by", "as of", "until", "up to"):
        return ("as_of", Stretch(first, first))
    return ("event" if day else "span", Stretch(first, first))


def _days(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `from October 1 to 15`, `October 1-7, 2022`."""
    month = _month(m["m"])
    year = calendar.year_of_month(m["y"], month)
    if year is None:
        return None
    calendar.named(m["y"], year)
    return span(Day(year, month, int(m["d1"])), Day(year, month, int(m["d2"])))


def _last_years(calendar: Calendar, m: re.Match[str]) -> Told | None:
    count = _number(m["n"])
    time = calendar.last_years(count) if count > 1 else calendar.past_year()
    return ("span", time) if time else None


def _last_months(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `over the past three months`; twelve are a year."""
    count = _number(m["n"])
    time = calendar.past_year() if count == 12 else calendar.last_months(count)
    return ("span", time) if time else None


def _years_ago(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `two years ago`, which only what stands next to it is of."""
    if calendar.today is None:
        return None
    year = Day(calendar.today.year - _number(m["n"]))
    return ("basis", Stretch(year, year))


def _months_to(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `in the six months to June`, `in the three years ended 2022`, `in the year to September`."""
    count, month = _number(m["n"]) or 1, _month(m["m"]) if m["m"] else 0
    year = calendar.year_of_month(m["y"], month)
    if year is None:
        return None
    if not month and not m["months"]:
        return span(Day(year - count + 1), Day(year))
    first = year * 12 + (month or 12) - (count if m["months"] else 12 * count)
    return span(Day(first // 12, first % 12 + 1), Day(year, month or 12))


def _month_of_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `last September`, `since last September`."""
    if calendar.today is None:
        return None
    first = Day(calendar.today.year - (m["which"].lower() == "last"), _month(m["m"]))
    return ("since", until(first, calendar.today)) if m["since"] else span(first)


def _seasons(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `2022-23`, `2022/23`."""
    first = int(m["y1"])
    return span(Day(first), Day(first + 1)) if int(m["y2"]) == (first + 1) % 100 else None


def _in_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `this summer`, some time of the year in force; `during the National Day holiday` is known to the month."""
    month = next((month for feast, month in _FEAST_MONTHS.items() if feast in m.group()), 0)
    year = calendar.year_of_month(None, month)
    if year is None:
        return None
    return ("span" if month else "now", Stretch(Day(year, month), Day(year, month)))


def _pandemic(calendar: Calendar, m: re.Match[str]) -> Told | None:
    return ("since", until(Day(2020), calendar.today))


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
    """Read `last month`, `this month`."""
    time = calendar.last_months(1 + ("last" in m.group().lower()))
    day = time and (time.first if "last" in m.group().lower() else time.last)
    return span(day) if day else None


def _coded(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `H1 2023`, `Q3 of 2022`, `1H 2023`."""
    year, number = int(m["y"]), int(m["number"] or m["number2"])
    size = 6 if (m["code"] or m["code2"]) in "Hh" else 3
    return span(Day(year, size * (number - 1) + 1), Day(year, size * number)) if size * number <= 12 else None


def _decade(calendar: Calendar, m: re.Match[str]) -> Told | None:
    time = calendar.last_years(10)
    return ("span", time) if time else None


def _to_month(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `from the beginning of the year to the end of July`."""
    month = _month(m["m"])
    year = calendar.year_of_month(None, month)
    return span(Day(year, 1), Day(year, month)) if year else None


def _to_month_of(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `from 2021 to September 2023`."""
    return span(Day(int(m["y1"]), 1), Day(int(m["y2"]), _month(m["m"])))


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
            r"since the (?P<n>18th|19th|20th|Eighteenth|Nineteenth|Twentieth) (?:CPC |Party "
            r"|Communist Party of China |National )*(?:National )?(?:Congress|Party Congress)"
            r"(?: of the (?:CPC|Communist Party of China|Party))?(?: in (?:late )?20\d\d)?",
            _congress,
        ),
        (
            rf"\b(?:(?P<lead>from|between|since|in|during|by|as of|until|up to|on) )?(?P<y>20\d\d) (?P<m>{_MONTH})"
            rf"(?: (?P<d>\d{{1,2}}){_TH}(?![\d,]))?(?:(?: to | until | and "
            rf"| ?[-–—] ?)(?:(?P<y2>20\d\d) )?(?P<m2>{_MONTH})"
            rf"(?: (?P<d2>\d{{1,2}}){_TH}(?![\d,]))?)?{_ON}",
            _year_first,
        ),
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
            rf"\b(?:from|between) (?P<y1>(?:19|20)\d\d) (?:to|and|through|until) (?P<m>{_MONTH}),? (?P<y2>20\d\d)",
            _to_month_of,
        ),
        (
            rf"\b(?:(?:{_OVER} )?the|in) (?P<which>{_ORD}) (?:(?P<n>{_N}) )?(?P<unit>half|months?"
            rf"|quarters?)(?: (?:of|in) (?:the year )?(?P<y>(?:19|20)\d\d|this year|last year|the year))?(?! ago)",
            _part,
        ),
        (
            rf"(?<!\w)(?:from |between |on |during )?(?P<m>{_MONTH}) (?P<d1>\d{{1,2}}){_TH}(?: to | and "
            rf"| through | ?[-–—] ?)"
            rf"(?P<d2>\d{{1,2}}){_TH}(?![\d%]|[,.]\d| ?{_MONTH})(?:,? (?P<y>{_Y}))?",
            _days,
        ),
        (
            rf"\b{_OVER} the (?:(?P<n>{_N}) )?(?:(?P<months>months?)|years?) (?:to|ending|ended|through|up to)(?: in)?"
            rf" (?:the end of )?(?:(?P<m>{_MONTH})(?: \d{{1,2}}{_TH}(?!\d))?,?)?(?: ?(?P<y>{_Y}))?",
            _months_to,
        ),
        (rf"\b{_OVER} the (?:past|last|previous) (?P<n>{_N}) months", _last_months),
        (rf"\b(?P<since>since )?(?:in )?(?P<which>last|this) (?P<m>{_MONTH})(?! \d)", _month_of_year),
        (r"\bfrom the (?:beginning|start) of (?:the|this) year(?= (?:on|up to now|to date|until now)|,)", _this_year),
        (r"(?<![\d-])(?P<y1>(?:19|20)\d\d)[-–/](?P<y2>\d\d)(?![\d-])", _seasons),
        (
            r"\bfrom the (?:beginning|start) of (?:the|this) year (?:to|until|through) (?:the end of )?"
            rf"(?P<m>{_MONTH})",
            _to_month,
        ),
        (r"\b(?:(?P<code>[HQ])(?P<number>[1-4])|(?P<number2>[1-4])(?P<code2>[HQ])) (?:of )?(?P<y>20\d\d)\b", _coded),
        (rf"\b{_OVER} the (?:past|last) decade\b", _decade),
        (r"\b(?:in |during |over )?(?:last|this) month\b", _last_month),
        (r"\bthe (?P<plan>1[1-6])th Five-Year Plan(?: period)?", _plan),
        (
            r"\b(?:so far this year|this year so far|year to date|year-to-date"
            r"|since the (?:beginning|start) of (?:this|the) year|since (?:this|the) year)",
            _this_year,
        ),
        (
            rf"\b{_OVER} the (?:(?:past|last|recent|previous) (?P<n>{_N}) years?|(?:past|last) year\b)",
            _last_years,
        ),
        (
            rf"{_LEAD} (?:the (?:beginning|start|end) of )?(?:early |mid-"
            rf"|late )?(?:(?P<e>\d{{1,2}}){_TH} )?(?P<m>{_MONTH})(?: (?P<d>\d{{1,2}}){_TH}(?!\d"
            rf"|,\d{{3}}))?(?:,? (?P<y>{_Y}))?{_ON}",
            _date,
        ),
        (rf"\((?P<lead>)(?P<m>{_MONTH}),? (?P<y>20\d\d)(?=\))", _date),
        (rf"(?<!\w)(?P<lead>)(?:(?P<e>\d{{1,2}}){_TH} (?P<m>{_MONTH}),? (?P<y>{_Y}))", _date),
        (rf"(?<!\w)(?P<lead>)(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH}(?!\d),? (?P<y>{_Y})", _date),
        (
            rf"{_LEAD} (?:the )?(?:(?:beginning|start|end|whole|all|year|summer|winter|spring|autumn|fall) of "
            rf"|year |early |mid-"
            rf"|late )?(?P<y>{_Y})(?![-/]\d|'?s\b){_ON}",
            _date,
        ),
        (rf"\b(?:in|over|during) (?:the |these |those )?(?P<n>{_N}) years(?=,)", _last_years),
        (rf"\b(?P<n>{_N}) years? ago\b", _years_ago),
        (r"\bthe (?:year )?(?P<lead>)(?P<y>20\d\d)(?= (?:total|figure|saw|witnessed))", _date),
        (
            rf"\b(?:during|over|throughout|since) (?:the |this year['’]s )?(?:{_FEAST} )+(?:holidays?"
            rf"|travel (?:rush|season)|period"
            rf"|vacation|break)\b|\b(?:this|since(?: the start of)?(?: this)?) (?:summer|winter|spring"
            rf"|autumn)(?! (?:camp|vac))\b",
            _in_year,
        ),
        (
            r"\bsince the (?:outbreak|start|beginning) of (?:the )?(?:COVID(?:-19)?|epidemic|pandemic"
            r"|novel coronavirus)",
            _pandemic,
        ),
        (r"\b(?:last year|this year)(?!')", _relative),
        (
            r"\b(?:in|during|throughout|over|for) the (?:whole|entire|full) year|(?:during|throughout|over"
            r"|within) the year|all year\b",
            _whole_year,
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
