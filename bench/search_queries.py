"""The questions that search engines are timed on, and their answers found by reading every sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policestats_tui.engine.lexicon import WordRow
from policestats_tui.engine.search.analysis import fold, forms, key, stem
from policestats_tui.engine.search.nodes import All, AnyOf, Node, Not, Words
from policestats_tui.engine.search.query import parse

COMMON = (
    "案", "人", "诈", "毒", "绝", "泉", "抓获", "团伙", "窝点", "通辽", "涉案", "电诈", "派出所", "检察机",
    "嫌疑人", "公安机关", "违法犯罪", "专项行动", "森林公安", "矛盾纠纷", "群众财产", "盗窃违法", "電信網絡詐騙",
    "合法权益", "打击整治专项", "违法犯罪活动", "侵犯知识产权", "公安部门会同", "按照统一部署",
    "“百日行动”开展以来", "抓获犯罪嫌疑人", "云剑-2021", "昆仑2020", "(“净网2019”)", "“人,请”", "arrested",
    "suspect", "police", "rectification", "counterfeit", "KUNLUN", "villages", "=arrests",
    '"public security organs"', '"criminal cases"', '"telecommunications and network fraud"',
    '"the rights of the elderly"', '"year on year"', '"the Hohhot bureau"', '"1,591"', '"29.59%"', '"110"',
    "抓获 团伙", "公安机关 违法犯罪", "suspects gangs", "police drugs money", "昆仑 | 云剑",
    '"drug trafficking" | theft | 毒品', "抓获 -诈骗", "arrested -suspects", '公安 -"犯罪嫌疑人" -养老',
    '"solved" (gangs | dens) -drugs',
)  # fmt: skip
"""Asked of every engine. Words with synonyms are asked of the others as alternatives of all their forms."""

OWN = (
    "诈骗", "fraud", "49.65亿元", "4.965 billion yuan", "1591", "29.59%", "抓获 lang:en", "value:>1000000 毒品",
    "suspects value:30..40", "year:2020 抓获",
)  # fmt: skip
"""Asked of ours alone: figures by value, and fields."""


@dataclass(frozen=True)
class Term:
    """A word or phrase as typed, and its pieces; `exact` asks for these forms alone."""

    text: str
    exact: bool

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """Its pieces as written."""
        return tuple(forms(fold(self.text)))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Its pieces by stem."""
        return tuple(map(stem, self.pieces))


@dataclass(frozen=True)
class Clause:
    """One of the terms must stand in a hit, or, `negated`, none of them."""

    terms: tuple[Term, ...]
    negated: bool = False


@dataclass(frozen=True)
class Question:
    """A query of ours, and what it asks as clauses that all must hold."""

    text: str
    clauses: tuple[Clause, ...]


def questions(synonyms: Mapping[str, WordRow]) -> list[Question]:
    """Return the common questions, with the synonyms of a word list written out."""
    groups: dict[str, list[str]] = {}
    for row in synonyms.values():
        every = [*row.zh, *row.en]
        for form in every:
            groups.setdefault(key(form), []).extend(every)
    return [Question(text, tuple(_clauses(parse(text).root, groups))) for text in COMMON]


def _clauses(node: Node, groups: Mapping[str, Sequence[str]]) -> list[Clause]:
    if isinstance(node, All):
        return [clause for part in node.nodes for clause in _clauses(part, groups)]
    if isinstance(node, Not):
        return [Clause(clause.terms, negated=True) for clause in _clauses(node.node, groups)]
    if isinstance(node, AnyOf):
        return [Clause(tuple(term for part in node.nodes for term in _terms(part, groups)))]
    return [Clause(tuple(_terms(node, groups)))]


def _terms(node: Node, groups: Mapping[str, Sequence[str]]) -> list[Term]:
    if not isinstance(node, Words):
        raise TypeError(f"not for every engine: {node}")
    others = [] if node.exact else groups.get(key(node.text), [])
    return [Term(text, node.exact) for text in dict.fromkeys((node.text, *others))]


class Reader:
    """Answers questions by reading every sentence: its pieces are joined with spaces and searched as a string."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._written: list[str] = []
        self._stemmed: list[str] = []
        for text in texts:
            written = forms(fold(text))
            self._written.append(f" {' '.join(written)} ")
            self._stemmed.append(f" {' '.join(map(stem, written))} ")

    def answer(self, question: Question) -> set[int]:
        """Return the numbers of the sentences that answer."""
        found = set(range(len(self._written)))
        for clause in question.clauses:
            holding = {number for term in clause.terms for number in self._holding(term)}
            found = found - holding if clause.negated else found & holding
        return found

    def _holding(self, term: Term) -> list[int]:
        wanted = f" {' '.join(term.pieces if term.exact else term.stems)} "
        return [number for number, text in enumerate(self._written if term.exact else self._stemmed) if wanted in text]
