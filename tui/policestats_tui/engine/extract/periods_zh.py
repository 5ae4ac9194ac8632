"""Chinese words that say when: `2020年`, `今年以来`, `1至9月`, `截至6月30日`, `三年来`."""

import re
from collections.abc import Callable

from policestats_tui.engine.extract.dates import Calendar, Day, Stretch, Told, span, until, valid
from policestats_tui.engine.extract.numerals import chinese

Read = Callable[[Calendar, "re.Match[str]"], Told | None]

_Y = r"(?:19|20)\d\d\s?年度?|二[零〇○][零〇○一二三四五六七八九]{2}年|[今本去]\(1\d\d\)年"
_Y += "|今年|去年|前年|本年|上一?年|当年|同年"
_N = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_M = r"\d{1,2}|十[一二]|[一二三四五六七八九十]"
_D = r"\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_HOUR = r"(?:(?:零|\d{1,2})[时点])?"
_DASH = r"\s?(?:(?:开始|起),?\s?)?(?:至|到|-|–|—|~|―)\s?"
_SINCE = re.compile(
    r"[^,。;:\d]{0,40}?(?:以来|至今|迄今)|起(?=[,至到])|开始(?=,)|[^。;:\d]{0,40}?(?:召开|启动|开展|部署|实施"
    r"|发布)(?:之|以)?后"
)
_AS_OF = re.compile(r"(?:截至|截止到?|截止至|至)\s?(?:目前|到)?\Z")

_QUARTER = "[一二三四1-4]"
_ERAS = {
    "新中国成立": 1949,
    "建国": 1949,
    "改革开放": 1978,
    "疫情": 2020,
    "疫情发生": 2020,
    "疫情暴发": 2020,
    "疫情爆发": 2020,
}
_FEAST_MONTHS = {"国庆(?!中秋)": 10, '[“"]?十[·.]?一': 10, '[“"]?五[·.]?一': 5, "清明": 4, "元旦": 1}
_FEAST = (
    '元旦|春节|元宵(?:节)?|清明(?:节)?|[“"]?五[·.]?一[”"]?|端午(?:节)?|中秋(?:节)?|[“"]?十[·.]?一[”"]?|国庆(?:节)?|[“"]?双节[”"]?|中秋国庆|国庆中秋'
    '|[“"]?两节[”"]?|全国两会|两会|高考|圣诞|春运|暑[期假运]|寒假'
)


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


