"""Three short documents in sentences of our own, with what they say written down by hand.

Tests of tables, formats and filters build their database from it, so that a better extractor does not change them.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from policestats_tui.engine.audit import Audited
from policestats_tui.engine.lexicon import Lexicon, MeasureRow, NamedRow, WordRow
from policestats_tui.engine.model import Campaign, Check, Document, Extraction, Figure, Metadata, Passage, Turn, Why


@dataclass(frozen=True, slots=True)
class Said:
    """A figure by its words, which stand nowhere earlier in the document."""

    words: str
    value: float
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A document as its sentences, who says which of them, and the figures in them."""

    name: str
    metadata: Metadata
    sentences: Sequence[str]
    said: Sequence[Said]
    voices: Sequence[tuple[int, int, Turn]] = ()
    campaigns: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The file's text: one sentence a line."""
        return "".join(sentence + "\n" for sentence in self.sentences)


_CASES = {"object": "case", "action": "solved", "label": "cases solved", "topic": "food"}
_SUSPECTS = {"object": "suspect", "action": "arrested", "label": "suspects arrested", "topic": "food"}
_MONEY = {"object": "money", "action": "involved", "label": "money involved", "unit": "CNY", "topic": "food"}
_LANTERN = {"campaign": "lantern-2021", "region": "north-county", "period": "2021", "speaker": "Lin Hai"}
_ONE = _LANTERN | {"campaign": "lantern-2021/no-1"}
_TWO = _LANTERN | {"campaign": "lantern-2021/no-2"}
_ROLE = "deputy director"
_AGENCY = "North County Public Security Bureau"

ENGLISH = Told(
    "lantern.en.txt",
    Metadata("north-2022-01", "Lantern 2021 in numbers", "North County Daily", "2022-01-11", "2022-01-10",
             language="en", region="north-county"),
    (
        "In Lantern 2021 our bureau solved 30 cases and arrested 45 suspects.",
        "Lantern No.1 solved 10 of these cases, Lantern No.2 solved 19.",
        "They involved about 4.5 million yuan, which is 12.5% less than a year earlier.",
        "How many people came to your talks?",
        "More than 2,000 people came.",
    ),
    (
        Said("30", 30, _CASES | _LANTERN),
        Said("45", 45, _SUSPECTS | _LANTERN),
        Said("10", 10, _CASES | _ONE),
        Said("19", 19, _CASES | _TWO),
        Said("4.5 million yuan", 4.5e6, _MONEY | _LANTERN | {"qualifier": "about", "precision": 1e5}),
        Said("12.5%", 12.5, _MONEY | _LANTERN
             | {"unit": "%", "kind": "change", "direction": "down", "basis": "yoy", "precision": 0.1}),
        Said("2,000", 2000, _LANTERN | {"object": "public", "action": "reached", "label": "people reached",
                                        "campaign": None, "topic": "general", "qualifier": "at_least",
                                        "scope": "case", "marginal": True}),
    ),
    (
        (0, 3, Turn(0, 0, "statement", "Lin Hai", _ROLE, _AGENCY, "林海")),
        (3, 4, Turn(0, 0, "question", "North County Daily")),
        (4, 5, Turn(0, 0, "answer", "Lin Hai", _ROLE, _AGENCY)),
    ),
    {"lantern-2021": "Lantern 2021", "lantern-2021/no-1": "Lantern No.1", "lantern-2021/no-2": "Lantern No.2"},
)  # fmt: skip

CHINESE = Told(
    "lantern.zh.txt",
    replace(ENGLISH.metadata, title="“灯笼2021”成绩单", language="zh", form="translation"),
    ("林海说,“灯笼2021”行动共破案30起,抓获嫌疑人45名。", "涉案金额约450万元。"),
    (
        Said("30起", 30, _CASES | _LANTERN | {"speaker": "林海"}),
        Said("45名", 45, _SUSPECTS | _LANTERN | {"speaker": "林海"}),
        Said("450万元", 4.5e6, _MONEY | _LANTERN | {"speaker": None, "qualifier": "about", "precision": 1e4}),
    ),
    ((0, 1, Turn(0, 0, "statement", "林海", "副局长", "北县公安局", "Lin Hai")),),
    {"lantern-2021": "灯笼2021"},
)

SOUTH = Told(
    "south.md",
    Metadata("south-2019-06", "A quiet year in South Town", "South Town Post", "2019-06-02", language="en",
             region="south-town", inferred=frozenset({"language"})),
    ("South Town police handled 7 disputes in 2018.", "Satisfaction reached 96.5%."),
    (
        Said("7", 7, {"object": "dispute", "action": "handled", "label": "disputes handled", "period": "2018",
                      "region": "south-town", "topic": "public-order"}),
        Said("96.5%", 96.5, {"object": "attitude", "action": "surveyed", "label": "satisfaction", "unit": "%",
                             "kind": "share", "region": "south-town", "topic": "general", "precision": 0.1}),
    ),
)  # fmt: skip

