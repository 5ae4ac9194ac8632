"""What search compares: folded text, cut into pieces.

A **piece** is one Chinese character (or kana, or hangul), a word of letters, a number, a percent sign, or a
punctuation mark that touches a Chinese character. Spaces, and punctuation between words and numbers, are no pieces:
Chinese is found as it is written, spaces aside; English is found as words in order, punctuation aside. The index, the
query and the lit matches are all made of the pieces of this module.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import snowballstemmer

from policestats_tui.engine.characters import simplify

CJK = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af぀-ヿㄅ-ㄯ가-힣"
_SIGN = "%‰"
_LETTER = rf"[^\W\d_{CJK}]"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d(?<!\d\.\d)\d*\.\d+(?!\.?\d)|\d+"

_WORD_END = rf"[^\W_{CJK}]|[{_SIGN}]"
_LOOSE = rf"(?:^|(?<={_WORD_END}))(?:[^\w{_SIGN}]|_)++(?={_WORD_END}|$)"
# Frequent characters first, and looks back and ahead last: that halves the time an index takes.
_PIECE = re.compile(rf"([一-龥]|{_NUMBER}|{_LETTER}+|(?!{_LOOSE})\S)|{_LOOSE}")
_GROUPED = re.compile(r"\d,\d")
_ASCII_PIECE = re.compile(rf"[a-z]+|{_NUMBER}|%", re.ASCII)
_QUOTES = dict.fromkeys("“”„‟«»「」『』〝〞〟", '"') | dict.fromkeys("‘’‚‛‹›`", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_INVISIBLE = ("Cf", "Mn")
_VARIATION = range(0xFE00, 0xFE10)


def fold_character(char: str) -> str:
    """Return the characters that a character (or a letter with its combining marks) is compared as.

    NFKC, then simplified, then case folded; quotation marks and dashes of any shape are one; invisible format
    characters are nothing.
    """
    if unicodedata.category(char[0]) == "Cf" or ord(char[0]) in _VARIATION:
        return ""
    folded = simplify(unicodedata.normalize("NFKC", char)).casefold()
    return "".join(_QUOTES.get(c) or _DASHES.get(c) or c for c in folded)


class _Folding(dict[int, str]):
    """The folding of each character met so far, as `str.translate` wants it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        if len(folded) == 1 and not unicodedata.combining(chr(code)):
            _ONE_FOR_ONE.add(chr(code))
        return folded


_ONE_FOR_ONE = set(map(chr, range(128)))
"""Characters known to fold to one character, whatever stands beside them but a combining mark."""

_FOLDING = _Folding()


def _clusters(text: str) -> list[tuple[int, int]]:
    """Return the span of each character with the combining marks that follow it."""
    starts = [place for place, char in enumerate(text) if not place or not unicodedata.combining(char)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def fold(text: str) -> str:
    """Return the text as search compares it. Its length may differ: see `Folded` for offsets."""
    if text.isascii():
        return text.lower()
    if unicodedata.is_normalized("NFC", text):
        return text.translate(_FOLDING)
    return "".join(fold_character(text[start:end]) for start, end in _clusters(text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the span of the original that it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def fold_with_offsets(text: str) -> Folded:
    """Fold a text and keep where each character came from."""
    folded = fold(text)
    if text.isascii() or (len(folded) == len(text) and _ONE_FOR_ONE.issuperset(text)):
        return Folded(folded, range(len(text)), range(1, len(text) + 1))
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        size = len(fold_character(text[start:end]))
        starts += [start] * size
        ends += [end] * size
    return Folded(folded, starts, ends)


def _form(piece: str) -> str:
    return piece.replace(",", "") if len(piece) > 1 and "," in piece else piece


def forms(folded: str) -> list[str]:
    """Return the forms of the pieces of a folded text, in order."""
    if folded.isascii():
        found: list[str] = _ASCII_PIECE.findall(folded)
    else:
        found = list(filter(None, _PIECE.findall(folded)))
    return [_form(piece) for piece in found] if _GROUPED.search(folded) else found


def spans(folded: str, pieces: int) -> list[tuple[int, int]]:
    """Return where so many pieces of a folded text stand in it, in the order of `forms`."""
    found = _ASCII_PIECE.finditer(folded) if folded.isascii() else filter(_is_piece, _PIECE.finditer(folded))
    return [match.span() for match in islice(found, pieces)]


def _is_piece(found: re.Match[str]) -> bool:
    return found.lastindex is not None


_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 18)
def stem(form: str) -> str:
    """Return what forms share: the Snowball stem of an English word, a number without trailing zeros, else the form."""
    if form.isascii() and form.isalpha():
        stemmed: str = _STEMMER.stemWord(form)
        return stemmed
    if "." in form and form[0].isdigit():
        return form.rstrip("0").rstrip(".")
    return form


def key(text: str) -> str:
    """Return the stems of the pieces of a text with spaces between: equal keys are searched as one."""
    return " ".join(map(stem, forms(fold(text))))
