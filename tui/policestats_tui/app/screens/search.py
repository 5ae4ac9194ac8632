"""Search: a field, the concordance, and the document of the hit under the cursor."""

from dataclasses import replace
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from policestats_tui.app import strings
from policestats_tui.app.cells import one_line
from policestats_tui.app.commands import (
    EVERYWHERE,
    Bookmark,
    Bookmarks,
    Command,
    Commands,
    Find,
    Group,
    Leave,
    Narrow,
    NextMatch,
    PreviousMatch,
    Sort,
    Widen,
    Zoom,
)
from policestats_tui.app.hits import HitGrouping, HitOrder, facet_choices, here_choices, lines
from policestats_tui.app.messages import (
    DocumentLoaded,
    FacetsLoaded,
    HitsLoaded,
    LineChosen,
    LineMoved,
    QueryRecalled,
    QueryRefused,
)
from policestats_tui.app.screens.base import bindings
from policestats_tui.app.screens.choose import ChooseScreen
from policestats_tui.app.screens.copying import COPYING
from policestats_tui.app.screens.search_state import SearchState
from policestats_tui.app.sources import source_text, source_title
from policestats_tui.app.widgets.choice_list import Choice
from policestats_tui.app.widgets.concordance_view import ConcordanceView
from policestats_tui.app.widgets.fields import QueryField
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.errors import QueryError

_PAGE = 400
_AHEAD = 40
_LETTERS = {
    "document": "d", "campaign": "c", "year": "y", "speaker": "s", "language": "l", "none": "n",
    "reading": "o", "relevance": "v", "left": "a", "right": "e",
}  # fmt: skip


