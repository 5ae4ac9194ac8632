"""Cuts a query into words, phrases, fields and signs. Full-width signs and Chinese quotation marks count as well."""

import re
from difflib import get_close_matches
from typing import Literal, NamedTuple

from policestats_tui.engine.errors import QueryError

FIELDS = ("speaker", "campaign", "region", "year", "lang", "doc", "kind", "measure", "value")
Sort = Literal["word", "phrase", "field", "(", ")", "|", "-", "="]

_CLOSING = {'"': '"', "＂": "＂", "“": "”", "「": "」", "『": "』"}
_OPENING = "".join(_CLOSING)
_SIGNS: dict[str, Sort] = {"(": "(", ")": ")", "|": "|", "｜": "|"}
_PREFIXES: dict[str, Sort] = {"-": "-", "－": "-", "−": "-", "=": "=", "＝": "="}
_BARE = re.compile(rf"[^\s()|｜{_OPENING}]+")
_BARE_VALUE = re.compile(rf"[^\s(){_OPENING}]+")
_FIELD = re.compile(r"([A-Za-z]+)[:：]")


class Token(NamedTuple):
    """A part of a query: what it says without quotation marks, and where it stands with them."""

    sort: Sort
    text: str
    start: int
    end: int
    field: str = ""


def tokens(query: str) -> list[Token]:
    """Cut a query into its parts.

    Raises:
        QueryError: A quotation mark is not closed, or a field is unknown or empty.
    """
    found: list[Token] = []
    place = 0
    while place < len(query):
        if query[place].isspace():
            place += 1
            continue
        token = _token(query, place, found[-1] if found else None)
        found.append(token)
        place = token.end
    return found


def _token(query: str, place: int, before: Token | None) -> Token:
    char = query[place]
    if char in _SIGNS:
        return Token(_SIGNS[char], char, place, place + 1)
    stands_apart = before is None or before.end < place or before.sort in ("(", "|", "-", "=")
    if char in _PREFIXES and stands_apart and not query[place + 1 : place + 2].isspace() and place + 1 < len(query):
        return Token(_PREFIXES[char], char, place, place + 1)
    if char in _OPENING:
        text, end = _quoted(query, place)
        return Token("phrase", text, place, end)
    if field := _FIELD.match(query, place):
        return _field(query, place, field)
    return _bare(query, place)


def _bare(query: str, place: int) -> Token:
    match = _BARE.match(query, place)
    end = match.end() if match else place + 1
    return Token("word", query[place:end], place, end)


def _quoted(query: str, place: int) -> tuple[str, int]:
    """Return the text inside the quotation marks that open at `place`, and the offset behind the closing one."""
    closing = _CLOSING[query[place]]
    end = query.find(closing, place + 1)
    if end < 0:
        raise QueryError("a quotation mark that is not closed", place, query + closing)
    return query[place + 1 : end], end + 1


def _field(query: str, place: int, match: re.Match[str]) -> Token:
    name, behind = match.group(1).lower(), match.end()
    if name not in FIELDS:
        raise _unknown_field(query, name, match)
    if query[behind : behind + 1] in tuple(_OPENING):
        text, end = _quoted(query, behind)
    else:
        bare = _BARE_VALUE.match(query, behind)
        text, end = (bare.group(), bare.end()) if bare else ("", behind)
    if not text.strip():
        raise QueryError(f"{name}: needs a value", place, f"{query[:behind]}{EXAMPLES[name]}{query[end:]}")
    return Token("field", text, place, end, name)


def _unknown_field(query: str, name: str, match: re.Match[str]) -> QueryError:
    place, end = match.span()
    if near := get_close_matches(name, FIELDS, n=1):
        return QueryError(f"no field “{name}:”", place, f"{query[:place]}{near[0]}:{query[end:]}")
    word = _BARE.match(query, place)
    behind = word.end() if word else end
    quoted = f'{query[:place]}"{query[place:behind]}"{query[behind:]}'
    return QueryError(f"no field “{name}:”; the fields are {', '.join(FIELDS)}", place, quoted)


EXAMPLES = {
    "speaker": '"Zhao Yuhe"', "campaign": "kunlun", "region": "inner-mongolia", "year": "2020", "lang": "zh",
    "doc": "briefing", "kind": "answer", "measure": "suspect", "value": ">1000",
}  # fmt: skip
"""A value for each field, to suggest where it has none."""
