"""The word lists of `data/lexicon`, and a user's own lists laid over them."""

from policestats_tui.engine.lexicon.loading import load_lexicon, shipped_lexicon
from policestats_tui.engine.lexicon.records import Lexicon, MeasureRow, NamedRow, UnitKind, UnitRow, WordRow

__all__ = [
    "Lexicon", "MeasureRow", "NamedRow", "UnitKind", "UnitRow", "WordRow", "load_lexicon", "shipped_lexicon",
]  # fmt: skip
