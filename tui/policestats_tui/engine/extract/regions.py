"""Finds the places that a text names, and which of them a sentence is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from policestats_tui.engine.extract.pinyin import is_syllables, slug, syllables
from policestats_tui.engine.lexicon import NamedRow
from policestats_tui.engine.words import WordList

RegionRole = Literal["agency", "locative", "body", "dateline", "mention"]

_BODY = re.compile(
    r"全区|我区|全省|我省|全市|我市|全县|我县|全旗|我旗|全州|我州|全港|本港|本澳|全疆|区内|省内|市内|辖区内"
    r"|各盟市|各地市|各市州|自治区(?=公安|各|内)"
    r"|\b(?:the )?(?:whole|entire) (?:region|autonomous region|province|city|county|banner|league|prefecture)\b"
    r"|\b(?:our|this) (?:region|province|city|county|banner|district|league|prefecture)\b|\b(?:in|across"
    r"|throughout) the (?:autonomous )?"
    r"(?:region|province|city|county)\b|\bthe region's\b|\ball (?:the )?(?:allied|league) cit(?:y|ies)\b",
    re.IGNORECASE,
)
_NATION = re.compile(
    r"(?<![“《\"])全国(?!人大|人民代表|政协|妇联|第|同类|各地网|先进|优秀|示范|统一|青少年|性)|\bnationwide\b"
    r"|\b(?:across|throughout|all over) (?:the country|China|the nation)\b"
    r"|\bnational(?: total)?(?= public security)|\bthe whole country\b|\bin the country\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"(?:居|列|排名|排在|名列|占了?|占到|占据)\Z|\d(?:st|nd|rd|th)[\w ]{0,12}\Z|\brank\w*[\w ]{0,14}\Z"
)
_SMALL_ZH = re.compile(
    r"(?:(?<=[镇乡])(?=[㐀-鿿]{2,5}村)|(?P<at>家住|住在|位于|来自))?(?P<name>[㐀-鿿]{2,5}?)(?P<rank>嘎查|苏木|农场|林场|牧场|海关|自治县"
    r"|自治旗|街道|镇|乡|村|县|旗|区|市)(?![民长委域政场间别分内县市庄中]|贸市)"
)
_DISTINCT_RANKS = frozenset(("嘎查", "苏木", "农场", "林场", "牧场", "海关"))
_BRANCH_ZH = re.compile(r"公安局(?P<name>[㐀-鿿]{2,3}?)(?:公安)?分局")
_BRANCH_EN = re.compile(
    r"\b(?!(?:Police|Security|Bureau|City|County|District|Municipal|Provincial|Local|Party)\b)"
    r"(?P<name>[A-Z][a-z]{3,}) (?:[Ss]ub-?)?[Bb]ranch\b(?= (?:of|Bureau))"
)
_SPELLED_EN = re.compile(
    r"\b(?!(?:Chinese|Some|More|Same|Women|Male|Female|None|Nine|Marine|Police|Ranger|June|China|Machine|Change|Guide"
    r"|Line)\b)(?P<name>[A-Z][a-z]{3,11}) (?=(?:[Ss]ub-?)?[Bb]ranch|police\b|public security\b|traffic police"
    r"|customs\b)"
)
_SMALL_EN = re.compile(
    r"\b(?P<name>[A-Z][a-z]+(?:['’]?[a-z]+)?) (?P<rank>County|Banner|District|Township|Town|Village|Gacha|Sumu"
    r"|Farm|City|Prefecture|League)\b"
)
_SHORT_ZH = re.compile(
    r"(?<![㐀-鿿])(?P<name>(?![该本全各两外邻跨])[㐀-鿿]县)(?=公安|检察院|法院|警方|人民)|(?<=[市州盟])(?P<after>[㐀-鿿]县)(?=公安|检察院|法院|警方)"
)
_OUTLET_AFTER = re.compile(
    r"(?:法[治制]|都市|青年|经济)?(?:日报|晚报|早报|晨报|时报|商报|报社?|卫视|电视台|广播|新闻网?|发布|融媒)(?!会)"
)
_ITEM_BEFORE = re.compile(r"(?:\A|\n)\s*[-●•▲■◆·*—]{1,2}\s*\Z")
_STATION_ZH = re.compile(
    r"(?<=[,。;:、(“\s])(?P<name>[㐀-鿿]{2,4}?)(?=(?:边境|海岸)?派出所|边检站|出入境边防检查站|森林公安)"
)
_NO_STATION = re.compile(
    r"公安|基层|属地|农村|水上|机场|车站|铁路|边境|中心|交通|治安|驻在|沿[江海边]|所属|相关|附近|原|新|百强|星级"
)
_PLAIN_EN = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,11}) (?:county|banner|district|township|town|village|city|prefecture)\b"
)
_NO_NAME = re.compile(
    r"[各本该全多我某和及与等在对为向到从由有个两三四五六七八九重城农乡社小了院局厅辖的是把被将以于深进入走按据经下地所点边示]"
)
_AGENCY_AFTER = re.compile(
    r"(?:市|省|县|区|旗|盟|州)?[㐀-鿿]{0,4}?(?:公安|警方|警察|民警|派出所|分局|刑警|刑侦|经侦|禁毒|交警|交管"
    r"|海关|法院|检察|边检|出入境|缉私|移民管理|边境管理|海警|渔政|市局|食药环|森林|治安|网安)"
    r"|['’]?s? ?(?:[Ss]ub-?)?(?:[Bb]ranch )?"
    r"(?:City|County|Banner|District|Province|League|Prefecture|Municipal|Municipality|police|customs"
    r"|forest police|[Pp]ublic [Ss]ecurity)?,? ?(?:[A-Z][a-z]+ ){0,2}"
    r"(?:[Pp]ublic [Ss]ecurity|[Pp]olice|[Ff]orest (?:[Pp]olice|[Pp]ublic)|[Cc]ustoms|[Pp]rocurat|[Cc]ourt"
    r"|[Bb]order|[Ff]rontier|[Ii]mmigration|[Bb]ureau|[Ii]nvestigat)"
)
_AGENCY_BEFORE = re.compile(
    r"(?:[Pp]olice|[Oo]rgans?|[Bb]ureau(?:s)?|[Pp]ublic [Ss]ecurity|[Dd]epartments?|[Cc]ustoms|[Oo]fficers?"
    r"|[Cc]ourts?|[Pp]rocurator(?:ate)?s?|[Pp]rosecutors?|[Ii]nvestigators?|[Aa]uthorities) (?:of|in|from"
    r"|at) (?:the )?(?:[\w'’]+ (?:City|County|Banner|District|League)?,? ?(?:of|in)? ?)?\Z"
)
_JOINT = re.compile(
    r"(?: (?:[Ss]ub-?)?[Bb]ranch(?: [Bb]ureau)? of (?:the )?)"
    r"|(?:市|县|区|旗|盟|省)?(?:,? (?:of |in )?|)(?:[Dd]istrict|[Cc]ounty|[Cc]ity)?,? ?"
)
_ROAMED = re.compile(r"(?:、[㐀-鿿]{2,8}){0,6}等?(?:地|省|市|县|旗){1,2}[^,。;]{0,6}(?:流窜|作案|贩卖|销售|辗转)")
_TOGETHER = re.compile(
    r"(?:联同|会同|联合|伙同|协同|协助|配合|指导|与)[^,。;]{0,10}\Z|(?:辗转|奔赴|远赴|赶赴|前往)(?:[㐀-鿿]{2,4}、){0,3}\Z"
    r"|\b(?:with|alongside|assisted by|help of)(?: the)? (?:police |authorities )?(?:in |of |from )?\Z"
)
_MET_AFTER = re.compile(r"市?(?:联合)?(?:召开|举行|举办)[^,。;]{0,12}(?:会|论坛|仪式)")
_MET_BEFORE = re.compile(r"\b(?:press|news) conference (?:held |on \w+ )?in \Z|\breporters in \Z|\bbriefing in \Z")
_DATELINE = re.compile(r"(?:\d{1,2}月\d{1,2}日)?[讯电](?=[\s(])")
_LOCATIVE_ZH = re.compile(
    r"(?:在|来自|家住|出自|位于|发生在|赴|针对|破获了?|侦破了?|打掉了?|摧毁了?|捣毁了?|快侦快破了?|[,。;:(“]|特别是"
    r"|其中|\n)\s?\Z"
)
_LOCATIVE_EN = re.compile(r"(?:\b[Ii]n|\b[Aa]t|\b[Ff]rom|[.;:]|\n)\s?(?:the )?\Z")


@dataclass(frozen=True, slots=True)
class RegionMention:
    """`text[start:end]` names a place.

    `role`: an agency's place, a place where, the publisher's own, where a report was sent from, or a mere name.
    """

    start: int
    end: int
    id: str
    role: RegionRole


def region_words(regions: Mapping[str, NamedRow]) -> WordList[str]:
    """Return the list that finds every form of every region."""
    return WordList(
        (form, row.id) for row in regions.values() for form in (row.name_zh, row.name_en, *row.zh, *row.en) if form
    )


def find_regions(text: str, start: int, words: WordList[str], regions: Mapping[str, NamedRow]) -> list[RegionMention]:
    """Return the places that `text[start:]` names, in reading order, without overlaps.

    A chain such as `赤峰市红山区` or `Wuqing District, Tianjin` is one mention of its smallest place. The publisher's
    own area (`全区`) has the empty id, the country the id `china`.
    """
    found = [(m.start(), m.end(), "") for m in _BODY.finditer(text, start)]
    found += [(*m.span("name"), slug(m["name"])) for m in _STATION_ZH.finditer(text, start) if _is_station(m["name"])]
    found += [(m.start(), m.end(), "china") for m in _NATION.finditer(text, start) if not _ranked(text, m.start())]
    taken = {place for left, right, _ in found for place in range(left, right)}
    named = [(f.start, f.end, f.row) for f in words.find(text, start) if f.start not in taken]
    found = sorted(found + named + _small(text, start, {left: right for left, right, _ in named}, taken))
    return [_mention(text, *span) for span in _chained(text, found, regions)]


def _is_station(name: str) -> bool:
    """Tell whether what stands before `派出所` or `边检站` is a place's name."""
    return not _NO_NAME.search(name) and not _NO_STATION.search(name)


