"""Finds the numbers of a text in one pass, and steps over what only looks like one: dates, clock times, ordinals.

What a number is attached to (a unit, a counted noun) and whether it measures anything is decided elsewhere.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from policestats_tui.engine.extract import numerals
from policestats_tui.engine.extract.numerals import LARGE_WORDS, SMALL_WORDS, ZH_NUMERAL_CHARACTERS, Numeral

Style = Literal["digits", "zh", "en"]
Form = Literal["plain", "share", "permille", "rank", "growth", "up", "down", "clock"]

_D = r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,9})?|\d{1,16}(?:\.\d{1,9})?)"
_YEAR = r"(?:19|20)\d\d"
_ZH = f"[{ZH_NUMERAL_CHARACTERS}]"
_TO = r"\s?[-—–~至到、]\s?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_TH = r"(?:st|nd|rd|th)"
_SMALL = "|".join(sorted(SMALL_WORDS, key=len, reverse=True))
_LARGE = "|".join(LARGE_WORDS)
_AND = "|".join(rf"(?<={word}) and " for word in ("hundred", "thousand", "million", "billion"))
_WORD = f"{_SMALL}|{_LARGE}"
_NAMED = (
    r"N[oO]s?|[Aa]rticles?|Art|[Ss]ections?|[Cc]hapters?|[Pp]ages?|[Cc]lauses?|[Pp]aragraphs?|Room|Route|Highway"
    r"|Gate|[Tt]el|[Ff]ax|[Ff]igure|[Tt]able|Vol|Annex|Appendix|[Vv]ersion|[Tt]ype|[Pp]hase|[Ss]tep|Terminal|Flight"
)

_NO_NUMBERS = (
    r"https?://[^\s一-鿿]{1,400}",
    rf"{_YEAR}([-./·]){{1,1}}\d{{1,2}}[-./·]\d{{1,2}}",
    rf"{_YEAR}\s?(?:{_TO}(?:{_YEAR}|\d\d))?\s?年(?:{_TO}(?:{_YEAR}|\d\d)\s?年)?[度底初末中]?",
    rf"{_YEAR}\s?[-—–/]\s?(?:{_YEAR}|\d\d)(?!\d)",
    rf"{_YEAR}s\b",
    rf"\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?月(?:份|(?:上|中|下)旬|\s?\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?[日号])?"
    rf"(?:{_TO}(?:\d{{1,2}}\s?月\s?)?\d{{1,2}}\s?日)?",
    rf"\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?日(?!元)",
    r"\d{1,2}\s?[时点](?:\s?\d{1,2}\s?分|许|整|半|左右)?",
    r"\d{1,6}:\d\d(?::\d\d)?",
    r"[〇零一二三四五六七八九]{4}年",
    r"[一二三四五六七八九十]{1,3}月(?:份|[一二三四五六七八九十]{1,3}日)?",
    r"[一二三四五六七八九十]{1,3}日",
    r"[一二三四五]等[功奖]",
    rf"(?:\b{_MONTH}\s?\d{{1,2}}(?:{_TH}\b)?(?:\s?(?:to|and|-|–)\s?(?:{_MONTH}\s)?\d{{1,2}}(?:{_TH}\b)?)?"
    rf"(?:,?\s{_YEAR}\b)?(?!\d|,\d))",
    rf"(?:\b\d{{1,2}}(?:{_TH})?\s?(?:of\s)?{_MONTH}(?:,?\s{_YEAR}\b)?(?![a-z]))",
    rf"(?:\b{_MONTH},?\s{_YEAR}\b)",
    rf"\d[\d,]{{0,8}}{_TH}\b",
    rf"第\s?(?:{_ZH}{{1,9}}|{_D})(?:{_TO}(?:{_ZH}{{1,6}}|\d+))?",
    r"0\d{2,3}-\d{7,8}",
    r"\d{3,4}-\d{3,4}-\d{3,4}",
    r"1[3-9]\d{9}(?!\d)",
    rf"[〔\[(]{_YEAR}[〕\])]\s?\d+\s?号",
    rf"(?:\b(?:{_NAMED})\.?\s?\d[\d,]{{0,9}})",
    r"\d{1,9}(?:\.\d{1,9}){2,9}",
    r"\d{1,9}(?:[+/×]\d{1,9}){1,8}(?!\d)",
)
_NUMBERS: Mapping[str, str] = {
    "percent": rf"百分之\s?(?:{_D}|{_ZH}{{1,8}}(?:点{_ZH}{{1,6}})?)[多余]?",
    "permille": rf"[千万]分之\s?(?:{_D}|{_ZH}{{1,8}}(?:点{_ZH}{{1,6}})?)",
    "fraction": r"[二三四五六七八九十]分之[一二两三四五六七八九十]|[2-9]分之[1-9]",
    "tenths": r"[1-9一二两三四五六七八九]成(?:[一二三四五六七八九半])?[多余]?(?![立功员为果效长熟就本人年品型都分份])",
    "half": r"一半|半数|(?<=过)半(?=[数,。;、\s])|(?i:\bhalf of\b)",
    "multiple": r"翻了?\s?[一两二三四1-4]?番",
    "enfraction": r"(?i:\b(?:one|two|three|four)[ -](?:third|quarter|fifth)s?\b)",
    "clock": r"\d{1,3}\s?分钟?\d{1,2}\s?秒",
    "signed": r"(?<![\w.%)\]—-])[+−-](?:\d{1,3}(?:,\d{3}){1,3}|\d{1,6})(?:\.\d{1,4})?(?=\s?%|\sper ?cent\b)",
    "yi": rf"{_D}\s100\s(?i:million)\b|\d{{1,6}}\.\d{{1,4}}\s10,?000(?![\d,.])",
    "digits": rf"{_D}\s(?i:ten|hundred) (?i:thousand|million)\b|{_D}(?:[ -]?(?i:{_LARGE})\b){{1,3}}"
    r"(?:\s\d{1,3}\s(?i:thousand|hundred)\b)?",
    "mixed": rf"(?:\d{{1,3}}(?: \d{{3}}){{1,3}}|{_D})\s?(?:千(?![克米瓦])|[百万亿余多]){{1,4}}"
    r"(?:(?:\d,\d{3}|\d{1,4})(?:\.\d{1,4})?[百千万亿余多]{1,3}){0,3}(?:(?<=[万亿])(?:\d,\d{3}|\d{3,4})(?![\d,.])多?)?",
    "spaced": r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?!\d|[,.]\d)(?=\s?[㐀-鿿]|\s[a-z]|[),.;]\s)",
    "plain": rf"{_D}(?:-odd\b)?",
    "zh": rf"(?!千[克米瓦])[{ZH_NUMERAL_CHARACTERS}][{ZH_NUMERAL_CHARACTERS}点余多几]{{0,20}}",
    "en": rf"(?i:\b(?:(?:half )?an? (?:{_LARGE})|(?:{_WORD})(?:(?:[ -]|{_AND})(?:{_WORD})){{0,8}}(?:-odd)?)\b)",
}
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_RANKED = f"(?i:{'|'.join(_ORDINALS)})"
_EN_RANK = rf"(?i:(?<=\branked )|(?<=\branking )|(?<=\branks )|(?<=\brank ))(?:\d{{1,4}}{_TH}|{_RANKED}\b)"
_PLACE = r"place\b|in the (?:whole |entire )?(?:country|nation|province|region|city)\b"
_EN_RANK += rf"|(?i:(?<=\bthe )\d{{1,3}}{_TH}(?= (?:{_PLACE})))"
_RANK = (
    rf"第\s?(?:{_ZH}{{1,5}}|\d{{1,4}})\s?[名位]"
    rf"|(?<=[省市国区旗县列居名])第\s?(?:{_ZH}{{1,3}}|\d{{1,3}})(?=[,。;、)]|\Z)"
)
_TOKEN = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in (
        ("rank", _RANK), ("enrank", _EN_RANK),
        ("none", "|".join(_NO_NUMBERS)), *_NUMBERS.items()
    ))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral at `text[start:end]`, 余 and 多 included.

    `more` says that the writer added 余, 多, 几 or -odd. `form` tells what kind of numeral it is: a `share` has its
    value in percent, a `rank` is 第…名, `growth` is 翻番 with its value in percent, `up` and `down` have a sign
    before a percentage, a `clock` is minutes and seconds, its value in minutes. `style` is how it is written.
    """

    start: int
    end: int
    value: float
    step: float
    style: Style
    form: Form = "plain"
    more: bool = False


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of `text[start:end]`, from left to right; the text is simplified and half width."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup
        if kind is None or kind == "none":
            continue
        number = _READERS[kind](match)
        if number is not None:
            yield number


