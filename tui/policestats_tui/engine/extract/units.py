"""Finds the unit, currency sign or measure word that a number is written with."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policestats_tui.engine.lexicon import UnitRow

_NOT_BEFORE: Mapping[str, str] = {
    "部": "门委队分", "起": "诉伏码", "处": "罚置理分方", "发": "现案生布送放动起", "人": "民均物口身案", "名":
    "录单称誉",
    "天": "然网眼目津", "件": "事数", "条": "件例款", "口": "岸", "家": "庭", "支": "付持撑", "队": "伍", "套": "路",
    "期": "间", "周": "岁年边围密", "方": "面式向针法便", "面": "积对向临", "项": "目", "场": "所", "道": "路",
    "组": "织",
    "所": "有以", "对": "于", "间": "谍", "门": "店", "架": "构", "位": "于居列", "次": "日", "升": "至到级", "克":
    "隆扣",
    "年": "代级度龄初底末中", "秒": "杀", "款": "物", "笔": "者录", "批": "准捕评示", "把": "手", "轮": "船胎",
    "元": "旦宵",
    "米": "粉", "男": "子性生孩方童婴科", "女": "子性生孩儿婴方士", "通": "过知报讯信道宝州行告缉",
    "头": "号条部目", "片": "区", "包": "头括裹含", "种": "植养类", "根": "据本", "只": "有是能要",
    "员": "工", "路": "口段灯面边径线程上路军", "团": "伙队体结圆聚员",
    "节": "目日点约省能假", "串": "并联通供", "堂": "而",
    "处所": "属有在需", "顶": "部层格端尖级替峰住罪包着",
    "分": "场之别钟局公支期析布类配流成子店院行部数", "本": "地年月次人", "张": "家",
}  # fmt: skip
"""What a measure word is not followed by: there it is the beginning of another word (起诉, 部门, 处罚)."""
_CURRENCY = re.compile(
    r"(?:(?P<usd>US\$|USD\s?|U\.S\.\s?\$)|(?P<hkd>HK\$|HKD\s?|港币\s?)|(?P<twd>NT\$|新台币\s?)|(?P<mop>MOP\$?\s?|澳门元\s?)"
    r"|(?P<sgd>S\$|SGD\s?)|(?P<myr>RM(?=\s?\Z)|MYR\s?)|(?P<aud>A\$|AUD\s?)|(?P<cad>C\$|CAD\s?)|(?P<eur>€|EUR\s?)|(?P<gbp>£|GBP\s?)|(?P<cny>RMB\s?|CNY\s?|¥|人民币\s?)|(?P<dollar>\$))\s?\Z"
)
_CODES = {
    "usd": "USD",
    "hkd": "HKD",
    "twd": "TWD",
    "mop": "MOP",
    "sgd": "SGD",
    "myr": "MYR",
    "aud": "AUD",
    "cad": "CAD",
    "eur": "EUR",
    "gbp": "GBP",
    "cny": "CNY",
    "dollar": "USD",
}
_SHORT_SCALE = re.compile(r"(?:(?P<b>bn|b)|(?P<m>mn|mln|m)|(?P<k>k))\b", re.IGNORECASE)


class Attached(NamedTuple):
    """A unit that touches a number: where the expression ends (or begins, for a currency), and the unit's row."""

    edge: int
    row: UnitRow


class Units:
    """The units of a lexicon, ready to be looked up at a place of a text."""

    def __init__(self, rows: Iterable[UnitRow]) -> None:
        self._zh: dict[str, list[tuple[str, UnitRow]]] = {}
        self._en: dict[str, UnitRow] = {}
        self._codes: dict[str, UnitRow] = {}
        for row in rows:
            self._codes.setdefault(row.unit, row)
            for form in row.zh:
                self._zh.setdefault(form[0], []).append((form, row))
            for form in row.en:
                self._en[form.lower()] = row
        self._letters = {form for row in self._codes.values() for form in row.en if len(form) == 1}
        for forms in self._zh.values():
            forms.sort(key=lambda pair: -len(pair[0]))
        spelled = sorted(self._en, key=len, reverse=True)
        pattern = "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in spelled)
        self._english = (
            re.compile(rf"\s?({pattern})(?![A-Za-z]|-[A-Za-z])", re.IGNORECASE) if spelled else re.compile(r"(?!)")
        )

    def after(self, text: str, place: int) -> Attached | None:
        """Return the unit that begins at `place`, after one space or none."""
        return self._chinese_after(text, place) or self._english_after(text, place)

    def _chinese_after(self, text: str, place: int) -> Attached | None:
        begin = place + 1 if text[place : place + 1] == " " else place
        for form, row in self._zh.get(text[begin : begin + 1], ()):
            edge = begin + len(form)
            following = text[edge : edge + 1]
            if text.startswith(form, begin) and not (following and following in _NOT_BEFORE.get(form, "")):
                return Attached(edge, row)
        return None

    def _english_after(self, text: str, place: int) -> Attached | None:
        match = self._english.match(text, place)
        if match is None:
            return None
        written = match.group(1)
        if len(written) == 1 and written not in self._letters:
            return None
        spelled = re.sub(r"[\s-]", " ", written.lower())
        row = self._en.get(spelled) or self._en[written.lower()]
        return Attached(match.start(1) + len("times") if row.unit == "times" else match.end(), row)

    def before(self, text: str, place: int) -> Attached | None:
        """Return the currency whose sign or code ends at `place`, after one space or none."""
        begin = max(place - 7, 0)
        match = _CURRENCY.search(text, begin, place) if begin < place else None
        if match is None or match.lastgroup is None:
            return None
        row = self._codes.get(_CODES[match.lastgroup])
        return Attached(match.start(), row) if row else None


def short_scale(text: str, place: int) -> tuple[int, float] | None:
    """Read `m`, `bn` or `k` that touches an amount of money: where it ends, and what it multiplies by."""
    match = _SHORT_SCALE.match(text, place)
    if match is None or match.lastgroup is None:
        return None
    return match.end(), {"b": 1e9, "m": 1e6, "k": 1e3}[match.lastgroup]
