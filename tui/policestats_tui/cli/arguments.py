"""What can be typed behind `policestats-tui`."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import get_args

from policestats_tui import __version__
from policestats_tui.engine.browse.records import PivotBy
from policestats_tui.engine.export import FORMATS

_EPILOG = "Without a command it opens the explorer, on the embedded corpus or on the database DB."


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line; `run` is the function to call with them.

    Raises:
        SystemExit: For --help, --version, and wrong usage (code 2).
    """
    commands = _commands()
    if not argv or (argv[0] not in commands and argv[0] not in ("-h", "--help", "--version")):
        return _explore_parser().parse_args(argv)
    return _parser().parse_args(argv)


def _late(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that imports what it runs only when it runs: starting must not load what is not used."""

    def run(options: argparse.Namespace) -> int:
        try:
            code: int = getattr(import_module(f"policestats_tui.cli.{module}"), function)(options)
        except Exception as error:
            if told := import_module("policestats_tui.engine.store").damage(error):
                raise told from error
            raise
        return code

    return run


def _explore_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="policestats-tui", epilog=_EPILOG)
    parser.add_argument("db", nargs="?", type=Path, metavar="DB", help="database to explore (default: embedded corpus)")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of labels and help (default: the locale)")
    parser.add_argument("--plain", action="store_true", help="print what the database holds; no screen, no colour")
    parser.add_argument("--kiosk", action="store_true", help="write nothing, run nothing: for a reading-room account")
    parser.add_argument("--ascii", action="store_true", help="borders of ASCII characters")
    parser.add_argument("--ambiguous", choices=("auto", "narrow", "wide"), default="auto",
                        help="width of characters such as “ ” … (default: ask the terminal)")  # fmt: skip
    parser.set_defaults(run=_late("exploring", "run"), command="explore")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="policestats-tui",
        description="Explore the statistics that police press conferences in China announce.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"policestats-tui {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_build(commands)
    for name, help_ in _PRINTING.items():
        _add_printing(commands, name, help_)
    doctor = commands.add_parser("doctor", help="what this terminal and this installation can do")
    doctor.add_argument("--db", type=Path, metavar="DB")
    doctor.set_defaults(run=_late("doctor", "run"))
    return parser


_PRINTING = {
    "show": "a metric table of a campaign",
    "search": "concordance lines, in both languages",
    "figures": "every figure with all its fields",
    "turns": "who speaks where",
    "quotes": "the sentences that somebody says",
    "campaigns": "campaigns, editions and parts",
    "documents": "the documents and what is known about them",
    "audit": "what adds up, and what does not",
}


def _commands() -> frozenset[str]:
    return frozenset({"build", "doctor", *_PRINTING})


Subparsers = argparse._SubParsersAction  # argparse gives its type no public name


def _add_build(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    build = commands.add_parser("build", help="make a database from documents")
    build.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders; - for standard input")
    build.add_argument("-o", "--output", type=Path, required=True, metavar="DB", help="the database to write")
    build.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one for each core)")
    build.add_argument("--lexicon", type=Path, metavar="DIR", help="word lists to lay over the shipped ones")
    build.add_argument("--embedded", action="store_true", help="add the embedded digests to the documents")
    build.set_defaults(run=_late("building", "run"))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _add_printing(commands: "Subparsers[argparse.ArgumentParser]", name: str, help_: str) -> None:
    parser = commands.add_parser(name, help=help_, description=help_)
    parser.add_argument("--db", type=Path, metavar="DB", help="database (default: embedded corpus)")
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    for field, of in _FILTERS.items():
        parser.add_argument(f"--{field}", metavar=field.upper(), help=of)
    parser.add_argument("--lang", choices=("zh", "en"), help="documents in this language; headings too")
    for field, of in _FIGURE_FILTERS.items() if name in ("show", "figures", "audit") else ():
        parser.add_argument(f"--{field}", metavar=field.upper(), help=of)
    if name in ("show", "search"):
        parser.add_argument("--labels", choices=("zh", "en"), help="of headings (default: --lang, the locale)")
    match name:
        case "show":
            parser.add_argument("name", nargs="?", metavar="CAMPAIGN", help="same as --campaign")
            parser.add_argument("--by", choices=get_args(PivotBy), help="a pivot with these as columns")
            parser.add_argument("--list", action="store_true", help="one line a claim instead of a pivot")
            parser.add_argument("--sort", default="reading", metavar="KEY", choices=_SORTS,
                                help=f"order of a list: {', '.join(_SORTS)}")  # fmt: skip
            parser.add_argument("--descending", action="store_true", help="largest or last first")
        case "search":
            parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "a phrase", -not, a | b, field:value')
            parser.add_argument("--limit", type=_positive, metavar="N", help="no more than N passages")
            parser.add_argument("--order", choices=("reading", "relevance"), default="reading")
        case "quotes":
            parser.add_argument("words", nargs="*", metavar="WORD", help="words in the sentence")
        case _:
            pass
    parser.set_defaults(run=_late("searching" if name == "search" else "printing", f"print_{name}"))


_SORTS = ("reading", "measure", "value", "period", "region", "speaker", "campaign", "document")
_FILTERS = {
    "campaign": "this campaign and what is below it (id or name)",
    "region": "this region and what is below it (id or name)",
    "speaker": "said by",
    "year": "period in this year",
    "measure": "object, action or a part of the measure's name",
}
_FIGURE_FILTERS = {
    "topic": "of this topic (id)",
    "document": "told by this document (file name)",
    "words": "with these words in label, sentence or a name",
}
