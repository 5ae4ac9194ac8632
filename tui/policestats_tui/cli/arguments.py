"""What can be typed behind `policestats-tui`."""

import argparse
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn, get_args

from policestats_tui import __version__
from policestats_tui.cli import descriptions
from policestats_tui.engine.browse.records import PivotBy
from policestats_tui.engine.safe import one_line

PROGRAM = "policestats-tui"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line; `run` is the function to call with them.

    Raises:
        SystemExit: For --help, --version, and wrong usage (code 2).
    """
    if argv and argv[0] in descriptions.COMMANDS:
        options, unknown = _parser().parse_known_args(argv)
        if unknown:
            _Parser(prog=f"{PROGRAM} {argv[0]}").error(f"unrecognized arguments: {' '.join(unknown)}")
        return options
    for asked in ("-h", "--help", "--version"):
        if asked in argv:
            return _parser().parse_args([asked])
    _refuse_near_misses(argv)
    return _explore_parser().parse_args(argv)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, one_line(f"{self.prog}: {message} (see {self.prog} --help)") + "\n")


def _refuse_near_misses(argv: Sequence[str]) -> None:
    """Tell a command that is misspelt, or stands behind its options, from a database to explore."""
    parser = _Parser(prog=PROGRAM)
    first = argv[0] if argv else ""
    if first.startswith("-"):
        behind = next((word for word in argv if word in descriptions.COMMANDS and not Path(word).exists()), None)
        if behind:
            parser.error(f"options stand behind the command: {PROGRAM} {behind} {first} …")
    elif re.fullmatch(r"[a-z]+", first) and not Path(first).exists():
        from difflib import get_close_matches  # the explorer starts without it

        near = get_close_matches(first, descriptions.COMMANDS, n=1)
        meant = f"did you mean {near[0]}?" if near else f"commands: {', '.join(descriptions.COMMANDS)}"
        parser.error(f"{first} is neither a command nor a file; {meant}")


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


def _explore_parser() -> _Parser:
    parser = _Parser(prog=PROGRAM, add_help=False)
    parser.add_argument("db", nargs="?", type=Path)
    _add_explorer_options(parser)
    parser.set_defaults(run=_late("exploring", "run"), command="explore")
    return parser


def _add_explorer_options(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--lang", choices=("zh", "en"), help="language of labels and help (default: the locale's)")
    parser.add_argument("--plain", action="store_true", help="print what the database holds; no screen, no colour")
    parser.add_argument("--kiosk", action="store_true", help="write nothing, run nothing: for a reading-room account")
    parser.add_argument("--ascii", action="store_true", help="borders of ASCII characters")
    parser.add_argument("--ambiguous", choices=("auto", "narrow", "wide"), default="auto",
                        help="width of signs such as “ ” … (default: ask the terminal)")  # fmt: skip


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [OPTION …] [DB]\n       {PROGRAM} COMMAND …",
        description=descriptions.PROGRAM,
        epilog=descriptions.EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands", prog=PROGRAM)
    for name, told in descriptions.COMMANDS.items():
        command = commands.add_parser(
            name,
            help=told.short,
            description=told.long,
            epilog=told.epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _ADD.get(name, _add_printing)(command, name)
    _add_explorer_options(parser.add_argument_group("options of the explorer"))
    return parser


def _add_build(build: argparse.ArgumentParser, name: str) -> None:
    build.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders; - for standard input")
    build.add_argument("-o", "--output", type=Path, required=True, metavar="DB", help="the database to write")
    build.add_argument("--jobs", type=_positive, metavar="N",
                       help="worker processes (default: one; for many documents, one a core)")  # fmt: skip
    build.add_argument("--lexicon", type=Path, metavar="DIR", help="word lists to lay over the shipped ones")
    build.add_argument("--embedded", action="store_true", help="add the embedded digests to the documents")
    build.set_defaults(run=_late("building", "run"))


def _add_doctor(doctor: argparse.ArgumentParser, name: str) -> None:
    doctor.add_argument("--db", type=Path, metavar="DB", help="database to look at (default: embedded corpus)")
    doctor.set_defaults(run=_late("doctor", "run"))


_ADD: dict[str, Callable[[argparse.ArgumentParser, str], None]] = {"build": _add_build, "doctor": _add_doctor}


def _add_printing(parser: argparse.ArgumentParser, name: str) -> None:
    from policestats_tui.engine.export import FORMATS  # the explorer starts without it

    _ARGUMENTS.get(name, _add_nothing)(parser)
    parser.add_argument("--db", type=Path, metavar="DB", help="database (default: embedded corpus)")
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="FORMAT",
                        help=f"{', '.join(FORMATS)} (default: table)")  # fmt: skip
    filters = parser.add_argument_group("filters")
    for field, told in descriptions.FILTERS.items():
        filters.add_argument(f"--{field}", metavar=field.upper(), type=_year if field == "year" else str, help=told)
    filters.add_argument("--lang", choices=("zh", "en"), help="documents in this language; headings too")
    for field, told in descriptions.FIGURE_FILTERS.items() if name in ("show", "figures", "audit") else ():
        filters.add_argument(f"--{field}", metavar=field.upper(), help=told)
    if name in ("show", "search", "audit"):
        parser.add_argument("--labels", choices=("zh", "en"),
                            help="language of headings, explanations (default: --lang, the locale)")  # fmt: skip
    parser.set_defaults(run=_late("searching" if name == "search" else "printing", f"print_{name}"))


def _add_nothing(parser: argparse.ArgumentParser) -> None:
    """Leave a command with the options that all have."""


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="CAMPAIGN", help="same as --campaign")
    parser.add_argument("--by", choices=get_args(PivotBy), metavar="COLUMNS",
                        help=f"a pivot with these as columns: {', '.join(get_args(PivotBy))}")  # fmt: skip
    parser.add_argument("--list", action="store_true", help="one line a claim instead of a pivot")
    parser.add_argument("--sort", default="reading", metavar="KEY", choices=_SORTS,
                        help=f"order of a list: {', '.join(_SORTS)}")  # fmt: skip
    parser.add_argument("--descending", action="store_true", help="largest or last first")


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "a phrase", -not, a | b, field:value')
    parser.add_argument("--limit", type=_positive, metavar="N", help="no more than N sentences")
    parser.add_argument("--order", choices=("reading", "relevance"), default="reading",
                        help="newest document first, or the most relevant sentence (default: reading)")  # fmt: skip


def _add_quotes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="words that stand in the sentence as they are here")


_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "show": _add_show,
    "search": _add_search,
    "quotes": _add_quotes,
}
_SORTS = ("reading", "measure", "value", "period", "region", "speaker", "campaign", "document")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number above 0, not {text}")
    return int(text)


def _year(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(\.\.[0-9]{4})?", text):
        raise argparse.ArgumentTypeError(f"must be a year like 2021, or years like 2018..2021, not {text}")
    return text
