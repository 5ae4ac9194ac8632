"""Discovers campaigns that no list has, told by `专项行动`, `special action` and the like beside a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.pinyin import slug

_HEAD_ZH = (
    r"(?:系列|集中|统一|联合|严打|整治|专案|宣传|特别|等)*"
    r"(?:专项行动|专项斗争|专项整治|集中行动|统一行动|集中整治|专案行动|战役|会战|行动|大练兵)"
)
_QUOTED_ZH = re.compile(
    rf"(?P<names>(?:[“「][^“”「」\n,。;]{{2,24}}[”」](?:[、和及与]|以及)?){{1,8}})(?:等一?系列|等|系列)*{_HEAD_ZH}"
)
_NAME = re.compile(r"[“「\"](?P<name>[^“”「」\"\n]{2,60})[”」\"]")
_DESCRIBED_ZH = re.compile(
    r"(?P<name>(?:打击整治|打击治理|严厉打击|依法打击|集中打击|打击|整治|严打|治理|查处|清理|排查|清查|缉查"
    r"|护航|保卫|夏季|冬季|秋季|春季)(?:[㐀-鿿]|“[㐀-鿿]{1,8}”){2,24}?)"
    r"(?P<head>专项行动|专项斗争|专项整治行动|集中行动|统一行动|专项工作)"
)
_ENGLISH = (
    re.compile(
        r"[“\"](?P<name>[A-Z][^“”\"\n.]{2,48}?)[,]?[”\"] (?:series of )?(?:special |joint "
        r"|concentrated )?(?:special )?(?:actions?|campaigns?|operations?|crackdowns?|drives?)\b"
    ),
    re.compile(
        r"\b(?:actions?|campaigns?|operations?|drives?) (?:of|called|named|dubbed) (?:the )?[“\"]"
        r"(?P<name>[A-Z][^“”\"\n.]{2,48}?)[,]?[”\"]"
    ),
    re.compile(
        r"\b(?:[Oo]peration|code-?named|[Cc]odenamed) [“\"]?(?P<name>[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+){0,2})[”\"]?"
    ),
    re.compile(
        r"\b(?:special|joint|concentrated) (?:actions?|campaigns?|operations?|crackdowns?|rectification) (?:to"
        r"|against|on) (?P<name>[a-z][\w’' -]{8,110}?)(?=[,.;:\n]|$| and (?:achieved|has|the|\")| (?:in|since"
        r"|has|have|was|were|during) )"
    ),
)
_YEAR = re.compile(r"[-—– ]?(20\d\d)$|^(20\d\d)[ 年]")
_GENERAL = frozenset(
    [
        "crack",
        "down",
        "severely",
        "combat",
        "fight",
        "illegal",
        "criminal",
        "crime",
        "crimes",
        "offences",
        "offenses",
        "rectify",
        "activities",
        "acts",
        "strictly",
        "hard",
        "cases",
    ]
)
_STOP_WORDS = frozenset("the a an of and in on to for with by according law all kinds".split())  # noqa: SIM905
_NO_NAME = re.compile(r"[一二三四五六七八九十\d]+号?\Z|各类|一系列|有关|上述|本次|此次|该")


@dataclass(frozen=True, slots=True)
class Discovered:
    """An unlisted campaign at `text[start:end]`: its slug, and the series and year where the name holds a year."""

    start: int
    end: int
    id: str
    series: str
    year: int | None
    english: bool


def find_unknown(text: str, start: int, taken: Sequence[tuple[int, int]]) -> Iterator[Discovered]:
    """Yield the unlisted campaigns of `text[start:]` that do not overlap the spans `taken`."""
    covered = {place for left, right in taken for place in range(left, right)}
    for left, right, english in _candidates(text, start):
        if left in covered or right - 1 in covered or any(place in covered for place in (left + 1, right - 2)):
            continue
        covered.update(range(left, right))
        found = _discovered(text[left:right], left, right, english)
        if found:
            yield found


def _candidates(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans of names: quoted Chinese, English, described Chinese, in this order of trust."""
    for match in _QUOTED_ZH.finditer(text, start):
        for name in _NAME.finditer(text, match.start("names"), match.end("names")):
            yield *name.span("name"), False
    for pattern in _ENGLISH:
        for match in pattern.finditer(text, start):
            yield *match.span("name"), True
    for match in _DESCRIBED_ZH.finditer(text, start):
        yield *match.span("name"), False


def _discovered(name: str, start: int, end: int, english: bool) -> Discovered | None:
    if _NO_NAME.match(name):
        return None
    year = _YEAR.search(name)
    bare = _YEAR.sub("", name).strip(' -—–“”"')
    series = _english_slug(bare) if english else slug(bare)
    if not series:
        return None
    if not year:
        return Discovered(start, end, series, series, None, english)
    number = int(year.group(1) or year.group(2))
    return Discovered(start, end, f"{series}-{number}", series, number, english)


def _english_slug(name: str) -> str:
    """Return the slug of an English name: its words without articles and the like, six at most."""
    words = [word for word in slug(name).split("-") if word not in _STOP_WORDS]
    return "-".join(words[:6]) if set(words) - _GENERAL else ""
