"""Writes extractions into the tables of an open database, numbering as it goes."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, get_args

import duckdb

from policestats_tui.engine.assets import statement
from policestats_tui.engine.audit import Audited, audit, evidence
from policestats_tui.engine.browse.records import Grouping
from policestats_tui.engine.build.briefings import event_date
from policestats_tui.engine.build.claims import number_claims
from policestats_tui.engine.build.names import campaign_rows, measure_rows, region_rows, topic_rows
from policestats_tui.engine.errors import PolicestatsError
from policestats_tui.engine.intervals import bounds
from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Campaign, Check, Extraction, Figure, Passage, Turn

Row = dict[str, Any]

_BATCH = 2000
_RETOLD = "same-claim"
"""The rule that compares tellings of one claim; it stands behind the arithmetic."""
_STATUS_ORDER = {"mismatch": 0, "rounding": 1, "holds": 2}


class Loader:
    """Takes briefings in display order; `finish` writes what can only be known at the end."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, lexicon: Lexicon) -> None:
        self._connection = connection
        self._lexicon = lexicon
        self._pending: dict[str, list[Row]] = {}
        self._counts: Counter[str] = Counter()
        self._speakers: dict[str, Row] = {}
        self._campaigns: dict[str, Campaign] = {}
        self._regions: set[str] = set()
        self._measures: set[tuple[str, str]] = set()
        self._checks: list[tuple[int, Check]] = []

    def add_briefing(self, extractions: Sequence[Extraction]) -> None:
        """Write the documents of one briefing, with their claims numbered and their arithmetic checked."""
        first_figure = self._counts["figure"]
        figures = [figure for extraction in extractions for figure in extraction.figures]
        numbers = number_claims(figures, self._counts["claim"])
        self._counts["claim"] = max(numbers, default=self._counts["claim"] - 1) + 1
        claims = iter(numbers)
        rows: list[Row] = []
        audited: list[Audited] = []
        for extraction in extractions:
            self._note_campaigns(extraction.campaigns)
            rows += self._add_document(extraction, claims)
            audited += evidence(extraction, extraction.document.metadata.briefing or "")
        checks = _once(audit(audited, self._parents()), numbers)
        self._checks += [(first_figure, check) for check in checks]
        marks = _marks(checks, numbers)
        self._add("figure", [row | {"mark": marks.get(claim)} for row, claim in zip(rows, numbers, strict=True)])
        self._add("briefing", [_briefing_row(extractions[0])])

    def finish(self) -> None:
        """Write speakers, checks, campaigns, regions and measures, and whatever still waits."""
        self._add("speaker", list(self._speakers.values()))
        self._checks.sort(key=lambda item: (_STATUS_ORDER[item[1].status], item[1].rule == _RETOLD))
        self._add("check", [_check_row(i, first, check) for i, (first, check) in enumerate(self._checks)])
        self._add("region", region_rows(self._regions, self._lexicon))
        self._add("topic", topic_rows(self._lexicon))
        self._add("measure", measure_rows(self._measures, self._lexicon))
        for table in list(self._pending):
            self._flush(table)
        rows = campaign_rows(self._campaigns, self._lexicon)
        self._connection.execute(statement("load/campaign"), {"rows": json.dumps(rows)})
        self._connection.execute(statement("load/claim"))
        for grouping in get_args(Grouping):
            self._connection.execute(statement(f"load/tree_{grouping}"))

    def _parents(self) -> dict[str, str | None]:
        known: dict[str, str | None] = {row.id: row.parent or None for row in self._lexicon.campaigns.values()}
        return known | {campaign.id: campaign.parent for campaign in self._campaigns.values()}

    def _add_document(self, extraction: Extraction, claims: Iterable[int]) -> Iterator[Row]:
        document = self._counts["document"]
        self._counts["document"] += 1
        self._add("document", [_document_row(document, extraction)])
        mentions = [
            {"campaign": campaign.id, "document": document, "start": start, "end": end}
            for campaign in extraction.campaigns
            for start, end in campaign.mentions
        ]
        self._add("campaign_mention", mentions)
        first_turn = self._add_turns(document, extraction.turns)
        first_passage = self._counts["passage"]
        self._add_passages(document, extraction, first_turn)
        return self._figures(document, extraction, first_turn, first_passage, claims)

    def _add_turns(self, document: int, turns: Sequence[Turn]) -> int:
        first = self._counts["turn"]
        rows = []
        for number, turn in enumerate(turns, first):
            speaker = self._speaker(turn) if turn.speaker else None
            rows.append(asdict(turn) | {"id": number, "document": document, "speaker": speaker})
        self._counts["turn"] += len(turns)
        self._add("turn", rows)
        return first

    def _speaker(self, turn: Turn) -> int:
        name = turn.speaker or ""
        row = self._speakers.setdefault(
            name, {"id": len(self._speakers), "name": name, "role": None, "agency": None, "turns": 0}
        )
        row["turns"] += 1
        row["role"] = row["role"] or turn.role
        row["agency"] = row["agency"] or turn.agency
        return int(row["id"])

    def _add_passages(self, document: int, extraction: Extraction, first_turn: int) -> None:
        first = self._counts["passage"]
        campaigns = _passage_campaigns(extraction)
        turns = _Places(extraction.turns)
        text = extraction.document.text
        rows = []
        for index, passage in enumerate(extraction.passages):
            turn = turns.sharing_most(passage.start, passage.end)
            row = asdict(passage) | {
                "id": first + index,
                "document": document,
                "turn": None if turn is None else first_turn + turn,
                "campaign": campaigns.get(index),
                "text": text[passage.start : passage.end],
            }
            rows.append(row)
        self._counts["passage"] += len(rows)
        self._add("passage", rows)

    def _figures(
        self, document: int, extraction: Extraction, first_turn: int, first_passage: int, claims: Iterable[int]
    ) -> Iterator[Row]:
        """Yield the row of each figure."""
        first = self._counts["figure"]
        self._counts["figure"] += len(extraction.figures)
        numbers = {figure.start: first + index for index, figure in enumerate(extraction.figures)}
        turns, passages = _Places(extraction.turns), _Places(extraction.passages)
        for (index, figure), claim in zip(enumerate(extraction.figures), claims, strict=False):
            _check_words(figure, extraction.document.text)
            passage, turn = passages.holding(figure.start) or 0, turns.holding(figure.start)
            self._regions.add(figure.region)
            self._measures.add((figure.object, figure.action))
            yield _figure_row(figure) | {
                "id": first + index,
                "claim": claim,
                "document": document,
                "passage": first_passage + passage,
                "turn": None if turn is None else first_turn + turn,
                "speaker": self._speakers[figure.speaker]["id"] if figure.speaker in self._speakers else None,
                "refers_to": None if figure.refers_to is None else numbers.get(figure.refers_to),
            }

    def _note_campaigns(self, campaigns: Iterable[Campaign]) -> None:
        for campaign in campaigns:
            known = self._campaigns.get(campaign.id)
            if known is None or (known.name_zh is None and campaign.name_zh) or known.name_en is None:
                self._campaigns[campaign.id] = campaign if known is None else _joined(known, campaign)

    def _add(self, table: str, rows: Sequence[Row]) -> None:
        waiting = self._pending.setdefault(table, [])
        waiting += rows
        if len(waiting) >= _BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        if rows := self._pending.pop(table, None):
            self._connection.execute(statement(f"load/{table}"), {"rows": json.dumps(rows)})


