"""Ties English quantities to their nouns and verbs, machine-translated English too.

The noun phrase follows the number: its head is the last known noun before a preposition (`criminal cases`), or the
noun after `of` where the head says nothing (`140 copies of certificates`, `13 thousand kilograms of plants`). A noun
before a colon is a heading of the number (`Cases solved: 388`). In a list the verb of the first item holds until a new
one comes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from policestats_tui.engine.extract import english_verbs, genre
from policestats_tui.engine.extract.english_verbs import earlier_verb, only_where, paired
from policestats_tui.engine.extract.links import Link, fits, object_of
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Measuring, Term

__all__ = [
    "counts_nothing", "counts_people", "earlier_verb", "link", "names_something", "noun_phrase_end", "only_where",
    "paired", "part_of",
]  # fmt: skip

_STOP = re.compile(
    r"[,;:.!?()\n\0㐀-鿿]|\s[-–—]\s|(?<![-\w])(?:of|in|by|from|for|with|to|on|at|that|which|who"
    r"|whom|whose|where|when|while|were|was|are|is|be|been"
    r"|being|have|has|had|or|including|involving|through|during|under|since|against|as|after|before|between|among"
    r"|within|into|per|than|worth|nationwide|across|throughout|compared|did|will|can|nationally|totaling|totalling"
    r"|suspected(?=\sof)|faced|led|fell|rose|decreased|increased|dropped|grew|reached|representing"
    r"|accounting|up|down|respectively|so|thus|and)\b(?!-)"
)
_OF = re.compile(r"of\b")
_OF_THEM = re.compile(r"\sof (?:them|which|whom)\b")
_DONE = re.compile(r"(?:ed|en|ught|held|found|sold|made)\Z")
_COUNTERFEITING = re.compile(r"\s[a-z]+ing\s[a-z]+s\b")
_KINDS_OF = re.compile(r"\s(?:kinds|types|species|varieties)\s(?:of\b|\()")
_DOERS = re.compile(r"[a-z-]{2,}(?:ers|ors|men|women|ists|ians|ees)")
_NEW_PHRASE = re.compile(r"\b(?:[a-z]+ing|the|an?|their|his|her|its)\b")
_OF_BRACKETS = re.compile(r"\([a-z -]{1,20}\) of\b")
_IS = re.compile(r"\s(?:were|was|are|is)\s")
_AND = re.compile(r"(?:and|or)\b")
_BY = re.compile(r"\s(?:by|in|from|to|at)\b")
PLURAL = re.compile(r"\s(?!(?:were|have|had|was|of)\b)(?:[a-z][a-z'-]*\s){0,4}[a-z][a-z'-]{2,}s\b")
_PARTITIVE = re.compile(r"\sof\s(?:the|these|those|all|all the|our|its|their)\s")
_NUMBER_OF = re.compile(r"\b(?:number|total|stock|amount) of (?:[\w-]+ ){0,4}\Z")
_TOTALS = re.compile(
    r"\s(?:totall?ed|totall?ing|numbered|number|reached|stood at|stands at|came to|amounted to|hit|exceeded|topped"
    r"|was|were|is|are|has reached|have reached|has exceeded|have exceeded)\s(?:\w+\s){0,3}\Z"
)
"""Between a subject and the number that it comes to."""
_BE = re.compile(r"\b(?:were|was|been|being|be|are|is|have|has|had|get|got|remain(?:ed)?)\b")
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
_GOVERNED = re.compile(
    r"\b(?:with|by|for|to|from|at|(?<!resulted )(?<!resulting )in|among|across|between)\s"
    r"(?:the\s|about\s|over\s|more than\s|all\s)?\Z"
)
"""Before a quantity that is no subject of a verb to come: `paired up with 249,000 schools, and …`."""
_REACH_RIGHT = 200
_NEW_CLAUSE = re.compile(
    r"(?:\b(?:while|whereas)|;)\s(?:(?:about|over|more|than|a|total|of|some|nearly|another)\s){0,4}\Z"
)
_HEADING = re.compile(r"(?:\A|[;,.!?()\n])\s*(?P<head>[^;:,.!?()\n]{2,60}):\s?\Z")
_OF_WHOLE = re.compile(r"\b(?:[Oo]f|[Aa]mong) (?:the|these|those|all)\s\Z")
_WHOLE = re.compile(
    r"(?:\A|[;,.]\s|\n|[\"“])\s*(?:Of|Among|Out of|of|among)\s(?:all\s)?(?:the|these|those"
    r"|all)\s(?P<named>[^,;:.\d]{3,100}),\s\Z"
)


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
            head = _head_of(sentence, one, nouns, end)
            contained = _holds_others(text, generic) or (head is not nouns[-1] and _holds_others(text, nouns[-1]))
            if contained or _countable(text, one, head):
                return head, max(end, nouns[-1].end)
            generic, generic_end = generic or head, generic_end or max(end, nouns[-1].end)
        following = (
            _OF.match(text, end, limit) or _OF_BRACKETS.match(text, end, limit) or _and_more(sentence, one, end, limit)
        )
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


def _holds_others(text: str, noun: Term | None) -> bool:
    """Tell whether a noun is but what other things come in: `boxes`, `sets`."""
    return noun is not None and text[noun.start : noun.end].lower() in _GENERIC


def _head_of(sentence: Measuring, one: Quantity, nouns: list[Term], end: int) -> Term:
    """Return the last noun, or the one before it where the last is a container (`bank card sets`).

    The first where that is beside the number and unknown words follow the last.
    """
    text = sentence.text
    for noun, following in pairwise(nouns):
        between = sentence.between(noun.end, following.start)
        deed = any(term.action and not term.object and _DONE.search(text, term.start, term.end) for term in between)
        if text[noun.end - 1] == "s" and (deed or _NEW_PHRASE.search(text, noun.end, following.start)):
            return noun  # `suspects making fake razors`: suspects
    rest = text[nouns[-1].end : end].strip()
    if len(nouns) > 1 and _holds_others(text, nouns[-1]):
        return nouns[-2]
    beside = nouns[0].start - one.end <= 1 and _countable(text, one, nouns[0])
    return nouns[0] if rest and beside else nouns[-1]


def _and_more(sentence: Measuring, one: Quantity, end: int, limit: int) -> re.Match[str] | None:
    """Match the `and` inside a noun phrase (`telecom and network fraud cases`).

    No new clause (`batches and arrested`).
    """
    match = _AND.match(sentence.text, end, limit)
    if match and counts_people(sentence.text, one, end):
        return None
    terms = sentence.between(end, limit) if match else ()
    if match and len(terms) > 1 and _COUNTERFEITING.match(sentence.text, match.end()):
        return match
    return match if terms and terms[0].object and not terms[0].action else None


def _left_noun(sentence: Measuring, one: Quantity, floor: int) -> Term | None:
    """Return the noun before the number: `handled cases 125`, `the amount involved reached 2 million yuan`."""
    start = max(floor, sentence.start, one.start - 80)
    edge = start
    for mark in _CLAUSE_COMMA.finditer(sentence.text, start, one.start):
        edge = mark.end()
    nouns = [term for term in sentence.between(edge, one.start) if term.object and fits(one, term.object)]
    if not nouns or _has_own_noun(sentence.text, one):
        return None
    if len(nouns) > 1 and sentence.text[nouns[-2].end : nouns[-1].start] == " of ":
        nouns.pop()  # `overloading of trucks 1,458` counts cases of overloading
    if _NUMBER_OF.search(sentence.text, edge, nouns[0].start) or _TOTALS.search(
        sentence.text, nouns[-1].end, one.start
    ):
        return _subject_head(sentence.text, nouns)
    acts = nouns[-1].object in ("officer", "team") and sentence.between(nouns[-1].end, one.start)
    if acts and any(term.action and not term.object for term in acts):
        return None  # `Police cracked 20,000 …`
    gap = sentence.text[nouns[-1].end : one.start]
    return nouns[-1] if len(gap) <= 40 and not re.search(r"\b(?:by|and|who|which|in which|the)\b", gap) else None


def _has_own_noun(text: str, one: Quantity) -> bool:
    """Tell whether a plural noun of no list follows the number: it does not count the noun before it."""
    phrase = text[one.end : noun_phrase_end(text, one.end, min(len(text), one.end + 60))].split()
    if not 0 < len(phrase) <= 4 or phrase[0] in ("last", "this", "the", "a", "an", "all"):
        return False
    return phrase[-1].isalpha() and phrase[-1].islower() and phrase[-1].endswith("s") and len(phrase[-1]) > 3


def _just_before(sentence: Measuring, one: Quantity, floor: int) -> Term | None:
    """Return the noun right before a number of pieces: `recovered relics 4,590 pieces`."""
    near = sentence.between(max(floor, one.start - 30), one.start)
    noun = near[-1] if near and near[-1].object and fits(one, near[-1].object) else None
    return noun if noun and sentence.text[noun.end : one.start].isspace() else None


def _subject_head(text: str, nouns: Sequence[Term]) -> Term:
    """Return the last noun before the first preposition: `cases of breach of customs rules totalled 79,400`."""
    head = nouns[0]
    for noun in nouns[1:]:
        if _STOP.search(re.sub(r"\b(?:and|or)\b", "", text[head.end : noun.start])):
            break
        head = noun
    return head


def names_something(text: str, one: Quantity, zh: bool) -> bool:
    """Tell whether a noun of no list follows the number: it counts something else than the figure before."""
    return not zh and one.bare and PLURAL.match(text, one.end) is not None and not _BY.match(text, one.end)


def counts_people(text: str, one: Quantity, phrase_end: int) -> bool:
    """Tell whether the noun phrase is `people`, `persons` or the like, which says nothing of who they are.

    So does a noun of no list for those who do something (`money lenders`, `diggers`).
    """
    words = text[one.end : phrase_end].lower().split()
    if any(word in genre.NEUTRAL_PEOPLE for word in words):
        return True
    doers = len(words) in (1, 2, 3) and _DOERS.fullmatch(words[-1]) is not None
    return doers and one.bare and words[-1] not in genre.NO_DOERS


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


def link(sentence: Measuring, index: int, before: Quantity | None, after: Quantity | None) -> Link:
    """Return the noun and verb around the quantity, given its neighbours in the sentence."""
    one = sentence.quantities[index]
    floor = before.end if before else sentence.start
    ceiling = after.start if after else sentence.end
    noun, phrase_end = (None, one.end)
    if one.kind not in ("time", "length", "temperature", "money"):
        noun, phrase_end = _head(sentence, one, ceiling)
        if noun is not None and _holds_others(sentence.text, noun):
            noun = _just_before(sentence, one, floor) or noun
        unsaid = counts_nothing(sentence.text, one) or counts_people(sentence.text, one, phrase_end)
        if noun is None and one.style != "en" and not unsaid and not _OF_THEM.match(sentence.text, one.end):
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
    heading: Sequence[Term] = ()
    if (noun is None or not noun.start >= one.end) and not counts_people(sentence.text, one, phrase_end):
        heading = _heading(sentence, one, floor)
        noun = next((term for term in heading if term.object and fits(one, term.object)), noun)
    thing = object_of(one, noun)
    if thing in ("animal", "plant") and _KINDS_OF.match(sentence.text, one.end):
        thing = "species"
    verb = next((term for term in heading if term.action), None) or _verb(
        sentence, one, noun, thing, phrase_end, floor, ceiling
    )
    if noun is not None and noun.action and (verb is None or (noun.measure and _says_more(noun, verb))):
        verb = noun
    shared = english_verbs.passives(sentence, phrase_end, ceiling)
    joined = after is not None and verb is None and _joins(sentence, one, after)
    phrase = re.sub(r"\s+", " ", sentence.text[one.end : phrase_end]).strip() if noun and noun.start >= one.end else ""
    people = noun is None and counts_people(sentence.text, one, phrase_end)
    action = verb.action if verb else None
    return Link(thing, action, noun, verb, noun is not None, joined, people, phrase, tuple(shared))


def _says_more(noun: Term, verb: Term) -> bool:
    """Tell whether a measure says more than the verb before it: `discovered 640 new drug users` are new."""
    return (
        verb.action == "handled"
        or noun.action in ("reached", "dissuaded")
        or (noun.action == "new" and verb.action in ("found", "existing", "inspected"))
    )


def _verb(
    sentence: Measuring, one: Quantity, noun: Term | None, thing: str | None, phrase_end: int, floor: int, ceiling: int
) -> Term | None:
    """Return the verb of a quantity. That something exists says less than what was done to it."""
    told = english_verbs.to_do(sentence, one, phrase_end) or english_verbs.given_to(sentence, one, thing)
    if told is not None:
        return told
    before = english_verbs.worth(sentence, one, floor) or english_verbs.active(sentence, one, thing, floor)
    after = english_verbs.passive(sentence, thing, phrase_end, ceiling)
    beside = english_verbs.elliptical(sentence, thing, noun, phrase_end, one, ceiling)
    if (after or beside) is not None and english_verbs.opens_clause(sentence.text, one):
        return after or beside
    if before is not None and before.action != "existing":
        return before
    return after or beside or before or english_verbs.measure_before(sentence, one, thing, floor)


def _heading(sentence: Measuring, one: Quantity, floor: int) -> Sequence[Term]:
    """Return the words of the heading right before a number: `Suspects arrested: 412`."""
    before, begin = _before(sentence, one, floor, 64)
    match = _HEADING.search(before)
    return sentence.between(begin + match.start("head"), begin + match.end("head")) if match else ()


def _before(sentence: Measuring, one: Quantity, floor: int, reach: int) -> tuple[str, int]:
    """Return at most `reach` characters before a quantity, no earlier than its sentence and `floor`; and their offset.

    Where they do not begin with the sentence, one more character stands for what is left out.
    """
    begin = max(floor, sentence.start, one.start - reach)
    return ("\0" if begin > sentence.start else "") + sentence.text[begin : one.start], begin - (begin > sentence.start)


def _joins(sentence: Measuring, one: Quantity, after: Quantity) -> bool:
    """Tell whether the next quantity continues a list of subjects: `184 officers and 87 auxiliaries died`."""
    between = sentence.text[one.end : after.start] if after.start - one.end <= 90 else "."
    if _OF_WHOLE.search(sentence.text, max(0, one.start - 16), one.start) or _GOVERNED.search(
        sentence.text, max(0, one.start - 24), one.start
    ):
        return False
    if between == "." or re.search(r"[;:.]\s|\b(?:which|who|that)\b", between):
        return False
    return bool(re.search(r"(?:,|\band\b|\bor\b|\bas well as\b)", between)) and not _BE.search(between)


def whole_before(sentence: Measuring, one: Quantity, floor: int) -> tuple[str | None, str | None, int]:
    """Return object and action of the whole of which a quantity is a part, and where it is named.

    `Of the suspects, 120 …` names an object, `Among those prosecuted, 3,300 …` an action.
    """
    before, begin = _before(sentence, one, floor, 120)
    match = _WHOLE.search(before) if one.bare else None
    if match is None:
        return None, None, one.start
    terms = sentence.between(begin + match.start("named"), begin + match.end("named"))
    thing = next((term.object for term in terms if term.object), None)
    action = next((term.action for term in terms if term.action and not term.object), None)
    return thing, action, begin + match.start("named")


def of_the(sentence: Measuring, one: Quantity) -> bool:
    """Tell whether a quantity is a part of what was told: `1,390 of the cases involved …`."""
    return one.bare and _PARTITIVE.match(sentence.text, one.end, sentence.end) is not None


def new_clause(text: str, one: Quantity) -> bool:
    """Tell whether a clause with a subject of its own begins at the quantity: `…, while 1.8 billion calls were …`."""
    return _NEW_CLAUSE.search(text, max(0, one.start - 36), one.start) is not None


def parts_follow(sentence: Measuring, whole: Quantity, one: Quantity) -> bool:
    """Tell whether a quantity is a part of the one before it: `Of the 340 cases, 310 have been solved`."""
    text = sentence.text
    if not _OF_WHOLE.search(text, max(0, whole.start - 16), whole.start) or not one.bare:
        return False
    between = text[whole.end : one.start]
    return between.endswith(", ") and between.count(",") == 1 and len(between) <= 100


def is_predicate(text: str, one: Quantity, noun: Term | None) -> bool:
    """Tell whether a noun is what the quantity is said to be: `3,300 were minors`."""
    return noun is not None and noun.start > one.end and _IS.match(text, one.end) is not None


def part_of(sentence: Measuring, floor: int, one: Quantity) -> bool:
    """Tell whether `including`, `of which` or the like makes the quantity a part of the one before."""
    return bool(re.search(r"\b(?:including|of which|of whom|of them|among them)\b", sentence.text[floor : one.start]))
