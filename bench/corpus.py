"""A seeded bilingual corpus of made-up briefing sentences, of any size, for benchmarks and for tests of search.

Sentences are grown from a small grammar, not copied or recombined from documents: half Chinese (about 60 characters),
half English (about 200), with varied numbers, and names and words of a long tail (invented people, villages and
companies), so that an index meets rare pieces as well as frequent ones.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_SLOT = re.compile(r"\{(\w+)\}")

ZH: Mapping[str, Sequence[str]] = {
    "sentence": (
        "{clauses}。", "{clauses};{clauses}。", "{clauses};{clauses}。", "{clauses}!{clauses}。",
    ),
    "clauses": (
        "{when},{who}{how}{deed},{result}", "{who}{how}{deed},{result},{result}", "{when},{who}{deed},{change}",
        "在{campaign}中,{who}{result},{result},{change}", "{who}组织{unitname}{deed},{result}",
        "{place}{person}等人{crime}一案告破,{result}", "{campaign}开展以来,{who}{how}{deed},{result}",
        "下面,请{place}公安局{person}介绍{campaign}的有关情况", "{company}负责人{person}说,{wish}",
        "针对{crime}多发的特点,{who}{how}{deed},{wish}", "{when},{place}{village}村民{person}被骗{n}万元,{wish}",
        "其中,{result},{result},{result},{change}", "{wish},{wish},{who}将{how}{deed}",
    ),
    "when": (
        "{year}年以来", "{year}年{month}月", "今年上半年", "去年同期", "专项行动期间", "截至{month}月底",
        "{year}年{month}月至{month}月", "入夏后", "节日前后", "近三年来",
    ),
    "who": (
        "{place}公安机关", "全区公安机关", "{place}公安局", "{place}市场监管部门", "公安部门会同{place}检察机关",
        "{place}刑侦支队", "各级公安机关", "{place}森林公安", "{place}派出所民警", "经侦、网安等警种", "专案组",
    ),
    "how": ("始终", "依法", "坚决", "迅速", "全面", "深入", "持续", "主动", "精准", "分阶段", "按照统一部署", ""),
    "deed": (
        "打击{crime}违法犯罪活动", "开展{campaign}", "侦办{crime}案件", "整治{crime}突出问题", "排查化解矛盾纠纷",
        "推进立案监督", "清查重点场所", "落实实名登记制度", "建立协作机制", "研判{crime}线索", "组织集中收网",
        "走访{village}、{village}等地", "保护群众财产安全", "强化夜间巡逻防控",
    ),
    "crime": (
        "电信网络诈骗", "电诈", "食品", "药品", "制售假药", "破坏环境资源", "非法狩猎", "侵犯知识产权", "盗窃",
        "抢劫", "养老诈骗", "跨境赌博", "黑恶势力", "毒品", "非法集资", "倒卖文物", "酒驾醉驾", "滥伐林木",
    ),
    "campaign": (
        "“昆仑{year}”专项行动", "“云剑-{year}”行动", "昆仑行动", "“百日行动”", "“净网{year}”", "“断卡”行动",
        "缉枪治爆专项行动", "打击整治“{surname}{given}”专项行动", "夏季治安打击整治行动",
    ),
    "result": (
        "破获刑事案件{n}起", "抓获犯罪嫌疑人{n}名", "逮捕{n}人", "打掉犯罪团伙{n}个", "捣毁窝点{n}处",
        "涉案金额{money}", "追回赃款{money}", "查获毒品{d}公斤", "冻结账户{n}个", "立案{n}起", "起诉{n}人",
        "挽回经济损失{money}", "劝阻群众{n}人次", "收缴枪支{n}支", "化解纠纷{n}件", "破案率达{p}%",
    ),
    "change": (
        "同比上升{p}%", "同比下降{p}%", "较去年增长 {p}%", "环比下降了{p}个百分点", "群众满意率为{p}%",
        "比上年多破{n}起", "抓获人数同比上升{p}%", "发案数连续{month}个月下降",
    ),
    "wish": (
        "请广大群众提高警惕", "希望社会各界积极举报", "不要轻信陌生来电", "我们将保持高压态势", "感谢媒体朋友的关心",
        "及时拨打110报警", "警方提醒广大市民", "形成齐抓共管的合力", "切实维护人民群众合法权益",
    ),
    "unitname": ("警力{n}名", "{surname}家村党员", "网格员", "志愿者", "{company}员工", "{month}个工作组"),
    "place": (
        "呼和浩特", "包头", "通辽", "赤峰", "鄂尔多斯", "呼伦贝尔", "乌兰察布", "锡林郭勒盟", "巴彦淖尔", "兴安盟",
        "阿拉善盟", "乌海", "开鲁县", "{village}镇",
    ),
    "company": ("{given}{given}贸易公司", "{surname}记食品厂", "{given}安药业", "{given}通信公司"),
    "village": ("{surname}家{given}", "{given}{given}屯", "上{given}沟", "{given}泉"),
    "person": ("{surname}某", "{surname}{given}", "{surname}{given}{given}"),
    "surname": tuple("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"),
    "given": tuple(
        "明国华建文志海玉春秋兰英俊杰勇军强磊洋艳娜静敏丽涛超霞平刚桂芳辉鹏飞宇浩轩梓涵诗雨欣怡子墨"
        "晨曦若溪思远博雅嘉琪天佑泽宏毅恒瑞祥福禄寿喜林森木火炎垚鑫淼岭峰岩松柏梅竹菊荷莲燕鹰鹤鹿"
    ),
}  # fmt: skip

EN: Mapping[str, Sequence[str]] = {
    "sentence": (
        "{when}, {who} {how} {deed}, {result} and {result}, and {wish}.",
        "{who} {deed} across {place}; {result}, {result}, and {result}, {change}.",
        "During the {campaign}, {who} {deed} and {result}, {change}.",
        "{person}, deputy director of the {place} {agency}, said that {who} {how} {deed} and {result}.",
        "In the case of {person} in {village}, {who} found that {company} was {crime2}, {result}.",
        "{who} in {place} {result} as part of the {campaign}, {change}, while {company} {wish2}.",
        "As {crime} remains frequent, {who} {how} {deed} together with {company} of {village}, and {wish}.",
        "Of these, {result}, {result}, {result}, {change}.",
        "Next, {person} will brief you on the {campaign} and on how {who} {deed} in {place} and {village}.",
        "{when}, villagers of {village} lost {money} to {crime}, and {who} {how} {deed}, {change}.",
    ),
    "when": (
        "Since the start of {year}", "From January to {monthname} {year}", "In {monthname} {year}", "Last year",
        "In the first half of the year", "By the end of {monthname}", "Over the summer", "Throughout {year}",
    ),
    "who": (
        "public security organs", "police in {place}", "the criminal investigation teams", "forest police",
        "the task force", "public security organs at all levels", "officers of the {place} bureau",
        "prosecutors and the police", "grassroots police stations", "market regulators", "the anti-fraud centre",
    ),
    "how": ("jointly", "resolutely", "according to law", "quickly", "have steadily", "repeatedly", "thoroughly", ""),
    "deed": (
        "cracked down on {crime}", "launched the {campaign}", "rectified outstanding problems of {crime}",
        "investigated cases of {crime}", "strengthened patrols at night", "mediated disputes between neighbours",
        "inspected key places in {village}", "traced the upstream of {crime}", "protected the rights of the elderly",
        "dismantled the networks behind {crime}", "carried out the rectification of {village}",
    ),
    "crime": (
        "telecom fraud", "telecommunications and network fraud", "food safety crimes", "drug trafficking", "theft",
        "illegal hunting", "infringement of intellectual property", "cross-border gambling", "elder fraud",
        "pollution of the environment", "counterfeit medicines", "organised crime", "smuggling of relics",
    ),
    "crime2": (
        "selling counterfeit goods", "dumping hazardous waste", "running an online gambling platform",
        "laundering money for fraud rings", "felling trees without a permit", "forging certificates",
    ),
    "campaign": (
        "“Kunlun {year}” special campaign", "Cloud Sword-{year} operation", "hundred-day action",
        "“Clean Net {year}” campaign", "summer public security crackdown", "Card-Breaking operation",
    ),
    "result": (
        "solved {n} criminal cases", "arrested {n} suspects", "captured {n} fugitives", "destroyed {n} gangs",
        "closed {n} dens", "seized {d} kilograms of drugs", "froze {n} bank accounts", "recovered {money}",
        "involved a total value of {money}", "prosecuted {n} people", "dissuaded {n} potential victims",
        "resolved {n} disputes", "issued {n} warnings", "arrests in {village} reached {n}",
    ),
    "change": (
        "up {p}% year on year", "a decrease of {p} percent", "which is {p} percent more than last year",
        "with a satisfaction rate of {p}%", "{n} more cases than in the same period of the previous year",
        "down by {p} percentage points",
    ),
    "wish": (
        "reminded the public not to trust calls from strangers", "thanked the media for its support",
        "called on residents to report clues by dialling 110", "will keep up the pressure on {crime}",
        "safeguarded the legitimate rights and interests of the people",
    ),
    "wish2": (
        "promised to improve its internal controls", "was ordered to suspend business", "paid a fine of {money}",
        "handed over {n} documents",
    ),
    "agency": (
        "Public Security Department", "Public Security Bureau", "Forest Police Bureau", "Traffic Police Corps",
    ),
    "place": (
        "Hohhot", "Baotou", "Tongliao", "Chifeng", "Ordos", "Hulunbuir", "Ulanqab", "Xilingol League", "Bayannur",
        "Hinggan League", "Alxa", "Wuhai", "Kailu County", "{village} township",
    ),
    "company": ("{tail} Trading", "{tail} Foods", "{tail} {tail} Pharmaceuticals", "the {tail} logistics group"),
    "village": ("{tail}", "Upper {tail}", "{tail} village"),
    "person": ("{tail} {tail}", "Zhang {tail}", "Li {tail}", "Wang {tail}"),
    "monthname": ("March", "April", "June", "September", "October", "November", "December"),
}  # fmt: skip

_ONSETS = (
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "q",
    "r",
    "s",
    "t",
    "w",
    "x",
    "y",
    "z",
    "zh",
    "sh",
)
_RIMES = ("a", "ai", "an", "ang", "ao", "e", "en", "eng", "i", "ian", "ing", "o", "ong", "u", "uan", "ui", "un")
_TAIL = 60_000


@dataclass(frozen=True, slots=True)
class Stated:
    """A number in a sentence, as the table `figure` would hold it: offsets in the sentence, value, unit."""

    start: int
    end: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its language and its figures."""

    text: str
    language: str
    figures: tuple[Stated, ...]


