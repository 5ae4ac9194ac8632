"""Ties English quantities to their nouns and verbs, machine-translated English too.

The noun phrase follows the number: its head is the last known noun before a preposition (`criminal cases`), or the
noun after `of` where the head says nothing (`140 copies of certificates`, `13 thousand kilograms of plants`). An
active verb stands before the number with no comma between (`destroyed 5 gangs and 1 den`), a passive one after the
noun phrase (`125 cases were solved`); in a list the verb of the first item holds until a new one comes.
"""

import re

from policestats_tui.engine.extract import genre
from policestats_tui.engine.extract.links import Link, first_that_applies, fits, object_of, outcome
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring, Term

_STOP = re.compile(
    r"[,;:.!?()\n\0㐀-鿿]|\s[-–—]\s|(?<![-\w])(?:of|in|by|from|for|with|to|on|at|that|which|who"
    r"|whom|whose|where|when|while|were|was|are|is|be|been"
    r"|being|have|has|had|or|including|involving|through|during|under|since|against|as|after|before|between|among"
    r"|within|into|per|than|worth|nationwide|across|throughout|compared|did|will|can|nationally|totaling|totalling"
    r"|suspected(?=\sof)|faced|led|fell|rose|decreased|increased|dropped|grew|reached|representing"
    r"|accounting|up|down|respectively|so|thus|and)\b(?!-)"
)
_OF = re.compile(r"of\b")
_IS = re.compile(r"\s(?:were|was|are|is)\s")
_TO = re.compile(r"\sof (?:them|which|whom|these) to\s")
_AND = re.compile(r"(?:and|or)\b")
_BY = re.compile(r"\s(?:by|in|from|to|at)\b")
PLURAL = re.compile(r"\s(?!(?:were|have|had|was|of)\b)(?:[a-z][a-z'-]*\s){0,4}[a-z][a-z'-]{2,}s\b")
_VALUE = re.compile(
    r"\s(?:of\s|at\s|about\s|around\s|nearly\s|more than\s|over\s|some\s"
    r"|an estimated\s|a total of\s|approximately\s){0,3}"
)
_PARTITIVE = re.compile(r"\sof\s(?:the|these|those|all|all the)\s")
_NUMBER_OF = re.compile(r"\b(?:number|total|stock|amount) of (?:[\w-]+ ){0,4}\Z")
_PLACED = re.compile(r"\s(?:in|of|at|across|throughout) ")
_RELATIVE_BEFORE = re.compile(r"\b(?:that|which|who|whose|where)\b")
_WHERE = re.compile(
    r"\b(?:in|across|from|to|among|through|at|within)\s(?:(?:more|less"
    r"|fewer) than\s|over\s|about\s|nearly\s|all\s|the\s)?\Z"
)
_BE = re.compile(r"\b(?:were|was|been|being|be|are|is|have|has|had|get|got|remain(?:ed)?)\b")
_COMPLEMENT = re.compile(r"\s?(?:of|in|involving|concerning|such as|including)\s")
_SUBJECT_ONLY = frozenset(("killed", "injured"))
_RELATIVE = re.compile(r"\b(?:which|who|that|where|whose|when|while)\b|[;:]")
_PASSIVE_BEFORE = re.compile(r"\b(?:were|was|been|being|be|are|is)\b(?P<gap>(?:\s[\w-]+){0,5})\s?\Z")
_GERUND = re.compile(r"ing\b")
_CLAUSE_COMMA = re.compile(r"[,;:.!?]")
_PLURALS = frozenset(
    ("people", "police", "children", "women", "men", "cattle", "sheep", "livestock", "fish", "aircraft")
)
_GENERIC = frozenset(["bottles", "boxes", "bags", "cartons", "packs", "pieces", "sets", "items", "products", "copies"])
_PERIOD_NOUN = re.compile(
    r"(?:\s(?!last\b|this\b|the\b|an?\b|in\b)[\w-]+){0,2}\s(?:years?|months?|days?|weeks?|hours?|decades?"
    r"|aspects?|kinds?|types?|categories|category|steps?|stages?|fields?"
    r"|levels?|lines?|principles?|directions?|ways?|fronts?|links?|dimensions?|grades?|strictest|barriers"
    r"|highs|batches|waves|rounds|unifications?|characteristics|features|priorities"
    r"|requirements|pillars|o'clock|phases?|zeros?)\b"
)
_REACH_LEFT, _REACH_RIGHT = 160, 200


