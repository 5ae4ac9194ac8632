import pytest

from policestats_tui.engine.extract.inference import Gazetteer, infer_metadata
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Metadata

PLACES = Gazetteer.of(shipped_lexicon())


def inferred(text: str) -> Metadata:
    return infer_metadata(text, PLACES)


def test_a_web_page_says_what_it_is() -> None:
    page = (
        "首页 > 警务公开\n\n滨州警方通报打击盗采海砂战果\n\n发布时间:2022-08-03 来源:滨州市公安局\n\n"
        "8月2日,滨州市公安局召开新闻发布会。"
    )
    found = inferred(page)
    assert (found.title, found.published, found.publisher) == (
        "滨州警方通报打击盗采海砂战果",
        "2022-08-03",
        "滨州市公安局",
    )
    assert (found.region, found.language) == ("binzhou", "zh")
    assert {"title", "published", "publisher", "region", "language"} <= found.inferred


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("3月9日,市公安局召开新闻发布会。2021年8月起,全市破案9起。", "2021-03-09"),
        ("1月12日,市公安局召开新闻发布会。2021年,破案9起。2021年下半年破案5起。", "2022-01-12"),
        ("On March 9, the police held a press conference. In 2021, 9 cases were solved.", "2021-03-09"),
        ("市公安局召开新闻发布会。", None),
        (
            "2025/03/11 19:40\nOn September 16, the police held a press conference. In 2021, 9 cases were solved.",
            "2021-09-16",
        ),
    ],
)
def test_a_day_without_its_year_is_of_the_year_that_the_text_speaks_of(text: str, held: str | None) -> None:
    assert inferred(text).held == held


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("公安部召开新闻发布会。山东警方破案9起。", "china"),
        ("全区公安机关破案9起。包头市公安局破案3起,赤峰市公安局破案2起。江苏协查1起。", "inner-mongolia"),
        ("The Force seized HK$3 million. Police in Guangdong helped.", "hong-kong"),
        ("内政部警政署新闻稿:113年1至6月破案9件,财损新台币3亿元。", "taiwan"),
        ("武汉市公安局通报:全市破案9起,居全省第一;我市抓获3人。", "wuhan"),
        ("China Customs solved 9 cases. In Qinzhou, Customs found 3 boats.", "china"),
        ("破案9起。", None),
    ],
)
def test_the_region_is_the_one_that_a_text_speaks_of_most(text: str, region: str | None) -> None:
    assert inferred(text).region == region


def test_the_language_is_that_of_most_words() -> None:
    assert inferred("Police solved 9 cases, said 何志远 of the bureau.").language == "en"
    assert inferred("警方 solved 破案九起,抓获八人").language == "zh"
    assert inferred("12345").language is None


def test_dates_of_the_republic_are_read_in_the_papers_of_taiwan() -> None:
    assert inferred("内政部警政署新闻稿\n发布日期:113年7月22日\n破案9件。").published == "2024-07-22"
