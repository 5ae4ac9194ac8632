"""Rules of the genre: what counters count, what verbs are done to, and what is meant where a word is left out.

Police statistics are formulaic. 起 counts cases, disputes, accidents and calls; 名 and 人 count people, and which
people is said by the noun or, where there is none, by the verb (抓获227人: suspects; 转移群众270人: the public).
Money is involved in a case unless a verb says that it was frozen, stopped, returned or recovered. A verb that
cannot apply to a noun does not govern it ("cases were dealt with, including … 5,899 wild animals": animals are
seized). The tables here say so, object by object, in the codebook's words.
"""

from collections.abc import Mapping

PEOPLE = frozenset({"suspect", "fugitive", "offender", "drug_user", "officer", "public"})
_THINGS = frozenset({"good", "weapon", "card", "drug", "animal", "animal_product", "plant", "timber", "relic"})
_INCIDENTS = frozenset({"case", "call", "dispute", "accident", "hazard", "clue"})
_RECORDS = frozenset({"message", "document", "website", "account"})
_PAPER = _RECORDS | {"clue", "other", "call"}

UNIT_OBJECT: Mapping[str, str] = {"m2": "facility"}
"""Where a unit says more than its kind: floor space is measured in square metres, land in mu and hectares."""

NEUTRAL_PEOPLE = frozenset(
    [
        "人",
        "人员",
        "人士",
        "个人",
        "people",
        "person",
        "persons",
        "person-times",
        "individuals",
        "individual",
        "personnel",
        "men",
        "others",
        "person-times",
    ]
)

NO_DOERS = frozenset([
    "answers", "banners", "barriers", "bees", "boilers", "boosters", "borders", "bunkers", "burners", "cancers",
    "carriers", "centers", "centimeters", "centimetres", "centres", "chapters", "chargers", "coffees", "colors",
    "committees", "computers", "containers", "conveyors", "corners", "corridors", "counters", "covers", "dangers",
    "degrees", "detectors", "disasters", "doors", "drawers", "errors", "factors", "fees", "fibers", "fibres",
    "figures", "filters", "fingers", "floors", "folders", "freezers", "guarantees", "hammers", "headquarters",
    "heaters", "hours", "identifiers", "kilometers", "kilometres", "knees", "ladders", "layers", "letters",
    "lighters", "liters", "litres", "lockers", "manners", "markers", "matters", "meters", "metres", "mirrors",
    "monitors", "motors", "newspapers", "numbers", "offers", "orders", "others", "papers", "posters", "powers",
    "quarters", "registers", "ringers", "rivers", "scanners", "sectors", "sensors", "servers", "shoulders",
    "stickers", "towers", "trackers", "transfers", "transformers", "trees", "tremors", "trustees", "wrappers",
])  # fmt: skip
"""English words that end as words for people do, and name none."""

COUNTER_OBJECTS: Mapping[str, frozenset[str]] = {
    "incident": _INCIDENTS | {"event", "document", "other"},
    "instance": _INCIDENTS | {"public", "other"},
    "item": _THINGS | _INCIDENTS | _RECORDS | {"other", "event", "land"},
    "person": PEOPLE,
    "person-time": PEOPLE | {"message", "event", "other", "document"},
    "animal": frozenset({"animal", "animal_product", "vehicle", "good", "drug"}),
    "plant": frozenset({"plant", "timber", "drug"}),
    "vehicle": frozenset({"vehicle", "event"}),
    "device": frozenset({"vehicle", "good", "facility", "document", "animal_product"}),
    "sheet": frozenset({"card", "document", "good", "weapon", "relic", "animal_product", "money", "other"}),
    "copy": _PAPER | {"good", "card", "other"},
    "strip": _PAPER | _THINGS | {"gang", "place", "facility", "other", "hazard"},
    "matter": _PAPER | _INCIDENTS | {"event", "facility", "other", "place", "good", "website"},
    "occasion": frozenset(
        {"public", "event", "message", "document", "call", "other", "officer", "vehicle", "dispute", "hazard"}
    ),
    "establishment": frozenset({"place", "den", "facility", "gang", "team", "website"}),
    "spot": frozenset({"place", "den", "hazard", "facility", "land", "relic", "other"}),
    "household": frozenset({"public", "place", "account"}),
    "squad": frozenset({"team", "weapon", "gang", "good", "relic"}),
    "handful": frozenset({"weapon", "good", "drug", "card", "money"}),
    "set": _THINGS - {"animal"} | {"facility", "vehicle", "account", "document"},
    "container": frozenset({"good", "drug", "relic", "animal_product", "plant"}),
    "banner": frozenset({"document", "good", "other"}),
    "point": frozenset({"attitude", "other"}),
    "kind": frozenset({"species", "drug", "good", "document", "other", "plant", "animal"}),
    "entry": frozenset({"money", "account", "case", "good", "other"}),
}
"""What each counter of `units.csv` (by its English name) can count.

A counter that is not here counts anything but people.
"""

