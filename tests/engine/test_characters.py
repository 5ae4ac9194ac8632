"""Folding keeps every offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.characters import simplify


@given(st.text())
def test_length_stays(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert simplify(simplify(text)) == simplify(text)


@given(st.text(), st.text())
def test_each_character_is_folded_by_itself(one: str, other: str) -> None:
    assert simplify(one + other) == simplify(one) + simplify(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("偵破電信網絡詐騙案件", "侦破电信网络诈骗案件"),
        ("ＡＢＣ１２．５％", "ABC12.5%"),
        ("全角\u3000空格", "全角 空格"),
        ("抓获 arrest 1,591", "抓获 arrest 1,591"),
        ("ﬁ½", "ﬁ½"),
    ],
)
def test_script_and_width(text: str, folded: str) -> None:
    assert simplify(text) == folded
