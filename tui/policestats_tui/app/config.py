"""The user's settings: one TOML file, whose errors are named and never fatal."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_config_path

from policestats_tui.app.commands import Keymap, names
from policestats_tui.engine.model import Language

Width = Literal["ask", "narrow", "wide"]
View = Literal["list", "pivot", "chart"]

APPLICATION = "policestats-tui"


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says; `troubles` tells what in it could not be used.

    `width` is how many cells the terminal gives to “ ” … and their like; `ascii` draws borders and signs in ASCII.
    """

    language: Language | None = None
    theme: str | None = None
    view: View = "pivot"
    width: Width = "ask"
    ascii: bool = False
    mouse: bool = True
    keys: Keymap = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def config_file() -> Path:
    """Return where the settings are kept, whether the file exists or not."""
    return user_config_path(APPLICATION) / "config.toml"


def read_config(path: Path) -> Config:
    """Read the settings; a file that does not exist has none."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        return Config(troubles=(str(error),))
    import tomllib  # most start without such a file

    try:
        return config_from(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        return Config(troubles=(str(error),))


_KINDS: dict[str, tuple[Any, ...]] = {
    "language": get_args(Language),
    "view": get_args(View),
    "width": get_args(Width),
    "ascii": (True, False),
    "mouse": (True, False),
}


def config_from(table: dict[str, Any]) -> Config:
    """Return the settings of a parsed file, with what cannot be used left out and named."""
    known: dict[str, Any] = {}
    troubles: list[str] = []
    for key, value in table.items():
        if key == "keys":
            known[key], wrong = _keymap(value)
            troubles += wrong
        elif key == "theme" and isinstance(value, str):
            known[key] = value
        elif key not in _KINDS and key != "theme":
            troubles.append(f"{key}: no such setting")
        elif key == "theme" or value not in _KINDS[key]:
            allowed = ", ".join(str(each).lower() for each in _KINDS.get(key, ("a name",)))
            troubles.append(f"{key} = {value!r}: must be one of {allowed}")
        else:
            known[key] = value
    return Config(**known, troubles=tuple(troubles))


def _keymap(table: object) -> tuple[Keymap, list[str]]:
    """Return the usable key changes, and what is wrong with the others."""
    if not isinstance(table, dict):
        return {}, ["keys: must be a table"]
    good = {name: keys for name, keys in table.items() if name in names() and isinstance(keys, str) and keys}
    return good, [
        f"keys.{name} = {keys!r}: no such command, or no key" for name, keys in table.items() if name not in good
    ]
