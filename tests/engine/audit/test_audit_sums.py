"""Totals against their parts: over a campaign, in a list, and apart in one turn."""

from collections.abc import Sequence

import pytest

from policestats_tui.engine.model import Check
from tests.engine.audit.statements import Number, Statement, checks, number, told

PARENTS = {"lantern-2021": "lantern", "lantern": None, **{f"lantern-2021/no-{n}": "lantern-2021" for n in range(1, 6)}}
SUSPECTS = {"object": "suspect", "action": "arrested"}
MONEY = {"object": "money", "action": "involved", "unit": "CNY"}


def _campaign(totals: Sequence[Number], *parts: Sequence[Number]) -> Statement:
    """Tell a campaign's totals in one paragraph and each part in one of its own."""
    statement = Statement(language="en")
    blanks = ", ".join(["{}"] * len(totals))
    statement.say(f"In Lantern 2021 we counted {blanks}.", *(_under(one, "lantern-2021") for one in totals))
    for place, numbers in enumerate(parts, 1):
        blanks = ", ".join(["{}"] * len(numbers))
        statement.say(
            f"Lantern No.{place} has {blanks}.", *(_under(one, f"lantern-2021/no-{place}") for one in numbers)
        )
    return statement


def _under(one: Number, campaign: str) -> Number:
    return Number(one.text, one.value, {**one.fields, "campaign": campaign}, one.of)


def _by_rule(found: Sequence[Check], rule: str) -> list[tuple[str, str]]:
    return [(check.status, check.explanation_en) for check in found if check.rule == rule]


class TestCampaignTotal:
    def test_two_measures_add_up(self) -> None:
        found = checks(
            _campaign(
                [number("66", 66), number("95", 95, **SUSPECTS)],
                [number("40", 40), number("58", 58, **SUSPECTS)],
                [number("26", 26), number("37", 37, **SUSPECTS)],
            ),
            parents=PARENTS,
        )
        assert _by_rule(found, "campaign-total") == [
            ("holds", "40 + 26 = 66, stated 66"),
            ("holds", "58 + 37 = 95, stated 95"),
        ]

    def test_a_part_without_the_measure_is_left_out(self) -> None:
        found = checks(
            _campaign(
                [number("1,200", 1200)], [number("800", 800)], [number("9", 9, object="den")], [number("400", 400)]
            ),
            parents=PARENTS,
        )
        assert _by_rule(found, "campaign-total") == [("holds", "800 + 400 = 1,200, stated 1,200")]

    def test_rounded_money_shares_a_scale(self) -> None:
        found = checks(
            _campaign(
                [number("3.22 billion yuan", 3.22e9, qualifier="about", precision=1e7, **MONEY)],
                [number("2.904 billion yuan", 2.904e9, precision=1e6, **MONEY)],
                [number("312.7 million yuan", 3.127e8, qualifier="about", precision=1e5, **MONEY)],
            ),
            parents=PARENTS,
        )
        assert told(found) == [
            ("campaign-total", "rounding", "2,904 + 312.7 = 3,216.7 million yuan, stated about 3,220 million yuan")
        ]
        assert found[0].explanation_zh == "29.04 + 3.127 = 32.167亿元，文中为约32.2亿元"

    def test_a_wrong_part_is_found_where_other_measures_confirm_the_parts(self) -> None:
        found = checks(
            _campaign(
                [number("66", 66), number("95", 95, **SUSPECTS)],
                [number("40", 40), number("58", 58, **SUSPECTS)],
                [number("26", 26), number("73", 73, **SUSPECTS)],
            ),
            parents=PARENTS,
        )
        assert _by_rule(found, "campaign-total")[0] == ("mismatch", "58 + 73 = 131, stated 95, 36 apart")

    def test_parts_that_reach_half_of_the_total_blame_nobody(self) -> None:
        found = checks(_campaign([number("900", 900)], [number("200", 200)], [number("210", 210)]), parents=PARENTS)
        assert found == []

    def test_another_year_is_no_part(self) -> None:
        last_year = number("400", 400, period="2020")
        found = checks(_campaign([number("1,200", 1200)], [number("800", 800)], [last_year]), parents=PARENTS)
        assert found == []

    def test_the_story_of_one_case_is_no_part(self) -> None:
        story = number("400", 400, scope="case")
        found = checks(_campaign([number("1,200", 1200)], [number("800", 800)], [story]), parents=PARENTS)
        assert found == []


