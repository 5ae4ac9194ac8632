"""Lines broken at a fixed width are read as one; every offset stays that of the text as it stands."""

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.extract.wraps import join_lines
from tests.engine.extract.measured_cases import measure

WRAPPED = (
    "全省共排查货运企业和危险货物运输企业1840家,检查客运车辆3\n"
    "万辆,会同交通运输部门整治事故多发路段94处,完善标志标线1\n"
    "620处。全省共发生道路交通事故415起,死亡72人,受伤308人,同\n"
    "比下降12.4%。各县启用劝导站96个,上岗劝导员2410余名,劝导违\n"
    "法载人8.3万人次。\n"
)
LISTED = "查处各类交通违法行为情况如下,请各单位认真对照检查整改:\n酒驾 41起\n超员 58起\n其他 120起\n"


def figures(text: str) -> list[tuple[str, float, str, str]]:
    return [(text[one.start : one.end], one.value, one.object, one.action) for one in measure(text)]


def test_a_number_goes_on_in_the_next_line() -> None:
    told = figures(WRAPPED)
    assert ("3\n万辆", 30000.0, "vehicle", "inspected") in told
    assert ("1\n620处", 1620.0, "facility", "built") in told


def test_a_clause_goes_on_in_the_next_line() -> None:
    told = figures(WRAPPED)
    assert ("8.3万人次", 83000.0, "public", "dissuaded") in told


def test_reasons_point_into_the_text_as_it_stands() -> None:
    called = next(one for one in measure(WRAPPED) if WRAPPED[one.start : one.end] == "96个")
    assert "劝导站" in {WRAPPED[why.start : why.end] for why in called.why}


def test_lines_of_any_length_are_no_broken_ones() -> None:
    for text in (LISTED, "一" * 90 + "\n" + WRAPPED):
        assert join_lines(simplify(text), split_passages(simplify(text))) is None


def test_sentences_of_joined_lines_are_whole() -> None:
    joined = join_lines(WRAPPED, split_passages(WRAPPED))
    assert joined is not None
    endings = [joined.text[one.start : one.end][-4:] for one in joined.passages]
    assert endings == ["20处。", ".4%。", "万人次。"]
    assert {one.paragraph for one in joined.passages} == {0}