class SearchScreen(SearchState):
    """Type to search both languages; down or Enter goes to the hits, Enter again into the document."""

    CSS_PATH = "../styles/search.tcss"
    ACTIONS: ClassVar[Commands] = (
        Find, *COPYING, Group, Narrow, Sort, Widen, NextMatch, PreviousMatch, Zoom, Bookmark, Bookmarks,
        *EVERYWHERE[1:],
    )  # fmt: skip
    NAME = "search"
    BINDINGS = bindings(ACTIONS)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield QueryField(self._given, id="query")
        yield ConcordanceView("hits")
        yield SourceView("source")
        yield KeyBar("keys")

    def on_mount(self) -> None:
        """Begin in the field, or with the hits of a query that was given."""
        super().on_mount()
        self.set_focus(self.query_one("#hits" if self._given else "#query"))
        if self._given:
            self._search(0)

    def speak(self) -> None:
        """Draw titles and hints in the present language."""
        super().speak()
        self.query_one(Input).placeholder = self.say(strings.SEARCH_HINT)
        self._draw()

    # Searching

    @on(Input.Changed)
    def typed(self, message: Input.Changed) -> None:
        """Search as words are typed."""
        query = message.value.strip()
        if query != self._query:
            self._query = query
            self._search(0)

    def action_entered(self) -> None:
        """Go from the field to the hits."""
        self.explorer.history.visit(self.kept_place())
        self._recalled = 0
        self.set_focus(self.query_one(ConcordanceView))

    @on(QueryRecalled)
    def recall(self, message: QueryRecalled) -> None:
        """Put an earlier query into the field; down from what was typed goes to the hits."""
        field, places = self.query_one(QueryField), reversed(self.explorer.history.places)
        self._typed = self._typed if self._recalled else field.value
        earlier = list(dict.fromkeys(place.query for place in places if place.query not in ("", self._typed)))
        back = self._recalled + message.further
        if back < 0:
            self.set_focus(self.query_one(ConcordanceView))
        elif back <= len(earlier):
            self._recalled = back
            field.value = earlier[back - 1] if back else self._typed
            field.cursor_position = len(field.value)

    def _search(self, offset: int) -> None:
        """Ask for hits from number `offset` on."""
        query, desk = self._answered if offset else self._query, self.desk
        order = self._engine_order
        if not query:
            self._hits, self._total, self._trouble, self._answered = [], 0, "", ""
            self._draw()
            return

        def work() -> Message:
            try:
                found = desk.search(query, _PAGE, offset, order)
            except QueryError as error:
                return QueryRefused(query, error.position, str(error), error.suggestion)
            return HitsLoaded(query, order, offset, found.total, found.hits)

        self.ask("search", work)

    @on(HitsLoaded)
    def hits_loaded(self, message: HitsLoaded) -> None:
        """Draw hits, further ones behind those that are there."""
        if message.query != (self._answered if message.offset else self._query):
            return
        self._hits = [*self._hits[: message.offset], *message.hits]
        self._total, self._answered = message.total, message.query
        if not message.offset:
            self._trouble = ""
        self._draw(at=max(0, message.offset - 1))

    @on(QueryRefused)
    def query_refused(self, message: QueryRefused) -> None:
        """Say what is wrong with a query and where; the hits of the last that was right stay."""
        if message.query != self._query:
            return
        phrase = strings.QUERY_TRY if message.suggestion else strings.QUERY_WRONG
        place = message.position + 1
        self._trouble = self.say(phrase, place=place, reason=message.reason, suggestion=message.suggestion)
        if self._hits:
            self._title()
        else:
            self._draw()

    def tell_failure(self, words: str) -> None:
        """Say where the hits would be that searching failed."""
        self._trouble, self._hits, self._total, self._answered = words, [], 0, ""
        self._draw()

    def _draw(self, at: int = 0) -> None:
        """Draw the concordance and say how many hits there are."""
        view = self.query_one(ConcordanceView)
        empty = self._trouble or self.say(strings.NO_HITS if self._query else strings.NO_QUERY, query=self._query)
        view.show(lines(self._hits, self._by, self._order, self.language), empty, at)
        self._title()
        if not self._hits:
            self._document = None
            self.query_one(SourceView).say(self.say(strings.HIT_SOURCE))
            self.query_one(SourceView).call(self.say(strings.SOURCE))

    def _title(self) -> None:
        """Say how many hits there are and in which order, and before that what is wrong with the query."""
        count = self._counted() if self._answered else ""
        if self._trouble and self._hits:
            count = self.say(strings.HITS_KEPT, query=self._answered, hits=count)
        by = self.say(strings.GROUPED_BY, by=self.say(strings.BY[self._by])) if self._by != "none" else ""
        order = self.say(strings.SORTED_BY, by=self.say(strings.BY[self._order])) if self._order != "reading" else ""
        head = (self._trouble if self._hits else "") or self.say(strings.SEARCH)
        said = (head, count, by, order)
        self.query_one(ConcordanceView).call(one_line(" · ".join(filter(None, said))))

    def _counted(self) -> str:
        """Return how many hits there are, and how many of them are here."""
        shown = len(self._hits)
        if shown < self._total:
            return self.say(strings.HITS_SHOWN, shown=shown, n=self._total)
        return strings.HITS.counted(self.language, shown)

    # The document of a hit

    @on(LineMoved)
    def moved(self, message: LineMoved) -> None:
        """Show the document of the hit under the cursor, with all its matches; fetch more hits near the end."""
        hit, desk = self._hits[message.key], self.desk
        match = hit.matches[-1 if self._backwards else 0] if hit.matches else None
        lit = (match.start, match.end) if match else (hit.start, hit.end)
        self._backwards = False
        shown = self._document
        if shown is not None and shown.document.document == hit.document and self._lit_query == self._answered:
            self._document = replace(shown, lit=lit)
            self.query_one(SourceView).light(lit)
            self._title_source()
        elif shown is not None and shown.document.document == hit.document:
            self.show_document(replace(shown, lit=lit))
        else:
            self.ask("source", lambda: DocumentLoaded(desk.document(hit.document), lit))
        if message.key >= len(self._hits) - _AHEAD and len(self._hits) < self._total and self._by == "none":
            self._search(len(self._hits))

    @on(DocumentLoaded)
    def show_document(self, message: DocumentLoaded) -> None:
        """Draw a document with the matches of all its hits."""
        self._document, self._lit_query = message, self._answered
        number = message.document.document
        spans = {(match.start, match.end) for hit in self._hits if hit.document == number for match in hit.matches}
        text = source_text(message.document, self.language, sorted(spans))
        self.query_one(SourceView).show(text, message.lit)
        self._title_source()

    def _title_source(self) -> None:
        """Name speaker, date and file of the hit."""
        if self._document is not None:
            start = self._document.lit[0] if self._document.lit else 0
            title = source_title(self._document.document, start, self.language)
            self.query_one(SourceView).call(f"{self.say(strings.SOURCE)} · {title}")

    @on(LineChosen)
    def chosen(self) -> None:
        """Go into the document."""
        self.explorer.history.visit(self.kept_place())
        self.set_class(True, "reading")
        self.set_focus(self.query_one(SourceView))

    @on(NextMatch)
    def next_match(self) -> None:
        """Go to the next hit; in its document to the next match, and from the last to the next hit's document."""
        self._step(1)

    @on(PreviousMatch)
    def previous_match(self) -> None:
        """Go to the hit or match before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        source, hit, shown = self.query_one(SourceView), self._hit, self._document
        if self.focused is source and hit is not None and shown is not None and shown.lit is not None:
            spans = [(match.start, match.end) for match in hit.matches]
            further = [span for span in spans if (span > shown.lit if step > 0 else span < shown.lit)]
            if further:
                self._document = replace(shown, lit=further[0 if step > 0 else -1])
                source.light(self._document.lit)
                return
        self._backwards = step < 0 and self.focused is source
        self.query_one(ConcordanceView).cursor += step

    # Commands

    @on(Widen)
    def widen(self) -> None:
        """Show the whole passage of the hit under the cursor, or take it away."""
        self.query_one(ConcordanceView).widen()

    async def open_field(self, command: type[Command]) -> None:
        """Go to the field that is here already, or narrow the hits."""
        if command is Narrow:
            self.narrow()
        else:
            self.find()

    @on(Narrow)
    def narrow(self) -> None:
        """Count the hits by document, campaign, year and speaker."""
        query, desk = self._answered, self.desk
        if self._hits:
            self.ask("facets", lambda: FacetsLoaded(query, desk.facets(query)))

    @on(FacetsLoaded)
    def choose_facet(self, message: FacetsLoaded) -> None:
        """Ask by which of the counts to narrow the query."""
        here = here_choices(self.explorer.browse.place, self.language)
        choices = [*here, *facet_choices(message.facets, self.language)]
        title = self.say(strings.CHOOSE_FACET)
        self.app.push_screen(ChooseScreen(title, choices, self.language, typing=True), self._narrowed)

    def _narrowed(self, chosen: str | None) -> None:
        """Add a field to the query whose hits are here."""
        if chosen:
            self.query_one(Input).value = f"{self._answered} {chosen}"

    @on(Find)
    def find(self) -> None:
        """Go to the field."""
        self.set_class(False, "reading")
        self.set_focus(self.query_one(Input))

    @on(Zoom)
    def zoom(self) -> None:
        """Give the window to the document, or take it back."""
        self.toggle_class("reading")
        self.query_one("#source" if self.has_class("reading") else "#hits").focus()

    @on(Leave)
    def leave(self) -> None:
        """Leave the document, then the field, then the screen."""
        if isinstance(self.focused, SourceView):
            self.set_class(False, "reading")
            self.query_one("#hits").focus()
        elif isinstance(self.focused, Input) and self._hits:
            self.query_one("#hits").focus()
        else:
            self.app.pop_screen()

    @on(Group)
    def group(self) -> None:
        """Ask what to group the hits by."""
        choices = [Choice(each, self.say(strings.BY[each]), _LETTERS[each]) for each in get_args(HitGrouping)]
        choices.append(Choice("top", self.say(strings.GO_TOP), "g"))
        self.app.push_screen(ChooseScreen(self.say(strings.CHOOSE_GROUP), choices, self.language), self._grouped)

    def _grouped(self, chosen: str | None) -> None:
        """Group by what was chosen."""
        if chosen == "top":
            self.query_one(ConcordanceView).action_top()
        elif chosen:
            self._by = next(each for each in get_args(HitGrouping) if each == chosen)
            self._draw()

    @on(Sort)
    def sort(self) -> None:
        """Ask what to sort the hits by."""
        choices = [Choice(each, self.say(strings.BY[each]), _LETTERS[each]) for each in get_args(HitOrder)]
        self.app.push_screen(ChooseScreen(self.say(strings.CHOOSE_SORT), choices, self.language), self._sorted)

    def _sorted(self, chosen: str | None) -> None:
        """Sort by what was chosen: contexts here, the rest in the index."""
        if chosen:
            before, self._order = self._order, next(each for each in get_args(HitOrder) if each == chosen)
            if "relevance" in (before, self._order):
                self._search(0)
            else:
                self._draw()

    def action_pane(self, step: int) -> None:
        """Go to the next pane or the one before."""
        _ = self.focus_next() if step > 0 else self.focus_previous()