class TestListedParts:
    @pytest.mark.parametrize(
        "template",
        [
            "全县破获案件{},其中盗窃案{}、诈骗案{}、抢劫案{}。",
            "全县破获案件{}。其中,盗窃案{}、诈骗案{},另有抢劫案{}。",
            "全縣破獲案件{}(其中盜竊案{}、詐騙案{}、搶劫案{})。",
            "全县破获案件{},盗窃案{}、诈骗案{}、抢劫案{}。",
        ],
    )
    def test_chinese_lists(self, template: str) -> None:
        parts = [number("151起", 151), number("40起", 40), number("9起", 9)]
        found = checks(Statement().say(template, number("200起", 200), *parts))
        assert told(found) == [("parts", "holds", "151 + 40 + 9 = 200, stated 200")]

    @pytest.mark.parametrize(
        "template",
        [
            "We solved {} cases, including {} thefts, {} frauds and {} robberies.",
            "We solved {} cases. Among them were {} thefts, {} frauds and {} robberies.",
            "Of the {} cases, {}, {} and {} were thefts, frauds and robberies respectively.",
        ],
    )
    def test_english_lists(self, template: str) -> None:
        parts = [number("151", 151), number("40", 40), number("9", 9)]
        found = checks(Statement(language="en").say(template, number("200", 200), *parts))
        assert told(found) == [("parts", "holds", "151 + 40 + 9 = 200, stated 200")]

    @pytest.mark.parametrize(
        ("whole", "parts"),
        [
            ("全县破获案件{}。", "其中,东镇破获{}、西镇破获{},南镇破获{}。"),
            ("We solved {} cases.", "Of these, {} were thefts, {} frauds and {} robberies."),
        ],
    )
    def test_a_list_may_open_the_next_paragraph(self, whole: str, parts: str) -> None:
        numbers = [number("151", 151), number("40", 40), number("9", 9)]
        statement = Statement().say(whole, number("200", 200)).say(parts, *numbers)
        assert told(checks(statement)) == [("parts", "holds", "151 + 40 + 9 = 200, stated 200")]

    def test_a_paragraph_without_such_a_word_stands_alone(self) -> None:
        numbers = [number("151", 151), number("40", 40), number("9", 9)]
        statement = Statement().say("全县破获案件{}。", number("200", 200))
        statement.say("盗窃案{}、诈骗案{}、抢劫案{}。", *numbers)
        assert checks(statement) == []

    def test_a_list_may_come_first(self) -> None:
        found = checks(
            Statement().say(
                "打掉盗窃团伙{}、诈骗团伙{},合计{}。", number("31个", 31), number("12个", 12), number("43个", 43)
            )
        )
        assert told(found) == [("parts", "holds", "31 + 12 = 43, stated 43")]

    def test_parts_of_parts(self) -> None:
        numbers = [number(f"{n}起", n) for n in (200, 150, 90, 60, 50)]
        found = checks(Statement().say("破获案件{},其中侵财案件{}(其中盗窃{}、诈骗{})、暴力案件{}。", *numbers))
        assert told(found) == [
            ("parts", "holds", "150 + 50 = 200, stated 200"),
            ("parts", "holds", "90 + 60 = 150, stated 150"),
        ]

    def test_the_words_may_name_a_part_only(self) -> None:
        found = checks(
            Statement().say("破获案件{},其中盗窃案{}、诈骗案{}。", *(number(f"{n}起", n) for n in (200, 90, 30)))
        )
        assert found == []

    def test_overlapping_kinds_blame_nobody(self) -> None:
        text = "We arrested {} people, including {} men, {} residents and {} repeat offenders."
        numbers = [number(str(n), n, **SUSPECTS) for n in (100, 81, 74, 20)]
        assert checks(Statement(language="en").say(text, *numbers)) == []

    def test_a_complete_list_that_falls_short(self) -> None:
        numbers = [number(f"{n}个", n, object="gang", action="destroyed") for n in (200, 90, 30, 60)]
        found = checks(Statement().say("打掉团伙{},其中盗窃团伙{}、诈骗团伙{}、其他团伙{}。", *numbers))
        assert told(found) == [("parts", "mismatch", "90 + 30 + 60 = 180, stated 200, 20 apart")]
        assert found[0].explanation_zh == "90 + 30 + 60 = 180，文中为200，相差20"

    def test_a_part_above_its_total(self) -> None:
        found = checks(
            Statement(language="en").say(
                "We solved {} cases, including {} thefts.", number("190", 190), number("910", 910)
            )
        )
        assert told(found) == [("part-above-total", "mismatch", "part 910 > total 190")]

    def test_at_least_so_many_may_hold_more(self) -> None:
        total = number("190余起", 190, qualifier="at_least")
        assert checks(Statement().say("破获案件{},其中盗窃案{}。", total, number("910起", 910))) == []

    def test_other_things_are_no_parts(self) -> None:
        suspects = [number(f"{n}名", n, **SUSPECTS) for n in (120, 80)]
        assert checks(Statement().say("破获案件{},其中抓获男性{}、女性{}。", number("200起", 200), *suspects)) == []

    def test_small_numbers_that_happen_to_add_up_are_no_list(self) -> None:
        numbers = [number(f"{n}个", n, object="team", action="deployed") for n in (6, 1, 2, 3)]
        assert checks(Statement().say("派出督导组{},甲地{},乙地{},丙地{}。", *numbers)) == []


class TestScatteredParts:
    def test_two_totals_split_over_the_same_two_sentences(self) -> None:
        found = checks(
            Statement()
            .say(
                "全年受理案件{},侦办刑事案件{}。",
                number("4127起", 4127, action="accepted"),
                number("523起", 523, action="handled"),
            )
            .say(
                "林业方面查处案件{},其中刑事案件{}。",
                number("3911起", 3911, action="handled"),
                number("409起", 409, action="handled"),
            )
            .say(
                "野生动物方面查处案件{},其中刑事案件{}。",
                number("216起", 216, action="handled"),
                number("114起", 114, action="handled"),
            )
        )
        assert told(found) == [
            ("parts-apart", "holds", "3,911 + 216 = 4,127, stated 4,127"),
            ("parts-apart", "holds", "409 + 114 = 523, stated 523"),
        ]

    def test_one_small_sum_may_be_luck(self) -> None:
        found = checks(
            Statement()
            .say("全年破获案件{}。", number("130起", 130))
            .say("春季破获案件{}。", number("88起", 88))
            .say("秋季破获案件{}。", number("42起", 42))
            .say("冬季破获案件{}。", number("17起", 17))
        )
        assert found == []

    def test_another_region_is_no_part(self) -> None:
        found = checks(
            Statement()
            .say("全年破获案件{}。", number("41270起", 41270))
            .say("甲地破获案件{}。", number("31111起", 31111, region="east-county"))
            .say("乙地破获案件{}。", number("10159起", 10159, region="west-county"))
        )
        assert found == []
