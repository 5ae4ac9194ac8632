"""The development sentences of `dev/`: texts with the figures that a careful reader finds in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.figures import MeasureWords, find_measured
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Measured

FOLDER = Path(__file__).parent / "dev"
FILES = ("chinese.txt", "chinese_prose.txt", "english.txt", "english_prose.txt")
AGENCIES = ("agencies_zh.txt", "agencies_en.txt")
FIELDS = ("value", "unit", "qualifier", "kind", "direction", "basis", "object", "action")
_KINDS = frozenset(("level", "change", "difference", "share", "rank", "ratio"))
_HEDGES = frozenset(("exact", "about", "at_least", "at_most"))


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    value: float
    unit: str
    qualifier: str
    kind: str
    direction: str | None
    basis: str | None
    object: str
    action: str


@dataclass(frozen=True)
class Case:
    text: str
    figures: tuple[Expected, ...]


@dataclass(frozen=True)
class Agreement:
    """Figures expected, found among them and found beside them, and how many answers of each field agree."""

    expected: int
    matched: int
    spurious: int
    right: dict[str, int]

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.expected + self.matched + self.spurious)

    def accuracy(self, field: str) -> float:
        return self.right[field] / self.matched


def _expected(line: str, text: str, floor: int) -> Expected:
    written, amount, meaning, *rest = (cell.strip() for cell in line.split("|"))
    start = simplify(text).index(simplify(written), floor)
    value, _, unit = amount.partition(" ")
    thing, action = meaning.split()
    extras = rest[0].split() if rest else []
    hedge = next((word for word in extras if word in _HEDGES), "exact")
    kind = next((word for word in extras if word in _KINDS), "level")
    said = [word for word in extras if word not in _HEDGES | _KINDS]
    direction = said[0] if said else None
    basis = said[1] if len(said) > 1 else None
    return Expected(
        start, start + len(written), float(value), unit or "count", hedge, kind, direction, basis, thing, action
    )


def cases(name: str) -> Iterator[Case]:
    """Read a file of `dev/`: a text a line, below it one indented line a figure; `# ` begins a comment."""
    text: str = ""
    figures: list[Expected] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            figures.append(_expected(line, text, figures[-1].end if figures else 0))
        elif line and not line.startswith("# "):
            if text:
                yield Case(text, tuple(figures))
            text, figures = line, []
    yield Case(text, tuple(figures))


@cache
def words() -> MeasureWords:
    return MeasureWords.of(shipped_lexicon())


def measure(text: str) -> list[Measured]:
    """Return the figures of a text that stands alone."""
    simple = simplify(text)
    return find_measured(simple, split_passages(simple), words())


def agreement(all_cases: Sequence[Case]) -> Agreement:
    """Compare what is found with what is expected, span by span; marginal figures count on neither side."""
    expected = matched = spurious = 0
    right = dict.fromkeys(FIELDS, 0)
    for case in all_cases:
        found = {(one.start, one.end): one for one in measure(case.text)}
        expected += len(case.figures)
        for figure in case.figures:
            one = found.pop((figure.start, figure.end), None)
            if one is None:
                continue
            matched += 1
            for field in FIELDS:
                right[field] += _same(getattr(figure, field), getattr(one, field))
        spurious += sum(not one.marginal for one in found.values())
    return Agreement(expected, matched, spurious, right)


def _same(wanted: object, got: object) -> bool:
    if isinstance(wanted, float) and isinstance(got, float):
        return abs(wanted - got) <= 1e-6 * max(1.0, abs(wanted))
    return wanted == got
