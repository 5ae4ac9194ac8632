"""Text from documents made harmless for a terminal: nothing in it can move the cursor or reorder a line."""

import re

_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_PICTURES = 0x2400
_DELETE = 0x7F


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else "�"


def harmless(text: str) -> str:
    """Show control, bidi and zero-width characters as symbols, one for one: offsets stay true."""
    return _HOSTILE.sub(_symbol, text)


def one_line(text: str) -> str:
    """Return harmless text on one line: line breaks and tabs become a space."""
    return harmless(_LINE_BREAKS.sub(" ", text))
