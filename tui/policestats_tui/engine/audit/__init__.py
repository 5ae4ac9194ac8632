"""Arithmetic between figures: what adds up, what only rounds, and what does not."""

from policestats_tui.engine.audit.evidence import Audited, evidence
from policestats_tui.engine.audit.rules import audit

__all__ = ["Audited", "audit", "evidence"]
