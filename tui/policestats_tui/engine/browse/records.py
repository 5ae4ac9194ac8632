"""The frozen records that tables, trees and panes are drawn from."""

from dataclasses import dataclass, field
from typing import Literal

from policestats_tui.engine.model import CheckStatus, Direction, Kind, Language, Qualifier, Scope, TurnKind, Why

Grouping = Literal["campaign", "region", "speaker", "topic", "year", "document"]
PivotBy = Literal["campaign", "period", "region", "speaker", "document"]
SortKey = Literal["reading", "measure", "value", "period", "region", "speaker", "campaign", "document"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which figures: each field narrows, None lets all through.

    `campaign` and `region` include what is below them; `speaker` is a name, `year` four digits, `measure` a measure id
    or an object or a part of a label, `language` that of the document, `document` a file name, `words` a part of the
    label, the sentence or a name.
    """

    campaign: str | None = None
    region: str | None = None
    speaker: str | None = None
    year: str | None = None
    measure: str | None = None
    language: Language | None = None
    topic: str | None = None
    document: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A line of the tree, in reading order. `own` counts its claims, `figures` those with everything below it."""

    id: str
    parent: str | None
    depth: int
    name_zh: str
    name_en: str
    own: int
    figures: int
    documents: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A claim as a table shows it: the figure that stands for it, and how many documents tell it.

    `mark` is the worst status of the checks that use it, or None where none does.
    """

    figure: int
    claim: int
    document: int
    doc: str
    date: str | None
    start: int
    end: int
    text: str
    value: float
    unit: str
    precision: float
    qualifier: Qualifier
    kind: Kind
    direction: Direction | None
    basis: str | None
    measure: str
    measure_zh: str
    measure_en: str
    label: str
    campaign: str | None
    campaign_zh: str | None
    campaign_en: str | None
    topic: str
    region: str
    region_zh: str
    region_en: str
    period: str
    speaker: str | None
    scope: Scope
    marginal: bool
    mark: CheckStatus | None
    tellings: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a pivot: `key` is a campaign, period, region, speaker or file name."""

    key: str
    title_zh: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a pivot: the first of its claims, and how many there are. Empty where nothing is claimed.

    `figure` is None in an empty cell. A sum counts its parts as `claims`, and `figure` is that of the first.
    """

    figure: int | None = None
    claims: int = 0
    value: float | None = None
    qualifier: Qualifier = "exact"
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class PivotRow:
    """One measure, unit and kind across the columns.

    `total` adds the cells (None where they cannot be added: hedged changes, shares, several claims in a cell), `stated`
    is what the parent itself claims, `mark` the status of the check between the two.
    """

    measure: str
    name_zh: str
    name_en: str
    unit: str
    kind: Kind
    cells: tuple[Cell, ...]
    total: Cell
    stated: Cell
    mark: CheckStatus | None


@dataclass(frozen=True, slots=True)
class Pivot:
    """Measures down, `headings` across."""

    headings: tuple[Heading, ...]
    rows: tuple[PivotRow, ...]


@dataclass(frozen=True, slots=True)
class FigureSpan:
    """A figure in its document, for underlining, and why it was read so."""

    figure: int
    start: int
    end: int
    label: str
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnSpan:
    """A turn in its document."""

    turn: int
    start: int
    end: int
    kind: TurnKind
    speaker: str | None
    role: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole document for the source pane. `siblings` are the other documents of its briefing: (id, doc, language)."""

    document: int
    doc: str
    briefing: str
    title: str | None
    publisher: str | None
    published: str | None
    held: str | None
    language: Language | None
    form: str
    digests: str | None
    body: int
    text: str
    figures: tuple[FigureSpan, ...] = ()
    turns: tuple[TurnSpan, ...] = ()
    siblings: tuple[tuple[int, str, str | None], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks, and how much."""

    id: int
    name: str
    role: str | None
    agency: str | None
    turns: int
    figures: int
    documents: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that somebody says."""

    passage: int
    document: int
    doc: str
    start: int
    end: int
    text: str
    speaker: str | None
    role: str | None
    agency: str | None
    kind: TurnKind
    date: str | None


@dataclass(frozen=True, slots=True)
class CheckRow:
    """An arithmetic relation with the sentences it stands on; the stated result comes first."""

    id: int
    rule: str
    status: CheckStatus
    explanation_zh: str
    explanation_en: str
    figures: tuple[FigureRow, ...]
