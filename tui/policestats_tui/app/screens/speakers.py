"""Who spoke, in which office, and what they said."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from policestats_tui.app import strings
from policestats_tui.app.cells import one_line
from policestats_tui.app.commands import EVERYWHERE, Commands, Leave, Narrow
from policestats_tui.app.messages import (
    DocumentLoaded,
    LineChosen,
    LineMoved,
    QuotesLoaded,
    SpeakersLoaded,
)
from policestats_tui.app.screens.base import bindings
from policestats_tui.app.screens.copying import COPYING
from policestats_tui.app.screens.filtering import FilteringScreen
from policestats_tui.app.sources import citation, source_text, source_title
from policestats_tui.app.widgets.fields import Field
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.app.widgets.sheet import Sheet, SheetColumn
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.browse.people import quotes_table
from policestats_tui.engine.browse.records import Quote, SourceDocument, Speaker
from policestats_tui.engine.export import Format, Table

_SPEAKER = (SheetColumn(0), SheetColumn(5, "right", "dim"))
_QUOTE = (SheetColumn(10, style="dim", spare=True), SheetColumn(9, style="dim", spare=True), SheetColumn(0))


class SpeakersScreen(FilteringScreen):
    """Speakers on the left, their words in reading order on the right, the document below."""

    CSS_PATH = "../styles/speakers.tcss"
    ACTIONS: ClassVar[Commands] = (*EVERYWHERE[:1], *COPYING, Narrow, *EVERYWHERE[1:])
    NAME = "speakers"
    BINDINGS = bindings(ACTIONS)
    FIELD_HINT = strings.QUOTE_HINT

    def __init__(self) -> None:
        super().__init__()
        self._speakers: Sequence[Speaker] = ()
        self._quotes: Sequence[Quote] = ()
        self._at = 0
        self._document: SourceDocument | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        with Horizontal(id="body"):
            yield Sheet("speakers", _SPEAKER)
            with Vertical(id="right"):
                yield Field(id="words")
                yield Sheet("quotes", _QUOTE)
                yield SourceView(id="source")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Ask for the speakers."""
        self.query_one("#speakers").focus()
        desk = self.desk
        self.ask("speakers", lambda: SpeakersLoaded(desk.speakers()))

    def speak(self) -> None:
        """Draw titles in the present language."""
        super().speak()
        self.query_one("#speakers", Sheet).call(f"{self.say(strings.SPEAKERS)} · {self.say(strings.COUNTED)}")
        self._title_quotes()

    @on(SpeakersLoaded)
    def loaded(self, message: SpeakersLoaded) -> None:
        """Draw the speakers."""
        self._speakers = message.speakers
        rows = [
            (" · ".join(filter(None, (each.name, each.role or each.agency))), f"{each.figures:,}")
            for each in self._speakers
        ]
        self.query_one("#speakers", Sheet).show(rows, self.say(strings.NO_SPEAKERS))

    @on(LineMoved)
    def moved(self, message: LineMoved) -> None:
        """Show a speaker's words, or the document of a quote."""
        if message.view == "speakers":
            self._at = message.key
            self._load_quotes()
        elif message.key < len(self._quotes):
            self._load_document(self._quotes[message.key])

    def _load_quotes(self) -> None:
        """Ask for the words of the speaker under the cursor."""
        if self._speakers:
            name, words, desk = self._speakers[self._at].name, self.field.value, self.desk
            self.ask("quotes", lambda: QuotesLoaded(desk.quotes(name, words)))

    @on(QuotesLoaded)
    def quotes_loaded(self, message: QuotesLoaded) -> None:
        """Draw the words of a speaker."""
        self._quotes = message.quotes
        rows = [(each.date or "", self.say(strings.TURN[each.kind]), each.text) for each in self._quotes]
        self.query_one("#quotes", Sheet).show(rows, self.say(strings.NO_QUOTES))
        self._title_quotes()

    def _title_quotes(self) -> None:
        """Name the speaker over their words."""
        speaker = self._speakers[self._at] if self._speakers else None
        parts = (speaker.name, speaker.role, speaker.agency) if speaker else (self.say(strings.QUOTES),)
        count = strings.QUOTED.counted(self.language, len(self._quotes)) if speaker else ""
        name, *office = parts
        self.query_one("#quotes", Sheet).call(one_line(" · ".join(filter(None, (name, count, *office)))))

    def _load_document(self, quote: Quote) -> None:
        """Show the document of a quote, lit there."""
        span, desk, held = (quote.start, quote.end), self.desk, self._document
        if held is not None and held.document == quote.document:
            self.show_document(DocumentLoaded(held, span))
        else:
            self.ask("source", lambda: DocumentLoaded(desk.document(quote.document), span))

    @on(DocumentLoaded)
    def show_document(self, message: DocumentLoaded) -> None:
        """Draw a document, or move the light in the one on screen."""
        source = self.query_one("#source", SourceView)
        if message.document is self._document:
            source.light(message.lit)
        else:
            self._document = message.document
            source.show(source_text(message.document, self.language), message.lit)
        start = message.lit[0] if message.lit else 0
        source.call(source_title(message.document, start, self.language))

    @on(LineChosen)
    def chosen(self, message: LineChosen) -> None:
        """Go from a speaker to their words, and from a quote to its document."""
        self.query_one("#quotes" if message.view == "speakers" else "#source").focus()

    @on(Input.Changed, "#words")
    def narrow_by(self) -> None:
        """Search the quotes as words are typed."""
        self._load_quotes()

    def filtered(self) -> None:
        """Go from the field to the quotes."""
        self.query_one("#quotes").focus()

    @on(Leave)
    def leave(self) -> None:
        """Leave the field, then the document, then the quotes, then the screen."""
        here = self.focused.id if self.focused else ""
        if self.close_field():
            return
        if here in ("source", "quotes"):
            self.query_one("#quotes" if here == "source" else "#speakers").focus()
        else:
            self.app.pop_screen()

    def action_pane(self, step: int) -> None:
        """Go to the next pane or the one before."""
        _ = self.focus_next() if step > 0 else self.focus_previous()

    @property
    def _quote(self) -> Quote | None:
        """The quote under the cursor."""
        at = self.query_one("#quotes", Sheet).cursor
        return self._quotes[at] if at < len(self._quotes) else None

    def cell(self) -> str:
        """Return the quote under the cursor, bare."""
        return self._quote.text if self._quote else ""

    def citation(self) -> str:
        """Return the quote under the cursor with its source."""
        quote, document = self._quote, self._document
        if quote is None or document is None or document.document != quote.document:
            return ""
        return citation(document, quote.start, self.language)

    def table(self, form: Format) -> Callable[[], Table] | None:
        """Return the quotes as a table."""
        found = self._quotes
        return (lambda: quotes_table(found)) if found else None

    def command_line(self) -> list[str]:
        """Return the arguments that print the quotes."""
        name = self._speakers[self._at].name if self._speakers else ""
        words = self.field.value
        arguments = ["quotes", "--db", str(self.desk.path), "--speaker", name, "--format", "tsv"]
        return [*arguments, "--", words] if words else arguments
