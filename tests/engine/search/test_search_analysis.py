"""Folding keeps offsets true, and texts are cut into the pieces that search is about."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.search.analysis import fold, fold_with_offsets, forms, key, spans, stem


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("破获1，591起", ["破", "获", "1591", "起"]),
        ("solved 1,591 cases.", ["solved", "1591", "cases"]),
        ("up 12.50%, not 3", ["up", "12.50", "%", "not", "3"]),
        ("云灯-2020行动", ["云", "灯", "-", "2020", "行", "动"]),
        ("Lantern-2020 campaign", ["lantern", "2020", "campaign"]),
        ("the “Lantern” campaign", ["the", "lantern", "campaign"]),
        ("“灯 笼”,x", ['"', "灯", "笼", '"', ",", "x"]),
        ("people’s No.2", ["people", "s", "no", "2"]),
        ("2020.6.03", ["2020", "6", "03"]),
        ("1,2345 and 12,34", ["1", "2345", "and", "12", "34"]),
        ("G20峰会", ["g", "20", "峰", "会"]),
        ("Ｌａｎｔｅｒｎ ２０２０", ["lantern", "2020"]),
        ("燈籠節", ["灯", "笼", "节"]),
        ("灯\u200b笼", ["灯", "笼"]),
        ("５㎏", ["5", "kg"]),
        (" \t\n", []),
        ("...", []),
    ],
)
def test_pieces_of_a_text(text: str, pieces: list[str]) -> None:
    assert forms(fold(text)) == pieces


def test_stems_are_shared_by_forms_of_a_word() -> None:
    assert stem("arrested") == stem("arrests") == stem("arresting") == "arrest"
    assert stem("12.50") == stem("12.5")
    assert stem("10") != stem("1")
    assert key("Telecom  FRAUDS") == key("telecom fraud")


def test_offsets_lead_back_where_folding_changes_the_length() -> None:
    text = "x ㎏ 灯\u200b笼 Straße e\u0301"
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    place = folded.text.index("kg")
    assert text[folded.starts[place] : folded.ends[place + 1]] == "㎏"
    place = folded.text.index("灯笼")
    assert text[folded.starts[place] : folded.ends[place + 1]] == "灯\u200b笼"
    place = folded.text.index("strasse")
    assert text[folded.starts[place] : folded.ends[place + 6]] == "Straße"
    assert text[folded.starts[-1] : folded.ends[-1]] == "e\u0301"


_TEXTS = st.text(
    st.one_of(
        st.sampled_from("灯笼節０１２ａＺ,，.。“”-－%㎏…½ß①\u200b\u0301\ufe0f\n \t"),
        st.characters(exclude_categories=["Cs"]),
    )
)


@given(_TEXTS)
def test_offsets_are_in_order_and_inside(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    ends = [0, *folded.ends]
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert ends == sorted(ends)


@given(_TEXTS)
def test_spans_and_forms_go_together(text: str) -> None:
    folded = fold(text)
    places = spans(folded, len(folded))
    assert [folded[start:end].replace(",", "") or "," for start, end in places] == [
        form.replace(",", "") or "," for form in forms(folded)
    ]


@given(_TEXTS)
def test_composed_and_decomposed_texts_have_the_same_pieces(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert forms(fold(unicodedata.normalize("NFC", unicodedata.normalize("NFD", composed)))) == forms(fold(composed))


def test_a_very_long_line_is_cut_in_one_pass() -> None:
    text = "灯," * 100_000 + " ," * 100_000 + "x" * 100_000 + "1," * 100_000
    assert len(forms(fold(text))) > 300_000
