"""Levels, previous levels, differences and relative changes."""

import pytest

from policestats_tui.engine.model import Language
from tests.engine.audit.statements import Number, Statement, checks, number, told

BURGLARIES = {"label": "burglaries solved"}


def _up(text: str, value: float, of: str, direction: str = "up") -> Number:
    return number(text, value, of, kind="difference", direction=direction, basis="yoy")


def _percent(text: str, value: float, of: str, direction: str = "up", precision: float = 0.1) -> Number:
    return number(text, value, of, kind="change", unit="%", direction=direction, basis="yoy", precision=precision)


class TestFourNumbers:
    def test_chinese(self) -> None:
        found = checks(
            Statement().say(
                "共破获盗窃案件{},较去年({})相比多破{},同比上升{}。",
                number("2412起", 2412),
                number("1608起", 1608),
                _up("804起", 804, "2412起"),
                _percent("50.0%", 50.0, "2412起"),
            )
        )
        assert told(found) == [
            ("difference", "holds", "2,412 − 1,608 = 804, stated up 804"),
            ("change", "holds", "(2,412 − 1,608) / 1,608 = 50%, stated up 50%"),
        ]
        assert found[0].explanation_zh == "2412 − 1608 = 804，文中为上升804"

    def test_english_fall(self) -> None:
        found = checks(
            Statement(language="en").say(
                "Burglaries fell from {} to {}, down {}.",
                number("1,500", 1500),
                number("1,200", 1200),
                _percent("20.0%", 20.0, "1,200", "down"),
            )
        )
        assert told(found) == [("change", "holds", "(1,200 − 1,500) / 1,500 = −20%, stated down 20%")]

    def test_an_earlier_period_is_the_previous_level(self) -> None:
        found = checks(
            Statement(language="en").say(
                "In 2020 there were {} burglaries, in 2021 there were {}, up {}.",
                number("1,608", 1608, period="2020"),
                number("2,412", 2412),
                _percent("50%", 50.0, "2,412", precision=1.0),
            )
        )
        assert told(found)[0][:2] == ("change", "holds")

    def test_a_change_that_was_read_as_one_of_the_previous_level(self) -> None:
        found = checks(
            Statement(language="en").say(
                "They solved {} thefts in 2021, {} more than the {} thefts of 2020, a rise of {}.",
                number("2,412", 2412),
                _up("804", 804, "2,412"),
                number("1,608", 1608, period="2020"),
                _percent("50.0%", 50.0, "1,608"),
            )
        )
        assert [check[:2] for check in told(found)] == [("difference", "holds"), ("change", "holds")]

    def test_another_year_with_a_change_of_its_own(self) -> None:
        found = checks(
            Statement().say(
                "破获盗窃案{},同比多破{};2020年破获{},同比上升{}。",
                number("2412起", 2412),
                _up("804起", 804, "2412起"),
                number("1610起", 1610, period="2020"),
                _percent("3.1%", 3.1, "1610起"),
            )
        )
        assert found == []


class TestThreeNumbers:
    def test_the_previous_level_is_implied(self) -> None:
        found = checks(
            Statement().say(
                "发生火灾{},同比减少{}、下降{}。",
                number("197起", 197, action="existing"),
                _up("44起", 44, "197起", "down"),
                _percent("18.3%", 18.3, "197起", "down"),
            )
        )
        assert told(found) == [("change", "holds", "−44 / (197 + 44) = −18.3%, stated down 18.3%")]

    def test_the_level_is_implied(self) -> None:
        found = checks(
            Statement().say(
                "较去年的{}多破{},上升{}。",
                number("1608起", 1608),
                _up("804起", 804, "1608起"),
                _percent("50.0%", 50.0, "1608起"),
            )
        )
        assert told(found) == [("change", "holds", "804 / 1,608 = 50%, stated up 50%")]

    def test_a_rounded_level_widens_the_answer(self) -> None:
        found = checks(
            Statement(language="en").say(
                "The sum rose from {} to {}, up {}.",
                number("1.2 million", 1.2e6, precision=1e5),
                number("1.9 million", 1.9e6, precision=1e5),
                _percent("55.1%", 55.1, "1.9 million"),
            )
        )
        assert told(found) == [("change", "rounding", "(1.9 − 1.2) / 1.2 = 58.3%, stated up 55.1%")]


