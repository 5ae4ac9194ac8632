"""Text from documents made harmless for a terminal: nothing in it can move the cursor or reorder a line."""

import re

_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# Control, bidi and zero-width characters; then what terminals do not agree on how wide it is: soft hyphens, joiners,
# variation selectors, tags.
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\u00ad\u180e\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e01ef]"
)
_PICTURES = 0x2400
_DELETE = 0x7F


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else "�"


def harmless(text: str) -> str:
    """Show control, bidi and zero-width characters, joiners and selectors as symbols, one for one."""
    return _HOSTILE.sub(_symbol, text)


def one_line(text: str) -> str:
    """Return harmless text on one line: line breaks and tabs become a space."""
    return harmless(_LINE_BREAKS.sub(" ", text))
