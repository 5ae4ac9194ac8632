"""Finds the campaigns that a text names: those of the word list, and those that only the text knows.

A name counts where it carries a year or a number, or where a word such as `专项行动` or `campaign` says that it is one;
many names (雷霆, 清零, Falcon, Reunion) are ordinary words elsewhere.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from policestats_tui.engine.extract.dates import HAN_DIGITS, Day, Stretch, parse_day
from policestats_tui.engine.extract.discovery import Discovered, find_unknown
from policestats_tui.engine.lexicon import NamedRow
from policestats_tui.engine.model import Campaign
from policestats_tui.engine.words import WordList

_HEAD_ZH = (
    r"(?:专项|集中|统一|联合|严打|整治|系列|专案|宣传|特别)*(?:行动|斗争|战役|会战|攻坚战?|大?整治|专项工作|专项)"
)
_HEAD_EN = (
    r"(?:series of )?(?:(?:special|joint|concentrated|centralized|unified|nationwide|regular) )*(?:special )?"
    r"(?:actions?|campaigns?|operations?|crackdowns?|drives?|battles?|work|struggles?)"
)
_AFTER = re.compile(
    rf"[\s”\"'’」』]*的?(?:(?:[、,和及与]|and|,)?\s?[“\"「][^“”\"「」\n]{{1,24}}[”\"」]\s?){{0,8}}[\s”\"]*(?:等"
    rf"|等一系列|系列|一系列)*(?:{_HEAD_ZH}|{_HEAD_EN}\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:{_HEAD_EN}|initiatives?)\s?(?:such as|including|called|named|codenamed|code-named|dubbed|known as|of"
    rf"|to|against|on|for|,)?:?\s?(?:(?:the )?[“\"‘']?[\w' -]{{1,40}}[”\"’']?\s?(?:,|and"
    rf"|、)\s?(?:and )?){{0,6}}(?:the )?[“\"‘']?\Z"
    r"|(?:行动|代号|代号为|名为|专项行动)[:为]?(?:[“\"][^“”\"\n]{1,16}[”\"]、?){0,6}[“\"]?\Z",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\d|行动|斗争|战役|会战|专项|督察|创建|常态化|\b(?:action|campaign|operation|crackdown|drive|inspection"
    r"|rectification|programme|program)s?\b",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"[\s”\"]?[-—– ]?\s?(?:(?P<year>20\d\d|(?<=[-—–])\d\d(?!\d))(?!\s?年|\d)"
    r"|(?P<han>(?:二[零〇○])?[零〇○一二三四五六七八九]{2})(?=[”」』\"]))"
)
_YEAR_BEFORE = re.compile(
    r"(?P<year>20\d\d)\s?(?:年度?的?|[”\"]?)[“\"]?(?:全国|夏季|全区|开展的?)?[“\"]?\Z|(?P<en>20\d\d) [“\"]?\Z"
)
_SINCE_BEFORE = re.compile(r"[自从]\Z")
_SINCE_AFTER = re.compile(r"[^,。;]{0,12}以来")
_BEGUN = re.compile(
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?,?[^,。;\d]{0,14}(?:部署|组织|启动)(?:开展)?[^,。;\d]{0,30}\Z"
)
_NUMBER_AFTER = re.compile(
    r"[\s”\"]?[-—– ]?\s?(?:(?P<zh>[一二三四五六七八九十\d]{1,2})号|No\.? ?(?P<en>\d{1,2})|Number (?P<word>\w+))"
)
_RELATIVE = re.compile(r"(?P<last>去年|上年|last year)|(?P<this>今年|this year)", re.IGNORECASE)
_VERB = re.compile(r"打击|整治|治理|crack|combat|fight|action against|tackl", re.IGNORECASE)
_DESCRIBES = re.compile(r"\s?[“\"「]")
_DIGITS = "一二三四五六七八九十"
_OPENING_MARKS, _CLOSING_MARKS = '“"「『‘', '”"」』’'


@dataclass(frozen=True, slots=True)
class CampaignMention:
    """`text[start:end]` names the campaign `id`."""

    start: int
    end: int
    id: str


@dataclass(slots=True)
class Campaigns:
    """The campaigns of one document: where they are named, and those that no list has."""

    mentions: list[CampaignMention]
    unlisted: dict[str, Campaign] = field(default_factory=dict)


def campaign_words(campaigns: Mapping[str, NamedRow]) -> WordList[str]:
    """Return the list that finds every form of every campaign."""
    return WordList(
        (form, row.id) for row in campaigns.values() for form in (row.name_zh, row.name_en, *row.zh, *row.en) if form
    )


def find_campaigns(
    text: str, original: str, start: int, words: WordList[str], listed: Mapping[str, NamedRow], today: Day | None
) -> Campaigns:
    """Return the campaigns that `text[start:]` names.

    Args:
        text: The simplified text.
        original: The document's text; the names of unlisted campaigns are spelled as there.
        start: Where to begin.
        words: The forms of the listed campaigns.
        listed: The listed campaigns.
        today: The document's date, which tells editions.
    """
    reader = _Reader(text, listed, today)
    for found in words.find(text, start):
        reader.read(found.start, found.end, found.row)
    taken = [(mention.start, mention.end) for mention in reader.mentions]
    for discovered in find_unknown(text, start, taken):
        reader.add_unknown(discovered, original)
    mentions = sorted(reader.mentions, key=lambda mention: mention.start)
    return Campaigns(_undescribed(text, mentions), reader.unlisted)


def _undescribed(text: str, mentions: Sequence[CampaignMention]) -> list[CampaignMention]:
    """Return the mentions without those that only describe the name after them (`夏季治安打击整治“百日行动”`)."""
    kept = [
        one
        for one, after in pairwise(mentions)
        if one.id == after.id or not _DESCRIBES.fullmatch(text, one.end, after.start)
    ]
    return kept + list(mentions[-1:])


@dataclass(slots=True)
class _Reader:
    """Reads found forms in order; remembers which edition of a series the document speaks of."""

    text: str
    listed: Mapping[str, NamedRow]
    today: Day | None
    mentions: list[CampaignMention] = field(default_factory=list)
    unlisted: dict[str, Campaign] = field(default_factory=dict)
    editions: dict[str, str] = field(default_factory=dict)
    current: dict[str, str | None] = field(default_factory=dict)

    def read(self, start: int, end: int, row: str) -> None:
        """Keep a found form, as the edition or part that the words around it make of it."""
        series, _, part = row.partition("/")
        root = self.listed[series].parent or series
        if part:
            self._read_part(start, end, row, root, series, part)
            return
        number = _NUMBER_AFTER.match(self.text, end)
        edition, end = self._edition(row, root, start, end)
        if number:
            edition, end = self._numbered(edition, root, number), number.end()
        elif edition == row and not self._stands(start, end):
            return
        if edition != root and "/" not in edition:
            self.editions[root] = edition
        self.mentions.append(CampaignMention(start, end, edition))

    def _read_part(self, start: int, end: int, row: str, root: str, edition: str, part: str) -> None:
        """Keep a part under the edition that the document speaks of; an unnumbered part needs one."""
        current = self.editions.get(root)
        numbered = part.startswith("no-")
        if current is None and not numbered:
            return
        verb = _VERB.match(self.text, start)
        if not numbered and verb and not self._stands(start, end, "工作"):
            return
        edition = current or self._by_date(root) or edition
        wanted = f"{edition}/{part}"
        self._keep(wanted, self.listed[row], edition)
        self.mentions.append(CampaignMention(start, end, wanted))

    def _numbered(self, edition: str, root: str, match: re.Match[str]) -> str:
        """Return the id of part `No. N` of an edition."""
        digits = match["zh"] or match["en"]
        if digits is None or not (digits.isdigit() or digits in _DIGITS):
            return edition
        number = int(digits) if digits.isdigit() else _DIGITS.index(digits) + 1
        holder = edition if edition != root else self.editions.get(root) or self._by_date(root) or root
        wanted = f"{holder}/no-{number}"
        if wanted not in self.listed and wanted not in self.unlisted:
            row = self.listed.get(holder) or self.listed[root]
            name_zh = f"{self.listed[root].name_zh}{number}号"
            self.unlisted[wanted] = Campaign(wanted, name_zh, f"{self.listed[root].name_en} No.{number}", row.id)
        return wanted

    def _edition(self, row: str, root: str, start: int, end: int) -> tuple[str, int]:
        """Return the edition that a form of a series means, and where the year behind it ends."""
        if row != root:
            return row, end
        after = _YEAR_AFTER.match(self.text, end)
        if after:
            digits = after["year"] or after["han"].translate(HAN_DIGITS)
            year = int(digits) if len(digits) == 4 else 2000 + int(digits)
            return self._of_year(root, year), after.end()
        before = _YEAR_BEFORE.search(self.text, max(start - 16, 0), start)
        if before and _SINCE_BEFORE.search(self.text, max(before.start() - 1, 0), before.start()):
            before = None if _SINCE_AFTER.match(self.text, end) else before
        if before:
            return self._of_year(root, int(before["year"] or before["en"])), end
        begun = _BEGUN.search(self.text, max(start - 60, 0), start)
        if begun and f"{root}-{begun['year']}" in self.listed:
            return f"{root}-{begun['year']}", end
        relative = _RELATIVE.search(self.text, max(start - 14, 0), start)
        if relative and self.today:
            wanted = f"{root}-{self.today.year - bool(relative['last'])}"
            if wanted in self.listed:
                return wanted, end
        if root not in self.current:
            self.current[root] = self._dated(root)
        return self.editions.get(root) or self.current[root] or row, end

    def _of_year(self, root: str, year: int) -> str:
        """Return the edition of a year, listed or new."""
        wanted = f"{root}-{year}"
        if root.endswith(f"-{year}"):
            return root
        if wanted not in self.listed and wanted not in self.unlisted:
            series = self.listed[root]
            self.unlisted[wanted] = Campaign(
                wanted, f"{series.name_zh}{year}" if series.name_zh else None, f"{series.name_en} {year}", root
            )
        return wanted

    def _by_date(self, root: str) -> str | None:
        """Return the listed edition of the year that the document is of, or of the year before."""
        if self.today is None:
            return None
        years = (self.today.year - (0 < self.today.month <= 2), self.today.year)
        return next((f"{root}-{year}" for year in years if f"{root}-{year}" in self.listed), None)

    def _dated(self, root: str) -> str | None:
        """Return the edition that a bare name means: the last one begun whose dates are known to the month.

        A series that is held every year under a numbered name (昆仑2020) is meant as a whole where no year is named.
        """
        if self.today is None:
            return None
        today = Day(self.today.year - 1, 12) if 0 < self.today.month <= 2 else self.today
        best: tuple[Day, str] | None = None
        for row in self.listed.values():
            if row.parent != root or "/" in row.id:
                continue
            first, last = parse_day(row.first), parse_day(row.last)
            if not first or not first.month or first > today:
                continue
            recent = last is None or (today.year - last.year) * 12 + today.month - last.month <= 12
            if recent and (best is None or first > best[0]):
                best = (first, row.id)
        return self._next_edition(root, *best, today) if best else None

    def _next_edition(self, root: str, first: Day, edition: str, today: Day) -> str:
        """Return this year's edition of a series held at the same time every year, once that time has come."""
        wanted = f"{root}-{today.year}"
        come = first.year < today.year and today.month >= first.month
        return wanted if come and edition == f"{root}-{first.year}" and wanted in self.listed else edition

    def _stands(self, start: int, end: int, further: str = "") -> bool:
        """Tell whether a form stands as a campaign's name here, and not as an ordinary word."""
        if _STRONG.search(self.text, start, end):
            return True
        if _AFTER.match(self.text, end) or (further and self.text.startswith(further, end)):
            return True
        if self._quoted(start, end):
            return True
        return bool(_BEFORE.search(self.text, max(start - 120, 0), start))

    def _quoted(self, start: int, end: int) -> bool:
        """Tell whether a form that is too long for an ordinary word stands alone in quotation marks."""
        long = end - start >= 4 if not self.text[start].isascii() else self.text.count(" ", start, end) >= 2
        marks = self.text[start - 1 : start] in _OPENING_MARKS and self.text[end : end + 1] in _CLOSING_MARKS
        return long and marks and start > 0 and end < len(self.text) and not _VERB.match(self.text, start)

    def _keep(self, wanted: str, like: NamedRow, parent: str) -> None:
        if wanted not in self.listed and wanted not in self.unlisted:
            self.unlisted[wanted] = Campaign(wanted, like.name_zh, like.name_en, parent)

    def add_unknown(self, found: Discovered, original: str) -> None:
        """Keep a campaign that no list has, and its edition where the name holds a year."""
        name = original[found.start : found.end].strip(" “”\"'「」")
        zh, en = (None, name) if found.english else (name, None)
        parent = None
        if found.year:
            parent = found.series
            self._unlisted(parent, zh and zh.replace(str(found.year), "").strip(" -—"), en, None)
        self._unlisted(found.id, zh, en, parent)
        self.mentions.append(CampaignMention(found.start, found.end, found.id))

    def _unlisted(self, wanted: str, zh: str | None, en: str | None, parent: str | None) -> None:
        if wanted not in self.listed and wanted not in self.unlisted:
            self.unlisted[wanted] = Campaign(wanted, zh, en, parent)


