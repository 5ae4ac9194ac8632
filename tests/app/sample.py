"""A small made-up corpus, built into a database without reading or extracting: what is on screen never changes.

Hundreds of documents of it can be asked for, to fill long tables.
"""
# ruff: noqa: E501 (a paragraph is a line)

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import duckdb

from policestats_tui import __version__
from policestats_tui.engine.assets import folder, statement
from policestats_tui.engine.build.loader import Loader
from policestats_tui.engine.lexicon import Lexicon, MeasureRow, NamedRow, WordRow
from policestats_tui.engine.model import (
    Campaign,
    Document,
    Extraction,
    Figure,
    Language,
    Metadata,
    Passage,
    Qualifier,
    Turn,
    Why,
)
from policestats_tui.engine.search.index import build_index
from policestats_tui.engine.store import SCHEMA_VERSION

BUILT = datetime(2031, 6, 1, 8, 30)
_MARK = re.compile("⟦([^⟧|]+)\\|([a-z0-9 ]+)⟧")

ZH = """林港市公安局：今天通报灯塔2031专项行动情况。
周明：各位记者，上午好。行动以来，全市公安机关共破获刑事案件⟦180起|t cases⟧，抓获犯罪嫌疑人⟦412名|t suspects⟧，涉案金额约⟦3.6亿元|t money⟧。
其中，灯塔1号破获案件⟦125起|1 cases⟧，抓获嫌疑人⟦300名|1 suspects⟧，涉案金额⟦2.1亿元|1 money⟧；
灯塔2号破获案件⟦25起|2 cases⟧，抓获嫌疑人⟦52名|2 suspects⟧，涉案金额⟦9000万元|2 money⟧；灯塔3号破获案件⟦30起|3 cases⟧，抓获嫌疑人⟦65名|3 suspects⟧，涉案金额⟦6000万元|3 money⟧。
林港晨报记者：请问电信网络诈骗的情况如何？
陈燕：电信网络诈骗发案同比下降⟦26.5%|t change⟧，群众满意率达到⟦97.2%|t share⟧，劝阻群众⟦2.4万余人次|t public⟧。
"""
EN = """Lingang City Public Security Bureau: briefing on the Lighthouse 2031 campaign.
Zhou Ming: Good morning. Since the campaign began, police across the city have solved ⟦180|t cases⟧ criminal cases and arrested ⟦412|t suspects⟧ suspects; the money involved is about ⟦360 million yuan|t money⟧.
Of these, Lighthouse No. 1 solved ⟦125|1 cases⟧ cases, arrested ⟦300|1 suspects⟧ suspects and involved ⟦210 million yuan|1 money⟧;
Lighthouse No. 2 solved ⟦25|2 cases⟧ cases and arrested ⟦52|2 suspects⟧ suspects; Lighthouse No. 3 solved ⟦30|3 cases⟧ cases and arrested ⟦65|3 suspects⟧ suspects.
Lingang Morning Post: And what about telecom fraud?
Chen Yan: Telecom fraud fell by ⟦26.5%|t change⟧ on last year, and ⟦97.2%|t share⟧ of people surveyed were satisfied. More than ⟦24,000|t public⟧ people were dissuaded in time.
"""
HOSTILE = """[@click=app.quit]Wen Bo[/x]: \x1b]52;c;aGFjaw==\x07 We stopped ⟦17|h cases⟧ cases \u202eesrever\u202c in \x9b2J one night.
"""

