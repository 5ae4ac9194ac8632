"""Writes small statements whose figures are known, for the audit to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from policestats_tui.engine.audit import Audited, audit, evidence
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.model import Check, Document, Extraction, Figure, Language, Metadata, Turn

_DEFAULTS: Mapping[str, Any] = {
    "unit": "count", "precision": 1.0, "qualifier": "exact", "kind": "level", "direction": None, "basis": None,
    "object": "case", "action": "solved", "label": "cases solved", "campaign": None, "topic": "general",
    "region": "north-county", "period": "2021", "speaker": "Lin Hai", "scope": "aggregate",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, with what it means; `of` is the text of the number, in its sentence, that a move moves."""

    text: str
    value: float
    fields: Mapping[str, object] = field(default_factory=dict)
    of: str | None = None


def number(text: str, value: float, of: str | None = None, **fields: object) -> Number:
    return Number(text, value, fields, of)


@dataclass
class Statement:
    """A document under construction; `say` adds a paragraph in which `{}` stands for each number in turn."""

    doc: str = "one.txt"
    briefing: str = "north-2022"
    language: Language = "zh"
    text: str = ""
    said: list[tuple[int, Number, int | None]] = field(default_factory=list)

    def say(self, template: str, *numbers: Number) -> "Statement":
        pieces = template.split("{}")
        assert len(pieces) == len(numbers) + 1, template
        starts: dict[str, int] = {}
        for piece, one in zip(pieces, numbers, strict=False):
            self.text += piece
            starts.setdefault(one.text, len(self.text))
            self.said.append((len(self.text), one, None))
            self.text += one.text
        told = slice(len(self.said) - len(numbers), None)
        self.said[told] = [(start, one, starts[one.of] if one.of else None) for start, one, _ in self.said[told]]
        self.text += pieces[-1] + "\n"
        return self

    def extraction(self) -> Extraction:
        figures = tuple(self._figure(*said) for said in self.said)
        document = Document(self.doc, self.text, Metadata(briefing=self.briefing, language=self.language))
        turn = Turn(0, len(self.text), "statement", "Lin Hai")
        return Extraction(document, split_passages(self.text), (turn,), figures, ())

    def _figure(self, start: int, one: Number, refers_to: int | None) -> Figure:
        fields: dict[str, Any] = {**_DEFAULTS, **one.fields, "refers_to": refers_to}
        return Figure(doc=self.doc, start=start, end=start + len(one.text), text=one.text, value=one.value, **fields)


def audited(*statements: Statement) -> list[Audited]:
    return [item for one in statements for item in evidence(one.extraction(), one.briefing)]


def checks(*statements: Statement, parents: Mapping[str, str | None] | None = None) -> list[Check]:
    return audit(audited(*statements), parents or {})


def told(found: Sequence[Check]) -> list[tuple[str, str, str]]:
    """Return rule, status and English explanation of each check."""
    return [(check.rule, check.status, check.explanation_en) for check in found]
