"""Numbers in running text, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.numbers import find_numbers


def written(text: str) -> list[str]:
    simple = simplify(text)
    return [text[one.start : one.end] for one in find_numbers(simple)]


@pytest.mark.parametrize(
    "text",
    [
        "2021年3月15日", "3月1日至5月20日", "截至2020年底", "2018年至2020年", "9时30分", "13:27", "2022-07-16",
        "2025/05/10",
        "第三场", "第十二条", "二〇二一年", "十二月五日", "13800138000", "0471-6651113", "公通字〔2019〕35号",
        "192.168.0.1",
        "January 13th, 2021", "13 January 2021", "Sept. 30", "from June 25 to Sept. 30", "the 20th Congress", "No. 15",
        "Article 25", "the 1950s", "https://example.org/a/2021/12", "1+6",
    ],
)  # fmt: skip
def test_steps_over(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("破获1,591起", ["1,591"]), ("1591起", ["1591"]), ("约28.75万余人次", ["28.75万余"]), ("十余名", ["十余"]),
        ("十五萬五千元", ["十五萬五千"]), ("1 200宗", ["1 200"]), ("3千多万元", ["3千多万"]), ("近七成", ["七成"]),
        ("成功抓获", []), ("三成员", ["三"]), ("排名第5名", ["第5名"]), ("ranked 5th", ["5th"]),
        ("百分之三点五", ["百分之三点五"]),
        ("三分之一", ["三分之一"]), ("翻了一番", ["翻了一番"]), ("2.042 million cases", ["2.042 million"]),
        ("two hundred and five and six", ["two hundred and five", "six"]), ("one third of", ["one third"]),
        ("3.2千克", ["3.2"]), ("5万千瓦", ["5万"]), ("2020年125起", ["125"]),
    ],
)  # fmt: skip
def test_finds(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@given(st.text(max_size=200))
def test_spans_are_ordered_and_inside(text: str) -> None:
    simple = simplify(text)
    place = 0
    for one in find_numbers(simple):
        assert place <= one.start < one.end <= len(text)
        place = one.end
        assert one.value >= 0
        assert one.step > 0
