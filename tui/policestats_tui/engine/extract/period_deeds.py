"""What the words beside a time say of it: that something was only set up then, was told then, or ran so long."""

import re

from policestats_tui.engine.extract.periods import PeriodMention

_SET_ON = re.compile(
    r"\b(?:set up|launched?|established?|opened|introduced|started|began|created)\b[^.;:\d]{0,60}(?=\Z)", re.IGNORECASE
)
_LAUNCHED = re.compile(
    r"[^,。;]{0,12}(?:组织|开展|启动|部署|发起)|[^,.;]{0,24}\b(?:launched|began|started|organi[sz]ed|deployed)\b"
)
_LAUNCHED_ON = re.compile(r"\b(?:launched|begun|began|started|deployed|kicked off|written into law|put in place) \Z")
_SET_UP = re.compile(
    r"[^。;\d]{0,40}?(?:部署|启动|成立|印发|设立|动员)|[^.;\d]{0,200}?\b(?:was|were|has been) (?:set up"
    r"|established|launched|deployed)\b"
)
_CARRIED_OUT = re.compile(
    r"(?!先后|分)[^。;\n]{0,14}?(?:组织|开展|展开|进行|实施)(?!的)[^。;\n]{0,40}?(?:行动|斗争|整治|战役)"
    r"|[^.;\n]{0,60}?\b(?:carried out|conducted|mounted|ran) [^.;\n]{0,60}?"
    r"\b(?:operation|campaign|action|drive|crackdown)\b"
)
_DRIVE_RAN = re.compile(
    r"\b(?:operation|campaign|action|drive|crackdown|blitz)\b[^.;\n]{0,60}?"
    r" (?:ran|lasted|running|held|carried out) (?=\Z)",
    re.IGNORECASE,
)
_OVER_ON = re.compile(r",?(?:圆满|正式|顺利)?(?:结束|收官|落幕)")
_TOLD_ON = re.compile(
    r"\b(?:said|says|told|announced|reported|released|published|issued|updated|showed|revealed|held|learned)\b[^.;\n]{0,50}\Z"
    r"|(?:讯|电|发布|时间|日期|公布|记者)[^。;\n]{0,12}\Z",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[^。;\n]{0,60}?(?:记者|召开|举行|会议|大会|会上|动员|部署|印发|下发|签订|签署|发布|公布|通报|获悉|启动|施行|实施|表示|介绍|消息|报道)"
    r"|[^.;\n]{0,110}?\b(?:press conference|briefing|meeting|announced|reporters?|Xinhua|launched|released|published"
    r"|took effect|came into force|said|reported|learned)\b",
    re.IGNORECASE,
)
_RAN = re.compile(r"\b(?:ran|lasted|running|lasting|under way|in force|in operation) (?=\Z)|(?:历时|持续)\Z")


def launches(text: str, mention: PeriodMention) -> bool:
    """Tell whether a month is only when something was set up: `2020年初,公安部部署开展…`."""
    time = mention.time
    if time is None or not time.first.month or time.first != time.last:
        return False
    if launched_on(text, mention):
        return True
    return bool(_SET_UP.match(text, mention.end, min(len(text), mention.end + 230)))


def announces(text: str, mention: PeriodMention) -> bool:
    """Tell whether a day is only when something was told, decided, set up or over, and not that of the work told of."""
    if mention.kind == "event" and mention.time and not mention.time.first.day:
        return True
    if _TOLD_ON.search(text, max(mention.start - 60, 0), mention.start):
        return True
    return bool(_TELLS.match(text, mention.end, min(len(text), mention.end + 120))) or launches(text, mention)


def launched_on(text: str, mention: PeriodMention) -> bool:
    """Tell whether something was launched at a time: `launched in April`, `written into law in 2021`."""
    return bool(mention.time and _LAUNCHED_ON.search(text, max(mention.start - 20, 0), mention.start))


def begins(text: str, start: int, mention: PeriodMention) -> bool:
    """Tell whether something that goes on was begun at a time: `去年12月部署`, `set up a platform last October`.

    Args:
        text: The simplified text.
        start: Where the sentence begins.
        mention: The time.
    """
    set_on = text[mention.start].isascii() and _SET_ON.search(text, max(start, mention.start - 80), mention.start)
    return bool(set_on) or bool(_LAUNCHED.match(text, mention.end))


def carried_out(text: str, mention: PeriodMention) -> bool:
    """Tell whether an operation was carried out in a time: `4月10日至7月18日开展了…行动`, `the drive ran from …`."""
    time = mention.time
    if mention.kind != "span" or time is None or time.first == time.last:
        return False
    if _CARRIED_OUT.match(text, mention.end):
        return True
    return bool(_DRIVE_RAN.search(text, max(mention.start - 90, 0), mention.start))


def ends(text: str, mention: PeriodMention) -> bool:
    """Tell whether a time is when an operation was over: `11月30日结束`."""
    return bool(mention.time and _OVER_ON.match(text, mention.end))


def ran(text: str, mention: PeriodMention) -> bool:
    """Tell whether a time says how long what the sentence is about went on."""
    return mention.kind in ("span", "since") and bool(_RAN.search(text, max(mention.start - 16, 0), mention.start))
