"""Tells which language surrounds a place of a text."""

import re

_LETTER = re.compile(r"[A-Za-z㐀-鿿]")
_REACH = 12


def is_cjk(char: str) -> bool:
    """Tell whether `char` is a Chinese character."""
    return "㐀" <= char <= "鿿"


def chinese_around(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` stands in Chinese: by its own characters, else by the letters nearest to it."""
    if any(is_cjk(char) for char in text[start:end]):
        return True
    right = _LETTER.search(text, end, end + _REACH)
    left = [char for char in text[max(0, start - _REACH) : start] if char.isalpha()]
    if right and left:
        return (is_cjk(right.group()) and (is_cjk(left[-1]) or right.start() == end)) or is_cjk(left[-1])
    return is_cjk(right.group() if right else left[-1] if left else " ")
