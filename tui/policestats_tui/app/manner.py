"""How the program runs."""

from dataclasses import dataclass

from policestats_tui.engine.model import Language


@dataclass(frozen=True, slots=True)
class Manner:
    """How the program runs: in which language, whether it may write files, and what the terminal does with signs.

    `language`: the user asked for it; None for the session's, else the locale's. `wide_signs`: the terminal draws “ ” …
    two cells wide. `ascii`: draw borders and signs in ASCII.
    """

    language: Language | None = None
    locale: Language = "en"
    kiosk: bool = False
    wide_signs: bool = False
    ascii: bool = False
