"""The embedded digests beside their tables: what extraction finds in each."""

import json
from collections import Counter
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from policestats_tui.engine.assets import folder
from policestats_tui.engine.build.claims import number_claims
from policestats_tui.engine.extract.inference import Gazetteer
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Extraction, Figure
from policestats_tui.engine.read.files import Source, read_source
from tests.digests.scoring import Comparison, compare

TABLES = Path(__file__).parent
DIGESTS = sorted(path.name.removesuffix(".md") for path in folder("data/briefings").glob("*.md"))
"""The digests: briefing and language."""
BRIEFINGS = sorted({name.rpartition(".")[0] for name in DIGESTS})


def table(digest: str, what: str) -> list[dict[str, Any]]:
    """Return the hand-written rows of a digest: `figures` or `turns`."""
    lines = (TABLES / f"{digest}.{what}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def extraction(digest: str) -> Extraction:
    """Return all that a digest says, as a build reads it."""
    path = folder("data/briefings") / f"{digest}.md"
    return extract(read_source(Source(path, path.name), Gazetteer.of(shipped_lexicon())), shipped_lexicon())


def figures_agree(digest: str) -> Comparison:
    """Compare the figures of a digest with its table."""
    return compare(table(digest, "figures"), [asdict(figure) for figure in extraction(digest).figures])


def turns_agree(digest: str) -> Comparison:
    """Compare the turns of a digest with its table."""
    return compare(table(digest, "turns"), [asdict(turn) for turn in extraction(digest).turns])


def twin_claims(briefing: str) -> tuple[float, list[Figure]]:
    """Return the share of claims that both languages of a briefing tell, and the figures of the other claims."""
    figures = [figure for language in ("zh", "en") for figure in extraction(f"{briefing}.{language}").figures]
    numbers = number_claims(figures, 0)
    told = Counter(numbers)
    alone = [figure for figure, number in zip(figures, numbers, strict=True) if told[number] == 1]
    return sum(count > 1 for count in told.values()) / len(told), alone
