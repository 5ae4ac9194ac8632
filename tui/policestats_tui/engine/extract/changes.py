"""Reads what kind of statement a quantity is: a level, a relative or absolute change, a share, a rank or a ratio.

A change has a direction and a basis: `yoy` (同比, year on year, 较去年), `mom` (环比), or the period compared with.
`fell by 5%` is a change, `fell to 5%` a level. In a list (`分别下降7.8%、8.6%和33.2%`) the words before the first
number hold for all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.model import Direction, Kind, Why

_UP_ZH = "上升|增长|成长|增加|提升|提高|上涨|增多|升高|递增|攀升|上扬|增幅|涨幅|升幅|增速|(?<!新)增(?![设派补])|升|涨"
_DOWN_ZH = "下降|减少|降低|下滑|回落|降幅|跌幅|缩减|缩短|下跌|锐减|减幅|压降|微跌|减|降|跌(?!破)"
_HEDGE_ZH = (
    r"(?:[了约近达超逾过为是:的各将大有小\s共率至多余]|到达|分别|均|幅度?|幅|接近|超过|大约|所|明显|显著|平均|分|个)"
)
_ZH_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP_ZH})|(?P<down>{_DOWN_ZH}))(?P<rate>率|幅度?)?(?P<to>至|到|为)?{_HEDGE_ZH}{{0,8}}\s?\Z"
)
_ZH_MORE = re.compile(
    r"(?P<up>多|增)(?P<verb>[㐀-鿿]{0,3})(?:了|出|约|近)?\s?\Z|(?P<down>少|减)(?P<verb2>[㐀-鿿]{0,3})(?:了|约|近)?\s?\Z"
)
_ZH_QUICKER = re.compile(r"(?:(?P<up>慢|晚|延后|推迟)|(?P<down>快|早|提前|提速))了?(?:约|近|超过?)?\s?\Z")
_ZH_COMPARED = re.compile(r"较|比|相比|同比|环比")
_ZH_AFTER = re.compile(r"\s?的?(?:(?P<up>增幅|涨幅|升幅|增长|增速)|(?P<down>降幅|跌幅|下降|减少|减幅))")
_ZH_FROM = re.compile(r"(?:从|由|自)[^,;。、]{0,24}\Z")
_ZH_YOY = re.compile(
    r"同比|(?:较|比|与|和|同)(?:去年|上年|上一年|前一年|去年同期|上年同期|前年)"
    r"|去年同期|上年同期|按年|比上年|较前一年|同期相比|同期"
)
_ZH_MOM = re.compile(r"环比|(?:较|比|与|和)(?:上月|上个月|上一个月|上周|上周期|前一阶段|上季度)|按月")
_ZH_YEAR = re.compile(r"(?:较|比|与|和|同|自)\s?((?:19|20)\d\d)\s?年")
_UP_EN = (
    r"rose|risen|rises?|rising|increase[ds]?|increasing|grew|grown|grows|growth"
    r"|growing|climbed|jumped|surged?|jump|climb|gain(?:ed)?"
    r"|higher|soared|expanded|more|increment|leap(?:t|ed)|ascend(?:ed)?|went up|go(?:ne|es|ing)? up"
)
_DOWN_EN = (
    r"fell|fallen|falls?|falling|decrease[ds]?|decreasing|decline[ds]?|declining|drop(?:ped|s)?|dropping|reduced"
    r"|descend(?:ed)?|drop(?:ped)? down"
    r"|reduction|reducing|lower(?:ed)?|shrank|plunged?|dipped|slid|cut|contracted|fewer|less"
    r"|went down|go(?:ne|es|ing)? down|c[oa]me down"
)
_EN_FILL = (
    r"(?:\s|,|by|of|about|around|approximately|nearly|almost|more than|over|some|an?"
    r"|the|year-on-year|year on year|year-over-year"
    r"|month-on-month|yoy|sharply|significantly|substantially|slightly|further|another|average"
    r"|roughly|at least|less than|total|respectively"
    r"|from a year earlier|was|were|being|steadily|markedly|rate|in total|cumulatively"
    r"|as much as|compared with last year|over last"
    r" year|from last year|reached|reaching)"
)
_UP_DOWN = (
    r"(?:(?<=[,;(%] )|(?<=[(%])|(?<=was )|(?<=were )|(?<=is )|(?<=are )|(?<=went )|(?<=and )|(?<=also )|(?<=year )|\A)"
)
_EN_CHANGE = re.compile(
    rf"\b(?:(?P<up>{_UP_EN}|{_UP_DOWN}up)|(?P<down>{_DOWN_EN}"
    rf"|{_UP_DOWN}down))\b(?P<fill>{_EN_FILL}{{0,14}})(?P<to>\bto\b[\w\s]{{0,16}})?\Z",
    re.IGNORECASE,
)
_EN_AFTER = re.compile(
    r"\s(?:year-on-year |year on year |annual |cases? |people |persons |suspects? "
    r"|percent |cases or [\d.]+ ?(?:%|per ?cent) )?(?:(?P<up>increase|rise|growth|jump|surge|gain"
    r"|higher|more|up)|(?P<down>decrease|drop|decline|reduction|fall|lower|fewer|less"
    r"|down))\b(?P<than>[^.;,\d]{0,40}\bthan\b(?!\s(?:(?!(?:19|20)\d\d\b)\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)))?",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    rf"\b(?:(?P<up>(?:{_UP_EN})\b[^.;\d]{{0,60}},?\sby|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!set )up)"
    rf"|(?P<down>(?:{_DOWN_EN})\b[^.;\d]{{0,60}},?\sby|down))\s"
    r"(?:about\s|over\s|nearly\s|more than\s|some\s|almost\s)?\Z",
    re.IGNORECASE,
)
"""A verb of change with words between (`fell in August for the first time, by 12%`), or `deaths down 12%`."""
_BELOW = re.compile(
    r"\s(?:(?P<up>above|over)|(?P<down>below|under|off))\s(?:the\s)?(?:level|figure|number|same|that|total|peak|(?:19|20)\d\d)\b"
)
_EN_NEEDS_THAN = frozenset(["more", "less", "fewer", "higher", "lower"])
_EN_FROM = re.compile(r"\bfrom\s(?:[\w-]+\s){0,6}\Z|\brose from\s\Z", re.IGNORECASE)
_EN_YOY = re.compile(
    r"year[- ]on[- ]year|year[- ]over[- ]year|\byoy\b|y-o-y"
    r"|than (?:in )?(?:the same period )?(?:of )?(?:the )?(?:last|previous|prior) year"
    r"|over (?:the )?(?:last|previous|same period)|from (?:a|one) year (?:earlier|ago)"
    r"|(?:compared (?:with|to)|from|versus) (?:the )?(?:same"
    r" period|last year|previous year|a year|that of last year|corresponding)|annually"
    r"|year earlier|the previous year|the year before",
    re.IGNORECASE,
)
_EN_MOM = re.compile(r"month[- ]on[- ]month|quarter[- ]on[- ]quarter|(?:previous|last) month", re.IGNORECASE)
_EN_YEAR = re.compile(r"(?:compared (?:with|to)|than in|over|against|versus)\s((?:19|20)\d\d)\b", re.IGNORECASE)
_THAN_YEAR = re.compile(r"[^.;]{0,30}\bthan\b[^.;]{0,60}?\bin ((?:19|20)\d\d)\b")
_LIST = re.compile(r"\s?(?:、|和|及|与|以及|,|and|, and|,和|;)\s?(?:and\s)?(?:约|近|by\s)?\s?\Z")
_PER = re.compile(r"\s?(?:\w{1,24}\s){0,3}(?:per|for every|out of every)\s[\d一-鿿]", re.IGNORECASE)
_PER_ZH = re.compile(r"每[\d一-鿿]{1,8}[人户辆件名](?:口|次)?[㐀-鿿]{0,8}\Z")
_ZH_ABOVE = re.compile(r"(?:(?P<up>高于|高出|多出|超出|超过|领先)|(?P<down>低于|落后))[^,;。]{0,36}\Z")
_RATIO_ZH = re.compile(
    r"(?:比|比例|比值|系数)(?:从|由|为|达|是|约|提升|提高|下降|上升|到|至|\s|的|(?:19|20)\d\d年|[\d.]+){0,10}\Z"
)
_ZH_MARK, _EN_MARK = re.compile(r"[;。]"), re.compile(r"[;.]\s")
_ZH_STOP, _EN_STOP = re.compile(r"[,;。、]"), re.compile(r"[,;]|\.\s")
_RATIO_EN = re.compile(r"\bratio\b[^.;\d]{0,80}\s\Z")
_OTHERWISE = re.compile(r"(?:\s\w+){0,2}\s?(?:\(|\bor\s)(?:about\s|by\s|约)?|\s?[,、]?\s?[即或]约?")
_COMMA = re.compile(r",\s")
_GAPPED = re.compile(r"(?:,|\band\b)[^.;]{1,80}\bby\s(?:about\s|nearly\s|over\s)?\Z")
_GAPPED_BARE = re.compile(
    r"(?:,?\sand|,)\s(?:(?!(?:account|represent|ma[kd]e|making|was|were|is|are|of|with|for|by|to|at|ha[ds]|have|reach|ris|fell"
    r"|ros|drop|down|up)\w*\b)[a-z-]+\s){1,6}"
)
"""Between two falls that share a verb without `by`: `thefts dropped 12 percent and road deaths 9 percent`."""
_WINDOW = 64


@dataclass(frozen=True, slots=True)
class Statement:
    """What kind of statement a quantity is, with direction and basis where it is a change or difference.

    `joined` says that it continues the list of changes before it.
    """

    kind: Kind
    direction: Direction | None = None
    basis: str | None = None
    why: tuple[Why, ...] = ()
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of change at `start`; `to` says that a new level follows, not a change."""

    direction: Direction
    start: int
    end: int
    to: bool