_CAMPAIGN = {
    "t": "lighthouse-2031",
    "1": "lighthouse-2031/no-1",
    "2": "lighthouse-2031/no-2",
    "3": "lighthouse-2031/no-3",
}
_KINDS = {
    "cases": ("case", "solved", "criminal cases solved", "count", "level"),
    "suspects": ("suspect", "arrested", "suspects arrested", "count", "level"),
    "money": ("money", "involved", "money involved", "CNY", "level"),
    "change": ("case", "filed", "telecom fraud cases", "%", "change"),
    "share": ("attitude", "surveyed", "people satisfied", "%", "share"),
    "public": ("public", "dissuaded", "people dissuaded", "count", "level"),
}
_SCALES = {"亿元": 1e8, "万元": 1e4, "million yuan": 1e6, "万余人次": 1e4}


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and where they stood."""

    text: str
    spans: tuple[tuple[int, int, str, str], ...]


def unmarked(source: str) -> Marked:
    """Take the marks out of a text."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(source):
        text += source[at : match.start()]
        part, kind = match.group(2).split()
        spans.append((len(text), len(text) + len(match.group(1)), part, kind))
        text += match.group(1)
        at = match.end()
    return Marked(text + source[at:], tuple(spans))


def _value(text: str) -> float:
    number = float(re.sub("[^0-9.]", "", text))
    return number * next((scale for word, scale in _SCALES.items() if word in text), 1.0)


def _figure(doc: str, marked: Marked, span: tuple[int, int, str, str], speaker: str, year: int) -> Figure:
    start, end, part, kind = span
    text = marked.text[start:end]
    object_, action, label, unit, level = _KINDS[kind]
    before = marked.text[max(0, start - 10) : start]
    about = "约" in before or "about" in before
    at_least = "余" in text or "More than" in before
    qualifier: Qualifier = "about" if about else "at_least" if at_least else "exact"
    campaign_at = marked.text.find("2031")
    return Figure(
        doc, start, end, text, _value(text), unit, 1.0, qualifier, level,  # type: ignore[arg-type]
        "down" if kind == "change" else None, "yoy" if kind == "change" else None, object_, action, label,
        _CAMPAIGN[part].replace("2031", str(year)) if part in _CAMPAIGN else None, "telecom-fraud" if kind == "change" else "general", "lingang",
        f"{year}-01/{year}-05", speaker, "aggregate",
        why=(Why("campaign", campaign_at, campaign_at + 4), Why("value", start, end)) if campaign_at >= 0 else (),
    )  # fmt: skip


def _passages(text: str) -> tuple[Passage, ...]:
    lines = list(re.finditer("[^\n]+", text))
    return tuple(Passage(match.start(), match.end(), at) for at, match in enumerate(lines))


def _turns(text: str, speakers: dict[str, tuple[str, str]]) -> tuple[Turn, ...]:
    turns = []
    for match in re.finditer(
        "^([^：:\n]{2,24})[：:] ?([^\n]+(?:\n(?![^：:\n]{2,24}[：:])[^\n]+)*)", text, re.MULTILINE
    ):
        if match.group(1) in speakers:
            kind, role = speakers[match.group(1)]
            turns.append(Turn(match.start(2), match.end(2), kind, match.group(1), role or None))  # type: ignore[arg-type]
    return tuple(turns)


_SPEAKERS = {
    "周明": ("statement", "副局长"), "陈燕": ("answer", "支队长"), "林港晨报记者": ("question", ""),
    "Zhou Ming": ("statement", "deputy director"), "Chen Yan": ("answer", "detachment head"),
    "Lingang Morning Post": ("question", ""), "[@click=app.quit]Wen Bo[/x]": ("statement", "[red]chief[/red]"),
}  # fmt: skip


def extraction(name: str, source: str, language: Language, briefing: str, title: str, year: int = 2031) -> Extraction:
    """Return one document of the corpus with all it says."""
    marked = unmarked(source.replace("2031", str(year)))
    metadata = Metadata(
        briefing, title, "Lingang PSB", f"{year}-05-20", f"{year}-05-20", None, language, "lingang",
        form="translation" if language == "en" else "original",
    )  # fmt: skip
    turns = _turns(marked.text, _SPEAKERS)

    def speaker(start: int) -> str:
        return next((turn.speaker or "" for turn in turns if turn.start <= start < turn.end), "")

    figures = tuple(_figure(name, marked, span, speaker(span[0]), year) for span in marked.spans)
    campaigns = tuple(
        Campaign(row.id, row.name_zh, row.name_en, row.parent or None)
        for row in lexicon(range(year, year + 1)).campaigns.values()
    )
    return Extraction(Document(name, marked.text, metadata), _passages(marked.text), turns, figures, campaigns)


