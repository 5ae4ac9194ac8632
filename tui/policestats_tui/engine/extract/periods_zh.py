"""Chinese words that say when: `2020年`, `今年以来`, `1至9月`, `截至6月30日`, `三年来`."""

import re
from collections.abc import Callable

from policestats_tui.engine.extract.dates import Calendar, Day, Stretch, Told, span, until, valid
from policestats_tui.engine.extract.numerals import chinese

Read = Callable[[Calendar, "re.Match[str]"], Told | None]

_Y = r"(?:19|20)\d\d\s?年度?|二[零〇][零〇一二三四五六七八九]{2}年|今年|去年|前年|本年|上年|当年|同年"
_N = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_M = r"\d{1,2}|十[一二]|[一二三四五六七八九十]"
_D = r"\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_DASH = r"\s?(?:至|到|-|–|—|~|―)\s?"
_SINCE = re.compile(
    r"[^,。;:\d]{0,40}?(?:以来|至今|迄今)|起(?=[,至到])|开始(?=,)|[^。;:\d]{0,40}?(?:召开|启动|开展|部署|实施"
    r"|发布)(?:之|以)?后"
)
_AS_OF = re.compile(r"(?:截至|截止到?|截止至|至)\s?(?:目前|到)?\Z")


def _number(text: str | None) -> int:
    value = chinese(text) if text else None
    return int(value.value) if value else 0


def _years(calendar: Calendar, m: re.Match[str]) -> Told | None:
    told = span(Day(int(m["y1"])), Day(int(m["y2"])))
    calendar.years = told[1] if told else calendar.years
    return told


