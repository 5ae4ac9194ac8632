"""The word lists keep the rules of `docs/lexicon.md`; a broken rule is said with file and line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from policestats_tui.engine.assets import folder
from policestats_tui.engine.lexicon import fold, forms, load_lexicon, rows
from policestats_tui.engine.search.analysis import fold as search_fold
from policestats_tui.engine.search.analysis import forms as pieces
from policestats_tui.engine.search.analysis import stem
from policestats_tui.engine.words import WordList
from tests.support import ROOT, SEEDS

SHIPPED = folder("data/lexicon")
KEYS = {"objects": "object", "actions": "action", "units": "name_en"}
NAMES = ("name_zh", "name_en")
NAMED = ("campaigns", "regions", "agencies", "topics")
CODES = ("objects", "actions")
"""Lists of the codebook's codes: `other` has no words of its own."""
LISTS = (*NAMED, "synonyms", "objects", "actions", "measures", "units")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
RANKS = ("country", "province", "prefecture", "county")
CHINESE = re.compile(r"[㐀-鿿]")
GOLD = SEEDS.parent / "gold" / "campaigns.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, and where it stands: `campaigns.csv:12`."""

    place: str
    id: str
    cells: Mapping[str, str]


def read(name: str, place: Path = SHIPPED) -> list[Row]:
    key = KEYS.get(name, "id")
    return [Row(f"{path.name}:{line}", cells[key], cells) for path, line, cells in rows(name, [place])]


def repeated_ids(table: list[Row]) -> Iterator[str]:
    seen: dict[str, Row] = {}
    for row in table:
        if not row.id.strip():
            yield f"{row.place}: no id"
        elif row.id in seen:
            yield f"{row.place}: id {row.id!r} stands already at {seen[row.id].place}"
        seen.setdefault(row.id, row)


def shared_forms(table: list[Row], columns: Iterable[str]) -> Iterator[str]:
    owner: dict[str, Row] = {}
    for row in table:
        for form in {fold(form): form for column in columns for form in forms(row.cells[column])}.items():
            other = owner.setdefault(form[0], row)
            if other is not row:
                yield f"{row.place}: form {form[1]!r} of {row.id} stands already at {other.place} ({other.id})"


def lost_language(table: list[Row], chinese: str, english: str) -> Iterator[str]:
    for row in table:
        if not row.cells[chinese].strip():
            yield f"{row.place}: {row.id} has no {chinese}"
        if not row.cells[english].strip():
            yield f"{row.place}: {row.id} has no {english}"


def chinese_in_english(table: list[Row]) -> Iterator[str]:
    for row in table:
        for form in forms(row.cells["en"]):
            if CHINESE.search(form):
                yield f"{row.place}: English form {form!r} is written in Chinese"


def bad_parents(table: list[Row]) -> Iterator[str]:
    parents = {row.id: row.cells["parent"] for row in table}
    for row in table:
        if row.cells["parent"] and row.cells["parent"] not in parents:
            yield f"{row.place}: {row.id} has the unknown parent {row.cells['parent']!r}"
        ancestor, steps = row.cells["parent"], 0
        while ancestor and ancestor != row.id and steps < len(table):
            ancestor, steps = parents.get(ancestor, ""), steps + 1
        if ancestor:
            yield f"{row.place}: {row.id} is its own ancestor"


def bad_dates(table: list[Row]) -> Iterator[str]:
    for row in table:
        first, last = row.cells["first"], row.cells["last"]
        for date in filter(None, (first, last)):
            if not DATE.fullmatch(date):
                yield f"{row.place}: {date!r} is no date"
        size = min(len(first), len(last))
        if size and first[:size] > last[:size]:
            yield f"{row.place}: {row.id} ends {last} before it begins {first}"


def outside_parent(table: list[Row]) -> Iterator[str]:
    """An edition or part that begins before its series, or ends after it, as far as the dates tell."""
    by_id = {row.id: row for row in table}
    for row in table:
        parent = by_id.get(row.cells["parent"])
        if parent is None:
            continue
        for column, earlier in (("first", True), ("last", False)):
            own, its = row.cells[column], parent.cells[column]
            size = min(len(own), len(its))
            if size and own[:size] != its[:size] and (own[:size] < its[:size]) == earlier:
                yield f"{row.place}: {column} {own} of {row.id} lies outside {parent.id} ({its})"


def unknown_topics(table: list[Row], topics: Iterable[str]) -> Iterator[str]:
    known = set(topics)
    for row in table:
        if row.cells["topic"] not in known:
            yield f"{row.place}: {row.id} has the unknown topic {row.cells['topic']!r}"