COUNTER_DEFAULT: Mapping[str, str] = {
    "incident": "case", "animal": "animal", "plant": "plant", "vehicle": "vehicle", "establishment": "place",
    "container": "good", "household": "public", "handful": "weapon", "banner": "good",
}  # fmt: skip
KIND_OBJECT: Mapping[str, str] = {
    "money": "money", "mass": "good", "area": "land", "length": "distance", "volume": "good", "time": "time",
    "temperature": "other",
}  # fmt: skip
KIND_OBJECTS: Mapping[str, frozenset[str]] = {
    "money": frozenset({"money"}),
    "mass": frozenset({"drug", "animal_product", "plant", "timber", "good", "weapon", "animal"}),
    "area": frozenset({"land", "plant", "facility", "place", "timber"}),
    "length": frozenset({"distance"}),
    "volume": frozenset({"timber", "good", "drug"}),
    "time": frozenset({"time"}),
    "temperature": frozenset({"other"}),
}
LEGAL_STEPS = frozenset(["accepted", "filed", "solved", "closed", "transferred", "arrested", "handled", "stopped"])
"""What is done to cases: 起诉2980件 counts cases, whatever else 件 can count."""

PERSON_BY_ACTION: Mapping[str, str] = {
    "arrested": "suspect", "detained": "suspect", "transferred": "suspect", "involved": "suspect", "solved": "suspect",
    "seized": "suspect", "found": "suspect", "handled": "offender", "punished": "offender", "destroyed": "suspect",
    "deployed": "officer", "commended": "officer", "held": "public", "listed": "fugitive", "closed": "suspect",
    "accepted": "suspect", "filed": "suspect",
}  # fmt: skip

RECORDED = frozenset(("received", "accepted", "filed"))
"""How a crime comes to be counted."""

BY_NATURE = frozenset(("accident", "call"))
"""What happens or comes in by itself, whatever was done to what stands before it in a list."""

UNNAMED: Mapping[str, str] = {
    "arrested": "suspect", "detained": "suspect", "transferred": "suspect", "punished": "offender", "seized": "good",
    "rescued": "public", "evacuated": "public", "dissuaded": "public", "solved": "case", "filed": "case",
    "commended": "officer", "held": "event", "published": "document",
}  # fmt: skip
"""What a verb is done to where an English noun of no list names it: `seizing 1.2 million blades` seizes goods."""

RECIPIENTS = frozenset(("public", "account", "card", "suspect", "offender", "drug_user"))
"""What a verb reaches after `to`, `in` or `from`, too: `returned 2 million yuan to 31 victims`."""

UNLAWFUL = frozenset(("arrested", "detained", "transferred", "punished"))
"""What is done to suspects and offenders, whatever noun names them: `arrested 12 men and seven women`."""

DEFAULT_ACTION: Mapping[str, str] = {
    "call": "received", "money": "other", "species": "existing", "attitude": "surveyed", "drug": "seized",
    "weapon": "seized", "animal": "seized", "animal_product": "seized", "plant": "seized", "timber": "seized",
    "relic": "seized", "good": "involved", "card": "seized", "gang": "destroyed", "den": "destroyed",
    "suspect": "arrested", "fugitive": "arrested", "offender": "handled", "land": "involved", "team": "other",
    "event": "held", "drug_user": "existing", "place": "involved", "case": "handled", "website": "blocked",
    "hazard": "found", "facility": "existing", "account": "involved", "officer": "deployed",
}  # fmt: skip

TOLD_BY_NOUN = frozenset(DEFAULT_ACTION) - {
    "case",
    "suspect",
    "offender",
    "place",
    "land",
    "good",
    "hazard",
    "drug_user",
    "account",
    "officer",
}
"""Objects whose default action needs no verb anywhere near."""

