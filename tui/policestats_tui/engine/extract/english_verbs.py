"""Finds the verb that governs an English quantity, machine-translated English too.

An active verb stands before the number with no comma between (`destroyed 5 gangs and 1 den`), a passive one after the
noun phrase (`125 cases were solved`), a participle right after the noun (`125 cases solved`). What was told, ordered
or persuaded to be done counts, not the telling (`persuaded 40 fugitives to surrender`).
"""

import re
from collections.abc import Sequence

from policestats_tui.engine.extract.links import first_that_applies, goes, outcome
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring, Term

_REACH_LEFT, _REACH_RIGHT = 160, 200
_CLAUSE_COMMA = re.compile(r"[,;:.!?]")
_GERUND = re.compile(r"ing\b")
_BE = re.compile(r"\b(?:were|was|been|being|be|are|is|have|has|had|get|got|remain(?:ed)?)\b")
_HAVE = re.compile(r"(?:have|has|had)\b(?!\s(?:[a-z]+\s){0,3}(?:been|to be)\b)")
_NO_OBJECT = re.compile(
    r"\s?(?:[,;.!?)]|\Z)|\s(?:in|on|at|to|from|by|with|since|across|during|and|or|after|before|onto)\b"
)
"""After a verb of the perfect tense that has no object: `120 fugitives have surrendered to the police`."""
_PASSIVE_BEFORE = re.compile(r"\b(?:were|was|been|being|be|are|is)\b(?P<gap>(?:\s[\w-]+){0,5})\s?\Z")
_RELATIVE = re.compile(r"\b(?:which|who|that|where|whose|when|while)\b|[;:]")
_RELATIVE_BEFORE = re.compile(r"\b(?:that|which|who|whose|where)\b")
_COMPLEMENT = re.compile(r"\s?(?:of|in|involving|concerning|such as|including)\s")
_RESPECTIVELY = re.compile(r"[^;.]{0,120}\brespectively\b")
_WHERE = re.compile(
    r"\b(?:in|across|from|to|among|through|at|within)\s(?:(?:more|less"
    r"|fewer) than\s|over\s|about\s|nearly\s|all\s|the\s)?\Z"
)
_CONJOINED = re.compile(r"\b(?:and|while|but|as)\s(?:(?:about|over|more than|nearly|some|another|a total of)\s)?\Z")
_WORTH_OF = re.compile(r"\s(?:(?:in|of|worth of)\s(?:[a-z-]+\s){1,3})?")
"""Between an amount and its participle: `116 million yuan in assets frozen`."""
_BRACKETS = re.compile(r"\s?\([^()]{1,120}\)")
_VALUE = re.compile(
    r"\s(?:of\s|at\s|about\s|around\s|nearly\s|more than\s|over\s|some\s"
    r"|an estimated\s|a total of\s|approximately\s){0,3}"
)
_TOLD = re.compile(
    r"\b(?:order|persuad|urg|ask|requir|instruct|told|tell|forc|summon|direct|convinc|help|supervis|push|prompt|press)"
    r"(?:ed|es|s|ing)?\s(?:about\s|some\s|over\s|nearly\s|more than\s|another\s|a total of\s)?\Z",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:\sof (?:them|which|whom|these|those))?\s?\bto\s(?:have\s|be\s|make\s)?")
_GIVEN = re.compile(r"\sto\s(?:about\s|over\s|nearly\s|more than\s|some\s|the\s)?")
_SUBJECT_ONLY = frozenset(("killed", "injured"))


def is_passive(text: str, verb: Term) -> bool:
    """Tell whether a form of be governs the verb: its subject stands before it."""
    if _GERUND.search(text, verb.start, verb.end):
        return False
    match = _PASSIVE_BEFORE.search(text, max(0, verb.start - 60), verb.start)
    return match is not None and not re.search(r"\bto\b", match["gap"])


