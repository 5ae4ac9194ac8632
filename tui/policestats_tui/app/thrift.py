"""Says the same to the terminal in fewer bytes, for lines that are slow.

Textual sends every piece of text with all its attributes before and a reset behind it, and every place that it passes.
Sent instead: what changes from one piece to the next, the last of several places, and how many blanks stand in a row.
"""

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

_LOOK = re.compile(r"\x1b\[([\d;]*)m")
_PLACES = re.compile(r"(?:\x1b\[\d+;\d+H|[\r\n])+\Z")
_LAST_PLACE = re.compile(r"\x1b\[\d+;\d+H\Z")
_OFF = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29", "21": "24",
    "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""Attribute → what ends it. Bold and dim end together."""
_SEEN_ON_BLANKS = frozenset(("4", "5", "6", "7", "9", "21", "51", "52", "53"))
"""Attributes that show where nothing is written; what is erased has a background and no more."""
_BLANKS = re.compile(" {12,}")
"""From where on erasing is shorter than writing: it takes two sequences of up to five characters."""
_ERASING = ("xterm", "tmux", "alacritty", "kitty", "foot", "wezterm", "ghostty", "linux", "vte", "konsole", "putty")
"""Families of terminals (TERM) that erase single characters, in the background's colour."""


class ThriftyDriver(LinuxDriver):
    """Textual's driver, with what it sends made shorter."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 (Textual's own arguments)
        super().__init__(*arguments, **named)
        self._erasing = erases(os.environ)

    def write(self, data: str) -> None:
        """Send."""
        super().write(shortened(data, self._erasing))


def erases(environment: Mapping[str, str]) -> bool:
    """Return whether blanks may be erased instead of written: GNU screen would leave them without their background."""
    return environment.get("TERM", "").startswith(_ERASING) and "STY" not in environment


def shortened(output: str, erasing: bool = False) -> str:
    """Return a sequence that draws the same. Looks before and behind it are the terminal's own.

    With `erasing`, many blanks in a row are erased and passed over, where nothing but their background is to be seen.
    """
    first, *parts = _LOOK.split(output)
    sent, wanted, pieces = "", "", [first]
    for codes, text in zip(parts[::2], parts[1::2], strict=True):
        wanted = "" if codes in ("", "0") else f"{wanted};{codes}" if wanted else codes
        if _PLACES.match(text):
            last = _LAST_PLACE.search(text)
            pieces.append(last.group() if last else text)
        elif text:
            if wanted != sent:
                pieces.append(_change(sent, wanted))
                sent = wanted
            pieces.append(_BLANKS.sub(_erased, text) if erasing and not _parts(wanted)[0] & _SEEN_ON_BLANKS else text)
    if wanted != sent:
        pieces.append(_change(sent, wanted))
    return "".join(pieces)


def _erased(blanks: re.Match[str]) -> str:
    """Return what erases so many characters, and goes behind them."""
    number = len(blanks.group())
    return f"\x1b[{number}X\x1b[{number}C"


@lru_cache(maxsize=4096)
def _change(before: str, after: str) -> str:
    """Return what turns one look into another."""
    if not after:
        return "\x1b[0m"
    old, old_colours = _parts(before)
    new, new_colours = _parts(after)
    ended = {_OFF[code] for code in old - new}
    kept = {code for code in old if _OFF[code] not in ended}
    codes = [*sorted(ended), *sorted(new - kept)]
    for place, default in enumerate(("39", "49")):
        if old_colours[place] != new_colours[place]:
            codes.append(new_colours[place] or default)
    return min(f"\x1b[{';'.join(codes)}m", f"\x1b[0;{after}m", key=len) if codes else ""


@lru_cache(maxsize=4096)
def _parts(look: str) -> tuple[frozenset[str], tuple[str, str]]:
    """Return the attributes, and the codes of foreground and background, empty for the terminal's own."""
    attributes: set[str] = set()
    colours = ["", ""]
    codes = iter(look.split(";")) if look else iter(())
    for code in codes:
        if code in ("38", "48"):
            kind = next(codes)
            rest = [next(codes) for _ in range(3 if kind == "2" else 1)]
            colours[code == "48"] = ";".join((code, kind, *rest))
        elif code in _OFF:
            attributes.add(code)
        elif code in ("39", "49"):
            colours[code == "49"] = ""
        else:
            colours[code.startswith(("4", "10"))] = code
    return frozenset(attributes), (colours[0], colours[1])