_SEIZABLE = _THINGS | {
    "vehicle",
    "document",
    "money",
    "account",
    "place",
    "relic",
    "land",
    "facility",
    "message",
    "website",
}
_HANDLED = frozenset({"offender", "suspect", "drug_user", "other", "document", "public", "vehicle", "place"}) | {
    "website", "card", "account",
}  # fmt: skip
ACTION_OBJECTS: Mapping[str, frozenset[str]] = {
    "accepted": _INCIDENTS | _RECORDS | {"other", "suspect"},
    "received": _INCIDENTS | {"document", "other", "message", "public", "good"},
    "filed": frozenset({"case", "suspect"}),
    "solved": frozenset({"case", "clue", "gang"}),
    "handled": _INCIDENTS - {"hazard"} | _HANDLED,
    "closed": frozenset({"case", "clue", "dispute", "call", "den", "place", "website", "hazard", "other", "account",
                         "suspect", "document"}),
    "transferred": PEOPLE - {"officer"} | {"case", "clue", "other", "relic", "place"},
    "arrested": PEOPLE - {"officer"} | {"gang", "case"},
    "detained": PEOPLE - {"officer"} | {"vehicle"},
    "punished": PEOPLE - {"officer"} | {"document", "case", "place", "money", "vehicle", "other"},
    "destroyed": frozenset({"gang", "den", "place", "plant", "facility", "website", "hazard", "team"}) | _THINGS,
    "seized": _SEIZABLE | {"drug_user", "suspect", "fugitive", "offender", "case", "den"},
    "frozen": frozenset({"money", "account", "card"}),
    "stopped": frozenset({"money", "accident", "case", "account", "card"}),
    "returned": PEOPLE - {"officer"} | {"account", "money", "relic", "vehicle", "good", "animal", "document", "timber"},
    "recovered": frozenset({"money", "relic", "vehicle", "good", "land", "weapon", "timber", "animal", "animal_product",
                            "plant", "card", "document"}),
    "involved": frozenset(_THINGS | {"money", "land", "place", "case", "suspect", "public", "vehicle", "account",
                                     "document", "gang", "card", "offender", "website", "facility"}),
    "inspected": frozenset({"place", "vehicle", "public", "facility", "land", "hazard", "clue", "dispute", "account",
                            "case", "team", "other", "good", "document", "website", "animal", "suspect", "offender"}),
    "found": _INCIDENTS | _THINGS | PEOPLE | {"land", "place", "den", "other", "website", "vehicle", "money"},
    "rectified": frozenset({"suspect", "hazard", "place", "land", "other", "website", "facility", "document", "case",
                            "vehicle"}),
    "listed": frozenset({"case", "place", "hazard", "other", "gang", "fugitive", "suspect", "clue"}),
    "blocked": frozenset({"website", "account", "card", "message", "place", "den", "good", "facility"}),
    "intercepted": _THINGS | {"message", "call", "website", "vehicle", "case", "suspect", "money", "offender",
                              "species", "document"},
    "issued": _RECORDS | {"clue", "card", "money", "other", "good"},
    "published": frozenset({"document", "message", "other", "clue", "case"}),
    "held": frozenset({"event", "other"}),
    "deployed": frozenset({"officer", "team", "vehicle", "facility", "public", "place", "event", "good"}),
    "mobilised": frozenset({"public", "officer", "team", "place", "vehicle"}),
    "reached": frozenset({"public", "place", "other", "message"}),
    "dissuaded": frozenset({"public"}),
    "rescued": frozenset({"public", "animal", "drug_user"}),
    "evacuated": frozenset({"public", "vehicle"}),
    "resolved": frozenset({"dispute", "hazard", "case", "other", "call"}),
    "verified": frozenset({"clue", "land", "money", "public", "account", "other", "place", "case", "hazard", "document",
                           "suspect", "vehicle", "message", "good"}),
    "killed": PEOPLE | {"animal"},
    "injured": PEOPLE,
    "commended": frozenset({"officer", "team", "public", "other", "place"}),
    "surveyed": frozenset({"public", "attitude", "place", "land"}),
    "built": frozenset({"facility", "team", "place", "document", "website", "account", "other"}),
    "completed": frozenset({"case", "event", "document", "facility", "other", "clue", "place", "money"}),
}  # fmt: skip
"""What each action can be done to; an action that is not here goes with anything."""