def active(sentence: Measuring, one: Quantity, thing: str | None, floor: int) -> Term | None:
    """Return the active verb before the quantity, with no comma between them."""
    text = sentence.text
    start = max(floor, sentence.start, one.start - _REACH_LEFT)
    edge = start
    for mark in _CLAUSE_COMMA.finditer(text, start, one.start):
        edge = mark.end()
    verbs = [term for term in sentence.between(edge, one.start) if term.action and not term.object]
    verbs = [verb for verb in verbs if not is_passive(text, verb)]
    verbs = [verb for verb in verbs if verb.action not in _SUBJECT_ONLY or "died" not in text[verb.start : verb.end]]
    verbs = [verb for verb in verbs if not _RELATIVE_BEFORE.search(text, verb.end, one.start)]
    if not verbs or (thing == "place" and only_where(text, one)):
        return None
    first = len(verbs) - 1
    while first > 0 and text[verbs[first - 1].end : verbs[first].start] in (" and ", ", and ", ", "):
        first -= 1
    return outcome(verbs[first:], thing) or first_that_applies(list(reversed(verbs[:first])), thing)


def opens_clause(text: str, one: Quantity) -> bool:
    """Tell whether a clause of its own may begin at the quantity: `returned to China and 2.9 billion yuan was …`."""
    return _CONJOINED.search(text, max(0, one.start - 40), one.start) is not None


def measure_before(sentence: Measuring, one: Quantity, thing: str | None, floor: int) -> Term | None:
    """Return the measure right before the number: `losses of 3 million yuan`, `stolen goods worth 5,000 yuan`."""
    measures = [term for term in sentence.between(max(floor, one.start - 60), one.start) if term.measure]
    measures = [term for term in measures if thing != "place" or term.object == "place"]
    measures = [term for term in measures if not _CLAUSE_COMMA.search(sentence.text, term.end, one.start)]
    return first_that_applies(list(reversed(measures)), thing)


def worth(sentence: Measuring, one: Quantity, floor: int) -> Term | None:
    """Return the word that says what something is worth.

    Right before an amount of money, whatever verb governs the thing.
    """
    if one.kind != "money":
        return None
    near = sentence.between(max(floor, one.start - 40), one.start)
    if not near or near[-1].action != "involved" or not near[-1].measure:
        return None
    if len(near) > 1 and near[-2].object == "money" and sentence.text[near[-2].end : near[-1].start].isspace():
        return None
    return near[-1] if _VALUE.fullmatch(sentence.text, near[-1].end, one.start) else None


def only_where(text: str, one: Quantity) -> bool:
    """Tell whether the quantity only says where or among what.

    `sold in more than 10 counties`, `suspects in 1,260 cases`.
    """
    return bool(_WHERE.search(text, max(0, one.start - 24), one.start))


def passives(sentence: Measuring, phrase_end: int, ceiling: int) -> Sequence[Term]:
    """Return the passive verbs whose subject the noun phrase is; several where they are paired `respectively`."""
    text = sentence.text
    phrase_end = _after_brackets(text, phrase_end, min(ceiling, sentence.end))
    limit = min(ceiling, sentence.end, phrase_end + _REACH_RIGHT)
    begin, limit = _past_relative(text, phrase_end, limit)
    auxiliary = _BE.search(text, begin, limit)
    if auxiliary is None or not _still_subject(text, phrase_end, auxiliary.start()):
        return ()
    comma = re.compile(r"[,;.]\s").search(text, auxiliary.end(), limit)
    paired = _RESPECTIVELY.match(text, auxiliary.end(), limit)
    edge = paired.end() if paired else comma.start() if comma else limit
    verbs = [term for term in sentence.between(auxiliary.end(), edge) if term.action]
    if _HAVE.match(text, auxiliary.start(), limit):
        verbs = [verb for verb in verbs[:1] if _NO_OBJECT.match(text, verb.end, sentence.end)]
    return verbs


def _past_relative(text: str, place: int, limit: int) -> tuple[int, int]:
    """Return where the verb of the noun phrase may begin and where it must end, past a relative clause without commas.

    `cases that broke the law had been dealt with`, `people who were hurt were taken to hospital`.
    """
    stop = _RELATIVE.search(text, place, limit)
    if stop is None:
        return place, limit
    if stop.group() not in ("that", "who", "which") or _BE.search(text, place, stop.start()):
        return place, stop.start()
    mark = _CLAUSE_COMMA.search(text, stop.end(), limit)
    first = _BE.match(text, stop.end() + 1, limit)
    return (first.end() if first else stop.end()), mark.start() if mark else limit


