"""The source pane's commands of the browse screen, and what it copies, cites and prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from policestats_tui.app import strings
from policestats_tui.app.cells import one_line
from policestats_tui.app.commands import NextMatch, OtherLanguage, PreviousMatch, Why
from policestats_tui.app.messages import DocumentLoaded
from policestats_tui.app.screens.browse_data import BrowseData
from policestats_tui.app.screens.choose import ChooseScreen
from policestats_tui.app.sources import citation, source_text
from policestats_tui.app.tables import figure_name, figure_value
from policestats_tui.app.widgets.campaign_tree import CampaignTree
from policestats_tui.app.widgets.choice_list import Choice
from policestats_tui.app.widgets.metric_table import MetricTable
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.browse.records import FigureRow, FigureSpan, SourceDocument
from policestats_tui.engine.model import Language

if TYPE_CHECKING:
    from policestats_tui.engine.export import Format, Table

_OPTIONS = {"language": "lang", "document": "document", "words": "words"}


class BrowseSource(BrowseData):
    """Why, other language, next figure; cell, table, citation and command line."""

    # Source

    def lit_figure(self) -> FigureSpan | None:
        """Return the figure of the document that is lit."""
        lit = self.query_one(SourceView).lit
        spans = self.document.figures if self.document else ()
        return next((span for span in spans if lit == (span.start, span.end)), None)

    @on(Why)
    def why(self) -> None:
        """Show which words decided how the lit figure was read."""
        span, document = self.lit_figure(), self.document
        if span is None or document is None:
            self.notice(self.say(strings.NO_WHY))
            return
        row = self.figure if self.figure is not None and self.figure.figure == span.figure else None
        choices = reasons(document, span, row, self.language)
        name = figure_name(row, self.language) if row else span.label
        title = " · ".join((self.say(strings.WHY), one_line(document.text[span.start : span.end]), one_line(name)))
        window = ChooseScreen(title, choices, self.language, empty=self.say(strings.NO_WHY))
        self.app.push_screen(window, self._show_reason)

    def _show_reason(self, chosen: str | None) -> None:
        """Light the words of a reason."""
        if chosen and ":" in chosen:
            start, _, end = chosen.partition(":")
            self.query_one(SourceView).light((int(start), int(end)))
            self.title_source()

    @on(OtherLanguage)
    def other_language(self) -> None:
        """Show the next document of the same briefing, at the same claim where it has it."""
        document, span, desk = self.document, self.lit_figure(), self.desk
        if document is None or not document.siblings:
            self.notice(self.say(strings.NO_OTHER))
            return
        other = next_sibling(document)

        def work() -> Message:
            twin = desk.twin(span.figure, other) if span else None
            lit = (twin.start, twin.end) if twin else None
            return DocumentLoaded(desk.document(other), lit, twin.figure if twin else None)

        self.ask("source", work)

    @on(NextMatch)
    def next_match(self) -> None:
        """Light the next figure of the document."""
        self._step(1)

    @on(PreviousMatch)
    def previous_match(self) -> None:
        """Light the figure before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        source = self.query_one(SourceView)
        source.light(source.next_span(step))
        self.title_source()

    # Copying

    def cell(self) -> str:
        """Return the cell under the cursor, or the name of the tree's node, or the lit figure."""
        if isinstance(self.focused, CampaignTree):
            return self.node_name()
        span = self.lit_figure()
        if isinstance(self.focused, SourceView) and span and self.document:
            return self.document.text[span.start : span.end]
        table = self.query_one(MetricTable)
        return table.cell(table.cursor, table.column)

    def citation(self) -> str:
        """Return the sentence of the lit figure with speaker, document and date."""
        lit = self.query_one(SourceView).lit
        return citation(self.document, lit[0], self.language) if self.document and lit else ""

    def table(self, form: Format) -> Callable[[], Table] | None:
        """Return how the table is made, whole, with its sources."""
        answer, desk, language = self.answer, self.desk, self.language
        return (lambda: desk.table(answer, language)) if answer is not None and answer.rows.total else None

    def command_line(self) -> list[str]:
        """Return the arguments that print this table."""
        filters = self.filters()
        arguments = ["show", "--db", str(self.desk.path)]
        for field in fields(filters):
            value = getattr(filters, field.name)
            if value is not None:
                arguments += [f"--{_OPTIONS.get(field.name, field.name)}", value]
        arguments += ["--by", self.place.by] if self.pivot is not None else ["--list", *self._order_options()]
        return [*arguments, "--labels", self.language, "--format", "tsv"]

    def _order_options(self) -> list[str]:
        """Return the options that sort the list as it is sorted here."""
        sort, descending = self.sort
        return (["--sort", sort] if sort != "reading" else []) + (["--descending"] if descending else [])

    # Language

    def speak(self) -> None:
        """Draw every pane in the present language."""
        super().speak()
        self.query_one(CampaignTree).speak(self.language)
        self.title_panes()
        self.title_source()
        source = self.query_one(SourceView)
        source.empty = self.say(strings.NO_SOURCE)
        if self.document is not None:
            source.show(source_text(self.document, self.language), source.lit)
        if self.answer is not None:
            self.load_table()


def next_sibling(document: SourceDocument) -> int:
    """Return the document after this one in its briefing, those in another language first."""
    ordered = sorted(document.siblings, key=lambda each: (each[2] == document.language, each[0] < document.document))
    return ordered[0][0]


def reasons(document: SourceDocument, span: FigureSpan, row: FigureRow | None, language: Language) -> Sequence[Choice]:
    """Return a line for each field: what it was read as, and the words that decided it, which Enter lights."""
    values = _values(row, language) if row else {}
    words: dict[str, list[str]] = {}
    places: dict[str, str] = {}
    for reason in span.why:
        words.setdefault(reason.field, []).append(one_line(document.text[reason.start : reason.end]))
        places.setdefault(reason.field, f"{reason.start}:{reason.end}")
    names = [*values, *(name for name in words if name not in values)]
    return [
        _reason(name, values.get(name, ""), words.get(name, []), places.get(name, name), language) for name in names
    ]


def _reason(name: str, value: str, words: Sequence[str], place: str, language: Language) -> Choice:
    field = strings.FIELD[name].say(language) if name in strings.FIELD else name
    decided = " ".join(f"“{each}”" for each in words)
    return Choice(place, f"{field}: {value}" if value else field, "", f"← {decided}" if decided else "")


def _values(row: FigureRow, language: Language) -> dict[str, str]:
    """Return what each field of a figure was read as."""
    chinese = language == "zh"
    return {
        "label": figure_name(row, language),
        "value": figure_value(row, language),
        "kind": strings.KIND[row.kind].say(language),
        "campaign": (row.campaign_zh if chinese else row.campaign_en) or "–",
        "region": row.region_zh if chinese else row.region_en,
        "period": row.period,
        "speaker": row.speaker or strings.REPORTER.say(language),
        "topic": row.topic,
        "scope": strings.SCOPE[row.scope].say(language),
    }
