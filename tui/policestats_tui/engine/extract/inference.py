"""What a text says about itself, where no metadata does: title, dates, language, publisher, region.

Rules of the genre: a web page names its source in a line `来源:` or `Source:`; a transcript opens with a headline and the
day of the press conference; the first province or city named in headline and lead is the publisher's own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.outline import read_lines
from policestats_tui.engine.extract.regions import find_regions, region_words
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
_ZH_DATE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_ISO_DATE = re.compile(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_EN_DATE = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)", re.IGNORECASE)
_EN_DATE_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? ((?:19|20)\d\d)", re.IGNORECASE)
_HELD = re.compile(r"发布会|通气会|press conference|briefing", re.IGNORECASE)
_NEAR = 80


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
    held = next((date for place, date in dates if _HELD.search(lead, max(place - _NEAR, 0), place + _NEAR)), None)
    inferred = Metadata(
        title=_title(text),
        held=held,
        published=next((date for _, date in dates), None),
        publisher=_publisher(text),
        region=_region(lead, gazetteer),
        language=_language(text),
    )
    names = ("title", "held", "published", "publisher", "region", "language")
    return replace(inferred, inferred=frozenset(name for name in names if getattr(inferred, name)))


def _language(text: str) -> Language | None:
    """Return the language of most words: a Chinese character is one, Latin letters are some to a word."""
    chinese, latin = len(_CJK.findall(text)), len(_LATIN.findall(text)) // _LETTERS_IN_A_WORD
    if not chinese and not latin:
        return None
    return "zh" if chinese >= latin else "en"


def _title(text: str) -> str | None:
    """Return the first heading; navigation and datelines are no headings."""
    lines = read_lines(text[:_LEAD])
    titled = (text[line.start : line.end].strip() for line in lines if line.kind == "heading")
    fit = (title for title in titled if 4 <= len(title) <= _TITLE_LENGTH and not _NAVIGATION.search(title))
    return next((title.lstrip("# ") for title in fit), None)


def _publisher(text: str) -> str | None:
    match = _SOURCE.search(text, 0, _LEAD) or _SOURCE.search(text, max(len(text) - _LEAD, 0))
    return match.group(1) if match else None


def _dates(text: str) -> list[tuple[int, str]]:
    """Return the full dates of a text in reading order, as offset and ISO date."""
    found = [(m.start(), _iso(m[1], m[2], m[3])) for m in (*_ZH_DATE.finditer(text), *_ISO_DATE.finditer(text))]
    found += [(m.start(), _iso(m[3], _month(m[1]), m[2])) for m in _EN_DATE.finditer(text)]
    found += [(m.start(), _iso(m[3], _month(m[2]), m[1])) for m in _EN_DATE_DAY_FIRST.finditer(text)]
    return sorted((place, date) for place, date in found if date)


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _iso(year: str, month: str, day: str | None) -> str:
    if not 1 <= int(month) <= 12 or not 1 <= int(day or 1) <= 31:
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _region(lead: str, gazetteer: Gazetteer) -> str | None:
    mentions = find_regions(lead, 0, gazetteer.words, gazetteer.regions)
    return next((mention.id for mention in mentions if mention.id), None)
