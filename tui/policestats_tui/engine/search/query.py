"""The query language: words, "phrases", -exclusions, alternatives | with a bar, (groups), field:value, =exact, numbers.

Words are all required. A bar binds tighter than a space: `昆仑 | 云剑 抓获` asks for one of the two, and 抓获.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from math import inf

from policestats_tui.engine.errors import QueryError
from policestats_tui.engine.search.amounts import read_amount
from policestats_tui.engine.search.analysis import fold, forms
from policestats_tui.engine.search.lexer import EXAMPLES, Token, tokens
from policestats_tui.engine.search.nodes import All, Amount, AnyOf, Bounds, Field, Node, Not, Query, Words, wanted

MAX_TERMS = 64
"""How many words, numbers and fields one query may have."""

MAX_LENGTH = 300
"""How many characters a query may have."""

_MAX_DEPTH = 20
_AMOUNT_WORDS = 6
_RANGE = re.compile(r"\s*(>=|<=|>|<|≥|≤|=)?\s*(.+?)\s*(?:(?:\.\.|[~～至–—-])\s*(.+?))?\s*", re.DOTALL)
TURN_KINDS = ("statement", "answer", "question")
"""Values of `kind:` that ask for a kind of turn; the others ask for a kind of figure."""

_CHOICES = {
    "lang": ("zh", "en"),
    "kind": (*TURN_KINDS, "level", "change", "difference", "share", "rank", "ratio"),
}


def parse(text: str) -> Query:
    """Understand a query.

    Raises:
        QueryError: It cannot be understood. The message says why, `position` where, `suggestion` what is right.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"more than {MAX_LENGTH} characters", MAX_LENGTH)
    return _Parser(text).query()


