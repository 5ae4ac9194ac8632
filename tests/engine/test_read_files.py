"""Finding documents in files and folders."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.extract.inference import Gazetteer
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.read.files import Source, find_sources, read_source
from policestats_tui.engine.read.formats import READERS

TEXT = "Police in Willow Bay solved 12 cases.\n"


def names(*paths: Path) -> list[str]:
    """Return the names of the documents found."""
    return [item.name for item in find_sources(paths) if isinstance(item, Source)]


def troubles(*paths: Path) -> list[str]:
    """Return what could not be used, and why, without the folder above."""
    return [f"{Path(item.path).name}: {item.reason}" for item in find_sources(paths) if isinstance(item, BadInputError)]


def write(path: Path, text: str = TEXT) -> Path:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folder_is_read_recursively_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "below/c.html", "below/deep/d.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.MD", "b.txt", "c.html", "d.txt"]


def test_hidden_files_tables_sidecars_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden.txt", "corpus.csv", "a.meta.yaml", "notes.log", ".git/x.txt"):
        write(tmp_path / name, "file\n")
    assert names(tmp_path) == ["a.txt"]
    assert troubles(tmp_path) == []


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for name in ("a.txt", "x/a.txt", "y/x/a.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.txt", "x/a.txt", "y/x/a.txt"]


def test_a_file_met_twice_counts_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(path)
    assert names(tmp_path, path, tmp_path / "." / "a.txt") == ["a.txt"]


def test_folder_that_contains_itself_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_row_of_the_folders_table_goes_with_the_file(tmp_path: Path) -> None:
    write(tmp_path / "corpus.csv", "file,title,language\na.txt,Twelve cases,en\n")
    path = write(tmp_path / "a.txt")
    for given_path in (path, tmp_path):
        (source,) = find_sources([given_path])
        assert isinstance(source, Source)
        assert read_source(source, Gazetteer.of(shipped_lexicon())).metadata.title == "Twelve cases"


def test_table_of_the_folder_above_goes_with_files_below(tmp_path: Path) -> None:
    write(tmp_path / "corpus.csv", "file,title\nbelow/a.txt,From above\nbelow/b.txt,From above\na.txt,Here\n")
    write(tmp_path / "below/corpus.csv", "file,title\nb.txt,From below\n")
    for name in ("a.txt", "below/a.txt", "below/b.txt", "below/c.txt"):
        write(tmp_path / name)
    rows = [item.row.get("title") for item in find_sources([tmp_path]) if isinstance(item, Source)]
    assert rows == ["Here", "From above", "From below", None]


def test_row_of_no_file_is_named(tmp_path: Path) -> None:
    write(tmp_path / "corpus.csv", "file,title\na.txt,x\nb.text,y\nc/d.txt,z\n")
    write(tmp_path / "a.txt")
    assert troubles(tmp_path) == ["corpus.csv: names what is not there: b.text, c/d.txt"]
    assert troubles(tmp_path / "a.txt") == []


def test_documents_of_other_kinds_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "old.DOC", "picture.png", "below/note.rtf"):
        write(tmp_path / name)
    known = " ".join(READERS)
    assert names(tmp_path) == ["a.txt"]
    assert troubles(tmp_path) == [
        f"old.DOC: cannot read .DOC; known: {known}",
        f"note.rtf: cannot read .rtf; known: {known}",
    ]


@pytest.mark.parametrize(
    ("given", "region"),
    [
        ("inner-mongolia", "inner-mongolia"),
        ("Inner Mongolia", "inner-mongolia"),
        ("内蒙古自治区", "inner-mongolia"),
        ("內蒙古", "inner-mongolia"),
        ("Willow Bay", "willow-bay"),
        ("柳湾", "柳湾"),
    ],
)
def test_region_goes_by_id_or_name(given: str, region: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    write(tmp_path / "a.meta.yaml", f"region: {given}\n")
    assert read_source(Source(path, "a.txt"), Gazetteer.of(shipped_lexicon())).metadata.region == region


def test_bad_row_says_that_it_stands_in_the_table(tmp_path: Path) -> None:
    source = Source(write(tmp_path / "a.txt"), "a.txt", {"held": "soon"})
    with pytest.raises(BadInputError, match=r"a\.txt: in corpus\.csv, held is no date like 2021-01-13: soon"):
        read_source(source, Gazetteer.of(shipped_lexicon()))


def test_broken_table_is_named_and_the_files_are_read(tmp_path: Path) -> None:
    write(tmp_path / "corpus.csv", "title\nx\n")
    write(tmp_path / "a.txt")
    assert troubles(tmp_path) == ["corpus.csv: no column named file"]
    assert names(tmp_path) == ["a.txt"]


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)
    assert troubles(tmp_path) == ["gone.txt: broken link", "pipe.txt: not a regular file"]
    assert troubles(tmp_path / "gone.txt", tmp_path / "pipe.txt") == [
        "gone.txt: broken link", "pipe.txt: not a regular file",
    ]  # fmt: skip


def test_missing_empty_and_unknown(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "sound.mp3")
    write(tmp_path / "bare")
    found = troubles(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "sound.mp3", tmp_path / "bare")
    known = " ".join(READERS)
    assert found == [
        "none.txt: no such file or folder",
        "empty: no document in this folder",
        f"sound.mp3: cannot read .mp3; known: {known}",
        f"bare: cannot read a file without suffix; known: {known}",
    ]


def test_name_that_is_no_utf_8_becomes_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xfcro.txt"))
    try:
        path.write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system holds names in UTF-8 alone")
    assert names(tmp_path) == ["b�ro.txt"]


def test_text_is_kept_as_it_was_decoded(tmp_path: Path) -> None:
    text = "\tTwelve cases.\r\n\r\n１２起 \u200b\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8-sig"))
    (source,) = find_sources([tmp_path])
    assert isinstance(source, Source)
    assert read_source(source, Gazetteer.of(shipped_lexicon())).text == text


def test_document_knows_where_front_matter_ends(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "---\ntitle: x\n---\nTwelve cases.")
    document = read_source(Source(path, "a.md"), Gazetteer.of(shipped_lexicon()))
    assert document.text[document.body :] == "Twelve cases."


@pytest.mark.parametrize("suffix", sorted(READERS))
@given(data=st.binary(max_size=300))
def test_no_bytes_crash_a_reader(suffix: str, data: bytes) -> None:
    path = Path("x" + suffix)
    starts = {".pdf": b"%PDF-1.4\n", ".docx": b"PK\x03\x04", ".html": b"<!doctype html><p>", ".htm": b"<![CDATA[<"}
    for start in (b"", starts.get(suffix, b"---\n")):
        try:
            text = READERS[suffix](start + data, path)
        except BadInputError as error:
            assert "\n" not in str(error)
        else:
            assert text.strip()
            assert "\0" not in text
            text.encode("utf-8")
