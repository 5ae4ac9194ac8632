"""Front matter, sidecars and the table of a folder."""

from pathlib import Path

import pytest

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.model import Metadata
from policestats_tui.engine.read.metadata import folder_table, from_fields, front_matter, merge, sidecar

PATH = Path("note.md")


def test_front_matter_and_where_the_body_begins() -> None:
    text = "---\ntitle: A quiet year\nheld: 2021-01\nlanguage: en\nspeakers: [Lin Hai]\n---\nSeven disputes.\n"
    metadata, body = front_matter(text, PATH)
    assert metadata == Metadata(title="A quiet year", held="2021-01", language="en")
    assert text[body:] == "Seven disputes.\n"


def test_front_matter_with_windows_line_ends() -> None:
    text = "---\r\ntitle: A quiet year\r\n---\r\nSeven disputes.\r\n"
    metadata, body = front_matter(text, PATH)
    assert (metadata.title, text[body:]) == ("A quiet year", "Seven disputes.\r\n")


def test_a_longer_rule_does_not_close_front_matter() -> None:
    text = "---\ntitle: |\n  one\n  ----\n---\nbody"
    metadata, body = front_matter(text, PATH)
    assert (metadata.title, text[body:]) == ("one\n----", "body")


@pytest.mark.parametrize("text", ["No front matter.", "", "----\ntitle: x\n----\n", "Title\n---\n"])
def test_text_without_front_matter(text: str) -> None:
    assert front_matter(text, PATH) == (Metadata(), 0)


def test_front_matter_that_ends_the_file() -> None:
    text = "---\ntitle: x\n---"
    assert front_matter(text, PATH) == (Metadata(title="x"), len(text))


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("title: x\n", "broken front matter: no closing ---"),
        ("title: [x\n---\n", r"broken front matter: not YAML \(line [34]\)"),
        ("a: b: c\n---\n", r"broken front matter: not YAML \(line 2\)"),
        ("just words\n---\n", "broken front matter: not a mapping of names to values"),
        ("- a\n- b\n---\n", "broken front matter: not a mapping of names to values"),
        ("held: last year\n---\n", "held is no date like 2021-01-13: last year"),
        ("published: 2021-02-30\n---\n", "published is no date like 2021-01-13: 2021-02-30"),
        ("language: de\n---\n", "language is neither zh nor en: de"),
        ('title: "a\\0b"\n---\n', "title holds a character that is no text"),
        ('title: "\\ud800"\n---\n', "title holds a character that is no text"),
        ("a: " + "[" * 5000 + "\n---\n", r"broken front matter: not YAML.*"),
    ],
)
def test_broken_front_matter_says_what_is_wrong(block: str, reason: str) -> None:
    with pytest.raises(BadInputError, match=rf"^note\.md: {reason}$"):
        front_matter("---\n" + block, PATH)


def test_yaml_makes_no_objects() -> None:
    with pytest.raises(BadInputError):
        front_matter("---\n!!python/object/apply:os.system ['true']\n---\n", PATH)


def test_sidecar_stands_beside_its_file(tmp_path: Path) -> None:
    (tmp_path / "talk.meta.yaml").write_text("publisher: North County Daily\n", encoding="utf-8")
    assert sidecar(tmp_path / "talk.pdf").publisher == "North County Daily"
    assert sidecar(tmp_path / "other.pdf") == Metadata()


def test_folder_table_by_file_name_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "corpus.csv").write_text('file,title,held\na.txt,"One, two",2021\nb.txt,,\n', encoding="utf-8-sig")
    table = folder_table(tmp_path)
    assert from_fields(table["a.txt"], PATH).held == "2021"
    assert from_fields(table["b.txt"], PATH) == Metadata()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"name,title\na.txt,x\n", "no column named file"),
        (b'file,title\na.txt,"never closed\n', "unexpected end of data"),
        (b"file,title\na.txt,One, two\n", "row 2: 3 cells, 2 expected"),
        (b"\x00\x01\x02", "binary file"),
        (b"", "empty file"),
    ],
)
def test_broken_folder_table(content: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "corpus.csv").write_bytes(content)
    with pytest.raises(BadInputError, match=rf"corpus\.csv: {reason}$"):
        folder_table(tmp_path)


def test_first_known_value_wins_and_inference_is_noted() -> None:
    told = Metadata(title="Told", form="digest")
    read = Metadata(title="Read", held="2021", publisher="Daily", inferred=frozenset({"title", "held", "publisher"}))
    merged = merge(told, Metadata(publisher="Post"), read)
    assert merged == Metadata(title="Told", publisher="Post", held="2021", form="digest", inferred=frozenset({"held"}))
