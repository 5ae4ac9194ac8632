"""Ending in order when a user, a lost connection or the machine ends the program."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_HEARD = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}
"""What ends the program, and what is done about it unless somebody asked for something else (as nohup does)."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let signals unwind what is being done, so that what is half written is taken away; then exit as shells expect.

    Raises:
        SystemExit: A signal came; the code is 128 and its number.
    """
    came: list[int] = []

    def stop(number: int, frame: object) -> None:
        came.append(number)
        raise KeyboardInterrupt

    before = {name: signal.signal(name, stop) for name, usual in _HEARD.items() if signal.getsignal(name) == usual}
    try:
        yield
    except (KeyboardInterrupt, RuntimeError) as error:
        # Inside a statement DuckDB makes a RuntimeError of its own out of what the handler raised.
        if not came:
            raise
        if came[0] == signal.SIGINT:
            sys.stderr.write("policestats-tui: interrupted\n")
        raise SystemExit(128 + came[0]) from error
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