def _check_words(figure: Figure, text: str) -> None:
    """Refuse a figure that does not point to its words: nothing that a database says could be looked up."""
    if text[figure.start : figure.end] != figure.text:
        raise PolicestatsError(f"{figure.doc}: {figure.text} does not stand at {figure.start}: please report this")


def _once(checks: Iterable[Check], claims: Sequence[int]) -> list[Check]:
    """Drop checks that say of the same claims what another one said of another telling."""
    kept: dict[tuple[str, tuple[int, ...]], Check] = {}
    for check in checks:
        told = tuple(claims[index] for index in check.figures)
        kept.setdefault((check.rule, told if check.rule != _RETOLD else check.figures), check)
    return list(kept.values())


def _marks(checks: Iterable[Check], claims: Sequence[int]) -> dict[int, str]:
    """Return the worst status of the checks that use a claim, in whichever telling.

    That a claim is told alike elsewhere marks nothing.
    """
    marks: dict[int, str] = {}
    arithmetic = (check for check in checks if check.rule != _RETOLD or check.status == "mismatch")
    for check in sorted(arithmetic, key=lambda check: _STATUS_ORDER[check.status], reverse=True):
        marks |= dict.fromkeys((claims[figure] for figure in check.figures), check.status)
    return marks


class _Places:
    """Which of a sequence of spans in reading order holds an offset."""

    def __init__(self, spans: Sequence[Passage | Turn]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def holding(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._spans[index].end else None

    def sharing_most(self, start: int, end: int) -> int | None:
        """Return the span with most characters between two offsets: a sentence may begin with its speaker's name."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        shared = {
            index: min(span.end, end) - max(span.start, start)
            for index, span in enumerate(self._spans[first : bisect_left(self._starts, end)], first)
        }
        best = max(shared, key=lambda index: shared[index], default=None)
        return best if best is not None and shared[best] > 0 else None


def _passage_campaigns(extraction: Extraction) -> Mapping[int, str]:
    places = _Places(extraction.passages)
    found: dict[int, str] = {}
    for figure in extraction.figures:
        index = places.holding(figure.start)
        if index is not None and figure.campaign is not None:
            found.setdefault(index, figure.campaign)
    return found


def _joined(known: Campaign, other: Campaign) -> Campaign:
    return Campaign(
        known.id, known.name_zh or other.name_zh, known.name_en or other.name_en, known.parent or other.parent
    )


def _document_row(number: int, extraction: Extraction) -> Row:
    document = extraction.document
    row = asdict(document.metadata)
    row["inferred"] = sorted(document.metadata.inferred)
    return row | {
        "id": number,
        "doc": document.name,
        "body": document.body,
        "figures": len(extraction.figures),
        "text": document.text,
    }


def _briefing_row(first: Extraction) -> Row:
    metadata = first.document.metadata
    return {
        "id": metadata.briefing,
        "title": metadata.title,
        "held": event_date(metadata),
        "region": metadata.region,
        "publisher": metadata.publisher,
    }


def _figure_row(figure: Figure) -> Row:
    row = asdict(figure)
    del row["doc"]
    span = bounds(figure.period)
    row["first_day"], row["last_day"] = (day.isoformat() for day in span) if span else (None, None)
    row["measure"] = f"{figure.object}-{figure.action}"
    return row


def _check_row(number: int, first: int, check: Check) -> Row:
    return asdict(check) | {"id": number, "figures": [first + index for index in check.figures]}
