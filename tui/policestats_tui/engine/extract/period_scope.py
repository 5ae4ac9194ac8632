"""Which time governs a figure: that of its sentence, paragraph, list item or section, or its campaign's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policestats_tui.engine.extract.dates import Day, Stretch, inside, until
from policestats_tui.engine.extract.period_deeds import announces, begins, carried_out, ends, launched_on, launches, ran
from policestats_tui.engine.extract.period_own import Governing, own_time
from policestats_tui.engine.extract.periods import FEAST_DATED, PeriodMention
from policestats_tui.engine.extract.sentences import Sentence

_LEAD = re.compile(
    r"(?:[㐀-鿿]{1,10}[电讯]\s?(?:\([^)\n]{1,24}\)\s?)?)?(?:[^,。;:\n]{0,14},)?\s?(?:在|自|自从|从|截至|截止|仅"
    r"|其中,?|据统计,?|同时,?|此外,?|特别是"
    r"|针对)?\s?(?:the )?[“\"]?\Z|(?:[\w ]{0,40}, )?(?:and |but |Among them, )?(?:(?:in|during|for|over"
    r"|throughout|from) )?\Z",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"典型案例|typical cases|following cases", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"up to now|to date|so far|until now|till now|by now|截|至今|迄今|到目前", re.IGNORECASE)
_STANDS = re.compile(
    r"(?<!up to )(?<!until )(?<!till )(?<!by )(?<! to )(?<!from )\b(?:now|at present|currently)\b", re.IGNORECASE
)
_DONE = re.compile(r",?[^.;,]{0,40}\b(?:have|has) ")
_STANDS_AFTER = re.compile(r"[^,.;:\d]{0,40}? now [a-z]|[^,.;:\d]{0,40}? (?:at present|currently)\b")
_PART = re.compile(r"其中|(?:Of|Among) (?:them|these|those|which|whom|the \w+)\b")
_RETURNS = re.compile(
    r"[二三四五六七八九]是|其次|再次|最后|此外|另外|同时|In addition|Besides|Apart from|At the same time|Meanwhile",
    re.IGNORECASE,
)
_NAME_GAP = 24
_DECEMBER = 12
_OPENING = 900
_OF_SINCE = re.compile(r"(?:以来|至今)?的[㐀-鿿]")
_AT_FIGURE = re.compile(r"的\s?[\d约近]")
_COUNTED_ON = re.compile(r"截[至止]|\b(?:as of|as at|by|up to|until|till) ", re.IGNORECASE)
_TO = ("至", "到", "为")
_EVERY_YEAR = re.compile(r"\b(?:every|each) year\b[^,.;]{0,48}\Z|每年[^,。;]{0,16}\Z", re.IGNORECASE)
_AT_PRESENT = re.compile(r"at present|currently|目前|现", re.IGNORECASE)


def _as_finely(day: Day, first: Day) -> Day:
    """Return the day up to which is counted; to the month from a bare year on, and a year's end means that year."""
    if first.month or not day.month:
        return day
    return Day(day.year) if day.month == _DECEMBER else Day(day.year, day.month)


UNTOLD = Governing(Stretch(Day(0), Day(0)), 0, 0)
"""Stands for a time that the text names without saying when it was."""


def _stands(text: str, mentions: Sequence[PeriodMention], first: int, start: int, end: int) -> bool:
    """Tell whether a sentence that names no time tells how things are now: `officers now serve at schools`."""
    if any(mention.kind not in ("now", "basis") for mention in mentions):
        return False
    stands = _STANDS.search(text, first, start)
    if stands:
        return not _DONE.match(text, stands.end())
    return bool(_STANDS_AFTER.match(text, end))


def _reports(time: Stretch, campaign: Stretch, today: Day | None) -> bool:
    """Tell whether a campaign still ran when the time that the document reports on was over."""
    still = today is not None and campaign.last == today.cut(campaign.last)
    return still and campaign.first <= time.last.cut(campaign.first) and time.last.cut(campaign.last) < campaign.last


