"""Reads the development sentences: text, then one indented line a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.figures import MeasureWords, find_measured
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Measured

FOLDER = Path(__file__).parent / "dev"
KINDS = frozenset(("level", "change", "difference", "share", "rank", "ratio"))
HEDGES = frozenset(("exact", "about", "at_least", "at_most"))
FIELDS = ("value", "unit", "qualifier", "kind", "direction", "basis", "object", "action")
WORDS = MeasureWords.of(shipped_lexicon())


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


def _expected(line: str, text: str, floor: int) -> Expected:
    written, amount, meaning, *rest = (cell.strip() for cell in line.split("|"))
    start = simplify(text).index(simplify(written), floor)
    value, unit = (*amount.split(), "count")[:2]
    thing, action = meaning.split()
    extras = rest[0].split() if rest else []
    hedge = next((word for word in extras if word in HEDGES), "exact")
    kind = next((word for word in extras if word in KINDS), "level")
    said = [word for word in extras if word not in HEDGES | KINDS]
    direction, basis = (*said, None, None)[:2]
    return Expected(start, start + len(written), float(value), unit, hedge, kind, direction, basis, thing, action)


def cases(name: str) -> Iterator[tuple[str, list[Expected]]]:
    text, figures = "", list[Expected]()
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            figures.append(_expected(line, text, figures[-1].end if figures else 0))
        elif line and not line.startswith("# "):
            if text:
                yield text, figures
            text, figures = line, []
    yield text, figures


def measure(text: str) -> list[Measured]:
    simple = simplify(text)
    return find_measured(simple, split_passages(simple), WORDS)
