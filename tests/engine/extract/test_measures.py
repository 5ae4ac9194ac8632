"""What is counted and what was done to it, rule by rule, on sentences made for each."""

import pytest

from tests.engine.extract.measured_cases import measure

Told = tuple[str, str, str]


def told(text: str) -> list[Told]:
    return [(text[one.start : one.end], one.object, one.action) for one in measure(text)]


PARTS_OF_A_WHOLE: list[tuple[str, list[Told]]] = [
    (
        "Of the suspects, 120 were detained, 45 were sent for prosecution and 18 are still at large.",
        [("120", "suspect", "detained"), ("45", "suspect", "transferred"), ("18", "suspect", "existing")],
    ),
    ("Among those prosecuted, 3,300 were minors.", [("3,300", "suspect", "transferred")]),
    (
        "Of the 640 suspects held in the raids, 52 were repeat offenders.",
        [("640", "suspect", "detained"), ("52", "suspect", "detained")],
    ),
    (
        "Police cracked 910 smuggling cases. Some 130 of the cases involved drugs.",
        [("910", "case", "solved"), ("130", "case", "solved")],
    ),
]
LISTS: list[tuple[str, list[Told]]] = [
    (
        "Last month 2,100 cases, 3,400 suspects and 560 firearms were solved, arrested and seized respectively.",
        [("2,100", "case", "solved"), ("3,400", "suspect", "arrested"), ("560", "weapon", "seized")],
    ),
    (
        "In court, 62 persons and seven companies had been charged.",
        [("62", "suspect", "transferred"), ("seven", "place", "transferred")],
    ),
    (
        "The centre issued 3 million warnings, while 900,000 scam calls were blocked.",
        [("3 million", "message", "issued"), ("900,000", "message", "blocked")],
    ),
    (
        "The fugitives returned to the county and 21 million yuan in illicit funds was retrieved.",
        [("21 million yuan", "money", "recovered")],
    ),
    (
        "Fourteen people were caught, and 11 million yuan in assets frozen.",
        [("Fourteen", "suspect", "arrested"), ("11 million yuan", "money", "frozen")],
    ),
    ("查处各类交通违法行为610起:\n酒驾 41起\n超员 58起\n其他 120起", [
        ("610起", "case", "handled"), ("41起", "case", "handled"), ("58起", "case", "handled"),
        ("120起", "case", "handled"),
    ]),
]  # fmt: skip
HEADINGS: list[tuple[str, list[Told]]] = [
    (
        "Suspects arrested: 412. Cases solved: 388.",
        [("412", "suspect", "arrested"), ("388", "case", "solved")],
    ),
    (
        "The number of motor vehicles in the city is 7.4 million, drivers 9.8 million.",
        [("7.4 million", "vehicle", "existing"), ("9.8 million", "public", "existing")],
    ),
    (
        "Administrative cases of breach of customs rules totalled 79,400.",
        [("79,400", "case", "handled")],
    ),
    ("The number of permits issued to foreigners reached 6,800.", [("6,800", "document", "issued")]),
]
VERBS: list[tuple[str, list[Told]]] = [
    ("Officers persuaded 53 suspects to turn themselves in.", [("53", "suspect", "arrested")]),
    ("The tax bureau ordered 18,600 of them to rectify.", [("18,600", "other", "rectified")]),
    ("There are 730 chaos spots listed in the county.", [("730", "place", "listed")]),
    ("Some 12 inspection teams have found 310 problems.", [("12", "team", "deployed"), ("310", "hazard", "found")]),
    ("All 1,140 police stations have opened a reading room.", [("1,140", "facility", "existing")]),
    ("Police investigated 2,120 disputes and settled 1,900.", [
        ("2,120", "dispute", "found"), ("1,900", "dispute", "resolved"),
    ]),
    ("They discovered 640 new drug users.", [("640", "drug_user", "new")]),
    ("In spring 940 cases that harmed minors had been closed.", [("940", "case", "closed")]),
    ("A total of 1,860 conveyances (ships, trains and cars) were inspected.", [("1,860", "vehicle", "inspected")]),
    ("The bureau seized 652 bank card sets.", [("652", "card", "seized")]),
    ("They arrested 41 suspects making fake razors and three managers were detained.", [
        ("41", "suspect", "arrested"), ("three", "suspect", "detained"),
    ]),
    ("Police seized 1.2 million blades.", [("1.2 million", "good", "seized")]),
    ("Police rounded up 64 money lenders.", [("64", "suspect", "arrested")]),
    ("The hills hold 1,240 kinds of animals.", [("1,240", "species", "existing")]),
    ("Some 800 rustled cattle were returned to 83 families.", [
        ("800", "animal", "returned"), ("83", "public", "returned"),
    ]),
    ("Police made 10,300 arrests and recorded 44,000 deception cases last year.", [
        ("10,300", "suspect", "arrested"), ("44,000", "case", "filed"),
    ]),
    ("Juvenile crime: 702 persons were arrested.", [("702", "suspect", "arrested")]),
    ("Police cracked 20,000 patent and counterfeiting cases.", [("20,000", "case", "solved")]),
    ("They seized 1 rifle.", [("1", "weapon", "seized")]),
    ("The ministry honoured 120 units.", [("120", "team", "commended")]),
    ("Police broke up 61 hidden groups and destroyed 2 production lines.", [
        ("61", "gang", "destroyed"), ("2", "den", "destroyed"),
    ]),
    ("They froze 94 million yuan in 820 bank accounts.", [
        ("94 million yuan", "money", "frozen"), ("820", "account", "frozen"),
    ]),
    ("They returned 1.1 million yuan of swindled money to 31 victims.", [
        ("1.1 million yuan", "money", "returned"), ("31", "public", "returned"),
    ]),
]  # fmt: skip
CHINESE: list[tuple[str, list[Told]]] = [
    ("商业罪案调查科人员搜查9个单位。", [("9个", "place", "inspected")]),
    ("今年约谈运输企业41家。", [("41家", "place", "handled")]),
    ("开展法治巡讲210余场。", [("210余场", "event", "held")]),
    ("走访慰问群众1200户,核查重点人员780人。", [("1200户", "public", "reached"), ("780人", "public", "inspected")]),
    ("投资骗案1 988宗,行劫案79宗。", [("1 988宗", "case", "filed"), ("79宗", "case", "filed")]),
    ("下发预警线索4万条,预警劝阻潜在受害人8万人。", [("4万条", "message", "issued"), ("8万人", "public", "dissuaded")]),
    ("受理诈骗案件2万1,846件。", [("2万1,846件", "case", "accepted")]),
    ("满意率98%,位列全省第二。", [("98%", "attitude", "surveyed"), ("第二", "attitude", "surveyed")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS_OF_A_WHOLE)
def test_parts_are_of_the_whole_that_was_named(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_each_item_of_a_list_has_its_own_verb(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_subjects_and_headings_before_a_number_count(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_the_deed_that_counts_is_told(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese_nouns_and_verbs_are_tied(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "kind", "direction", "thing", "action"), [
    ("Police solved 97 percent of the murders.", "share", None, "case", "solved"),
    ("Police said 85 percent of the stolen vehicles had been returned.", "share", None, "vehicle", "returned"),
    ("There are 2,000 judges; women account for 16 percent of them.", "share", None, "officer", "existing"),
    ("About 92 percent of those rescued were children.", "share", None, "public", "rescued"),
    ("刑事、治安警情同比下降9.8%。", "change", "down", "call", "received"),
    ("Robberies fell in August for the first time, by 12.4 percent.", "change", "down", "case", "filed"),
    ("Traffic deaths down 12.7%.", "change", "down", "public", "killed"),
    ("Thefts dropped 12 percent and burglaries 9 percent.", "change", "down", "case", "filed"),
    ("Thefts dropped 12 percent, robberies 9 percent.", "change", "down", "case", "filed"),
    ("吸毒人员复诊率达到68.4%。", "share", None, "drug_user", "other"),
    ("Robberies: 120 (-24.6 per cent)", "change", "down", "case", "filed"),
])  # fmt: skip
def test_relative_figures_speak_of_their_subject(
    text: str, kind: str, direction: str | None, thing: str, action: str
) -> None:
    one = measure(text)[-1]
    assert (one.kind, one.direction, one.object, one.action) == (kind, direction, thing, action)


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("The county cracked 2.13 ten thousand cases.", 21300, "count"),
    ("They froze and stopped 208 100 million yuan.", 20.8e9, "CNY"),
    ("平均出警用时8分12秒。", 8.2, "minute"),
    ("Officers were given 20-odd banners and caught 30-odd suspects.", 30, "count"),
    ("Cars and cash worth RM8.4 million were seized.", 8400000, "MYR"),
    ("Losses exceeded S$39 million.", 39000000, "SGD"),
])  # fmt: skip
def test_numbers_are_read_as_they_are_written_abroad(text: str, value: float, unit: str) -> None:
    one = measure(text)[-1]
    assert (round(one.value, 6), one.unit) == (value, unit)


@pytest.mark.parametrize("text", [
    "未成年人为14至16周岁。",
    "No crash with more than 5 deaths occurred.",
    "Calls were answered within the pledged time of nine minutes.",
    "Eight major criminal cases, including murder and arson, are on a downward trend.",
    "The 999 control centres were extended.",
])  # fmt: skip
def test_ages_classes_and_pledges_are_no_figures(text: str) -> None:
    assert [one for one in measure(text) if not one.marginal] == []