def bad_ranks(table: list[Row]) -> Iterator[str]:
    """A region whose parent is not of a higher rank, or whose code does not begin as its parent's does."""
    by_id = {row.id: row for row in table}
    size = {"province": 2, "sar": 2, "prefecture": 4}
    for row in table:
        rank = row.cells["rank"].replace("sar", "province")
        if rank not in RANKS:
            yield f"{row.place}: unknown rank {row.cells['rank']!r}"
            continue
        parent = by_id.get(row.cells["parent"])
        if parent is None:
            continue
        if RANKS.index(rank) <= RANKS.index(parent.cells["rank"].replace("sar", "province")):
            yield f"{row.place}: {row.id} is not below {parent.id}"
        start = parent.cells["code"][: size.get(parent.cells["rank"], 0)]
        if not re.fullmatch(r"\d{6}", row.cells["code"]) or not row.cells["code"].startswith(start):
            yield f"{row.place}: code {row.cells['code']!r} does not fit {parent.id}"


def short_regions(table: list[Row]) -> Iterator[str]:
    for row in table:
        for form in forms(row.cells["zh"]):
            if len(form) < 2:
                yield f"{row.place}: {form!r} is one character and would be found everywhere"


def shared_stems(table: list[Row]) -> Iterator[str]:
    """Forms of two groups that search cannot tell apart: it compares stems."""
    owner: dict[tuple[str, ...], Row] = {}
    for row in table:
        for form in {*forms(row.cells["zh"]), *forms(row.cells["en"])}:
            other = owner.setdefault(tuple(map(stem, pieces(search_fold(form)))), row)
            if other is not row:
                yield f"{row.place}: {form!r} of {row.id} has the stem of a form of {other.id} ({other.place})"


def problems(name: str, place: Path = SHIPPED) -> list[str]:
    """Return every broken rule of a list as `file:line: reason`."""
    table = read(name, place)
    found = list(repeated_ids(table))
    found += shared_forms(table, ("name_zh", "name_en", "zh", "en") if name in NAMED else ("zh", "en"))
    found += chinese_in_english(table)
    if name not in CODES:
        found += lost_language(table, *(("zh", "en") if name == "synonyms" else NAMES))
    if name in NAMED and name != "topics":
        found += bad_parents(table)
    if name == "campaigns":
        found += bad_dates(table)
        found += outside_parent(table)
        found += unknown_topics(table, (row.id for row in read("topics")))
    if name == "regions":
        found += bad_ranks(table)
        found += short_regions(table)
    if name == "synonyms":
        found += shared_stems(table)
    return found


@pytest.mark.parametrize("name", LISTS)
def test_a_shipped_list_breaks_no_rule(name: str) -> None:
    assert read(name)
    assert problems(name) == []


