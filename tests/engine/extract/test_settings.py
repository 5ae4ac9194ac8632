from pathlib import Path

import pytest

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.outline import read_lines
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.extract.quotations import find_quotations
from policestats_tui.engine.extract.setting import SettingWords, Text, find_document_campaigns, set_figures
from policestats_tui.engine.extract.turns import find_turns
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Document, Measured
from tests.engine.extract.annotated import FIELDS, Expected, read_annotated

TEXTS = sorted((Path(__file__).parent / "settings").glob("*.txt"))
WORDS = SettingWords.of(shipped_lexicon())


def set_where(document: Document, expected: list[Expected]) -> list[tuple[str | None, ...]]:
    """Return where figures at the expected spans stand, whatever they measure."""
    text = simplify(document.text)
    lines = read_lines(text)
    floor = find_turns(text, document.text, lines)
    turns = sorted((*floor, *find_quotations(text, document.text, lines, floor)), key=lambda turn: turn.start)
    read = Text(document, text, split_passages(text), lines, floor, turns)
    measured = [
        Measured(one.start, one.end, 1, "count", 1, "exact", "level", None, None, "case", "solved", "")
        for one in expected
    ]
    found = set_figures(read, measured, find_document_campaigns(read, WORDS), WORDS)
    return [tuple(getattr(setting, field) for field in FIELDS) for setting in found]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_figures_stand_where_a_reader_sets_them(path: Path) -> None:
    document, expected = read_annotated(path)
    found = set_where(document, expected)
    told = [(document.text[one.start : one.end], one.setting) for one in expected]
    assert [(number, setting) for (number, _), setting in zip(told, found, strict=True)] == told
