"""Builds a database beside the old one and then puts it in its place."""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import duckdb

from policestats_tui import __version__
from policestats_tui.engine.assets import folder, statement
from policestats_tui.engine.build.briefings import display_order, link_briefings, shipped_briefings
from policestats_tui.engine.build.loader import Loader
from policestats_tui.engine.build.workers import POOL_WORTH, Progress, extract_all
from policestats_tui.engine.errors import BadInputError, DatabaseError, PolicestatsError
from policestats_tui.engine.extract.inference import Gazetteer
from policestats_tui.engine.lexicon import Lexicon, load_lexicon
from policestats_tui.engine.model import Document, Extraction
from policestats_tui.engine.read.files import find_sources, read_source
from policestats_tui.engine.search.index import build_index
from policestats_tui.engine.store import SCHEMA_VERSION, instance, is_duckdb

_STORAGE = "v1.5.0"
_BUILDING = ".building"
_ABANDONED_SECONDS = 24 * 60 * 60
"""How old what another builder wrote last must be to be nobody's."""
_SMALL_BLOCK, _BLOCK = 16_384, 262_144


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: how much it holds, and the files that were passed over and why."""

    path: Path
    documents: int
    figures: int
    skipped: tuple[BadInputError, ...]


class NothingToBuildError(PolicestatsError):
    """No document could be read; `skipped` says why of each file."""

    def __init__(self, skipped: Sequence[BadInputError]) -> None:
        super().__init__("nothing could be built: no document could be read")
        self.skipped = tuple(skipped)


def build(
    paths: Iterable[Path],
    out: Path,
    *,
    overlays: Sequence[Path] = (),
    jobs: int | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> BuildReport:
    """Build the database `out` from files and folders.

    The new file appears under its name only when it is whole; readers of an old one go on undisturbed.

    Args:
        paths: Files and folders, `-` for standard input.
        out: The database to write.
        overlays: Folders of word lists to lay over the shipped ones.
        jobs: Worker processes; by default one for a small corpus, else one for each core.
        progress: Told how far the work is.

    Raises:
        NothingToBuildError: No document could be read.
        LexiconError: A word list has a bad row.
        DatabaseError: The file cannot be written, or is something else than a database.
    """
    _check_target(out)
    lexicon = load_lexicon(overlays)
    documents, skipped = _read_all(paths, Gazetteer.of(lexicon), progress)
    if not documents:
        raise NothingToBuildError(skipped)
    ordered = display_order(link_briefings(documents, shipped_briefings()))
    target = _Target(out, corpus_hash(ordered, overlays), _block_size(ordered))
    with closing(extract_all(ordered, lexicon, tuple(overlays), jobs, progress)) as extractions:
        figures = _write(target, extractions, lexicon, progress)
    return BuildReport(out, len(ordered), figures, tuple(skipped))


def _check_target(out: Path) -> None:
    """Refuse a place that cannot be written, before the work; replace no document that was named by mistake."""
    if out.is_dir():
        raise DatabaseError(f"{out}: is a folder; name the database to write")
    if out.exists() and out.stat().st_size and not is_duckdb(out):
        raise DatabaseError(f"{out}: is no database and will not be overwritten")
    above = next(place for place in out.absolute().parents if place.exists())
    if not above.is_dir():
        raise DatabaseError(f"{out}: cannot be written: {above} is no folder")
    if not os.access(above, os.W_OK | os.X_OK):
        raise DatabaseError(f"{out}: cannot be written: permission denied in {above}")


def corpus_hash(documents: Iterable[Document], overlays: Sequence[Path]) -> str:
    """Return a SHA-256 over documents, what is known about them, and all word lists: equal input, equal hash."""
    digest = hashlib.sha256()
    for document in documents:
        known = asdict(document.metadata) | {"inferred": sorted(document.metadata.inferred)}
        facts = json.dumps(known, ensure_ascii=False)
        digest.update(f"{document.name}\0{facts}\0{document.text}\0".encode(errors="replace"))
    for place in (folder("data/lexicon"), *overlays):
        for path in sorted(place.glob("*.csv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _read_all(
    paths: Iterable[Path], gazetteer: Gazetteer, progress: Progress
) -> tuple[list[Document], list[BadInputError]]:
    found = list(find_sources(paths))
    documents: list[Document] = []
    skipped = [item for item in found if isinstance(item, BadInputError)]
    for done, item in enumerate(found):
        progress("read", done, len(found))
        if isinstance(item, BadInputError):
            continue
        try:
            documents.append(read_source(item, gazetteer))
        except BadInputError as error:
            skipped.append(error)
    return documents, skipped


@dataclass(frozen=True, slots=True)
class _Target:
    """The file to write, the hash of what goes into it, and the size of its blocks in bytes."""

    path: Path
    digest: str
    block_size: int


def _block_size(documents: Iterable[Document]) -> int:
    """Return small blocks for a small corpus: each column takes at least one, which would make most of its file."""
    characters = sum(len(document.text) for document in documents)
    return _SMALL_BLOCK if characters < POOL_WORTH else _BLOCK


def _write(target: _Target, extractions: Iterator[Extraction], lexicon: Lexicon, progress: Progress) -> int:
    """Write all tables to a file beside the target, then put it in its place; return the number of figures."""
    out = target.path
    place = out.resolve()  # A link to the database stays one.
    beside = place.with_name(f".{place.name}.{os.getpid()}{_BUILDING}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place)
        figures = _fill(beside, target, extractions, lexicon, progress)
        if place.exists():
            beside.chmod(place.stat().st_mode)
        beside.replace(place)
        # A write-ahead log left by somebody else beside the old file would make the new one fail to open.
        place.with_name(place.name + ".wal").unlink(missing_ok=True)
    except OSError as error:
        raise DatabaseError(f"{out}: cannot be written: {error.strerror or error}") from error
    except duckdb.IOException as error:
        raise DatabaseError(f"{out}: cannot be written: {str(error).splitlines()[0]}") from error
    finally:
        for leftover in beside.parent.glob(beside.name + "*"):
            _take_away(leftover)
    return figures


def _sweep(place: Path) -> None:
    """Take away what builders of this database left that were killed, or lost their power."""
    long_ago = time.time() - _ABANDONED_SECONDS
    for leftover in place.parent.glob(f".{place.name}.*{_BUILDING}*"):
        with suppress(OSError):
            if leftover.stat().st_mtime < long_ago:
                _take_away(leftover)


def _take_away(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _fill(path: Path, target: _Target, extractions: Iterator[Extraction], lexicon: Lexicon, progress: Progress) -> int:
    quoted = str(path).replace("'", "''")
    with instance() as connection:
        # What does not fit into memory goes beside the file, not into whatever folder the builder was started in.
        connection.execute(f"SET temp_directory = '{quoted}.tmp'")
        connection.execute(
            f"ATTACH '{quoted}' AS corpus (STORAGE_VERSION '{_STORAGE}', BLOCK_SIZE {target.block_size})"
        )
        connection.execute("USE corpus")
        for schema in sorted((folder("sql") / "schema").glob("*.sql")):
            connection.execute(schema.read_text(encoding="utf-8"))
        loader = Loader(connection, lexicon)
        for _, briefing in groupby(extractions, key=lambda e: e.document.metadata.briefing):
            loader.add_briefing(list(briefing))
        loader.finish()
        progress("index", 0, 1)
        build_index(connection, lexicon.searched())
        _write_meta(connection, target.digest)
        connection.execute("CHECKPOINT corpus")
        progress("index", 1, 1)
        figures: int = connection.execute("SELECT count(*) FROM figure").fetchall()[0][0]
        connection.execute("USE memory")
        connection.execute("DETACH corpus")
    return figures


def _write_meta(connection: duckdb.DuckDBPyConnection, digest: str) -> None:
    values = {
        "schema_version": SCHEMA_VERSION,
        "program_version": __version__,
        "built": datetime.now(UTC).replace(tzinfo=None, microsecond=0),
        "corpus_hash": digest,
    }
    connection.execute(statement("load/meta"), values)
