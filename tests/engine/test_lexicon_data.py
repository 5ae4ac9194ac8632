"""The word lists keep the rules of `docs/lexicon.md`; a broken rule is said with file and line."""

import json
from collections.abc import Iterable, Iterator

import pytest

from policestats_tui.engine.assets import folder
from policestats_tui.engine.lexicon import load_lexicon
from policestats_tui.engine.lexicon.files import COLUMNS, Entry, read_list
from policestats_tui.engine.lexicon.records import forms
from policestats_tui.engine.lexicon.rules import Known, bad_values, between_rows, repeated_keys, shared_forms
from policestats_tui.engine.search.analysis import fold as search_fold
from policestats_tui.engine.search.analysis import forms as pieces
from policestats_tui.engine.search.analysis import stem
from policestats_tui.engine.words import WordList
from tests.support import SEEDS

SHIPPED = folder("data/lexicon")
GOLD = SEEDS.parent / "gold" / "campaigns.json"


def read(name: str) -> list[Entry]:
    return read_list(name, SHIPPED)


def keys(name: str) -> list[str]:
    return [entry.key for entry in read(name)]


def shared_stems(entries: Iterable[Entry]) -> Iterator[str]:
    """Forms of two groups that search cannot tell apart: it compares stems."""
    owner: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        for form in {*forms(entry.cells["zh"]), *forms(entry.cells["en"])}:
            other = owner.setdefault(tuple(map(stem, pieces(search_fold(form)))), entry)
            if other is not entry:
                yield f"{entry.place}: {form!r} has the stem of a form of {other.key} ({other.place})"


@pytest.mark.parametrize("name", COLUMNS)
def test_a_shipped_list_breaks_no_rule(name: str) -> None:
    entries = read(name)
    assert entries
    known = Known(keys("topics"), keys("objects"), keys("actions"))
    alone = [*repeated_keys(entries), *bad_values(entries, name, known), *shared_forms(entries, name)]
    assert list(map(str, alone)) == []
    assert list(map(str, between_rows(entries, name))) == []


def test_no_two_groups_of_synonyms_have_a_stem_in_common() -> None:
    entries = read("synonyms")
    assert list(shared_stems(entries)) == []
    assert list(shared_stems([*entries, Entry(SHIPPED, 1, "again", {"zh": "", "en": "arrested"})]))


def test_the_loader_reads_what_the_files_hold() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.synonyms) == len(read("synonyms")) >= 250
    assert lexicon.campaigns["bairi-2022"].first == "2022-06-25"
    assert lexicon.regions["ordos"].parent == "inner-mongolia"
    assert lexicon.campaigns["yunjian"].name_en == "Cloud Sword"


def test_the_divisions_of_china_are_complete() -> None:
    table = read("regions")
    ranks = [row.cells["rank"] for row in table]
    assert [row.key for row in table if not row.cells["code"]] == ["china"]
    inner_mongolia = [row for row in table if row.cells["rank"] == "county" and row.cells["code"][:2] == "15"]
    assert ranks.count("province") + ranks.count("sar") == 34
    assert ranks.count("prefecture") == 333
    assert len(inner_mongolia) == 103
    assert {row.cells["code"] for row in table if row.key in ("hong-kong", "macao")} == {"810000", "820000"}


def places(text: str) -> list[str]:
    """Return the regions whose forms stand in the text."""
    found = WordList(
        (form, row.key)
        for row in read("regions")
        for column in ("name_zh", "name_en", "zh", "en")
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
