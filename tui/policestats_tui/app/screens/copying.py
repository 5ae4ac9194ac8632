"""Screens whose table can be copied, cited, saved, and printed by a command line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from policestats_tui.app import strings
from policestats_tui.app.clipboard import Delivery, copy, run_nothing, run_tool
from policestats_tui.app.commands import Cite, CommandLine, Commands, CopyCell, CopyTable, Export
from policestats_tui.app.messages import Copied, Saved, TableReady
from policestats_tui.app.screens.base import DeskScreen
from policestats_tui.app.screens.choose import ChooseScreen
from policestats_tui.app.widgets.choice_list import Choice

if TYPE_CHECKING:
    from policestats_tui.engine.export import Format, Table

COPYING: Commands = (CopyCell, CopyTable, Cite, Export, CommandLine)
_EXPORTS: tuple[tuple[Format, str, str], ...] = (
    ("tsv", "t", "TSV"),
    ("csv", "c", "CSV"),
    ("md", "m", "Markdown"),
    ("json", "j", "JSON"),
    ("jsonl", "l", "JSONL"),
    ("html", "h", "HTML"),
    ("table", "p", ""),
)
_RISKY = 1_000_000 * 3 // 4
"""Bytes above which tmux and some terminals drop an OSC 52 in silence: 1 MiB in base64."""


class CopyingScreen(DeskScreen):
    """Answers the copying commands. A screen says what its cell, table, citation and command line are."""

    ACTIONS: ClassVar[Commands] = COPYING

    def cell(self) -> str:
        """Return the text of the cell or line under the cursor, empty where there is none."""
        return ""

    def citation(self) -> str:
        """Return the sentence under the cursor with its source, empty where there is none."""
        return ""

    def table(self, form: Format) -> Callable[[], Table] | None:
        """Return how the whole table is made for a format, in a thread; None where there is none."""
        return None

    def printed(self, form: Format, table: Table) -> str:
        """Return a table in a format, in a thread: the bytes that the command line prints."""
        from policestats_tui.engine.export import text

        return text(table, form)

    def command_line(self) -> list[str]:
        """Return the arguments of the command that prints the table."""
        return []

    @on(CopyCell)
    def copy_cell(self) -> None:
        """Copy the cell."""
        self.send(self.cell(), self.say(strings.WHAT_CELL))

    @on(Cite)
    def cite(self) -> None:
        """Copy the citation."""
        self.send(self.citation(), self.say(strings.WHAT_CITATION))

    @on(CopyTable)
    def copy_table(self) -> None:
        """Copy the whole table as TSV."""
        self._make_table("tsv", to_file=False)

    @on(CommandLine)
    def show_command_line(self) -> None:
        """Copy the command line, and show it."""
        arguments = self.command_line()
        if arguments:
            self.send(shlex.join(["policestats-tui", *arguments]), shlex.join(["policestats-tui", *arguments]))

    @on(Export)
    def choose_export(self) -> None:
        """Ask for a format, and whether to copy or save."""
        names = [(form, key, name or self.say(strings.PLAIN_TEXT)) for form, key, name in _EXPORTS]
        copies = [Choice(form, self.say(strings.TO_CLIPBOARD, format=name), key) for form, key, name in names]
        files = [
            Choice(f"{form} file", self.say(strings.TO_FILE, format=name), key.upper()) for form, key, name in names
        ] + [Choice("xlsx file", self.say(strings.TO_FILE, format="Excel"), "X")]
        choices = copies if self.explorer.kiosk else copies + files
        self.app.push_screen(ChooseScreen(self.say(strings.CHOOSE_FORMAT), choices, self.language), self._export)

    def _export(self, chosen: str | None) -> None:
        """Do what was chosen in the menu of formats."""
        if chosen:
            form, _, file = chosen.partition(" ")
            self._make_table(form, to_file=bool(file))

    def _make_table(self, form: str, *, to_file: bool) -> None:
        """Make the table in a thread; it comes back as `TableReady` or `Saved`. A spreadsheet is not printed."""
        kind: Format = next((each for each, _, _ in _EXPORTS if each == form), "tsv")
        make = self.table(kind)
        if make is None:
            self.notice(self.say(strings.NOTHING_COPIED))
            return

        def work() -> Message:
            table = make()
            if form == "xlsx":
                from policestats_tui.app.spreadsheet import write_xlsx

                return _saved(form, partial(write_xlsx, table))
            words = self.printed(kind, table)
            if to_file:
                return _saved(form, partial(_write_text, words))
            return TableReady(words, len(table.rows))

        self.ask("copy", work)

    @on(TableReady)
    def copy_ready(self, message: TableReady) -> None:
        """Copy the table that was made."""
        self.send(message.text, self.say(strings.WHAT_TABLE, n=message.rows))

    @on(Saved)
    def tell_saved(self, message: Saved) -> None:
        """Say where the export went."""
        phrase = strings.NOT_SAVED if message.reason else strings.SAVED
        self.notice(self.say(phrase, file=message.file, reason=message.reason))

    def send(self, words: str, what: str) -> None:
        """Send a text to the clipboard, in a thread, for tmux may be slow."""
        if not words:
            self.notice(self.say(strings.NOTHING_COPIED))
            return
        write, free = self.explorer.write_to_terminal, not self.explorer.kiosk
        run = run_tool if free else run_nothing
        self.ask("clipboard", lambda: Copied(what, copy(words, os.environ, write, files=free, run=run)))

    @on(Copied)
    def tell_copied(self, message: Copied) -> None:
        """Say which way a copy went, and no more than that."""
        self.notice(self.say(strings.COPIED, what=message.what, route=self._route(message.delivery)))

    def _route(self, delivery: Delivery) -> str:
        """Return the words for a delivery."""
        words = self.say(strings.ROUTE[delivery.route], detail=delivery.detail)
        if delivery.size > _RISKY and delivery.route != "tool":
            words += self.say(strings.TOO_LARGE, size=delivery.size)
        if delivery.file:
            words += self.say(strings.ALSO_FILE, file=delivery.file)
        return words


def _saved(form: str, write: Callable[[Path], None]) -> Message:
    """Write to a new file in the working folder."""
    try:
        file = _free_name("txt" if form == "table" else form)
        write(file)
    except (OSError, ImportError) as error:
        return Saved("", str(error))
    return Saved(str(file))


def _write_text(words: str, file: Path) -> None:
    file.write_text(words, encoding="utf-8")


def _free_name(suffix: str) -> Path:
    """Return a name in the working folder that no file has."""
    names = (Path.cwd() / f"policestats{number or ''}.{suffix}" for number in range(10_000))
    return next(name for name in names if not name.exists())
