"""Whole documents for the source pane."""

from dataclasses import replace

from policestats_tui.engine.browse.records import FigureSpan, SourceDocument, TurnSpan
from policestats_tui.engine.model import Why
from policestats_tui.engine.store import Store


def source_document(store: Store, document: int) -> SourceDocument:
    """Return a document with its figures, turns and the other documents of its briefing."""
    given = {"document": document}
    found = store.records("browse/document", SourceDocument, given)[0]
    figures = tuple(
        FigureSpan(figure, start, end, label, tuple(Why(w["field"], w["start"], w["end"]) for w in why))
        for figure, start, end, label, why in store.run("browse/document_figures", given)
    )
    turns = tuple(store.records("browse/document_turns", TurnSpan, given))
    siblings = tuple(store.run("browse/siblings", given))
    return replace(found, figures=figures, turns=turns, siblings=siblings)


def twin(store: Store, figure: int, document: int) -> FigureSpan | None:
    """Return the figure of another document that makes the same claim, None where there is none."""
    rows = store.run("browse/twin", {"figure": figure, "document": document})
    return next((FigureSpan(number, start, end, "") for number, start, end in rows), None)