def _chinese_cue(text: str, one: Quantity, floor: int) -> Cue | None:
    begin = max(floor, one.start - 24)
    match = _ZH_CHANGE.search(text, begin, one.start)
    if match:
        word = match["up"] or match["down"]
        reached = match["to"] in ("至", "到") or (match["to"] == "为" and not match["rate"] and word[-1] not in "幅速")
        return Cue("up" if match["up"] else "down", match.start(), one.start, reached)
    if one.kind == "share":
        match = _ZH_AFTER.match(text, one.end)
        if match is None and one.unit_name == "percentage point":
            match = _ZH_ABOVE.search(text, max(floor, one.start - 40), one.start)
        return Cue("up" if match["up"] else "down", match.start(), match.end(), False) if match else None
    if one.kind == "time" and (match := _ZH_QUICKER.search(text, begin, one.start)):
        return Cue("up" if match["up"] else "down", match.start(), one.start, False)
    match = _ZH_MORE.search(text, begin, one.start)
    if match and _ZH_COMPARED.search(text, max(floor - 24, 0), match.start()):
        return Cue("up" if match["up"] else "down", match.start(), one.start, False)
    return None


def _english_cue(text: str, one: Quantity, floor: int) -> Cue | None:
    match = _EN_CHANGE.search(text, max(floor, one.start - _WINDOW), one.start)
    if match and not re.search(r"(?:more|less|fewer)\Z", match.group("up") or match.group("down") or "", re.I):
        to = bool(match["to"]) or bool(re.search(r"\breach(?:ed|ing)\b", match["fill"]))
        return Cue("up" if match["up"] else "down", match.start(), one.start, to)
    if one.kind == "share":
        moved = _MOVED_BY.search(text, max(floor, one.start - 90), one.start)
        moved = moved or _BELOW.match(text, one.end)
        if moved:
            return Cue("up" if moved["up"] else "down", moved.start(), moved.end(), False)
    after = _EN_AFTER.match(text, one.end)
    if after is None:
        return None
    word = (after["up"] or after["down"]).lower()
    if word in _EN_NEEDS_THAN and not after["than"]:
        return None
    if word in ("up", "down") and one.unit != "%":
        return None
    return Cue("up" if after["up"] else "down", after.start(), after.end(), False)


