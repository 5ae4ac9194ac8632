"""Numbers for pieces: Chinese characters and marks have one by themselves, words are given one when they are met."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policestats_tui.engine.search.analysis import stem

RUN = 4
"""How many pieces a row of the index knows: the one that begins there, and those behind it."""

FIRST_FREE = 1 << 14
"""The lowest number that is given to a word; below lie ASCII marks and the characters of GB 2312."""

_VARIANTS = 0xFFFF
_ASCII = 128
_GB_FIRST = 0xA1
_GB_ROW = 94


@lru_cache(maxsize=FIRST_FREE)
def own_symbol(piece: str) -> int | None:
    """Return the number that a piece has by itself, whatever the corpus: a mark, or a character of GB 2312.

    Frequent characters thereby have small numbers, which the index stores in few bits.
    """
    if len(piece) > 1:
        return None
    if piece.isascii():
        return None if piece.isalnum() else ord(piece)
    try:
        row, cell = piece.encode("gb2312")
    except UnicodeEncodeError:
        return None
    return _ASCII + (row - _GB_FIRST) * _GB_ROW + cell - _GB_FIRST


def run_starts(pieces: int) -> list[int]:
    """Return where the runs begin that cover so many pieces: one after another, the last flush with the end."""
    last = max(pieces - RUN, 0)
    return [*range(0, last, RUN), last]


class Vocabulary:
    """Gives each piece its number, and each form of a stem its variant."""

    def __init__(self) -> None:
        self.given: dict[str, tuple[int, int]] = {}
        """Symbol and variant of each form that has no number by itself."""
        self._codes: dict[str, str] = {}
        self._stems: dict[str, int] = {}
        self._sizes: Counter[int] = Counter()

    def encode(self, pieces: Sequence[str]) -> str:
        """Return the pieces of a passage as `index_stage` reads them."""
        codes = self._codes
        try:
            return " ".join([codes[piece] for piece in pieces])
        except KeyError:
            return " ".join([codes.get(piece) or self._add(piece) for piece in pieces])

    def symbols(self, pieces: Sequence[str]) -> list[int]:
        """Return the numbers of pieces, none where one of them was never met."""
        found = [own_symbol(piece) or self._stems.get(stem(piece), 0) for piece in pieces]
        return found if all(found) else []

    def runs(self, form: int, word: int, pieces: Sequence[str]) -> Iterator[tuple[int, int, int, int, list[int]]]:
        """Yield the runs of a form as `index_run` reads them; none where a piece of it was never met."""
        symbols = self.symbols(pieces)
        if symbols:
            starts = run_starts(len(symbols))
            for start in starts:
                yield form, word, len(starts), start, symbols[start : start + RUN]

    def _add(self, piece: str) -> str:
        symbol, variant = own_symbol(piece), 0
        if symbol is None:
            symbol = self._stems.setdefault(stem(piece), FIRST_FREE + len(self._stems))
            variant = min(self._sizes[symbol], _VARIANTS)
            self._sizes[symbol] += 1
            self.given[piece] = symbol, variant
        code = self._codes[piece] = str(symbol << 16 | variant)
        return code