SENSES: Mapping[tuple[str, str], str] = {
    ("closed", "den"): "destroyed", ("closed", "website"): "blocked", ("destroyed", "website"): "blocked",
    ("destroyed", "hazard"): "rectified", ("resolved", "hazard"): "rectified", ("closed", "hazard"): "rectified",
    ("handled", "dispute"): "resolved", ("closed", "dispute"): "resolved", ("completed", "case"): "closed",
    ("resolved", "case"): "solved", ("seized", "suspect"): "arrested", ("seized", "fugitive"): "arrested",
    ("seized", "offender"): "arrested", ("seized", "drug_user"): "found", ("seized", "case"): "handled",
    ("seized", "den"): "destroyed", ("arrested", "gang"): "destroyed", ("solved", "gang"): "destroyed",
    ("involved", "case"): "handled", ("listed", "place"): "listed", ("intercepted", "money"): "stopped",
    ("rectified", "case"): "handled", ("found", "drug"): "seized", ("found", "weapon"): "seized",
    ("found", "animal_product"): "seized", ("blocked", "den"): "destroyed", ("transferred", "public"): "evacuated",
    ("completed", "facility"): "built", ("completed", "document"): "issued", ("handled", "vehicle"): "handled",
    ("found", "suspect"): "arrested", ("found", "fugitive"): "arrested", ("found", "good"): "seized",
    ("blocked", "place"): "closed", ("punished", "case"): "handled", ("intercepted", "suspect"): "arrested",
    ("built", "document"): "issued",
    ("inspected", "dispute"): "found", ("inspected", "hazard"): "found", ("involved", "facility"): "existing",
    ("reached", "place"): "involved", ("deployed", "facility"): "built", ("issued", "event"): "held",
    ("inspected", "case"): "listed", ("issued", "animal"): "rescued", ("received", "public"): "reached",
    ("closed", "account"): "blocked", ("rectified", "message"): "blocked",
    ("rectified", "website"): "blocked", ("rectified", "account"): "blocked", ("closed", "card"): "blocked",
    ("issued", "team"): "deployed", ("issued", "officer"): "deployed", ("detained", "vehicle"): "seized",
    ("intercepted", "good"): "seized", ("intercepted", "weapon"): "seized", ("intercepted", "animal"): "seized",
    ("intercepted", "animal_product"): "seized", ("intercepted", "plant"): "seized", ("intercepted", "relic"): "seized",
    ("intercepted", "document"): "seized", ("inspected", "clue"): "verified", ("solved", "den"): "destroyed",
    ("deployed", "public"): "mobilised", ("dissuaded", "suspect"): "returned", ("dissuaded", "fugitive"): "returned",
    ("surveyed", "place"): "inspected", ("destroyed", "message"): "blocked", ("filed", "other"): "other",
    ("punished", "website"): "handled", ("inspected", "money"): "verified", ("existing", "attitude"): "surveyed",
    ("intercepted", "case"): "stopped", ("intercepted", "drug"): "seized", ("stopped", "message"): "intercepted",
    ("stopped", "call"): "intercepted", ("held", "suspect"): "detained", ("held", "offender"): "detained",
    ("held", "drug_user"): "detained", ("held", "fugitive"): "detained", ("existing", "accident"): "other",
    ("received", "accident"): "other", ("filed", "accident"): "other", ("found", "accident"): "other",
    ("closed", "public"): "inspected", ("closed", "vehicle"): "inspected", ("held", "vehicle"): "seized",
    ("issued", "vehicle"): "deployed", ("held", "case"): "filed",
    ("received", "suspect"): "transferred", ("received", "fugitive"): "transferred",
    ("completed", "public"): "inspected", ("published", "officer"): "deployed", ("published", "vehicle"): "deployed",
    ("published", "team"): "deployed", ("detained", "good"): "seized", ("detained", "drug"): "seized",
    ("detained", "money"): "seized", ("detained", "animal_product"): "seized", ("detained", "document"): "seized",
    ("detained", "weapon"): "seized", ("punished", "gang"): "destroyed", ("verified", "public"): "inspected",
    ("verified", "vehicle"): "inspected", ("dissuaded", "message"): "issued",
     ("recovered", "public"): "rescued", ("blocked", "money"): "stopped", ("handled", "accident"): "other",
    ("accepted", "call"): "received", ("verified", "case"): "handled", ("verified", "fugitive"): "found",
    ("evacuated", "call"): "transferred",
}  # fmt: skip
"""A verb means another action with some nouns: closing dens is destroying them, settling cases is solving them."""


WEAK_ACTIONS = frozenset(("found", "inspected", "handled", "verified", "received", "accepted"))
"""Searches and first steps. Of two verbs joined by `and`, the outcome counts.

`found and rectified 56 hazards` rectified them.
"""


def goes_with(action: str, thing: str) -> bool:
    """Tell whether `action` can be done to the object `thing`."""
    objects = ACTION_OBJECTS.get(action)
    return objects is None or thing in objects or thing == "other"


def sense(action: str, thing: str) -> str:
    """Return the action that a verb of `action` names where its object is `thing`."""
    return SENSES.get((action, thing), action)