def _same_start(time: Stretch, campaign: Stretch | None) -> bool:
    """Tell whether a time runs from the day that the campaign began, and the campaign's end is known as finely."""
    if campaign is None or time.first != campaign.first.cut(time.first):
        return False
    return bool(campaign.last.month) or not time.first.month


def _leads(text: str, sentence: Sentence, mention: PeriodMention) -> bool:
    """Tell whether a time stands at the head of a sentence or clause, and so holds for what follows."""
    if FEAST_DATED.search(text, max(sentence.start, mention.start - 14), mention.start):
        return True
    if mention.kind == "campaign" and mention.start - sentence.start <= _NAME_GAP:
        return True
    clause = max(sentence.start, *(text.rfind(mark, sentence.start, mention.start) + 1 for mark in ",;:。"))
    return bool(_LEAD.fullmatch(text, clause, mention.start)) or bool(
        _LEAD.fullmatch(text, sentence.start, mention.start)
    )


def _rises_to(text: str, mention: PeriodMention) -> bool:
    """Tell whether a time is that of the number to which another rose: `由去年的3宗增至今年首九个月的217宗`."""
    return bool(_AT_FIGURE.match(text, mention.end)) and text[mention.start - 1 : mention.start] in _TO


def _english(text: str, mention: PeriodMention) -> bool:
    return text[mention.start].isascii() and text[mention.start].isalpha()