def _number(match: re.Match[str], numeral: Numeral | None, style: Style, form: Form = "plain") -> Number | None:
    if numeral is None:
        return None
    written = match.group()
    trailing = len(written) - len(written.rstrip())
    more = any(char in written for char in "余多几") or written.endswith("-odd")
    return Number(match.start(), match.end() - trailing, numeral.value, numeral.step, style, form, more)


def _bare(written: str) -> str:
    """Drop what adds to a numeral without changing its value."""
    return re.sub(r"[余多几\s]", "", written)


def _plain(match: re.Match[str]) -> Number | None:
    return _number(match, numerals.digits(match.group().removesuffix("-odd")), "digits")


def _signed(match: re.Match[str]) -> Number | None:
    sign, written = match.group()[0], match.group()[1:]
    return _number(match, numerals.digits(written), "digits", "up" if sign == "+" else "down")


def _clock(match: re.Match[str]) -> Number | None:
    minutes, seconds = re.findall(r"\d+", match.group())
    return _number(match, Numeral(int(minutes) + int(seconds) / 60, 1 / 60), "zh", "clock")


def _mixed(match: re.Match[str]) -> Number | None:
    return _number(match, numerals.chinese(_bare(match.group())), "digits")


def _scaled_digits(match: re.Match[str]) -> Number | None:
    return _number(match, numerals.english(match.group()), "digits")


