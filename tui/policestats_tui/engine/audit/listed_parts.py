"""A total against the parts that its sentence or paragraph lists: 其中, including, or an exact sum without a word."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from policestats_tui.engine.audit.comparing import is_level
from policestats_tui.engine.audit.evidence import Term, own_text, same_sentence, text_after, text_before, text_between
from policestats_tui.engine.audit.explain import part_lines, sum_lines
from policestats_tui.engine.audit.tolerance import chance, compare, likely, possible, total_of
from policestats_tui.engine.audit.wording import ALL_TOLD, COMPLETE, COUNTER, PARTS, REST, REST_BEHIND, SUM_UP
from policestats_tui.engine.model import Check, CheckStatus

RULE = "parts"
PART_RULE = "part-above-total"
_REACH = 40
"""Parts stand no further from their total, counted in figures."""
_BRACKETED = 200
"""A bracket that opened further back than this many characters has nothing to do with a figure."""
_SUMMING_UP = 24
"""The words that sum up a list stand at most so many characters before its total."""
_UNANNOUNCED = 3
"""Without a word that announces parts, a sum needs this many."""
_BY_ACCIDENT = 0.02
"""A sum that no word announces must have been less likely than this by accident."""
_LOOSE = 0.05
"""A rounded sum proves nothing when its tolerance is a larger share of the total."""
_NEAR = 0.1
"""A sum further from its total than this share of it cannot agree: rounding may not loosen it by more than `_LOOSE`."""
_OVER = 0.05
"""Three parts or more that exceed their total by no more than this were meant to be it; more is overlap."""


@dataclass(frozen=True, slots=True)
class _List:
    """Parts of a total, nearest to it first; `announced` by a word, `complete` by what that word or another says."""

    total: Term
    parts: tuple[Term, ...]
    announced: bool
    complete: bool


def listed_parts(figures: Sequence[Term]) -> Iterator[Check]:
    """Yield a check for each total whose parts stand in its sentence, or in the sentences behind it."""
    for paragraph in _paragraphs(term for term in figures if is_level(term)):
        yield from _paragraph(paragraph)


def _paragraphs(levels: Iterable[Term]) -> Iterator[list[Term]]:
    """Yield the figures of each paragraph; one that opens with 其中 or *of these* goes on with the one before it."""
    paragraph: list[Term] = []
    for term in levels:
        if paragraph and not _goes_on(paragraph[-1], term):
            yield paragraph
            paragraph = []
        paragraph.append(term)
    if paragraph:
        yield paragraph


def _goes_on(before: Term, term: Term) -> bool:
    if before.figure.doc != term.figure.doc:
        return False
    opens = term.place.passage - before.place.passage == 1 and PARTS.match(term.place.sentence) is not None
    return opens or before.place.paragraph == term.place.paragraph


def _paragraph(paragraph: Sequence[Term]) -> Iterator[Check]:
    """Yield the checks of one paragraph; what a word announces comes first, and only what is left is tried without."""
    claimed: set[int] = set()
    for announced in (True, False):
        settled: set[int] = set()
        for listed in _lists(paragraph, settled):
            parts = {part.index for part in listed.parts}
            if listed.announced != announced or (not announced and claimed & {listed.total.index, *parts}):
                continue
            check = _check(listed)
            if announced:
                claimed |= parts
            if check is not None:
                yield check
                settled.update(check.figures[1:])


def _lists(paragraph: Sequence[Term], settled: Container[int]) -> Iterator[_List]:
    """Yield possible totals from the last to the first, so that parts of parts are settled before their total."""
    for number in range(len(paragraph) - 1, -1, -1):
        total = paragraph[number]
        later = [term for term in paragraph[number + 1 : number + _REACH] if term.index not in settled]
        earlier = paragraph[max(0, number - _REACH) : number]
        for listed in (_following(total, later), _preceding(total, earlier)):
            if listed is not None:
                yield listed


def _following(total: Term, later: Sequence[Term]) -> _List | None:
    fitting = [term for term in later if _is_part(term, total)]
    if not fitting:
        return None
    first = fitting[0]
    depth = _depth(first)
    announced = _adjoins(total, first) and PARTS.search(text_between(total, first)) is not None
    sentence = [term for term in fitting if same_sentence(term, first) and _depth(term) == depth]
    parts = sentence if announced or same_sentence(total, first) else _same_measure(total, fitting)
    closed = _through_rest(parts)
    complete = closed is not None or COMPLETE.search(text_between(total, first)) is not None
    return _List(total, closed or tuple(parts), announced, announced and complete)


def _through_rest(parts: Sequence[Term]) -> tuple[Term, ...] | None:
    """Return the parts up to the one that is called the rest, or None where none is."""
    for place in range(1, len(parts)):
        if REST.search(text_between(parts[place - 1], parts[place])) or REST_BEHIND.match(text_after(parts[place], 12)):
            return tuple(parts[: place + 1])
    return None


def _adjoins(total: Term, first: Term) -> bool:
    return 0 <= first.place.passage - total.place.passage <= 1


def _same_measure(total: Term, fitting: Sequence[Term]) -> list[Term]:
    return [term for term in fitting if _same_words(term, total)] or list(fitting[:1])


def _preceding(total: Term, earlier: Sequence[Term]) -> _List | None:
    words = text_before(total, _SUMMING_UP)
    if not SUM_UP.search(words):
        return None
    parts = takewhile(
        lambda term: same_sentence(term, total) and _is_part(term, total) and _same_words(term, total),
        reversed(earlier),
    )
    nearest = tuple(parts)
    complete = ALL_TOLD.search(words) is not None
    return _List(total, nearest, announced=True, complete=complete) if len(nearest) > 1 else None


def _is_part(term: Term, total: Term) -> bool:
    one, two = term.figure, total.figure
    alike = one.object == two.object or (_counter(term) != "" and _counter(term) == _counter(total))
    return alike and one.unit == two.unit and one.scope == two.scope


def _same_words(term: Term, total: Term) -> bool:
    return (term.figure.object, term.figure.action) == (total.figure.object, total.figure.action)


def _counter(term: Term) -> str:
    found = COUNTER.search(own_text(term))
    return found.group() if found else ""


def _depth(term: Term) -> int:
    before = text_before(term, _BRACKETED)
    return before.count("(") - before.count(")")


def _check(listed: _List) -> Check | None:
    least = 2 if listed.announced else _UNANNOUNCED
    if listed.complete:
        least = max(least, len(listed.parts))
    sums = list(accumulate(part.value for part in listed.parts))
    for length in range(len(listed.parts), least - 1, -1):
        # Only a sum that comes near its total is worth the exact arithmetic of hedges and rounding.
        if abs(sums[length - 1] - listed.total.value) > _NEAR * listed.total.value:
            continue
        parts = listed.parts[:length]
        status = _agreement(listed, parts)
        if status is not None:
            return _report(listed.total, parts, status)
    return _failure(listed) if listed.announced else None


def _agreement(listed: _List, parts: Sequence[Term]) -> CheckStatus | None:
    total = listed.total
    status = compare(total.figure, total_of([part.figure for part in parts]))
    if status == "holds":
        plain = listed.announced or (
            all(_same_words(part, total) for part in parts) and chance(len(listed.parts), total.figure) < _BY_ACCIDENT
        )
        return status if plain else None
    if status == "rounding" and listed.announced:
        spans = [likely(term.figure) for term in (total, *parts)]
        return status if sum(span.high - span.low for span in spans) <= _LOOSE * total.value else None
    return None


def _failure(listed: _List) -> Check | None:
    """Return the mismatch that is beyond doubt: a complete list, a slight excess, or one part above the total."""
    total = listed.total
    parts = [part for part in listed.parts if _same_words(part, total)]
    if not parts or len(parts) < len(listed.parts):
        return None
    above = next((part for part in parts if possible(part.figure).low > possible(total.figure).high), None)
    if above is not None and same_sentence(above, total):
        zh, en = part_lines(total.figure, above.figure)
        return Check(PART_RULE, "mismatch", zh, en, (total.index, above.index))
    excess = sum(part.value for part in parts) - total.value
    slight = len(parts) >= _UNANNOUNCED and 0 < excess <= _OVER * total.value
    if len(parts) > 1 and (listed.complete or slight):
        status = compare(total.figure, total_of([part.figure for part in parts]))
        return _report(total, parts, status) if status == "mismatch" else None
    return None


def _report(total: Term, parts: Sequence[Term], status: CheckStatus) -> Check:
    ordered = sorted(parts, key=lambda part: part.index)
    zh, en = sum_lines(total.figure, [part.figure for part in ordered], status == "mismatch")
    return Check(RULE, status, zh, en, tuple(term.index for term in (total, *ordered)))
