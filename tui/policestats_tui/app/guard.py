"""Line filters: the last step before text goes to the terminal, in every widget, notice and title alike."""

import re
import unicodedata

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0 and C1 controls, DEL, soft hyphen, zero-width and direction marks, overrides, isolates, the byte order mark, tags.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

_PLAIN = {
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("—–―─━═┄┅┈┉╌╍▁▂▃▔", "-"),
    **dict.fromkeys("│┃║┆┇┊┋╎╏▏▎▍▌▐▕", "|"),
    **dict.fromkeys("▉▊▋█▓▒░▄▀▅▆▇■", "#"),
    "…": ".",
    "·": ".",
    "≈": "~",
    "≥": ">",
    "≤": "<",
    "▸": ">",
    "›": ">",
    "▾": "v",
    "▶": ">",
    "✓": "v",
    "✗": "x",
    "×": "x",
    "÷": "/",
    "±": "+",
    "−": "-",
    "°": "o",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "Σ": "S",
    "※": "*",
    "★": "*",
    "●": "*",
    "○": "o",
}


def _plain(char: str) -> str:
    """Return an ASCII character that stands for one whose width depends on the terminal."""
    if char in _PLAIN:
        return _PLAIN[char]
    if "\u2500" <= char <= "\u257f":
        return "+"
    folded = unicodedata.normalize("NFKD", char)[:1]
    return folded if folded.isascii() and folded.isprintable() else "?"


def ambiguous(char: str) -> bool:
    """Return whether terminals differ on the width of the character: Unicode's East Asian Width class A."""
    return unicodedata.east_asian_width(char) == "A"


class Guard(LineFilter):
    """Drops control characters and direction marks, so that no document can steer the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without unsafe characters."""
        return [
            Segment(UNSAFE.sub("", segment.text), segment.style) if UNSAFE.search(segment.text) else segment
            for segment in segments
        ]


class OneCell(LineFilter):
    """For terminals that draw “ ” … two cells wide: puts an ASCII character in their place."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with nothing in them that such a terminal would draw wider than Textual reckons."""
        return [
            segment if segment.text.isascii() else Segment(_narrow(segment.text), segment.style, segment.control)
            for segment in segments
        ]


class AsciiMarks(LineFilter):
    """Draws boxes, bars and signs with ASCII characters, and leaves words of any script alone."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with every sign of ours replaced."""
        return [
            segment if segment.text.isascii() else Segment(_signs(segment.text), segment.style, segment.control)
            for segment in segments
        ]


def _narrow(text: str) -> str:
    return "".join(_plain(char) if char in _PLAIN or ambiguous(char) else char for char in text)


def _signs(text: str) -> str:
    return "".join(_plain(char) if char in _PLAIN or "\u2500" <= char <= "\u259f" else char for char in text)