def _basis(text: str, start: int, end: int, chinese: bool) -> tuple[str | None, int, int]:
    """Return the basis that `text[start:end]` names last, with the place of its words."""
    patterns = ((_ZH_YOY, "yoy"), (_ZH_MOM, "mom"), (_ZH_YEAR, "")) if chinese else (
        (_EN_YOY, "yoy"), (_EN_MOM, "mom"), (_EN_YEAR, "")
    )  # fmt: skip
    best: tuple[str | None, int, int] = (None, start, start)
    for pattern, name in patterns:
        for match in pattern.finditer(text, start, end):
            if best[0] is None or match.start() > best[1]:
                best = (name or match.group(1), *match.span())
    return best


def _basis_near(
    text: str, one: Quantity, near: int, floor: int, ceiling: int, chinese: bool
) -> tuple[str | None, tuple[Why, ...]]:
    mark = _ZH_MARK if chinese else _EN_MARK
    left = max(floor, one.start - 2 * _WINDOW)
    left = max((found.end() for found in mark.finditer(text, left, one.start)), default=left)
    right = min(ceiling, one.end + _WINDOW)
    stop = (_ZH_STOP if chinese else _EN_STOP).search(text, one.end, right)
    right = stop.start() if stop else right
    if not chinese and near > floor:
        left = max((found.end() for found in _COMMA.finditer(text, near, one.start)), default=near)
    sides = ((left, one.start), (one.end, right)) if chinese else ((one.end, right), (left, one.start))
    for start, end in sides:
        name, begin, edge = _basis(text, start, end, chinese)
        if name:
            named = name.isdigit() and str(int(name) + 1) in text[max(floor, one.start - 4 * _WINDOW) : one.start]
            return "yoy" if named else name, (Why("basis", begin, edge),)
    than = None if chinese else _THAN_YEAR.match(text, one.end, one.end + 2 * _WINDOW)
    if than is None:
        return None, ()
    yearly = str(int(than[1]) + 1) in text[max(floor, one.start - 4 * _WINDOW) : one.start]
    return "yoy" if yearly else than[1], (Why("basis", *than.span(1)),)


