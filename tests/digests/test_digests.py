"""Extraction agrees with the tables of the embedded digests, which were written by hand beside their prose."""

from collections.abc import Mapping

import pytest

from tests.digests.agreement import BRIEFINGS, DIGESTS, extraction, figures_agree, table, turns_agree, twin_claims
from tests.digests.scoring import Row, compare, wrong_fields

SPANS, RECORDS, TWINS = 0.98, 0.90, 0.95


@pytest.mark.parametrize("digest", DIGESTS)
@pytest.mark.parametrize("what", ["figures", "turns"])
def test_a_table_stands_where_the_digest_says_it(what: str, digest: str) -> None:
    text = extraction(digest).document.text
    for row in table(digest, what):
        assert row["doc"] == f"{digest}.md"
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert "text" not in row or text[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("digest", DIGESTS)
def test_figures_agree_with_the_table(digest: str) -> None:
    found = figures_agree(digest)
    assert found.f1 >= SPANS
    assert found.full_record >= RECORDS


@pytest.mark.parametrize("digest", DIGESTS)
def test_turns_agree_with_the_table(digest: str) -> None:
    found = turns_agree(digest)
    # A statement of somebody without a name is the one kind that extraction may pass over.
    assert [row["speaker"] for row in found.missed if row["speaker"]] == []
    assert not found.spurious
    assert [wrong for pair in found.pairs if (wrong := wrong_fields(*pair, ("start", "end", "kind", "speaker")))] == []


@pytest.mark.parametrize("briefing", BRIEFINGS)
def test_both_languages_tell_the_same_claims(briefing: str) -> None:
    share, alone = twin_claims(briefing)
    assert share >= TWINS, [(figure.doc, figure.text, figure.label) for figure in alone]


def test_the_corpus_holds_300_figures_in_each_language() -> None:
    assert sum(len(extraction(digest).figures) for digest in DIGESTS if digest.endswith("zh")) >= 300
    assert sum(len(extraction(digest).figures) for digest in DIGESTS if digest.endswith("en")) >= 300


SOLVED, DESTROYED, SHUT, ARRESTED = "case-solved", "gang-destroyed", "den-destroyed", "suspect-arrested"
WORTH, ANIMALS, PRODUCTS = "money-involved", "animal-seized", "animal_product-seized"
KUNLUN: Mapping[str, Mapping[str, float]] = {
    "kunlun-2020": {SOLVED: 1591, DESTROYED: 34, SHUT: 47, ARRESTED: 2329, WORTH: 4.965e9},
    "kunlun-2020/no-1": {SOLVED: 125, DESTROYED: 5, SHUT: 13, ARRESTED: 227, WORTH: 295e6},
    "kunlun-2020/no-2": {SOLVED: 25, ARRESTED: 28, WORTH: 14.12e6},
    "kunlun-2020/no-3": {SOLVED: 1175, DESTROYED: 20, SHUT: 22, ARRESTED: 1616, WORTH: 4.585e9},
    "kunlun-2020/no-4": {SOLVED: 26, DESTROYED: 6, SHUT: 11, ARRESTED: 101, WORTH: 38.81e6},
    "kunlun-2020/no-5": {
        SOLVED: 240, DESTROYED: 3, SHUT: 1, ARRESTED: 357, WORTH: 32.35e6, ANIMALS: 4841, PRODUCTS: 2790,
    },
}  # fmt: skip
"""What the region reported of Kunlun 2020 and each of its parts."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("campaign", KUNLUN)
def test_kunlun_2020_is_told_with_all_its_parts(campaign: str, language: str) -> None:
    told = {
        f"{figure.object}-{figure.action}": figure.value
        for figure in extraction(f"inner-mongolia-2021-01-13.{language}").figures
        if (figure.campaign, figure.scope, figure.kind, figure.marginal) == (campaign, "aggregate", "level", False)
    }
    assert told == KUNLUN[campaign]


def spot(start: int, end: int) -> Row:
    return {"start": start, "end": end}


def test_scoring_finds_what_is_missed_and_what_is_too_much() -> None:
    asked: list[Row] = [spot(0, 4), spot(10, 12), {**spot(20, 22), "marginal": True}]
    found = [spot(0, 1), spot(2, 5), spot(21, 23), spot(30, 31)]
    told = compare(asked, found)
    assert told.pairs == ((asked[0], found[1]),)
    assert told.missed == (asked[1],)
    assert told.spurious == (found[0], found[3])
    assert told.f1 == 2 / (2 + 1 + 2)
