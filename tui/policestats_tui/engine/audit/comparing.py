"""Which figures may be set side by side: same measure, unit, region, period and kind."""

from policestats_tui.engine.audit.evidence import Term
from policestats_tui.engine.intervals import bounds

Measure = tuple[str, str]


def measure(term: Term) -> Measure:
    """Return what is counted, and in which unit; what was done to it is compared apart."""
    return term.figure.object, term.figure.unit


def same_period(first: Term, second: Term) -> bool:
    """Tell whether two figures cover the same time; an unknown period rules nothing out."""
    one, two = bounds(first.figure.period), bounds(second.figure.period)
    return one is None or two is None or one == two


def same_place(first: Term, second: Term) -> bool:
    """Tell whether two figures cover the same region."""
    return first.figure.region == second.figure.region


def same_setting(first: Term, second: Term) -> bool:
    """Tell whether two figures agree in region, period and scope."""
    return same_place(first, second) and same_period(first, second) and first.figure.scope == second.figure.scope


def is_level(term: Term) -> bool:
    """Tell whether a figure is a count or amount."""
    return term.figure.kind == "level"
