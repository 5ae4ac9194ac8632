"""Finds every figure of a text and says what was counted and what was done to it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from policestats_tui.engine.extract.quantities import Quantity, find_quantities
from policestats_tui.engine.extract.readings import Memory, read_sentence
from policestats_tui.engine.extract.rejections import is_candidate, quoted_names
from policestats_tui.engine.extract.terms import MeasureWords, mask, measuring
from policestats_tui.engine.model import Measured, Passage

__all__ = ["MeasureWords", "find_measured"]


def find_measured(text: str, passages: Sequence[Passage], words: MeasureWords) -> list[Measured]:
    """Return the figures of `text` in reading order, without overlaps.

    The cost is linear in the length of the text: every rule looks at a window of bounded width around a number.

    Args:
        text: The document's text after `characters.simplify`.
        passages: The document's sentences in reading order; text outside them is not read.
        words: The words of a lexicon.
    """
    candidates = list(_candidates(text, passages, words))
    masked = mask(text, (one for _, quantities in candidates for one in quantities))
    found: list[Measured] = []
    for _, paragraph in groupby(candidates, key=lambda pair: pair[0].paragraph):
        memory = Memory()
        for passage, quantities in paragraph:
            one = measuring(text, masked, passage.start, passage.end, quantities, words)
            found += read_sentence(one, words, memory)
    return found


def _candidates(
    text: str, passages: Sequence[Passage], words: MeasureWords
) -> Iterator[tuple[Passage, Sequence[Quantity]]]:
    """Yield the passages that hold quantities which may be figures, with those."""
    paragraph = -1
    for passage in passages:
        opens, paragraph = passage.paragraph != paragraph, passage.paragraph
        quantities = find_quantities(text, passage.start, passage.end, words.units)
        if not quantities:
            continue
        zones = quoted_names(text, passage.start, passage.end)
        kept = [one for one in quantities if is_candidate(text, one, passage, zones, opens)]
        if kept:
            yield passage, kept