class _Parser:
    """Reads the tokens of one query from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._place = 0
        self._depth = 0

    def query(self) -> Query:
        if not self._tokens:
            raise QueryError("nothing to search for", 0)
        root = self._all()
        if self._peek() is not None:
            token = self._tokens[self._place]
            raise QueryError("a closing parenthesis that nothing opens", token.start, self._without(token))
        terms = list(wanted(root))
        if not terms:
            raise QueryError("only exclusions: add a word to find", 0, self._text.strip().lstrip("-－−"))
        if len(self._tokens) > MAX_TERMS:
            raise QueryError(f"more than {MAX_TERMS} words", self._tokens[MAX_TERMS].start)
        return Query(self._text, root)

    def _peek(self) -> str | None:
        return self._tokens[self._place].sort if self._place < len(self._tokens) else None

    def _next(self) -> Token:
        self._place += 1
        return self._tokens[self._place - 1]

    def _without(self, token: Token) -> str | None:
        return " ".join((self._text[: token.start] + self._text[token.end :]).split()) or None

    def _all(self) -> Node:
        nodes: list[Node] = []
        while self._peek() not in (None, ")"):
            nodes.append(self._alternatives())
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def _alternatives(self) -> Node:
        nodes = [self._item()]
        while self._peek() == "|":
            bar = self._next()
            if self._peek() in (None, ")", "|"):
                raise QueryError("nothing stands behind the bar", bar.start, self._without(bar))
            nodes.append(self._item())
            if any(isinstance(node, Not) for node in nodes):
                raise QueryError("an exclusion cannot be an alternative", bar.start, self._without(bar))
        return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))

    def _item(self) -> Node:
        token = self._next()
        if token.sort == "|":
            raise QueryError("nothing stands before the bar", token.start, self._without(token))
        if token.sort == "-":
            return Not(self._operand(token))
        if token.sort == "=":
            return self._exact(token)
        if token.sort == "(":
            return self._group(token)
        if token.sort == "field":
            return self._field(token)
        if token.sort == "phrase":
            return self._words(token)
        return self._amount() or self._words(token)

    def _operand(self, sign: Token) -> Node:
        if self._peek() in (None, ")", "|", "-"):
            raise QueryError(f"nothing stands behind “{sign.text}”", sign.start, self._without(sign))
        return self._item()

    def _exact(self, sign: Token) -> Node:
        if self._peek() not in ("word", "phrase"):
            raise QueryError("“=” goes before a word or a phrase", sign.start, self._without(sign))
        words = self._words(self._next())
        return Words(words.text, words.start, exact=True)

    def _group(self, opening: Token) -> Node:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise QueryError("parentheses nested too deep", opening.start)
        if self._peek() == ")":
            behind = self._text[self._next().end :]
            suggestion = " ".join((self._text[: opening.start] + behind).split()) or None
            raise QueryError("nothing between the parentheses", opening.start, suggestion)
        node = self._all()
        if self._peek() != ")":
            raise QueryError("a parenthesis that is not closed", opening.start, self._text.rstrip() + ")")
        self._next()
        self._depth -= 1
        if not any(True for _ in wanted(node)):
            raise QueryError("only exclusions between the parentheses", opening.start)
        return node

    def _words(self, token: Token) -> Words:
        if not forms(fold(token.text)):
            raise QueryError(
                f"nothing to search for in “{self._text[token.start : token.end]}”", token.start, self._without(token)
            )
        return Words(token.text, token.start)

    def _amount(self) -> Amount | None:
        """Read the number that begins at the word just taken, over as many words as belong to it."""
        first = self._place - 1
        last = first
        while last + 1 < len(self._tokens) and last - first < _AMOUNT_WORDS and self._tokens[last + 1].sort == "word":
            last += 1
        for end in range(last, first - 1, -1):
            start = self._tokens[first].start
            amount = read_amount(self._text[start : self._tokens[end].end], start)
            if amount is not None:
                self._place = end + 1
                return amount
        return None

    def _field(self, token: Token) -> Field:
        if token.field in ("value", "year"):
            return Field(token.field, token.text, token.start, token.end, bounds=self._bounds(token))
        values = tuple(value for value in re.split(r"[|｜]", token.text) if value.strip())
        for value in values:
            self._check_choice(token, value)
        if token.field == "kind" and 0 < sum(value.lower() in TURN_KINDS for value in values) < len(values):
            message = f"kind: {', '.join(TURN_KINDS)} are of turns, the others of figures"
            raise QueryError(message, token.start, self._replaced(token, values[0]))
        if not values:
            raise QueryError(f"{token.field}: needs a value", token.start, self._replaced(token, EXAMPLES[token.field]))
        return Field(token.field, token.text, token.start, token.end, values)

    def _check_choice(self, token: Token, value: str) -> None:
        choices = _CHOICES.get(token.field)
        if choices is None or value.lower() in choices:
            return
        near = _nearest(value, choices) or choices[0]
        raise QueryError(f"{token.field}: is one of {', '.join(choices)}", token.start, self._replaced(token, near))

    def _replaced(self, token: Token, value: str) -> str:
        return f"{self._text[: token.start]}{token.field}:{value}{self._text[token.end :]}"

    def _bounds(self, token: Token) -> Bounds:
        match = _RANGE.fullmatch(token.text)
        sign, low, high = match.groups() if match else (None, "", None)
        numbers = [read_amount(part, 0) for part in (low, high) if part is not None]
        known = [number for number in numbers if number is not None]
        if not known or len(known) < len(numbers) or (sign and high):
            message = f"{token.field}: is a number, a comparison or a range"
            raise QueryError(message, token.start, self._replaced(token, EXAMPLES[token.field]))
        return _bounds(sign, known)


def _bounds(sign: str | None, numbers: Sequence[Amount]) -> Bounds:
    low, high = numbers[0].value, numbers[-1].value
    unit = numbers[-1].unit
    if sign in (">", ">=", "≥"):
        return Bounds(low, inf, low_included=sign != ">", unit=unit)
    if sign in ("<", "<=", "≤"):
        return Bounds(-inf, high, high_included=sign != "<", unit=unit)
    return Bounds(min(low, high), max(low, high), unit=unit)


def _nearest(value: str, choices: Sequence[str]) -> str | None:
    """Return the choice most like a value, or None where none is."""
    found = get_close_matches(value.lower(), choices, n=1, cutoff=0.5)
    return found[0] if found else None
