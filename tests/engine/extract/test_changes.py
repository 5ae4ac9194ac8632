"""Changes, differences, shares: kind, direction, basis and the level they refer to."""

import pytest

from policestats_tui.engine.model import Measured
from tests.engine.extract.measured_cases import measure


def last(text: str) -> Measured:
    return measure(text)[-1]


@pytest.mark.parametrize(
    ("text", "kind", "direction", "basis"),
    [
        ("破获案件125起,同比上升6.74%", "change", "up", "yoy"), ("案件同比下降两成", "change", "down", "yoy"),
        ("案件环比增长5%", "change", "up", "mom"), ("与2015年相比,案件下降29.9%", "change", "down", "2015"),
        ("案件下降到5%以下", "share", None, None), ("案件较去年减少44起", "difference", "down", "yoy"),
        ("破案率提高3.1个百分点", "difference", "up", None), ("警情数量翻了一番", "change", "up", None),
        ("满意率达95%", "share", None, None), ("新增吸毒人员5名", "level", None, None),
        ("Cases fell by 5% year on year.", "change", "down", "yoy"), ("Crime was up 7 percent.", "change", "up", None),
        ("Cases rose to 98.6% of the total.", "share", None, None),
        ("The police broke up 18 gangs.", "level", None, None),
        ("Police set up 175,000 checkpoints.", "level", None, None),
        ("There were 31 fewer cases than last year.", "difference", "down", "yoy"),
        ("They solved 300 cases in 2020, 40 more than in 2019.", "difference", "up", "yoy"),
        ("Compared with 2019, violent crimes decreased by 27%.", "change", "down", "2019"),
        ("Minors made up 4.2% of offenders.", "share", None, None), ("police shut down 47 dens", "level", None, None),
    ],
)  # fmt: skip
def test_kind_direction_and_basis(text: str, kind: str, direction: str | None, basis: str | None) -> None:
    one = last(text)
    assert (one.kind, one.direction, one.basis) == (kind, direction, basis)


def test_an_elliptical_change_refers_to_the_level_before_it() -> None:
    level, change = measure("全市接报警情5214起,同比上升10.27%。")
    assert change.refers_to == level.start
    assert (change.object, change.action) == (level.object, level.action)


def test_a_change_with_a_subject_of_its_own_refers_to_no_level() -> None:
    _, change = measure("全市破获案件125起,刑事警情同比下降5%。")
    assert change.refers_to is None
    assert change.object == "call"


def test_changes_in_order_refer_to_levels_in_order() -> None:
    found = measure("破获案件377起,抓获嫌疑人712名,缴获毒品18.6公斤,同比分别下降7.8%、8.6%和33.2%。")
    levels, changes = found[:3], found[3:]
    assert [one.refers_to for one in changes] == [one.start for one in levels]
    assert [one.object for one in changes] == ["case", "suspect", "drug"]


def test_respectively_pairs_subjects_with_changes() -> None:
    found = measure("Traffic accidents and reports to the police fell by 8% and 5.2% year on year, respectively.")
    assert [(one.object, one.basis) for one in found] == [("accident", "yoy"), ("call", "yoy")]


def test_the_previous_value_in_brackets_is_a_level_of_the_same_measure() -> None:
    level, earlier, difference = measure("共破获电诈案件3180起,较去年(1460起)相比多破1720起。")
    assert (earlier.object, earlier.action, earlier.kind) == (level.object, level.action, "level")
    assert difference.refers_to == level.start


def test_hedges_do_not_turn_into_changes() -> None:
    assert last("solved 6 cases more than 30 years old").kind == "level"
