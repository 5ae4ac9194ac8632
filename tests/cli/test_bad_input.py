"""What cannot be used gets one clear line that names the file and the reason; everything else is built."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from policestats_tui.cli import main

GOOD = "Police in Willow Bay solved 12 cases in 2021.\n"
Build = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for documents."""
    place = tmp_path / "documents"
    place.mkdir()
    return place


@pytest.fixture
def build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """Runs `build` and returns its exit code and the lines it says, without the folder above."""

    def run(*arguments: str | Path) -> tuple[int, list[str]]:
        code = main(["build", *map(str, arguments), "-o", str(tmp_path / "out.duckdb")])
        captured = capsys.readouterr()
        assert captured.out == ""
        return code, captured.err.replace(f"{tmp_path}/", "").splitlines()

    return run


def make(folder: Path, name: str) -> Path:
    """Make a file of some kind of trouble; its name says which."""
    path = folder / name
    match name:
        case "missing.txt":
            pass
        case "link.txt":
            path.symlink_to(folder / "nowhere")
        case "folder.txt":
            path.mkdir()
        case _:
            path.write_bytes(CONTENTS[name])
    return path


CONTENTS = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": b"\x7fELF\x02\x01\x01" + bytes(99),
    "koi8.txt": "Вчера полиция задержала двенадцать человек.".encode("koi8_r"),
    "broken16.txt": b"\xff\xfea\0b\0\0\xd8",
    "unclosed.md": b"---\ntitle: x\n",
    "notyaml.md": b"---\ntitle: [x\n---\nText.\n",
    "nomapping.md": b"---\n- x\n---\nText.\n",
    "baddate.md": b"---\nheld: 2021-13-01\n---\nText.\n",
    "badlanguage.md": b"---\nlanguage: fr\n---\nText.\n",
    "broken.pdf": b"%PDF-1.4 and no more",
    "broken.docx": b"PK and no more",
    "bare.html": b"<html><body></body></html>",
    "sound.mp3": b"ID3",
}

TROUBLES = {
    "missing.txt": "no such file or folder",
    "link.txt": "broken link",
    "folder.txt": "no document in this folder",
    "empty.txt": "empty file",
    "blank.txt": "empty file",
    "binary.txt": "binary file",
    "koi8.txt": "unknown encoding",
    "broken16.txt": "broken utf-16 text at byte 6",
    "unclosed.md": "broken front matter: no closing ---",
    "notyaml.md": "broken front matter: not YAML (line 3)",
    "nomapping.md": "broken front matter: not a mapping of names to values",
    "baddate.md": "held is no date like 2021-01-13: 2021-13-01",
    "badlanguage.md": "language is neither zh nor en: fr",
    "broken.pdf": "broken PDF: ",
    "broken.docx": "broken Word document: ",
    "bare.html": "no text in it",
    "sound.mp3": "cannot read .mp3; known: ",
}


@pytest.mark.parametrize("name", TROUBLES)
def test_bad_file_alone_is_2(name: str, folder: Path, build: Build, tmp_path: Path) -> None:
    code, lines = build(make(folder, name))
    assert code == 2
    assert len(lines) == 2
    assert lines[0].startswith(f"policestats-tui: documents/{name}: {TROUBLES[name]}")
    assert lines[1] == "policestats-tui: nothing could be built: no document could be read"
    assert not (tmp_path / "out.duckdb").exists()


def test_bad_files_are_named_and_the_good_one_is_built(folder: Path, build: Build, tmp_path: Path) -> None:
    bad = [make(folder, name) for name in TROUBLES]
    good = folder / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    code, lines = build(*bad, good)
    assert code == 0
    assert len(lines) == len(TROUBLES) + 1
    assert all(line.startswith("policestats-tui: documents/") for line in lines[:-1])
    assert lines[-1].startswith("out.duckdb: 1 document, ")
    assert lines[-1].endswith(f", {len(TROUBLES)} passed over")
    with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
        assert database.execute("SELECT doc, text FROM document").fetchall() == [("good.txt", GOOD)]


def test_empty_folder_is_2(folder: Path, build: Build) -> None:
    code, lines = build(folder)
    assert (code, lines[0]) == (2, "policestats-tui: documents: no document in this folder")


