"""Finds every figure of a text and says what was counted and what was done to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Measured, Passage

_COUNT = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words that tell figures; built once a process."""

    lexicon: Lexicon

    @classmethod
    def of(cls, lexicon: Lexicon) -> "MeasureWords":
        """Return the words of a lexicon, ready to be looked up."""
        return cls(lexicon)


def find_measured(text: str, passages: Sequence[Passage], words: MeasureWords) -> list[Measured]:
    """Return the figures of `text` in reading order, without overlaps.

    Args:
        text: The document's text after `characters.simplify`.
        passages: The document's sentences in reading order; text outside them is not read.
        words: The words of a lexicon.
    """
    found = []
    for passage in passages:
        for match in _COUNT.finditer(text, passage.start, passage.end):
            value = float(match.group().replace(",", ""))
            found.append(
                Measured(
                    match.start(), match.end(), value, "count", 1.0, "exact", "level", None, None, "other", "other",
                    "other", None, False, (),
                )
            )  # fmt: skip
    return found
