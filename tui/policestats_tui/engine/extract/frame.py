"""What a whole document is about: the time and the campaign that its title and its opening lines name.

Rule of the genre: a press release or press conference says at its head which time it reports on (`2023年上半年`, `in
the first half of the year`), and the figures below are of that time unless they say otherwise.
"""

import re
from collections.abc import Iterator, Sequence

from policestats_tui.engine.extract.campaigns import CampaignMention
from policestats_tui.engine.extract.dates import Day, Stretch
from policestats_tui.engine.extract.outline import Line, article_starts
from policestats_tui.engine.extract.period_deeds import launches
from policestats_tui.engine.extract.period_own import Governing
from policestats_tui.engine.extract.periods import PeriodMention
from policestats_tui.engine.extract.sentences import Mentions
from policestats_tui.engine.model import Turn

_REVIEWED = re.compile(
    r"(?:数说|盘点|回顾|回眸|数读|图说)\s?(?P<after>20\d\d)(?!\d)|(?<!\d)(?P<before>20\d\d)\s?(?:年终|盘点|回顾|成绩单|答卷)"
)
"""A title that looks back on a year which it names without 年."""
_ONLY = re.compile(r" (?:alone|itself)\b|[当单]月")
_LONGEST_YEARS = 3
_OPENING_LINES = 4
_OPENING_TEXT = 900
_EVENT_ZH = re.compile(
    r"[”\"』」]?(?:专项|集中|统一)*(?:行动|斗争|整治)?[”\"』」]?的?(?:相关|有关|阶段性|工作|开展|专题|新闻)*"
    r"(?:情况|成效|战果|成果|成绩单|进展|发布会|通气会|通报会|推进会)(?!\s?(?:[、,和与及]|以及))"
    r"|[”\"』」]?[“\"](?:成绩单|战果|战报)"
    r"|[^“”\"\n,。;、]{1,20}[”\"』」](?:主题|专场|系列)*(?:新闻)?(?:发布会|通气会|通报会)"
)
_EVENT_EN = re.compile(
    r"[”\"]?(?: special| joint| nationwide)*(?: actions?| campaigns?| operations?)?[”\"]? ?"
    r"(?:press conference|briefing|results|achievements|progress|report card)\b",
    re.IGNORECASE,
)
_ON_EN = re.compile(
    r"\b(?:press conference|briefing|results|achievements|progress) (?:on|of|in) (?:the )?[“\"]?\Z", re.IGNORECASE
)
_ENDS_EN = re.compile(
    r"[”\"]?(?: special| joint| nationwide)*(?: actions?| campaigns?| operations?)?[”\"]?(?=\s*[.\n]|\s*\Z)",
    re.IGNORECASE,
)


def _opening(text: str, lines: Sequence[Line], floor: Sequence[Turn]) -> Iterator[Line]:
    """Yield the lines before anybody has the floor, and the first paragraph of an opening statement."""
    spoken = floor[0].start if floor else len(text)
    paragraphs = 0
    for line in lines:
        if line.start > lines[0].start + _OPENING_TEXT or paragraphs == _OPENING_LINES:
            return
        if line.kind == "note":
            continue
        if line.end > spoken:
            if floor[0].kind == "statement":
                yield line
            return
        paragraphs += line.kind == "text"
        yield line


def frame_time(
    text: str, lines: Sequence[Line], floor: Sequence[Turn], periods: Mentions[PeriodMention], today: Day | None
) -> Governing | None:
    """Return the time that a document reports on; None for a page of several articles, and where no opening line says.

    Args:
        text: The simplified text.
        lines: The document's lines.
        floor: The turns in which somebody has the floor.
        periods: The mentions of time.
        today: The document's date; its own month is when it appeared, not what it reports on.
    """
    if len(article_starts(text, list(lines))) > 1:
        return None
    for line in _opening(text, lines, floor):
        for mention in periods.within(line.start, line.end):
            if mention.time and _frames(text, line, mention, mention.time, today):
                return Governing(mention.time, mention.start, mention.end)
        reviewed = _REVIEWED.search(text, line.start, line.end)
        if reviewed:
            year = Day(int(reviewed["after"] or reviewed["before"]))
            return Governing(Stretch(year, year), *reviewed.span())
    return None


def _frames(text: str, line: Line, mention: PeriodMention, time: Stretch, today: Day | None) -> bool:
    """Tell whether a time in an opening line is what the document reports on.

    It is none when it is the day or month of the document itself, when something was only set up in it, when it
    reaches back further than any report does, or when only a title could mean a year that is long over.
    """
    if mention.kind not in ("span", "since") or launches(text, mention) or _ONLY.match(text, mention.end):
        return False
    if mention.kind == "since" and (time.first.day or time.last.year - time.first.year > _LONGEST_YEARS):
        return False
    if time.first == time.last and time.first.month:
        return not time.first.day and not (today and time.first == Day(today.year, today.month))
    return line.kind == "heading" or not today or time.last.year >= today.year - 1


def frame_campaign(
    text: str, lines: Sequence[Line], floor: Sequence[Turn], campaigns: Mentions[CampaignMention]
) -> CampaignMention | None:
    """Return the one campaign that a press conference is about (`“夏季行动”新闻发布会`); None where it has more."""
    if len(article_starts(text, list(lines))) > 1:
        return None
    named = [one for line in _opening(text, lines, floor) for one in campaigns.within(line.start, line.end)]
    if len({mention.id for mention in named}) != 1:
        return None
    return next((mention for mention in named if _is_theme(text, mention)), None)


def _is_theme(text: str, mention: CampaignMention) -> bool:
    """Tell whether a campaign is what a conference is about, and not one item of a list."""
    if _EVENT_ZH.match(text, mention.end) or _EVENT_EN.match(text, mention.end):
        return True
    on = _ON_EN.search(text, max(mention.start - 60, 0), mention.start)
    return bool(on and _ENDS_EN.match(text, mention.end))
