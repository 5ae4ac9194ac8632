"""Which place a figure covers: that whose police act in its sentence, a case's place, or the publisher's own area."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from policestats_tui.engine.extract.regions import RegionMention, find_regions, is_within
from policestats_tui.engine.extract.sentences import Sentence
from policestats_tui.engine.lexicon import NamedRow
from policestats_tui.engine.words import WordList

_CASE_NAME = re.compile(r"的?[“\"][^”\"\n]{2,24}[”\"][^,。;]{0,24}案|的?[㐀-鿿]某|[^,。;、:]{2,24}案(?![件例])")
_CASE_IN = re.compile(r"\bcase (?:in|at) (?:the )?\Z")
_HOME = re.compile(r"(?:家住|住在)\Z")
_RANKS = re.compile(r"(?:排名|排在|排|位列|位居|居)|,? (?:ranked|ranks|came|placed) ")
_ANOTHER = re.compile(r"(?:In )?(?:[Aa]nother|[Tt]he other)\b|另一|另有|还有|此外")
_OPENS = re.compile(r"(?:[。;\n:]|[.:;] )\s?(?:在|In |At )?(?:the )?\Z")
_AT_FIGURE = re.compile(r"(?:市|省|县|区|旗)?(?:为|有|达)?\s?")
_SHARED = re.compile(r"[^。;]{0,60}?分别(?!是|由|在)[^\d。;]{0,12}")
_LISTED = re.compile(r"(?:市|县|区|旗|省)?\s?[、,和及与]\s?")
_NUMBERS = re.compile(r"\d[\d,.]*")
_AMONG = re.compile(r"其中,?\Z")
_PART = re.compile(r"[;。]")
_GOVERNS_AFTER = re.compile(r"[\d.,]*[^,;.]{0,60}?\b(?:in|at)\s(?:the )?")


@dataclass(slots=True)
class RegionTrack:
    """Follows the text sentence by sentence; keeps the place of paragraph and article.

    `scene`: where the case of the paragraph happened, in case nobody's police acts in it.
    """

    text: str
    regions: Mapping[str, NamedRow]
    own: str
    article: str | None = None
    held: RegionMention | None = None
    held_by_case: bool = False
    scene: RegionMention | None = None
    another: bool = False
    mentions: Sequence[RegionMention] = field(default_factory=list)

    def open_section(self, place: str | None) -> None:
        """Begin a turn or an article; `place` is its own area, where that is not the publisher's."""
        self.article = place
        self.held = None

    def read(self, sentence: Sentence, mentions: Sequence[RegionMention]) -> None:
        """Take in the next sentence and the places that it names."""
        if sentence.first:
            self.held = self.scene = None
        self.another = bool(_ANOTHER.match(self.text, sentence.start, sentence.end))
        self.mentions = mentions

    def moves(self, mentions: Sequence[RegionMention]) -> bool:
        """Tell whether a sentence turns to the police of another place than the one held."""
        acting = next((m for m in mentions if m.role == "agency"), None)
        return acting is not None and (self.held is None or acting.id != self.held.id)

    def place(self, mention: RegionMention | None) -> str:
        """Return the id that a mention stands for."""
        if mention is not None and mention.id == "china" and mention.role == "body" and self.own == "taiwan":
            return self.own
        if mention is None or not mention.id:
            return self.own if self.article is None or self._wider(mention) else self.article
        return mention.id

    def _wider(self, mention: RegionMention | None) -> bool:
        """Tell whether `全省` stands in the words of somebody whose area is no province."""
        row = self.regions.get(self.article or "")
        words = self.text[mention.start : mention.end].lower() if mention else ""
        return row is not None and row.rank != "province" and ("省" in words or "province" in words)

    def at(self, sentence: Sentence, start: int, case: bool) -> RegionMention | None:
        """Return the mention that names the figure's place; None where it is the publisher's own area."""
        before = [m for m in self.mentions if m.end <= start]
        part = max((m.end() for m in _PART.finditer(self.text, sentence.start, start)), default=sentence.start)
        near = [m for m in before if m.start >= part]
        after = next((m for m in self.mentions if m.start > start and m.id not in ("", "china")), None)
        if case and after and _GOVERNS_AFTER.fullmatch(self.text, start, after.start):
            return after
        if before and before[-1].id and _RANKS.fullmatch(self.text, before[-1].end, start):
            return before[-1]
        beside = self._beside(before, start)
        if beside:
            return beside
        acting = self._acting(near, case) or self._acting(before, case)
        if acting:
            return (self._scene_within(acting, start) if case else None) or acting
        if case:
            named = (m for m in before if m.id and not self._elsewhere(m))
            acted = self.held if self.held and self.held.role != "body" else None
            return acted or next(named, self.scene or self.held)
        return None if self.held_by_case else self.held

    def _beside(self, before: Sequence[RegionMention], start: int) -> RegionMention | None:
        """Return the place that stands right at the figure, or its place in a list that `分别` shares out."""
        if not before:
            return None
        last = before[-1]
        if last.id and last.role != "body" and _AT_FIGURE.fullmatch(self.text, last.end, start):
            return last
        shared = _SHARED.match(self.text, last.end, start)
        if shared is None:
            return None
        listed = [last]
        for mention in reversed(before[:-1]):
            if not _LISTED.fullmatch(self.text, mention.end, listed[0].start):
                break
            listed.insert(0, mention)
        index = len(_NUMBERS.findall(self.text, shared.end(), start))
        return listed[index] if len(listed) > 1 and index < len(listed) and listed[index].id else None

    def _scene_within(self, acting: RegionMention, start: int) -> RegionMention | None:
        """Return the one smaller place that the sentence goes on to name: `Shanghai police … in Songjiang district`."""
        row = self.regions.get(acting.id)
        if row is None or row.rank == "county":
            return None
        later = [m for m in self.mentions if m.start > start and m.role == "locative" and m.id]
        inner = [m for m in later if m.id not in self.regions or is_within(m.id, acting.id, self.regions)]
        return inner[0] if len(inner) == len(later) == 1 else None

    def _elsewhere(self, mention: RegionMention) -> bool:
        """Tell whether a place that is merely named lies outside the area that the section is about."""
        if self.article is None or mention.role not in ("mention", "locative") or mention.id not in self.regions:
            return False
        return mention.id != self.article and not is_within(mention.id, self.article, self.regions)

    def _aside(self, mention: RegionMention) -> bool:
        """Tell whether a place is elsewhere, or only somebody's home."""
        home = _HOME.search(self.text, max(mention.start - 2, 0), mention.start)
        return home is not None or self._elsewhere(mention)

    def _acting(self, mentions: Sequence[RegionMention], case: bool) -> RegionMention | None:
        """Return the last place that acts or lies at the head of a part of the sentence."""
        roles = ("agency", "locative") if case else ("agency", "body")
        found: RegionMention | None = None
        for mention in mentions:
            if case and self._of_case(mention):
                found = mention
                continue
            if mention.role not in roles or (
                case and mention.role == "locative" and (found or not self._heads(mention))
            ):
                continue
            if (
                found
                and mention.id
                and is_within(found.id, mention.id, self.regions)
                and mention.start - found.end < 60
            ):
                continue
            found = mention
        if found is None and not case:
            heads = [m for m in mentions if m.role == "locative" and m.id and self.text[m.end : m.end + 1] not in "、,"]
            return heads[0] if len(heads) == 1 else None
        return found

    def _heads(self, mention: RegionMention) -> bool:
        """Tell whether a place may set a case: it opens its part of the sentence, or nothing is known before it."""
        if self.another or (self.held is None and self.article is None):
            return True
        before = self.text[max(mention.start - 12, 0) : mention.start]
        return bool(_OPENS.search(before))

    def _of_case(self, mention: RegionMention) -> bool:
        """Tell whether a place belongs to the name of a case: `红山区“2020.7.09”王某案`, `the case in Hongshan`."""
        if not mention.id:
            return False
        in_case = _CASE_IN.search(self.text, max(mention.start - 14, 0), mention.start)
        return bool(in_case or _CASE_NAME.match(self.text, mention.end))

    def leave(self, sentence: Sentence, case: bool) -> None:
        """Remember whose work the sentence told."""
        where = [m for m in self.mentions if m.role == "locative" and m.id and not self._aside(m)]
        self.scene = where[-1] if case and where else self.scene
        acting = self._acting(self.mentions, case)
        if acting and _AMONG.search(self.text, max(acting.start - 4, sentence.start), acting.start):
            return
        if acting and not sentence.heading:
            self.held, self.held_by_case = acting, case and acting.role != "body"


