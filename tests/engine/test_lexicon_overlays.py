"""A user's word lists laid over the shipped ones: rows replaced and added, forms moved, bad rows named."""

import re
from pathlib import Path

import pytest

from policestats_tui.engine.errors import LexiconError
from policestats_tui.engine.lexicon import Lexicon, load_lexicon, shipped_lexicon
from policestats_tui.engine.lexicon.files import COLUMNS, KEYS
from tests.support import ROOT


def overlay(place: Path, name: str, *lines: str, header: str | None = None) -> Path:
    """Write a list of a user and return its folder."""
    place.mkdir(exist_ok=True)
    (place / f"{name}.csv").write_text("\n".join([header or COLUMNS[name], *lines, ""]), encoding="utf-8")
    return place


def laid(place: Path, name: str, *lines: str) -> Lexicon:
    return load_lexicon([overlay(place, name, *lines)])


@pytest.mark.parametrize(
    ("name", "lines", "reason"),
    [
        ("topics", ["a,甲,A,,", "a,乙,B,,"], "topics.csv:3: 'a' stands already in line 2"),
        ("topics", [",甲,A,,"], "topics.csv:2: no key"),
        ("topics", ["A b,甲,A,,"], "topics.csv:2: 'A b' is no id"),
        ("topics", ["a,甲,A,,ｄog", "b,乙,B,,Dog"], "topics.csv:3: form 'Dog' of b stands already in a"),
        ("topics", ["a,甲,A,臺-北,", "b,乙,B,台北,"], "topics.csv:3: form '台北' of b stands already in a"),
        ("topics", ["a,甲,,,"], "topics.csv:2: a has no name_en"),
        ("topics", ["a,甲,A,"], "topics.csv:2: 4 cells, 5 expected"),
        ("topics", ["a,甲,A,,x", "", 'b,乙,"B,,'], "topics.csv:4: unexpected end of data"),
        ("objects", ["spaceship,飞船,spaceship"], "objects.csv:2: unknown object 'spaceship'"),
        ("actions", ["flown,飞,flown"], "actions.csv:2: unknown action 'flown'"),
        ("measures", ["a-b,a,solved,甲,A,,"], "measures.csv:2: unknown object 'a'"),
        ("measures", ["case-b,case,b,甲,A,,"], "measures.csv:2: unknown action 'b'"),
        ("units", ["kg,0.5,mas,甲,A,斤,"], "units.csv:2: unknown kind 'mas'"),
        ("units", ["kg,half,mass,甲,A,斤,"], "units.csv:2: 'half' is no factor above 0"),
        ("units", ["kg,nan,mass,甲,A,斤,"], "units.csv:2: 'nan' is no factor above 0"),
        ("units", ["kg,-1,mass,甲,A,斤,"], "units.csv:2: '-1' is no factor above 0"),
        ("units", [",1,mass,甲,A,斤,"], "units.csv:2: no unit"),
        ("synonyms", ["a,,arrest"], "synonyms.csv:2: a has no zh"),
        ("synonyms", ["a,抓,抓获"], "synonyms.csv:2: English form '抓获' is written in Chinese"),
        ("campaigns", ["a,x,甲,A,,,,,general"], "campaigns.csv:2: a has the unknown parent 'x'"),
        ("campaigns", ["a,b,甲,A,,,,,general", "b,a,乙,B,,,,,general"], "campaigns.csv:2: a is its own ancestor"),
        ("campaigns", ["kunlun,kunlun-2020,昆仑,Kunlun,,,,,general"], "campaigns.csv:2: kunlun is its own ancestor"),
        ("campaigns", ["a,,甲,A,,,2020-13,,general"], "campaigns.csv:2: '2020-13' is no date"),
        ("campaigns", ["a,,甲,A,,,2021-02-30,,general"], "campaigns.csv:2: '2021-02-30' is no date"),
        ("campaigns", ["a,,甲,A,,,2021,2020-05,general"], "campaigns.csv:2: it ends 2020-05 before it begins 2021"),
        ("campaigns", ["a,,甲,A,,,2020,,general", "b,a,乙,B,,,2019-12,,general"], "csv:3: first 2019-12 of b lies"),
        ("campaigns", ["a,,甲,A,,,,,weather"], "campaigns.csv:2: unknown topic 'weather'"),
        ("campaigns", ["a,,甲,A,,Fox Hunt,,,general"], "form 'Fox Hunt' of a is the name of liehu"),
        ("regions", ["a,,city,,甲,A,,"], "regions.csv:2: unknown rank 'city'"),
        ("regions", ["a,beijing,county,990101,甲,A,,"], "regions.csv:2: code '990101' does not fit beijing"),
        ("regions", ["a,ordos,province,150600,甲,A,,"], "regions.csv:2: a is not below ordos"),
        ("regions", ["a,,country,,甲,A,京,"], "regions.csv:2: '京' is one character"),
        ("agencies", ["a,,village,甲,A,,"], "agencies.csv:2: unknown level 'village'"),
    ],
)
def test_a_bad_row_is_named_with_file_line_and_reason(name: str, lines: list[str], reason: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=re.escape(reason)) as caught:
        laid(tmp_path, name, *lines)
    assert str(caught.value).startswith(f"{tmp_path / name}.csv:")


