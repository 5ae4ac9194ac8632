from pathlib import Path

import pytest

from policestats_tui.engine.extract.inference import Gazetteer
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.read.files import Source, find_sources, read_source
from tests.engine.extract.turn_scorer import read_turns, rows, share
from tests.support import SEEDS

GOLD = SEEDS.parent / "gold"
TABLES = sorted(GOLD.glob("*.turns.jsonl"))
pytestmark = pytest.mark.skipif(not TABLES, reason=f"the documents with gold turns are not in {GOLD}")


def found_turns(table: Path) -> tuple[list[dict[str, object]], int]:
    """Return the turns of the document that a table of gold turns is about, and its length."""
    lexicon = shipped_lexicon()
    name = table.name.replace(".turns.jsonl", ".txt")
    source = next(item for item in find_sources([SEEDS]) if isinstance(item, Source) and item.name == name)
    document = read_source(source, Gazetteer.of(lexicon))
    return [dict(row) for row in rows(extract(document, lexicon).turns)], len(document.text)


def test_nearly_every_character_of_the_gold_documents_goes_to_the_right_speaker() -> None:
    right = total = 0.0
    for table in TABLES:
        turns, length = found_turns(table)
        right += share(read_turns(table), turns, length) * length
        total += length
    assert right / total >= 0.97