def _ranked(text: str, start: int) -> bool:
    """Tell whether `全国` only says among whom somebody ranks: `位居全国第5名`, `5th in the country`."""
    return bool(_RANKED.search(text, max(start - 24, 0), start))


def _small(text: str, start: int, named: Mapping[int, int], taken: set[int]) -> list[tuple[int, int, str]]:
    """Return places that no list has, told by their rank word and by what they stand next to."""
    ends = set(named.values())
    inside = {place for left, right in named.items() for place in range(left, right)} | taken
    found: list[tuple[int, int, str]] = []
    for match in _SMALL_ZH.finditer(text, start):
        left, right = match.start("name"), match.end()
        if left in inside or right - 1 in inside or match["name"] == "自治" or _NO_NAME.search(match["name"]):
            continue
        opens = left in ends or text[left - 1 : left] in ",。;:(“” \n"
        village = match["rank"] == "村" and text[left - 1 : left] in "镇乡"
        if (
            left in ends
            or village
            or match["at"]
            or (opens and (match["rank"] in _DISTINCT_RANKS or _AGENCY_AFTER.match(text, right)))
        ):
            ends.add(right)
            found.append((left, right, _small_id(match["name"], match["rank"])))
    return [*found, *_branches_and_english(text, start, inside)]


def _branches_and_english(text: str, start: int, inside: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the districts that a police branch is named for, and English names with a rank word."""
    for match in _SHORT_ZH.finditer(text, start):
        if match.start() not in inside:
            yield *match.span(), slug(match.group())
    for pattern in (_BRANCH_ZH, _BRANCH_EN):
        for match in pattern.finditer(text, start):
            if match.start("name") not in inside:
                yield *match.span("name"), slug(match["name"])
    for match in _SPELLED_EN.finditer(text, start):
        if match.start() not in inside and is_syllables(match["name"]) and match["name"].lower() not in syllables():
            yield *match.span("name"), slug(match["name"])
    for match in _PLAIN_EN.finditer(text, start):
        if match.start() not in inside and is_syllables(match["name"]):
            yield *match.span(), slug(match["name"])
    for match in _SMALL_EN.finditer(text, start):
        if match.start() not in inside:
            yield *match.span(), _small_id(match["name"], match["rank"])


def _small_id(name: str, rank: str) -> str:
    return slug(name) + ("-farm" if rank in ("农场", "林场", "牧场", "Farm") else "")


def _chained(
    text: str, found: Sequence[tuple[int, int, str]], regions: Mapping[str, NamedRow]
) -> list[tuple[int, int, str]]:
    """Join places that stand side by side, the larger around the smaller, into one span with the smaller's id."""
    chains: list[tuple[int, int, str]] = []
    for left, right, place in found:
        if chains and left < chains[-1][1]:
            continue
        if chains and place and chains[-1][2] and _JOINT.fullmatch(text, chains[-1][1], left):
            before = chains[-1]
            smaller = place if is_within(place, before[2], regions) or place not in regions else None
            larger = before[2] if is_within(before[2], place, regions) else None
            if smaller or larger:
                chains[-1] = (before[0], right, smaller or larger or place)
                continue
        chains.append((left, right, place))
    return chains


def is_within(place: str, other: str, regions: Mapping[str, NamedRow]) -> bool:
    """Tell whether the region `place` lies in `other`, and is not the same."""
    row = regions.get(place)
    while row and row.parent:
        if row.parent == other:
            return True
        row = regions.get(row.parent)
    return False


def _mention(text: str, start: int, end: int, place: str) -> RegionMention:
    if _OUTLET_AFTER.match(text, end):
        return RegionMention(start, end, place, "mention")
    if _ITEM_BEFORE.search(text, max(start - 6, 0), start) and text[end : end + 1] == ":":
        return RegionMention(start, end, place, "agency")
    if not place or (place == "china" and _NATION.match(text, start)):
        return RegionMention(start, end, place, "body")
    if place == "china":
        return RegionMention(start, end, place, "mention")
    if _TOGETHER.search(text, max(start - 20, 0), start):
        return RegionMention(start, end, place, "mention")
    if _ROAMED.match(text, end) or _MET_AFTER.match(text, end) or _MET_BEFORE.search(text, max(start - 40, 0), start):
        return RegionMention(start, end, place, "mention")
    if _DATELINE.match(text, end):
        return RegionMention(start, end, place, "dateline")
    if _AGENCY_AFTER.match(text, end) or _AGENCY_BEFORE.search(text, max(start - 60, 0), start):
        return RegionMention(start, end, place, "agency")
    if (_LOCATIVE_EN if text[start].isascii() else _LOCATIVE_ZH).search(text, max(start - 12, 0), start):
        return RegionMention(start, end, place, "locative")
    return RegionMention(start, end, place, "mention")