@pytest.mark.parametrize(
    ("header", "reason"),
    [("id,zh", "topics.csv:1: the header must be id,name_zh,name_en,zh,en"), ("", "topics.csv:2: the header must be")],
)
def test_a_wrong_header_is_named(header: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "topics.csv").write_text(f"{header}\na,甲\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(reason)):
        load_lexicon([tmp_path])


def test_columns_may_stand_in_any_order_and_lines_be_empty(tmp_path: Path) -> None:
    overlay(tmp_path, "synonyms", "", "speed-camera,测速,speed camera", "", header="id,zh,en")
    (tmp_path / "objects.csv").write_text("﻿en,object,zh\r\nrifle|rifles,weapon,枪\r\n", encoding="utf-8")
    lexicon = load_lexicon([tmp_path])
    assert lexicon.synonyms["speed-camera"].zh == ("测速",)
    assert lexicon.objects["weapon"].en == ("rifle", "rifles")


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "topics.csv").write_bytes("id,name_zh,name_en,zh,en\na,甲,A,,\n".encode("gb18030"))
    with pytest.raises(LexiconError, match=r"topics\.csv:2: not UTF-8"):
        load_lexicon([tmp_path])


def test_a_folder_without_its_lists_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon([tmp_path / "absent"])
    with pytest.raises(LexiconError, match=r"campaign\.csv: no list has this name; the lists: topics"):
        laid(overlay(tmp_path, "campaigns"), "campaigns")
        (tmp_path / "campaign.csv").write_text("", encoding="utf-8")
        load_lexicon([tmp_path])


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert load_lexicon([tmp_path]) == shipped_lexicon()


def test_a_row_of_a_known_key_replaces_and_another_is_added(tmp_path: Path) -> None:
    lexicon = laid(tmp_path, "topics", "food,吃食,Eats,烧烤,barbecue", "drones,无人机,Drones,黑飞,illegal flight")
    shipped = shipped_lexicon().topics
    assert lexicon.topics["food"].name_en == "Eats"
    assert lexicon.topics["food"].zh == ("烧烤",)
    assert lexicon.topics["drones"].en == ("illegal flight",)
    assert [*lexicon.topics] == [*shipped, "drones"]
    assert lexicon.campaigns == shipped_lexicon().campaigns


def test_a_plus_keeps_the_forms_of_the_row_that_is_replaced(tmp_path: Path) -> None:
    shipped = shipped_lexicon().objects["weapon"]
    weapon = laid(tmp_path, "objects", "weapon,+|弩箭,+|crossbow bolts").objects["weapon"]
    assert weapon.zh == (*shipped.zh, "弩箭")
    assert weapon.en == (*shipped.en, "crossbow bolts")


def test_a_form_moves_to_the_row_of_the_user(tmp_path: Path) -> None:
    shipped = shipped_lexicon().synonyms
    assert "起获" in shipped["seize"].zh
    lexicon = laid(tmp_path, "synonyms", "dig-up,起獲|挖出,dig up")
    assert lexicon.synonyms["dig-up"].zh == ("起获", "挖出")
    assert lexicon.synonyms["seize"].zh == tuple(form for form in shipped["seize"].zh if form != "起获")
    assert lexicon.synonyms["seize"].en == shipped["seize"].en


def test_names_in_traditional_characters_are_found_in_texts(tmp_path: Path) -> None:
    row = laid(tmp_path, "campaigns", "leiting-hk,,雷霆護港,Thunder Harbour,,,2019,,general").campaigns["leiting-hk"]
    assert row.name_zh == "雷霆護港"
    assert row.zh == ("雷霆护港",)


def test_rows_of_one_folder_may_name_each_other(tmp_path: Path) -> None:
    overlay(tmp_path, "topics", "drones,无人机,Drones,黑飞,illegal flight")
    rows = ["hawk/one,hawk,苍隼1号,Grey Hawk No.1,,,,,drones", "hawk,,苍隼,Grey Hawk,,,,,drones"]
    assert laid(tmp_path, "campaigns", *rows).campaigns["hawk/one"].parent == "hawk"


def test_a_later_folder_lies_over_an_earlier_one(tmp_path: Path) -> None:
    first = overlay(tmp_path / "first", "objects", "weapon,弩箭,crossbow bolts")
    second = overlay(tmp_path / "second", "objects", "weapon,+|土炮,+|mortars")
    assert load_lexicon([first, second]).objects["weapon"].zh == ("弩箭", "土炮")


DOCUMENT = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^`(\w+)\.csv` —(?:(?!^## )[^\0])*?^```csv\n(.+\n)```", DOCUMENT, re.MULTILINE)


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_of_the_document_can_be_laid_over_the_lists(name: str, example: str, tmp_path: Path) -> None:
    lexicon = laid(tmp_path, name, example.strip())
    cells = dict(zip(COLUMNS[name].split(","), example.strip().split(","), strict=True))
    rows = {row.name_en: row for row in lexicon.units} if name == "units" else getattr(lexicon, name)
    assert set(cells["zh"].split("|")) - {"+"} <= set(rows[cells[KEYS.get(name, "id")]].zh)


def test_every_kind_of_list_has_an_example() -> None:
    assert {name for name, _ in EXAMPLES} == {*COLUMNS} - {"actions", "agencies", "topics"}
