"""One sentence as the measuring rules see it: its quantities, and the words that name objects and actions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.units import Units
from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.words import Found, WordList

_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_CAMPAIGN = re.compile(
    r"“[^“”\n]{1,24}”(?=系列|专项|等|行动|战役|工程|机制|\s?[㐀-鿿]{0,2}专项)"
    r"|[\"“][^\"“”\n]{1,60}[\"”](?=\s(?:special|series|campaign|operation|action|initiative|project|work))"
)

_THINGS = ("vehicle", "weapon", "animal", "animal_product", "relic", "card", "account", "den", "gang")
"""Objects whose nouns name nothing else in the singular."""
_PLURAL = re.compile(r"[a-z]{3}(?<![ius])s\Z")
_ACCOUNTS_FOR = re.compile(r"accounts? for\b", re.IGNORECASE)
_CRIME = re.compile(r"罪(?!案|犯|名)")
"""盗窃 in 盗窃罪 is the name of a crime, and nothing that was done to anybody."""

_USERS = re.compile(r"(?<=滥用)[㐀-鿿]{1,14}人员")
_NOT = re.compile(r"(?:没有?|尚未|还未|至今未|仍未|均未|并未|未能|(?<![㐀-鿿])未)(?:全部|完全|得到|及时|依法)?\Z")
"""Before a verb: what was not done (`157条线索没有办结`) is no deed."""
_LEVEL_AGAIN = re.compile(r"(?<=恢复)[至到]")
"""After 恢复: a level is reached again, nothing is recovered."""
_FILED = re.compile(r"(?<=[共新省市区县国关门,。;])立(?!案)(?=[㐀-鿿]{0,16}案)")
"""立 alone, as in 共立刑事案件: too short a word for a list."""


_PLACES = re.compile(
    r"(?<=\0)国家(?![级机公安重队局])|国家(?=\0)"
    r"|(?<=\0)[省市区国镇乡村](?![㐀-鿿]?(?:公安|政府|委|局|厅|长))"
)
"""省 and its like beside a number, as in 5省12市 and 免签国家18个: elsewhere they are parts of names."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a form of the word lists names: an object, an action, or both (a `measure`)."""

    object: str | None
    action: str | None
    measure: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word at `text[start:end]` that names an object, an action, or both."""

    start: int
    end: int
    object: str | None
    action: str | None
    measure: bool = False


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words that tell figures, ready to be looked up; built once a process."""

    units: Units
    words: WordList[Meaning]
    names: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "MeasureWords":
        """Return the words of a lexicon. A phrase of `measures` has precedence over the objects and actions."""
        meanings: dict[str, Meaning] = {}
        for measure in lexicon.measures.values():
            for form in (*measure.zh, *measure.en):
                meanings.setdefault(form.lower(), Meaning(measure.object, measure.action, measure=True))
        phrases = frozenset(meanings)
        for row in lexicon.objects.values():
            for form in (*row.zh, *row.en):
                meanings.setdefault(form.lower(), Meaning(row.id, None))
        for row in lexicon.actions.values():
            for form in (*row.zh, *row.en):
                known = meanings.setdefault(form.lower(), Meaning(None, row.id))
                if form.lower() not in phrases and known.action is None:
                    meanings[form.lower()] = Meaning(known.object, row.id)
        for row in (lexicon.objects[name] for name in _THINGS if name in lexicon.objects):
            for form in row.en:
                meanings.setdefault(_singular(form.lower()), Meaning(row.id, None))
        names = {(row.object, row.action): row.name_en for row in lexicon.measures.values()}
        return cls(Units(lexicon.units), WordList(meanings.items()), names)


def _singular(form: str) -> str:
    """Return the singular of an English plural, as machines write it after any number (`142 village`)."""
    if not _PLURAL.search(form):
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "ches", "shes", "xes")) else form[:-1]


@dataclass(frozen=True, slots=True)
class Measuring:
    """A passage `text[start:end]` with its quantities and terms, both in reading order."""

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    terms: Sequence[Term]
    term_starts: Sequence[int]

    def between(self, start: int, end: int) -> Sequence[Term]:
        """Return the terms that lie wholly in `text[start:end]`."""
        first = bisect_left(self.term_starts, start)
        last = bisect_right(self.term_starts, end - 1)
        while last > first and self.terms[last - 1].end > end:
            last -= 1
        return self.terms[first:last]


def mask(text: str, quantities: Iterable[Quantity]) -> str:
    """Return the text with quantities, titles and campaign names blanked.

    Titles and campaign names blanked, so that no word is found in or across them.
    """
    spans = [(one.start, one.end) for one in quantities]
    spans += [match.span() for pattern in (_TITLE, _CAMPAIGN) for match in pattern.finditer(text)]
    pieces, place = [], 0
    for start, end in sorted(spans):
        if end <= place:
            continue
        start = max(start, place)
        pieces += [text[place:start], "\0" * (end - start)]
        place = end
    return "".join((*pieces, text[place:]))


def _deed(masked: str, found: Found[Meaning]) -> str | None:
    """Return the action that a word names: `other` where it was not done."""
    if found.row.object is None and _NOT.search(masked, max(0, found.start - 7), found.start):
        return "other"
    return found.row.action


def measuring(
    text: str, masked: str, start: int, end: int, quantities: Sequence[Quantity], words: MeasureWords
) -> Measuring:
    """Return the passage `text[start:end]` with its terms, found in `masked`."""
    named = [
        Term(found.start, found.end, found.row.object, _deed(masked, found), found.row.measure)
        for found in words.words.find(masked, start, end)
        if (found.row.object or not (_CRIME.match(masked, found.end) or _LEVEL_AGAIN.match(masked, found.end)))
        and not (found.row.object == "place" and masked.startswith("级", found.end))
        and not (found.row.object == "account" and _ACCOUNTS_FOR.match(masked, found.start))
    ]
    filed = [Term(*match.span(), None, "filed") for match in _FILED.finditer(masked, start, end)]
    filed += [Term(*match.span(), "drug_user", None) for match in _USERS.finditer(masked, start, end)]
    places = [Term(*match.span(), "place", None) for match in _PLACES.finditer(masked, start, end)]
    terms = sorted(named + filed + places, key=lambda term: term.start) if filed or places else named
    return Measuring(text, start, end, quantities, terms, [term.start for term in terms])