def campaign_time(campaign: str, listed: Mapping[str, NamedRow], today: Day | None) -> Stretch | None:
    """Return when a campaign ran, up to the document's date; None where that is not known."""
    row = listed.get(campaign)
    while row and not row.first and row.parent:
        row = listed.get(row.parent)
    first = parse_day(row.first) if row else None
    if row is None or first is None:
        year = re.search(r"-(20\d\d)\b", campaign)
        return Stretch(Day(int(year.group(1))), Day(int(year.group(1)))) if year else None
    last = parse_day(row.last)
    if first == last:
        return Stretch(first, first)
    running = last is None or (today is not None and today.year == last.year and not last.month)
    if today and (running or (last and Day(today.year, today.month) < Day(last.year, last.month).cut(today))):
        last = today if first.month else today.cut(first)
    return Stretch(first, last) if last and last >= first.cut(last) else None


def named_campaigns(found: Campaigns, listed: Mapping[str, NamedRow]) -> tuple[Campaign, ...]:
    """Return every campaign that a document names, parents before children, each with where it is named."""
    places: dict[str, list[tuple[int, int]]] = {}
    order: list[str] = []
    for mention in found.mentions:
        for one in (*reversed(_ancestors(mention.id, found, listed)), mention.id):
            if one not in places:
                places[one] = []
                order.append(one)
        places[mention.id].append((mention.start, mention.end))
    return tuple(_campaign(one, found, listed, places[one]) for one in order)


def _ancestors(campaign: str, found: Campaigns, listed: Mapping[str, NamedRow]) -> list[str]:
    ancestors: list[str] = []
    parent = parent_of(campaign, found, listed)
    while parent and parent not in ancestors:
        ancestors.append(parent)
        parent = parent_of(parent, found, listed)
    return ancestors


def parent_of(campaign: str, found: Campaigns, listed: Mapping[str, NamedRow]) -> str | None:
    """Return the id of the campaign that this one is an edition or a part of."""
    if campaign in listed:
        return listed[campaign].parent or None
    return found.unlisted[campaign].parent if campaign in found.unlisted else None


def _campaign(
    campaign: str, found: Campaigns, listed: Mapping[str, NamedRow], places: Sequence[tuple[int, int]]
) -> Campaign:
    if campaign in listed:
        row = listed[campaign]
        return Campaign(row.id, row.name_zh or None, row.name_en or None, row.parent or None, tuple(places))
    unlisted = found.unlisted[campaign]
    return Campaign(unlisted.id, unlisted.name_zh, unlisted.name_en, unlisted.parent, tuple(places))