def lexicon(years: range = range(2031, 2032)) -> Lexicon:
    """Return word lists that know the corpus' names."""
    rows = [NamedRow("lighthouse", "", "灯塔", "Lighthouse", (), ())]
    for year in years:
        rows.append(NamedRow(f"lighthouse-{year}", "lighthouse", f"灯塔{year}", f"Lighthouse {year}", (), ()))
        rows += [
            NamedRow(f"lighthouse-{year}/no-{n}", f"lighthouse-{year}", f"灯塔{n}号", f"No.{n}", (), ())
            for n in (1, 2, 3)
        ]
    names = {
        "cases": ("破获刑事案件", "criminal cases solved"), "suspects": ("抓获犯罪嫌疑人", "suspects arrested"),
        "money": ("涉案金额", "money involved"), "change": ("立案", "cases filed"), "share": ("满意率", "satisfaction"),
        "public": ("劝阻群众", "people dissuaded"),
    }  # fmt: skip
    measures = [
        MeasureRow(f"{_KINDS[key][0]}-{_KINDS[key][1]}", _KINDS[key][0], _KINDS[key][1], zh, en, (), ())
        for key, (zh, en) in names.items()
    ]
    return Lexicon(
        objects={}, actions={}, measures={row.id: row for row in measures}, units=(),
        campaigns={row.id: row for row in rows},
        regions={"lingang": NamedRow("lingang", "", "林港", "Lingang", (), (), "prefecture")}, agencies={},
        topics={
            "general": NamedRow("general", "", "综合", "general", (), ()),
            "telecom-fraud": NamedRow("telecom-fraud", "", "电信网络诈骗", "telecom fraud", (), ()),
        },
        synonyms={
            "arrest": WordRow("arrest", ("抓获", "逮捕"), ("arrested", "captured")),
            "telecom-fraud": WordRow("telecom-fraud", ("电信网络诈骗", "电诈"), ("telecom fraud",)),
        },
    )  # fmt: skip


def corpus() -> list[Extraction]:
    """Return the documents: one briefing in both languages, and a hostile one."""
    return [
        extraction("lingang-2031.zh.md", ZH, "zh", "lingang-2031", "林港市公安局新闻发布会"),
        extraction("lingang-2031.en.md", EN, "en", "lingang-2031", "Lingang police briefing"),
        extraction("[bold]hostile[/].md", HOSTILE, "en", "hostile", "[@click=app.quit]Quit[/] \x1b[2J"),
    ]


def build_sample(path: Path, *, copies: int = 0) -> Path:
    """Build the corpus into a database; `copies` adds as many further years of it, to fill long tables."""
    years = range(2031 - copies, 2032)
    documents = corpus()
    for year in reversed(years[:-1]):
        documents.append(extraction(f"lingang-{year}.zh.md", ZH, "zh", f"lingang-{year}", f"林港{year}", year))
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{path}' AS corpus (STORAGE_VERSION 'v1.5.0')")
        connection.execute("USE corpus")
        for schema in sorted((folder("sql") / "schema").glob("*.sql")):
            connection.execute(schema.read_text(encoding="utf-8"))
        words = lexicon(years)
        loader = Loader(connection, words)
        for _, briefing in groupby(documents, key=lambda each: each.document.metadata.briefing):
            loader.add_briefing(list(briefing))
        loader.finish()
        build_index(connection, words.searched())
        meta = {
            "schema_version": SCHEMA_VERSION, "program_version": __version__, "built": BUILT, "corpus_hash": "0" * 64,
        }  # fmt: skip
        connection.execute(statement("load/meta"), meta)
        connection.execute("CHECKPOINT corpus")
        connection.execute("USE memory")
        connection.execute("DETACH corpus")
    return path