@dataclass(slots=True)
class PeriodTrack:
    """Follows the text sentence by sentence; keeps the time of section, list item and paragraph.

    `frame`: the time that the whole document reports on. `opened`: the time that a section's introduction set.
    `introduces`: whether that introduction goes on: no heading has come since text was `told`.
    """

    text: str
    today: Day | None
    frame: Governing | None = None
    opened: Governing | None = None
    section: Governing | None = None
    item: Governing | None = None
    paragraph: Governing | None = None
    trailing: Governing | None = None
    event: Governing | None = None
    begun: Governing | None = None
    run: Stretch | None = None
    run_of: Stretch | None = None
    opener: Governing | None = None
    aside: bool = False
    launch: Day | None = None
    in_item: bool = False
    number: int = -1
    introduces: bool = True
    told: bool = False
    mentions: Sequence[PeriodMention] = field(default_factory=list)

    def read(self, sentence: Sentence, mentions: Sequence[PeriodMention]) -> None:
        """Take in the next sentence and the times that it names."""
        if self.opener and sentence.section.article > 0:
            self.frame, self.opener = None, None
        if sentence.first:
            if sentence.section.number != self.number:
                self.opened = self.section = self.item = None
                self.number, self.in_item = sentence.section.number, False
                self.introduces, self.told = True, False
            elif sentence.heading and self.told:
                self.introduces = False
                self.section = self.opened if self.opened or self.frame else self.section
            self.told = self.told or not sentence.heading
            self.paragraph = self.trailing = self.event = self.begun = None
            if sentence.item:
                self.item, self.in_item = None, True
        elif (sentence.item and self.in_item) or (_RETURNS.match(self.text, sentence.start) and self._is_aside()):
            self.paragraph = self.trailing = None
        self.mentions = mentions

    def at(
        self, sentence: Sentence, start: int, end: int, case: bool, campaign: Stretch | None, stock: bool = False
    ) -> Governing | None:
        """Return the time of the figure at `text[start:end]`; None where nothing says.

        Args:
            sentence: The figure's sentence.
            start: The figure's start.
            end: The figure's end.
            case: Whether the figure belongs to the story of a case.
            campaign: When the figure's campaign ran.
            stock: Whether it counts what exists on a day, which has no beginning.
        """
        governing = self._at(sentence, start, end, case, campaign, stock)
        return None if governing is UNTOLD else governing

    def _at(
        self, sentence: Sentence, start: int, end: int, case: bool, campaign: Stretch | None, stock: bool
    ) -> Governing | None:
        campaign = self._run(campaign)
        held = self.paragraph or self.item or self.section
        own = own_time(
            self.text, self.mentions, start, end, held.time if held else None, self.frame.time if self.frame else None
        )
        if own:
            return own
        if _EVERY_YEAR.search(self.text, max(sentence.start, start - 60), start) or _stands(
            self.text, self.mentions, sentence.start, start, end
        ):
            return None
        if stock:
            day = next((m for m in reversed(self.mentions) if m.kind == "as_of" and m.end <= start and m.time), None)
            if day and day.time:
                return Governing(day.time, day.start, day.end)
            if any(m.kind == "now" and m.end <= start and _AT_PRESENT.match(self.text, m.start) for m in self.mentions):
                return None
        named = self._named(sentence, start, end, case, campaign)
        if named:
            return named
        goes_on = stock or case or _PART.match(self.text, sentence.start)
        for held in (self.event if case else None, self.paragraph, self.trailing):
            if held and not (held is UNTOLD and campaign) and (goes_on or not self._counted_on(held)):
                return held
        held = self.item or self.section or (None if stock or case else self._framed(campaign))
        if campaign and (
            held is None or not (inside(held.time, campaign) or _reports(held.time, campaign, self.today))
        ):
            return Governing(campaign, start, start)
        return held

    def _ends_frame(self, time: Stretch) -> bool:
        """Tell whether a count ends before the document does, in the time that all of it reports on."""
        whole = self.frame.time if self.frame else None
        return bool(whole and whole.first == time.first and time.last.cut(whole.last) < whole.last.cut(time.last))

    def _counted_on(self, held: Governing) -> bool:
        """Tell whether a time is the day of a count, which is over with its sentence where a longer time is known."""
        day = held.time.first == held.time.last and _COUNTED_ON.search(self.text, max(held.start - 4, 0), held.end)
        return bool(day and (self.item or self.section or self.frame))

    def _is_aside(self) -> bool:
        """Tell whether the paragraph's time is that of a case, or only a part of what the text around is about."""
        whole = self.item or self.section or self.frame
        if self.paragraph is None or whole is None:
            return self.aside
        return self.aside or (whole.time != self.paragraph.time and inside(self.paragraph.time, whole.time))

    def _run(self, campaign: Stretch | None) -> Stretch | None:
        """Return when a campaign ran; one of a known year began on the day that the text says it was launched."""
        if campaign is None:
            return None
        if self.run and self._ran_then(self.run, campaign):
            return self.run
        if self.today and campaign.last == self.today:
            campaign = Stretch(campaign.first, campaign.last.cut(campaign.first))
        if campaign.first.month or self.launch is None or self.launch.year != campaign.first.year:
            return campaign
        return until(self.launch, self.today)

    def _ran_then(self, run: Stretch, campaign: Stretch) -> bool:
        """Tell whether the run that the text tells of is that of a campaign, and not of one of its waves."""
        begun = not campaign.first.month or run.first.cut(campaign.first) == campaign.first.cut(run.first)
        return begun and inside(run, campaign) and self.run_of in (None, campaign)

    def _framed(self, campaign: Stretch | None) -> Governing | None:
        """Return the document's own time, unless the campaign has dates of its own within a year."""
        if campaign is None or self.frame is None or _reports(self.frame.time, campaign, self.today):
            return self.frame
        return None if campaign.first.month and campaign.last.year - campaign.first.year < 1 else self.frame

    def _named(
        self, sentence: Sentence, start: int, end: int, case: bool, campaign: Stretch | None
    ) -> Governing | None:
        """Return the last time that the sentence names before the figure, or the one that closes its clause."""
        before = [
            m for m in self.mentions if m.end <= start and m.kind != "basis" and not _AT_FIGURE.match(self.text, m.end)
        ]
        before = [m for m in before if m.kind != "now"] or before
        before = [m for m in before if m.kind != "since" or not _OF_SINCE.match(self.text, m.end)] or before
        for mention in reversed(before):
            governing = self._governing(mention, case, campaign)
            if governing and not (mention.kind == "as_of" and self._counted(mention, governing.time, start)):
                return governing
        risen = [m for m in self.mentions if m.end < start and m.kind == "span" and _rises_to(self.text, m)]
        if risen and not before and risen[-1].time:
            return Governing(risen[-1].time, risen[-1].start, risen[-1].end)
        after = [
            m for m in self.mentions if m.start >= end and m.kind in ("span", "since", "campaign", "event", "as_of")
        ]
        for mention in after:
            between = self.text[end : mention.start]
            if not self.text[mention.start : mention.end].isascii() or re.search(r"[;:]|\.(?!\d)|, \w+ed ", between):
                break
            governing = self._governing(mention, case, campaign)
            if governing:
                return governing
        return None

    def _counted(self, mention: PeriodMention, time: Stretch, start: int) -> bool:
        """Tell whether a stock on a day was told in full before a new English clause begins."""
        return _english(self.text, mention) and time.first == time.last and ";" in self.text[mention.end : start]

    def _governing(self, mention: PeriodMention, case: bool, campaign: Stretch | None) -> Governing | None:
        """Return the time that a mention stands for where it stands; None for what governs nothing."""
        if mention.kind == "campaign":
            return self._of_campaign(mention, campaign)
        if mention.kind == "now":
            return self._now(mention, campaign)
        if mention.kind == "vague":
            return None if announces(self.text, mention) else UNTOLD
        if not case and (
            (mention.kind == "event" and announces(self.text, mention))
            or (mention.kind == "span" and launches(self.text, mention))
        ):
            return None
        time = mention.time
        if mention.kind == "as_of" and time:
            time = self._as_of(time.first, mention, campaign)
        elif mention.kind == "since" and time and _same_start(time, campaign) and campaign:
            time = Stretch(time.first, campaign.last.cut(time.first))
        elif mention.kind == "since" and time:
            time = self._up_to(mention, time)
        return Governing(time, mention.start, mention.end) if time else None

    def _of_campaign(self, mention: PeriodMention, campaign: Stretch | None) -> Governing | None:
        """Return the time of `专项行动期间`: what stands before it, else what the text is about, else its own."""
        dated = self._dated(mention, campaign)
        if dated:
            return dated
        day = next((m for m in self.mentions if m.kind == "as_of" and m.end <= mention.start and m.time), None)
        if day and day.time:
            return Governing(self._as_of(day.time.first, day, campaign), day.start, day.end)
        if self.run and campaign in (None, self.run):
            return Governing(self.run, mention.start, mention.end)
        held = self.paragraph or self.item or self.section or self._framed(campaign)
        yearly = campaign is not None and not campaign.first.month
        if held and (campaign is None or (yearly and inside(held.time, campaign))):
            return held
        return Governing(campaign, mention.start, mention.end) if campaign else None

    def _now(self, mention: PeriodMention, campaign: Stretch | None) -> Governing | None:
        """Return the time of `目前`, `so far`: from what was begun just before, else what the text around is about."""
        if self.begun and _UP_TO_NOW.match(self.text, mention.start):
            return Governing(until(self.begun.time.first, self.today), mention.start, mention.end)
        held = self.paragraph or self.item or self.section or self._framed(campaign)
        if campaign and (held is None or not inside(held.time, campaign)):
            return Governing(campaign, mention.start, mention.end)
        own = Governing(mention.time, mention.start, mention.end) if mention.time else None
        return held or self.frame or own

    def _dated(self, mention: PeriodMention, campaign: Stretch | None) -> Governing | None:
        """Return the time that stands right before a campaign's name: `去年六月至九月的“雷霆”行动中`."""
        span = next((m for m in self.mentions if m.kind == "span" and 0 <= mention.start - m.end <= _NAME_GAP), None)
        if span is None or span.time is None or (campaign is not None and not inside(span.time, campaign)):
            return None
        return Governing(span.time, span.start, span.end)

    def _up_to(self, mention: PeriodMention, time: Stretch) -> Stretch:
        """Return a time that runs on, up to the day of the count that its sentence names before it."""
        day = next(
            (m.time.last for m in self.mentions if m.kind == "as_of" and m.end <= mention.start and m.time), None
        )
        return Stretch(time.first, day) if day and time.first < day else time

    def _as_of(self, day: Day, mention: PeriodMention, campaign: Stretch | None) -> Stretch:
        """Return the time that ends on a day: from the start that is told, else the day itself."""
        since = [m.time for m in self.mentions if m.kind == "since" and m.end <= mention.start and m.time]
        since = since or [m.time for m in self.mentions if m.kind == "since" and m.time and _english(self.text, m)]
        told = [held.time for held in (self.begun, self.event, self.paragraph, self.item, self.section) if held]
        launch = Stretch(self.launch, day) if self.launch else None
        for time in (*reversed(since), *told, *(late for late in (campaign, launch) if late)):
            first = time.first
            whole = not first.month and first.year == day.year
            if first < day and first.year >= day.year - 6 and not (whole and day.month == _DECEMBER):
                return Stretch(first, _as_finely(day, first))
        return Stretch(day, day)

    def leave(self, sentence: Sentence, campaign: Stretch | None, case: bool) -> None:
        """Remember what the sentence means for those that follow."""
        listed, campaign = campaign, self._run(campaign)
        announced = _ANNOUNCED.search(self.text, sentence.start, sentence.end)
        for mention in self.mentions:
            if mention.time and launched_on(self.text, mention):
                self.launch = mention.time.first
            self._note_run(sentence, mention, listed)
            if mention.kind in ("basis", "now") or (not announced and _AT_FIGURE.match(self.text, mention.end)):
                continue
            if mention.time and mention.time.first.month and begins(self.text, sentence.start, mention):
                self.begun = Governing(mention.time, mention.start, mention.end)
            if mention.time and launches(self.text, mention):
                self.begun = Governing(mention.time, mention.start, mention.end)
                continue
            if mention.kind == "event" and mention.time:
                self.event = Governing(mention.time, mention.start, mention.end)
                continue
            governing = self._governing(mention, False, campaign)
            if governing is None or not (announced or _leads(self.text, sentence, mention) or ran(self.text, mention)):
                closes_figure = self.text[max(mention.start - 8, 0) : mention.start].rstrip().endswith(("%", "percent"))
                self.trailing = governing if mention.kind == "span" and not closes_figure else self.trailing
                continue
            stock = mention.kind == "as_of" and governing.time.first == governing.time.last
            if mention.kind == "as_of" and self._ends_frame(governing.time):
                self.frame = governing
            self.paragraph, self.event, self.aside = governing, None, case
            if not stock and not case and governing is not UNTOLD:
                self._hold(sentence, mention, governing, announced is not None)

    def _note_run(self, sentence: Sentence, mention: PeriodMention, campaign: Stretch | None) -> None:
        """Remember when the operation that is told of ran, if the text says so; `campaign`: its time by the list."""
        run = mention.time if carried_out(self.text, mention) else None
        if run is None and self.begun and mention.time and ends(self.text, mention):
            run = Stretch(self.begun.time.first, mention.time.last)
        if run and run.first < run.last:
            self.run, self.run_of = run, campaign
            opens = mention.start < _OPENING and sentence.section.article <= 0 and sentence.section.turn is None
            if opens and self.frame is None:
                self.frame = self.opener = Governing(run, mention.start, mention.end)

    def _hold(self, sentence: Sentence, mention: PeriodMention, governing: Governing, announced: bool) -> None:
        """Keep a time for the list item or the section."""
        if self.in_item:
            self.item = governing
        elif announced or self.section is None or (sentence.first and not self._narrower(governing.time)):
            self.section = governing if announced or sentence.first or sentence.opening else self.section
            self.opened = self.section if self.introduces else self.opened
        elif mention.kind == "as_of" and governing.time.first == self.section.time.first:
            self.section = self.opened = governing

    def _narrower(self, time: Stretch) -> bool:
        """Tell whether a time is only a part of the year that the section is about."""
        whole = self.section is not None and not self.section.time.first.month
        return self.section is not None and whole and bool(time.first.month) and inside(time, self.section.time)
