"""Every statement in `sql/` can be prepared against the schema, says what it takes, and is used."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import duckdb
import pytest

from policestats_tui.engine.assets import statement
from policestats_tui.engine.browse.records import Filters
from tests.sql.names import named
from tests.support import PACKAGE, ROOT

SQL = ROOT / "sql"
STATEMENTS = sorted(
    str(path.relative_to(SQL).with_suffix("")) for path in SQL.rglob("*.sql") if path.parent.name != "schema"
)
_PARAMETER = re.compile(r"\$([a-z_]+)")
_MAKES = re.compile(r"CREATE OR REPLACE TEMP (?:TABLE|VIEW) \w+ AS\s")
_DECLARES = re.compile(r"CREATE OR REPLACE TEMP TABLE \w+ \(")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database of the present schema, with the temporary tables that some statements read."""
    with duckdb.connect() as connection:
        for schema in sorted((SQL / "schema").glob("*.sql")):
            connection.execute(schema.read_text(encoding="utf-8"))
        connection.execute(statement("browse/filter"), asdict(Filters()))
        order = {"sort": "reading", "descending": False, "prefer": "en"}
        connection.execute(statement("browse/select"), order)
        for name in filter(declares, STATEMENTS):
            connection.execute(statement(name))
        yield connection


def declares(name: str) -> bool:
    """Whether a statement makes an empty temporary table, which DuckDB cannot prepare."""
    return _DECLARES.search(statement(name)) is not None


def header(name: str) -> str:
    """Return the comment lines at the top of a statement's file."""
    lines = statement(name).splitlines()
    first_code = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    return "\n".join(lines[:first_code])


@pytest.mark.parametrize("name", [name for name in STATEMENTS if not declares(name)])
def test_statement_fits_the_schema(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    # DuckDB prepares what a table is made from, but not its making.
    connection.execute(f"PREPARE tried AS {_MAKES.sub('', statement(name))}")
    connection.execute("DEALLOCATE tried")


@pytest.mark.parametrize("name", STATEMENTS)
def test_file_holds_one_statement_whose_header_names_its_parameters(name: str) -> None:
    statements = duckdb.extract_statements(statement(name))
    assert len(statements) == 1
    assert set(_PARAMETER.findall(header(name))) == set(statements[0].named_parameters)


@pytest.mark.parametrize("name", STATEMENTS)
def test_header_says_what_the_statement_is_for(name: str) -> None:
    first = header(name).splitlines()[0]
    assert re.fullmatch(r"-- [A-Z].*[.:,)\w]", first)


def python_files() -> Iterator[Path]:
    """Yield the program's modules."""
    return PACKAGE.rglob("*.py")


def test_every_file_is_named_by_the_code() -> None:
    whole, pieced = named(python_files())
    assert sorted(set(STATEMENTS) - whole - pieced) == []


def test_every_statement_that_the_code_names_is_there() -> None:
    whole, _ = named(python_files())
    assert sorted(whole - set(STATEMENTS)) == []


def test_a_file_that_nobody_names_is_noticed(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('run("browse/page"); run(f"load/tree_{by}"); by = "year"', encoding="utf-8")
    whole, pieced = named(iter([module]))
    assert whole == {"browse/page"}
    assert pieced == {"load/tree_year"}
