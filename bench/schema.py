"""Writes `docs/schema.md` from the comments in `sql/schema`: `python -m bench.schema`."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from policestats_tui.engine.assets import folder
from policestats_tui.engine.store import SCHEMA_VERSION, instance

PAGE = Path(__file__).resolve().parents[1] / "docs" / "schema.md"

_HEAD = f"""\
# The tables of a database

Schema version {SCHEMA_VERSION}. This page is made from the comments in `sql/schema/`, which stand in every database
too: `SELECT * FROM duckdb_columns()` shows them. Offsets count Unicode code points of `document.text`, half open. To
look around with any DuckDB client, begin with

    SELECT * FROM figure_wide LIMIT 5;
    SELECT campaign, figures FROM campaign_tree;
    SELECT speaker, role, date, text FROM quote WHERE text LIKE '%抓获%';
    SELECT status, explanation_en FROM "check";
"""

_TABLES = """
SELECT table_oid, table_name, comment FROM duckdb_tables() ORDER BY table_oid
"""
_COLUMNS = """
SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE table_oid = ? ORDER BY column_index
"""
_VIEWS = """
SELECT view_oid, view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_oid
"""
_MACROS = """
SELECT function_name, parameters, comment
FROM duckdb_functions()
WHERE function_type IN ('macro', 'table_macro') AND NOT internal
ORDER BY function_name
"""


def page() -> str:
    """Return the page."""
    with instance() as connection:
        for path in sorted((folder("sql") / "schema").glob("*.sql")):
            connection.execute(path.read_text(encoding="utf-8"))
        return "\n".join([_HEAD, *_tables(connection), *_views(connection), *_macros(connection)])


def _tables(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for oid, name, comment in connection.execute(_TABLES).fetchall():
        yield f"## {name}\n\n{comment}\n\n| column | type | |\n| --- | --- | --- |"
        for column, type_, nullable, said in connection.execute(_COLUMNS, [oid]).fetchall():
            yield f"| `{column}` | {_type(type_)}{', may be NULL' if nullable else ''} | {said} |"
        yield ""


def _views(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for oid, name, comment in connection.execute(_VIEWS).fetchall():
        columns = connection.execute(_COLUMNS, [oid]).fetchall()
        yield f"## {name} (view)\n\n{comment}\n"
        if any(said for *_, said in columns):
            yield "| column | type | |\n| --- | --- | --- |"
            yield from (f"| `{column}` | {_type(type_)} | {said} |" for column, type_, _, said in columns)
        else:
            yield f"Columns: {', '.join(f'`{row[0]}`' for row in columns)}."
        yield ""


def _macros(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    yield "## Macros\n"
    for name, parameters, comment in connection.execute(_MACROS).fetchall():
        yield f"- `{name}({', '.join(parameters)})`: {comment}"
    yield ""


def _type(name: str) -> str:
    return name.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
