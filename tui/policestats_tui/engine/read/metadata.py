"""What is known about a document beside its text: front matter, sidecar files, one table for a folder."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import zip_longest
from pathlib import Path

import yaml

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.intervals import bounds
from policestats_tui.engine.model import Metadata
from policestats_tui.engine.read.decode import NO_TEXT, decode

TABLE = "corpus.csv"
SIDECAR = ".meta.yaml"

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NAMES = frozenset(item.name for item in fields(Metadata)) - {"inferred"}


def front_matter(text: str, path: Path) -> tuple[Metadata, int]:
    """Return the metadata between `---` lines at the top of a text, and the offset where the body begins.

    Raises:
        BadInputError: The block does not end or is not YAML.
    """
    opening = _FENCE.match(text)
    if not opening:
        return Metadata(), 0
    closing = _FENCE.search(text, opening.end())
    if not closing:
        raise BadInputError(path, "broken front matter: no closing ---")
    body = min(closing.end() + 1, len(text))
    return from_yaml(text[opening.end() : closing.start()], path, "front matter"), body


def from_yaml(source: str, path: Path, what: str) -> Metadata:
    """Return the metadata of a YAML mapping; names that metadata does not know are passed over.

    Raises:
        BadInputError: It is no YAML mapping, or a date is no ISO date.
    """
    try:
        # BaseLoader keeps every scalar a string: 2021-01 must not become a number or a date.
        loaded = yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise BadInputError(path, f"broken {what}: not YAML{where}") from error
    if loaded is None or loaded == "":
        return Metadata()
    if not isinstance(loaded, dict):
        raise BadInputError(path, f"broken {what}: not a mapping of names to values")
    return from_fields({str(key): value for key, value in loaded.items() if isinstance(value, str)}, path)


def from_fields(given: Mapping[str, str], path: Path, where: str = "") -> Metadata:
    """Return the metadata of named values; empty ones count as unknown. `where` begins what is said of a bad one.

    Raises:
        BadInputError: A date is no ISO date, or the language neither zh nor en.
    """
    known = {name: value.strip() for name, value in given.items() if name in _NAMES and value.strip()}
    for name, value in known.items():
        if NO_TEXT.search(value):
            raise BadInputError(path, f"{where}{name} holds a character that is no text")
    for name in ("held", "published"):
        if name in known and not (_DATE.fullmatch(known[name]) and bounds(known[name])):
            raise BadInputError(path, f"{where}{name} is no date like 2021-01-13: {known[name]}")
    language = known.pop("language", None)
    base = Metadata(**known)  # type: ignore[arg-type]  # names were checked above, all remaining fields are strings
    match language:
        case None:
            return base
        case "zh" | "en":
            return replace(base, language=language)
        case _:
            raise BadInputError(path, f"{where}language is neither zh nor en: {language}")


def folder_table(folder: Path) -> dict[str, Mapping[str, str]]:
    """Return the rows of the folder's `corpus.csv` by file name, empty where there is none.

    Raises:
        BadInputError: The table has no column `file`, or cannot be read.
    """
    path = folder / TABLE
    if not path.is_file():
        return {}
    try:
        reader = csv.reader(io.StringIO(decode(path.read_bytes(), path)), strict=True)
        columns = next(reader, [])
        if "file" not in columns:
            raise BadInputError(path, "no column named file")
        return {row["file"]: row for row in _rows(reader, columns, path)}
    except (OSError, csv.Error) as error:
        raise BadInputError(path, str(error)) from error


def _rows(lines: Iterator[list[str]], columns: Sequence[str], path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table; cells that a row lacks at its end are empty."""
    for number, cells in enumerate(lines, 2):
        if len(cells) > len(columns):
            raise BadInputError(path, f"row {number}: {len(cells)} cells, {len(columns)} expected")
        if cells:
            yield dict(zip_longest(columns, cells, fillvalue=""))


def sidecar(path: Path) -> Metadata:
    """Return the metadata of `NAME.meta.yaml` beside a file, empty where there is none."""
    beside = path.with_name(path.stem + SIDECAR)
    if not beside.is_file():
        return Metadata()
    return from_yaml(decode(beside.read_bytes(), beside), beside, "sidecar")


def merge(first: Metadata, *others: Metadata) -> Metadata:
    """Fill what `first` does not know from the others, in order. `inferred` is kept of those that gave a value."""
    merged = first
    for other in others:
        gains = {
            name: getattr(other, name)
            for name in _NAMES - {"form"}
            if getattr(merged, name) is None and getattr(other, name) is not None
        }
        form = other.form if merged.form == "original" else merged.form
        inferred = merged.inferred | (other.inferred & gains.keys())
        merged = replace(merged, **gains, form=form, inferred=inferred)
    return merged