def noun_phrase_end(text: str, start: int, limit: int) -> int:
    """Return where the noun phrase that begins at `start` ends: at a preposition, verb, conjunction or mark."""
    match = _STOP.search(text, start, limit)
    return match.start() if match else limit


def _head(sentence: Measuring, one: Quantity, ceiling: int) -> tuple[Term | None, int]:
    """Return the noun that the quantity counts and where its phrase ends."""
    text = sentence.text
    limit = min(ceiling, sentence.end, one.end + _REACH_RIGHT)
    begin = one.end
    generic: Term | None = None
    generic_end = 0
    for _ in range(3):
        end = noun_phrase_end(text, begin, limit)
        nouns = [
            term
            for term in sentence.between(begin, limit)
            if term.start < end and term.object and fits(one, term.object)
        ]
        if nouns:
            head = _head_of(text, one, nouns, end)
            contained = generic is not None and text[generic.start : generic.end].lower() in _GENERIC
            if contained or _countable(text, one, head):
                return head, max(end, nouns[-1].end)
            generic, generic_end = generic or head, generic_end or max(end, nouns[-1].end)
        following = _OF.match(text, end, limit) or _and_more(sentence, end, limit)
        if following is None:
            return _ends_phrase(text, generic, end), generic_end or end
        begin = following.end()
    return _ends_phrase(text, generic, generic_end or begin), generic_end or begin


def _ends_phrase(text: str, noun: Term | None, end: int) -> Term | None:
    """Return a noun that is no plural only where no other word takes its place as head (`670 website operators`)."""
    if noun is None or text[noun.start : noun.end].lower() in _GENERIC:
        return noun
    return noun if not text[noun.end : noun_phrase_end(text, noun.end, max(end, noun.end))].strip() else None


def _countable(text: str, one: Quantity, noun: Term) -> bool:
    """Tell whether a bare number can count a noun: a plural (`89,000 food and drug cases`: cases), no container."""
    written = text[noun.start : noun.end].lower()
    if written in _GENERIC:
        return False
    return not one.bare or one.value == 1 or written.endswith("s") or written.split()[-1] in _PLURALS


def _head_of(text: str, one: Quantity, nouns: list[Term], end: int) -> Term:
    """Return the last noun, or the first where that is beside the number and unknown words follow the last."""
    rest = text[nouns[-1].end : end].strip()
    return nouns[0] if rest and nouns[0].start - one.end <= 1 else nouns[-1]


def _and_more(sentence: Measuring, end: int, limit: int) -> re.Match[str] | None:
    """Match the `and` inside a noun phrase (`telecom and network fraud cases`).

    No new clause (`batches and arrested`).
    """
    match = _AND.match(sentence.text, end, limit)
    terms = sentence.between(end, limit) if match else ()
    return match if terms and terms[0].object and not terms[0].action else None


def _is_passive(text: str, verb: Term) -> bool:
    """Tell whether a form of be governs the verb: its subject stands before it."""
    if _GERUND.search(text, verb.start, verb.end):
        return False
    match = _PASSIVE_BEFORE.search(text, max(0, verb.start - 60), verb.start)
    return match is not None and not re.search(r"\bto\b", match["gap"])


def _active(sentence: Measuring, one: Quantity, thing: str | None, floor: int) -> Term | None:
    """Return the active verb before the quantity, with no comma between them."""
    text = sentence.text
    start = max(floor, sentence.start, one.start - _REACH_LEFT)
    edge = start
    for mark in _CLAUSE_COMMA.finditer(text, start, one.start):
        edge = mark.end()
    verbs = [term for term in sentence.between(edge, one.start) if term.action and not term.object]
    verbs = [verb for verb in verbs if not _is_passive(text, verb)]
    verbs = [verb for verb in verbs if verb.action not in _SUBJECT_ONLY or "died" not in text[verb.start : verb.end]]
    if not verbs:
        return None
    verbs = [verb for verb in verbs if not _RELATIVE_BEFORE.search(text, verb.end, one.start)]
    if not verbs or (thing == "place" and only_where(text, one)):
        return None
    first = len(verbs) - 1
    while first > 0 and text[verbs[first - 1].end : verbs[first].start] in (" and ", ", and ", ", "):
        first -= 1
    return outcome(verbs[first:], thing) or first_that_applies(list(reversed(verbs[:first])), thing)


