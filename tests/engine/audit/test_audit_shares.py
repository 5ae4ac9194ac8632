"""Shares, rates and ratios against what they are made of."""

import pytest

from policestats_tui.engine.model import Language
from tests.engine.audit.statements import Number, Statement, checks, number, told

CLUES: dict[str, str] = {"object": "clue"}
USERS = {"object": "drug_user", "action": "existing"}


def _share(text: str, value: float, precision: float = 0.1, **fields: object) -> Number:
    return Number(text, value, {"kind": "share", "unit": "%", "precision": precision, **fields})


def _minors() -> tuple[Number, Number]:
    return _share("0.40%", 0.4, 0.01, object="drug_user", action="existing"), number("9", 9, **USERS)


class TestRate:
    @pytest.mark.parametrize(("text", "value", "status"), [("90.0%", 90.0, "holds"), ("95.0%", 95.0, "mismatch")])
    def test_closed_of_received(self, text: str, value: float, status: str) -> None:
        found = checks(
            Statement().say(
                "共接到线索{},办结{},办结率{}。",
                number("500条", 500, action="received", **CLUES),
                number("450条", 450, action="closed", **CLUES),
                _share(text, value, object="clue", action="closed"),
            )
        )
        assert told(found) == [("share", status, f"450 / 500 = 90%, stated {value:.0f}%")]

    def test_a_rate_of_something_else(self) -> None:
        found = checks(
            Statement().say(
                "共接到线索{},办结{},群众满意率{}。",
                number("500条", 500, action="received", **CLUES),
                number("450条", 450, action="closed", **CLUES),
                _share("98.0%", 98.0, object="attitude", action="surveyed"),
            )
        )
        assert found == []


class TestProportion:
    @pytest.mark.parametrize(
        ("template", "language"),
        [
            ("破获案件{},其中盗窃案{},占总数的{}。", "zh"),
            ("We solved {} cases, including {} thefts, which account for {}.", "en"),
        ],
    )
    def test_of_a_total(self, template: str, language: Language) -> None:
        numbers = number("800", 800), number("100", 100), _share("12.5%", 12.5)
        found = checks(Statement(language=language).say(template, *numbers))
        assert told(found) == [("share", "holds", "100 / 800 = 12.5%, stated 12.5%")]

    def test_a_wrong_proportion(self) -> None:
        numbers = number("800起", 800), number("100起", 100), _share("21.5%", 21.5)
        found = checks(Statement().say("破获案件{},其中盗窃案{},占{}。", *numbers))
        assert told(found) == [("share", "mismatch", "100 / 800 = 12.5%, stated 21.5%")]

    @pytest.mark.parametrize(
        ("template", "language"),
        [
            ("占比下降到{}(仅有{})。", "zh"),
            ("占比下降到{},全区只有{}。", "zh"),
            ("Minors made up {} of them, only {} people.", "en"),
        ],
    )
    def test_of_a_stock_that_stands_elsewhere(self, template: str, language: Language) -> None:
        statement = Statement(language=language)
        statement.say(
            template, _share("0.40%", 0.4, 0.01, object="drug_user", action="existing"), number("9", 9, **USERS)
        )
        statement.say("The county has {}.", number("12,000", 12000, **USERS))
        assert told(checks(statement)) == [("share", "mismatch", "9 / 12,000 = 0.08%, stated 0.4%")]

    def test_two_stocks_leave_it_open(self) -> None:
        statement = Statement().say(
            "占比下降到{}(仅有{})。",
            _share("0.40%", 0.4, 0.01, object="drug_user", action="existing"),
            number("9", 9, **USERS),
        )
        statement.say("全县{},城区{}。", number("12000", 12000, **USERS), number("5000", 5000, **USERS))
        assert checks(statement) == []


class TestPeoplePerCase:
    @pytest.mark.parametrize(("text", "status"), [("2.0", "holds"), ("3.1", "mismatch")])
    @pytest.mark.parametrize(
        ("template", "language"),
        [
            ("破获案件{}。移送起诉{},移送起诉人案比为{}。", "zh"),
            (
                "We solved {} cases. We transferred {} suspects; the ratio of suspects transferred to cases was {}.",
                "en",
            ),
        ],
    )
    def test_ratio(self, template: str, language: Language, text: str, status: str) -> None:
        found = checks(
            Statement(language=language).say(
                template,
                number("150", 150),
                number("300", 300, object="suspect", action="transferred"),
                number(text, float(text), kind="ratio", object="suspect", action="transferred", precision=0.1),
            )
        )
        assert [(check.rule, check.status) for check in found] == [("ratio", status)]
        assert found[0].explanation_en.startswith("300 / 150 = 2, stated ")


class TestAboveAll:
    def test_a_share_of_more_than_all(self) -> None:
        found = checks(Statement().say("群众满意率{}。", _share("198.5%", 198.5, object="attitude", action="surveyed")))
        assert told(found) == [("share-above-all", "mismatch", "198.5% > 100%")]

    def test_a_target_may_be_exceeded(self) -> None:
        assert checks(Statement().say("完成年度目标的{}。", _share("120.0%", 120.0))) == []

    def test_what_no_word_calls_a_share_may_be_a_rise(self) -> None:
        assert checks(Statement().say("出入境人次达{}。", _share("218.7%", 218.7))) == []
