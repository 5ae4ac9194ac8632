"""What a text says about itself, where no metadata does: title, dates, language, publisher, region.

Rules of the genre: a web page names its source in a line `来源:` or `Source:`; a transcript opens with a
headline and the day of the press conference; the place that headline and lead speak of most is the publisher's own.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.outline import ordinal, read_lines
from policestats_tui.engine.extract.regions import RegionRole, find_regions, region_words
from policestats_tui.engine.lexicon import Lexicon, NamedRow
from policestats_tui.engine.model import Language, Metadata
from policestats_tui.engine.words import WordList

_LEAD = 1500
_CJK = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-z]")
_LETTERS_IN_A_WORD = 3
_TITLE_LENGTH = 120
_NAVIGATION = re.compile(r"[>›»|_]|ㄑ|\d{1,2}:\d\d|https?:")
_SOURCE = re.compile(r"(?:信息来源|来源|source)[ \t]?[::][ \t]?([^\s|,,;;\])】]{2,40})", re.IGNORECASE)
_ZH_DATE = re.compile(r"(?<![自从由至到])((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_ISO_DATE = re.compile(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_EN_DATE = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)", re.IGNORECASE)
_EN_DATE_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? ((?:19|20)\d\d)", re.IGNORECASE)
_HELD = re.compile(r"发布会|通气会|press conference|briefing", re.IGNORECASE)
_NEAR = 80
_SOON = 60
_FULL = len("2021-01-13")
_MOST = 60_000
_YEAR = re.compile(
    r"(?<!\d)(20\d\d)\s?年(?!同期|内|来|前|后)|[“\"][^“”\"\d]{1,16}(20\d\d)[”\"]|\b(?:[Ii]n|[Ss]ince|of|[Dd]uring"
    r"|year) (20\d\d)\b(?!,\d)"
)
_DAY_ZH = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日")
_DAY_EN = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? (?:19|20)\d\d)", re.IGNORECASE)
_SHORTEST_TITLE = {"zh": 6, "en": 15}
_NO_TITLE = re.compile(r"\d{4}[-/年.]\d|\d:\d\d|首页|当前位置|点击上方|>|》$|Current location|Press Room|\|")
_PROVINCIAL = re.compile(
    r"全区|我区|自治区|全省|我省|autonomous region|whole region|our region|the region", re.IGNORECASE
)
_OF_CITY = re.compile(r"全市|我市|\b(?:whole|our) city\b", re.IGNORECASE)
_HEADLINE = 200
_OPENING = 60
_NATIONAL = re.compile(
    r"公安部|中国海警局|国家消防救援局|国家药监局|国家林草局|国家税务总局|市场监管总局|司法部|生态环境部|农业农村部|交通运输部|应急管理部|海关总署|国家移民管理局|最高人民(?:法院|检察院)|国家禁毒"
    r"|国务院新闻办|国新办|国家烟草专卖局"
    r"|Ministry of Public Security|\bMPS\b|State Council|\bSCIO\b|Supreme People|National Immigration Administration"
    r"|General Administration of (?:China )?Customs|\bGACC\b|China Customs|National Narcotics"
)
_TAIWAN = re.compile(r"警政署|内政部|新台币|中华民国|台湾高等")
_ROC_DATE = re.compile(r"(?<!\d)(1[01]\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_FIRST_ROC_YEAR = 1911
_HONG_KONG = re.compile(r"本港|全港|警务处|港元|港币|HK\$|\b[Tt]he Force\b")
_ROLE_WEIGHTS: Mapping[RegionRole, int] = {"agency": 4, "body": 2, "locative": 1, "dateline": 1, "mention": 1}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places that a text may name, made ready once for many texts."""

    words: WordList[str]
    regions: Mapping[str, NamedRow]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Gazetteer":
        """Return the places of a lexicon."""
        return cls(region_words(lexicon.regions), lexicon.regions)


def infer_metadata(text: str, gazetteer: Gazetteer) -> Metadata:
    """Return what a text says about itself; `inferred` names every field that was found."""
    lead = simplify(text[:_LEAD])
    dates = _dates(lead)
    held = next((date for place, date in dates if len(date) == _FULL and _is_held(lead, place)), None)
    full = next((date for _, date in dates if len(date) == _FULL), None)
    day_held = held or _day_held(lead, text, full)
    inferred = Metadata(
        title=_title(text),
        held=day_held,
        published=full or day_held or _last_day(text),
        publisher=_publisher(text),
        region=_region(text, gazetteer),
        language=_language(text),
    )
    names = ("title", "held", "published", "publisher", "region", "language")
    return replace(inferred, inferred=frozenset(name for name in names if getattr(inferred, name)))


def _is_held(lead: str, place: int) -> bool:
    """Tell whether the sentence that names a day at `place` tells of a press conference."""
    start = max(lead.rfind(mark, max(place - _NEAR, 0), place) for mark in "。.\n") + 1
    start = max(start, place - _NEAR, 0)
    told = _HELD.search(lead, start, place + 2 * _NEAR)
    return told is not None and not re.search(r"[。!?\n]|[a-z]\. ", lead[place : told.start()])


def _years(text: str) -> Counter[int]:
    """Return how often a text names each year."""
    return Counter(int(next(filter(None, match.groups()))) for match in _YEAR.finditer(text, 0, _MOST))


