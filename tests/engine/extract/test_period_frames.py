"""Which time a figure is of, where its own sentence does not say."""

from policestats_tui.engine.extract.periods import find_periods
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Document, Metadata


def periods(text: str, published: str = "2023-10-20", region: str = "china") -> list[str]:
    """Return the periods of the figures of a document, in reading order."""
    document = Document("a.txt", text, Metadata(published=published, region=region))
    return [figure.period for figure in extract(document, shipped_lexicon()).figures]


def test_the_days_that_a_report_is_about_hold_for_all_of_it() -> None:
    text = (
        "Police report on the harvest patrols\n\nThe bureau told of its harvest patrols, which ran from July 3 to"
        " September 12.\n\nOfficers solved 214 thefts. On one night in August alone 31 sheds were checked.\n\nFarmers"
        " were handed 5,300 leaflets."
    )
    assert periods(text) == ["2023-07-03/2023-09-12", "2023-08", "2023-07-03/2023-09-12"]


def test_the_year_of_a_story_at_the_head_is_not_what_the_rest_is_about() -> None:
    text = (
        "Officers warn of false nurses\n\nWhen Mrs Hu paid 90,000 yuan to a stranger in 2017, she was told to wait.\n\n"
        "The bureau has visited 4,100 households."
    )
    assert periods(text) == ["2017", "unknown"]


def test_a_month_in_which_something_was_only_launched_frames_nothing() -> None:
    text = "Police at the border\n\nThe patrols were launched in July. Police have dismantled 37 dens."
    assert periods(text) == ["unknown"]


def test_a_day_in_a_sentence_of_deeds_is_their_time_and_one_of_telling_is_not() -> None:
    text = (
        "Bureau report\n\nIn the first half of 2023, officers seized 900 knives.\n\nOn June 3, officers pulled 14"
        " anglers out of the river.\n\nOn October 18, the bureau announced that 77 boats were held."
    )
    assert periods(text) == ["2023-01/2023-06", "2023-06-03", "2023-01/2023-06"]
    assert periods("警方通报\n\n2023年上半年,破案90起。9月6日,出动警力180名。") == ["2023-01/2023-06", "2023-09-06"]


def test_a_count_up_to_a_day_begins_when_the_work_was_launched() -> None:
    text = (
        "Sheep thefts\n\nThe drive against sheep thefts was launched in April.\n\nBy the end of August, police had"
        " solved 64 cases.\n\nThe register was written into law in 2021. By the end of 2022, 980 reports were received."
    )
    assert periods(text) == ["2023-04/2023-08", "2021/2022"]


def test_a_count_of_one_day_goes_on_in_its_parts_alone() -> None:
    text = "2022年毒情\n\n2022年,破案310起。截至2022年底,现有吸毒人员9万名。其中,冰毒人员4万名。抓获嫌疑人420名。"
    assert periods(text) == ["2022", "2022-12", "2022-12", "2022"]


def test_up_to_now_begins_with_what_was_begun_before_it() -> None:
    text = "Barns\n\nThe county set up a barn watch last November. Up to now it has found 46 leaks."
    assert periods(text) == ["2022-11/2023-10"]


def test_in_addition_leaves_the_time_of_one_part() -> None:
    text = (
        "Work in 2022\n\nIn 2022, police solved 8,100 cases. In April, officers in Yanhu smashed a den and held 12"
        " suspects. In addition, 95 firms were checked."
    )
    assert periods(text) == ["2022", "2022-04", "2022"]


def test_what_stands_now_has_no_beginning() -> None:
    text = (
        "Customs in the first half of 2023\n\nIn the first half of 2023, officers seized 310 parcels.\n\nOver 4,500"
        " volunteers now serve at the gates.\n\nAt present, 21 suspects have been arrested."
    )
    assert periods(text) == ["2023-01/2023-06", "unknown", "2023-01/2023-06"]