def _yi(match: re.Match[str]) -> Number | None:
    """Read what machines make of 亿 and 万: `208 100 million`, `3.2 10,000`."""
    head, unit = match.group().split()[:2]
    scale = 1e8 if unit == "100" else 1e4
    base = numerals.digits(head)
    return _number(match, Numeral(round(base.value * scale, 3), base.step * scale), "digits")


def _zh(match: re.Match[str]) -> Number | None:
    if match.group() in _FORMAL:
        return None
    return _number(match, numerals.chinese(_bare(match.group())), "zh")


def _en(match: re.Match[str]) -> Number | None:
    return _number(match, numerals.english(match.group().removesuffix("-odd")), "en")


def _after(mark: str, form: Form) -> Callable[[re.Match[str]], Number | None]:
    """Return a reader of the numeral after `mark`."""

    def read(match: re.Match[str]) -> Number | None:
        written = _bare(match.group().partition(mark)[2].rstrip("名位"))
        scale = 10.0 if match.group().startswith("万分") else 1.0
        numeral = numerals.chinese(written)
        scaled = numeral and Numeral(numeral.value / scale, numeral.step / scale)
        return _number(match, scaled, "zh", form)

    return read


def _fraction(match: re.Match[str]) -> Number | None:
    below, _, above = match.group().partition("分之")
    bottom, top = numerals.chinese(below), numerals.chinese(above)
    if bottom is None or top is None or top.value >= bottom.value:
        return None
    return _number(match, Numeral(100 * top.value / bottom.value, 1.0), "zh", "share")


def _english_fraction(match: re.Match[str]) -> Number | None:
    above, below = re.split(r"[ -]", match.group().lower())
    bottom = {"third": 3, "quarter": 4, "fifth": 5}[below.rstrip("s")]
    top = numerals.english(above)
    return _number(match, top and Numeral(100 * top.value / bottom, 1.0), "en", "share")


def _english_rank(match: re.Match[str]) -> Number | None:
    word = match.group().lower()
    place = float(word[:-2]) if word[0].isdigit() else 1.0 + _ORDINALS.index(word)
    return Number(match.start(), match.end(), place, 1.0, "en", "rank")


def _tenths(match: re.Match[str]) -> Number | None:
    head, _, tail = _bare(match.group()).partition("成")
    whole, part = numerals.chinese(head), (Numeral(5, 1) if tail == "半" else numerals.chinese(tail))
    if whole is None:
        return None
    return _number(match, Numeral(10 * whole.value + (part.value if part else 0), 1.0 if part else 10.0), "zh", "share")


def _half(match: re.Match[str]) -> Number | None:
    number = _number(match, Numeral(50.0, 10.0), "zh" if match.group()[0] in "一半" else "en", "share")
    if number is None or number.style == "zh":
        return number
    return Number(number.start, number.start + 4, 50.0, 10.0, "en", "share")


def _multiple(match: re.Match[str]) -> Number | None:
    doublings = numerals.chinese(match.group().strip("翻了番 ") or "一")
    return _number(match, doublings and Numeral(100.0 * (2**doublings.value - 1), 100.0), "zh", "growth")


_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖")
"""Digits of bank notes: one alone is a surname or a name (陆天明, 贰号楼)."""
_READERS: Mapping[str, Callable[[re.Match[str]], Number | None]] = {
    "rank": _after("第", "rank"),
    "enrank": _english_rank,
    "percent": _after("百分之", "share"),
    "permille": _after("分之", "permille"),
    "fraction": _fraction,
    "tenths": _tenths,
    "half": _half,
    "multiple": _multiple,
    "enfraction": _english_fraction,
    "clock": _clock,
    "signed": _signed,
    "yi": _yi,
    "digits": _scaled_digits,
    "mixed": _mixed,
    "spaced": _plain,
    "plain": _plain,
    "zh": _zh,
    "en": _en,
}
