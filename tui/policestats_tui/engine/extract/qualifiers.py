"""Reads hedges: 约, nearly (`about`), 余, 以上, more than (`at_least`), 不到, up to (`at_most`)."""

import re
from collections.abc import Mapping

from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.model import Qualifier, Why

_WINDOW = 28
_BETWEEN = r"(?:\s|共计?|为|达|有|了|需|要|用|耗时|a total of|total of|another|人民币)*\Z"
_LEFT: Mapping[str, str] = {
    "about": (
        r"约|大约|大概|将近|接近|近|差不多|\b(?:about|around|approximately|nearly|almost|roughly|close to|some"
        r"|estimated|circa|approx\.?)\b"
    ),
    "at_least": (
        r"超过?|逾|突破|不少于|至少|不低于|多于|高于"
        r"|\b(?:more than|(?<!handed )(?<!turned )(?<!handing )(?<!taken )(?<!took )over|at least|exceeding"
        r"|exceeded|exceeds|above|upwards of"
        r"|in excess of|no less than|not less than|no fewer than|surpassing|surpassed|topped|beyond)\b"
    ),
    "at_most": (
        r"不足|不到|未满|不及|跌破|不超过?|低于|少于|最多|至多|小于"
        r"|\b(?:less than|fewer than|under|up to|at most|no more than"
        r"|not more than|below|not exceeding)\b"
    ),
}
_RIGHT: Mapping[str, str] = {
    "about": r"左右|上下|许(?![可多])|\s(?:or so|or thereabouts)\b",
    "at_least": r"以上|有余|之多|开外|\s?\+|\s(?:or more|and above|or above|plus|and more)\b",
    "at_most": r"以下|以内|之内|\s(?:or less|or fewer|or below)\b",
}


def _pattern(words: Mapping[str, str], tail: str) -> re.Pattern[str]:
    """Join the hedges, the longer ones first (`不超过` before `超过`)."""
    order = ("at_most", "at_least", "about")
    return re.compile("|".join(f"(?P<{name}>(?:{words[name]}){tail})" for name in order), re.IGNORECASE)


_BEFORE = _pattern(_LEFT, _BETWEEN)
_AFTER = _pattern(_RIGHT, "")
_NAMES: Mapping[str, Qualifier] = {"about": "about", "at_least": "at_least", "at_most": "at_most"}


def qualifier(text: str, one: Quantity, floor: int) -> tuple[Qualifier, tuple[Why, ...]]:
    """Return the hedge of a quantity and the words that say it; `floor` is where the words before it begin.

    What stands before the number outweighs 余 or 多 in it: 近800多 is `about`.
    """
    before = _BEFORE.search(text, max(floor, one.start - _WINDOW), one.start)
    if before and before.lastgroup:
        return _NAMES[before.lastgroup], (Why("qualifier", before.start(), one.start),)
    if one.more:
        return "at_least", (Why("qualifier", one.start, one.end),)
    after = _AFTER.match(text, one.end)
    if after and after.lastgroup:
        return _NAMES[after.lastgroup], (Why("qualifier", after.start(), after.end()),)
    return "exact", ()
