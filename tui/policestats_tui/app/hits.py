"""Hits made ready for the concordance: cut at their match, sorted by context, grouped and counted."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from policestats_tui.app.strings import HITS, LANGUAGE_NAME, REPORTER, UNKNOWN
from policestats_tui.app.widgets.concordance_view import GroupLine, KwicLine
from policestats_tui.engine.model import Hit, Language

HitGrouping = Literal["none", "document", "campaign", "speaker", "language"]
HitOrder = Literal["reading", "relevance", "left", "right"]


def kwic(key: int, hit: Hit) -> KwicLine:
    """Return a hit cut at its first match; the others are lit in what follows."""
    if not hit.matches:
        return KwicLine(key, "", "", hit.text, (), hit.doc)
    first, *others = hit.matches
    start, end = first.start - hit.start, first.end - hit.start
    more = tuple((match.start - first.end, match.end - first.end) for match in others)
    return KwicLine(key, hit.text[:start], hit.text[start:end], hit.text[end:], more, hit.speaker or hit.doc)


def lines(hits: Sequence[Hit], by: HitGrouping, order: HitOrder, language: Language) -> list[KwicLine | GroupLine]:
    """Return the lines of a concordance: numbered as the hits are, in order, under the heads of their groups."""
    cut = [kwic(key, hit) for key, hit in enumerate(hits)]
    if order in ("left", "right"):
        cut.sort(key=_left if order == "left" else _right)
    if by == "none":
        return list(cut)
    groups: dict[str, list[KwicLine]] = {}
    for line in cut:
        groups.setdefault(_group_name(hits[line.key], by, language), []).append(line)
    return [each for name, members in groups.items() for each in _group(name, members, language)]


def _group(name: str, members: Sequence[KwicLine], language: Language) -> Iterable[KwicLine | GroupLine]:
    yield GroupLine(name, HITS.counted(language, len(members)))
    yield from members


def _group_name(hit: Hit, by: HitGrouping, language: Language) -> str:
    names: dict[str, Callable[[], str]] = {
        "document": lambda: hit.doc,
        "campaign": lambda: hit.campaign or UNKNOWN.say(language),
        "speaker": lambda: hit.speaker or REPORTER.say(language),
        "language": lambda: LANGUAGE_NAME[hit.language].say(language) if hit.language else UNKNOWN.say(language),
    }
    return names[by]()


def _left(line: KwicLine) -> str:
    """Return the left context from the match outwards, as a concordance is sorted by it."""
    return line.left[::-1].casefold().strip()


def _right(line: KwicLine) -> str:
    return line.right.casefold().strip()
