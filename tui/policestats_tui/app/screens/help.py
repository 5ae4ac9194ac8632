"""The keys of a screen, made from its commands, and what is to be known of the pane in focus."""

from collections.abc import Sequence
from dataclasses import replace

from textual.binding import Binding

from policestats_tui.app.cells import cells, wrap
from policestats_tui.app.commands import MOTIONS, NEXT_PANE, PREVIOUS_PANE, Commands, Keymap, shown_keys
from policestats_tui.app.screens.window import Window
from policestats_tui.app.strings import CLOSE_OR_RUN, HELP, MOVING, PANE, RUNNING, SIGN, SIGNS
from policestats_tui.app.widgets.choice_list import Choice
from policestats_tui.engine.model import Language

_WIDEST = 88
_FRAME = 8
_PANE_SIGNS: dict[str, tuple[str, ...]] = {
    "tree": ("▸ ▾", "–"),
    "table": ("≈ ≥ ≤", "+2", "·", "Σ", "✓ ≈ ✗", "›", "(…)"),
    "chart": ("← →", "≈ ≥ ≤"),
    "source": ("▌ ▐ ▶", "12", "▎"),
    "hits": ("▎",),
    "checks": ("✓ ≈ ✗",),
    "figures": ("≈ ≥ ≤",),
}
"""The signs of each pane, by its id; the rest of the documents' panes have those of `source`."""


def palette_choices(commands: Commands, keymap: Keymap, language: Language) -> list[Choice]:
    """Return a line for each command: its label, its keys, what it does."""
    return [
        Choice(
            command.__name__,
            command.label.say(language),
            " ".join(shown_keys(command.name(), command.keys, keymap)),
            command.help.say(language),
        )
        for command in commands
    ]


def key_lines(commands: Commands, keymap: Keymap, language: Language) -> list[Choice]:
    """Return a line for each command, which it runs, and each motion: its keys and what it does."""
    motions = [
        Choice("", motion.help.say(language), " ".join(shown_keys(motion.name, motion.keys, keymap)))
        for motion in (*MOTIONS, NEXT_PANE, PREVIOUS_PANE)
    ]
    run = [Choice(each.value, each.note, each.key) for each in palette_choices(commands, keymap, language)]
    return [_head(RUNNING.say(language)), *run, _head(MOVING.say(language)), *motions]


def pane_lines(pane: str, language: Language) -> list[Choice]:
    """Return what a pane is, and a line for each sign that stands in it."""
    known = pane if pane in PANE else "source"
    signs = [Choice("", SIGN[sign].say(language), sign) for sign in _PANE_SIGNS.get(known, ())]
    return [_head(PANE[known].say(language)), *([_head(SIGNS.say(language))] if signs else []), *signs]


def _whole(lines: Sequence[Choice], width: int) -> list[Choice]:
    """Return the lines with words that do not fit beside the widest key carried on below them."""
    room = width - max(cells(line.key) for line in lines)
    parts = [(line, wrap(line.label, 0, len(line.label), width if line.head else room)) for line in lines]
    return [
        replace(line, label=line.label[start:end].strip(), key="" if start else line.key)
        for line, spans in parts
        for start, end in spans
    ]


def _head(words: str) -> Choice:
    return Choice("", words, head=True)


class HelpScreen(Window):
    """What the pane in focus is, its signs, and the keys; a line that stands for a command runs it."""

    BINDINGS = [Binding("escape,q,?,ctrl+c", "leave", show=False)]  # noqa: RUF012 (Textual declares it so)

    def __init__(self, commands: Commands, keymap: Keymap, language: Language, pane: str, width: int) -> None:
        lines = [*pane_lines(pane, language), *key_lines(commands, keymap, language)]
        whole = _whole(lines, min(width - _FRAME, _WIDEST))
        super().__init__(HELP.say(language), whole, CLOSE_OR_RUN.say(language))
