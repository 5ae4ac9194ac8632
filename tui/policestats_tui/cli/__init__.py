"""The command `policestats-tui`: it explores, builds, or prints."""

import os
import sys
from collections.abc import Sequence

from policestats_tui.cli.arguments import parse
from policestats_tui.engine.errors import PolicestatsError
from policestats_tui.engine.safe import one_line

FOUND, NOTHING_FOUND, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 found or done, 1 nothing found, 2 usage or bad input."""
    options = parse(sys.argv[1:] if argv is None else argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except PolicestatsError as error:
        sys.stderr.write(f"policestats-tui: {one_line(str(error))}\n")
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output has gone: point stdout elsewhere, or Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED
