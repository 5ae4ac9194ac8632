"""Writes docs/keys.md from the commands: `python -m tests.app.keys_page`."""

from pathlib import Path

from policestats_tui.app.commands import MOTIONS, NEXT_PANE, PREVIOUS_PANE, Command, Commands, Motion, shown_keys
from policestats_tui.app.screens.base import DeskScreen
from policestats_tui.app.screens.browse import BrowseScreen
from policestats_tui.app.screens.checks import ChecksScreen
from policestats_tui.app.screens.search import SearchScreen
from policestats_tui.app.screens.speakers import SpeakersScreen

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
_SCREENS: tuple[tuple[str, type[DeskScreen]], ...] = (
    ("First screen", BrowseScreen),
    ("Search", SearchScreen),
    ("Speakers", SpeakersScreen),
    ("Checks", ChecksScreen),
)
_HEAD = """# Keys

Made from `app/commands.py`; a test compares them. `?` shows the keys of the screen you are on, `Ctrl+P` finds a command
by typing, and both the commands of the bottom line and the lines of the help run by a click.

Any key can be changed in `config.toml` (`~/.config/policestats-tui/` on Linux), by the name in the last column:

```toml
language = "zh"          # or "en"; without it the last one used, else the locale's
theme = "textual-light"  # any theme of Textual; ansi-dark and ansi-light use the terminal's own 16 colours
view = "list"            # or "pivot", "chart": how tables open
width = "ask"            # or "narrow", "wide": how wide the terminal draws “ ” …
ascii = false            # true: borders and signs in ASCII
mouse = true             # false: leave the mouse to the terminal

[keys]
copy-table = "Y,ctrl+y"
```

A setting that cannot be used is named at the start, and the rest is used.
"""


def _row(name: str, keys: str, english: str, chinese: str) -> str:
    shown = " ".join(f"`{key}`" for key in shown_keys(name, keys, {}))
    return f"| {shown} | {english} | {chinese} | `{name}` |"


def _table(commands: Commands | tuple[Motion, ...]) -> list[str]:
    rows = ["| Keys | What they do | 作用 | Name |", "| --- | --- | --- | --- |"]
    for each in commands:
        name = each.name if isinstance(each, Motion) else each.name()
        rows.append(_row(name, each.keys, each.help.en, each.help.zh))
    return rows


def page() -> str:
    """Return the page."""
    shared = [command for command in BrowseScreen.ACTIONS if all(command in screen.ACTIONS for _, screen in _SCREENS)]
    lines = [_HEAD, "## In every pane", "", *_table((*MOTIONS, NEXT_PANE, PREVIOUS_PANE))]
    lines += ["", "## On every screen", "", *_table(tuple(shared))]
    for title, screen in _SCREENS:
        own: list[type[Command]] = [command for command in screen.ACTIONS if command not in shared]
        lines += ["", f"## {title}", "", *_table(tuple(own))] if own else []
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
