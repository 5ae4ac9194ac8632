"""Reads the files of word lists: what stands where, before anything is made of it."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from policestats_tui.engine.errors import LexiconError
from policestats_tui.engine.lexicon.records import Cells

COLUMNS: Mapping[str, str] = {
    "topics": "id,name_zh,name_en,zh,en",
    "objects": "object,zh,en",
    "actions": "action,zh,en",
    "measures": "id,object,action,name_zh,name_en,zh,en",
    "units": "unit,factor,kind,name_zh,name_en,zh,en",
    "campaigns": "id,parent,name_zh,name_en,zh,en,first,last,topic",
    "regions": "id,parent,rank,code,name_zh,name_en,zh,en",
    "agencies": "id,parent,level,name_zh,name_en,zh,en",
    "synonyms": "id,zh,en",
}
"""The lists and their columns."""
KEYS: Mapping[str, str] = {"objects": "object", "actions": "action", "units": "name_en"}
"""The column that holds a row's key, where that is not `id`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list's file: its key, its cells by column, and where it stands."""

    path: Path
    line: int
    key: str
    cells: Cells

    @property
    def place(self) -> str:
        """File and line, as `FILE:LINE`."""
        return f"{self.path}:{self.line}"


def read_list(name: str, place: Path) -> list[Entry]:
    """Return the rows of the list `name` in a folder, none where the folder has no such file.

    Raises:
        LexiconError: The file is not UTF-8, its header is not the list's, or a row has too many or too few cells.
    """
    path = place / f"{name}.csv"
    if not path.is_file():
        return []
    columns, key = COLUMNS[name].split(","), KEYS.get(name, "id")
    lines = _lines(path)
    line, header = next(lines, (1, []))
    if sorted(header) != sorted(columns):
        raise LexiconError(f"{path}:{line}", f"the header must be {COLUMNS[name]}")
    entries = []
    for line, row in lines:
        if len(row) != len(columns):
            raise LexiconError(f"{path}:{line}", f"{len(row)} cells, {len(columns)} expected")
        cells = {column: cell.strip() for column, cell in zip(header, row, strict=True)}
        entries.append(Entry(path, line, cells[key], cells))
    return entries


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each line that holds any."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        raise LexiconError(f"{path}:{reader.line_num}", str(error)) from error


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{path}:{line}", "not UTF-8") from error
