import pytest

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.dates import parse_day
from policestats_tui.engine.extract.periods import find_periods


def told(text: str, today: str | None = "2023-10-19") -> list[tuple[str, str | None]]:
    found = find_periods(simplify(text), 0, parse_day(today))
    return [(mention.kind, str(mention.time) if mention.time else None) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年,破案", ("span", "2020")),
        ("二零二一年五月,破案", ("span", "2021-05")),
        ("今年以来,破案", ("since", "2023-01/2023-10")),
        ("2023年1至9月,破案", ("span", "2023-01/2023-09")),
        ("今年一月至九月,破案", ("span", "2023-01/2023-09")),
        ("首九個月,破案", ("span", "2023-01/2023-09")),
        ("今年上半年,破案", ("span", "2023-01/2023-06")),
        ("前三季度,破案", ("span", "2023-01/2023-09")),
        ("7月8日至22日,破案", ("span", "2023-07-08/2023-07-22")),
        ("自2018年1月部署开展以来,破案", ("since", "2018-01/2023-10")),
        ("截至6月30日,破案", ("as_of", "2023-06-30")),
        ("去年,破案", ("span", "2022")),
        ("11月3日,破案", ("event", "2022-11-03")),
        ("近三年来,破案", ("span", "2021/2023")),
        ("2019年至2021年,破案", ("span", "2019/2021")),
        ("专项行动开展以来,破案", ("campaign", None)),
        ("一至三季度,破案", ("span", "2023-01/2023-09")),
        ("2022年第2季度,破案", ("span", "2022-04/2022-06")),
        ("去年下半年以来,破案", ("since", "2022-07/2023-10")),
        ("年初至9月底,破案", ("span", "2023-01/2023-09")),
        ("今年截至9月20日,破案", ("span", "2023-01-01/2023-09-20")),
        ("二○二二年,破案", ("span", "2022")),
        ("上一年度,破案", ("span", "2022")),
        ("本季度,破案", ("span", "2023-10")),
        ("上季度,破案", ("span", "2023-07/2023-09")),
        ("近三个月,破案", ("span", "2023-08/2023-10")),
        ("半年来,破案", ("now", "2023-05/2023-10")),
        ("过去的一年,破案", ("span", "2022-10/2023-10")),
        ("三年多来,破案", ("span", "2020/2023")),
        ("今年7、8月份,破案", ("span", "2023-07/2023-08")),
        ("今年头三个月,破案", ("span", "2023-01/2023-03")),
        ("开年以来,破案", ("since", "2023-01/2023-10")),
        ("2021、2022两年,破案", ("span", "2021/2022")),
        ("入夏以来,破案", ("now", "2023")),
        ("国庆假期,破案", ("span", "2023-10")),
        ("春节假期,破案", ("now", "2023")),
        ("近日,某地破案", ("vague", None)),
        ("during the National Day holiday, police", ("span", "2023-10")),
        ("in recent years, police", ("vague", None)),
        ("改革开放以来,破案", ("since", "1978/2023")),
        ("9月15日零时至9月20日24时,破案", ("span", "2023-09-15/2023-09-20")),
        ("In 2020, police", ("span", "2020")),
        ("From January to September this year, police", ("span", "2023-01/2023-09")),
        ("From June 25 to Sept. 30 this year, police", ("span", "2023-06-25/2023-09-30")),
        ("between 8 and 22 July 2021 police", ("span", "2021-07-08/2021-07-22")),
        ("in the first nine months of 2022, police", ("span", "2022-01/2022-09")),
        ("Since 2017, police", ("since", "2017/2023")),
        ("so far this year, police", ("since", "2023-01/2023-10")),
        ("as of June 30, police", ("as_of", "2023-06-30")),
        ("over the past three years, police", ("span", "2021/2023")),
        ("during the campaign, police", ("campaign", None)),
        ("Over the first nine months, police", ("span", "2023-01/2023-09")),
        ("From October 1 to 15, police", ("span", "2023-10-01/2023-10-15")),
        ("in the latter half of 2022, police", ("span", "2022-07/2022-12")),
        ("in the final quarter of 2022, police", ("span", "2022-10/2022-12")),
        ("over the last six months, police", ("span", "2023-05/2023-10")),
        ("over the last three months of 2022, police", ("span", "2022-10/2022-12")),
        ("in the past 12 months, police", ("span", "2022-10/2023-10")),
        ("in the six months to June, police", ("span", "2023-01/2023-06")),
        ("in the two years to the end of 2022, police", ("span", "2021/2022")),
        ("in the year to September, police", ("span", "2022-10/2023-09")),
        ("last September, police", ("span", "2022-09")),
        ("since last September, police", ("since", "2022-09/2023-10")),
        ("at the end of 2022, police", ("span", "2022-12")),
        ("in all of 2022, police", ("span", "2022")),
        ("1H 2023, police", ("span", "2023-01/2023-06")),
        ("during 2022-23, police", ("span", "2022/2023")),
        ("this month, police", ("span", "2023-10")),
        ("during the Spring Festival holiday, police", ("now", "2023")),
        ("since the outbreak of COVID-19, police", ("since", "2020/2023")),
        ("since the 18th CPC National Congress in 2012, police", ("since", "2012/2023")),
        ("From 2022 January to 2023 June, police", ("span", "2022-01/2023-06")),
        ("From 2021 to September 2023, police", ("span", "2021-01/2023-09")),
        ("2021年至2023年9月,破案", ("span", "2021-01/2023-09")),
        ("截至昨天,破案", ("as_of", "2023-10-18")),
        ("on Tuesday, police", ("event", "2023-10-17")),
        ("last Thursday, police", ("event", "2023-10-12")),
        ("by yesterday, police", ("as_of", "2023-10-18")),
        ("Since 2023 April, police", ("since", "2023-04/2023-10")),
        ("from 2022 August to now, police", ("since", "2022-08/2023-10")),
        ("since the start of 2022, police", ("since", "2022-01/2023-10")),
        ('Since the "Tieban 2023" drive was deployed in March, police', ("since", "2023-03/2023-10")),
        ("The drive, which started in October 2022, has", ("since", "2022-10/2023-10")),
        ("Calls in numbers (Sept. 2023)", ("span", "2023-09")),
    ],
)
def test_words_that_say_when(text: str, expected: tuple[str, str | None]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "较2019年下降",
        "与去年同期相比下降",
        "compared with last year",
        "5 more than in 2019",
        "up 5% over the same period of last year",
        "fell from 31 cases last year to 19",
        "是2019年的3.5倍",
        "較疫情前2019年下跌",
        "cases dropped, by 12.4 percent from August",
        "seizures rose 5% on 2021",
    ],
)
def test_what_is_compared_with_sets_no_time(text: str) -> None:
    assert {kind for kind, _ in told(text)} <= {"basis"}