def statement(
    text: str, one: Quantity, previous: tuple[Quantity, Statement] | None, floor: int, ceiling: int, chinese: bool
) -> Statement:
    """Return what kind of statement the quantity is.

    Args:
        text: The document's text.
        one: The quantity.
        previous: The quantity before it in the sentence, and its statement.
        floor: Where the words that may speak of it begin: the start of the sentence.
        ceiling: The start of the next quantity, or the end of the sentence.
        chinese: Whether it stands in Chinese text.
    """
    if one.form == "rank":
        return Statement("rank")
    near = previous[0].end if previous else floor
    cue = _growth(one) or (_chinese_cue if chinese else _english_cue)(text, one, near)
    if cue is None and previous and previous[1].direction and _by(text, previous[0], one, chinese):
        return Statement(previous[1].kind, previous[1].direction, previous[1].basis, previous[1].why)
    if cue is None and previous and previous[1].direction and _continues(text, previous[0], one):
        basis, _ = _basis_near(text, one, near, near, ceiling, chinese)
        said = previous[1]
        return Statement(_change_kind(one), said.direction, basis or said.basis, said.why, joined=True)
    if cue is None or cue.to or _from(text, one, near, chinese):
        said = _static(text, one, near, chinese, previous[1] if previous else None)
        listed = previous and previous[1].kind == said.kind != "level" and _continues(text, previous[0], one)
        return replace(said, joined=True) if listed else said
    basis, why = _basis_near(text, one, near, floor, ceiling, chinese)
    if basis is None and previous and previous[1].direction:
        basis = previous[1].basis if not _ZH_MARK.search(text, previous[0].end, one.start) else None
    return Statement(_change_kind(one), cue.direction, basis, (Why("direction", cue.start, cue.end), *why))


def _by(text: str, earlier: Quantity, one: Quantity, chinese: bool) -> bool:
    """Tell whether the verb of the change before is left out: `crimes fell by 5% and accidents by 3%`."""
    if chinese or one.unit != earlier.unit:
        return False
    if _GAPPED.search(text, earlier.end, one.start):
        return True
    return one.unit == "%" and bool(_GAPPED_BARE.fullmatch(text, earlier.end, one.start))


def _growth(one: Quantity) -> Cue | None:
    """Return the cue that the numeral itself is: 翻番, `+5.2%`, `-3%`."""
    if one.form not in ("growth", "up", "down"):
        return None
    return Cue("down" if one.form == "down" else "up", one.start, one.end, False)


def _change_kind(one: Quantity) -> Kind:
    relative = one.unit in ("%", "‰", "times") and one.unit_name != "percentage point"
    return "change" if relative else "difference"


def _from(text: str, one: Quantity, floor: int, chinese: bool) -> bool:
    """Tell whether the quantity is where a change starts from: `从2018年的1.4提升至2.1`, `from 87.55%`."""
    return bool((_ZH_FROM if chinese else _EN_FROM).search(text, max(floor, one.start - 30), one.start))


def _continues(text: str, earlier: Quantity, one: Quantity) -> bool:
    if one.unit != earlier.unit and _OTHERWISE.fullmatch(text, earlier.end, one.start):
        return True
    return (
        one.start - earlier.end <= 16
        and bool(_LIST.fullmatch(text, earlier.end, one.start))
        and (earlier.unit == one.unit)
    )


def _static(text: str, one: Quantity, floor: int, chinese: bool, before: Statement | None) -> Statement:
    if one.unit == "‰" or (one.unit == "times" and one.bare is False):
        return Statement("ratio")
    if one.unit == "%":
        return Statement("difference" if one.unit_name == "percentage point" else "share")
    if _PER.match(text, one.end) and not chinese:
        return Statement("ratio")
    if chinese and _PER_ZH.search(text, max(floor, one.start - 24), one.start):
        return Statement("ratio")
    if one.bare and (_RATIO_ZH if chinese else _RATIO_EN).search(text, max(0, one.start - 90), one.start):
        return Statement("ratio")
    if one.bare and before is not None and before.kind == "ratio" and one.step < 1:
        return Statement("ratio")
    return Statement("level")


def spread_basis(statements: Sequence[Statement]) -> list[Statement]:
    """Give the basis that the last change of a list names to the whole list (`by 27.9% and 16.7% year-on-year`)."""
    spread = list(statements)
    for place in range(len(spread) - 1, 0, -1):
        later, earlier = spread[place], spread[place - 1]
        if later.joined and later.basis and earlier.basis is None and earlier.direction:
            spread[place - 1] = replace(earlier, basis=later.basis, why=earlier.why + later.why)
    return spread
