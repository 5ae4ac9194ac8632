"""Hits made ready for the concordance: cut at their match, sorted by context, grouped and counted."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from policestats_tui.app.session import Place
from policestats_tui.app.strings import BY, HITS, LANGUAGE_NAME, PLACE_HERE, REPORTER, UNKNOWN
from policestats_tui.app.widgets.choice_list import Choice
from policestats_tui.app.widgets.concordance_view import GroupLine, KwicLine
from policestats_tui.engine.model import Hit, Language
from policestats_tui.engine.search.facets import Facets

HitGrouping = Literal["none", "document", "campaign", "year", "speaker", "language"]
HitOrder = Literal["reading", "relevance", "left", "right"]


_FIELDS = ("campaign", "region", "year", "doc", "speaker")
"""Fields of the query language that groupings of the tree have."""


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
        "year": lambda: str(hit.year or UNKNOWN.say(language)),
        "speaker": lambda: hit.speaker or REPORTER.say(language),
        "language": lambda: LANGUAGE_NAME[hit.language].say(language) if hit.language else UNKNOWN.say(language),
    }
    return names[by]()


def _left(line: KwicLine) -> str:
    """Return the left context from the match outwards, as a concordance is sorted by it."""
    return line.left[::-1].casefold().strip()


def _right(line: KwicLine) -> str:
    return line.right.casefold().strip()


def facet_choices(facets: Facets, language: Language) -> list[Choice]:
    """Return a line for each count of hits, with the field that narrows a query to it."""
    kinds = (
        ("doc", "document", facets.documents),
        ("speaker", "speaker", facets.speakers),
        ("campaign", "campaign", facets.campaigns),
        ("year", "year", facets.years),
    )
    found = [(field, kind, count) for field, kind, counts in kinds for count in counts if count.id is not None]
    return [
        Choice(
            _field(field, (count.id if field == "campaign" else count.name) or ""),
            f"{BY[kind].say(language)}: {count.name or count.id}",
            note=f"{count.passages:,}",
        )
        for field, kind, count in found
    ]


def here_choices(place: Place, language: Language) -> list[Choice]:
    """Return the field that narrows a query to where the tree stands, where there is one."""
    name = {"document": "doc"}.get(place.grouping, place.grouping)
    if not place.node or name not in _FIELDS:
        return []
    field = _field(name, place.node.removeprefix("briefing:"))
    return [Choice(field, PLACE_HERE.say(language, field=field))]


def _field(name: str, value: str) -> str:
    """Return a field as a query writes it, in quotation marks where its value needs them."""
    return f"{name}:{value}" if value.replace("-", "").isalnum() else f'{name}:"{value}"'