def _measure_before(sentence: Measuring, one: Quantity, thing: str | None, floor: int) -> Term | None:
    """Return the measure right before the number: `losses of 3 million yuan`, `stolen goods worth 5,000 yuan`."""
    measures = [term for term in sentence.between(max(floor, one.start - 60), one.start) if term.measure]
    measures = [term for term in measures if not _CLAUSE_COMMA.search(sentence.text, term.end, one.start)]
    return first_that_applies(list(reversed(measures)), thing)


def _worth(sentence: Measuring, one: Quantity, floor: int) -> Term | None:
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


def _passive(sentence: Measuring, thing: str | None, phrase_end: int, ceiling: int) -> Term | None:
    """Return the passive verb whose subject the noun phrase is."""
    text = sentence.text
    limit = min(ceiling, sentence.end, phrase_end + _REACH_RIGHT)
    stop = _RELATIVE.search(text, phrase_end, limit)
    limit = stop.start() if stop else limit
    auxiliary = _BE.search(text, phrase_end, limit)
    if auxiliary is None or not _still_subject(text, phrase_end, auxiliary.start()):
        return None
    comma = re.compile(r"[,;.]\s").search(text, auxiliary.end(), limit)
    verbs = [term for term in sentence.between(auxiliary.end(), comma.start() if comma else limit) if term.action]
    return first_that_applies(verbs, thing)


def _still_subject(text: str, phrase_end: int, verb: int) -> bool:
    """Tell whether the verb is still that of the noun phrase.

    Commas may stand in a complement alone: `cases of dumping, mining and so on were solved`.
    """
    between = text[phrase_end:verb]
    return not re.search(r"[,.]\s", between) or bool(_COMPLEMENT.match(between) and not re.search(r"\.\s", between))


def _elliptical(
    sentence: Measuring, thing: str | None, noun: Term | None, phrase_end: int, one: Quantity, ceiling: int
) -> Term | None:
    """Return the participle right after the noun: `125 cases solved`, `184 officers died`."""
    begin = noun.end if noun else one.end
    limit = min(ceiling, sentence.end, begin + 40)
    verbs = [term for term in sentence.between(begin, limit) if term.action]
    if not verbs or not re.fullmatch(r"\s(?:\w+\s){0,2}", sentence.text[begin : verbs[0].start]):
        return None
    written = sentence.text[verbs[0].start : verbs[0].end]
    placed = re.search(r"\s(?:in|under|into)\s\Z", sentence.text[begin : verbs[0].start])
    beyond = verbs[0].start > phrase_end and verbs[0].action not in _SUBJECT_ONLY and not placed
    if re.search(r"ing\b", written) or beyond:
        return None
    return first_that_applies(verbs[:1], thing)


def _left_noun(sentence: Measuring, one: Quantity, floor: int) -> Term | None:
    """Return the noun before the number: `handled cases 125`, `the amount involved reached 2 million yuan`."""
    start = max(floor, sentence.start, one.start - 80)
    edge = start
    for mark in _CLAUSE_COMMA.finditer(sentence.text, start, one.start):
        edge = mark.end()
    nouns = [term for term in sentence.between(edge, one.start) if term.object and fits(one, term.object)]
    if not nouns:
        return None
    if len(nouns) > 1 and sentence.text[nouns[-2].end : nouns[-1].start] == " of ":
        nouns.pop()  # `overloading of trucks 1,458` counts cases of overloading
    number = _NUMBER_OF.search(sentence.text, edge, nouns[0].start)
    if number and _PLACED.match(sentence.text, nouns[0].end):
        return nouns[0]
    gap = sentence.text[nouns[-1].end : one.start]
    return nouns[-1] if len(gap) <= 40 and not re.search(r"\b(?:by|and|who|which|in which|the)\b", gap) else None


def names_something(text: str, one: Quantity, zh: bool) -> bool:
    """Tell whether a noun of no list follows the number: it counts something else than the figure before."""
    return not zh and one.bare and PLURAL.match(text, one.end) is not None and not _BY.match(text, one.end)


def counts_people(text: str, one: Quantity, phrase_end: int) -> bool:
    """Tell whether the noun phrase is `people`, `persons` or the like, which says nothing of who they are."""
    return any(word.lower() in genre.NEUTRAL_PEOPLE for word in text[one.end : phrase_end].split())


