"""Tells numbers inside the story of one case or event from statistics of a body of work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policestats_tui.engine.extract.periods import PeriodMention
from policestats_tui.engine.extract.sentences import Sentence
from policestats_tui.engine.model import Scope

_CASE = re.compile(
    r"[㐀-鿿]某(?:某|甲|乙|丙)?|接(?:到|获)?[^,。;:]{0,16}?(?:报警|报案)[,称]"
    r"|[一两二三四五六七八九十\d]名(?:本地|外籍|内地|中国籍|涉案)*(?:男子|女子|男|女|老妇|妇人)(?!性)"
    r"|[“\"][^“”\"\n]{2,24}[”\"](?:特大|重大|系列"
    r"|跨境)*[^,。;:“”]{0,24}?(?<![方预档提议答图草专备办])案(?![件例发值底(])"
    r"|(?:市|县|区|旗|盟)[^,。;:]{0,12}?(?:[㐀-鿿]某|“)[^,。;:]{0,24}?(?<![方预档提议答图草专备办])案(?![件例发值底(])"
    r"|(?:该|此|本)案(?![件例]?数)|(?:一|这)[起宗](?:特大|重大|系列|涉嫌|非法|跨[境省])?[^,。;:起]{2,30}(?:案"
    r"|团伙)(?![件例])|该(?:犯罪)?团伙|(?:犯罪)?嫌疑人[㐀-鿿]某"
    r"|典型案件中|打掉了?[^,。;:]{0,12}?(?:市|县|区|旗)[^,。;:]{0,20}?团伙|(?<![全我各本])(?:市|县|区"
    r"|旗)公安[^,。;:]{0,8}?(?:打掉|摧毁|捣毁)了?(?:一个)?(?:特大)?[^,。;:\d]{2,20}?团伙(?!\d)"
    r"|系列案件?(?=[,。])|典型案例[一二三四五六\d]?[::]|案例[一二三四五六七八九十\d]{0,2}[::】]|[㐀-鿿]姓(?:男|女|妇|老|被|嫌|民|犯|车|学|夫|兄|父|母|某)|\(化名\)"
    r"|\breceived a (?:report|call) (?:from|that)\b|\bM(?:r|s|rs)\.? [A-Z][a-z]+, who\b"
    r"|\b[A-Z][a-z]+ ?[Mm]ou(?:mou|jia)?\b|\b(?:the|a|an) (?:serious |major |typical |large |very |mega "
    r"|series of |string of |number of |cross-border |telecom |fraud |drug |illegal |criminal )*case (?:of(?! \d)"
    r"|in which|where|involving|concerning|against)\b|\b(?:series|string|number) of (?:\w+ )?cases (?:of"
    r"|in which|involving|against)\b"
    r"|\b[Ii]n (?:the (?:largest|biggest|worst|gravest|latest|most \w+)|one) (?:of (?:them|these|those)"
    r"|(?:\w+ )?case)\b"
    r"|\b(?:this|the) (?:\w+ )?(?:case|gang|syndicate|operation) (?:involved|was|had|is|concerned)\b"
    r"|(?<!involved )\b[Ii]n (?:this|the|one|another|a) (?:[\w'-]+ ){0,3}case\b|\bsurnamed\b|\barrested (?:an? "
    r"|\w+ )(?:[\w-]+ )?(?:men|man|women|woman)\b|\b(?:cracked|solved|detected|uncovered"
    r"|broke) an? (?!total|number)[\w ,-]{3,60}?\bcase\b|\bcase of [“\"]"
    r"|[“\"][\w.·-]{2,12}[”\"] (?:\w+ ){0,3}(?:series|case)\b"
    r"|\b(?:led|headed) by [A-Z]|\ba series of cases\b|\btypical (?:[\w.-]+ ){0,4}cases? (?:\w+ ){0,4}(?:was"
    r"|were|came|is|include\w*)\b|\btypical (?:[\w.-]+ ){0,4}case\b"
    r"|\b\d{1,3}-year-old\b|\b(?:a|the) (?:man|woman|couple|driver|resident|retiree|student|villager|herdsman"
    r"|trader) (?:who|surnamed"
    r"|named)\b|\b(?:broke(?:n)? up|busted|smashed|dismantled"
    r"|took apart|cracked|destroyed|knocked out|eliminated|shut down) an? (?:[^.;]{3,60}? )?(?:gang|ring|syndicate"
    r"|company|workshop|factory|studio|den|network|warehouse|platform)\b"
    r"|\bFor (?:example|instance),|(?:例如|比如|譬如)[,:]|(?:截停|查获|拦截|拦停|锁定|截获)了?一[辆艘]"
    r"|\b(?:intercepted|stopped|pulled over|boarded) an? (?:[\w-]+ ){0,2}(?:truck|van|vehicle|car|boat"
    r"|vessel|lorry|ship)\b|\b(?:the|a) (?:case|crime) (?:took place"
    r"|occurred)\b|\bA(?:nother|mong)? (?:typical )?cases? (?:was|came|from|solved|of)\b",
)
_TOTAL = re.compile(
    r"共计?|累计|总计|合计|全区|全省|全市|全国|全县|全港|各地|各级|\b(?:a total of|in total|in all|altogether"
    r"|cumulative(?:ly)?|across the|throughout the|nationwide|whole region|region's|at all levels)\b",
    re.IGNORECASE,
)
_ITS_DEED = re.compile(
    r"查明其|经查|该(?:作坊|窝点|公司|店|网站|平台)|其(?:中)?(?:向|在|通过|利用|先后|累计|非法)|黑作坊|假药厂|案发"
)
_RAID = re.compile(r"一举|当场|同步(?:开展|收网)|收网|赶到|赶赴|截停|突击|\b(?:raid|on the spot|swoop|simultaneous)")
_HEAD = 4
_YEARLY = re.compile(r"20\d\d年|今年|去年|\b[Ii]n 20\d\d\b|\b(?:this|last) year\b")
_MASS = re.compile(
    r"共计?(?:侦办|破获|侦破|受理|立案|查处|办理|接报)[^,。;]{0,16}案件|\ba total of\b|(?:共计?"
    r"|累计)(?:抓获|打掉)[^,。;]{0,12}[\d一-十]"
)
_RETURN = re.compile(
    r"全区|全省|全市|(?<!串并)(?<!涉及)全国|全港|(?<!涉及)(?<!销往)(?<!辐射)各地|各级|同时|此外|另外|年内"
    r"|\b(?:the whole region|nationwide"
    r"|across the (?:country|region)|throughout|in addition|at the same time|overall|in the whole year"
    r"|all localities|public security organs (?:across|in the whole|nationwide)|in the (?:field|area|aspect)s? of"
    r"|in terms of|with regard to)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:典型|精品|经典)案例(?!\s?\d)|(?:通报|介绍|公布|发布)[^,。]{0,12}(?:案例|典型案件)|(?:introduce|described?"
    r"|publish\w*|following|announce\w*|report\w*)[^.\n]{0,40} (?:typical |model )?cases|typical cases",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"时许|当日|当天|当晚|凌晨|火速|突降|赶赴|接到报警|\bo'clock\b|\b\d{1,2}:\d{2}\b|\bthat (?:day|night|morning)\b"
)
_HELD = re.compile(
    r"记者|召开|举行|会议|大会|会上|动员|部署|印发|下发|签订|签署|新闻发布会|通报会|发布|公布|获悉"
    r"|press conference|briefing|announced"
    r"|reporters?\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class ScopeTrack:
    """Follows the text sentence by sentence; knows whether a case is being told."""

    text: str
    story: bool = False
    announced: bool = False
    cues: list[tuple[int, int]] = field(default_factory=list)
    event: tuple[int, int] | None = None

    def read(self, sentence: Sentence, periods: Sequence[PeriodMention], moved: bool) -> None:
        """Take in the next sentence and the times that it names; `moved`: it turns to the police of another place."""
        if sentence.first:
            self.story = self.announced and not _RETURN.search(self.text, sentence.start, sentence.start + 40)
            self.event = None
            if sentence.opening or sentence.heading:
                self.announced = self.story = False
        elif _RETURN.search(self.text, sentence.start, min(sentence.end, sentence.start + 60)) or self._returns(
            sentence, periods
        ):
            self.story = False
        elif moved:
            self.story = self.story and bool(_ITS_DEED.search(self.text, sentence.start, sentence.end))
        self.cues = [match.span() for match in _CASE.finditer(self.text, sentence.start, sentence.end)]
        happened = next((p for p in periods if p.kind == "event" and self._happened(sentence, p)), None)
        if happened and (moved or sentence.section.turn is None or _RAID.search(self.text, happened.end, sentence.end)):
            self.event = (happened.start, happened.end)
        elif any(p.kind == "since" or self._since_season(p) for p in periods):
            self.event = None

    def _returns(self, sentence: Sentence, periods: Sequence[PeriodMention]) -> bool:
        """Tell whether a sentence opens with a time that runs on: it leaves the story for the work of all that time."""
        since = (p for p in periods if p.kind == "since" or self._since_season(p))
        return any(period.start - sentence.start < _HEAD for period in since)

    def _since_season(self, period: PeriodMention) -> bool:
        """Tell whether time runs on from a season: `入夏以来`, `since spring`."""
        words = self.text[period.start : period.end].lower()
        return period.kind == "now" and (words.endswith("以来") or words.startswith("since "))

    def _happened(self, sentence: Sentence, period: PeriodMention) -> bool:
        """Tell whether a date is that of an event, and not of a press conference."""
        return period.start - sentence.start < 30 and not _HELD.search(
            self.text, period.end, min(sentence.end, period.end + 110)
        )

    def at(
        self, sentence: Sentence, start: int, end: int, counts_cases: bool = False
    ) -> tuple[Scope, tuple[int, int] | None]:
        """Return the scope of the figure at `text[start:end]`, and the words that say so.

        `counts_cases`: the sentence counts whole cases, so that its date is that of a body of work.
        """
        before = [cue for cue in self.cues if cue[0] < start]
        if before and not self._totalled(before[-1][1], start):
            return "case", before[-1]
        around = [cue for cue in self.cues if cue[1] > start and not re.search(r"[,;]", self.text[end : cue[0]])]
        if around and not _TOTAL.search(self.text, max(sentence.start, start - 14), start):
            return "case", around[0]
        if self.story and not before and not self._sums_up(sentence, start):
            return "case", None
        if self.event and not _TOTAL.search(self.text, sentence.start, start):
            return "aggregate" if counts_cases else "case", self.event
        return "aggregate", None

    def _sums_up(self, sentence: Sentence, start: int) -> bool:
        """Tell whether a sentence leaves a story for a sum of cases of a whole year."""
        dated = _YEARLY.search(self.text, sentence.start, start)
        return bool(dated and _MASS.search(self.text, dated.end(), start))

    def _totalled(self, cue: int, start: int) -> bool:
        """Tell whether a statistic follows the case in the same sentence."""
        return bool(_RETURN.search(self.text, cue, start))

    def leave(self, sentence: Sentence) -> None:
        """Remember what the sentence means for those that follow."""
        if _ANNOUNCED.search(self.text, sentence.start, sentence.end):
            self.announced = True
        if self.cues and not self._totalled(self.cues[-1][1], sentence.end):
            self.story = True
