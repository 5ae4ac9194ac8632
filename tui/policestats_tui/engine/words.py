"""Finds the words of a list in a text, in one pass whose cost does not grow with the list.

Chinese forms match anywhere; forms that begin or end with a Latin letter or digit match whole words only, whatever
their case, with any run of spaces, hyphens or apostrophe variants where the form has one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")

_WORD = re.compile(r"[A-Za-z0-9]+|[㐀-鿿豈-﫿]")
_GAP = re.compile(r"[\s\-‐‑–'’‘`.·/,“”\"]{0,3}")


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """A form of `row` stands at `text[start:end]`."""

    start: int
    end: int
    row: Row


def word_parts(form: str) -> tuple[str, ...]:
    """Return what a form is matched by: `"Xing'an League"` → `("xing", "an", "league")`, `昆仑-2020` → `昆 仑 2020`."""
    return tuple(m.group().lower() for m in _WORD.finditer(form))


class WordList(Generic[Row]):
    """Words and phrases, each leading to a row; the longest form at a place wins."""

    def __init__(self, forms: Iterable[tuple[str, Row]]) -> None:
        self._by_head: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
        for form, row in forms:
            if parts := word_parts(form):
                self._by_head.setdefault(parts[0], []).append((parts, row))
        for entries in self._by_head.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found[Row]]:
        """Yield the forms in `text[start:end]` from left to right, without overlaps."""
        end = len(text) if end is None else end
        tokens = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
        place = 0
        while place < len(tokens):
            length, row = self._longest(tokens, place, text)
            if row is None:
                place += 1
                continue
            yield Found(tokens[place][1], tokens[place + length - 1][2], row)
            place += length

    def _longest(self, tokens: list[tuple[str, int, int]], place: int, text: str) -> tuple[int, Row | None]:
        for parts, row in self._by_head.get(tokens[place][0], ()):
            if self._stands(parts, tokens, place, text):
                return len(parts), row
        return 0, None

    @staticmethod
    def _stands(parts: tuple[str, ...], tokens: list[tuple[str, int, int]], place: int, text: str) -> bool:
        if place + len(parts) > len(tokens):
            return False
        for offset in range(1, len(parts)):
            word, start, _ = tokens[place + offset]
            gap_start = tokens[place + offset - 1][2]
            if word != parts[offset] or not _GAP.fullmatch(text, gap_start, start):
                return False
        return True
