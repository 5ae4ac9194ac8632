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
from policestats_tui.app.probe import AmbiguousProbe
from policestats_tui.cli.databases import open_store
from policestats_tui.engine.embedded import embedded_path, user_lexicon
from policestats_tui.engine.errors import PolicestatsError
from policestats_tui.engine.export import Table, write

_EXTRAS = {"pdf": "pypdf", "docx": "python-docx", "xlsx": "xlsxwriter"}


def run(options: argparse.Namespace) -> int:
    """Print one line a finding."""
    rows = [*_program(), *_terminal(), *_database(options)]
    for line in write(Table(("what", "found"), rows), "table"):
        sys.stdout.write(line + "\n")
    return 0


def _program() -> Iterator[tuple[str, str]]:
    yield "policestats-tui", __version__
    yield "Python", platform.python_version()
    for name in ("textual", "rich", "duckdb"):
        yield name, importlib.metadata.version(name)
    for extra, package in _EXTRAS.items():
        yield f"extra {extra}", _version(package) or f"missing: pip install 'policestats-tui[{extra}]'"
    yield "own word lists", ", ".join(map(str, user_lexicon())) or "none"


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


def _database(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    try:
        store = open_store(options.db)
    except PolicestatsError as error:
        yield "database", str(error)
        return
    meta = store.meta
    yield "database", str(store.path)
    yield "embedded corpus", str(embedded_path())
    yield "holds", f"{meta.documents} documents, {meta.figures:,} figures"
    yield "built", f"{meta.built} UTC by version {meta.program_version}, schema {meta.schema_version}"
