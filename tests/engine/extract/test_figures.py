"""Properties that hold for the figures of any text, and the words that explain them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.extract.measured_cases import FILES, cases, measure

_PIECES = (
    "破获", "抓获", "案件", "犯罪嫌疑人", "125起", "3.5万余名", "同比上升", "6.74%", "、", ",", "。", ";", "和",
    "(", ")", "“", "”",
    "的", "被", "分别", "其中", "第5名", "每10万人", "约", "以上", "2020年", "十五万五千", "翻了一番", "solved ",
    "125 cases ",
    "were ", "arrested ", "suspects ", "and ", "of ", "more than ", "fell by ", "to ", "5% ", "respectively ",
    "$3.4bn ",
    "ranked 5th ", "two hundred and five ", "10 to 15 minutes ", ", ", ". ", "\n", "including ", "(1469起)",
    "110 ", "\x1b[31m",
    "\u202e", "𝟙𝟚", "٣٤", "½", "①", "1.2.3", "1e9", "0" * 30, "--", "NaN",
)  # fmt: skip


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    _check(text)


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
@settings(deadline=None, max_examples=300)
def test_any_mixture_of_the_genre_is_read(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    place = 0
    for one in measure(text):
        assert place <= one.start < one.end <= len(text)
        place = one.end
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert "\n" not in text[one.start : one.end]
        assert one.precision > 0
        assert (one.direction is None) == (one.kind not in ("change", "difference"))
        assert one.basis is None or one.direction is not None
        assert one.refers_to is None or one.refers_to < one.start
        assert all(0 <= why.start < why.end <= len(text) for why in one.why)


def test_figures_do_not_depend_on_what_stands_in_other_paragraphs() -> None:
    texts = [case.text for name in FILES for case in cases(name)]
    together = measure("\n".join(texts))
    alone = [one for text in texts for one in measure(text)]
    assert [(one.value, one.object, one.action) for one in together] == [
        (one.value, one.object, one.action) for one in alone
    ]


def test_why_names_the_deciding_words() -> None:
    text = "全市共破获刑事案件125起,同比上升约5%。"
    level, change = measure(text)
    said = {why.field: text[why.start : why.end] for why in level.why}
    assert said == {"object": "案件", "action": "破获"}
    assert {why.field for why in change.why} == {"direction", "basis", "qualifier"}


def test_labels_are_english_words() -> None:
    solved, involved = measure("全市破获案件125起,涉案金额3亿元。")
    assert (solved.label, involved.label) == ("cases solved", "money involved")
    assert measure("Police solved 12 criminal cases.")[0].label == "criminal cases solved"


def test_full_width_and_traditional_forms_are_read_alike() -> None:
    plain, full = measure("破获案件1,591起。"), measure("破獲案件1,591起。")
    assert [(one.start, one.end, one.value, one.object, one.action) for one in plain] == [
        (one.start, one.end, one.value, one.object, one.action) for one in full
    ]
