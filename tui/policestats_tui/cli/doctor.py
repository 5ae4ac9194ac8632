"""The command `doctor`: what this terminal and this installation can do."""

import argparse
import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Iterator

from policestats_tui import __version__
from policestats_tui.app.clipboard import takes_osc52, tool_for
from policestats_tui.app.config import config_file, read_config
from policestats_tui.app.probe import AmbiguousProbe
from policestats_tui.cli.databases import open_store
from policestats_tui.engine.embedded import embedded_path, user_lexicon_place
from policestats_tui.engine.errors import PolicestatsError
from policestats_tui.engine.export import Table, write
from policestats_tui.engine.notation import counted

_EXTRAS = {"pdf": "pypdf", "docx": "python-docx", "xlsx": "xlsxwriter"}


def run(options: argparse.Namespace) -> int:
    """Print one line a finding; return 2 where the database cannot be read, else 0."""
    code, held = _database(options)
    for line in write(Table(("what", "found"), [*_program(), *_terminal(), *held]), "table"):
        sys.stdout.write(line + "\n")
    return code


def _program() -> Iterator[tuple[str, str]]:
    yield "policestats-tui", __version__
    yield "Python", platform.python_version()
    for name in ("textual", "rich", "duckdb"):
        yield name, importlib.metadata.version(name)
    for extra, package in _EXTRAS.items():
        yield f"extra {extra}", _version(package) or f"missing: pip install 'policestats-tui[{extra}]'"
    yield from _settings()


def _settings() -> Iterator[tuple[str, str]]:
    place, lists = config_file(), user_lexicon_place()
    yield "settings", f"{place}{'' if place.exists() else ' (not there)'}"
    yield from (("", trouble) for trouble in read_config(place).troubles)
    yield "own word lists", f"{lists}{'' if lists.is_dir() else ' (not there)'}"


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _terminal() -> Iterator[tuple[str, str]]:
    size = shutil.get_terminal_size()
    yield "terminal", os.environ.get("TERM", "unset")
    yield "size", f"{size.columns}×{size.lines}" if sys.stdout.isatty() else "no terminal"
    yield "colours", _colours()
    yield "multiplexer", _multiplexer()
    yield "over SSH", "yes" if os.environ.get("SSH_CONNECTION") else "no"
    yield "encoding", sys.stdout.encoding
    yield "width of “ ” …", _sign_width()
    yield "clipboard", _clipboard()


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "none (NO_COLOR is set)"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million (COLORTERM)"
    return "256" if "256" in os.environ.get("TERM", "") else "16"


def _multiplexer() -> str:
    if os.environ.get("TMUX"):
        return "tmux"
    return "GNU screen" if os.environ.get("STY") else "none"


def _clipboard() -> str:
    """Name the route that copying takes here; none of them can confirm that the text arrived."""
    if os.environ.get("TMUX"):
        return "tmux load-buffer -w (needs tmux 3.2 or newer)"
    if os.environ.get("STY"):
        return "OSC 52 in wrapped pieces, through GNU screen"
    if takes_osc52(os.environ):
        return "OSC 52, to the terminal"
    tool = tool_for(os.environ)
    return tool[0] if tool else "none: copies go to a file"


def _sign_width() -> str:
    """Ask the terminal how wide it draws signs such as “ ” …, which Chinese settings often make two cells wide."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "no terminal to ask"
    with AmbiguousProbe(asked=True) as probe:
        return "2 cells" if probe.is_wide() else "1 cell"


def _database(options: argparse.Namespace) -> tuple[int, list[tuple[str, str]]]:
    rows = [("embedded corpus", str(embedded_path()))]
    try:
        store = open_store(options.db)
    except PolicestatsError as error:
        return 2, [*rows, ("database", str(error))]
    meta = store.meta
    return 0, [
        *rows,
        ("database", str(store.path)),
        ("holds", f"{counted(meta.documents, 'document')}, {counted(meta.figures, 'figure')}"),
        ("built", f"{meta.built} UTC by version {meta.program_version}, schema {meta.schema_version}"),
    ]
