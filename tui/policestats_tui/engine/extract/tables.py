"""Reads tables set in plain text: a line of column titles, and lines of a name and as many numbers.

No cell says by itself what it counts. Each line is told again as a sentence (`福田:警情数14,812宗,同比下降12.3%`), so
that the rules for sentences read it; every number remembers its cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policestats_tui.engine.extract.scripts import is_cjk
from policestats_tui.engine.model import Passage

_CELL = re.compile(r"[^\s|]+")
_NUMBER = re.compile(r"[+−-]?\d[\d,]{0,14}(?:\.\d{1,6})?[%‰]?")
_EMPTY = re.compile(r"[—–\-/.]{1,3}|无")
_TITLE = re.compile(r"(?P<name>[^()]{0,24})(?:\((?P<unit>[^()]{1,8})\))?")
_MARKS = re.compile(r"[,;。、:!?]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(
    r"(?:(?:19|20)\d\d年?)?"
    r"(?:全年|上半年|下半年|[首一二三四第前]{0,2}季度?|\d{1,2}(?:[-—至]\d{1,2})?月|同期|年){0,4}"
)
_SORT = re.compile(r"(?:类别|类型|种类|项目|名称|分类|指标)\Z")
_CHANGE = re.compile(r"同比|环比|变化|增减|升跌|变动|增幅|升降")
_LEAST, _WIDEST, _LONGEST = 3, 16, 200


@dataclass(frozen=True, slots=True)
class Cell:
    """The number at `text[start:end]`, told again at `place` of its row's sentence under the title `title`."""

    start: int
    end: int
    place: int
    title: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A table's line, which begins at `start` of the text, told again as the sentence `told`."""

    start: int
    told: str
    cells: tuple[Cell, ...]


Span = tuple[int, int]


def table_rows(text: str, passages: Sequence[Passage]) -> Iterator[Row]:
    """Yield the rows of the tables among `passages`, in reading order; two rows with equal columns make a table."""
    titles: list[Span] = []
    for index, passage in enumerate(passages):
        cells = _cells(text, passage)
        if not titles or not _is_row(text, cells, titles):
            following = passages[index + 1 : index + 3]
            titles = cells if _opens(text, cells, following) else []
        else:
            yield _told(text, passage, cells, titles)


def _cells(text: str, passage: Passage) -> list[Span]:
    if passage.end - passage.start > _LONGEST:
        return []
    return [match.span() for match in _CELL.finditer(text, passage.start, passage.end)]


def _opens(text: str, cells: Sequence[Span], following: Sequence[Passage]) -> bool:
    """Tell whether cells are titles of columns that the two lines after them fill."""
    if not _LEAST <= len(cells) <= _WIDEST or len(following) < 2:
        return False
    if not all(_is_title(text, cell) for cell in cells):
        return False
    return all(_is_row(text, _cells(text, passage), cells) for passage in following)


def _is_title(text: str, cell: Span) -> bool:
    written = text[slice(*cell)]
    worded = any(is_cjk(char) for char in written) or _YEAR.fullmatch(written)
    return bool(worded) and not _MARKS.search(written) and _TITLE.fullmatch(written) is not None


def _is_row(text: str, cells: Sequence[Span], titles: Sequence[Span]) -> bool:
    if len(cells) != len(titles) or _MARKS.search(text, *cells[0]):
        return False
    filled = [bool(_NUMBER.fullmatch(text, *cell)) for cell in cells[1:]]
    return any(filled) and all(
        number or _EMPTY.fullmatch(text, *cell) for number, cell in zip(filled, cells[1:], strict=True)
    )


def _told(text: str, passage: Passage, cells: Sequence[Span], titles: Sequence[Span]) -> Row:
    """Return the row as a sentence: its name, then title, number and unit of each column."""
    name, corner = text[slice(*cells[0])], _SORT.sub("", text[slice(*titles[0])])
    timed = any(_TIME.fullmatch(text, *title) for title in titles[1:])
    told, found = f"{name}年," if _YEAR.fullmatch(name) else "" if timed else f"{name}:", []
    for cell, title in zip(cells[1:], titles[1:], strict=True):
        if not _NUMBER.fullmatch(text, *cell):
            continue
        before, number, after = _said(text[slice(*title)], text[slice(*cell)], name, corner)
        found.append(Cell(*cell, len(told) + len(before), title))
        told += f"{before}{number}{after},"
    return Row(passage.start, told[:-1] + "。", tuple(found))


def _said(title: str, number: str, name: str, corner: str) -> tuple[str, str, str]:
    """Return the words before a cell's number, the number, and the unit after it."""
    match = _TITLE.fullmatch(title)
    heading, unit = (match["name"], match["unit"] or "") if match else (title, "")
    percent = number[-1] if number[-1] in "%‰" else unit if unit in ("%", "‰") else ""
    bare = number.rstrip("%‰")
    if _CHANGE.search(heading) and percent:
        fallen = bare[0] in "-−"
        return f"{'同比' if '环' not in heading else '环比'}{'下降' if fallen else '上升'}", bare.lstrip("+-−"), percent
    if _TIME.fullmatch(heading):
        return f"{name}{corner}", bare, unit or ("" if percent else "宗")
    return heading, bare, percent or unit
