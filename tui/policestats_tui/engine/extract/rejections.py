"""Says which numbers are no figures by the characters around them: names, slogans, list numbers, ages, hotlines.

The codebook lists them. Dates, clock times and ordinals never get here: `numbers` steps over them.
What is decided here needs no word list; numbers that count nothing known are dropped where nouns are sought.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.scripts import chinese_around, is_cjk
from policestats_tui.engine.model import Passage

_QUOTED = re.compile(
    r"“(?P<a>[^“”\n]{1,40})”|「(?P<b>[^「」\n]{1,40})」|『(?P<c>[^『』\n]{1,40})』|《(?P<d>[^《》\n]{1,80})》"
    r"|‘(?P<e>[^‘’\n]{1,24})’|(?<![\w\"])\"(?P<f>[^\"\n]{1,60})\"|\"\s(?P<g>[^\"\n]{1,30})\s\""
)
_CLAUSE_MARK = re.compile(r"[。;!?]|\.\s|\d\s?(?:起|名|万元|亿元)")
_HOTLINES = frozenset(
    [
        "110",
        "119",
        "120",
        "122",
        "999",
        "112",
        "114",
        "12345",
        "12348",
        "12389",
        "12337",
        "12381",
        "12367",
        "12309",
        "12368",
        "12388",
        "12123",
        "12306",
        "12315",
        "12110",
        "12119",
        "12395",
        "12355",
        "12338",
        "12360",
        "12371",
        "12329",
        "12379",
        "12321",
        "12328",
        "12350",
        "12369",
        "12385",
        "12333",
        "12366",
        "95110",
        "96110",
        "18222",
        "165",
    ]
)
_CALLING = re.compile(
    r"\s?(?:alarm|hotline|police|call|emergenc|service|platform|desk|line|number|reporting|system|complaint|reports and"
    r"|early|warning|centre|center|control|operat|legal|immigration|social|special|network|phone|phones)",
    re.IGNORECASE,
)
_NOUN_NEAR = re.compile(r"\s(?:[a-z-]+\s){0,3}[a-z-]+(?:s|people|police)\b|\s(?:were|have|had|are|of)\b")
_DIALLED = re.compile(
    r"(?:hotline|call(?:ing|ed)?|dial(?:ling|ing|led|ed)?|phone|(?:calls|reports|call"
    r"|report) to|via|拨打|致电|热线|电话|短号)[\s:\"“'‘(]{0,3}\Z",
    re.I,
)
_EVERY = re.compile(
    r"(?:每|每隔|平均每|\bper|\bevery|\beach|\bout of|\bone in|\bthe (?:first|last|past|next|top"
    r"|recent|previous|latest|other)|\b(?:first|last"
    r"|past|next|top|recent|these|those|following|under the age of|aged?|ages|the age of|class|grade|over the"
    r" age of))\s?\Z",
    re.IGNORECASE,
)
_EVERY_ZH = re.compile(r"(?:每|这|那|该|哪|上述|以下|如下|未满|年满|年仅|满|现年)\s?\Z")
_REST_ZH = re.compile(r"(?:其他|其它)\s?\Z")
_VAGUE_ZH = re.compile(r"[几数好]\Z")
_PERIOD_ZH = re.compile(r"(?:近|过去|未来|今后|最近|往后|此后|前|后|头|这|连续|为期|历时|长达|达|至少)\s?\Z")
_WITHIN_ZH = re.compile(r"\s?(?:以?内|之内|来|以来|间|期间|多?来|前|后|之?后|之前|期|一遇|规划|计划|攻坚|行动|大计|级)")
_AROUND_THE_CLOCK = re.compile(
    r"\s?(?:不|全|值|自助|咨询|查询|在线|热线|服务|报警|举报|求助|待命|备勤|巡|守|监控|营业|运行|开放|受理|接)"
)
_WITHIN_EN = re.compile(
    r"(?:within|over|in|during|after|for|throughout|the|than|past|last|next|first|recent|every|few|previous)\s(?:the\s"
    r"(?:past|last|next|first|coming|recent)\s)?\Z",
    re.IGNORECASE,
)
_OLD = re.compile(r"\s?(?:周?岁|years? old|years? of age|-?year-?\s?olds?)")
_PERSON_AGED = re.compile(
    r"\b(?:people|persons|person|those|minors|children|adults|citizens|elderly|anyone"
    r"|men|women|teenagers|seniors|users|everyone)"
    r"\s(?:who are\s|aged\s)?(?:over|under|above|below|of|between)\s\Z",
    re.IGNORECASE,
)
_ROUND_NAME = re.compile(r"\s?(?:Action|Operation|Campaign|Battle|Drive)\b")
_LIST_MARK = re.compile(r"\s?(?:[、.)):](?!\d)|,\s?(?=[A-Za-z]))")
_THRESHOLD = re.compile(r"以[上下]的?[㐀-鿿]{0,6}案")
_CLASS = re.compile(r"(?:\([^()]{1,6}\))?以上的")
_FEW, _FEW_MORE, _LISTED = 30, 10, 3
_TO_AGE = re.compile(r"\s?(?:至|到|-|—|~|、|to|and)\s?\d{1,3}\s?(?:周?岁|years? old|-year-old)")
_CLASS_EN = re.compile(
    r"\b(?:accidents?|crash(?:es)?|fires?|cases?) (?:with|causing|involving|killing|that (?:cause|kill)s?) "
    r"(?:the deaths? of )?(?:more than |over |at least )?\Z",
    re.IGNORECASE,
)
"""Before the number that tells a class of accidents: `accidents with more than 5 deaths`."""
_OR_MORE = re.compile(r"\s(?:or more|and more|deaths?\b|dead\b)")
_PLEDGED = re.compile(r"\b(?:pledged|promised|target|required|prescribed|statutory|standard)\s[a-z -]{0,20}\bof\s\Z")
_VICTIMS = re.compile(r"\s?[人](?:被杀)?(?:[㐀-鿿]{0,3})案")
_EIGHT_CRIMES = re.compile(r"\s(?:major|serious|main)(?: \w+){0,2} (?:cases|crimes|offences|offenses)\b", re.IGNORECASE)
_TRAIN = re.compile(r"\s?(?:列车|航班|动车|高铁|货车|中欧班列)")
_COUNTED = re.compile(r"\b(?:total of|than|about|nearly|over|approximately|[a-z]{3,12}ed)\s\Z", re.IGNORECASE)


class Zone(NamedTuple):
    """A stretch `text[start:end]` whose numbers belong to a name or a slogan."""

    start: int
    end: int


def quoted_names(text: str, start: int, end: int) -> list[Zone]:
    """Return the short quotations and the titles in `text[start:end]`: names and slogans, whose numbers count nothing.

    A quotation with a clause mark or a counted number in it is speech and is left alone.
    """
    zones = []
    for match in _QUOTED.finditer(text, start, end):
        inside = match.group(match.lastgroup or 0)
        if match.lastgroup == "d" or not _CLAUSE_MARK.search(inside):
            zones.append(Zone(*match.span()))
    return zones


def is_candidate(text: str, one: Quantity, passage: Passage, zones: Sequence[Zone], opens: bool) -> bool:
    """Tell whether a quantity may be a figure. `opens` says that its passage is the first of its paragraph."""
    at = bisect_right(zones, (one.start, len(text)))
    if at and one.start < zones[at - 1].end:
        return False
    if _glued(text, one) or _list_number(text, one, passage, opens) or _is_base(text, one):
        return False
    if one.kind == "money":
        return not (_bare_scale(text, one) or _THRESHOLD.match(text, one.end))
    if one.form != "plain" or one.kind == "share":
        return True
    return not (_is_article(text, one) or _is_age(text, one) or _is_period(text, one) or _is_number_name(text, one))


def _glued(text: str, one: Quantity) -> bool:
    """G20, GPS4, 100-day, 126.com: a letter or a hyphen touches the number."""
    before, after = text[one.start - 1 : one.start], text[one.end : one.end + 2]
    if before and (before.isascii() and (before.isalpha() or before in "_@#&=/\\")):
        return one.bare or not is_cjk(text[one.end - 1])
    if before in ("-", "·", "—", "–", "~") and one.start > 1:
        earlier = text[one.start - 2]
        if not earlier.isspace() and not earlier.isdigit() and earlier not in "年月日人名起件个%万亿":
            return True
    if before == "." and one.start > 1 and not text[one.start - 2].isspace() and text[one.start - 2].isdigit():
        return True
    if not after:
        return False
    if after[0].isascii() and (after[0].isalpha() or after[0] in "_@&=\\"):
        return not is_cjk(text[one.end - 1])
    return after[0] in "-‐‑·." and len(after) > 1 and (after[1].isalpha() and (after[1].isascii() or after[0] == "·"))


def _list_number(text: str, one: Quantity, passage: Passage, opens: bool) -> bool:
    """`1.`, `(二)`, `3、`, `1, ` at the head of a clause, or in brackets of its own."""
    if not one.bare or one.value > 50 or one.value != int(one.value):
        return False
    before, after = text[one.start - 1 : one.start], text[one.end : one.end + 1]
    if before == "(" and after == ")":
        return True
    at_head = one.start - passage.start <= 2 and text[passage.start : one.start].strip() in ("", "(", "<")
    follows_mark = text[max(passage.start, one.start - 2) : one.start].strip()[-1:] in tuple("。;:!?;:.")
    if before in (" ", ":") and text[one.start - 2 : one.start].strip() == ":" and one.value > _LISTED:
        follows_mark = False
    if (at_head or follows_mark) and _LIST_MARK.match(text, one.end):
        return True
    return (
        opens
        and at_head
        and one.value <= 20
        and one.style != "en"
        and not chinese_around(text, one.start, one.end)
        and not re.match(r"\s[a-z-]+(?:\s[a-z-]+){0,3}\s(?:were|was|have|has|are|had)\b", text[one.end : one.end + 60])
    )


def _is_base(text: str, one: Quantity) -> bool:
    """每10万人, per 100,000, every 5 minutes; the past three years, the first 10, these two."""
    if chinese_around(text, one.start, one.end):
        if one.kind == "money":
            return text[one.start - 1 : one.start] == "每"
        if one.style == "zh" and _VAGUE_ZH.search(text, max(0, one.start - 1), one.start):
            return True
        if one.value <= _FEW_MORE and _REST_ZH.search(text, max(0, one.start - 3), one.start):
            return True
        return bool(_EVERY_ZH.search(text, max(0, one.start - 3), one.start))
    return one.kind != "money" and bool(_EVERY.search(text, max(0, one.start - 24), one.start))


def _is_article(text: str, one: Quantity) -> bool:
    """一起, 一批, one: an article, no count. Digits are a count: `1 den`."""
    if one.style == "digits":
        return False
    numeral = text[one.numeral_start : one.numeral_end].lower()
    if one.value < 2 and numeral not in ("零点五",):
        return True
    return _bare_scale(text, one)


def _bare_scale(text: str, one: Quantity) -> bool:
    """千万, 亿 without a digit: an order of magnitude, no number, unless a hedge makes it one (近百名)."""
    numeral = text[one.numeral_start : one.numeral_end]
    if one.style != "zh" or one.more or numeral == "十" or not all(char in "十百千万亿" for char in numeral):
        return False
    return text[one.start - 1 : one.start] not in tuple("近上逾超过约达")


def _is_age(text: str, one: Quantity) -> bool:
    """18岁以下, over 60, aged 16: a rule or a person's age."""
    if one.bare and one.value <= 120 and _PERSON_AGED.search(text, max(0, one.start - 40), one.start):
        return True
    if one.bare and _TO_AGE.match(text, one.end):
        return True
    return bool(_OLD.match(text, one.end)) or (one.kind == "time" and bool(_OLD.match(text, one.numeral_end)))