class Generator:
    """Grows sentences; the same seed grows the same ones."""

    def __init__(self, seed: int = 20210113) -> None:
        self._random = random.Random(seed)
        self._tail = [self._invented() for _ in range(_TAIL)]
        self._rules = {
            language: {name: [_SLOT.split(option) for option in options] for name, options in grammar.items()}
            for language, grammar in (("zh", ZH), ("en", EN))
        }

    def sentences(self, count: int) -> Iterator[Sentence]:
        """Yield `count` sentences, Chinese and English by turns."""
        for number in range(count):
            yield self._sentence("en" if number % 2 else "zh")

    def _invented(self) -> str:
        syllables = self._random.randint(2, 4)
        return "".join(
            self._random.choice(_ONSETS) + self._random.choice(_RIMES) for _ in range(syllables)
        ).capitalize()

    def _sentence(self, language: str) -> Sentence:
        parts: list[str] = []
        figures: list[tuple[int, str, float, str]] = []
        self._grow(language, "sentence", parts, figures)
        offsets = [0]
        for part in parts:
            offsets.append(offsets[-1] + len(part))
        text = "".join(parts)
        if language == "en":
            text = text[0].upper() + text[1:]
        stated = tuple(
            Stated(offsets[place], offsets[place] + len(shown), value, unit) for place, shown, value, unit in figures
        )
        return Sentence(text, language, stated)

    def _grow(self, language: str, name: str, parts: list[str], figures: list[tuple[int, str, float, str]]) -> None:
        for index, part in enumerate(self._random.choice(self._rules[language][name])):
            if index % 2 == 0:
                parts.append(part)
            elif part in self._rules[language]:
                self._grow(language, part, parts, figures)
            else:
                self._slot(language, part, parts, figures)

    def _slot(self, language: str, name: str, parts: list[str], figures: list[tuple[int, str, float, str]]) -> None:
        shown, value, unit = self._filled(language, name)
        if unit:
            figures.append((len(parts), shown, value, unit))
        parts.append(shown)

    def _filled(self, language: str, name: str) -> tuple[str, float, str]:
        """Return what fills a slot, and the value and unit of a figure; without a unit it is none."""
        pick = self._random
        if name == "tail":
            return self._tail[min(int(pick.paretovariate(0.6)), _TAIL) - 1], 0.0, ""
        if name in ("year", "month"):
            low, high = (2016, 2024) if name == "year" else (2, 12)
            return str(pick.randint(low, high)), 0.0, ""
        if name == "money":
            return self._money(language)
        if name == "n":
            number = int(pick.paretovariate(0.5)) % 90_000 + 2
            return (f"{number:,}" if pick.random() < 0.6 else str(number)), float(number), "count"
        number = pick.randint(1, 9_999)
        shown = f"{number / 100:g}"
        return shown, float(shown), "kg" if name == "d" else "%"

    def _money(self, language: str) -> tuple[str, float, str]:
        thousandths = self._random.randint(11, 9_999)
        if language == "zh":
            factor, word = self._random.choice(((10_000, "万元"), (100_000_000, "亿元")))
            return f"{thousandths / 100:g}{word}", float(thousandths * factor // 100), "CNY"
        factor, word = self._random.choice(((1_000_000, " million yuan"), (1_000_000_000, " billion yuan")))
        return f"{thousandths / 1000:g}{word}", float(thousandths * factor // 1000), "CNY"
