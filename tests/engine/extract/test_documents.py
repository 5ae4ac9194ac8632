"""Extraction reads the written documents of many publishers at least as well as it did when this was measured."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.engine.extract.written import FOLDERS, NAMES, extractions, speaker_share, table, together

FLOORS: Mapping[str, float] = {
    "value": 1.000,
    "unit": 0.999,
    "qualifier": 0.996,
    "kind": 0.999,
    "direction": 1.000,
    "object": 0.972,
    "action": 0.948,
    "campaign": 0.990,
    "region": 0.987,
    "period": 0.974,
    "speaker": 0.990,
    "scope": 0.993,
}
"""The share of figures found of which each field is right, over all documents."""
SPANS, RECORDS, HEARD = 0.997, 0.890, 0.982


@pytest.mark.parametrize("name", NAMES)
def test_a_table_stands_where_its_document_says_it(name: str) -> None:
    text = extractions()[name].document.text
    rows = table(name)
    assert rows == sorted(rows, key=lambda row: row["start"])
    assert [row["text"] for row in rows] == [text[row["start"] : row["end"]] for row in rows]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_every_document_is_in_the_corpus_file(folder: Path) -> None:
    listed = (folder / "corpus.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert sorted(line.partition(",")[0] for line in listed) == sorted(path.name for path in folder.glob("*.txt"))


def test_spans_and_full_records_stay_right() -> None:
    found = together()
    assert found.f1 >= SPANS
    assert found.full_record >= RECORDS


@pytest.mark.parametrize("field", FLOORS)
def test_fields_stay_right(field: str) -> None:
    assert together().accuracy(field) >= FLOORS[field]


def test_the_text_of_speakers_stays_theirs() -> None:
    lengths = {name: len(extractions()[name].document.text) for name in NAMES}
    heard = sum(speaker_share(name) * length for name, length in lengths.items())
    assert heard / sum(lengths.values()) >= HEARD
