"""Whole briefings made up at random in both languages, sound or with one planted number, for the extraction to read."""

from dataclasses import dataclass

from hypothesis import assume
from hypothesis import strategies as st

from policestats_tui.engine.model import Language

PARTS: dict[Language, tuple[str, ...]] = {
    "zh": (
        "2021年,全县公安机关共破获侵财案件{}起,其中盗窃案件{}起、诈骗案件{}起、抢劫案件{}起、其他案件{}起。",
        "一年来,共打掉犯罪团伙{}个,其中盗窃团伙{}个、诈骗团伙{}个、赌博团伙{}个、其他团伙{}个。",
        "2021年,共抓获犯罪嫌疑人{}名,其中盗窃嫌疑人{}名、诈骗嫌疑人{}名、抢劫嫌疑人{}名、其他嫌疑人{}名。",
    ),
    "en": (
        "In 2021 the county police solved {} property cases, including {} theft cases, {} fraud cases, {} robbery cases"
        " and {} other cases.",
        "In 2021 the county police destroyed {} gangs, including {} theft gangs, {} fraud gangs, {} gambling gangs"
        " and {} other gangs.",
        "In 2021 they arrested {} suspects, including {} theft suspects, {} fraud suspects, {} robbery suspects"
        " and {} other suspects.",
    ),
}
RISES: dict[Language, tuple[tuple[str, str], ...]] = {
    "zh": (
        ("共破获盗窃案件{}起,较去年({}起)相比多破{}起,同比上升{}%。", "now before more"),
        ("共抓获犯罪嫌疑人{}名,较去年({}名)相比多抓{}名,同比上升{}%。", "now before more"),
        ("全县发生火灾{}起,同比增加{}起、上升{}%。", "now more"),
    ),
    "en": (
        ("The county police solved {} burglary cases, {} more than last year, up {}%.", "now more"),
        ("They arrested {} suspects, compared with {} suspects last year, up {}% year on year.", "now before"),
    ),
}
"""Sentences and what their numbers are; the relative change comes last."""

SHARES: dict[Language, tuple[str, ...]] = {
    "zh": ("2021年,全县共立刑事案件{}起,其中盗窃案件{}起,占{}%。",),
    "en": ("In 2021 the county filed {} criminal cases, including {} theft cases, which account for {}%.",),
}
CAMPAIGNS: dict[Language, tuple[str, str]] = {
    "zh": (
        "2021年,在“昆仑2021”专项行动中,全县公安机关共破获案件{}起,抓获犯罪嫌疑人{}名。",
        "在“昆仑{}号”行动中,全县公安机关共破获案件{}起,抓获犯罪嫌疑人{}名。",
    ),
    "en": (
        'In 2021, in the "Kunlun 2021" special campaign, the county police solved {} cases and arrested {} suspects.',
        'In the "Kunlun No.{}" campaign, the county police solved {} cases and arrested {} suspects.',
    ),
}
"""What is said of a campaign, and of each of its numbered parts."""

