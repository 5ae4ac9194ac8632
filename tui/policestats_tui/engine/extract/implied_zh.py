"""What Chinese reports mean where the word alone does not say it: stocks, who is found or patrols, who is fined."""

import re

from policestats_tui.engine.extract.memory import Reading
from policestats_tui.engine.extract.terms import Measuring, Term

_STOCKS = frozenset(
    (
        "vehicle",
        "public",
        "officer",
        "drug_user",
        "website",
        "account",
        "team",
        "place",
        "animal",
        "fugitive",
        "facility",
    )
)
_STOCK = re.compile(
    r"(?:总数|总量|存量|保有量|库存)[^,;。]{0,28}\Z"
    r"|(?:目前|现时|现已?|当前|截至[^,;。]{1,16},?)[^,;。\d]{0,16}有[^,;。\d]{0,16}\Z"
    r"|(?:[只仅共]|辖区?内?却?|全[省市县区旗所国乡镇])有[^,;。]{0,24}\Z"
    r"|(?:增加?|降低?|扩大|扩展|升|减少?|扩容)(?:至|到)\s?\Z"
)
"""Before how many there are by now: `逃犯总数降至168名`, `目前有警员5,200人`, `口岸增至37个`."""
_MOVED = re.compile(
    r"(?:[急激锐骤大]?[增升降跌减](?:加|长|多|升|少|幅)?|上升|下跌|回落|攀升|飙升)(?:到|至|为)\s?\Z"
    r"|[由从][^,;。]{0,20}的\s?\Z"
)
"""Before how often something happened at the ends of a rise or fall: `由去年的3宗急增至217宗`."""
_FOUND = re.compile(r"(?:帮助)?(?:找回|寻回|寻获|找到|寻亲|认亲|团圆)")
_PATROLLED = re.compile(r"巡(?:护|逻|防|查|山|河|线|海)|踏查|值守|执勤|出警|备勤|蹲守")
_HELPERS = re.compile(
    r"护林员|义警|志愿者|网格员|群防|劝导员|楼长|社工|治安积极分子|护村|信息员|护边员|路长|保护员|文保员|宣传大使|安全员"
    r"|联防队员|调解员"
)
"""Civilians who help the police: where no verb says what they did, they were mobilised."""
_TEAM_AFTER = re.compile(r"(?:组成)?的[㐀-鿿]{0,8}(?:小组|专班|专案组|工作组|代表队|小分队|突击队|队伍|专责)")
_OFFENCE = re.compile(r"违规|违例|违章|违停|违法|酒驾|醉驾|超载|超速")
_RECIPIENT = re.compile(r"[向给为]\s?\Z")
_ENTRY, _CLOSE = re.compile("入境|出境|偷渡|越境"), 16
_SOMEONE = re.compile(r"某[㐀-鿿]?等\s?\Z")
_SUFFERED = frozenset(("rescued", "killed", "injured", "evacuated", "dissuaded", "returned"))
_GIVEN = frozenset(("returned", "issued", "recovered"))


def stock(text: str, place: int, thing: str) -> bool:
    """Tell whether the number at `place` says how many of `thing` there are by now."""
    return thing in _STOCKS and _STOCK.search(text, max(0, place - 40), place) is not None


def rise(text: str, place: int) -> bool:
    """Tell whether the number at `place` is an end of a rise or fall."""
    return _MOVED.search(text, max(0, place - 26), place) is not None


def person_by_word(text: str, reading: Reading) -> str | None:
    """Return who is counted where only the verb tells: who is found is missed, who patrols serves."""
    verb, one = reading.link.verb, reading.one
    if one.unit_name == "person" and _TEAM_AFTER.match(text, one.end):
        return "officer"
    if one.unit_name == "person" and reading.link.noun is None and _someone(text, one.start):
        return "suspect" if verb is None or verb.action not in _SUFFERED else None
    if verb is None or reading.link.noun is not None:
        return None
    if one.unit_name in ("person", "person-time") and _FOUND.match(text, verb.start, verb.end):
        return "public"
    return "officer" if one.unit_name == "person-time" and _PATROLLED.match(text, verb.start, verb.end) else None


def _someone(text: str, place: int) -> bool:
    """Tell whether a name in 某 stands before a number of people: `莫某等5人`."""
    return _SOMEONE.search(text, max(0, place - 5), place) is not None


def deed_by_word(sentence: Measuring, reading: Reading, thing: str) -> str | None:
    """Return the action of a figure that its words tell, though its verb alone names another or none."""
    text, verb, noun, one = sentence.text, reading.link.verb, reading.link.noun, reading.one
    if thing == "public" and _given(sentence, reading):
        return "reached"
    if thing == "suspect" and (verb is None or verb.action == "found") and _someone(text, one.start):
        return "involved"
    told = _deed(text, verb, one.end, thing) if verb is not None else None
    if told is not None:
        return told
    return "mobilised" if thing == "public" and noun is not None and _helps(text, reading, noun) else None


def _helps(text: str, reading: Reading, noun: Term) -> bool:
    """Tell whether civilians who help the police are counted, and nothing else is said of them."""
    verb, near = reading.link.verb, abs(noun.start - reading.one.start) < _CLOSE
    return near and (verb is None or verb.action == "new") and bool(_HELPERS.search(text, noun.start, noun.end))


def _deed(text: str, verb: Term, end: int, thing: str) -> str | None:
    """Return what a verb before or after a number that ends at `end` means with `thing`, where it is another deed."""
    if thing == "public" and _FOUND.match(text, verb.start, verb.end):
        return "found"
    if thing == "officer" and _PATROLLED.match(text, verb.start, verb.end):
        return "deployed"
    if thing == "case" and verb.action == "transferred" and _OFFENCE.search(text, verb.end, end):
        return "handled"
    at_border = _ENTRY.search(text, max(0, verb.start - _CLOSE), end)
    return "arrested" if thing == "offender" and text.startswith("截获", verb.start) and not at_border else None


def _given(sentence: Measuring, reading: Reading) -> bool:
    """Tell whether something was given to those who are counted: `向120名老人发还案款`."""
    one = reading.one
    if not _RECIPIENT.search(sentence.text, max(0, one.start - 2), one.start):
        return False
    return any(term.action in _GIVEN for term in sentence.between(one.end, min(one.end + _CLOSE, sentence.end)))
