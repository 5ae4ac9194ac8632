"""What adds up and what does not: relations on top, failures first; below, the sentences side by side."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from policestats_tui.app import strings
from policestats_tui.app.cells import one_line
from policestats_tui.app.commands import EVERYWHERE, Commands, Leave, Narrow
from policestats_tui.app.messages import ChecksLoaded, LineChosen, LineMoved, PairLoaded
from policestats_tui.app.screens.base import bindings
from policestats_tui.app.screens.copying import COPYING
from policestats_tui.app.screens.filtering import FilteringScreen
from policestats_tui.app.sources import citation, source_text, source_title
from policestats_tui.app.tables import MARK_STYLE, figure_name, figure_value
from policestats_tui.app.widgets.fields import Field
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.app.widgets.sheet import Sheet, SheetColumn
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.browse.checks import checks_table
from policestats_tui.engine.browse.records import CheckRow, FigureRow, SourceDocument
from policestats_tui.engine.browse.tables import MARKS
from policestats_tui.engine.export import Format, Table

_COLUMNS = (SheetColumn(1), SheetColumn(16, style="dim"), SheetColumn(0))
_FIGURES = (SheetColumn(19, "right", "strong"), SheetColumn(0), SheetColumn(34, style="dim", spare=True))


class ChecksScreen(FilteringScreen):
    """Relations, the figures of the one under the cursor, and two sentences: the stated result and a figure of it."""

    CSS_PATH = "../styles/checks.tcss"
    ACTIONS: ClassVar[Commands] = (*EVERYWHERE[:1], *COPYING, Narrow, *EVERYWHERE[1:])
    NAME = "checks"
    BINDINGS = bindings(ACTIONS)
    FIELD_HINT = strings.FILTER_HINT

    def __init__(self) -> None:
        super().__init__()
        self._checks: list[CheckRow] = []
        self._at = 0
        self._loaded = False
        self._documents: tuple[SourceDocument, SourceDocument] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield Field(id="words")
        yield Sheet("checks", _COLUMNS)
        yield Sheet("figures", _FIGURES)
        with Horizontal(id="pair"):
            yield SourceView(id="first")
            yield SourceView(id="second")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Ask for the relations."""
        self.query_one("#checks").focus()
        self._load()

    def _load(self) -> None:
        """Ask for the relations that the words of the field let through."""
        desk, words = self.desk, self.field.value
        self.ask("checks", lambda: ChecksLoaded(desk.checks(words)))

    @on(Input.Changed, "#words")
    def narrow_by(self) -> None:
        """Filter by what is typed."""
        self._load()

    def filtered(self) -> None:
        """Go from the field to the relations."""
        self.query_one("#checks").focus()

    def speak(self) -> None:
        """Draw everything in the present language."""
        super().speak()
        self._draw()

    @on(ChecksLoaded)
    def loaded(self, message: ChecksLoaded) -> None:
        """Draw the relations."""
        self._checks, self._at, self._loaded = list(message.checks), 0, True
        self._draw()

    def _draw(self) -> None:
        """Draw the relations, each with its mark, its status in words, and its arithmetic."""
        rows = [(MARKS[check.status], self._status(check), self._explanation(check)) for check in self._checks]
        marked = {at: MARK_STYLE.get(row[0], "") for at, row in enumerate(rows)}
        sheet = self.query_one("#checks", Sheet)
        sheet.call(self._title())
        sheet.show(rows, self._empty(), marked, self._at)
        if not rows:
            self._explain()

    def _title(self) -> str:
        """Return how many relations there are, and how many of them do not add up."""
        wrong = sum(check.status == "mismatch" for check in self._checks)
        counts = [strings.RELATIONS.counted(self.language, len(self._checks))] if self._loaded else []
        counts += [strings.WRONG.counted(self.language, wrong)] if self._checks else []
        words = f"“{one_line(self.field.value)}”" if self.field.value else ""
        return " · ".join(filter(None, (self.say(strings.CHECKS), words, *counts)))

    def _empty(self) -> str:
        """Return why there are no relations."""
        if not self._loaded:
            return self.say(strings.OPENING)
        words = self.field.value
        return self.say(strings.NO_CHECKS_FILTER, words=words) if words else self.say(strings.NO_CHECKS)

    def _explain(self) -> None:
        """Say in the panes below what they would show."""
        self.query_one("#figures", Sheet).show((), self.say(strings.CHECK_FIGURES))
        for name in ("#first", "#second"):
            view = self.query_one(name, SourceView)
            view.say(self.say(strings.CHECK_SENTENCES))
            view.call(self.say(strings.SOURCE))
        self.query_one("#figures", Sheet).call(self.say(strings.COMPARED))

    def _status(self, check: CheckRow) -> str:
        """Return whether it adds up; what several documents tell alike is no arithmetic."""
        alike = check.status == "holds" and check.rule == "same-claim"
        return self.say(strings.TOLD_ALIKE if alike else strings.STATUS[check.status])

    def _explanation(self, check: CheckRow) -> str:
        return check.explanation_zh if self.language == "zh" else check.explanation_en

    @property
    def _figures(self) -> tuple[FigureRow, ...]:
        """The figures of the relation under the cursor."""
        return self._checks[self._at].figures if self._checks else ()

    @on(LineMoved)
    def moved(self, message: LineMoved) -> None:
        """Show the figures of a relation, or the sentence of a figure beside the stated one."""
        if message.view == "checks":
            self._at = message.key
            rows = [
                (figure_value(row, self.language), figure_name(row, self.language), row.doc) for row in self._figures
            ]
            figures = self.query_one("#figures", Sheet)
            figures.show(rows, "")
            figures.call(f"{self.say(strings.COMPARED)} · {strings.FIGURES.counted(self.language, len(rows))}")
        else:
            self._load_pair(message.key)

    @on(LineChosen)
    def chosen(self, message: LineChosen) -> None:
        """Go from a relation to its figures, and from a figure to its sentence."""
        self.query_one("#figures" if message.view == "checks" else "#second").focus()

    def _load_pair(self, at: int) -> None:
        """Ask for two documents: the stated figure's beside that of figure number `at`, or of the first to compare.

        Where there is room for one only, it is that of figure number `at`.
        """
        figures, desk = self._figures, self.desk
        if not figures:
            return
        beside = self.query_one("#first").display
        pair = (figures[0], figures[max(at, min(1, len(figures) - 1)) if beside else at])

        def work() -> Message:
            first = desk.document(pair[0].document)
            second = first if pair[1].document == pair[0].document else desk.document(pair[1].document)
            return PairLoaded((first, second), pair)

        self.ask("pair", work)

    @on(PairLoaded)
    def show_pair(self, message: PairLoaded) -> None:
        """Draw the two sentences."""
        self._documents = message.documents
        for name, document, row in zip(("first", "second"), message.documents, message.figures, strict=True):
            view = self.query_one(f"#{name}", SourceView)
            view.show(source_text(document, self.language), (row.start, row.end))
            view.call(source_title(document, row.start, self.language))

    @on(Leave)
    def leave(self) -> None:
        """Go back from figures to relations, and from those to where the user came from."""
        if self.close_field():
            return
        if self.focused is not None and self.focused.id != "checks":
            self.query_one("#checks").focus()
        else:
            self.app.pop_screen()

    def action_pane(self, step: int) -> None:
        """Go to the next pane or the one before."""
        _ = self.focus_next() if step > 0 else self.focus_previous()

    def cell(self) -> str:
        """Return the arithmetic under the cursor."""
        return self._explanation(self._checks[self._at]) if self._checks else ""

    def citation(self) -> str:
        """Return both sentences with their sources."""
        figures, documents = self._figures, self._documents
        if documents is None or not figures:
            return ""
        sides = zip(documents, ("#first", "#second"), strict=True)
        lit = [(document, self.query_one(name, SourceView).lit) for document, name in sides]
        return "\n".join(citation(document, span[0], self.language) for document, span in lit if span)

    def table(self, form: Format) -> Callable[[], Table] | None:
        """Return the relations as a table."""
        found, language = self._checks, self.language
        return (lambda: checks_table(found, language, form)) if found else None

    def command_line(self) -> list[str]:
        """Return the arguments that print the relations."""
        words = self.field.value
        filters = ["--words", words] if words else []
        return ["audit", "--db", str(self.desk.path), *filters, "--labels", self.language, "--format", "tsv"]
