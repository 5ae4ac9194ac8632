"""What is known while a paragraph is read: each quantity with its words, and what the figures so far leave."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policestats_tui.engine.extract.changes import Statement
from policestats_tui.engine.extract.links import Link
from policestats_tui.engine.extract.quantities import Quantity
from policestats_tui.engine.model import Measured, Why

_RECALLED = 40


@dataclass(slots=True)
class Memory:
    """What the figures so far in a paragraph leave to those that follow.

    `levels` are the counts and amounts that a change may change, the latest last. `verb` is the action that holds along
    the present sentence's list, None where none does; `passive` is one that was said of the figure before only, and so
    of its parts. `recorded` is how the paragraph says that crimes come to be counted (錄得, recorded, registered),
    which holds for its counts of crimes without a verb. `whole` is the object of which the sentence tells parts.
    `begun` is the action of a list that the line before left open.
    """

    levels: list[Measured] = field(default_factory=list)
    last: Measured | None = None
    verb: str | None = None
    passive: str | None = None
    recorded: str | None = None
    whole: str | None = None
    begun: str | None = None

    def recent(self) -> Sequence[Measured]:
        """Return the last levels, the latest first: nobody refers further back, and a line may hold thousands."""
        return self.levels[: -_RECALLED - 1 : -1]


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity with everything that the words around it say."""

    one: Quantity
    link: Link
    statement: Statement
    zh: bool
    bracketed: bool


Meaning = tuple[str, str, int | None, tuple[Why, ...]]
"""Object, action, the level that a change refers to, and the words that decided."""
