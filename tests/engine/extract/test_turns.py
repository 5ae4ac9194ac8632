import pytest

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.outline import read_lines
from policestats_tui.engine.extract.quotations import find_quotations
from policestats_tui.engine.extract.turns import find_turns
from policestats_tui.engine.model import Turn


def turns(text: str) -> list[tuple[str, str | None, str]]:
    return [(turn.kind, turn.speaker, text[turn.start : turn.end]) for turn in read(text)]


def read(text: str) -> list[Turn]:
    simple = simplify(text)
    return find_turns(simple, text, read_lines(simple))


def quotations(text: str) -> list[tuple[str | None, str]]:
    simple = simplify(text)
    lines = read_lines(simple)
    found = find_quotations(simple, text, lines, find_turns(simple, text, lines))
    return [(turn.speaker, text[turn.start : turn.end]) for turn in found]


class TestStatements:
    def test_a_heading_of_office_and_name_opens_one(self) -> None:
        text = "严打盗采\n省公安厅治安总队副总队长 宋立新\n今年破案12起。\n抓获30人。"
        assert turns(text) == [("statement", "宋立新", "今年破案12起。\n抓获30人。")]
        assert (read(text)[0].role, read(text)[0].agency) == ("副总队长", "省公安厅治安总队")

    def test_a_title_above_the_next_name_belongs_to_nobody(self) -> None:
        text = "Song Lixin, head of the River Police Corps\nWe solved 12 cases.\nSafer roads\nGao Ming, deputy director of the Traffic Bureau\nDeaths fell."  # noqa: E501
        assert turns(text) == [
            ("statement", "Song Lixin", "We solved 12 cases."),
            ("statement", "Gao Ming", "Deaths fell."),
        ]

    def test_an_introduction_with_a_colon_opens_one(self) -> None:
        text = "Deputy Director of the Port Police Bureau Ma Junyi introduced: Ports are calm. We hold 3 drills."
        assert turns(text) == [("statement", "Ma Junyi", "Ports are calm. We hold 3 drills.")]

    def test_a_line_above_a_speech_says_whose_it_is(self) -> None:
        chinese = "以下是水務署署長方國強今日(三月五日)在記者會上的發言內容:\n各位好。\n去年有八宗事故。"
        assert turns(chinese) == [("statement", "方國強", "各位好。\n去年有八宗事故。")]
        english = "Following is the speech by the Director of Harbours, Mr Lo Wing-tat, at a briefing:\nGood day."
        assert turns(english) == [("statement", "Lo Wing-tat", "Good day.")]

    def test_a_greeting_without_a_name_is_of_whoever_was_announced(self) -> None:
        opening = "省水利厅副厅长方国强通报有关情况,省水利厅河道处处长高明回答记者提问。\n"
        assert turns(opening + "女士们、先生们,今年巡河9次。") == [
            ("statement", "方国强", "女士们、先生们,今年巡河9次。")
        ]
        both = "省水利厅副厅长方国强通报情况,省水利厅河道处处长高明介绍情况。\n"
        assert turns(both + "各位朋友,今年巡河9次。") == []

    def test_the_office_may_follow_the_name_in_brackets(self) -> None:
        text = "方国强(市水务局河道科科长):\n全年巡河9次。"
        assert turns(text) == [("statement", "方国强", "全年巡河9次。")]
        assert (read(text)[0].role, read(text)[0].agency) == ("科长", "市水务局河道科")

    def test_offices_without_an_agency_are_of_the_agency_before(self) -> None:
        text = "市水务局河道处(以下简称河道处)处长方国强、副处长高明出席。\n滨海晚报记者:请问几次?\n高明:9次。"
        answer = read(text)[1]
        assert (answer.speaker, answer.role, answer.agency) == ("高明", "副处长", "市水务局河道处")

    def test_fields_of_the_list_of_speakers_say_nothing(self) -> None:
        text = (
            "Speakers:\nMa Junyi, head of the Port Bureau\nChairperson:\nGao Ming, head of the Press Bureau\nDate:\nMay"
        )
        assert turns(text) == []

    def test_the_publishers_notes_end_it(self) -> None:
        text = "市公安局副局长 何志远\n破案9起。\n责任编辑:林某\n版权声明\n转载请注明"
        assert turns(text) == [("statement", "何志远", "破案9起。")]


