"""The program: theme, language, history, and the commands that every screen has."""

import asyncio
import os
import signal
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from policestats_tui.app import commands, strings, waste
from policestats_tui.app.config import Config
from policestats_tui.app.desk import Desk
from policestats_tui.app.guard import AsciiMarks, Guard, OneCell
from policestats_tui.app.manner import Manner
from policestats_tui.app.patience import PatientApp
from policestats_tui.app.screens.base import DeskScreen
from policestats_tui.app.screens.browse import BrowseScreen
from policestats_tui.app.screens.choose import ChooseScreen
from policestats_tui.app.screens.copying import CopyingScreen
from policestats_tui.app.screens.help import HelpScreen, palette_choices
from policestats_tui.app.session import History, Place, Session, read_session, session_file, write_session
from policestats_tui.app.thrift import ThriftyDriver
from policestats_tui.app.widgets.choice_list import Choice
from policestats_tui.engine.model import Language

_THEMES = ("textual-dark", "textual-light", "ansi-dark", "ansi-light")
_WATCH_SECONDS = 5.0
_STARTING_SECONDS = 1.0
"""By when the first table is there, as a rule."""


class Explorer(PatientApp, inherit_bindings=False):
    """The explorer over one database."""

    CSS_PATH = ["styles/app.tcss", "styles/browse.tcss"]  # noqa: RUF012 (Textual declares it so)
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, desk: Desk, config: Config, manner: Manner) -> None:
        plain = os.environ.get("NO_COLOR") is not None
        super().__init__(ansi_color=True if plain else None)
        self.desk, self.config, self.kiosk, self.title = desk, config, manner.kiosk, "policestats-tui"
        self._asked_language = manner.language or config.language
        self.language: Language = self._asked_language or manner.locale
        self.history, self.session = History(), Session()
        self.animation_level = "none"
        self.failure: str | None = None
        signs: list[LineFilter] = [OneCell()] if manner.wide_signs else [AsciiMarks()] if manner.ascii else []
        self._guards = [Guard(), *signs]
        self._plain, self._ascii = plain, manner.ascii or manner.wide_signs

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that sends as little as it can."""
        return ThriftyDriver

    def get_line_filters(self) -> list[LineFilter]:
        """Return Textual's filters and then ours, which let nothing hostile through."""
        return [*super().get_line_filters(), *self._guards]

    def get_default_screen(self) -> Screen[None]:
        """Begin with the browse screen; Textual's own empty one would be laid out and drawn in vain."""
        screen = BrowseScreen(Place(view=self.config.view))
        screen.fit(self.size)
        return screen

    def on_load(self) -> None:
        """Choose keys, borders and theme before the first screen is drawn."""
        self.set_keymap(self.config.keys)
        self.set_class(self._ascii, "ascii")
        theme = "ansi-dark" if self.few_colours else self.config.theme or _THEMES[0]
        self.theme = theme if theme in self.available_themes else _THEMES[0]

    def on_mount(self) -> None:
        """Watch the file and the connection, and be done with starting in a moment."""
        for ending in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(ending, self.end_by, ending)
        self.set_interval(_WATCH_SECONDS, self.watch_file)
        self.set_timer(_STARTING_SECONDS, waste.look_again)

    def on_ready(self) -> None:
        """Open the database, now that the frame is drawn."""
        self.browse.open()

    @property
    def few_colours(self) -> bool:
        """Whether the terminal has no more than 16 colours, or none are wanted."""
        return self._plain or self.console.color_system in (None, "standard")

    @property
    def browse(self) -> BrowseScreen:
        """The first screen."""
        return next(screen for screen in self.screen_stack if isinstance(screen, BrowseScreen))

    def write_to_terminal(self, sequence: str) -> None:
        """Send a control sequence of our own to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse or in a field, by our own ways to the clipboard."""
        screen = self.screen
        if isinstance(screen, CopyingScreen):
            screen.send(text, strings.WHAT_SELECTION.say(self.language))

    def notice(self, phrase: strings.Phrase, **values: object) -> None:
        """Say something in the bottom line of the screen in front."""
        if isinstance(self.screen, DeskScreen):
            self.screen.notice(phrase.say(self.language, **values))

    # Database and session

    def database_opened(self) -> Place | None:
        """Take up the session of this database, on the first opening: its language, theme and place."""
        if self.history.places or self.kiosk:
            return None
        self.session = read_session(session_file(self.desk.path))
        if self.session.language and not self._asked_language and self.session.language != self.language:
            self.switch_language()
        if self.session.theme in self.available_themes and not self.config.theme and not self.few_colours:
            self.theme = self.session.theme or self.theme
        return self.session.place

    def fail(self, reason: str) -> None:
        """End, for nothing can be shown; the reason is printed when the screen is gone."""
        self.failure = reason
        self.exit(return_code=2)

    def watch_file(self) -> None:
        """Offer to read the database anew when somebody replaced it."""
        if self.desk.replaced():
            self.notice(strings.NEW_DATA)

    def keep_session(self) -> None:
        """Write down where the user is."""
        if not self.kiosk and self.desk.is_open:
            front = next(screen for screen in reversed(self.screen_stack) if isinstance(screen, DeskScreen))
            over = front.kept_place()
            place = replace(self.browse.kept_place(), screen=over.screen, query=over.query)
            kept = replace(self.session, place=place, language=self.language, theme=self.theme)
            write_session(session_file(self.desk.path), kept)

    # Places

    def go(self, place: Place | None, nothing: strings.Phrase) -> None:
        """Go to a kept place, whichever screen it is on."""
        if place is None:
            self.notice(nothing)
            return
        while not isinstance(self.screen, BrowseScreen):
            self.pop_screen()
        screen = _screen_over(place)
        if screen is None:
            self.browse.go(place)
        else:
            self.push_screen(screen)

    def toggle_bookmark(self, place: Place, name: str) -> None:
        """Set a bookmark, or take it away."""
        title = place.title(name, self.language)
        self.session, is_set = self.session.toggled(title, place)
        self.notice(strings.MARKED if is_set else strings.UNMARKED, place=title)
        self.keep_session()

    def choose_bookmark(self) -> None:
        """Ask which bookmark to go to."""
        marks = self.session.bookmarks
        choices = [Choice(str(at), title, str(at + 1) if at < 9 else "") for at, (title, _) in enumerate(marks)]
        title, empty = strings.GO_BOOKMARK.say(self.language), strings.NO_BOOKMARKS.say(self.language)
        screen = ChooseScreen(title, choices, self.language, empty=empty)
        self.push_screen(screen, lambda chosen: self.go(marks[int(chosen)][1], strings.NOT_THERE) if chosen else None)

    # Commands of every screen

    @on(commands.Quit)
    def end(self) -> None:
        """Keep the session, and end."""
        self.keep_session()
        self.exit()

    def end_by(self, number: signal.Signals) -> None:
        """Keep the session, and end: the connection was lost, or the machine goes down."""
        self.keep_session()
        self.exit(return_code=128 + number)

    @on(commands.Find)
    async def find(self) -> None:
        """Search."""
        await self._open(Place(screen="search"))

    @on(commands.Speakers)
    async def show_speakers(self) -> None:
        """Show who spoke."""
        await self._open(Place(screen="speakers"), visit=True)

    @on(commands.Checks)
    async def show_checks(self) -> None:
        """Show what adds up and what does not."""
        await self._open(Place(screen="checks"), visit=True)

    async def _open(self, place: Place, *, visit: bool = False) -> None:
        """Put a screen over the first one, in the place of any other; `visit` notes it for going back."""
        screen = _screen_over(place)
        if screen is None or not self.desk.is_open:
            return
        if isinstance(self.screen, BrowseScreen):
            self.browse.visited()
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)
        if visit:
            self.history.visit(place)

    @on(commands.Back)
    def back(self) -> None:
        """Go back."""
        self.go(self.history.move(-1), strings.NO_BACK)

    @on(commands.Forward)
    def forward(self) -> None:
        """Go forward."""
        self.go(self.history.move(1), strings.NO_FORWARD)

    @on(commands.Reload)
    def reload(self) -> None:
        """Read the database anew, and show it on the first screen."""
        while not isinstance(self.screen, BrowseScreen):
            self.pop_screen()
        self.browse.open()

    @on(commands.SwitchLanguage)
    def switch_language(self) -> None:
        """Say everything in the other language."""
        self.language = "en" if self.language == "zh" else "zh"
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.speak()

    @on(commands.ChangeTheme)
    def change_theme(self) -> None:
        """Go to the next theme."""
        at = _THEMES.index(self.theme) if self.theme in _THEMES else -1
        self.theme = _THEMES[(at + 1) % len(_THEMES)]

    @on(commands.Help)
    def show_help(self) -> None:
        """Show what the pane in focus is, and the keys of the screen."""
        screen = self.screen
        if isinstance(screen, DeskScreen):
            pane = screen.focused.id if screen.focused is not None else None
            keys = self.config.keys
            window = HelpScreen(screen.ACTIONS, keys, self.language, pane or "", self.size.width)
            self.push_screen(window, partial(_run, screen))

    @on(commands.Palette)
    def show_palette(self) -> None:
        """Find a command by typing."""
        screen = self.screen
        if isinstance(screen, DeskScreen):
            choices = palette_choices(screen.ACTIONS, self.config.keys, self.language)
            window = ChooseScreen(strings.COMMANDS.say(self.language), choices, self.language, typing=True)
            self.push_screen(window, partial(_run, screen))


def _run(screen: DeskScreen, chosen: str | None) -> None:
    """Run a command that was chosen by name."""
    if chosen:
        screen.action_command(chosen)


def _screen_over(place: Place) -> DeskScreen | None:
    """Return the screen that a place is on, None for the first one; what it needs is imported then and not before."""
    match place.screen:
        case "search":
            from policestats_tui.app.screens.search import SearchScreen

            return SearchScreen(place.query)
        case "speakers":
            from policestats_tui.app.screens.speakers import SpeakersScreen

            return SpeakersScreen()
        case "checks":
            from policestats_tui.app.screens.checks import ChecksScreen

            return ChecksScreen()
        case "browse":
            return None
