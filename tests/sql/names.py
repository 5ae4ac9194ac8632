"""Which SQL files the Python code names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_NAME = re.compile(r"(?:audit|browse|load|search)/\w+")
_WORD = re.compile(r"\w+")


def named(sources: Iterator[Path]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the statements that the modules name whole, and those they may name piece by piece.

    `f"load/tree_{by}"` names `load/tree_campaign` where `campaign` stands as a string somewhere in the code.
    """
    words: set[str] = set()
    whole: set[str] = set()
    patterns: set[str] = set()
    for path in sources:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        pieces = [node for node in nodes if isinstance(node, ast.JoinedStr)]
        patterns |= {pattern for piece in pieces if (pattern := _pattern(piece))}
        within = {part for piece in pieces for part in piece.values}
        texts = {node.value for node in nodes if isinstance(node, ast.Constant) and node not in within}
        strings = {text for text in texts if isinstance(text, str)}
        words |= {text for text in strings if _WORD.fullmatch(text)}
        whole |= {text for text in strings if _NAME.fullmatch(text)}
    made = {name for pattern in patterns for name in _filled(pattern, words)}
    return frozenset(whole), frozenset(made)


def _pattern(piece: ast.JoinedStr) -> str | None:
    """Return an f-string as a template with `*` for what is filled in, where it looks like a statement's name."""
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in piece.values)
    return text if _NAME.fullmatch(text.replace("*", "x")) else None


def _filled(pattern: str, words: set[str]) -> Iterator[str]:
    return (pattern.replace("*", word) for word in words)
