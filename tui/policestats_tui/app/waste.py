"""When Python looks for cycles of objects that nobody needs any more: not while the program starts."""

import gc


def look_later() -> None:
    """Look for none until `look_again`: what starting makes stays, and looking through it costs 60 ms."""
    gc.disable()


def look_again() -> None:
    """Look again, but never through what is there by now, which would take 70 ms in the middle of some key press."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