def _after_brackets(text: str, place: int, limit: int) -> int:
    """Return the place after brackets that open there: `conveyances (ships, trains and cars) were inspected`."""
    match = _BRACKETS.match(text, place, limit)
    return match.end() if match else place


def passive(sentence: Measuring, thing: str | None, phrase_end: int, ceiling: int) -> Term | None:
    """Return the passive verb of the noun phrase that can be done to `thing`."""
    verbs = passives(sentence, phrase_end, ceiling)
    if verbs and verbs[0].action == "seized" and len(verbs) > 1 and verbs[1].action == "frozen":
        return first_that_applies([verbs[1], *verbs], thing)
    return first_that_applies(verbs, thing)


def _still_subject(text: str, phrase_end: int, verb: int) -> bool:
    """Tell whether the verb is still that of the noun phrase.

    Commas may stand in a complement alone: `cases of dumping, mining and so on were solved`.
    """
    between = text[phrase_end:verb]
    return not re.search(r"[,.]\s", between) or bool(_COMPLEMENT.match(between) and not re.search(r"\.\s", between))


def elliptical(
    sentence: Measuring, thing: str | None, noun: Term | None, phrase_end: int, one: Quantity, ceiling: int
) -> Term | None:
    """Return the participle right after the noun: `125 cases solved`, `184 officers died`."""
    begin = noun.end if noun and noun.start >= one.end else one.end
    limit = min(ceiling, sentence.end, begin + 40)
    verbs = [term for term in sentence.between(begin, limit) if term.action]
    gap = sentence.text[begin : verbs[0].start] if verbs else "."
    worth = one.kind is not None and one.kind != "counter" and _WORTH_OF.fullmatch(gap)
    if not verbs or not (worth or re.fullmatch(r"\s(?:[\w-]+\s){0,3}", gap)):
        return None
    written = sentence.text[verbs[0].start : verbs[0].end]
    placed = worth or re.search(r"\A\s(?:of|and|or)\s[\w-]+\s|\s(?:in|under|into)\s\Z", gap)
    beyond = verbs[0].start > phrase_end and verbs[0].action not in _SUBJECT_ONLY and not placed
    if re.search(r"ing\b", written) or beyond:
        return None
    return first_that_applies(verbs[:1], thing)


def to_do(sentence: Measuring, one: Quantity, phrase_end: int) -> Term | None:
    """Return what those who are counted were told or made to do: `ordered 186,000 of them to rectify`."""
    if not _TOLD.search(sentence.text, max(sentence.start, one.start - 36), one.start):
        return None
    match = _TO.match(sentence.text, one.end, sentence.end) or _TO.match(sentence.text, phrase_end, sentence.end)
    terms = sentence.between(match.end(), match.end() + 32) if match else ()
    return terms[0] if match and terms and terms[0].start - match.end() <= 1 and terms[0].action else None


def given_to(sentence: Measuring, one: Quantity, thing: str | None) -> Term | None:
    """Return the verb of which people are the recipients: `the cattle were returned to 83 families`."""
    near = sentence.between(max(sentence.start, one.start - 40), one.start)
    if not near or near[-1].action != "returned" or thing not in (None, "public"):
        return None
    return near[-1] if _GIVEN.fullmatch(sentence.text, near[-1].end, one.start) else None


def earlier_verb(sentence: Measuring, place: int, thing: str | None) -> Term | None:
    """Return the last active verb before `place` in the sentence that goes with `thing`.

    Whatever commas lie between.
    """
    verbs = [
        term for term in sentence.between(max(sentence.start, place - _REACH_LEFT), place)
        if term.action and not is_passive(sentence.text, term)
    ]  # fmt: skip
    return first_that_applies(list(reversed(verbs)), thing)


def paired(verbs: Sequence[Term], thing: str | None, place: int, size: int, text: str) -> Term | None:
    """Return the verb of the item at `place` of a list of `size` that shares `verbs`.

    `respectively` pairs them in order; else it is the first that can be done to the item.
    """
    if len(verbs) == size and _RESPECTIVELY.match(text, verbs[-1].end):
        verb = verbs[place]
        if thing is None or (verb.action and goes(verb.action, thing)):
            return verb
    return first_that_applies(verbs, thing)
