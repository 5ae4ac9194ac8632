import pytest

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.regions import find_regions, region_words
from policestats_tui.engine.lexicon import shipped_lexicon

REGIONS = shipped_lexicon().regions
WORDS = region_words(REGIONS)


def places(text: str) -> list[tuple[str, str]]:
    return [(mention.id, mention.role) for mention in find_regions(simplify(text), 0, WORDS, REGIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通辽市公安局破案", [("tongliao", "agency")]),
        ("Police in Baotou solved", [("baotou", "agency")]),
        ("the public security organs of Erdos City", [("ordos", "agency")]),
        ("赤峰市红山区警方", [("hongshan", "agency")]),
        ("a gang in Wuqing District, Tianjin", [("wuqing", "locative")]),
        ("全区破案", [("", "body")]),
        ("police across the country solved", [("china", "body")]),
        ("包頭市公安局", [("baotou", "agency")]),
        ("销往江苏、广西", [("jiangsu", "mention"), ("guangxi", "mention")]),
        ("警方联同广东警方", [("guangdong", "mention")]),
        ("缴获量占全国总量的七成", []),
        ("在昆明召开新闻发布会", [("kunming", "mention")]),
        ("told reporters in Kunming", [("kunming", "mention")]),
        ("济宁讯 警方破案", [("jining", "dateline")]),
        ("家住梨岭县的老人", [("liling", "locative")]),
        ("辗转河北、湖北抓获", [("hebei", "mention"), ("hubei", "mention")]),
        ("昆明市公安局五华分局", [("kunming", "agency"), ("wuhua", "agency")]),
    ],
)
def test_places_and_what_they_do_in_the_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_a_place_that_no_list_has_is_told_by_its_rank() -> None:
    assert ("hongshuwan", "locative") in places("位于通辽市红树湾嘎查的河堤")
    assert ("dongfeng-farm", "agency") in places(",东风农场派出所出动")


@pytest.mark.parametrize(
    "text", ["深入农村、社区开展宣传", "重点地区整治", "位居全国第5名", "ranked 5th in the country", "“全国青少年平台”"]
)
def test_what_names_no_place(text: str) -> None:
    assert places(text) == []