def _day_held(lead: str, text: str, dated: str | None) -> str | None:
    """Return the day of a press conference that the lead names without its year.

    That is the year of the date that the lead gives in full, else the last year named; a conference of January or
    February that speaks of that year most looks back on it.
    """
    years = _years(text)
    days = [(m.end(), int(m[1]), m[2]) for m in _DAY_ZH.finditer(lead)]
    days += [(m.end(), int(_month(m[1])), m[2]) for m in _DAY_EN.finditer(lead)]
    for place, month, day in sorted(days):
        if years and _is_held(lead, place):
            last = _year_of(month, day, dated, years) if dated else max(years)
            back = not dated and month <= 2 and years.most_common(1)[0][0] == last
            return _iso(str(last + back), str(month), day) or None
    return None


def _year_of(month: int, day: str, dated: str, years: Counter[int]) -> int:
    """Return the year of a conference's day: of the page's date, unless the day lies long before or after that.

    A page that was put up again much later has a date of its own; the conference was in the last year that it names.
    """
    apart = (int(dated[5:7]) - month) * 30 + int(dated[8:10] or 1) - int(day)
    if 0 <= apart <= _SOON or not years:
        return int(dated[:4])
    earlier = [
        year for year in years if (year, month, int(day)) <= (int(dated[:4]), int(dated[5:7]), int(dated[8:10] or 31))
    ]
    return max(earlier, default=int(dated[:4]))


def _last_day(text: str) -> str | None:
    """Return the month of a text that has no full date: the last one named, in the last year named."""
    years = _years(text)
    if not years:
        return None
    months = [int(match[1]) for match in _DAY_ZH.finditer(text, 0, _MOST) if 1 <= int(match[1]) <= 12]
    return f"{max(years)}-{max(months):02}" if months else str(max(years))


def _language(text: str) -> Language | None:
    """Return the language of most words: a Chinese character is one, Latin letters are some to a word."""
    chinese, latin = len(_CJK.findall(text)), len(_LATIN.findall(text)) // _LETTERS_IN_A_WORD
    if not chinese and not latin:
        return None
    return "zh" if chinese >= latin else "en"


def _title(text: str) -> str | None:
    """Return the first heading; navigation, datelines and numbered headings are none."""
    for line in read_lines(text[: _LEAD * 2]):
        title = text[line.start : line.end].lstrip("# ")
        shortest = _SHORTEST_TITLE["zh" if _CJK.search(title) else "en"]
        if line.kind != "heading" or line.end == _LEAD * 2 or not shortest <= len(title) <= _TITLE_LENGTH:
            continue
        if not _NO_TITLE.search(title) and ordinal(text, line.start, line.end) == line.start:
            return title
    return None


def _publisher(text: str) -> str | None:
    match = _SOURCE.search(text, 0, _LEAD) or _SOURCE.search(text, max(len(text) - _LEAD, 0))
    return match.group(1) if match else None


def _dates(text: str) -> list[tuple[int, str]]:
    """Return the full dates of a text in reading order, as offset and ISO date."""
    found = [(m.start(), _iso(m[1], m[2], m[3])) for m in (*_ZH_DATE.finditer(text), *_ISO_DATE.finditer(text))]
    found += [(m.start(), _iso(m[3], _month(m[1]), m[2])) for m in _EN_DATE.finditer(text)]
    found += [(m.start(), _iso(m[3], _month(m[2]), m[1])) for m in _EN_DATE_DAY_FIRST.finditer(text)]
    if _TAIWAN.search(text):
        roc = _ROC_DATE.finditer(text)
        found += [(m.start(), _iso(str(int(m[1]) + _FIRST_ROC_YEAR), m[2], m[3])) for m in roc]
    return sorted((place, date) for place, date in found if date)


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _iso(year: str, month: str, day: str | None) -> str:
    if not 1 <= int(month) <= 12 or not 1 <= int(day or 1) <= 31:
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _region(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place that headline and lead weigh most: an agency's place counts double, a mere name least.

    A text that speaks of `全区` or `the whole region` is about a province: the one whose places it names most.
    """
    lead = simplify(text[:_LEAD])
    weights: Counter[str] = Counter()
    own = ""
    for mention in find_regions(lead, 0, gazetteer.words, gazetteer.regions):
        if not mention.id:
            own += lead[mention.start : mention.end]
        elif mention.id != "china" or mention.role != "mention":
            weights[mention.id] += _ROLE_WEIGHTS[mention.role] * (2 if mention.start < _HEADLINE else 1)
    if _PROVINCIAL.search(own) and not _municipal(text):
        return _province(text, gazetteer)
    for organ in _NATIONAL.finditer(lead):
        weights["china"] += 10 if organ.start() < _OPENING else 2
    weights["taiwan"] += 10 * len({match.group() for match in _TAIWAN.finditer(lead)})
    weights["hong-kong"] += 5 * len({match.group() for match in _HONG_KONG.finditer(lead)})
    best = max(weights.values())
    return next((place for place, weight in weights.items() if weight == best), None) if best else None


def _municipal(text: str) -> bool:
    """Tell whether a text speaks of the whole city more than of the whole province."""
    head = simplify(text[:_MOST])
    return len(_OF_CITY.findall(head)) > len(_PROVINCIAL.findall(head))


def _province(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the province that a text names most, itself or by its cities and counties."""
    votes: Counter[str] = Counter()
    for found in gazetteer.words.find(simplify(text[:_MOST])):
        place = gazetteer.regions.get(found.row)
        while place and place.rank in ("prefecture", "county"):
            place = gazetteer.regions.get(place.parent)
        if place and place.rank in ("province", "sar"):
            votes[place.id] += 1
    return votes.most_common(1)[0][0] if votes else None