class TestExchanges:
    def test_reporters_go_by_their_outlet_and_officials_by_their_name(self) -> None:
        text = "滨海晚报记者:请问破案多少起?\n何志远:共破案15起。\n还抓获20人。\n记者:谢谢,还有吗?\n何志远:没有了。"
        assert turns(text) == [
            ("question", "滨海晚报", "请问破案多少起?"),
            ("answer", "何志远", "共破案15起。\n还抓获20人。"),
            ("question", None, "谢谢,还有吗?"),
            ("answer", "何志远", "没有了。"),
        ]

    def test_a_rare_surname_answers_when_the_opening_gave_it_an_office(self) -> None:
        text = "市水务局局长闇国强出席。\n滨海晚报记者:请问巡河几次?\n闇国强:共9次。\n特别提示:本文仅供参考。"
        assert turns(text)[1] == ("answer", "闇国强", "共9次。\n特别提示:本文仅供参考。")

    def test_a_title_that_promises_answers_makes_no_answer_of_a_statement(self) -> None:
        text = "水务局通报巡河情况并答记者问\n发言人方国强:今天通报巡河情况。\n滨海晚报记者:请问几次?\n方国强:9次。"
        assert [(kind, name) for kind, name, _ in turns(text)] == [
            ("statement", "方国强"),
            ("question", "滨海晚报"),
            ("answer", "方国强"),
        ]

    def test_names_and_outlets_may_be_glued_to_what_is_said(self) -> None:
        text = (
            "Ma Junyi, chief of the Harbour Corps\nThe harbour is calm.\nReporters' questions\n"
            "Harbour Weekly reporterHow calm is it?\nMa junyiIn 2021 we had 4 incidents."
        )
        found = read(text)
        assert [(turn.kind, turn.speaker) for turn in found] == [
            ("statement", "Ma Junyi"),
            ("question", "Harbour Weekly"),
            ("answer", "Ma Junyi"),
        ]
        assert text[found[2].start : found[2].end] == "In 2021 we had 4 incidents."
        assert found[2].aka == "Ma junyi"

    def test_a_label_on_a_line_of_its_own(self) -> None:
        text = "Harbour Daily:\n\nWhat about smuggling? Thank you.\n\nMa Junyi:\n\nIt fell by 5%.\n\nThank you."
        assert turns(text) == [
            ("question", "Harbour Daily", "What about smuggling? Thank you."),
            ("answer", "Ma Junyi", "It fell by 5%.\n\nThank you."),
        ]

    def test_a_chinese_and_a_romanised_spelling_are_one_person(self) -> None:
        text = (
            "Song Lixin, head of the River Corps, and Gao Ming, head of the Road Corps, spoke.\n"
            "省公安厅河道总队总队长 宋立新\n全年破案8起。"
        )
        assert [(turn.speaker, turn.aka) for turn in read(text)] == [("Song Lixin", "宋立新")]

    def test_a_reported_exchange(self) -> None:
        text = (
            "## Song Lixin, head of the River Corps\n\nSong said that 8 cases were solved.\n\n## Questions\n\n"
            "Harbour Daily asked how it went on.\n\nSong Lixin answered that it would.\n\nSong said that 3 boats came."
        )
        assert [(kind, speaker) for kind, speaker, _ in turns(text)] == [
            ("statement", "Song Lixin"),
            ("question", "Harbour Daily"),
            ("answer", "Song Lixin"),
        ]

    def test_a_colon_alone_makes_no_speaker(self) -> None:
        assert turns("The main measures are: patrols.\n时间:8时30分\n工作措施:加强巡逻") == []


