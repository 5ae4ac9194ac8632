"""A built database, opened read-only, and the named statements of `sql/` run on it."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from policestats_tui.engine import duck
from policestats_tui.engine.assets import statement
from policestats_tui.engine.errors import DatabaseError

SCHEMA_VERSION = 2
"""The tables that this program writes and reads; a change of `sql/schema` that old files lack raises it."""

_SETTINGS = (
    "temp_directory = ''",  # a reader writes nothing, not even what a query does not find room for in memory
    "allocator_background_threads = true",  # these two hand memory back after a large pivot or sort
    "allocator_flush_threshold = '1MB'",
    "enable_external_access = false",
    "lock_configuration = true",
)
_MAGIC = slice(8, 12), b"DUCK"
_REASONS = (
    ("Could not set lock", "locked by a program that writes it; try again when that has ended"),
    ("Permission denied", "may not be read (permission denied)"),
    ("Could not read enough bytes", "damaged or cut short; build it again"),
    ("Corrupt database", "damaged or cut short; build it again"),
    ("version number", "written by another version of DuckDB, which this one cannot read"),
)

Record = TypeVar("Record")
Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Meta:
    """What a database is: see the table `meta`."""

    schema_version: int
    program_version: str
    built: datetime
    corpus_hash: str
    documents: int
    figures: int


class Store:
    """Read-only access to one database file.

    Any number of stores and processes may read a file. A file that is replaced while a store is open stays readable
    as it was; `replaced` notices. Each thread gets a cursor of its own.
    """

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            DatabaseError: It is missing, locked, no DuckDB file, or of another schema version.
        """
        self.path = path
        self._connection = _attach(path)
        self._stamp = _stamp(path)
        self._local = threading.local()
        self.meta = self._read_meta()

    def cursor(self) -> duck.Connection:
        """Return a new cursor, for one thread, with a temporary schema of its own."""
        cursor = self._connection.cursor()
        cursor.execute("USE corpus")
        return cursor

    def run(self, name: str, parameters: Parameters | None = None) -> list[tuple[Any, ...]]:
        """Run the statement `sql/NAME.sql` and return all its rows."""
        cursor = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self.cursor()
        rows: list[tuple[Any, ...]] = cursor.execute(statement(name), parameters or {}).fetchall()
        return rows

    def records(self, name: str, make: Callable[..., Record], parameters: Parameters | None = None) -> list[Record]:
        """Run a statement and make a record of each row, column by column."""
        return [make(*row) for row in self.run(name, parameters)]

    def replaced(self) -> bool:
        """Whether the file at the path is no longer the one that was opened."""
        return _stamp(self.path) not in (None, self._stamp)

    def close(self) -> None:
        """Close the file; cursors die with it."""
        self._connection.close()

    def _read_meta(self) -> Meta:
        try:
            row = self.run("browse/meta")[0]
        except (duck.CatalogException, duck.BinderException, IndexError) as error:
            self.close()
            raise DatabaseError(f"{self.path}: not a database that policestats-tui built") from error
        except duck.Error as error:
            self.close()
            raise DatabaseError(f"{self.path}: {_reason(error)}") from error
        meta = Meta(*row)
        if meta.schema_version != SCHEMA_VERSION:
            self.close()
            age = "an older" if meta.schema_version < SCHEMA_VERSION else "a newer"
            raise DatabaseError(
                f"{self.path}: built by {age} version of policestats-tui ({meta.program_version}, schema "
                f"{meta.schema_version}; this one reads {SCHEMA_VERSION}): build it again"
            )
        return meta


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Identify the file at a path: inode, size, time of change; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _attach(path: Path) -> duck.Connection:
    """Open an instance of its own and attach the file to it.

    Not `duckdb.connect(path)`: a process that holds the replaced file would be given the old one again.
    """
    if not path.exists():
        raise DatabaseError(f"{path}: no such file")
    if path.is_dir():
        raise DatabaseError(f"{path}: is a folder, not a database; build one from it with: "
                            f"policestats-tui build {path} -o NAME.duckdb")  # fmt: skip
    if not is_duckdb(path):
        raise DatabaseError(f"{path}: not a DuckDB file")
    connection = instance()
    try:
        quoted = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS corpus (READ_ONLY)")
        for setting in _SETTINGS:
            connection.execute(f"SET {setting}")
    except duck.Error as error:
        connection.close()
        raise DatabaseError(f"{path}: {_reason(error)}") from error
    return connection


def instance() -> duck.Connection:
    """Return a DuckDB of its own, in memory, that fetches nothing: left to itself it would download extensions."""
    return duck.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})


def is_duckdb(path: Path) -> bool:
    """Whether a file begins as DuckDB's files do."""
    place, magic = _MAGIC
    try:
        with path.open("rb") as file:
            return file.read(place.stop)[place] == magic
    except OSError as error:
        raise DatabaseError(f"{path}: {error.strerror or error}") from error


def _reason(error: duck.Error) -> str:
    message = str(error)
    return next((reason for sign, reason in _REASONS if sign in message), message.splitlines()[0])


def damage(error: Exception) -> DatabaseError | None:
    """Return what to say where an error means a damaged file, which may show only when a page is read, else None."""
    if isinstance(error, duck.Error) and any(sign in str(error) for sign, _ in _REASONS):
        return DatabaseError(f"the database cannot be read: {_reason(error)}")
    return None
