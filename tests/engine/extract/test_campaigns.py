import pytest

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.campaigns import (
    Campaigns,
    campaign_time,
    campaign_words,
    find_campaigns,
    named_campaigns,
)
from policestats_tui.engine.extract.dates import parse_day
from policestats_tui.engine.lexicon import NamedRow


def row(name: str, parent: str = "", zh: str = "", en: str = "", first: str = "", last: str = "") -> NamedRow:
    return NamedRow(name, parent, zh, en, (), (), first=first, last=last)


LISTED = {
    one.id: one
    for one in (
        row("gufeng", zh="孤峰", en="Lone Peak"),
        row("gufeng-2021", "gufeng", "孤峰2021", "Lone Peak 2021", "2021", "2021"),
        row("gufeng-2021/no-1", "gufeng-2021", "孤峰1号", "Lone Peak No.1", "2021", "2021"),
        row("huqiu", zh="护秋行动", en="Harvest Guard"),
        row("huqiu-2022", "huqiu", "2022年护秋行动", "Harvest Guard 2022", "2022-08-01", "2022-10-31"),
        row("huqiu-2022/liangcang", "huqiu-2022", "粮仓排查", "Granary Check", "2022-08-01", "2022-10-31"),
        row("qinglan", zh="晴岚", en="Clear Mist"),
    )
}


def found(text: str, today: str = "2022-09-27") -> Campaigns:
    simple = simplify(text)
    return find_campaigns(simple, text, 0, campaign_words(LISTED), LISTED, parse_day(today))


def ids(text: str, today: str = "2022-09-27") -> list[str]:
    return [mention.id for mention in found(text, today).mentions]


class TestListedNames:
    @pytest.mark.parametrize(
        "text",
        [
            "“孤峰2021”专项行动",
            "孤峰—2021战役",
            "“孤峰-21”行动",
            "2021年“孤峰”专项行动",
            'the "Lone Peak 2021" campaign',
            "孤峯2021",
        ],
    )
    def test_an_edition_in_any_form(self, text: str) -> None:
        assert ids(text)[0] in ("gufeng-2021", "gufeng")
        if "峯" not in text:
            assert ids(text) == ["gufeng-2021"]

    def test_an_edition_that_no_list_has_is_made(self) -> None:
        campaigns = found("“孤峰2024”专项行动")
        assert [mention.id for mention in campaigns.mentions] == ["gufeng-2024"]
        assert campaigns.unlisted["gufeng-2024"].parent == "gufeng"

    def test_a_part_belongs_to_the_edition_that_was_named(self) -> None:
        assert ids("“孤峰2023”专项行动中,“孤峰1号”行动破案3起") == ["gufeng-2023", "gufeng-2023/no-1"]
        assert ids('In the "Lone Peak 2021" campaign and the "Lone Peak No.1" campaign') == [
            "gufeng-2021",
            "gufeng-2021/no-1",
        ]

    def test_a_bare_name_means_the_dated_edition_of_the_time(self) -> None:
        assert ids("“护秋行动”开展以来") == ["huqiu-2022"]
        assert ids("“护秋行动”开展以来", "2019-05") == ["huqiu"]

    def test_the_year_in_which_it_was_set_up_tells_the_edition(self) -> None:
        assert ids("2021年1月,公安部部署开展清查粮仓的“孤峰”专项行动") == ["gufeng-2021"]

    def test_a_series_since_a_year_is_meant_as_a_whole(self) -> None:
        assert ids("自2021年“孤峰”专项行动开展以来") == ["gufeng"]

    def test_a_bare_name_of_a_yearly_series_means_the_series(self) -> None:
        assert ids("“孤峰”专项行动", "2021-05") == ["gufeng"]

    def test_an_ordinary_word_needs_a_campaign_beside_it(self) -> None:
        assert ids("山间晴岚,孤峰矗立") == []
        assert ids("“晴岚”“孤峰”等系列专项行动") == ["qinglan", "gufeng"]
        assert ids('special actions such as "Clear Mist" and "Lone Peak"') == ["qinglan", "gufeng"]

    def test_an_unnumbered_part_needs_its_campaign(self) -> None:
        assert ids("开展粮仓排查") == []
        assert ids("“护秋行动”期间,开展粮仓排查") == ["huqiu-2022", "huqiu-2022/liangcang"]


class TestUnlistedNames:
    def test_a_quoted_name_before_its_kind(self) -> None:
        campaigns = found("组织“飞鱼”“银针2022”等专项行动")
        assert [mention.id for mention in campaigns.mentions] == ["feiyu", "yinzhen-2022"]
        assert campaigns.unlisted["yinzhen-2022"].parent == "yinzhen"

    def test_a_described_one(self) -> None:
        assert ids("开展打击非法采砂专项行动") == ["dajifeifacaisha"]
        assert ids("a special action to crack down on river sand theft, in which") == ["crack-down-river-sand-theft"]

    def test_an_operation_with_a_code_name(self) -> None:
        assert ids('an operation codenamed "Iron Fist" was held') == ["iron-fist"]

    @pytest.mark.parametrize(
        "text", ["坚持“零容忍”态度", "一系列专项行动", "special actions to combat crimes.", "“一号”行动"]
    )
    def test_slogans_are_none(self, text: str) -> None:
        assert ids(text) == []


def test_campaigns_are_named_with_their_ancestors_first() -> None:
    campaigns = named_campaigns(found("“孤峰1号”行动与“孤峰1号”战果", "2021-06"), LISTED)
    assert [campaign.id for campaign in campaigns] == ["gufeng", "gufeng-2021", "gufeng-2021/no-1"]
    assert len(campaigns[-1].mentions) >= 1
    assert campaigns[0].mentions == ()


@pytest.mark.parametrize(
    ("campaign", "today", "expected"),
    [
        ("huqiu-2022", "2022-09", "2022-08-01/2022-09"),
        ("huqiu-2022", "2022-10-20", "2022-08-01/2022-10-31"),
        ("huqiu-2022", "2023-03", "2022-08-01/2022-10-31"),
        ("gufeng-2021", "2021-05-01", "2021"),
        ("feiyu-2024", "2024-05-01", "2024"),
        ("qinglan", "2024-05-01", "None"),
    ],
)
def test_when_a_campaign_ran(campaign: str, today: str, expected: str) -> None:
    assert str(campaign_time(campaign, LISTED, parse_day(today))) == expected