TOLD = {told.name: told for told in (ENGLISH, CHINESE, SOUTH)}


def write_documents(folder: Path) -> None:
    """Write the three documents and the table that says what is known about them."""
    folder.mkdir(parents=True)
    columns = ("briefing", "title", "publisher", "published", "held", "language", "region", "form")
    with (folder / "corpus.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", *columns))
        for told in TOLD.values():
            (folder / told.name).write_text(told.text, encoding="utf-8")
            writer.writerow([told.name, *(getattr(told.metadata, column) or "" for column in columns)])


_DEFAULTS: dict[str, Any] = {
    "unit": "count", "precision": 1.0, "qualifier": "exact", "kind": "level", "direction": None, "basis": None,
    "campaign": None, "period": "unknown", "speaker": None, "scope": "aggregate",
}  # fmt: skip


def told_extraction(document: Document) -> Extraction:
    """Return what was written down of a document, in place of extraction."""
    told = TOLD[document.name]
    starts = [0]
    for sentence in told.sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    passages = tuple(Passage(start, end - 1, number) for number, (start, end) in enumerate(pairwise(starts)))
    turns = tuple(replace(turn, start=starts[first], end=starts[last] - 1) for first, last, turn in told.voices)
    campaigns = tuple(
        Campaign(id_, None, name, LEXICON.campaigns[id_].parent, (_span(told, name),))
        for id_, name in told.campaigns.items()
    )
    figures = tuple(sorted((_figure(told, said) for said in told.said), key=lambda figure: figure.start))
    return Extraction(document, passages, turns, figures, campaigns)


def _span(told: Told, words: str) -> tuple[int, int]:
    start = told.text.index(words)
    return start, start + len(words)


def _figure(told: Told, said: Said) -> Figure:
    start, end = _span(told, said.words)
    why = (Why("measure", start, end),)
    fields = _DEFAULTS | dict(said.fields)
    return Figure(told.name, start, end, said.words, float(said.value), why=why, **fields)


def told_checks(audited: Sequence[Audited], parents: Mapping[str, str | None]) -> list[Check]:
    """Return the one check of the Lantern documents, in place of the audit: the parts do not make the total."""
    if not any(item.figure.doc == ENGLISH.name for item in audited):
        return []
    number = {item.figure.text: index for index, item in enumerate(audited) if item.figure.doc == ENGLISH.name}
    figures = (number["30"], number["10"], number["19"])
    return [Check("total-parts", "mismatch", "10 + 19 = 29,公布 30", "10 + 19 = 29, stated 30", figures)]


def _named(id_: str, parent: str, zh: str, en: str, **more: str) -> NamedRow:
    return NamedRow(id_, parent, zh, en, (zh,), (en,), **more)


def _by_id(*rows: NamedRow) -> dict[str, NamedRow]:
    return {row.id: row for row in rows}


LEXICON = Lexicon(
    objects={"case": WordRow("case", ("案件",), ("case",))},
    actions={"handled": WordRow("handled", ("查处",), ("handled",))},
    measures={
        "cases-solved": MeasureRow("cases-solved", "case", "solved", "破获案件", "cases solved", (), ()),
        "suspects-arrested": MeasureRow(
            "suspects-arrested", "suspect", "arrested", "抓获嫌疑人", "suspects arrested", (), ()
        ),
        "money-involved": MeasureRow("money-involved", "money", "involved", "涉案金额", "money involved", (), ()),
    },
    units=(),
    campaigns=_by_id(
        _named("lantern", "", "灯笼", "Lantern"),
        _named("lantern-2021", "lantern", "灯笼2021", "Lantern 2021", first="2021", last="2021"),
        _named("lantern-2021/no-1", "lantern-2021", "灯笼1号", "Lantern No.1"),
        _named("lantern-2021/no-2", "lantern-2021", "灯笼2号", "Lantern No.2"),
    ),
    regions=_by_id(
        _named("china", "", "中国", "China", rank="country"),
        _named("north-county", "china", "北县", "North County", rank="county"),
        _named("south-town", "china", "南镇", "South Town", rank="county"),
    ),
    agencies={},
    topics=_by_id(_named("food", "", "食品", "food"), _named("general", "", "综合", "general")),
    synonyms={"arrested": WordRow("arrested", ("抓获", "逮捕"), ("arrested",))},
)
