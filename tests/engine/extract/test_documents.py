"""Extraction reads the written documents of many publishers at least as well as it did when this was measured."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.engine.extract.written import FOLDERS, FURTHER, NAMES, extractions, heard, table, together

FLOORS: Mapping[str, float] = {
    "value": 1.000,
    "unit": 0.999,
    "qualifier": 0.996,
    "kind": 0.999,
    "direction": 1.000,
    "object": 0.972,
    "action": 0.947,
    "campaign": 0.990,
    "region": 0.987,
    "period": 0.974,
    "speaker": 0.990,
    "scope": 0.993,
}
"""The share of figures found of which each field is right, over all documents."""
SPANS, RECORDS, HEARD = 0.996, 0.890, 0.982
FURTHER_FLOORS: Mapping[str, float] = {
    "value": 0.995,
    "unit": 0.998,
    "qualifier": 0.995,
    "kind": 0.993,
    "direction": 0.993,
    "object": 0.875,
    "action": 0.785,
    "campaign": 0.855,
    "region": 0.860,
    "period": 0.810,
    "speaker": 0.900,
    "scope": 0.925,
}
"""The same for documents of the last batches, which no rule has been fitted to for long."""
FURTHER_SPANS, FURTHER_RECORDS, FURTHER_HEARD = 0.974, 0.460, 0.845


@pytest.mark.parametrize("name", (*NAMES, *FURTHER))
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
    found = together(NAMES)
    assert found.f1 >= SPANS
    assert found.full_record >= RECORDS


@pytest.mark.parametrize("field", FLOORS)
def test_fields_stay_right(field: str) -> None:
    assert together(NAMES).accuracy(field) >= FLOORS[field]


def test_the_text_of_speakers_stays_theirs() -> None:
    assert heard(NAMES) >= HEARD


def test_further_documents_are_read_no_worse_than_when_they_came() -> None:
    found = together(FURTHER)
    assert found.f1 >= FURTHER_SPANS
    assert found.full_record >= FURTHER_RECORDS
    assert {field: floor for field, floor in FURTHER_FLOORS.items() if found.accuracy(field) < floor} == {}
    assert heard(FURTHER) >= FURTHER_HEARD
