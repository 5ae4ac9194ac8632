import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Document, Extraction, Metadata

LEXICON = shipped_lexicon()
TEXT = (
    "市公安局副局长 何志远\n2022年,全市公安机关共破获刑事案件1203起,同比下降4.5%。"
    "在“昆仑2022”专项行动中,抓获犯罪嫌疑人96名。\n滨海晚报记者:谢谢。\n何志远:今年将继续。"
)


def read(text: str, body: int = 0) -> Extraction:
    metadata = Metadata(held="2023-01-12", region="weihai", language="zh")
    return extract(Document("a.txt", text, metadata, body), LEXICON)


def test_every_figure_points_to_its_own_text() -> None:
    found = read(TEXT)
    assert [figure.text for figure in found.figures] == ["1203起", "4.5%", "96名"]
    assert all(TEXT[figure.start : figure.end] == figure.text for figure in found.figures)


def test_figures_stand_where_the_text_sets_them() -> None:
    first, change, last = read(TEXT).figures
    assert (first.campaign, first.region, first.period, first.speaker) == (None, "weihai", "2022", "何志远")
    assert change.refers_to == first.start
    assert (last.campaign, last.period, last.scope) == ("kunlun-2022", "2022", "aggregate")


def test_a_day_on_which_cases_are_counted_is_no_story() -> None:
    counted, seized = read("1月10日,交警部门查处酒驾案件29起。\n1月10日,民警截停一辆货车,查获香烟310条。").figures
    assert (counted.scope, counted.period) == ("aggregate", "2023-01-10")
    assert (seized.scope, seized.period) == ("case", "2023-01-10")


def test_why_names_words_of_the_document() -> None:
    last = read(TEXT).figures[-1]
    told = {why.field: TEXT[why.start : why.end] for why in last.why}
    assert "昆仑2022" in told["campaign"]
    assert told["period"].startswith("2022年")


def test_campaigns_come_with_their_ancestors() -> None:
    assert [campaign.id for campaign in read(TEXT).campaigns] == ["kunlun", "kunlun-2022"]


def test_front_matter_holds_no_figure() -> None:
    text = "---\ntitle: 破案99起\n---\n破案3起。"
    assert [figure.text for figure in read(text, text.index("破案3")).figures] == ["3起"]


def test_extraction_travels_between_processes() -> None:
    document = Document("a.txt", TEXT, Metadata(held="2023-01-12"))
    lexicon = pickle.loads(pickle.dumps(LEXICON))
    assert pickle.loads(pickle.dumps(extract(document, lexicon))) == extract(document, LEXICON)


@pytest.mark.parametrize("text", ["", "\n\n", "。", "----", "#", "“", "：", "\x00\u202e\x1b[31m3起"])
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert read(text).document.text == text


PARTS = (
    "全市", "共破案", "12起", "，", "。", "\n", "“昆仑2022”行动", "记者:", "Zhao Yuhe ", "in 2020", "某某案", "一、",
    "据", "表示,", "# ", '"', "1.2万", "%",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_any_text_gives_figures_inside_passages_and_turns_that_do_not_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    found = read(text)
    spans = [(figure.start, figure.end) for figure in found.figures]
    assert spans == sorted(spans)
    assert all(any(p.start <= start and end <= p.end for p in found.passages) for start, end in spans)
    turns = [(turn.start, turn.end) for turn in found.turns]
    assert all(before[1] <= after[0] for before, after in pairwise(turns))
    assert all(start < end <= len(text) for start, end in turns)