def _neighbours(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `7、8月份`: two months side by side."""
    return _dates(calendar, m) if _number(m["m2"]) == _number(m["m1"]) + 1 else None


def _part(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `2020年上半年`, `前三季度`, `今年前8个月`, `第一季度`."""
    year = calendar.relative(m["y"])
    if year is None:
        return None
    calendar.named(m["y"], year)
    half, count, quarter = m["half"], m["n"], m["q"] or (m["first"] and "一")
    if half:
        first, last = (1, 6) if half == "上" else (7, 12)
    elif quarter:
        last = 3 * _number(m["q2"] or quarter)
        first = 3 * _number(quarter) - 2
    else:
        first, last = 1, _number(count) * (1 if m["unit"] == "月" else 3)
    if m["since"]:
        return ("since", until(Day(year, first), calendar.today))
    return span(Day(year, first), Day(year, last))


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
    count = _number(m["n"])
    time = calendar.past_year() if count == 1 else calendar.last_years(count)
    return ("span", time) if time else None


def _last_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `一年来`, `年内`, `全年`: the year that the document looks back on."""
    time = calendar.full_year() if m.group() == "全年" else calendar.whole_year()
    return ("year", time) if time else None


def _years_and_more(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `三年多来`, which began in the year before those three."""
    time = calendar.last_years(_number(m["n"]) + 1)
    return ("span", time) if time else None


def _last_months(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `近三个月来`; `半年来` looks back on what the text tells of, if it says when that was."""
    time = calendar.last_months(_number(m["n"]) if m["n"] else 6)
    return ("span" if m["near"] else "now", time) if time else None


def _quarter(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `本季度`, `上季度`."""
    time = calendar.quarter(back=int(m.group().startswith("上")))
    return ("span", time) if time else None


def _to_month(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `年初至9月底`, `今年截至10月底`: from January to that month or day."""
    month = _number(m["m"])
    year = calendar.relative(m["y"]) if m["y"] else calendar.year_of_month(None, month)
    return span(Day(year, 1, 1 if m["d"] else 0), Day(year, month, _number(m["d"]))) if year else None


def _to_month_of(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `2021年至2023年9月`."""
    return span(Day(int(m["y1"]), 1), Day(int(m["y2"]), _number(m["m"])))


def _in_year(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `春运期间`, `国庆假期`, `入夏以来`: some time of the year in force; a fixed feast has its month."""
    month = next((month for feast, month in _FEAST_MONTHS.items() if re.match(feast, m.group())), 0)
    year = calendar.year_of_month(None, month)
    if year is None:
        return None
    return ("span" if month else "now", Stretch(Day(year, month), Day(year, month)))


def _listed_years(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read `2020年、2021年、2022年三年`."""
    return span(Day(int(m["y1"])), Day(int(m["y2"])))


def _era(calendar: Calendar, m: re.Match[str]) -> Told | None:
    """Read a time that runs from an event whose year everybody knows: `改革开放以来`."""
    return ("since", until(Day(_ERAS[m["era"]]), calendar.today))


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
            rf"(?:(?P<y1>{_Y})\s?)?(?<![\d.第十初])(?P<m1>{_M})\s?(?:月份?\s?(?:(?P<d1>{_D})\s?日?{_HOUR}|[上中下]旬"
            rf"|[初底末])?)?{_DASH}"
            rf"(?P<y2>(?:19|20)\d\d年|今年)?(?:(?P<m2>{_M})\s?月份?)?(?:\s?(?P<d2>{_D})\s?日|(?<=[月份])[上中下]旬"
            rf"|(?<=[月份])[初底末])?(?<=[月日份旬初底末])",
            _dates,
        ),
        (
            rf"(?:(?P<y1>{_Y})\s?)?(?<![\d.第十初])(?P<m1>{_M})(?:月份?)?、(?P<m2>{_M})(?P<y2>(?!))?(?P<d1>(?!))?(?P<d2>(?!))?月份?",
            _neighbours,
        ),
        (
            rf"(?:(?P<y>{_Y})的?)?(?:(?P<half>[上下])半年|[前首头](?P<n>{_N})个?(?P<unit>月|季度?)"
            rf"|第?(?P<q>{_QUARTER})(?:{_DASH}第?(?P<q2>{_QUARTER}))?(?:季度|(?<=第.)季)|(?P<first>首)季度?)(?P<since>以来)?",
            _part,
        ),
        (rf"(?P<y1>20\d\d)年{_DASH}(?P<y2>20\d\d)年(?P<m>{_M})\s?月(?![日\d])", _to_month_of),
        (rf"(?P<y>(?:今|本)?年)?初{_DASH}(?P<m>{_M})\s?月(?:份|[初底末]|(?P<d>{_D})日)?", _to_month),
        (rf"(?P<y>{_Y})(?:,?截[至止]到?)(?P<m>{_M})\s?月(?:份|[初底末]|(?P<d>{_D})日)?", _to_month),
        (r"今年(?:年初)?(?:以来|至今|截至目前)|(?:年初|开年|新年)(?:以来|至今)", _this_year),
        (
            r"(?P<y1>20\d\d)(?:年?、20\d\d){0,8}年?[、和与及](?P<y2>20\d\d)年?(?=[,这]?[两三四五六七八九]年)",
            _listed_years,
        ),
        (
            rf"(?P<y>{_Y})(?:\s?(?P<m>{_M})\s?月份?)?(?:\s?(?P<d>{_D})\s?[日号])?(?P<half>年?[初底末](?![一-龥]?步))?",
            _date,
        ),
        (rf"(?P<y>(?!))?(?<![\d.第几数个十])(?P<m>{_M})\s?月(?:份|\s?(?P<d>{_D})\s?[日号])?(?P<half>[初底末])?", _date),
        (rf"(?:近|最近|过去)的?(?:这)?(?P<n>{_N})年(?:来|间|里|中|(?=[,全]))", _last_years),
        (rf"近?(?<![\d.十])(?P<n>{_N})年多(?:以)?来", _years_and_more),
        (
            rf"(?P<near>近|最近|过去)?的?(?<![\d.十上下])(?:(?P<n>{_N})个月|半年)(?(near)(?:来|间|里|内|(?=[,全]))|(?:以)?来)",
            _last_months,
        ),
        (r"本季度?|上(?:一?个)?季度?", _quarter),
        (
            rf"(?:{_FEAST})(?:假期|小长假|长假|黄金周|安保)?(?:期间|以来)|(?:{_FEAST})(?:假期|小长假|长假|黄金周)",
            _in_year,
        ),
        (r"入[春夏秋冬](?:以来|后)|今[春夏秋冬](?:以来|期间|(?=[,全]))|暑期(?=[,全])", _in_year),
        (rf"(?P<era>{'|'.join(sorted(_ERAS, key=len, reverse=True))})以来", _era),
        (r"(?<![\d.十])(?P<n>[二两三四五六七八九十]|\d{1,2})年来", _last_years),
        (r"一年(?:以)?来|(?<![\d一二两三四五六七八九十几])年内|年度内|全年(?=[,共累总]|[^面])", _last_year),
        (r"[“\"]?十(?P<plan>[一二三四五六])五[”\"]?(?:规划)?(?:时期|期间|以来)", _plan),
        (r"十(?P<n>[八九])大以来|(?P<n2>二十)大以来", _congress),
        (r"本月|上月|上个月", _month),
        (r"(?:(?<=\n)|\A)(?P<m>(?!))?(?P<d>(?!))?(?P<half>(?!))?(?P<y>20\d\d)(?=[ \t|]+\d[\d,.]*[ \t|]+\d)", _date),
        (r"截[至止](?:目前|(?:记者)?发稿时?)|目前|现已|迄今|至今|到目前为止", _now),
        (
            r"(?:该|此次|本次|自)?(?:专项)?(?:行动|斗争|战役|整治|会战)(?:自)?(?:启动|开展|部署|实施"
            r"|打响)?(?:以来|至今|期间)|行动中(?=,)",
            _campaign,
        ),
    )
)
