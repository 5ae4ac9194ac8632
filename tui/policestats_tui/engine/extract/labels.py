"""Says in a few English words what a figure measures."""

import re
from collections.abc import Mapping

from policestats_tui.engine.model import Kind

_PAST: Mapping[str, str] = {"other": "", "existing": "", "new": "newly found", "involved": "involved"}
_NOUNS: Mapping[str, str] = {
    "public": "people", "attitude": "survey answers", "money": "money", "land": "land", "timber": "timber",
    "facility": "facilities", "species": "species", "time": "time", "distance": "distance", "other": "other figures",
    "officer": "police", "call": "police calls",
}  # fmt: skip
_PREFIX: Mapping[str, str] = {
    "change": "change in ", "difference": "change in ", "share": "share: ", "rank": "rank: ", "ratio": "rate: ",
}  # fmt: skip


def label(thing: str, action: str, kind: Kind, phrase: str, names: Mapping[tuple[str, str], str]) -> str:
    """Return a label such as `criminal cases solved` or `change in police calls received`.

    Args:
        thing: The object.
        action: The action.
        kind: The kind of statement.
        phrase: The English noun phrase of the number as written, or nothing.
        names: The English names of object and action pairs.
    """
    past = _PAST.get(action, action)
    phrase = phrase.removeprefix("of ")
    if phrase and re.fullmatch(r"[A-Za-z][A-Za-z' -]{2,48}", phrase):
        name = f"{phrase.lower()} {past}".strip()
    else:
        name = names.get((thing, action)) or f"{_NOUNS.get(thing, thing.replace('_', ' ') + 's')} {past}".strip()
    return _PREFIX.get(kind, "") + name
