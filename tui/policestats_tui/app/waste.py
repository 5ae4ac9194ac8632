"""When Python looks for cycles of objects that nobody needs any more: not while the program starts."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_looked_for() -> Iterator[None]:
    """Look for none until `look_again`: what starting makes stays, and looking through it costs 60 ms.

    In the end nothing is exempt: DuckDB complains of what is left when Python ends.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


def look_again() -> None:
    """Look again, but never through what is there by now, which would take 70 ms in the middle of some key press."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