class TestQuotations:
    def test_a_quotation_goes_to_who_is_named_after_it(self) -> None:
        assert quotations("“雨太大,车根本过不去。”派出所民警卢海涛说。") == [("卢海涛", "雨太大,车根本过不去。")]

    def test_nobody_is_named(self) -> None:
        assert quotations("“每天要走二十多公里,鞋都磨破了。”说起巡山,民警这样描述道。")[0][0] is None

    def test_a_name_in_quotes_is_no_speech(self) -> None:
        assert quotations("开展“清风护水行动”以来,全市破案7起。") == []

    def test_reported_speech_ends_with_its_sentence(self) -> None:
        text = 'Police seized 3 boats. "They were fast," said Lu Haitao, captain of the River Corps. Nets were found.'
        assert quotations(text) == [("Lu Haitao", "They were fast,")]

    def test_reported_speech_in_chinese_holds_for_its_paragraph(self) -> None:
        text = "支队长卢海涛介绍,全年破案7起。其中大案2起。\n记者看到,河面平静。"
        assert quotations(text) == [("卢海涛", "全年破案7起。"), ("卢海涛", "其中大案2起。")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长 方国强:全年巡河9次。", "statement 方国强"),
        ("方国强\n市水务局副局长\n各位好。全年巡河9次。", "statement 方国强"),
        ("市水务局副局长\n方国强\n各位好。全年巡河9次。", "statement 方国强"),
        ("阿依努尔·吐尔逊:全年巡河9次。", "statement 阿依努尔·吐尔逊"),
        ("市水务局副局长乌云其其格:全年巡河9次。", "statement 乌云其其格"),
        ("[2023-10-19 10:02:11] [方国强] 全年巡河9次。", "statement 方国强"),
        ("方国强 10:02:11\n全年巡河9次。", "statement 方国强"),
        (
            "水務署署長方國強今日出席記者會。\n記者(河畔台):如何?\n水務署署長:全年巡河9次。",
            "question 河畔台|answer 方國強",
        ),
        ("Fang Guoqiang\nHead of the River Bureau\nGood day. We held 9 drills.", "statement Fang Guoqiang"),
        (
            "Fang Guoqiang, head of the River Bureau, attended.\nThe reporter of River Daily asked: How many?\n"
            "Fang Guo Qiang answers: We held 9 drills.",
            "question River Daily|answer Fang Guoqiang",
        ),
        ("Fang Guoqiang, head of the River Bureau, attended.\nHead: We held 9 drills.", "statement Fang Guoqiang"),
        (
            "Q: How many?\nA (Fang Guoqiang, Head of the River Bureau): We held 9 drills.\nQ: And then?\nA: Another 3.",
            "question None|answer Fang Guoqiang|question None|answer Fang Guoqiang",
        ),
        ("河讯\n市水务局局长方国强表示:“全年巡河9次。”\n此外,封堵3处。", ""),
        (
            "Fang Guoqiang, head of the River Bureau, spoke.\n1. Fang Guoqiang: The general state\nWe held 9 drills.",
            "statement Fang Guoqiang",
        ),
        ("省水利厅方国强:全年巡河9次。", "statement 方国强"),
        ("Chief engineer and river hand Fang Guoqiang: We held 9 drills.", "statement Fang Guoqiang"),
        ("Fang Guoqiang (engineer of the river corps): We held 9 drills.", "statement Fang Guoqiang"),
        ("- Saihan: 9 boats were found.", ""),
        ("Hong Kong: 9 boats were found.", ""),
        ("发布时间:2024-05-15 15:57 来源:河畔网\n全年巡河9次。", ""),
    ],
)
def test_who_has_the_floor(text: str, expected: str) -> None:
    assert "|".join(f"{turn.kind} {turn.speaker}" for turn in read(text + "\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("所长方国强掰着指头给记者算账:“去年我们巡河9次。”", ["方国强"]),
        ("谈到变化,所长方国强如数家珍:“去年我们巡河9次。”", ["方国强"]),
        ("“去年我家被淹了9亩地。”市民李女士告诉记者。", ["李女士"]),
        ("村民张大爷说,去年被淹了9亩地。", ["张大爷"]),
        ("方国强副局长介绍说,全年巡河9次。", ["方国强"]),
        ('"We held 9 drills last year," Fang Guoqiang said. "That is 3 more than before."', ["Fang Guoqiang"] * 2),
        ('Station chief Fang Guoqiang counted on his fingers: "We held 9 drills last month."', ["Fang Guoqiang"]),
        ("Superintendent Lo Wing-tat of the Harbour Bureau said boats made 9 patrols.", ["Lo Wing-tat"]),
        ("Fang Guoqiang said, in the dry season boats made 9 patrols.", ["Fang Guoqiang"]),
        ("所长方国强给记者算了一笔账:全年巡河9次。", ["方国强"]),
        ("Chief Inspector Peter Marsh said boats made 9 patrols.", ["Peter Marsh"]),
        ('"I lost 9 boats in the storm," a fisherman surnamed Zhang said.', ["Zhang"]),
        (
            "Rivers are calmer, according to Fang Guoqiang, an official with the bureau. Boats made 9 patrols. "
            "Some 30 percent were new, he said.",
            ["Fang Guoqiang"] * 3,
        ),
    ],
)
def test_who_is_quoted(text: str, expected: list[str]) -> None:
    assert [name for name, _ in quotations("河讯\n\n" + text + "\n")] == expected
