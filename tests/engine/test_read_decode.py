"""Bytes to text: the encodings that such documents come in, and what is no text at all."""

import codecs
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.read.decode import decode

SIMPLIFIED = "去年,河湾市公安机关共侦破案件一百二十五起,抓获嫌疑人227名,追回现金约450万元。"
TRADITIONAL = "去年,河灣市警察機關共偵破案件一百二十五宗,拘捕疑犯227名,尋回現金約450萬元。"
ENGLISH = "Last year the café owners’ association – “our neighbours” – reported 12 burglaries."

# The most frequent characters of running Chinese text, after which any text is mostly made.
FREQUENT = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心"
    "多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分"
    "将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因"
    "重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市"
)

# Without repetition: "一" over and over in GB 18030 is, byte for byte, another letter over and over in UTF-8.
chinese_words = st.lists(st.sampled_from(FREQUENT), min_size=8, max_size=60, unique=True).map("".join)
lines = st.text(st.sampled_from(string.ascii_letters + string.digits + " ,.%-"), max_size=40)
texts = st.tuples(chinese_words, lines, chinese_words).map("\n".join)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, ENGLISH, SIMPLIFIED + ENGLISH])
def test_encodings_of_the_mainland(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding, "ignore"), "x.txt") == text.encode(encoding, "ignore").decode(encoding)


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "utf-8", "utf-16"])
def test_encodings_of_hong_kong(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "x.txt") == TRADITIONAL


def test_western_typography() -> None:
    assert decode(ENGLISH.encode("cp1252"), "x.txt") == ENGLISH


@pytest.mark.parametrize("text", ["破案5起", "抓获三人", "公安机关\n"])
def test_a_few_characters_are_enough(text: str) -> None:
    assert decode(text.encode("gb18030"), "x.txt") == text


@given(texts)
def test_any_chinese_text_survives_each_encoding(text: str) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), "x.txt") == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_utf_8_is_never_taken_for_something_else(text: str) -> None:
    data = text.encode()
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE)) or not text.strip():
        return
    assert decode(data, "x.txt") == text


@given(st.binary(max_size=400))
def test_bytes_are_text_or_an_error_that_says_why(data: bytes) -> None:
    try:
        text = decode(data, "x.txt")
    except BadInputError as error:
        assert error.reason in ("empty file", "binary file", "unknown encoding") or error.reason.startswith(
            "broken utf"
        )
    else:
        assert text.strip()
        assert "\0" not in text


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_LE + b"\n\0"]
)
def test_empty(data: bytes) -> None:
    with pytest.raises(BadInputError, match=r"^x\.txt: empty file$"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01" + bytes(64), b"PK\x03\x04\x00\x00\xff\xfe" * 9, bytes(range(32)) * 4]
)
def test_binary(data: bytes) -> None:
    with pytest.raises(BadInputError, match=r"^x\.txt: binary file$"):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Вчера полиция задержала двенадцать человек.", "koi8_r"),
        ("警察は昨日、十二人を逮捕したと発表した。", "shift_jis"),
    ],
)
def test_encodings_of_other_languages_are_not_guessed_at(text: str, encoding: str) -> None:
    with pytest.raises(BadInputError, match=r"^x\.txt: unknown encoding$"):
        decode(text.encode(encoding), "x.txt")


def test_broken_text_behind_a_mark_names_the_byte() -> None:
    with pytest.raises(BadInputError, match=r"broken utf-8 text at byte 5$"):
        decode(codecs.BOM_UTF8 + b"ab\xff\xfe", "x.txt")


def test_a_character_cut_by_the_sample_does_no_harm() -> None:
    text = "x" + SIMPLIFIED * 1000
    assert decode(text.encode("gb18030"), "x.txt") == text
