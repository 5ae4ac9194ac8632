"""Numbers that are no figures, and their neighbours that are."""

import pytest

from tests.engine.extract.measured_cases import measure


@pytest.mark.parametrize(
    "text",
    [
        "请拨打110报警。", "拨打12345热线咨询。", "Call 110 for help.", "reports to 110, to 12389 and to 12345",
        "“1+6”工作方案", "增强“四个意识”。", "the “two barriers”", "打击“两抢一盗”。", "“503”案告破。",
        "成功侦破“2020.6.03”案。",
        "“天目-20”“利剑-20”专项行动", "一批案件、一把手、一系列措施", "One of the suspects ran.",
        "five-in-one mechanism",
        "the 100-day action", "18岁以下未成年人", "minors under 16 and people over 60", "5年内不得开户",
        "in the past five years",
        "(二)工作措施", "3. Road traffic alarms;", "1287次列车出境", "每10万人", "per 100,000 people", "within 15 days",
        "24小时热线", "开设24小时自助服务点",
        "四级高级警长", "十九届六中全会", "两高两部印发意见", "GPS4 and 4G", "In 2019, 2020 and 2021", "前9个月",
    ],
)  # fmt: skip
def test_is_no_figure(text: str) -> None:
    assert [one for one in measure(text) if not one.marginal] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("solved 110 cases", 1), ("抓获110人", 1), ("In 2020, 125 cases were solved.", 1), ("每10万人0.5起命案", 1),
        ("2020年破获案件2020起", 1), ("“我们查了50个路口,抓了3人!”他说。", 2),
        ("a total of 2013 suspects were arrested", 1),
        ("1. 破获案件125起;2. 抓获227人。", 2), ("destroyed 3 gangs and 1 den", 2),
    ],
)  # fmt: skip
def test_figures_beside_them_stay(text: str, count: int) -> None:
    assert len(measure(text)) == count


@pytest.mark.parametrize("text", ["经过6个小时的奋战", "气温高达36摄氏度", "works 24 hours a day"])
def test_durations_and_temperatures_are_marginal(text: str) -> None:
    assert [one.marginal for one in measure(text)] == [True]