def counts_nothing(text: str, one: Quantity) -> bool:
    """Tell whether the noun after a bare number is a time, an aspect, a kind: no count of anything."""
    return one.bare and _PERIOD_NOUN.match(text, one.end) is not None


def _predicate(sentence: Measuring, one: Quantity, ceiling: int) -> Term | None:
    """Return the noun that a number is said to be: `16,300 were cases of fraud`."""
    match = _IS.match(sentence.text, one.end, min(ceiling, sentence.end))
    if match is None:
        return None
    end = noun_phrase_end(sentence.text, match.end(), min(ceiling, sentence.end, match.end() + 60))
    terms = sentence.between(match.end(), end)
    nouns = [term for term in terms if term.object and fits(one, term.object)]
    return nouns[-1] if nouns and not any(term.action and not term.object for term in terms) else None


def _to_do(sentence: Measuring, one: Quantity) -> Term | None:
    """Return what those who are counted were told to do: `ordered 186,000 of them to rectify`."""
    match = _TO.match(sentence.text, one.end, sentence.end)
    terms = sentence.between(match.end(), match.end() + 24) if match else ()
    return terms[0] if match and terms and terms[0].start == match.end() and terms[0].action else None


def link(sentence: Measuring, index: int, before: Quantity | None, after: Quantity | None) -> Link:
    """Return the noun and verb around the quantity, given its neighbours in the sentence."""
    one = sentence.quantities[index]
    floor = before.end if before else sentence.start
    ceiling = after.start if after else sentence.end
    noun, phrase_end = (None, one.end)
    if one.kind not in ("time", "length", "temperature", "money"):
        noun, phrase_end = _head(sentence, one, ceiling)
        unsaid = counts_nothing(sentence.text, one) or counts_people(sentence.text, one, phrase_end)
        if noun is None and one.style != "en" and not unsaid:
            noun = _left_noun(sentence, one, floor)
    if (
        noun is None
        and after
        and one.bare
        and (whole := _PARTITIVE.match(sentence.text, one.end))
        and (whole.end() == after.start)
    ):
        noun, phrase_end = _head(sentence, after, sentence.end)
        ceiling = sentence.end
    if noun is None and one.bare:
        noun = _predicate(sentence, one, ceiling)
    thing = object_of(one, noun)
    verb = (
        _worth(sentence, one, floor)
        or _active(sentence, one, thing, floor)
        or _passive(sentence, thing, phrase_end, ceiling)
        or _elliptical(sentence, thing, noun, phrase_end, one, ceiling)
        or _measure_before(sentence, one, thing, floor)
    )
    if noun is not None and noun.action and (verb is None or (noun.measure and verb.action == "handled")):
        verb = noun
    verb = _to_do(sentence, one) or verb
    joined = after is not None and verb is None and _joins(sentence, one, after)
    phrase = re.sub(r"\s+", " ", sentence.text[one.end : phrase_end]).strip() if noun and noun.start >= one.end else ""
    people = noun is None and counts_people(sentence.text, one, phrase_end)
    return Link(thing, verb.action if verb else None, noun, verb, noun is not None, joined, people, phrase)


def _joins(sentence: Measuring, one: Quantity, after: Quantity) -> bool:
    """Tell whether the next quantity continues a list of subjects: `184 officers and 87 auxiliaries died`."""
    between = sentence.text[one.end : after.start] if after.start - one.end <= 90 else "."
    if between == "." or re.search(r"[;:.]\s|\b(?:which|who|that)\b", between):
        return False
    return bool(re.search(r"(?:,|\band\b|\bor\b|\bas well as\b)", between)) and not _BE.search(between)


def earlier_verb(sentence: Measuring, place: int, thing: str | None) -> Term | None:
    """Return the last active verb before `place` in the sentence that goes with `thing`.

    Whatever commas lie between.
    """
    verbs = [
        term for term in sentence.between(max(sentence.start, place - _REACH_LEFT), place)
        if term.action and not _is_passive(sentence.text, term)
    ]  # fmt: skip
    return first_that_applies(list(reversed(verbs)), thing)


def part_of(sentence: Measuring, floor: int, one: Quantity) -> bool:
    """Tell whether `including`, `of which` or the like makes the quantity a part of the one before."""
    return bool(re.search(r"\b(?:including|of which|of whom|of them|among them)\b", sentence.text[floor : one.start]))