def test_january_looks_back_on_the_year_before() -> None:
    assert told("一年来,三年来", "2021-01-08") == [("year", "2020"), ("span", "2018/2020")]


def test_a_month_without_a_year_follows_the_year_named_before_it() -> None:
    assert told("2019年3月启动,8月结束", "2021-05-01")[-1] == ("span", "2019-08")


@pytest.mark.parametrize("text", ["工作37年", "5年内不得", "“云杉-2020”", "三个月", "2000人", "第五届"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert told(text) == []


def test_without_a_date_of_the_document_only_spelled_years_are_read() -> None:
    assert told("今年以来破案。2020年破案。", None) == [("span", "2020")]


@pytest.mark.parametrize("text", ["过去一年,破案", "over the past year, police"])
def test_early_in_a_year_the_past_year_is_the_one_that_is_over(text: str) -> None:
    assert told(text, "2024-01-12") == [("span", "2023")]
    assert told(text, "2023-12-28") == [("span", "2023")]
    assert told(text, "2024-06-12") == [("span", "2023-06/2024-06")]


def test_months_still_to_come_are_those_of_the_year_before() -> None:
    assert told("in the first eleven months, police", "2022-01-12") == [("span", "2021-01/2021-11")]
    assert told("in the first eleven months of 2022, police", "2022-01-12") == [("span", "2022-01/2022-11")]


def test_a_time_at_the_head_of_a_line_begins_there() -> None:
    text = "破案。\n1至9月,破案\n7、8月份,破案"
    assert [mention.start for mention in find_periods(text, 0, parse_day("2023-10-19"))] == [4, 12]


def test_a_feast_has_the_days_that_the_text_gives_it() -> None:
    text = "2023年春运自1月7日开始,至2月15日结束。春运期间,破案"
    assert told(text)[-1] == ("span", "2023-01-07/2023-02-15")


def test_a_year_of_the_republic_stands_beside_this_year() -> None:
    assert told("今(112)年1至6月,破案") == [("span", "2023-01/2023-06")]


def test_days_of_the_old_calendar_are_no_months() -> None:
    assert told("2月10日至17日(正月初一至初八),破案") == [("span", "2023-02-10/2023-02-17")]