class TestMismatch:
    def test_a_wrong_difference_and_a_wrong_change(self) -> None:
        found = checks(
            Statement().say(
                "破获案件{},较去年的{}多破{},同比上升{}。",
                number("2412起", 2412),
                number("1608起", 1608),
                _up("840起", 840, "2412起"),
                _percent("15.0%", 15.0, "2412起"),
            )
        )
        assert told(found) == [
            ("difference", "mismatch", "2,412 − 1,608 = 804, stated up 840"),
            ("change", "mismatch", "(2,412 − 1,608) / 1,608 = 50%, stated up 15%"),
        ]

    def test_a_rise_above_the_level(self) -> None:
        numbers = number("1432起", 1432), _up("1433起", 1433, "1432起")
        found = checks(Statement().say("破获案件{},同比多破{}。", *numbers))
        assert told(found) == [("rise-above-level", "mismatch", "up 1,433 > level 1,432")]

    def test_a_fall_may_exceed_the_level(self) -> None:
        numbers = number("1432起", 1432), _up("1433起", 1433, "1432起", "down")
        assert checks(Statement().say("发生案件{},同比减少{}。", *numbers)) == []

    def test_a_rise_that_is_a_fall(self) -> None:
        found = checks(
            Statement(language="en").say(
                "Cases rose from {} to {}, up {}.",
                number("1,500", 1500),
                number("1,200", 1200),
                _percent("20.0%", 20.0, "1,200"),
            )
        )
        assert told(found) == [("change", "mismatch", "(1,200 − 1,500) / 1,500 = −20%, stated up 20%")]


class TestPoints:
    def test_percentage_points_are_a_difference(self) -> None:
        found = checks(
            Statement().say(
                "群众满意率由{}提高到{},上升{}个百分点。",
                number("91.2%", 91.2, kind="share", unit="%", object="attitude", action="surveyed", precision=0.1),
                number("95.7%", 95.7, kind="share", unit="%", object="attitude", action="surveyed", precision=0.1),
                _percent("4.5", 4.5, "95.7%"),
            )
        )
        assert told(found) == [
            ("difference", "holds", "95.7 − 91.2 = 4.5 percentage points, stated up 4.5 percentage points")
        ]

    def test_points_right_behind_a_share_move_it(self) -> None:
        rate = {"kind": "share", "unit": "%", "object": "attitude", "action": "surveyed", "precision": 0.1}
        found = checks(
            Statement().say(
                "群众满意率由{}提高到{},上升{}。",
                Number("91.2%", 91.2, rate),
                Number("95.7%", 95.7, rate),
                Number("5.4个百分点", 5.4, {**rate, "kind": "difference", "direction": "up"}),
            )
        )
        assert [(check.rule, check.status) for check in found] == [("difference", "mismatch")]

    @pytest.mark.parametrize(
        ("language", "template"),
        [
            ("zh", "群众满意率由{}提高到{},高于全国平均水平{}。"),
            ("zh", "群众满意率由{}提高到{},超过年度目标{}。"),
            ("en", "The rate of satisfaction rose from {} to {}, {} above the national average."),
            ("en", "The rate of satisfaction rose from {} to {}, {} higher than the yearly target."),
        ],
    )
    def test_points_from_an_average_are_no_move_of_the_share(self, language: Language, template: str) -> None:
        rate = {"kind": "share", "unit": "%", "object": "attitude", "action": "surveyed", "precision": 0.1}
        points = Number("5.4个百分点", 5.4, {**rate, "kind": "difference", "direction": "up"})
        rates = Number("91.2%", 91.2, rate), Number("95.7%", 95.7, rate)
        assert checks(Statement(language=language).say(template, *rates, points)) == []

    def test_percent_is_not_percentage_points(self) -> None:
        found = checks(
            Statement(language="en").say(
                "The rate of satisfaction rose from {} to {}, up {}.",
                number("50.0%", 50.0, kind="share", unit="%", object="attitude", action="surveyed", precision=0.1),
                number("60.0%", 60.0, kind="share", unit="%", object="attitude", action="surveyed", precision=0.1),
                _percent("10.0%", 10.0, "60.0%"),
            )
        )
        assert [(check.rule, check.status) for check in found] == [("change", "mismatch")]


@pytest.mark.parametrize(
    "template",
    ["破获案件{},同比上升{},破获盗窃案件{}。", "破获案件{},同比上升{};另有积案{}。"],
)
def test_a_level_that_nothing_is_compared_with(template: str) -> None:
    numbers = number("2412起", 2412), _percent("50.0%", 50.0, "2412起"), number("300起", 300)
    assert checks(Statement().say(template, *numbers)) == []