CAMPAIGNS = "id,parent,name_zh,name_en,zh,en,first,last,topic\n"
REGIONS = "id,parent,rank,code,name_zh,name_en,zh,en\n"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("topics", "id,name_zh,name_en,zh,en\na,甲,A,,\na,乙,B,,\n", "topics.csv:3: id 'a' stands already"),
        ("topics", "id,name_zh,name_en,zh,en\n,甲,A,,\n", "topics.csv:2: no id"),
        ("topics", "id,name_zh,name_en,zh,en\na,甲,A,,ｄog\nb,乙,B,,Dog\n", "topics.csv:3: form 'Dog' of b"),
        ("topics", "id,name_zh,name_en,zh,en\na,甲,,,\n", "topics.csv:2: a has no name_en"),
        ("synonyms", "id,zh,en\na,,arrest\n", "synonyms.csv:2: a has no zh"),
        ("synonyms", "id,zh,en\na,抓,arrest\nb,捕,arrests\n", "synonyms.csv:3: 'arrests' of b has the stem"),
        ("synonyms", "id,zh,en\na,抓,抓获\n", "synonyms.csv:2: English form '抓获'"),
        ("campaigns", f"{CAMPAIGNS}a,x,甲,A,,,,,general\n", "campaigns.csv:2: a has the unknown parent 'x'"),
        ("campaigns", f"{CAMPAIGNS}a,b,甲,A,,,,,general\nb,a,乙,B,,,,,general\n", "campaigns.csv:3: b is its own"),
        ("campaigns", f"{CAMPAIGNS}a,,甲,A,,,2020-13,,general\n", "campaigns.csv:2: '2020-13' is no date"),
        ("campaigns", f"{CAMPAIGNS}a,,甲,A,,,2021,2020-05,general\n", "campaigns.csv:2: a ends 2020-05 before"),
        ("campaigns", f"{CAMPAIGNS}a,,甲,A,,,2020,,general\nb,a,乙,B,,,2019-12,,general\n", "lies outside a (2020)"),
        ("campaigns", f"{CAMPAIGNS}a,,甲,A,,,,,weather\n", "campaigns.csv:2: a has the unknown topic 'weather'"),
        ("regions", f"{REGIONS}a,,city,,甲,A,,\n", "regions.csv:2: unknown rank 'city'"),
        ("regions", f"{REGIONS}a,,province,150000,甲,A,,\nb,a,county,110101,乙,B,,\n", "code '110101' does not fit a"),
        ("regions", f"{REGIONS}a,,county,150101,甲,A,,\nb,a,county,150102,乙,B,,\n", "regions.csv:3: b is not below a"),
        ("regions", f"{REGIONS}a,,country,,甲,A,京,\n", "regions.csv:2: '京' is one character"),
    ],
)
def test_a_broken_rule_is_said_with_file_and_line(name: str, text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    assert [found for found in problems(name, tmp_path) if problem in found]


DOCUMENT = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^`(\w+)\.csv` —(?:(?!^## )[^\0])*?^```csv\n(.+\n)```", DOCUMENT, re.MULTILINE)


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_of_the_document_can_be_laid_over_the_lists(name: str, example: str, tmp_path: Path) -> None:
    header = (SHIPPED / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / f"{name}.csv").write_text(f"{header}\n{example}", encoding="utf-8")
    (key,) = (row.id for row in read(name, tmp_path))
    lexicon = load_lexicon([tmp_path])
    assert key in ([row.name_en for row in lexicon.units] if name == "units" else getattr(lexicon, name))


def test_every_kind_of_list_has_an_example() -> None:
    assert {name for name, _ in EXAMPLES} == {*LISTS} - {"actions", "agencies", "topics"}


def test_the_loader_reads_what_the_files_hold() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.synonyms) == len(read("synonyms")) >= 250
    assert lexicon.campaigns["bairi-2022"].first == "2022-06-25"
    assert lexicon.regions["ordos"].parent == "inner-mongolia"
    assert lexicon.campaigns["yunjian"].name_en == "Cloud Sword"


def test_the_divisions_of_china_are_complete() -> None:
    table = read("regions")
    ranks = [row.cells["rank"] for row in table]
    inner_mongolia = [row for row in table if row.cells["rank"] == "county" and row.cells["code"][:2] == "15"]
    assert ranks.count("province") + ranks.count("sar") == 34
    assert ranks.count("prefecture") == 333
    assert len(inner_mongolia) == 103
    assert {row.cells["code"] for row in table if row.id in ("hong-kong", "macao")} == {"810000", "820000"}


def places(text: str) -> list[str]:
    """Return the regions whose forms stand in the text."""
    found = WordList(
        (form, row.id)
        for row in read("regions")
        for column in (*NAMES, "zh", "en")
        for form in forms(row.cells[column])
    ).find(text)
    return [match.row for match in found]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("锡盟、呼伦贝尔和科左后旗的民警", ["xilingol", "hulunbuir", "kezuohou"]),
        ("police in Eerduosi, Xing ‘an League and Bayan Nur", ["ordos", "hinggan", "bayannur"]),
        ("浙江台州与江苏泰州", ["zhejiang", "taizhou", "jiangsu", "taizhou-jiangsu"]),
        ("Taizhou, Jiangsu and Taizhou City in Zhejiang", ["taizhou-jiangsu", "taizhou", "zhejiang"]),
        ("马鞍山市与鞍山市", ["maanshan", "anshan"]),
        ("确保长治久安,沟通化解矛盾,查获白银二百克", []),
        ("未开封的药品与创新乡村治理", []),
        ("a league of gangs and a union of shops under one banner", []),
    ],
)
def test_place_names_are_found_and_ordinary_words_are_not(text: str, regions: list[str]) -> None:
    assert places(text) == regions


@pytest.mark.skipif(not GOLD.is_file(), reason="the real documents and their gold are not here")
def test_every_campaign_of_the_gold_is_listed_under_its_parent() -> None:
    campaigns = load_lexicon().campaigns
    gold = {entry["id"]: entry["parent"] or "" for entry in json.loads(GOLD.read_text(encoding="utf-8"))}
    assert {key: campaigns[key].parent if key in campaigns else "missing" for key in gold} == gold