def _dates(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `2018年1月至2020年12月`, `7月8日至22日`, `2020年7月8日至7月22日`, `1至9月`."""
    month, day = _number(m["m1"]), _number(m["d1"])
    last_month = _number(m["m2"]) or month
    year = calendar.year_of_month(m["y1"], last_month if not m["y2"] else month)
    if year is None:
        return None
    calendar.named(m["y1"], year)
    last_year = calendar.relative(m["y2"]) if m["y2"] else year
    return span(Day(year, month, day), Day(last_year or year, last_month, _number(m["d2"])))


def _part(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `2020年上半年`, `前三季度`, `今年前8个月`, `第一季度`."""
    year = calendar.relative(m["y"])
    if year is None:
        return None
    calendar.named(m["y"], year)
    half, first, unit, quarter = m["half"], m["n"], m["unit"], m["q"] or (m["first"] and "一")
    if half:
        return span(Day(year, 1 if half == "上" else 7), Day(year, 6 if half == "上" else 12))
    if quarter:
        last = 3 * _number(quarter)
        return span(Day(year, last - 2), Day(year, last))
    last = _number(first) * (1 if unit == "月" else 3)
    return span(Day(year, 1), Day(year, last))


def _date(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read a date of any precision and what stands around it."""
    month, day = _number(m["m"]), _number(m["d"])
    year = calendar.year_of_month(m["y"], month)
    if year is None or not valid(year, month, day):
        return None
    if m["half"] and not month:
        month = 1 if "初" in m["half"] else 12
    date = Day(year, month, day)
    if _AS_OF.search(m.string, max(m.start() - 6, 0), m.start()):
        return ("as_of", Stretch(date, date))
    if _SINCE.match(m.string, m.end()):
        calendar.named(m["y"], year)
        if date == Day(calendar.today.year if calendar.today else 0):
            return ("since", calendar.this_year())
        return ("since", until(date, calendar.today))
    calendar.named(m["y"], year)
    return ("event" if day else "span", Stretch(date, date))


def _last_years(calendar: Calendar, m: re.Match[str]) -> Told | None:
    if _number(m["n"]) == 1:
        return _past_year(calendar, m)
    time = calendar.last_years(_number(m["n"]))
    return ("span", time) if time else None


def _last_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `一年来`, `年内`, `全年`: the year that the document looks back on."""
    time = calendar.full_year() if m.group() == "全年" else calendar.whole_year()
    return ("year", time) if time else None


def _past_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `近一年来`: the twelve months up to the document's own."""
    today = calendar.today
    if today is None or not today.month:
        return _last_year(calendar, m)
    return span(Day(today.year - 1, today.month), Day(today.year, today.month))


def _this_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    time = calendar.this_year()
    return ("since", time) if time else None


def _month(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `本月`, `上月`."""
    today = calendar.today
    if today is None or not today.month:
        return None
    back = m.group().startswith("上")
    month, year = (today.month - 1, today.year) if back else (today.month, today.year)
    return span(Day(year, month) if month else Day(year - 1, 12))


def _now(calendar: Calendar, m: re.Match[str]) -> Told | None:
    today = calendar.today
    return ("now", Stretch(Day(today.year), Day(today.year)) if today else None)


def _plan(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `“十三五”期间`, `“十四五”以来`."""
    time = calendar.five_year_plan(_number("十" + m["plan"]))
    return ("span", time) if time else None


def _congress(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read a time that runs from a Party congress: the 18th was held in 2012, and one every five years since."""
    years = {"八": 2012, "九": 2017, None: 2022}
    return ("since", until(Day(years[m["n"]]), calendar.today))


def _campaign(calendar: Calendar, m: re.Match[str]) -> Told | None:
    return ("campaign", None)


PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?P<y1>(?:19|20)\d\d)(?:年)?{_DASH}(?P<y2>(?:19|20)\d\d)年(?!\s?\d{{1,2}}\s?月)", _years),
        (
            rf"(?:(?P<y1>{_Y}))?\s?(?<![\d.第十])(?P<m1>{_M})\s?(?:月份?\s?(?:(?P<d1>{_D})\s?日?|[上中下]旬"
            rf"|[初底末])?)?{_DASH}"
            rf"(?P<y2>(?:19|20)\d\d年|今年)?(?:(?P<m2>{_M})\s?月份?)?(?:\s?(?P<d2>{_D})\s?日|[上中下]旬"
            rf"|[初底末])?(?<=[月日份旬初底末])",
            _dates,
        ),
        (
            rf"(?:(?P<y>{_Y})的?)?(?:(?P<half>[上下])半年|[前首](?P<n>{_N})(?:个)?(?P<unit>月|季度?)"
            rf"|第?(?P<q>[一二三四])季度?|(?P<first>首)季度?)",
            _part,
        ),
        (r"今年(?:年初)?(?:以来|至今|截至目前)|年初以来|年初至今", _this_year),
        (
            rf"(?P<y>{_Y})(?:\s?(?P<m>{_M})\s?月份?)?(?:\s?(?P<d>{_D})\s?[日号])?(?P<half>年?[初底末](?![一-龥]?步))?",
            _date,
        ),
        (rf"(?P<y>(?!))?(?<![\d.第几数个十])(?P<m>{_M})\s?月(?:份|\s?(?P<d>{_D})\s?[日号])?(?P<half>[初底末])?", _date),
        (rf"(?:近|最近|过去)(?P<n>{_N})年(?:来|间|里|中|(?=[,全]))", _last_years),
        (r"(?<![\d.十])(?P<n>[二两三四五六七八九十]|\d{1,2})年来", _last_years),
        (r"一年(?:以)?来|(?<![\d一二两三四五六七八九十几])年内|年度内|全年(?=[,共累总]|[^面])", _last_year),
        (r"[“\"]?十(?P<plan>[一二三四五六])五[”\"]?(?:规划)?(?:时期|期间|以来)", _plan),
        (r"十(?P<n>[八九])大以来|(?P<n2>二十)大以来", _congress),
        (r"本月|上月|上个月", _month),
        (r"截至目前|截止目前|目前|现已|迄今|至今|到目前为止", _now),
        (
            r"(?:该|此次|本次|自)?(?:专项)?(?:行动|斗争|战役|整治|会战)(?:自)?(?:启动|开展|部署|实施"
            r"|打响)?(?:以来|至今|期间)|行动中(?=,)",
            _campaign,
        ),
    )
)
