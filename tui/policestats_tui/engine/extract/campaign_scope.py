"""Which campaign a figure belongs to: the one that governs its sentence, paragraph, list item or section."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from policestats_tui.engine.extract.campaigns import CampaignMention
from policestats_tui.engine.extract.dates import Stretch, inside
from policestats_tui.engine.extract.periods import PeriodMention
from policestats_tui.engine.extract.sentences import Sentence

_LIST_GAP = re.compile(
    r"(?:[\w ]{0,28}(?=[”\"]))?[\s”\"“』「』、,和及与&'’]*(?:and|or|the|its|summer|winter|nationwide|以及|等"
    r"|专项行动|行动|专项|special|action|campaign|operation|against|s|\s|[“”\"、,和及与])*",
    re.IGNORECASE,
)
_GOVERNING_AFTER = re.compile(
    r"[\s”\"』」]*(?:series of )?(?:专项|集中|统一|联合|special |crackdown )*(?:行动|斗争|战役|会战|整治|工作"
    r"|action|campaign|operation|drive|crackdown)?s?[\s”\"]*(?:自?(?:启动|开展|部署|实施|打响)?以来|期间"
    r"|中(?=[,,])|取得|成效|,?\s?(?:共|累计)|战果|启动后|开展后|(?: in depth| in full swing)?,? (?:and )?a total of)",
    re.IGNORECASE,
)
_GOVERNING_BEFORE = re.compile(
    r"(?:在|自|自从|通过)(?:全国|全区|全省|全市|公安机关|20\d\d年|开展|部署|夏季|的)*[“\"「]?\Z"
    r"|\b(?:in|during|since|under|through|throughout|as part of|within|after)(?: the launch of| the start of"
    r"| the beginning of)?(?: the| its| this| a)?(?: nationwide| national| special| joint)*(?: action| campaign"
    r"| operation| series of)?(?: called| of)? ?[“\"]?\Z"
    r"|\b(?:carried out|launched|conducted|organi[sz]ed|implemented) (?:the|a)(?: special| joint| nationwide)*"
    r" (?:action|campaign|operation|drive) (?:of|called|named|dubbed) [“\"]?\Z",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"(?:以(?![来后下上前内外及])|将|把|继续|下一步|持续推进|纵深推进)[^,。;]{0,24}\Z"
    r"|(?:such as|including|continue to|will)\b[^.;]{0,80}\Z",
    re.IGNORECASE,
)
_THEME = re.compile(
    r"组织|开展|部署|启动|实施|推进|发起|打响|\b(?:organi[sz]ed|launched|carried out|conducted|held|deployed"
    r"|implemented|promoted)\b"
)
_THEME_AFTER = re.compile(
    r"[”\"]?(?: special| joint)*(?: actions?| campaigns?| operations?| crackdowns?| drives?)? (?:had|has|have"
    r"|was|were|is)\b"
)
_LEANING = re.compile(
    r"(?:依托|借助|结合|依靠)[^,。;]{0,6}\Z|\b(?:relying on|drawing on|making use of) (?:the )?[“\"]?\Z", re.IGNORECASE
)
_OWN_SUBJECT = re.compile(r"(?:全[区省市县州国]|我[区省市县])[^,。;]{0,12}(?:共|累计)")
_BESIDES = re.compile(r"此外|另外|In addition\b|Besides\b|Moreover\b")
_OWN_TIME = re.compile(
    r"(?:19|20)\d\d年|今年|去年|[Ii]n (?:19|20)\d\d\b|[Ff]rom [A-Z]\w+ to |[Tt]his year|[Ll]ast year"
)
_MEASURE_LIST = re.compile(
    r"[”\"」]?(?:专项|集中|统一)*(?:行动|斗争|战役|整治|工作)?、|[”\"]?(?: special| joint)*(?: action| campaign"
    r"| operation)?, (?!launched|started|named|dubbed|codenamed|called|aimed|organi[sz]ed|deployed|designed"
    r"|initiated)\w+ed\b"
)
_STYLE = re.compile(
    r"\s*(?:(?P<digit>\d{1,2}[.、])|(?P<bracket>[((])|(?P<point>[一二三四五六七八九十]是)|(?P<han>[一二三四五六七八九十]+、))"
)
_ITEMS = re.compile(r": ?(?:First\b|一是|\(?[1一][)、.])")
_ANAPHOR = re.compile(
    r"(?:该|此次|这次|本次|上述|在|整个)?专项(?:行动|斗争|整治)|(?:该|此次|这次|本次)行动|行动(?:中|期间|开展以来|以来)"
    r"|\b(?:the|this) (?:special |said |summer )?(?:action|campaign|operation|crackdown|drive)\b",
    re.IGNORECASE,
)

_OPENS = re.compile(r".{0,4}|\W*(?:另据|据|另|此外|另外|同时)[^,。]{0,6},")
_SINCE_IT = re.compile(r"(?<![㐀-鿿”])(?:专项|此次|本次|该)?行动(?:(?:启动|开展|部署|实施)?以来|期间|中(?=,))")
_ASPECTS = re.compile(
    r"(?:以下|如下|下面|几个?|[一二三四五六]个?)(?:几个|[一二三四五六]个)?方面|主要(?:体现|表现)在|(?:情况|成效|战果)(?:报告|通报|介绍)?如下"
    r"|\bin (?:the )?(?:following|\w+) (?:aspects|respects)\b|\bas follows\b"
)
_NEXT = 80
_REPORTED_ON = re.compile(
    r"[”\"]?(?:专项|集中|统一)*(?:行动|斗争|整治)?的?(?:相关|有关|开展|工作|主要)*(?:情况|成效|战果|成果|进展)[。,]"
)


@dataclass(frozen=True, slots=True)
class Governed:
    """The campaign that governs: its id, or None for several at once; and the words that name it.

    `firm`: the text is about it, in contrast to a name in passing.
    """

    id: str | None
    start: int
    end: int
    choices: tuple[str, ...] = ()
    firm: bool = True


@dataclass(slots=True)
class CampaignTrack:
    """Follows the text sentence by sentence; keeps the campaign of section, paragraph and list item."""

    text: str
    parent: Callable[[str], str | None]
    topic: Callable[[str], str]
    section: Governed | None = None
    base: Governed | None = None
    opened: Governed | None = None
    article: int = -1
    asked: bool = False
    introduced: Governed | None = None
    introduces: bool = True
    told: bool = False
    current: Governed | None = None
    items: bool = False
    levels: list[tuple[str, Governed | None]] = field(default_factory=list)
    mentions: Sequence[CampaignMention] = field(default_factory=list)

    def open_section(self, theme: Governed | None, asked: bool) -> None:
        """Begin a turn or an article.

        Args:
            theme: The one campaign that its heading, or the question before it, names.
            asked: Whether the theme is the question's, which an opening does not change.
        """
        self.section = self.introduced = self.base = self.current = theme
        self.introduces, self.told = True, False
        self.asked = asked

    def read(self, sentence: Sentence, mentions: Sequence[CampaignMention], returned: bool, case: bool) -> None:
        """Take in the next sentence and the campaigns that it names.

        Args:
            sentence: The next sentence.
            mentions: The campaigns that it names.
            returned: Whether it opens with a time of its own, and so leaves the campaign before.
            case: Whether the story of a case goes on from the paragraph before.
        """
        self.mentions = mentions
        if sentence.section.article != self.article:
            self.article, self.opened = sentence.section.article, None
        if sentence.first and sentence.heading and self.told and not sentence.item and sentence.section.turn is None:
            self.introduces = False
            self.section = self.introduced
        self.told = self.told or not sentence.heading
        unset = self.section is None and (self.current is None or sentence.first)
        if unset and self.opened and _SINCE_IT.search(self.text, sentence.start, sentence.end):
            self.section = self.base = self.current = self.opened
        if sentence.first:
            if not case:
                self.current = None if returned and not mentions else self.section
            self.base = self.current
            self.items = sentence.item
            self.levels = [(self._style(sentence), self.base)] if sentence.item else []
        elif sentence.item:
            self.current, self.items = self._of_level(self._style(sentence)), True
        elif not mentions and returned:
            self.current = None
        elif not mentions and self.current is not self.section and self._turns_away(sentence):
            self.current = self.section
        self.items = self.items or bool(_ITEMS.search(self.text, sentence.start, sentence.end))

    def _style(self, sentence: Sentence) -> str:
        """Return in which way an item is numbered; a list in a list is numbered in another way."""
        match = _STYLE.match(self.text, sentence.start, sentence.end)
        return (match.lastgroup or "") if match else ""

    def _of_level(self, style: str) -> Governed | None:
        """Return the campaign of the item above the list that an item belongs to."""
        if any(known == style for known, _ in self.levels):
            while self.levels[-1][0] != style:
                self.levels.pop()
        else:
            self.levels.append((style, self.current if self.levels else self.base))
        return self.levels[-1][1]

    def _turns_away(self, sentence: Sentence) -> bool:
        """Tell whether a sentence leaves what was only mentioned, or turns to something else."""
        if _BESIDES.match(self.text, sentence.start, sentence.end):
            return True
        if self.current is None or self.current.firm:
            return False
        own = _OWN_TIME.match(self.text, sentence.start, sentence.end)
        return bool(own or _OWN_SUBJECT.match(self.text, sentence.start, sentence.end))

    def at(self, sentence: Sentence, start: int, end: int, topic: str) -> Governed | None:
        """Return what governs the figure at `text[start:end]`; None where no campaign does."""
        before = [m for m in self.mentions if m.start < start]
        if before:
            return self._govern(sentence, before, topic)
        after = [m for m in self.mentions if m.start >= end]
        if after and _GOVERNING_BEFORE.search(self.text, max(after[0].start - 60, end), after[0].start):
            return self._cluster(after, 0, topic)
        if self.current and self.current.choices and self._anaphor(sentence.start, start):
            return self._choose(self.current, topic)
        return self.current

    def _anaphor(self, start: int, end: int) -> bool:
        return bool(_ANAPHOR.search(self.text, start, end))

    def _govern(self, sentence: Sentence, mentions: Sequence[CampaignMention], topic: str) -> Governed | None:
        """Return what a run of mentions says: the last one that governs, else the last group."""
        groups = self._groups(mentions)
        governing = [group for group in groups if self._governs(sentence, group)]
        if self.asked and self.section and any(m.id == self.section.id for m in mentions):
            return self.section
        if governing:
            last_governing = self._merge(governing[-1], topic)
            return self._narrowest(last_governing, [self._merge(group, topic) for group in groups])
        last = groups[-1]
        left = sentence.start if len(last) > 1 else max(sentence.start, last[0].start - 40)
        if _MEANS.search(self.text, left, last[0].start) or (len(last) == 1 and self._one_of_many(last[0])):
            return self.current
        named = self._merge(last, topic)
        if _LEANING.search(self.text, max(sentence.start, last[0].start - 24), last[0].start):
            return replace(named, firm=False)
        told = _THEME.search(self.text, max(sentence.start, last[0].start - 40), last[0].start)
        told = told or _THEME_AFTER.match(self.text, last[-1].end)
        return named if told or last[0].start - sentence.start < 12 else replace(named, firm=False)

    def _narrowest(self, last: Governed, found: Sequence[Governed]) -> Governed:
        """Return the campaign that governs, or the part of it that the sentence also names."""
        parts = [one for one in found if one.id and last.id and self._is_part(one.id, last.id)]
        return parts[-1] if parts else last

    def _groups(self, mentions: Sequence[CampaignMention]) -> list[list[CampaignMention]]:
        """Group mentions that stand in one list."""
        groups: list[list[CampaignMention]] = []
        for mention in mentions:
            gap = (groups[-1][-1].end, mention.start) if groups else None
            if gap and gap[1] - gap[0] < 40 and _LIST_GAP.fullmatch(self.text, *gap):
                groups[-1].append(mention)
            else:
                groups.append([mention])
        return groups

    def _governs(self, sentence: Sentence, group: Sequence[CampaignMention]) -> bool:
        first, last = group[0], group[-1]
        return bool(
            _GOVERNING_AFTER.match(self.text, last.end)
            or _GOVERNING_BEFORE.search(self.text, max(first.start - 60, sentence.start), first.start)
        )

    def _cluster(self, mentions: Sequence[CampaignMention], index: int, topic: str) -> Governed:
        groups = self._groups(mentions)
        return self._merge(groups[index], topic)

    def _one_of_many(self, mention: CampaignMention) -> bool:
        """Tell whether a campaign is only one in a list of measures."""
        return bool(_MEASURE_LIST.match(self.text, mention.end)) or self.text[mention.start - 1 : mention.start] == "、"

    def _merge(self, group: Sequence[CampaignMention], topic: str) -> Governed:
        """Return the one campaign of a group; a campaign and its own part are one; several are none."""
        ids = list(dict.fromkeys(m.id for m in group))
        lone = [one for one in ids if not any(self._is_part(other, one) for other in ids)]
        start, end = group[0].start, group[-1].end
        if len(lone) == 1:
            return Governed(lone[0], start, end)
        return Governed(None, start, end, tuple(lone))

    def _is_part(self, campaign: str, whole: str) -> bool:
        seen: set[str] = set()
        parent = self.parent(campaign)
        while parent and parent not in seen:
            if parent == whole:
                return True
            seen.add(parent)
            parent = self.parent(parent)
        return False

    def _choose(self, several: Governed, topic: str) -> Governed:
        """Return which of several campaigns `the special action` means: the one of the topic at hand."""
        fitting = [one for one in several.choices if self.topic(one) == topic]
        return Governed(fitting[0], several.start, several.end) if len(fitting) == 1 else several

    def leave(self, sentence: Sentence, topic: str) -> None:
        """Remember what the sentence means for those that follow."""
        if self.mentions:
            if sentence.opening and len(self._groups(self.mentions)) == 1:
                named = self._cluster(self.mentions, 0, topic)
                self.opened = named if named.id else None
            governed = self._govern(sentence, self.mentions, topic)
            self.current = governed
            if sentence.opening and governed and governed.id and self._opens(sentence) and not self.asked:
                self.section = governed
                self.introduced = governed if self.introduces else self.introduced
            if not self.items:
                self.base = self.current
        elif self.current and self.current.choices and self._anaphor(sentence.start, sentence.end):
            self.current = self._choose(self.current, topic)

    def _opens(self, sentence: Sentence) -> bool:
        """Tell whether the section's opening names the campaign as its frame."""
        groups = self._groups(self.mentions)
        if len(groups[0]) != 1:
            return False
        if _ASPECTS.search(self.text, sentence.start, sentence.end + _NEXT):
            return True
        return self._governs(sentence, groups[0]) or bool(_REPORTED_ON.match(self.text, groups[0][0].end))


def time_returns(text: str, sentence: Sentence, periods: Sequence[PeriodMention], campaign: Stretch | None) -> bool:
    """Tell whether a paragraph opens with a time that is not the campaign's, as a return to other work does."""
    if not periods or campaign is None or (not sentence.first and not campaign.first.month):
        return False
    lead = periods[0]
    if (
        not _OPENS.fullmatch(text, sentence.start, lead.start)
        or lead.kind not in ("span", "since", "year")
        or lead.time is None
    ):
        return False
    whole = not lead.time.first.month and campaign.first.month > 1 and lead.time.first.year == campaign.first.year
    return whole or not inside(lead.time, campaign)
