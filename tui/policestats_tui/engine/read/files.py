"""Finds documents in files and folders and reads each into a record."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.extract.inference import infer_metadata
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


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, with its row of the folder's table. `name` is what the document will be called."""

    path: Path
    name: str
    row: Mapping[str, str] = field(default_factory=dict)


def find_sources(paths: Iterable[Path]) -> Iterator[Source | BadInputError]:
    """Yield the files named, and those below the folders named, in order; what cannot be used as an error.

    A file found in a folder is taken when its suffix is one that can be read; hidden files, tables and sidecars are
    passed over. Two files of one name are told apart by their folder.
    """
    taken: set[str] = set()
    for item in _walk(paths):
        if isinstance(item, BadInputError):
            yield item
            continue
        name = item.name if item.name not in taken else "/".join(item.path.parts[-2:])
        if name in taken:
            name = str(item.path)
        taken.add(name)
        yield Source(item.path, name, item.row)


def _walk(paths: Iterable[Path]) -> Iterator[Source | BadInputError]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(path, "stdin.txt")
        elif path.is_dir():
            found = list(_walk_folder(path))
            yield from found or [BadInputError(path, "no document in this folder")]
        elif not path.exists():
            yield BadInputError(path, "no such file or folder")
        elif path.suffix.lower() not in READERS:
            yield BadInputError(path, f"cannot read {path.suffix or 'a file without suffix'}; "
                                      f"known: {' '.join(READERS)}")  # fmt: skip
        else:
            yield from _with_row([path], path.parent)


def _walk_folder(folder: Path) -> Iterator[Source | BadInputError]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield BadInputError(folder, error.strerror or str(error))
        return
    visible = [entry for entry in entries if not entry.name.startswith(".")]
    files = [entry for entry in visible if entry.is_file() and _readable(entry)]
    folders = [entry for entry in visible if entry.is_dir() and not entry.is_symlink()]
    yield from _with_row(files, folder)
    for below in folders:
        yield from _walk_folder(below)


def _readable(path: Path) -> bool:
    return path.suffix.lower() in READERS and not path.name.endswith(SIDECAR) and path.name != TABLE


def _with_row(files: Iterable[Path], folder: Path) -> Iterator[Source | BadInputError]:
    try:
        table = folder_table(folder)
    except BadInputError as error:
        yield error
        table = {}
    for path in files:
        yield Source(path, path.name, table.get(path.name, {}))


def read_source(source: Source) -> Document:
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
    known = merge(beside, from_fields(source.row, path), own)
    return Document(source.name, text, merge(known, infer_metadata(text[body:])), body)
