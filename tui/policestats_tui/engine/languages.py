"""The language of labels and names, where nobody asks for one."""

import os

from policestats_tui.engine.model import Language


def locale_language() -> Language:
    """Return the language of the user's locale, English where it is neither.

    The variables are read as they stand: on a server the locale that a user brings along is often not installed.
    """
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if name.startswith("zh") else "en"