def test_some_time_that_the_text_does_not_give_is_not_that_of_the_text_around() -> None:
    text = "County police\n\nIn 2022, police solved 91 thefts. Police recently inspected 64 shops and 3 sheds."
    assert periods(text) == ["2022", "unknown", "unknown"]
    assert periods("2023年春运工作\n\n2023年春运期间,查处酒驾90起。\n\n春运前,排查企业40家,清理车辆70辆。") == [
        "2023",
        "unknown",
        "unknown",
    ]


def test_a_campaign_has_its_own_time_after_a_time_untold() -> None:
    text = (
        "County police\n\nIn recent years, night markets have grown. During the Hundred-Day Action, officers solved 75"
        " thefts."
    )
    assert periods(text, "2022-09-27") == ["2022-06-25/2022-09-30"]


def test_a_count_that_ends_early_ends_what_the_document_reports_on() -> None:
    text = (
        "Grain patrols\n\nSince April, police have guarded the barns. As of August 31, 341 thefts were solved.\n\n"
        "Of all counties, Yanhu put 102 suspects before the courts."
    )
    assert periods(text) == ["2023-04/2023-08-31", "2023-04/2023-08-31"]


def test_what_has_been_running_since_a_month_gives_what_follows_its_time() -> None:
    text = (
        "Door to door\n\nIn 2022, 12 talks were held.\n\nOur visits have been running since March."
        " Officers saw 874 flats."
    )
    assert periods(text) == ["2022", "2023-03/2023-10"]


def test_a_number_from_which_another_came_is_of_the_year_before() -> None:
    text = "Work in 2022\n\nIn 2022, police solved 910 thefts. Drug cases fell to 926, from 1,236."
    assert periods(text) == ["2022", "2022", "2021"]
    assert periods("2022年审判情况\n\n2022年,平均每件判赔金额由上年的1.9万元提至2.7万元。") == ["2021", "2022"]


def test_an_operation_ran_when_the_text_says_that_it_was_carried_out() -> None:
    text = (
        "警方答记者问\n\n2024年1月15日,警方召开发布会。\n\n问:情况如何?\n\n答:我们于2023年4月10日至7月18日组织开展了夜市整治专项行动。"
        "专项行动期间查处案件264起。"
    )
    assert periods(text, "2024-01-15") == ["2023-04-10/2023-07-18"]
    text = "海上巡查\n\n本次行动自2022年4月1日启动,11月30日结束。\n\n行动期间,查处案件121起。"
    assert periods(text, "2022-12-08") == ["2022-04-01/2022-11-30"]


def test_waves_of_an_operation_are_not_all_of_it() -> None:
    text = (
        "养老诈骗\n\n自2022年4月打击整治养老诈骗专项行动启动以来,破案90起。6月、7月先后开展两轮行动,抓获61人。\n\n"
        "专项行动中,追赃70万元。"
    )
    assert periods(text, "2022-08-30")[::3] == ["2022-04/2022-08", "2022-04/2022-08"]


def test_a_count_up_to_a_day_in_a_campaign_ends_on_it() -> None:
    text = (
        "Summer patrols\n\nSince June 25, the region launched the summer public security campaign.\n\nBy August 8, in"
        " the campaign the region cracked 5,612 cases."
    )
    assert periods(text, "2023-08-10") == ["2023-06-25/2023-08-08"]


def test_the_next_point_of_a_list_leaves_the_time_of_one_wave() -> None:
    text = "今年1至8月工作\n\n今年1至8月,警方破案90起。一是打团伙,6月、7月先后收网两次,抓获61人。三是追逃犯,抓获149人。"
    assert periods(text, "2022-08-30")[-1] == "2022-01/2022-08"


def test_a_row_that_opens_with_a_year_is_of_it() -> None:
    mentions = find_periods("年份 受理 逮捕\n2021 263 98\n2022 241 80", 0, None)
    assert [str(mention.time) for mention in mentions] == ["2021", "2022"]
    assert not find_periods("2021 263件", 0, None)
