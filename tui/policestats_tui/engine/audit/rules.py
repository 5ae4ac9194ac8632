"""All rules of the audit, run over the figures of a corpus."""

from collections.abc import Mapping, Sequence

from policestats_tui.engine.audit.campaign_totals import campaign_totals
from policestats_tui.engine.audit.evidence import Audited, terms
from policestats_tui.engine.model import Check

_ORDER = {"mismatch": 0, "rounding": 1, "holds": 2}


def audit(figures: Sequence[Audited], parents: Mapping[str, str | None]) -> list[Check]:
    """Return every arithmetic relation that is found, failures first, each once.

    Args:
        figures: Figures of one or many documents; those of a document in reading order.
        parents: The parent of each campaign, None for a series.
    """
    numbered = terms(figures)
    found = [*campaign_totals(numbered, parents)]
    unique = {(check.rule, check.figures): check for check in found}
    return sorted(unique.values(), key=lambda check: (_ORDER[check.status], check.figures))
