"""What ties a quantity to the words that say what was counted and what was done to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract import genre
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.extract.terms import Term


@dataclass(frozen=True, slots=True)
class Link:
    """The noun and the verb of a quantity.

    `object` and `action` are None where nothing near the quantity names one; `noun` and `verb` are the words that do.
    `named` says that a noun near the quantity names the object, in contrast to a default or to an earlier figure's.
    `joined` says that the quantity shares the noun or verb of the next one (`261 live and 2 dead rabbits were
    collected`). `people` says that people are counted without a word for who they are; `phrase` is an English noun
    phrase as written; `after` are the verbs after it that a list may share.
    """

    object: str | None = None
    action: str | None = None
    noun: Term | None = None
    verb: Term | None = None
    named: bool = False
    joined: bool = False
    people: bool = False
    phrase: str = ""
    after: tuple[Term, ...] = ()


def fits(one: Quantity, thing: str) -> bool:
    """Tell whether the quantity's unit or measure word can measure `thing`."""
    if one.kind == "counter":
        objects = genre.COUNTER_OBJECTS.get(one.unit_name or "")
        return thing in objects if objects is not None else thing not in ("money", "attitude")
    objects = genre.KIND_OBJECTS.get(one.kind or "")
    return objects is None or thing in objects


def object_of(one: Quantity, noun: Term | None) -> str | None:
    """Return the object that a noun names for this quantity: animals counted by kind (115种) are species."""
    if noun is None:
        return "money" if one.kind == "money" else None
    if one.unit_name == "kind" and noun.object in ("animal", "plant"):
        return "species"
    if one.unit_name == "plant" and noun.object == "drug":
        return "plant"
    if one.unit == "m2" and noun.object == "place":
        return "facility"
    return noun.object


def first_that_applies(verbs: Sequence[Term], thing: str | None) -> Term | None:
    """Return the first verb that can be done to `thing`; any verb where the thing is unknown."""
    for verb in verbs:
        if verb.action and (thing is None or goes(verb.action, thing)):
            return verb
    return None


def outcome(verbs: Sequence[Term], thing: str | None) -> Term | None:
    """Return the verb that counts among verbs joined by `and`: the first outcome, else the last search.

    Of seizing and freezing, freezing says more: `sealed up, seized and frozen`.
    """
    strong = [verb for verb in verbs if verb.action not in genre.WEAK_ACTIONS]
    strong.sort(key=lambda verb: verb.action != "frozen")
    return first_that_applies(strong, thing) or first_that_applies(list(reversed(verbs)), thing)


def goes(action: str, thing: str) -> bool:
    """Tell whether a verb of `action` goes with `thing`, in its own sense or in one it takes with that noun."""
    return (action, thing) in genre.SENSES or genre.goes_with(action, thing)


_SAME_PEOPLE = (None, "found", "new", "existing", "other", "killed", "injured", "returned", "intercepted")
"""What may be done to any people: it does not say who they are."""


def person_of(action: str | None, earlier: str | None, part: bool) -> str:
    """Return who is counted where no noun says it: by the verb, or as in the earlier figure of which this is a part."""
    if earlier in genre.PEOPLE and (part or action in _SAME_PEOPLE):
        return earlier
    if earlier == "fugitive" and action == "arrested":
        return earlier
    return genre.PERSON_BY_ACTION.get(action or "", "public")
