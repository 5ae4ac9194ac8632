"""Queries drawn from the texts of a corpus, of every kind that the query language has; the same seed, the same ones."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

import opencc

from tests.engine.search.oracle import Sentence, sort_of

_TRADITIONAL = opencc.OpenCC("s2t")
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_ENDINGS = ("", "s", "ed", "ing", "'s")
_CHINESE = re.compile(r"[一-鿿]+")
_WORD = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PAIR = 2


class Sampler:
    """Draws queries from sentences."""

    def __init__(self, sentences: Sequence[Sentence], originals: Sequence[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._sentences = sentences
        self._originals = originals
        self._chinese = [text for text in originals if _CHINESE.search(text)]
        self._english = [text for text in originals if len(_WORD.findall(text)) > _PAIR]

    def queries(self, of_each_kind: int) -> Iterator[str]:
        """Yield so many queries of each kind; a kind that the corpus has no text for is left out."""
        kinds: Sequence[Callable[[], str]] = (
            self._characters, self._long_run, self._across_marks, self._traditional, self._word, self._other_form,
            self._upper_and_wide, self._english_phrase, self._mixed, self._digits, self._plain_digits, self._figure,
            self._both, self._either, self._without, self._exact_word, self._exact_phrase, self._field, self._group,
        )  # fmt: skip
        for kind in kinds:
            for _ in range(of_each_kind):
                try:
                    query = kind()
                except (IndexError, ValueError):
                    continue
                if query:
                    yield query

    def _run(self, lengths: Sequence[int]) -> str:
        run: str = self._random.choice(_CHINESE.findall(self._random.choice(self._chinese)))
        size = self._random.choice(lengths)
        start = self._random.randrange(max(len(run) - size, 0) + 1)
        return run[start : start + size]

    def _characters(self) -> str:
        return self._run((1, 1, 2, 2, 3, 4))

    def _long_run(self) -> str:
        return self._run((5, 6, 7, 8, 9, 12))

    def _across_marks(self) -> str:
        """A stretch around a mark between Chinese characters, as a phrase."""
        text = self._random.choice(self._chinese)
        marks = [place for place, char in enumerate(text[:-1]) if place and sort_of(char) == "mark"]
        place = self._random.choice(marks)
        return _quoted(text[max(place - self._random.randint(1, 3), 0) : place + self._random.randint(1, 5)])

    def _traditional(self) -> str:
        converted: str = _TRADITIONAL.convert(self._run((2, 3, 4, 6)))
        return converted

    def _english_words(self) -> list[str]:
        return [match.group() for match in _WORD.finditer(self._random.choice(self._english))]

    def _word(self) -> str:
        return self._random.choice(self._english_words())

    def _other_form(self) -> str:
        return self._word() + self._random.choice(_ENDINGS)

    def _upper_and_wide(self) -> str:
        word = self._word()
        return self._random.choice((word.upper(), word.translate(_WIDE), word.title()))

    def _english_phrase(self) -> str:
        text = self._random.choice(self._english)
        words = list(_WORD.finditer(text))
        start = self._random.randrange(len(words) - 1)
        end = min(start + self._random.randint(2, 7), len(words)) - 1
        return _quoted(text[words[start].start() : words[end].end()])

    def _mixed(self) -> str:
        """A stretch around a border between Chinese characters and letters or digits."""
        text = self._random.choice(self._chinese)
        borders = [m.end() for m in re.finditer(r"[一-鿿](?=[A-Za-z0-9])|[A-Za-z0-9](?=[一-鿿])", text)]
        place = self._random.choice(borders)
        start = place
        while start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
            start -= 1
        end = place
        while end < len(text) and text[end].isascii() and text[end].isalnum():
            end += 1
        return _quoted(text[max(start - self._random.randint(1, 3), 0) : end + self._random.randint(0, 3)])

    def _digits(self) -> str:
        number: str = self._random.choice(_NUMBER.findall(self._random.choice(self._originals)))
        return number.rstrip(",")

    def _plain_digits(self) -> str:
        digits = self._digits()
        plain = digits.replace(",", "")
        return self._random.choice((plain, plain.translate(_WIDE), f"{int(plain):,}" if plain.isdigit() else plain))

    def _figure(self) -> str:
        """A figure's value in another notation."""
        told = self._random.choice(self._random.choice([one.figures for one in self._sentences if one.figures]))
        if told.unit == "CNY":
            return self._random.choice((f"{told.value / 1e8:.12g}亿元", f"{told.value / 1e6:.12g} million yuan",
                                        f"{told.value / 1e4:.12g}万"))  # fmt: skip
        if told.unit == "%":
            return f"{told.value:.12g}%"
        return self._random.choice((f"{told.value:.12g}", f"{told.value / 1e4:.12g}万", f"={told.value:.12g}"))

    def _any_word(self) -> str:
        return self._run((1, 2, 2, 3)) if self._chinese and self._random.random() < 0.5 else self._word()

    def _both(self) -> str:
        """Two words of one sentence."""
        text = self._random.choice(self._originals)
        words = [*_WORD.findall(text), *(run[:2] for run in _CHINESE.findall(text))]
        return " ".join(self._random.sample(words, _PAIR))

    def _either(self) -> str:
        return f"{self._any_word()} | {self._any_word()}"

    def _without(self) -> str:
        return f"{self._any_word()} -{self._any_word()}"

    def _exact_word(self) -> str:
        return f"={self._any_word()}"

    def _exact_phrase(self) -> str:
        return f"={self._english_phrase()}"

    def _field(self) -> str:
        field = self._random.choice(("lang:zh", "lang:en", "value:>1000", "value:10..50", "kind:level", "-value:<100"))
        return f"{self._any_word()} {field}"

    def _group(self) -> str:
        return f"({self._any_word()} | {self._english_phrase()}) -({self._any_word()} {self._any_word()})"


def _quoted(text: str) -> str:
    """Return a phrase in quotation marks that do not stand in it; nothing where that cannot be, or it holds no word."""
    if not any(sort_of(char) in ("chinese", "letter", "digit") for char in text):
        return ""
    for opening, closing in ('""', "“”", "「」", "『』"):
        if opening not in text and closing not in text:
            return f"{opening}{text}{closing}"
    return ""
