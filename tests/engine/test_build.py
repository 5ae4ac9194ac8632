"""From documents to a file: names, order, links between tellings, and the work of many processes."""

import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from policestats_tui.engine.build import builder, workers
from policestats_tui.engine.build.briefings import display_order, link_briefings
from policestats_tui.engine.build.builder import NothingToBuildError, build
from policestats_tui.engine.build.names import campaign_rows, measure_rows, region_rows
from policestats_tui.engine.errors import BadInputError, DatabaseError, PolicestatsError
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Campaign, Document, Extraction, Metadata
from policestats_tui.engine.store import Store
from tests import small_corpus
from tests.support import run

GOOD = "Police in Willow Bay solved 12 cases in 2021 and arrested 30 suspects.\n"


def write(folder: Path, **texts: str) -> Path:
    """Write texts as files `NAME.txt` of a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def figures(path: Path) -> bytes:
    """Return all figures of a database as the command prints them."""
    result = run("figures", "--db", path, "--format", "jsonl")
    assert result.returncode in (0, 1)
    return result.stdout


def test_figures_point_to_their_words(tmp_path: Path) -> None:
    text = "去年,柳湾市警方破案１２起,抓获嫌疑人30名。\r\n\r\n其中😀涉案金额约4.5亿元。\n"
    build([write(tmp_path / "in", a=text, b=GOOD)], tmp_path / "out.duckdb")
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
        rows = database.execute(
            """SELECT doc, figure.start, figure."end", figure.text
            FROM figure JOIN document ON document.id = figure.document"""
        ).fetchall()
    texts = {"a.txt": text, "b.txt": GOOD}
    assert {row[3] for row in rows} >= {"１２起", "30名", "4.5亿元", "12", "30"}
    assert all(texts[doc][start:end] == words for doc, start, end, words in rows)


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "in", **{f"d{number}": f"{GOOD}In May they solved {number + 40} more.\n" * 5 for number in range(9)}
    )
    for jobs in (1, 2):
        build([folder], tmp_path / f"{jobs}.duckdb", jobs=jobs)
    assert figures(tmp_path / "1.duckdb") == figures(tmp_path / "2.duckdb") != b""


def test_same_documents_have_the_same_hash_and_others_another(tmp_path: Path) -> None:
    hashes = []
    for number, text in enumerate((GOOD, GOOD, GOOD + "And more.\n")):
        folder = write(tmp_path / f"in{number}", a=text)
        build([folder], tmp_path / f"{number}.duckdb")
        store = Store(tmp_path / f"{number}.duckdb")
        hashes.append(store.meta.corpus_hash)
        store.close()
    assert hashes[0] == hashes[1] != hashes[2]


def test_hash_does_not_depend_on_how_python_orders_sets(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=f"2021年5月1日\n{GOOD}")
    for seed in ("1", "2", "3"):
        result = run("build", folder, "-o", tmp_path / f"{seed}.duckdb", PYTHONHASHSEED=seed)
        assert result.returncode == 0
    stores = [Store(tmp_path / f"{seed}.duckdb") for seed in ("1", "2", "3")]
    assert len({store.meta.corpus_hash for store in stores}) == 1


def test_first_sentence_behind_a_name_is_said_by_its_speaker(tmp_path: Path) -> None:
    said = "去年柳湾市共破获案件12起。"
    text = f"新闻发布会\n柳湾市公安局副局长 高远:\n大家好。\n记者:去年破案多少?\n高远:{said}谢谢大家。\n"
    build([write(tmp_path / "in", a=text)], tmp_path / "out.duckdb")
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
        quotes = database.execute('SELECT speaker, kind, start, "end", text FROM quote').fetchall()
    assert ("高远", "answer", text.index(said), text.index(said) + len(said), said) in quotes
    assert all(text[start:end] == words for *_, start, end, words in quotes)


def end_at_once(task: object) -> None:
    """End a worker process as the system does where memory runs out."""
    os._exit(1)


def test_worker_that_is_ended_from_outside_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_extract_one", end_at_once)
    folder = write(tmp_path / "in", a=GOOD, b=GOOD)
    with pytest.raises(PolicestatsError, match="a worker process was ended from outside"):
        build([folder], tmp_path / "out.duckdb", jobs=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_figure_that_does_not_stand_where_it_points_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beside(document: Document, lexicon: Lexicon) -> Extraction:
        right = extract(document, lexicon)
        moved = tuple(replace(figure, start=figure.start + 1, end=figure.end + 1) for figure in right.figures)
        return replace(right, figures=moved)

    monkeypatch.setattr(workers, "extract", beside)
    with pytest.raises(PolicestatsError, match=r"a\.txt: 12 does not stand at 29"):
        build([write(tmp_path / "in", a=GOOD)], tmp_path / "out.duckdb")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_link_stays_a_link_and_rights_stay_as_they_were(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=GOOD)
    real, link = tmp_path / "far" / "real.duckdb", tmp_path / "link.duckdb"
    build([folder], real)
    real.chmod(0o640)
    link.symlink_to(real)
    before = real.stat().st_ino
    build([folder], link)
    assert link.is_symlink()
    assert real.stat().st_ino != before
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in real.parent.iterdir()) == ["real.duckdb"]


def test_what_killed_builders_left_goes_after_a_day(tmp_path: Path) -> None:
    old, new = tmp_path / ".out.duckdb.1.building", tmp_path / ".out.duckdb.2.building"
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (time.time() - 2 * 24 * 60 * 60,) * 2)
    build([write(tmp_path / "in", a=GOOD)], tmp_path / "out.duckdb")
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "in", "out.duckdb"]


def test_nothing_is_written_where_the_builder_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[str] = []

    def note(connection: duckdb.DuckDBPyConnection, synonyms: object) -> None:
        places.extend(connection.execute("SELECT current_setting('temp_directory')").fetchall()[0])

    monkeypatch.setattr(builder, "build_index", note)
    build([write(tmp_path / "in", a=GOOD)], tmp_path / "out.duckdb")
    assert [Path(place).parent for place in places] == [tmp_path]


def test_place_that_may_not_be_written_is_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    read = list[str]()
    with pytest.raises(DatabaseError, match="permission denied"):
        build([write(tmp_path / "in", a=GOOD)], tmp_path / "new" / "out.duckdb", progress=lambda *step: read.append(""))
    assert read == []


def test_failure_midway_leaves_the_old_file_and_nothing_beside(
    small_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.duckdb"
    shutil.copy(small_db, out)
    before = out.read_bytes()

    def fail(connection: object, synonyms: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(builder, "build_index", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        build([write(tmp_path / "in", a=GOOD)], out)
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.duckdb"]


def test_nothing_to_build_names_every_file(tmp_path: Path) -> None:
    with pytest.raises(NothingToBuildError) as caught:
        build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out.duckdb")
    assert [Path(error.path).name for error in caught.value.skipped] == ["a.txt", "b.txt"]


def test_files_that_were_passed_over_are_reported(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=GOOD, b="")
    report = build([folder], tmp_path / "out.duckdb")
    assert (report.documents, [str(error) for error in report.skipped]) == (1, [f"{folder / 'b.txt'}: empty file"])


@pytest.mark.parametrize("existing", [b"", b"words"])
def test_only_databases_and_empty_files_are_replaced(existing: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.duckdb"
    out.write_bytes(existing)
    folder = write(tmp_path / "in", a=GOOD)
    if existing:
        with pytest.raises(DatabaseError, match="will not be overwritten"):
            build([folder], out)
        assert out.read_bytes() == existing
    else:
        assert build([folder], out).documents == 1


def test_progress_ends_where_there_is_no_more(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build([write(tmp_path / "in", a=GOOD, b=GOOD)], tmp_path / "out.duckdb", progress=lambda *step: told.append(step))
    assert [stage for stage, done, total in told if done == total] == ["extract", "index"]
    assert all(done <= total for _, done, total in told)
    assert {stage for stage, _, _ in told} == {"read", "extract", "index"}


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    out = tmp_path / "out.duckdb"
    result = run("build", "-", "-o", out, stdin="警方破案12起。".encode("gb18030"))
    assert result.returncode == 0
    assert b'"doc": "stdin.txt"' in figures(out)


def document(name: str, **metadata: str | None) -> Document:
    """Return a document of which only metadata matters."""
    return Document(name, "", Metadata(**metadata))  # type: ignore[arg-type]  # tests give the fields they name


def briefings(*documents: Document, known: tuple[Metadata, ...] = ()) -> list[str | None]:
    """Return the briefing of each document, once linked."""
    return [one.metadata.briefing for one in link_briefings(documents, known)]


def test_documents_of_one_event_share_a_briefing() -> None:
    named = document("a.txt", briefing="bay-2021", held="2021-01-13", publisher="Bay Police", title="Twelve")
    assert briefings(
        named,
        document("by title.txt", title="Twelve"),
        document("b.txt", held="2021-01-13", publisher="Bay Police"),
        document("c.txt", published="2021-01-13", publisher="Hill Post"),
        document("Other Day.txt", held="2021-01-14", publisher="Bay Police"),
        document("d.txt", held="2021-01", publisher="Bay Police"),
    ) == ["bay-2021", "bay-2021", "bay-2021", "c", "other-day", "d"]


def test_embedded_briefings_are_known_to_all() -> None:
    known = Metadata("hill-2020", held="2020-05-01", region="hill")
    assert briefings(document("a.txt", held="2020-05-01", region="hill"), known=(known,)) == ["hill-2020"]


def test_newest_briefing_first_originals_before_digests() -> None:
    ordered = display_order(
        [
            document("old.txt", briefing="a", held="2019"),
            document("digest.md", briefing="b", held="2021-05-01", form="digest"),
            document("translation.txt", briefing="b", form="translation"),
            document("original.txt", briefing="b", published="2021-05-02"),
            document("undated.txt", briefing="c"),
        ]
    )
    assert [one.name for one in ordered] == ["original.txt", "translation.txt", "digest.md", "old.txt", "undated.txt"]


def test_campaigns_come_with_their_ancestors_and_the_lists_names() -> None:
    found = {
        "lantern-2021/no-9": Campaign("lantern-2021/no-9", "九号", None, "lantern-2021"),
        "lantern-2021": Campaign("lantern-2021", "别名", None, "lantern"),
    }
    rows = {row["id"]: row for row in campaign_rows(found, small_corpus.LEXICON)}
    assert rows.keys() == {"lantern-2021/no-9", "lantern-2021", "lantern"}
    assert rows["lantern-2021"]["name_zh"] == "灯笼2021"
    assert rows["lantern-2021/no-9"]["name_zh"] == "九号"
    assert (rows["lantern-2021"]["first"], rows["lantern"]["first"]) == ("2021", None)


def test_regions_come_with_what_is_around_them() -> None:
    rows = {row["id"]: row for row in region_rows(["north-county", "willow-bay"], small_corpus.LEXICON)}
    assert rows.keys() == {"north-county", "china", "willow-bay"}
    assert (rows["willow-bay"]["name_en"], rows["willow-bay"]["name_zh"]) == ("Willow Bay", None)


def test_measures_have_a_name_in_both_languages() -> None:
    solved, handled = measure_rows([("case", "solved"), ("case", "handled")], small_corpus.LEXICON)[::-1]
    assert (solved["name_zh"], solved["name_en"]) == ("破获案件", "cases solved")
    assert (handled["name_zh"], handled["name_en"]) == ("查处案件", "case handled")


def test_bad_input_says_file_and_reason() -> None:
    assert str(BadInputError("a.txt", "empty file")) == "a.txt: empty file"
