"""Sets figures in campaign, topic, region, period, speaker and scope, reading a document sentence by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.campaign_scope import CampaignTrack, Governed, time_returns
from policestats_tui.engine.extract.campaigns import (
    CampaignMention,
    Campaigns,
    campaign_time,
    campaign_words,
    find_campaigns,
    parent_of,
)
from policestats_tui.engine.extract.dates import Day, Stretch, inside, parse_day
from policestats_tui.engine.extract.frame import frame_campaign, frame_time
from policestats_tui.engine.extract.outline import Line, article_starts
from policestats_tui.engine.extract.period_own import Governing
from policestats_tui.engine.extract.period_scope import PeriodTrack
from policestats_tui.engine.extract.periods import PeriodMention, find_periods
from policestats_tui.engine.extract.region_scope import RegionTrack, agency_place, own_place
from policestats_tui.engine.extract.regions import RegionMention, find_regions, region_words
from policestats_tui.engine.extract.scopes import ScopeTrack
from policestats_tui.engine.extract.sentences import Mentions, Sentence, read_sentences
from policestats_tui.engine.extract.topics import GENERAL, TopicTrack, topic_words
from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Document, Measured, Metadata, Passage, Setting, Turn, Why
from policestats_tui.engine.words import Found, WordList

_TITLE_GAP = 260
_QUESTION_GAP = 700
_REQUEST = 120
_QUESTION = re.compile(r"(?P<asked>[^。.!?\n]{4,500}\?)[^。?\n]{0,40}\n[^?]{0,300}\Z")


@dataclass(frozen=True, slots=True)
class SettingWords:
    """The word lists that set figures; built once a process."""

    lexicon: Lexicon
    campaigns: WordList[str]
    regions: WordList[str]
    topics: WordList[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "SettingWords":
        """Return the words of a lexicon, ready to be looked up."""
        return cls(
            lexicon, campaign_words(lexicon.campaigns), region_words(lexicon.regions), topic_words(lexicon.topics)
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A document as extraction reads it: simplified text, passages, lines, turns."""

    document: Document
    text: str
    passages: Sequence[Passage]
    lines: Sequence[Line]
    floor: Sequence[Turn]
    turns: Sequence[Turn]


def document_day(metadata: Metadata) -> Day | None:
    """Return the date that a document speaks from: when it was held, else published."""
    return parse_day(metadata.held) or parse_day(metadata.published)


def find_document_campaigns(read: Text, words: SettingWords) -> Campaigns:
    """Return the campaigns that a document names."""
    today = document_day(read.document.metadata)
    return find_campaigns(
        read.text, read.document.text, read.document.body, words.campaigns, words.lexicon.campaigns, today
    )


def set_figures(read: Text, measured: Sequence[Measured], campaigns: Campaigns, words: SettingWords) -> list[Setting]:
    """Return where each figure stands, in the order of `measured`, which is reading order."""
    return list(_Reader(read, campaigns, words).settings(measured))


