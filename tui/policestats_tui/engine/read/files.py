"""Finds documents in files and folders and reads each into a record."""

import os
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.extract.inference import Gazetteer, infer_metadata
from policestats_tui.engine.model import Document
from policestats_tui.engine.read.formats import READERS
from policestats_tui.engine.read.metadata import (
    SIDECAR,
    TABLE,
    folder_table,
    from_fields,
    front_matter,
    merge,
    sidecar,
)

STANDARD_INPUT = Path("-")
_KNOWN_UNREAD = frozenset({".doc", ".epub", ".mht", ".mhtml", ".odt", ".pages", ".rtf", ".wps", ".xhtml"})
"""Documents that nobody would expect to be passed over without a word, unlike pictures and tables."""

Table = Mapping[str, Mapping[str, str]]
Tables = tuple[tuple[Path, Table], ...]
"""What `corpus.csv` says in each folder around a file, the outermost first."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, with its row of the folder's table. `name` is what the document will be called."""

    path: Path
    name: str
    row: Mapping[str, str] = field(default_factory=dict)


def find_sources(paths: Iterable[Path]) -> Iterator[Source | BadInputError]:
    """Yield the files named, and those below the folders named, in order; what cannot be used as an error.

    A file found in a folder is taken when its suffix is one that can be read, and named when it is another kind of
    document; hidden files, tables and sidecars are passed over. A file met twice counts once; files of one name are
    told apart by their folders.
    """
    met: set[Path] = set()
    taken: set[str] = set()
    for item in _walk(paths):
        if isinstance(item, BadInputError):
            yield item
            continue
        place = item.path if item.path == STANDARD_INPUT else item.path.resolve()
        if place in met:
            continue
        met.add(place)
        name = next(name for name in _names(item) if name not in taken)
        taken.add(name)
        yield Source(item.path, name, item.row)


def _names(source: Source) -> Iterator[str]:
    """Yield the name of a file, then with ever more of the folders it lies in."""
    yield source.name
    parts = source.path.absolute().parts
    yield from (_text("/".join(parts[-depth:])) for depth in range(2, len(parts) + 1))


def _walk(paths: Iterable[Path]) -> Iterator[Source | BadInputError]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(path, "stdin.txt")
        elif path.is_dir():
            yield from list(_walk_folder(path)) or [BadInputError(path, "no document in this folder")]
        elif not path.is_file():
            yield BadInputError(path, _absence(path))
        elif path.suffix.lower() not in READERS:
            yield _unknown(path)
        else:
            table = yield from _table(path.parent)
            yield _with_row(path, ((path.parent, table),))


def _unknown(path: Path) -> BadInputError:
    return BadInputError(path, f"cannot read {path.suffix or 'a file without suffix'}; known: {' '.join(READERS)}")


def _walk_folder(folder: Path, above: Tables = ()) -> Iterator[Source | BadInputError]:
    """Yield what a folder holds and the folders in it; `above` are the tables of the folders around it."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield BadInputError(folder, error.strerror or str(error))
        return
    folders = [entry for entry in entries if entry.is_dir()]
    documents = [entry for entry in entries if _is_document(entry) and entry not in folders]
    table = yield from _table(folder)
    if missing := [name for name in table if not (folder / name).exists()]:
        yield BadInputError(folder / TABLE, f"names what is not there: {', '.join(missing)}")
    tables = (*above, (folder, table))
    for path in documents:
        yield _with_row(path, tables) if path.is_file() else BadInputError(path, _absence(path))
    yield from (_unknown(path) for path in entries if path.suffix.lower() in _KNOWN_UNREAD and path.is_file())
    for below in folders:
        if not below.is_symlink():
            yield from _walk_folder(below, tables)


def _absence(path: Path) -> str:
    """Return why there is no file to read at a path."""
    if path.is_symlink() and not path.exists():
        return "broken link"
    return "not a regular file" if path.exists() else "no such file or folder"


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in READERS and not path.name.endswith(SIDECAR) and path.name != TABLE


def _text(name: str) -> str:
    """Return a file's name as text: bytes that are no UTF-8 are replaced, as no table could hold them."""
    return os.fsencode(name).decode("utf-8", "replace")


def _table(folder: Path) -> Generator[BadInputError, None, Table]:
    """Return the table of a folder; yield what is wrong with it."""
    try:
        return folder_table(folder)
    except BadInputError as error:
        yield error
        return {}


def _with_row(path: Path, tables: Tables) -> Source:
    """Return a file with what the nearest table says of it, by its path below the table's folder."""
    rows = (table.get(path.relative_to(folder).as_posix()) for folder, table in reversed(tables))
    return Source(path, _text(path.name), next((row for row in rows if row), {}))


def read_source(source: Source, gazetteer: Gazetteer) -> Document:
    """Read one file: its text, and its metadata from sidecar, folder table, front matter and, last, the text itself.

    Raises:
        BadInputError: The file cannot be read as a document.
    """
    path = source.path
    reader = READERS[".txt" if path == STANDARD_INPUT else path.suffix.lower()]
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        beside = sidecar(path)
    except OSError as error:
        raise BadInputError(path, error.strerror or str(error)) from error
    text = reader(data, path)
    own, body = front_matter(text, path)
    known = merge(beside, from_fields(source.row, path, f"in {TABLE}, "), own)
    if known.region:
        known = replace(known, region=_region_id(known.region, gazetteer))
    return Document(source.name, text, merge(known, infer_metadata(text[body:], gazetteer)), body)


def _region_id(given: str, gazetteer: Gazetteer) -> str:
    """Return the id of a place that metadata give by id or name in either language; a slug where no list has it."""
    wanted = simplify(given).casefold()
    for key, row in gazetteer.regions.items():
        if wanted in (key, row.name_zh, row.name_en.casefold(), *row.zh, *(form.casefold() for form in row.en)):
            return key
    return "-".join(wanted.split())
