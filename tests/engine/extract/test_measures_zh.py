"""What Chinese numbers count and what was done to it, rule by rule, on sentences made for each."""

import pytest

from tests.engine.extract.measured_cases import measure

Told = tuple[str, str, str]


def told(text: str) -> list[Told]:
    return [(text[one.start : one.end], one.object, one.action) for one in measure(text)]


NOUNS: list[tuple[str, list[Told]]] = [
    ("网络诈骗件数最多,计3,902件。", [("3,902件", "case", "filed")]),
    ("审结重婚罪31件、遗弃罪12件。", [("31件", "case", "closed"), ("12件", "case", "closed")]),
    ("全县打掉3个利用渔船偷运烟草的团伙。", [("3个", "gang", "destroyed")]),
    ("全省96个县级合成作战中心。", [("96个", "facility", "existing")]),
    ("建成高清视频监控31.2万路,串并案件205串。", [("31.2万路", "facility", "built"), ("205串", "case", "other")]),
    ("上学期开展防欺凌教育课2,940节。", [("2,940节", "event", "held")]),
    ("单方面免签国家21个。", [("21个", "place", "involved")]),
    ("攻下3个利用“三无”快艇偷运烟草的团伙。", [("3个", "gang", "destroyed")]),
    ("拦阻2,160件,较去年同期成长11%。", [("2,160件", "case", "stopped"), ("11%", "case", "stopped")]),
    ("查明虚开发票1.4万份。", [("1.4万份", "document", "involved")]),
    ("停话涉诈门号2,410门。", [("2,410门", "card", "blocked")]),
    ("查扣不动产14笔、虚拟货币约36万颗。", [("14笔", "good", "seized"), ("36万颗", "money", "seized")]),
]
DEEDS: list[tuple[str, list[Told]]] = [
    ("全年参与办案184件次。", [("184件次", "case", "handled")]),
    ("各县借追逃破获刑事案件906起。", [("906起", "case", "solved")]),
    ("17起公安部督办案件已侦破15起。", [("17起", "case", "listed"), ("15起", "case", "solved")]),
    ("还剩83条线索没有办结。", [("83条", "clue", "other")]),
    ("处理交通事故1,204宗。", [("1,204宗", "accident", "other")]),
]
CUSTOMS: list[tuple[str, list[Told]]] = [
    ("网上逃犯总数由620名降至75名。", [("620名", "fugitive", "existing"), ("75名", "fugitive", "existing")]),
    ("目前水警有职程人员3,140人。", [("3,140人", "officer", "existing")]),
    ("便民口岸增至29个。", [("29个", "place", "existing")]),
    ("电话骗案由去年的41宗急增至96宗。", [("41宗", "case", "filed"), ("96宗", "case", "filed")]),
    ("发布失踪儿童信息930条,找回871名。", [("930条", "message", "published"), ("871名", "public", "found")]),
    ("入冬以来累计巡护340人次。", [("340人次", "officer", "deployed")]),
    ("检控的士违规184宗。", [("184宗", "case", "handled")]),
    ("向310名老年人集中发还案款。", [("310名", "public", "reached")]),
    ("5名民警、22名护林员上山。", [("5名", "officer", "deployed"), ("22名", "public", "mobilised")]),
    ("全所只有6名民警、11名辅警。", [("6名", "officer", "existing"), ("11名", "officer", "existing")]),
    ("经查,覃某等4人通过微信出售假药。", [("4人", "suspect", "involved")]),
    ("对8名头目公开悬赏通缉,目前已有7人到案。", [("8名", "fugitive", "listed"), ("7人", "fugitive", "arrested")]),
    ("聘用文物保护员2,160名。", [("2,160名", "public", "mobilised")]),
    ("投入校园安保警力9.4万人次。", [("9.4万人次", "officer", "deployed")]),
    (
        "从起诉罪名看,盗窃罪810人、诈骗罪640人。",
        [
            ("810人", "suspect", "transferred"),
            ("640人", "suspect", "transferred"),
        ],
    ),
    ("截获换钱党408人,截获偷渡人员36人。", [("408人", "offender", "arrested"), ("36人", "offender", "intercepted")]),
]
LISTS: list[tuple[str, list[Told]]] = [
    (
        "各关口日均查验旅客分别为8.1万、3.3万和1.9万人次。",
        [("8.1万", "public", "inspected"), ("3.3万", "public", "inspected"), ("1.9万人次", "public", "inspected")],
    ),
    (
        "(1)新收行政案件960件;\n(2)从类型看,商标权纠纷410件。",
        [("960件", "case", "accepted"), ("410件", "case", "accepted")],
    ),
    ("检查门店58家,发现问题9个,责令整改6家。", [
        ("58家", "place", "inspected"), ("9个", "hazard", "found"), ("6家", "place", "rectified"),
    ]),
    ("起出手机24支、伪造戳记7张。", [("24支", "good", "seized"), ("7张", "good", "seized")]),
]  # fmt: skip
RATES: list[tuple[str, list[Told]]] = [
    ("接报警情4.2万起,分拨率18%。", [("4.2万起", "call", "received"), ("18%", "call", "other")]),
    ("社区戒毒执行率达到77%,同比上升4%。", [("77%", "drug_user", "other"), ("4%", "drug_user", "other")]),
    ("电脑犯罪180宗,同比增加近六成,主要为信用卡资料被盗用,占58%。", [
        ("180宗", "case", "filed"), ("六成", "case", "filed"), ("58%", "case", "filed"),
    ]),
    ("破获毒品案件820起,缴毒3.4吨,分别约占全省的三成和四成。", [
        ("820起", "case", "solved"), ("3.4吨", "drug", "seized"),
        ("三成", "case", "solved"), ("四成", "drug", "seized"),
    ]),
    ("监督立案210件、撤案340件,同比分别上升8%和下降5%。", [
        ("210件", "case", "filed"), ("340件", "case", "other"), ("8%", "case", "filed"), ("5%", "case", "other"),
    ]),
    ("电诈发案数、被骗金额环比分别下降9%和12%,同比分别下降21%和27%。", [
        ("9%", "case", "filed"), ("12%", "money", "other"), ("21%", "case", "filed"), ("27%", "money", "other"),
    ]),
    ("调解纠纷90起,成功率97%。", [("90起", "dispute", "resolved"), ("97%", "dispute", "resolved")]),
]  # fmt: skip
NO_FIGURES = ["七、165反诈骗咨询专线全天开通。", "早高峰,民警在黄河八路路口指挥交通。"]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_the_noun_that_is_counted_is_found(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_the_verb_that_governs_is_found(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), CUSTOMS)
def test_customs_of_the_genre_fill_what_words_leave_open(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_items_of_a_list_share_what_one_of_them_says(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_rates_speak_of_what_stands_before_them(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_FIGURES)
def test_hotlines_and_numbered_roads_are_no_figures(text: str) -> None:
    assert told(text) == []
