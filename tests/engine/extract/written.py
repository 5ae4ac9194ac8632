"""Documents written for this project in the registers of many publishers, with tables made by hand.

`documents/` is one set, `unseen/` a later one, and `further/` holds one document of each of the batches that came last,
whose authors never saw the rules.

Each was written and annotated before extraction was run on it, so its first score was one on text that no rule had
been made for. The rules have been widened since by what they showed.
"""

from collections.abc import Mapping, Sequence
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

FOLDERS = tuple(Path(__file__).parent / name for name in ("documents", "unseen", "further"))
PATHS = {path.stem: path for folder in FOLDERS for path in folder.glob("*.txt")}
FURTHER = sorted(name for name, path in PATHS.items() if path.parent.name == "further")
NAMES = sorted(PATHS.keys() - FURTHER)


@cache
def extractions() -> Mapping[str, Extraction]:
    """Return what is extracted from each document, by its name."""
    lexicon = shipped_lexicon()
    gazetteer = Gazetteer.of(lexicon)
    sources = [item for item in find_sources(FOLDERS) if isinstance(item, Source)]
    found = [extract(read_source(source, gazetteer), lexicon) for source in sources]
    return {Path(one.document.name).stem: one for one in found}


def table(name: str) -> list[Row]:
    """Return the hand-made table of a document's figures."""
    return read_turns(PATHS[name].with_suffix(".figures.jsonl"))


@cache
def agreement(name: str) -> Comparison:
    """Compare the figures found in a document with its table."""
    return compare(table(name), [asdict(figure) for figure in extractions()[name].figures])


def together(names: Sequence[str]) -> Comparison:
    """Compare the figures of some documents with their tables."""
    each = [agreement(name) for name in names]
    return Comparison(
        tuple(pair for one in each for pair in one.pairs),
        tuple(row for one in each for row in one.missed),
        tuple(row for one in each for row in one.spurious),
    )


@cache
def speaker_share(name: str) -> float:
    """Return the share of a document's characters given to the right speaker."""
    extraction = extractions()[name]
    told = read_turns(PATHS[name].with_suffix(".turns.jsonl"))
    return share(told, rows(extraction.turns), len(extraction.document.text))


def heard(names: Sequence[str]) -> float:
    """Return the share of the characters of some documents given to the right speaker."""
    lengths = {name: len(extractions()[name].document.text) for name in names}
    return sum(speaker_share(name) * length for name, length in lengths.items()) / sum(lengths.values())