def own_place(
    mentions: Sequence[RegionMention], title_end: int, regions: Mapping[str, NamedRow], own: str
) -> str | None:
    """Return the area of one section: the place whose police its title or opening is about.

    A report that names none is of where it was sent from, or of a smaller place there that it tells of.
    """
    sent_from: str | None = None
    lies_in: str | None = None
    for mention in mentions:
        if mention.role == "body":
            return None
        if mention.role == "dateline" and is_within(mention.id, own, regions):
            sent_from = mention.id
        elif sent_from and mention.role == "locative" and _may_lie_in(mention.id, sent_from, regions):
            lies_in = lies_in or mention.id
        in_title = mention.start < title_end
        if mention.id and (mention.role == "agency" or in_title) and mention.id != own:
            return mention.id if mention.id not in regions or is_within(mention.id, own, regions) else None
    return lies_in or sent_from


def _may_lie_in(place: str, other: str, regions: Mapping[str, NamedRow]) -> bool:
    return bool(place) and (place not in regions or is_within(place, other, regions))


def agency_place(agency: str | None, words: WordList[str], regions: Mapping[str, NamedRow], own: str) -> str | None:
    """Return the area of a speaker's agency (`德宏州公安局`), where it is a part of the publisher's."""
    places = [mention.id for mention in find_regions(agency or "", 0, words, regions) if mention.id]
    return places[0] if places and places[0] != own and is_within(places[0], own, regions) else None
