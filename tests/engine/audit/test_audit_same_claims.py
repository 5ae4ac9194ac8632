"""The same claim in two documents, in two languages, or in two places of one document."""

from collections.abc import Sequence

import pytest

from policestats_tui.engine.model import Why
from tests.engine.audit.statements import Number, Statement, checks, number, told

SUSPECTS = {"object": "suspect", "action": "arrested"}
MONEY = {"object": "money", "action": "involved", "unit": "CNY"}


def _twice(chinese: Sequence[Number], english: Sequence[Number]) -> list[tuple[str, str, str]]:
    """Tell one briefing in two languages: a sentence for each number."""
    first, second = Statement("a.zh.txt", language="zh"), Statement("b.en.txt", language="en")
    for one in chinese:
        first.say("数字是{}。", one)
    for one in english:
        second.say("The number is {}.", one)
    return told(checks(first, second))


class TestTwoLanguages:
    def test_equal_values(self) -> None:
        found = _twice(
            [number("1.2万起", 12000, precision=1000.0), number("31名", 31, **SUSPECTS)],
            [number("12,000", 12000), number("31", 31, **SUSPECTS)],
        )
        assert found == [
            ("same-claim", "holds", "12,000, told alike in 2 places"),
            ("same-claim", "holds", "31, told alike in 2 places"),
        ]

    def test_another_order(self) -> None:
        one, two = number("1,204", 1204), number("317", 317, **SUSPECTS)
        found = _twice([one, two], [two, one])
        assert [check[:2] for check in found] == [("same-claim", "holds")] * 2

    def test_a_rounded_number_between_equal_ones(self) -> None:
        found = _twice(
            [number("41起", 41), number("297万", 2.97e6, precision=1e4, **MONEY), number("31名", 31, **SUSPECTS)],
            [
                number("41", 41),
                number("2.9 million", 2.9e6, precision=1e5, qualifier="at_least", **MONEY),
                number("31", 31, **SUSPECTS),
            ],
        )
        assert found[0] == (
            "same-claim",
            "rounding",
            "2.97 million yuan in one place, more than 2.9 million yuan in another",
        )

    def test_ten_thousand_taken_for_a_million(self) -> None:
        found = _twice(
            [number("41起", 41), number("287.7万元", 2.877e6, precision=1e3, **MONEY), number("31名", 31, **SUSPECTS)],
            [
                number("41", 41),
                number("287.7 million yuan", 2.877e8, precision=1e5, **MONEY),
                number("31", 31, **SUSPECTS),
            ],
        )
        assert found[0] == (
            "power-of-ten",
            "mismatch",
            "2.877 million yuan in one place, 287.7 million yuan in another, 100 times apart",
        )

    def test_another_number_between_equal_ones(self) -> None:
        found = _twice(
            [number("41起", 41), number("526名", 526, **SUSPECTS), number("7个", 7, object="gang")],
            [number("41", 41), number("562", 562, **SUSPECTS), number("7", 7, object="gang")],
        )
        assert found[0] == ("same-claim", "mismatch", "526 in one place, 562 in another")

    @pytest.mark.parametrize(
        "field", [{"region": "east-county"}, {"period": "2020"}, {"scope": "case"}, {"action": "detained"}]
    )
    def test_another_setting_is_no_conflict(self, field: dict[str, str]) -> None:
        found = _twice(
            [number("41起", 41), number("526名", 526, **SUSPECTS), number("7个", 7, object="gang")],
            [number("41", 41), number("562", 562, **{**SUSPECTS, **field}), number("7", 7, object="gang")],
        )
        assert [check[1] for check in found] == ["holds", "holds"]

    def test_other_briefings_are_not_compared(self) -> None:
        first = Statement("a.txt", "north-2022").say("破获案件{}。", number("526起", 526))
        second = Statement("b.txt", "north-2023").say("破获案件{}。", number("562起", 562))
        assert checks(first, second) == []


class TestOneDocument:
    def test_a_repeated_number(self) -> None:
        found = checks(
            Statement().say("破获案件{}。", number("4127起", 4127)).say("共破获{}。", number("4127起", 4127))
        )
        assert told(found) == [("same-claim", "holds", "4,127, told alike in 2 places")]

    def test_billions(self) -> None:
        found = checks(
            Statement()
            .say("涉案金额{}。", number("614亿元", 6.14e10, precision=1e8, **MONEY))
            .say("涉案金额共计{}。", number("614亿元", 6.14e10, precision=1e8, **MONEY))
        )
        assert told(found) == [("same-claim", "holds", "61.4 billion yuan, told alike in 2 places")]
        assert found[0].explanation_zh == "614亿元，2处一致"

    def test_a_short_number_is_repeated_by_accident(self) -> None:
        assert checks(Statement().say("破获案件{}。", number("27起", 27)).say("共破获{}。", number("27起", 27))) == []

    def test_one_rounds_the_other(self) -> None:
        found = checks(
            Statement()
            .say("破获案件{}。", number("41270起", 41270))
            .say("破获案件{}。", number("4.1万余起", 41000, precision=1000.0, qualifier="at_least"))
        )
        assert told(found) == [("same-claim", "rounding", "41,270 in one place, more than 41,000 in another")]

    def test_the_same_sentence_with_another_number(self) -> None:
        assert [check[:2] for check in self._retold("4172起", 4172)] == [("same-claim", "mismatch")]

    def test_another_sentence_with_another_number(self) -> None:
        assert self._retold("4172起", 4172, "2021年,北县公安机关在专项行动期间又破获案件{}。") == []

    @staticmethod
    def _retold(
        text: str, value: float, second: str = "2021年,北县公安机关共破获各类刑事案件{}。"
    ) -> list[tuple[str, str, str]]:
        template = "2021年,北县公安机关共破获各类刑事案件{}。"
        statement = Statement()
        for words, one in ((template, number("4127起", 4127)), (second, number(text, value))):
            start = len(statement.text)
            why = (Why("period", start, start + 5), Why("region", start + 6, start + 8))
            statement.say(words, Number(one.text, one.value, {"why": why}))
        return told(checks(statement))
