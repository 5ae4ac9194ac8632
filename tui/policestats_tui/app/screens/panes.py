"""Which panes of the browse screen are on screen, by the window's size and the pane in focus."""

from typing import Literal

Pane = Literal["tree", "table", "source"]
PANES: tuple[Pane, ...] = ("tree", "table", "source")

WIDE, NARROW = 104, 72
"""Columns from which all panes, and from which two, fit side by side."""
LOW = 14
"""Lines up to which one pane is all that fits."""


def panes_shown(width: int, height: int, focus: Pane, *, alone: bool) -> frozenset[Pane]:
    """Return the panes on screen; the one in focus is always among them.

    All at 104 columns; two at 72: tree and table, or table and source; else, or when zoomed (`alone`), one.
    """
    if alone or width < NARROW or height < LOW:
        return frozenset({focus})
    if width >= WIDE:
        return frozenset(PANES)
    return frozenset({"table", "source"} if focus == "source" else {"tree", "table"})


def neighbour(pane: Pane, step: int) -> Pane:
    """Return the pane after (1) or before (-1) another, going round."""
    return PANES[(PANES.index(pane) + step) % len(PANES)]
