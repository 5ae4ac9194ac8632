"""The command `policestats-tui`: it explores, builds, or prints."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from policestats_tui.cli.arguments import parse
from policestats_tui.cli.stopping import ending_in_order
from policestats_tui.engine.errors import PolicestatsError, QueryError
from policestats_tui.engine.safe import one_line

FOUND, NOTHING_FOUND, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 found or done, 1 nothing found, 2 usage or bad input."""
    _print_what_the_terminal_cannot()
    try:
        try:
            return _run(sys.argv[1:] if argv is None else argv)
        finally:
            sys.stdout.flush()
    except QueryError as error:
        nearest = f"; perhaps: {error.suggestion}" if error.suggestion else ""
        sys.stderr.write(f"policestats-tui: query, character {error.position + 1}: {one_line(str(error) + nearest)}\n")
        return BAD_INPUT
    except PolicestatsError as error:
        return _complain(str(error))
    except BrokenPipeError:
        # The reader of our output has gone: point stdout elsewhere, or Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except OSError as error:
        return _complain(f"{error.filename or 'output'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str]) -> int:
    options = parse(argv)
    # The explorer hears of these from Textual, which has the terminal to give back.
    with nullcontext() if options.command == "explore" else ending_in_order():
        code: int = options.run(options)
    if code == NOTHING_FOUND and options.command != "explore":
        # Imported here: whoever finds something does without it.
        from policestats_tui.cli.nothing import why_nothing

        sys.stderr.write(f"policestats-tui: {one_line(why_nothing(options))}\n")
    return code


def _complain(message: str) -> int:
    sys.stderr.write(f"policestats-tui: {one_line(message)}\n")
    return BAD_INPUT


def _print_what_the_terminal_cannot() -> None:
    """Escape characters that the encoding of stdout lacks, instead of failing on them."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
