"""Which documents tell of one event, and what they tell together."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from policestats_tui.engine.assets import folder
from policestats_tui.engine.build.briefings import display_order, link_briefings, shipped_briefings
from policestats_tui.engine.build.builder import build
from policestats_tui.engine.model import Document, Metadata
from policestats_tui.engine.read.metadata import from_fields

DAY = "2021-01-13"
KNOWN = Metadata(briefing="north-1", title="North on fraud", publisher="North Police", held=DAY, region="north")


def document(known: Mapping[str, str], name: str = "my notes.txt") -> Document:
    return Document(name, "", from_fields(known, Path(name)))


def briefing(*documents: Document) -> list[str | None]:
    return [one.metadata.briefing for one in link_briefings(documents, [KNOWN])]


@pytest.mark.parametrize(
    "known",
    [
        {"briefing": "north-1"},
        {"title": "North on fraud"},
        {"held": DAY, "publisher": "North Police"},
        {"published": DAY, "publisher": "North Police"},
        {"held": DAY, "region": "north", "publisher": "a newspaper"},
    ],
)
def test_a_document_of_a_known_briefing_is_linked(known: dict[str, str]) -> None:
    (linked,) = link_briefings([document(known)], [KNOWN])
    assert linked.metadata.briefing == "north-1"
    assert ("briefing" in linked.metadata.inferred) == ("briefing" not in known)


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"title": "North"},
        {"held": DAY},
        {"held": "2021-01-14", "publisher": "North Police", "region": "north"},
        {"held": "2021-01", "publisher": "North Police", "region": "north"},
        {"held": DAY, "publisher": "South Police", "region": "south"},
        {"publisher": "North Police", "region": "north"},
    ],
)
def test_any_other_document_is_a_briefing_of_its_own(known: dict[str, str]) -> None:
    assert briefing(document(known)) == ["my-notes"]


def test_documents_of_one_folder_link_each_other() -> None:
    named = document({"briefing": "south-2", "held": "2022-05-01", "publisher": "South Police"})
    assert briefing(named, document({"published": "2022-05-01", "publisher": "South Police"})) == ["south-2"] * 2


def test_files_of_one_name_in_two_folders_are_two_briefings() -> None:
    assert briefing(document({}, "report.txt"), document({}, "2022/report.txt"), document({}, "report.pdf")) == [
        "report", "2022-report", "report-2",
    ]  # fmt: skip


def test_a_name_that_a_briefing_has_is_not_taken_from_it() -> None:
    assert briefing(document({"briefing": "notes"}, "a.txt"), document({}, "notes.txt")) == ["notes", "notes-2"]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"title": "On theft", "held": DAY}, True),
        ({"title": "On theft", "published": DAY, "publisher": "South Post"}, True),
        ({"title": "On theft", "held": "2021-01-14"}, False),
        ({"title": "On theft", "held": "2021-01"}, False),
        ({"title": "On theft"}, False),
        ({"title": "On fraud", "held": DAY}, False),
    ],
)
def test_documents_that_name_no_briefing_share_one_by_title_and_day(other: dict[str, str], same: bool) -> None:
    first, second = briefing(document({"title": "On theft", "held": DAY}, "a.txt"), document(other, "b.txt"))
    assert (first, second) == ("a", "a" if same else "b")


def test_the_same_title_of_another_publisher_is_another_event() -> None:
    known = {"title": "Press conference", "held": DAY}
    one, other = known | {"publisher": "North Post"}, known | {"publisher": "South Post"}
    assert briefing(document(one, "a.txt"), document(other, "b.txt")) == ["a", "b"]


def test_the_original_comes_first_and_the_newest_briefing_before_older_ones() -> None:
    documents = [
        document({"briefing": "old", "held": "2020-02-01"}, "1"),
        document({"briefing": "new", "held": "2022-02", "form": "digest"}, "2"),
        document({"briefing": "new", "form": "translation"}, "3"),
        document({"briefing": "new"}, "4"),
        document({"briefing": "undated"}, "5"),
    ]
    assert [one.name for one in display_order(documents)] == ["4", "3", "2", "1", "5"]


Ask = Callable[[str], list[tuple[Any, ...]]]


@contextmanager
def built(out: Path, *paths: Path) -> Iterator[Ask]:
    """Build a database of some paths and give what asks it."""
    build(paths, out, jobs=1)
    with duckdb.connect(out, read_only=True) as connection:
        yield lambda query: connection.execute(query).fetchall()


FACTS = """Public security organs across the whole region solved 1,591 criminal cases in 2020, broke up 34 gangs and
arrested 2,329 suspects.
"""
TELLINGS = """
    SELECT f.value, count(DISTINCT f.document) AS documents
    FROM figure f
    JOIN figure own ON own.claim = f.claim
    JOIN document d ON d.id = own.document AND d.doc = 'original.txt'
    GROUP BY f.value
    ORDER BY f.value
"""


@pytest.mark.parametrize("by", ["title", "held", "briefing"])
def test_a_document_of_an_embedded_briefing_tells_its_claims_once(by: str, tmp_path: Path) -> None:
    name = "inner-mongolia-2021-01-13"
    digest = next(one for one in shipped_briefings() if one.briefing == name)
    sidecar = f"{by}: {getattr(digest, by)}\n" + (f"region: {digest.region}\n" if by == "held" else "")
    (tmp_path / "original.txt").write_text(FACTS, encoding="utf-8")
    (tmp_path / "original.meta.yaml").write_text(sidecar, encoding="utf-8")
    digests = sorted(folder("data/briefings").glob(f"{name}.*"))
    with built(tmp_path / "built.duckdb", tmp_path / "original.txt", *digests) as ask:
        assert ask("SELECT DISTINCT briefing FROM document") == [(name,)]
        assert ask(TELLINGS) == [(34, 3), (1591, 3), (2329, 3)]


@pytest.fixture(scope="module")
def with_seeds(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A database of the real documents and the embedded digests."""
    with built(tmp_path_factory.mktemp("seeds") / "built.duckdb", seeds, folder("data/briefings")) as ask:
        yield ask


def test_each_real_document_shares_its_briefing_with_two_digests(with_seeds: Ask) -> None:
    forms = with_seeds("SELECT briefing, list(form ORDER BY form) FROM document GROUP BY briefing")
    assert len(forms) == 5
    for name, told in forms:
        assert told == ["digest", "digest", "original"], name


def test_what_a_digest_claims_its_original_claims_too(with_seeds: Ask) -> None:
    shares = with_seeds("""
        WITH told AS (
            SELECT briefing, claim, bool_or(form = 'original') AS original, bool_or(form = 'digest') AS digest
            FROM figure f JOIN document d ON d.id = f.document GROUP BY ALL)
        SELECT briefing, avg(original::int) FROM told WHERE digest GROUP BY briefing
    """)
    assert len(shares) == 5
    assert {name: share for name, share in shares if share < 0.95} == {}
