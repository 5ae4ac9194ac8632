"""Looks up the words of a query in the index: their synonyms, and the stretches of postings that hold them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policestats_tui.engine import duck
from policestats_tui.engine.search.analysis import fold, forms, key, stem
from policestats_tui.engine.search.nodes import Words
from policestats_tui.engine.search.opened import Index
from policestats_tui.engine.search.sql import among_words
from policestats_tui.engine.search.symbols import RUN, own_symbol, run_starts


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pieces to find in order: by stem, or `exact`ly these forms. `form` is how the query or the word list has it."""

    form: str
    pieces: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Postings of a part of a pattern: a run of one to four symbols, `shift` pieces behind the pattern's first.

    `variant` is the form that its first piece must have, None for any.
    """

    shift: int
    symbols: tuple[int, ...]
    variant: int | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words of a query stand for: `words` of the word list, by number, or else `stretches` of postings."""

    patterns: tuple[Pattern, ...]
    words: tuple[int, ...] = ()
    stretches: tuple[Stretch, ...] = ()


_Forms = Mapping[str, tuple[int, int]]
"""The forms of a stem that occur, with symbol and variant."""


def locate(index: Index, words: Iterable[Words]) -> dict[Words, Meaning]:
    """Look up words and phrases of a query."""
    asked = list(dict.fromkeys(words))
    found = {one: meaning for one in asked if (meaning := _synonym(index, one)) is not None}
    missing = {one: _pattern(one) for one in asked if one not in found}
    stretches = _look_up(index.connection, list(dict.fromkeys(missing.values())))
    return found | {one: Meaning((pattern,), stretches=stretches[pattern]) for one, pattern in missing.items()}


def _pattern(words: Words) -> Pattern:
    return Pattern(words.text, tuple(forms(fold(words.text))), words.exact)


def _synonym(index: Index, asked: Words) -> Meaning | None:
    """Return what words stand for that are a form in the word list."""
    own = key(asked.text)
    words = () if asked.exact else tuple(index.words.get(own, ()))
    if not words:
        return None
    others = dict.fromkeys(form for word in words for form in index.forms[word] if key(form) != own)
    return Meaning((_pattern(asked), *(Pattern(form, tuple(forms(fold(form))), False) for form in others)), words)


def _look_up(connection: duck.Connection, patterns: Sequence[Pattern]) -> dict[Pattern, tuple[Stretch, ...]]:
    """Return the stretches of patterns; none where a piece of it does not occur at all."""
    stems = {stem(piece) for pattern in patterns for piece in pattern.pieces if own_symbol(piece) is None}
    found: dict[str, dict[str, tuple[int, int]]] = {}
    rows = connection.execute(*among_words("symbols", "stems", sorted(stems))).fetchall() if stems else []
    for stemmed, form, symbol, variant in rows:
        found.setdefault(stemmed, {})[form] = symbol, variant
    return {pattern: _stretches(pattern, found) for pattern in patterns}


def _stretches(pattern: Pattern, found: Mapping[str, _Forms]) -> tuple[Stretch, ...]:
    """Cut a pattern into runs of at most four pieces.

    An exact piece that has other forms in the corpus must begin a run, for only a run's first piece has its form noted.
    """
    symbols: list[int] = []
    variants: dict[int, int] = {}
    for place, piece in enumerate(pattern.pieces):
        own = own_symbol(piece)
        forms_of = found.get(stem(piece), {}) if own is None else {piece: (own, 0)}
        if not forms_of or (pattern.exact and piece not in forms_of):
            return ()
        if pattern.exact and len(forms_of) > 1:
            variants[place] = forms_of[piece][1]
        symbols.append(next(iter(forms_of.values()))[0])
    starts = sorted({*run_starts(len(symbols)), *variants})
    return tuple(Stretch(start, tuple(symbols[start : start + RUN]), variants.get(start)) for start in starts)