class _Reader:
    """Reads the sentences of one document and keeps track of what governs them."""

    def __init__(self, read: Text, campaigns: Campaigns, words: SettingWords) -> None:
        text, start = read.text, read.document.body
        self._read = read
        self._listed = words.lexicon.campaigns
        self._found = campaigns
        self._today = document_day(read.document.metadata)
        self._own = read.document.metadata.region or "unknown"
        self._campaigns = Mentions(campaigns.mentions)
        self._periods = Mentions(_outside(find_periods(text, start, self._today), campaigns.mentions))
        self._places = words.regions
        self._regions = Mentions(find_regions(text, start, words.regions, words.lexicon.regions))
        self._topics = Mentions(list(words.topics.find(text, start)))
        self._scope = ScopeTrack(text)
        self._period = PeriodTrack(
            text, self._today, frame_time(text, read.lines, read.floor, self._periods, self._today)
        )
        self._theme = frame_campaign(text, read.lines, read.floor, self._campaigns)
        self._region = RegionTrack(text, words.lexicon.regions, self._own)
        self._campaign = CampaignTrack(text, self._parent, self._campaign_topic)
        self._topic = TopicTrack(text)
        self._turn_starts = [turn.start for turn in read.turns]
        self._article_starts = [read.lines[index].start for index in article_starts(text, list(read.lines))]

    def settings(self, measured: Sequence[Measured]) -> Iterator[Setting]:
        """Yield the setting of each figure, in order."""
        place = 0
        section = -1
        for sentence in read_sentences(self._read.text, self._read.passages, self._read.lines, self._read.floor):
            if sentence.section.number != section:
                section = sentence.section.number
                self._open_section(sentence)
            self._take_in(sentence)
            first = place
            while place < len(measured) and measured[place].start < sentence.end:
                place += 1
            here = measured[first:place]
            counts_cases = any(one.object == "case" and one.value > 1 and one.unit == "count" for one in here)
            for figure in here:
                yield self._set(sentence, figure, counts_cases)
            self._leave(sentence)

    def _open_section(self, sentence: Sentence) -> None:
        """Take from a section's heading, and for the reporter's own text its first lines, what holds for all of it."""
        start, end = sentence.section.title or (sentence.start, sentence.start)
        turn = sentence.section.turn
        opening = end if turn else min(sentence.start + 300, self._article_end(sentence.start))
        mentions = self._regions.within(start, opening)
        place = own_place(mentions, end, self._region.regions, self._own)
        if turn and place is None:
            place = agency_place(turn.agency, self._places, self._region.regions, self._own)
        self._region.open_section(place)
        named = self._campaigns.within(start, end)
        ids = {m.id for m in named}
        spoken = sentence.section.turn is not None and end < sentence.section.turn.start - _TITLE_GAP
        theme = named[0] if len(ids) == 1 and not spoken else self._theme
        asked = self._asked(sentence.section.turn) if sentence.section.turn else None
        theme = asked or (theme if theme is not self._theme or self._at_home(sentence) else None)
        governed = Governed(theme.id, theme.start, theme.end) if theme else None
        self._campaign.open_section(governed, asked is not None)
        self._topic.open_section(self._topics.within(start, end))

    def _article_end(self, start: int) -> int:
        """Return where the article that holds a place ends."""
        index = bisect_right(self._article_starts, start)
        return self._article_starts[index] if index < len(self._article_starts) else len(self._read.text)

    def _at_home(self, sentence: Sentence) -> bool:
        """Tell whether a section does not open with the police of a place, whose work the document's theme is not."""
        opening = self._regions.within(sentence.start, sentence.start + 24)
        return not any(mention.role == "agency" and mention.id not in ("", self._own) for mention in opening)

    def _asked(self, turn: Turn) -> CampaignMention | None:
        """Return the one campaign that the question right before a turn names."""
        question = _QUESTION.search(self._read.text, max(turn.start - _QUESTION_GAP, 0), turn.start)
        span = question.span("asked") if question else self._request_before(turn)
        named = self._campaigns.within(*span) if span else ()
        return named[0] if len({mention.id for mention in named}) == 1 else None

    def _request_before(self, turn: Turn) -> tuple[int, int] | None:
        """Return the end of what a reporter asked for right before a turn, in words without a question mark."""
        floor = self._read.floor
        index = bisect_right(floor, turn.start, key=lambda other: other.start) - 2
        asked = floor[index] if index >= 0 else None
        if asked is None or asked.kind != "question" or "?" in self._read.text[asked.start : asked.end]:
            return None
        return max(asked.start, asked.end - _REQUEST), asked.end

    def _take_in(self, sentence: Sentence) -> None:
        span = (sentence.start, sentence.end)
        periods = self._periods.within(*span)
        regions = self._regions.within(*span)
        self._scope.read(sentence, periods, self._region.moves(regions))
        self._period.read(sentence, periods)
        self._region.read(sentence, regions)
        self._topic.read(sentence, self._topics.within(*span))
        section = self._campaign.section if sentence.first else self._campaign.current
        returned = time_returns(self._read.text, sentence, periods, self._time(section.id if section else None))
        mentions = self._campaigns.within(*span)
        self._campaign.read(sentence, mentions, returned, self._scope.story)

    def _leave(self, sentence: Sentence) -> None:
        scope, _ = self._scope.at(sentence, sentence.end, sentence.end)
        self._campaign.leave(sentence, self._topic.paragraph)
        current = self._campaign.current
        self._region.leave(sentence, scope == "case")
        self._period.leave(sentence, self._time(current.id if current else None), scope == "case")
        self._scope.leave(sentence)

    def _set(self, sentence: Sentence, figure: Measured, counts_cases: bool) -> Setting:
        start, end = figure.start, figure.end
        scope, cue = self._scope.at(sentence, start, end, counts_cases)
        case = scope == "case"
        dated = case or (cue is not None and cue == self._scope.event)
        governed = self._campaign.at(sentence, start, end, self._topic.paragraph)
        ran = self._time(governed.id if governed else None)
        time = self._period.at(sentence, start, end, dated, ran, figure.action == "existing")
        if ran and time and governed is self._campaign.section and not inside(time.time, ran):
            governed = None
        campaign = governed.id if governed else None
        place = self._region.at(sentence, start, case)
        topic, word = self._topic.at(sentence, start, end)
        if campaign and self._campaign_topic(campaign) != GENERAL:
            topic, word = self._campaign_topic(campaign), None
        turn = self._turn(start)
        return Setting(
            campaign, topic, self._region.place(place), str(time.time) if time else "unknown",
            turn.speaker if turn else None, scope, self._why(cue, governed, time, place, word),
        )  # fmt: skip

    def _why(
        self,
        cue: tuple[int, int] | None,
        governed: Governed | None,
        time: Governing | None,
        place: RegionMention | None,
        word: Found[str] | None,
    ) -> tuple[Why, ...]:
        spans = (
            ("campaign", governed.start, governed.end) if governed else None,
            ("region", place.start, place.end) if place else None,
            ("period", time.start, time.end) if time and time.end > time.start else None,
            ("topic", word.start, word.end) if word else None,
            ("scope", *cue) if cue else None,
        )
        return tuple(Why(*span) for span in spans if span)

    def _turn(self, place: int) -> Turn | None:
        index = bisect_right(self._turn_starts, place) - 1
        turns = self._read.turns
        return turns[index] if index >= 0 and place < turns[index].end else None

    def _time(self, campaign: str | None) -> Stretch | None:
        return campaign_time(campaign, self._listed, self._today) if campaign else None

    def _parent(self, campaign: str) -> str | None:
        return parent_of(campaign, self._found, self._listed)

    def _campaign_topic(self, campaign: str) -> str:
        row = self._listed.get(campaign)
        return (row.topic if row else "") or GENERAL


def _outside(periods: Sequence[PeriodMention], campaigns: Sequence[CampaignMention]) -> list[PeriodMention]:
    """Return the times that are no part of a campaign's name, as the year of `2021年度林草专项整治` is."""
    named = {place for mention in campaigns for place in range(mention.start, mention.end)}
    return [
        period
        for period in periods
        if {period.start, period.end - 1}.isdisjoint(named)
        or (period.kind == "campaign" and not {period.start, period.end - 1} <= named)
    ]
