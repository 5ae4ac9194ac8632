from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.extract.passages import split_passages


def sentences(text: str, start: int = 0) -> list[str]:
    return [text[passage.start : passage.end] for passage in split_passages(text, start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("警方破案12起。抓获8人!还有吗?", ["警方破案12起。", "抓获8人!", "还有吗?"]),
        ("他说:“要严打。”随后离开。", ["他说:“要严打。”", "随后离开。"]),
        ("The rate rose 3.5%. It fell later.", ["The rate rose 3.5%.", "It fell later."]),
        ("Police guard rivers.According to them, 3 fell.", ["Police guard rivers.", "According to them, 3 fell."]),
        ("Mr. Wu sells pipes at Hua Co., Ltd. in Yantai.", ["Mr. Wu sells pipes at Hua Co., Ltd. in Yantai."]),
        ("The “Falcon No. 2” drive began on Sept. 3 there.", ["The “Falcon No. 2” drive began on Sept. 3 there."]),
        ("See www.police.example.org for more. Call now.", ["See www.police.example.org for more.", "Call now."]),
        ("1. Stolen cars\n2. Stolen bikes", ["1. Stolen cars", "2. Stolen bikes"]),
        ('They keep the "peace." Then they rest.', ['They keep the "peace."', "Then they rest."]),
        ("标题一行\n\n正文一句。\r\n———\n正文二句", ["标题一行", "正文一句。", "正文二句"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_front_matter_is_no_passage() -> None:
    text = "title: 3 cases\nBody text."
    assert sentences(text, text.index("Body")) == ["Body text."]


def test_paragraphs_count_lines_with_text() -> None:
    found = split_passages("一。二。\n\n \n三。\n***\n四。")
    assert [passage.paragraph for passage in found] == [0, 0, 1, 2]


@given(st.text(alphabet='案起3。.!?\n“”" aB,、No1', max_size=80))
def test_passages_are_trimmed_ordered_and_lose_no_word(text: str) -> None:
    passages = split_passages(text)
    for before, after in pairwise(passages):
        assert before.end <= after.start
    covered = {place for passage in passages for place in range(passage.start, passage.end)}
    assert all(place in covered for place, char in enumerate(text) if char.isalnum())
    assert all(text[passage.start : passage.end].strip() == text[passage.start : passage.end] for passage in passages)
