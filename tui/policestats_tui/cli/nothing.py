"""What to say where a command finds nothing."""

import argparse
from difflib import get_close_matches

from policestats_tui.cli.databases import open_store
from policestats_tui.engine.store import Store

_NAMES = {
    "campaign": "search/names_campaign",
    "region": "search/names_region",
    "speaker": "search/names_speaker",
    "topic": "browse/topics",
}
"""What lists the names that a filter can have, in its last column."""
_LIKENESS = 0.5
"""How alike a name must be to be worth naming, from 0 to 1."""


def why_nothing(options: argparse.Namespace) -> str:
    """Return that nothing was found, and which filter names something that the database does not have."""
    store = open_store(options.db)
    given = vars(options) | {"campaign": getattr(options, "name", None) or options.campaign}
    told = [_unknown(store, name, given[name]) for name in _NAMES if given.get(name)]
    return "; ".join(("nothing found", *filter(None, told)))


def _unknown(store: Store, field: str, wanted: str) -> str | None:
    """Return what there is instead of a campaign, region, speaker or topic that nobody knows; None for a known one."""
    names = {str(row[-1]).casefold(): str(row[-1]) for row in store.run(_NAMES[field]) if row[-1]}
    folded = wanted.casefold()
    if folded in names or (field == "speaker" and any(folded in name for name in names)):
        return None
    near = get_close_matches(folded, names, n=1, cutoff=_LIKENESS)
    nearest = f", the nearest is {names[near[0]]}" if near else ""
    return f"no {field} here is called {wanted}{nearest}"
