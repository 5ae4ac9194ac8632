"""The records that the engine speaks in.

Their words are the codebook's. All offsets are half-open and count Unicode code points of `Document.text`, which is
the file's text after decoding and nothing else.
"""

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["zh", "en"]
Qualifier = Literal["exact", "about", "at_least", "at_most"]
Kind = Literal["level", "change", "difference", "share", "rank", "ratio"]
Direction = Literal["up", "down", "flat"]
Scope = Literal["aggregate", "case"]
TurnKind = Literal["statement", "answer", "question"]
CheckStatus = Literal["holds", "rounding", "mismatch"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document beside its text.

    Dates are ISO strings of any precision (`2022-07`, `2021-01-13`) or None. `inferred` names the fields that were
    read out of the text, in contrast to front matter, a sidecar or `corpus.csv`.
    """

    briefing: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    held: str | None = None
    place: str | None = None
    language: Language | None = None
    region: str | None = None
    url: str | None = None
    form: str = "original"
    digests: str | None = None
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """One text: `name` is the file's base name, `body` the offset where front matter ends (0 without one)."""

    name: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    body: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document; `paragraph` counts lines with text from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of text in one voice; `speaker` is a name, an outlet, or None. `aka` is another spelling of it."""

    start: int
    end: int
    kind: TurnKind
    speaker: str | None
    role: str | None = None
    agency: str | None = None
    aka: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """The words `text[start:end]` decided `field` of a figure."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure as its own words and their neighbours tell it, before it is set in time, place and campaign.

    `value` is in the canonical `unit`; `precision` is what one step of the last written digit is worth in it
    (4.965 billion yuan: 1e6). `refers_to` is the start offset of the level that a change or difference changes.
    """

    start: int
    end: int
    value: float
    unit: str
    precision: float
    qualifier: Qualifier
    kind: Kind
    direction: Direction | None
    basis: str | None
    object: str
    action: str
    label: str
    refers_to: int | None = None
    marginal: bool = False
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a figure stands: campaign, topic, region, period, speaker and scope, and the words that say so."""

    campaign: str | None
    topic: str
    region: str
    period: str
    speaker: str | None
    scope: Scope
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that measures something, with every field of the codebook. Offsets as in `Measured`."""

    doc: str
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
    object: str
    action: str
    label: str
    campaign: str | None
    topic: str
    region: str
    period: str
    speaker: str | None
    scope: Scope
    marginal: bool = False
    refers_to: int | None = None
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign or special action; `mentions` are the spans that name it in one document."""

    id: str
    name_zh: str | None
    name_en: str | None
    parent: str | None
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, in reading order."""

    document: Document
    passages: tuple[Passage, ...]
    turns: tuple[Turn, ...]
    figures: tuple[Figure, ...]
    campaigns: tuple[Campaign, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """An arithmetic relation between figures.

    `figures` are indexes into the list of figures that was audited, the stated total or result first.
    `explanation_zh` and `explanation_en` tell the arithmetic in one line.
    """

    rule: str
    status: CheckStatus
    explanation_zh: str
    explanation_en: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A lit stretch of a document: document offsets, and the query's form that matched there."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query. `start`, `end` and the matches are document offsets."""

    document: int
    passage: int
    doc: str
    language: Language | None
    start: int
    end: int
    text: str
    matches: tuple[Match, ...]
    speaker: str | None = None
    campaign: str | None = None
    year: int | None = None
