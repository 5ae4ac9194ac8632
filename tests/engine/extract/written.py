"""Documents written for this project in the registers of many publishers, with tables made by hand: `documents/`.

They were written and annotated before extraction was run on them, so the first score was one on text that no rule had
been made for. The rules have been widened since by what they showed.
"""

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

from policestats_tui.engine.extract.inference import Gazetteer
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Extraction
from policestats_tui.engine.read.files import Source, find_sources, read_source
from tests.digests.scoring import Comparison, Row, compare
from tests.engine.extract.turn_scorer import read_turns, rows, share

DOCUMENTS = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))


@cache
def extractions() -> Mapping[str, Extraction]:
    """Return what is extracted from each document, by its name."""
    lexicon = shipped_lexicon()
    gazetteer = Gazetteer.of(lexicon)
    sources = [item for item in find_sources([DOCUMENTS]) if isinstance(item, Source)]
    found = [extract(read_source(source, gazetteer), lexicon) for source in sources]
    return {Path(one.document.name).stem: one for one in found}


def table(name: str) -> list[Row]:
    """Return the hand-made table of a document's figures."""
    return read_turns(DOCUMENTS / f"{name}.figures.jsonl")


@cache
def agreement(name: str) -> Comparison:
    """Compare the figures found in a document with its table."""
    return compare(table(name), [asdict(figure) for figure in extractions()[name].figures])


def together() -> Comparison:
    """Compare the figures of all documents with their tables."""
    each = [agreement(name) for name in NAMES]
    return Comparison(
        tuple(pair for one in each for pair in one.pairs),
        tuple(row for one in each for row in one.missed),
        tuple(row for one in each for row in one.spurious),
    )


@cache
def speaker_share(name: str) -> float:
    """Return the share of a document's characters given to the right speaker."""
    extraction = extractions()[name]
    told = read_turns(DOCUMENTS / f"{name}.turns.jsonl")
    return share(told, rows(extraction.turns), len(extraction.document.text))
