"""What widgets tell their screen. They know what happened in them, and not what it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from policestats_tui.app.clipboard import Delivery
from policestats_tui.app.commands import Command
from policestats_tui.engine.browse.records import (
    CheckRow,
    FigureRow,
    Grouping,
    Quote,
    SourceDocument,
    Speaker,
    TreeNode,
)
from policestats_tui.engine.model import Hit

Order = Literal["reading", "relevance"]
"""In which order the engine hands out hits."""

if TYPE_CHECKING:
    from policestats_tui.app.desk import Answer
    from policestats_tui.app.sources import Ready, Shelf
    from policestats_tui.engine.export import Table
    from policestats_tui.engine.search.facets import Facets
    from policestats_tui.engine.store import Meta


@dataclass
class NodeMoved(Message):
    """The tree's cursor stands on another node."""

    node: str


@dataclass
class NodeChosen(Message):
    """Enter on a node of the tree."""

    node: str


@dataclass
class PageWanted(Message):
    """The table is about to draw rows that it does not have, from `first` on."""

    first: int


@dataclass
class CellMoved(Message):
    """The table's cursor stands on another cell."""

    row: int
    column: int


@dataclass
class CellChosen(Message):
    """Enter on a cell of the table."""

    row: int
    column: int


@dataclass
class HeadClicked(Message):
    """The head of a column of the table was clicked."""

    column: int


@dataclass
class LineMoved(Message):
    """The cursor of a list (concordance, speakers, checks) stands on another line of data; `key` is its number."""

    view: str
    key: int


@dataclass
class LineChosen(Message):
    """Enter on a line of a list."""

    view: str
    key: int


@dataclass
class CommandClicked(Message):
    """A command of the line of keys was clicked."""

    command: type[Command]


@dataclass
class Failed(Message):
    """A query or another piece of work in a thread failed; `reason` says how in one line."""

    reason: str


@dataclass
class Opened(Message):
    """The database is open."""

    meta: "Meta"


@dataclass
class BuildingCorpus(Message):
    """The shipped corpus is being built, which takes a moment."""


@dataclass
class TreeLoaded(Message):
    """The lines of the tree."""

    by: Grouping
    nodes: Sequence[TreeNode]


@dataclass
class TableLoaded(Message):
    """A question answered: its first rows, and the pivot as a table where one was asked for."""

    answer: "Answer"
    first: Sequence[FigureRow]
    pivot: "Table | None"


@dataclass
class PageLoaded(Message):
    """More rows of an answer."""

    answer: "Answer"
    first: int
    rows: Sequence[FigureRow]


@dataclass
class FiguresLoaded(Message):
    """Figures that were asked for by number."""

    rows: Sequence[FigureRow]


@dataclass
class DocumentLoaded(Message):
    """A document, and which stretch of it is to be lit; `figure` is that stretch's figure where it is one."""

    document: SourceDocument
    lit: tuple[int, int] | None
    figure: int | None = None


@dataclass
class DocumentsReady(Message):
    """Documents that may be shown next, for the shelf that asked for them."""

    shelf: "Shelf"
    documents: Sequence["Ready"]


@dataclass
class TableReady(Message):
    """A whole table for a copy or an export, in a format, for the clipboard or a file."""

    text: str
    rows: int
    to_file: str | None = None


@dataclass
class Copied(Message):
    """A copy went out: what it was, and which way."""

    what: str
    delivery: Delivery


@dataclass
class Saved(Message):
    """An export was written, or not: `reason` then says why."""

    file: str
    reason: str | None = None


@dataclass
class Replaced(Message):
    """Somebody put a new database in the place of the one that is open."""


@dataclass
class ChecksLoaded(Message):
    """Every arithmetic relation, failures first."""

    checks: Sequence[CheckRow]


@dataclass
class PairLoaded(Message):
    """Two figures and their documents, to be set side by side."""

    documents: tuple[SourceDocument, SourceDocument]
    figures: tuple[FigureRow, FigureRow]


@dataclass
class SpeakersLoaded(Message):
    """Who speaks."""

    speakers: Sequence[Speaker]


@dataclass
class QuotesLoaded(Message):
    """What somebody says."""

    quotes: Sequence[Quote]


@dataclass
class HitsLoaded(Message):
    """Passages that answer a query, from number `offset` on, of `total`."""

    query: str
    order: Order
    offset: int
    total: int
    hits: Sequence[Hit]


@dataclass
class QueryRefused(Message):
    """A query cannot be understood: at which character, why, and the nearest that can."""

    query: str
    position: int
    reason: str
    suggestion: str | None


@dataclass
class QueryRecalled(Message):
    """The query before is asked for (1), or the one after (-1)."""

    further: int


@dataclass
class FacetsLoaded(Message):
    """The hits of a query, counted."""

    query: str
    facets: "Facets"
