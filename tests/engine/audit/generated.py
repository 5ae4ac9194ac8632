"""Statements made up at random, sound ones and ones with a planted error, and where the error is."""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from policestats_tui.engine.model import Language
from tests.engine.audit.statements import Number, Statement

LANGUAGES: tuple[Language, ...] = ("zh", "en")
MEASURES: tuple[dict[str, str], ...] = (
    {"object": "case", "action": "solved"},
    {"object": "suspect", "action": "arrested"},
    {"object": "gang", "action": "destroyed"},
    {"object": "good", "action": "seized"},
)
MONEY = {"object": "money", "action": "involved", "unit": "CNY", "precision": 10_000.0}


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence that tells a relation; `planted` is the place of the wrong number, None in a sound one."""

    template: str
    numbers: tuple[Number, ...]
    planted: int | None = None


def whole(value: float, **fields: Any) -> Number:  # noqa: ANN401
    return Number(f"{value:,.0f}", value, fields)


def percent(value: float, decimals: int, of: str | None = None, **fields: Any) -> Number:  # noqa: ANN401
    text = f"{value:.{decimals}f}"
    return Number(f"{text}%", float(text), {"unit": "%", "precision": 10.0**-decimals, **fields}, of)


def _wrong(draw: st.DrawFn, value: float, least: float) -> float:
    """Return another number of about the same size, at least `least` away."""
    wrong = draw(st.integers(int(value * 0.5), int(value * 1.5) + 10).map(float))
    assume(abs(wrong - value) >= least and wrong > 0)
    return wrong


def _plant(draw: st.DrawFn, piece: Piece, places: range, least: float = 1.0) -> Piece:
    place = draw(st.sampled_from(places))
    wrong = whole(_wrong(draw, piece.numbers[place].value, least), **piece.numbers[place].fields)
    numbers = tuple(replace(wrong, of=one.of) if i == place else one for i, one in enumerate(piece.numbers))
    moved = tuple(replace(one, of=_retold(one.of, piece, numbers)) for one in numbers)
    return Piece(piece.template, moved, place)


def _retold(of: str | None, piece: Piece, numbers: tuple[Number, ...]) -> str | None:
    """Follow a reference to a number whose text was changed."""
    old = [one.text for one in piece.numbers]
    return numbers[old.index(of)].text if of in old else None


@st.composite
def lists(draw: st.DrawFn, language: Language, broken: bool) -> Piece:
    """Draw a total with a complete list of its parts."""
    measure = draw(st.sampled_from(MEASURES))
    parts = draw(st.lists(st.integers(11, 40_000), min_size=3, max_size=5))
    names = (
        ["甲类{}", "乙类{}", "丙类{}", "丁类{}"] if language == "zh" else ["{} of A", "{} of B", "{} of C", "{} of D"]
    )
    listed = [*names[: len(parts) - 1], "其他{}" if language == "zh" else "and other kinds {}"]
    opening, comma, stop = ("共计{},其中", "、", "。") if language == "zh" else ("We count {}, including ", ", ", ".")
    numbers = tuple(whole(value, **measure) for value in (sum(parts), *parts))
    piece = Piece(opening + comma.join(listed) + stop, numbers)
    assume(not any(_is_rounded(value) for value in (sum(parts), *parts)))
    return _sure(_plant(draw, piece, range(len(numbers)))) if broken else piece


def _is_rounded(value: float) -> bool:
    return value % 1000 == 0


def _sure(piece: Piece) -> Piece:
    assume(not _is_rounded(piece.numbers[piece.planted or 0].value))
    return piece


@st.composite
def partial_lists(draw: st.DrawFn, language: Language) -> Piece:
    """Draw a total of which the words name some parts only, or parts that overlap widely."""
    measure = draw(st.sampled_from(MEASURES))
    total = draw(st.integers(100, 50_000))
    parts = draw(st.lists(st.integers(1, total), min_size=2, max_size=4))
    assume(not total < sum(parts) <= 1.05 * total)
    names = "、".join(["某类{}"] * len(parts)) if language == "zh" else " and ".join(["{} of one kind"] * len(parts))
    template = f"共计{{}},其中{names}。" if language == "zh" else f"We count {{}}, including {names}."
    return Piece(template, tuple(whole(value, **measure) for value in (total, *parts)))


@st.composite
def moves(draw: st.DrawFn, language: Language, broken: bool) -> Piece:
    """Draw a level with its previous level, difference and relative change."""
    measure = draw(st.sampled_from(MEASURES))
    level, previous = draw(st.lists(st.integers(101, 90_000), min_size=2, max_size=2, unique=True))
    assume(not _is_rounded(level) and not _is_rounded(previous) and not _is_rounded(level - previous))
    direction = "up" if level > previous else "down"
    change = 100 * (level - previous) / previous
    now = whole(level, **measure)
    move = {**measure, "direction": direction, "basis": "yoy"}
    numbers = (
        now,
        whole(previous, **measure),
        replace(whole(abs(level - previous), **move, kind="difference"), of=now.text),
        percent(abs(change), 1, now.text, **move, kind="change"),
    )
    assume(len({one.text for one in numbers}) == len(numbers))
    template = (
        "今年{},较去年({})相差{},同比变化{}。"
        if language == "zh"
        else "We count {}, against {} a year earlier, {} or {}."
    )
    piece = Piece(template, numbers)
    return _sure(_plant(draw, piece, range(3))) if broken else piece


@st.composite
def proportions(draw: st.DrawFn, language: Language, broken: bool) -> Piece:
    """Draw a total, a part of it, and the share of the part."""
    measure = draw(st.sampled_from(MEASURES))
    total = draw(st.integers(101, 50_000))
    part = draw(st.integers(10, total - 1))
    assume(not _is_rounded(total) and not _is_rounded(part))
    share = 100 * part / total
    wrong = draw(st.floats(0.5, 99.0)) if broken else share
    assume(not broken or abs(wrong - share) > 0.25)
    numbers = (whole(total, **measure), whole(part, **measure), percent(wrong, 1, **measure, kind="share"))
    template = (
        "共计{},其中某类{},占{}。" if language == "zh" else "We count {}, including {} of one kind, accounting for {}."
    )
    return Piece(template, numbers, 2 if broken else None)


def sound(language: Language) -> st.SearchStrategy[Piece]:
    """Draw a sentence with nothing wrong in it."""
    return st.one_of(
        lists(language, False), moves(language, False), proportions(language, False), partial_lists(language)
    )


def broken(language: Language) -> st.SearchStrategy[Piece]:
    """Draw a sentence with one wrong number."""
    return st.one_of(lists(language, True), moves(language, True), proportions(language, True))


@dataclass(frozen=True, slots=True)
class Campaigns:
    """A document that tells a campaign and its parts, and the index of the planted figure."""

    statement: Statement
    parents: dict[str, str | None]
    planted: int | None


@st.composite
def campaigns(draw: st.DrawFn, is_broken: bool) -> Campaigns:
    """Draw a campaign whose parts tell three measures each; money is rounded, some parts lack a measure."""
    count = draw(st.integers(3, 6))
    rows = [[draw(st.integers(3, 900)) for _ in range(3)] for _ in range(count)]
    cents = [draw(st.integers(100, 90_000)) for _ in range(count)]
    measures = MEASURES[:3]
    values = [[float(sum(row[m] for row in rows)) for m in range(3)], *([float(v) for v in row] for row in rows)]
    planted = None
    if is_broken:
        place, measure = draw(st.integers(0, count)), draw(st.integers(0, 2))
        values[place][measure] = _wrong(draw, values[place][measure], 1.0)
        planted = place * 4 + measure
    assume(not any(_is_rounded(value) for row in values for value in row))
    amounts = [float(round(sum(cents), -2)) * 10_000, *(cent * 10_000.0 for cent in cents)]
    ids = ["lamp-2021", *(f"lamp-2021/no-{n}" for n in range(1, count + 1))]
    statement = Statement()
    for name, row, money in zip(ids, values, amounts, strict=True):
        said = [whole(value, **measure, campaign=name) for value, measure in zip(row, measures, strict=True)]
        fields = {**MONEY, "campaign": name, "qualifier": "about", "precision": 1e6 if name == ids[0] else 1e4}
        statement.say("破获{},抓获{},打掉{},涉案{}。", *said, Number(f"{money / 10_000:.0f}万元", money, fields))
    return Campaigns(statement, {"lamp-2021": "lamp", "lamp": None} | dict.fromkeys(ids[1:], "lamp-2021"), planted)


@dataclass(frozen=True, slots=True)
class Telling:
    """The numbers of a briefing and the same in another document, with the place of a planted one."""

    first: tuple[Number, ...]
    second: tuple[Number, ...]
    planted: int | None


@st.composite
def tellings(draw: st.DrawFn, is_broken: bool) -> Telling:
    """Draw a briefing told twice: some numbers rounded in the second document, at most one wrong."""
    values = draw(st.lists(st.integers(20, 9_999_999), min_size=4, max_size=9, unique=True))
    first = [whole(value, **MEASURES[place % 4]) for place, value in enumerate(values)]
    second = list(first)
    planted = draw(st.integers(1, len(values) - 2))
    value = float(values[planted])
    assume(not _is_rounded(value))
    if is_broken:
        factor = draw(st.sampled_from([0.01, 0.1, 10.0, 100.0, 10_000.0, None]))
        wrong = _wrong(draw, value, max(2.0, 0.02 * value)) if factor is None else value * factor
        assume(wrong == int(wrong) and wrong not in values and not _is_rounded(wrong / (factor or 1.0)))
        second[planted] = whole(wrong, **MEASURES[planted % 4])
        assume(not _is_rounded(wrong) or factor is not None)
    else:
        step = 10.0 ** (len(str(values[planted])) - 2)
        rounded = value // step * step
        second[planted] = Number(f"{rounded:,.0f}", rounded, {**MEASURES[planted % 4], "qualifier": "at_least"})
        assume(rounded not in values)
    return Telling(tuple(first), tuple(second), planted if is_broken else None)