def _is_all_day(text: str, one: Quantity) -> bool:
    """24小时热线, 24小时自助办证: around the clock, no measured time."""
    return one.unit == "hour" and one.value == 24 and bool(_AROUND_THE_CLOCK.match(text, one.end))


def _is_period(text: str, one: Quantity) -> bool:
    """近三年来, 5年内, within five years, 前9个月: a time in which things happened, no measured time."""
    if one.kind != "time":
        return False
    if chinese_around(text, one.start, one.end):
        if _is_all_day(text, one):
            return True
        if one.unit in ("year", "month") and _PERIOD_ZH.search(text, max(0, one.start - 3), one.start):
            return True
        return bool(_WITHIN_ZH.match(text, one.end))
    if _PLEDGED.search(text, max(0, one.start - 48), one.start):
        return True
    return bool(_WITHIN_EN.search(text, max(0, one.start - 24), one.start)) or bool(_ROUND_NAME.match(text, one.end))


def _is_number_name(text: str, one: Quantity) -> bool:
    """Hotlines (110, 12345), bare years, telephone numbers, trains."""
    if _TRAIN.match(text, one.end) and one.unit_name == "occasion":
        return True
    if one.value <= _FEW and _names_class(text, one):
        return True
    if (one.bare and _VICTIMS.match(text, one.end)) or (one.value <= _FEW and _CLASS.match(text, one.end)):
        return True
    if not one.bare or one.style != "digits":
        return False
    written = text[one.numeral_start : one.numeral_end]
    if written in _HOTLINES and (len(written) == 5 or _is_hotline(text, one)):
        return True
    if _DIALLED.search(text, max(0, one.start - 20), one.start) and "," not in written:
        return True
    if len(written) == 4 and written.isdigit() and 1900 <= one.value <= 2099:
        return not _COUNTED.search(text, max(0, one.start - 16), one.start)
    return written.startswith("0") and len(written) > 1 and written.isdigit()


def _names_class(text: str, one: Quantity) -> bool:
    """Tell whether a number tells a class of accidents or crimes: `crashes with over 3 deaths`, 八类主要刑事案件."""
    if _OR_MORE.match(text, one.end) and _CLASS_EN.search(text, max(0, one.start - 60), one.start):
        return True
    return one.style == "en" and one.value == 8 and _EIGHT_CRIMES.match(text, one.end) is not None


def _is_hotline(text: str, one: Quantity) -> bool:
    """Tell whether 110, 119 or the like is dialled here, or counts something."""
    if chinese_around(text, one.start, one.end) or _CALLING.match(text, one.end):
        return True
    if _DIALLED.search(text, max(0, one.start - 20), one.start):
        return True
    return not _NOUN_NEAR.match(text, one.end)
