"""Text measured in terminal cells: a Chinese character takes two, a combining mark none."""

from functools import lru_cache

from wcwidth import wcwidth

ELLIPSIS = "…"


@lru_cache(maxsize=1 << 14)
def _char_width(char: str) -> int:
    return max(wcwidth(char), 0)


def width(text: str) -> int:
    """Return how many cells a text takes. Control characters count as none: make a text harmless first."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_char_width, text))


def head(text: str, cells: int) -> str:
    """Return the longest beginning of a text that takes at most `cells` cells, never half a wide character."""
    if text.isascii() and text.isprintable():
        return text[: max(cells, 0)]
    taken = 0
    for place, char in enumerate(text):
        taken += _char_width(char)
        if taken > cells:
            return text[:place]
    return text


def tail(text: str, cells: int) -> str:
    """Return the longest end of a text that takes at most `cells` cells and begins with no combining mark."""
    taken, begin = 0, len(text)
    for place in range(len(text) - 1, -1, -1):
        size = _char_width(text[place])
        taken += size
        if taken > cells:
            break
        if size:
            begin = place
    return text[begin:]


def cut(text: str, cells: int) -> str:
    """Return the text if it fits into `cells` cells, else its beginning and an ellipsis."""
    if width(text) <= cells:
        return text
    return head(text, cells - width(ELLIPSIS)) + ELLIPSIS if cells > 0 else ""


def cut_left(text: str, cells: int) -> str:
    """Return the text if it fits into `cells` cells, else an ellipsis and its end."""
    if width(text) <= cells:
        return text
    return ELLIPSIS + tail(text, cells - width(ELLIPSIS)) if cells > 0 else ""


def pad(text: str, cells: int) -> str:
    """Return the text with spaces behind it up to `cells` cells; a longer text is cut."""
    shown = cut(text, cells)
    return shown + " " * (cells - width(shown))


def pad_left(text: str, cells: int) -> str:
    """Return the text with spaces before it up to `cells` cells; a longer text loses its beginning."""
    shown = cut_left(text, cells)
    return " " * (cells - width(shown)) + shown