FILLERS: dict[Language, tuple[str, ...]] = {
    "zh": (
        "2021年,东湖派出所走访群众{}户,发放宣传单{}份。",
        "全县共查处治安案件{}起,缴获毒品{}公斤。",
        "民警在“夜巡”行动中检查娱乐场所{}家,整改隐患{}处。",
    ),
    "en": (
        "Police officers visited {} households and handed out {} leaflets.",
        "They handled {} public order cases and seized {} kilograms of drugs.",
        "They inspected {} entertainment venues and rectified {} hazards.",
    ),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its numbers as written, and its pattern; `planted` is the text of the wrong one."""

    text: str
    pattern: str
    planted: str | None = None


def _written(value: float, language: Language) -> str:
    return f"{value:,.0f}" if language == "en" else f"{value:.0f}"


def _uneven(low: int, high: int) -> st.SearchStrategy[int]:
    """Draw a count that nobody takes for a rounded one, nor for a number to dial."""
    return st.integers(low, high).filter(lambda value: value % 10 != 0 and not 110 <= value <= 122)


def _sentence(draw: st.DrawFn, language: Language, template: str, values: list[str], spoil: int | None) -> Sentence:
    if spoil is None:
        return Sentence(template.format(*values), template)
    right = float(values[spoil].replace(",", ""))
    wrong = draw(_uneven(int(right * 1.07) + 2, int(right * 1.6) + 20))
    values = [*values[:spoil], _written(wrong, language), *values[spoil + 1 :]]
    assume(len(set(values)) == len(values))
    return Sentence(template.format(*values), template, values[spoil])


@st.composite
def _parts(draw: st.DrawFn, language: Language, wrong: bool) -> Sentence:
    parts = draw(st.lists(_uneven(21, 9000), min_size=4, max_size=4, unique=True))
    assume(sum(parts) % 10 != 0)
    values = [_written(value, language) for value in (sum(parts), *parts)]
    spoil = draw(st.integers(0, 4)) if wrong else None
    return _sentence(draw, language, draw(st.sampled_from(PARTS[language])), values, spoil)


@st.composite
def _rises(draw: st.DrawFn, language: Language, wrong: bool) -> Sentence:
    """Draw a rise of a fifth or more, so that a level that is off by a fifteenth shows in the rounded change."""
    before = draw(_uneven(111, 9000))
    more = draw(_uneven(before // 5 + 20, before * 3 + 20))
    told = {"now": before + more, "before": before, "more": more}
    assume((before + more) % 10 != 0 and len(set(told.values())) == 3)
    template, order = draw(st.sampled_from(RISES[language]))
    values = [_written(told[name], language) for name in order.split()]
    spoil = draw(st.integers(0, len(values) - 1)) if wrong else None
    return _sentence(draw, language, template, [*values, f"{100 * more / before:.1f}"], spoil)


@st.composite
def _shares(draw: st.DrawFn, language: Language, wrong: bool) -> Sentence:
    total = draw(_uneven(111, 9000))
    part = draw(_uneven(21, total - 1))
    share = 100 * part / total
    told = draw(st.floats(1.0, 99.0)) if wrong else share
    assume(not wrong or abs(told - share) > 0.3)
    text = f"{told:.1f}"
    template = draw(st.sampled_from(SHARES[language]))
    filled = template.format(_written(total, language), _written(part, language), text)
    return Sentence(filled, template, f"{text}%" if wrong else None)


@st.composite
def _campaigns(draw: st.DrawFn, language: Language, wrong: bool) -> Sentence:
    """Draw a campaign and its parts, a paragraph each, with cases and suspects; one of the numbers may be wrong."""
    rows = [[draw(_uneven(21, 900)) for _ in range(2)] for _ in range(draw(st.integers(3, 5)))]
    told = [[sum(row[place] for row in rows) for place in range(2)], *rows]
    assume(all(value % 10 != 0 for value in told[0]))
    planted = None
    if wrong:
        row, place = draw(st.integers(0, len(rows))), draw(st.integers(0, 1))
        told[row][place] = draw(_uneven(told[row][place] + 7, told[row][place] * 2 + 9))
        planted = _written(told[row][place], language)
    values = [[_written(value, language) for value in row] for row in told]
    whole, part = CAMPAIGNS[language]
    parts = [part.format(number, *row) for number, row in enumerate(values[1:], 1)]
    return Sentence("\n\n".join([whole.format(*values[0]), *parts]), whole, planted)


@st.composite
def _fillers(draw: st.DrawFn, language: Language) -> Sentence:
    values = [_written(draw(_uneven(2, 9000)), language) for _ in range(2)]
    template = draw(st.sampled_from(FILLERS[language]))
    return Sentence(template.format(*values), template)


def sound(language: Language) -> st.SearchStrategy[Sentence]:
    """Draw a sentence with nothing wrong in it."""
    return st.one_of(
        _parts(language, False),
        _rises(language, False),
        _shares(language, False),
        _campaigns(language, False),
        _fillers(language),
    )


def broken(language: Language) -> st.SearchStrategy[Sentence]:
    """Draw a sentence with one wrong number."""
    return st.one_of(
        _parts(language, True), _rises(language, True), _shares(language, True), _campaigns(language, True)
    )
