"""All rules of the audit, run over the figures of a corpus."""

from collections.abc import Mapping, Sequence
from itertools import chain

from policestats_tui.engine.audit.campaign_totals import campaign_totals
from policestats_tui.engine.audit.changes import changes
from policestats_tui.engine.audit.evidence import Audited, terms
from policestats_tui.engine.audit.listed_parts import listed_parts
from policestats_tui.engine.audit.same_claims import same_claims
from policestats_tui.engine.audit.scattered_parts import scattered_parts
from policestats_tui.engine.audit.shares import shares
from policestats_tui.engine.model import Check

_ORDER = {"mismatch": 0, "rounding": 1, "holds": 2}


def audit(figures: Sequence[Audited], parents: Mapping[str, str | None]) -> list[Check]:
    """Return every arithmetic relation that is found, failures first, each once.

    Args:
        figures: Figures of one or many documents; those of a document in reading order.
        parents: The parent of each campaign, None for a series.
    """
    numbered = terms(figures)
    found = chain(
        campaign_totals(numbered, parents),
        listed_parts(numbered),
        scattered_parts(numbered),
        changes(numbered),
        shares(numbered),
        same_claims(numbered),
    )
    unique: dict[tuple[int, ...], Check] = {}
    for check in found:
        unique.setdefault((check.figures[0], *sorted(check.figures[1:])), check)
    return sorted(unique.values(), key=lambda check: (_ORDER[check.status], check.figures))
