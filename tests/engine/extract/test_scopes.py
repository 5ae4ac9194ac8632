import pytest

from policestats_tui.engine.extract.dates import Day
from policestats_tui.engine.extract.outline import read_lines
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.extract.periods import find_periods
from policestats_tui.engine.extract.scopes import ScopeTrack
from policestats_tui.engine.extract.sentences import Mentions, read_sentences


def scopes(text: str, numbers: tuple[str, ...]) -> list[str]:
    """Return the scope of each number, which must stand in the text once."""
    periods = Mentions(find_periods(text, 0, Day(2023, 10)))
    track = ScopeTrack(text)
    found: dict[str, str] = {}
    for sentence in read_sentences(text, split_passages(text), read_lines(text), []):
        track.read(sentence, periods.within(sentence.start, sentence.end), False)
        for number in numbers:
            place = text.index(number)
            if sentence.start <= place < sentence.end:
                found[number] = track.at(sentence, place, place + len(number))[0]
        track.leave(sentence)
    return [found[number] for number in numbers]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("全市共破获案件310起,抓获412人。", ("310", "412"), ["aggregate", "aggregate"]),
        ("破获吴某某盗窃案,抓获6人。追回赃物31件。", ("6", "31"), ["case", "case"]),
        ("侦破一起跨省贩卖假酒案,查获假酒870瓶。全市共查获9000瓶。", ("870", "9000"), ["case", "aggregate"]),
        ("共破案135起,抓获31人,特别是侦破某区“5·16”诈骗案,用时8天。", ("135", "31", "8"), ["aggregate"] * 2 + ["case"]),
        ("侦破涉案金额600万元的“4·15”特大诈骗案。", ("600",), ["case"]),
        ("制定工作总方案12个、应急预案30个。", ("12", "30"), ["aggregate", "aggregate"]),
        ("警方拘捕3名本地男子,檢獲現金。", ("3",), ["case"]),
        ("Police solved 412 cases and arrested 530 suspects.", ("412", "530"), ["aggregate", "aggregate"]),
        ("打掉了武威市特大盗车团伙,串并全国同类案件40起。", ("40",), ["case"]),
        ("侦破吴某某盗窃案,抓获6人。入夏以来,清查旅店310家。", ("6", "310"), ["case", "aggregate"]),
        (
            "Police solved 900 cases. In the largest of them, 45 suspects were held.",
            ("900", "45"),
            ["aggregate", "case"],
        ),
        (
            "Police solved a case of smuggling and arrested 7 people. They seized 19 boats.",
            ("7", "19"),
            ["case", "case"],
        ),
        ("The gang led by Wu in the port hired 23 people.", ("23",), ["case"]),
        ("Police broke up a cross-border fraud ring and froze 88 accounts.", ("88",), ["case"]),
        ("Officers stopped a refrigerated truck and seized 31 boxes.", ("31",), ["case"]),
        ("某市公安机关打掉了特大走私团伙,涉及各地同类案件45起。", ("45",), ["case"]),
        ("For example, officers closed a fake oil mill and held 7 people.", ("7",), ["case"]),
        (
            "Police destroyed a loan company with 29 members. In the field of fisheries, 58 cases were solved.",
            ("29", "58"),
            ["case", "aggregate"],
        ),
        ("Police broke up 41 gangs nationwide.", ("41",), ["aggregate"]),
    ],
)
def test_cases_and_statistics(text: str, numbers: tuple[str, ...], expected: list[str]) -> None:
    assert scopes(text, numbers) == expected


def test_typical_cases_that_are_announced_fill_the_paragraphs_that_follow() -> None:
    text = "全市破案51起。下面通报典型案例。\n6月,民警在某村查获野鸟77只。\n全市今后将设卡16处。"
    assert scopes(text, ("51", "77", "16")) == ["aggregate", "case", "aggregate"]


def test_a_dated_event_in_a_report_is_told_as_a_case() -> None:
    text = "2022年7月13日,山洪冲毁河堤,民警转移村民64人。\n2022年7月以来,民警共化解纠纷25起。"
    assert scopes(text, ("64", "25")) == ["case", "aggregate"]