@pytest.mark.parametrize(
    ("table", "reason"),
    [("name\nx\n", "no column named file"), ('file,title\ngood.txt,"open\n', "unexpected end of data")],
)
def test_broken_table_of_a_folder(table: str, reason: str, folder: Path, build: Build) -> None:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "corpus.csv").write_text(table, encoding="utf-8")
    code, lines = build(folder)
    assert (code, lines[0]) == (0, f"policestats-tui: documents/corpus.csv: {reason}")


def test_broken_sidecar(folder: Path, build: Build) -> None:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "good.meta.yaml").write_text("held: [\n", encoding="utf-8")
    code, lines = build(folder)
    assert (code, lines[0]) == (2, "policestats-tui: documents/good.meta.yaml: broken sidecar: not YAML (line 2)")


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        ("case,案件\n", 2, "2 cells, 3 expected"),
        ("case,案件,case\ncase,案子,cases\n", 3, "stands already"),
        ("starship,星舰,starship\n", 2, "unknown object"),
    ],
)
def test_bad_row_of_a_word_list(rows: str, line: int, reason: str, folder: Path, build: Build, tmp_path: Path) -> None:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "objects.csv").write_text("object,zh,en\n" + rows, encoding="utf-8")
    code, lines = build(folder, "--lexicon", lists)
    assert code == 2
    assert len(lines) == 1
    assert lines[0].startswith(f"policestats-tui: lists/objects.csv:{line}: ")
    assert reason in lines[0]


def test_word_list_folder_that_is_not_there(folder: Path, build: Build) -> None:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    code, lines = build(folder, "--lexicon", folder / "none")
    assert (code, lines) == (2, ["policestats-tui: documents/none: no such folder"])


def test_document_is_not_overwritten_by_mistake(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = folder / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    assert main(["build", str(good), "-o", str(good)]) == 2
    assert capsys.readouterr().err == f"policestats-tui: {good}: is no database and will not be overwritten\n"
    assert good.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("name", ["", "good.txt/out.duckdb"])
def test_database_that_cannot_be_written(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = folder / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    assert main(["build", str(good), "-o", str(folder / name)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"policestats-tui: {folder / name}: ")
    assert sorted(path.name for path in folder.iterdir()) == ["good.txt"]


def opened(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line that a command says of a database that it cannot open."""
    assert main(["figures", "--db", str(path)]) == 2
    captured = capsys.readouterr()
    (line,) = captured.err.splitlines()
    assert captured.out == ""
    return line.removeprefix(f"policestats-tui: {path}: ")


def test_missing_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert opened(tmp_path / "none.duckdb", capsys) == "no such file"


def test_folder_in_place_of_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert opened(tmp_path, capsys).startswith("is a folder, not a database; build one from it with: ")


@pytest.mark.parametrize("content", [b"", b"Twelve cases.\n" * 99, b"SQLite format 3\0" + bytes(5000)])
def test_other_file_in_place_of_a_database(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(content)
    assert opened(path, capsys) == "not a DuckDB file"


@pytest.mark.parametrize("part", [0.0005, 0.01, 0.25])
def test_database_that_is_cut_short(
    part: float, small_db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = small_db.read_bytes()
    path = tmp_path / "cut.duckdb"
    path.write_bytes(data[: int(len(data) * part)])
    assert opened(path, capsys) == "damaged or cut short; build it again"


def test_damage_that_shows_only_when_a_page_is_read(
    small_db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray(small_db.read_bytes())
    start = data.index("破获案件".encode())
    data[start : start + 3] = b"xxx"
    path = tmp_path / "damaged.duckdb"
    path.write_bytes(data)
    assert main(["show", "--list", "--db", str(path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("damaged or cut short; build it again")


def test_database_of_somebody_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "foreign.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE figure (id INTEGER)")
    assert opened(path, capsys) == "not a database that policestats-tui built"


@pytest.mark.parametrize(("version", "age"), [(0, "an older"), (99, "a newer")])
def test_database_of_another_schema(
    version: int, age: str, small_db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(small_db.read_bytes())
    with duckdb.connect(str(path)) as database:
        database.execute(f"UPDATE meta SET schema_version = {version}")
    line = opened(path, capsys)
    assert line.startswith(f"built by {age} version of policestats-tui (")
    assert line.endswith("build it again")


def test_locked_database(small_db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "locked.duckdb"
    path.write_bytes(small_db.read_bytes())
    code = "import duckdb, sys; kept = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        assert opened(path, capsys) == "locked by a program that writes it; try again when that has ended"
        writer.communicate()
