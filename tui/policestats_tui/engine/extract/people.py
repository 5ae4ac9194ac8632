"""Names of people, their offices, and the people of one document under one spelling each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policestats_tui.engine.extract.pinyin import is_syllables, spell, syllables

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施"
    "文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷"
    "盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜"
    "冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠"
    "荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄"
    "平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇"
    "逄綦昝訾谯仵郇郗郦隗糜莘逢茆"
    "公哈湛宾戎勾茅利恒衡萧傅阎锺尧招仁庄简卓曾"
)
_DOUBLE_SURNAMES = "欧阳|司徒|上官|司马|诸葛|端木|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方"
_STEPPE = (
    "巴特尔|其其格|乌云|萨仁|萨如拉|图雅|斯琴|高娃|阿拉坦|阿拉腾|额尔德尼|额尔敦|布和|布赫|那顺|宝力格?|娜仁|那仁|苏日娜|苏和"
    "|格日[勒乐]|特木尔|铁木尔|孟克|蒙克|朝鲁门?|敖登|哈斯|达来|吉日嘎拉|毕力格|牧仁|青格[勒乐]|乌日[娜图]|巴雅尔|巴图|布仁|孟根"
    "|通拉嘎|乌兰|乌力吉|呼日勒|呼格吉勒|德力格尔|敖日格[勒乐]|阿古拉|图门|宝音|满都拉|恩[和克]|旭日|斯日古楞|白音|苏布道|莫日根"
    "|萨其拉|塔娜|托娅|阿茹娜|娜日苏|扎那|扎西|卓玛|次仁|旺堆|多吉|尼玛|达瓦|拉姆|才让|丹增|措姆"
)
"""What Mongolian and Tibetan names are put together from in Chinese writing."""
HAN_NAME = (
    rf"(?:(?:{_DOUBLE_SURNAMES})[㐀-鿿]{{1,2}}|(?:{_STEPPE}){{1,3}}|[{_SURNAMES}][㐀-鿿]{{1,2}}"
    r"|[㐀-鿿]{2,6}·[㐀-鿿]{1,6})"
)
_SMALL = r"(?!(?:and|of|the|for|in|at|on|to|from|with|by|was|has|is)\b)"
_NO_RANK = (
    r"(?!(?:Chief|Senior|Superintendent|Inspector|Commissioner|Director|Deputy|Vice|Minister|Secretary|Assistant"
    r"|Detective|Captain|Officer|Mr|Ms|Mrs|Miss|Dr)\b)"
)
LATIN_NAME = rf"{_NO_RANK}[A-Z][a-z]+(?:[ -]{_SMALL}(?:[A-Z][a-z]+|[a-z]{{2,}})(?:-[a-z]+)?){{1,2}}"
OFFICE_ZH = (
    r"(?:总|大|支|中)?队长|(?:副)?(?:处|局|厅|部|署|司|院|庭|所|科|关|站|室|组|会|校|区|市|县|省|镇|乡|州)长"
    r"|检察长|秘书长|参谋长"
    r"|政委|政治委员|教导员|指导员|主任|书记|发言人|警长|专员|调研员|巡视员|督察长|总督察|高级督察|督察|总警司"
    r"|高级警司|警司|警务处长"
    r"|负责人|民警|辅警|警察|法官|检察官|审判员|警官|主席|委员|律师|总监|理事长|主管|召集人|助理处长|关员"
)
OFFICE_EN = (
    r"chief|head|director(?: general)?|deputy|commissioner|leader|captain|inspector|spokes(?:person|man|woman)"
    r"|superintendent|secretary|minister|president|procurator|prosecutor|judge|officer|commander|commissar|chairman"
    r"|chairwoman|chairperson|general manager|counsel(?:l?or)|controller|member"
)
_OFFICE_EN = re.compile(rf"\b(?:{OFFICE_EN})s?\b", re.IGNORECASE)
_ROLE_ZH = re.compile(
    r"(?:[第一二三四]{1,2}级)?(?:高级|常务|首席|新闻|警务)?(?:副|代理|助理)?"
    rf"(?:{OFFICE_ZH})(?:兼[㐀-鿿]{{2,12}})?\Z"
)
_MOST = 100
_INVITED = re.compile(r"(?:邀请|请)(?:到|来)?了?|出席(?:今天)?[㐀-鿿]{0,8}的(?:还)?有|(?:他们|她们)是|分别是")
_PLACES = frozenset(("hong kong", "tai po", "sha tin", "yuen long", "sai kung", "lo wu", "man kam to", "sha tau kok"))
_NOT_NAMES = frozenset(
    ["the", "this", "that", "first", "second", "third", "public", "security", "police", "press", "national", "special"]
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks: name as first spelled, office and agency as the document has them."""

    name: str
    role: str | None = None
    agency: str | None = None
    aka: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return what two spellings of one name share: letters alone, Chinese spelled in pinyin."""
    return "".join(filter(str.isalnum, spell(name))).casefold()


def is_latin_name(name: str) -> bool:
    """Tell whether Latin words read as a Chinese name (`Zhao Yuhe`, `Chan Siu-ming`)."""
    words = name.split()
    if name.casefold() in _PLACES or not all(word[0].isalpha() for word in words):
        return False
    if not 2 <= len(words) <= 3 or any(word.casefold() in _NOT_NAMES for word in words):
        return False
    if re.search(r"[a-z]-[a-z]", words[-1]):
        return True
    return all(map(is_syllables, words)) and len(key(name)) >= 4


def same_person(one: str, other: str) -> bool:
    """Tell whether two names are spellings of one: by letters, or Chinese against its pinyin with one syllable off."""
    first, second = key(one), key(other)
    if first == second:
        return True
    if one.isascii() and other.isascii():
        return _misspelled(one.casefold().split(), other.casefold().split())
    if one.isascii() == other.isascii():
        return False
    han, latin = (other, first) if one.isascii() else (one, second)
    parts = [spell(char) for char in han if char.isalpha()]
    return len(parts) > 2 and latin.startswith(parts[0]) and latin.endswith(parts[-1])


def _misspelled(one: list[str], other: list[str]) -> bool:
    """Tell whether two romanised names share given name and initial, and one surname is no Chinese syllable."""
    if len(one) < 2 or one[1:] != other[1:] or one[0][0] != other[0][0]:
        return False
    return not {one[0], other[0]} <= syllables()


def split_office_zh(office: str) -> tuple[str | None, str | None]:
    """Split `公安厅刑侦总队处长` into role and agency; either may be None. Further offices stay with the role."""
    first, mark, further = _INVITED.split(office.strip(" ,、:"))[-1].partition("、")
    match = _ROLE_ZH.search(first)
    if not match:
        return office.strip(" ,、:") or None, None
    return match.group() + mark + further, first[: match.start()] or None


def split_office_en(office: str) -> tuple[str | None, str | None]:
    """Split `Chief of the Forest Bureau` into role and agency; either may be None."""
    office = office.strip(" ,.:;")
    role, _, agency = office.partition(" of ")
    role = re.sub(r"^the ", "", role.strip())
    return role or None, re.sub(r"^the ", "", agency.strip()) or None


def has_office_en(words: str) -> bool:
    """Tell whether English words name an office."""
    return bool(_OFFICE_EN.search(words))


class People:
    """The people of a document. A later spelling of a known name leads to the first one."""

    def __init__(self) -> None:
        self._people: list[Person] = []
        self._places: dict[str, int] = {}

    def __iter__(self) -> Iterator[Person]:
        """Yield the first people met; a text that names hundreds is no press conference."""
        return iter(self._people[:_MOST])

    def meet(self, name: str, role: str | None = None, agency: str | None = None) -> Person:
        """Return the person of that name, new or known; a known one gains what was not known."""
        name = " ".join(name.split())
        index = self._index(name)
        if index is None:
            self._places[name] = len(self._people)
            self._people.append(Person(name, role, agency))
            return self._people[-1]
        known = self._people[index]
        if role and not known.role:
            known = replace(known, role=role, agency=known.agency or agency)
        if name != known.name and name not in known.aka:
            known = replace(known, aka=(*known.aka, name))
        self._people[index] = known
        self._places[name] = index
        return known

    def _index(self, name: str) -> int | None:
        """Return which known person a name means."""
        if name in self._places:
            return self._places[name]
        near = enumerate(self)
        return next((i for i, p in near if any(same_person(name, s) for s in (p.name, *p.aka))), None)

    def find(self, name: str) -> Person | None:
        """Return the known person of that name, in any spelling."""
        index = self._index(name)
        return None if index is None else self._people[index]

    def by_office(self, office: str) -> Person | None:
        """Return the one known person who holds an office (`局长`, `市公安局局长`); None where none does or several."""
        wanted = re.sub(r"^the ", "", office.casefold())
        found = [p for p in self if p.role and wanted in _titles(p)]
        return found[0] if len(found) == 1 else None

    def by_surname(self, surname: str) -> Person | None:
        """Return the one known person of that surname (`Zhao`, `赵`); None where there are none or several."""
        wanted = key(surname)
        found = [p for p in self if wanted and key(_surname(p.name)) == wanted]
        return found[0] if len(found) == 1 else None


def _titles(person: Person) -> set[str]:
    """Return the words that may stand for somebody's name: each office, alone and with the agency."""
    role, agency = person.role or "", person.agency or ""
    titles = {role, agency + role, *role.split("、"), f"{role} of {agency}", f"{role} of the {agency}"}
    return {title.casefold() for title in titles if title}


def _surname(name: str) -> str:
    return name.split()[0] if name.isascii() else name[0]
