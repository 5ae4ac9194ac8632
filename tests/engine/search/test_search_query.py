"""What a query means, and what is said about one that means nothing."""

from math import inf

import pytest

from policestats_tui.engine.errors import QueryError
from policestats_tui.engine.search.nodes import All, Amount, AnyOf, Bounds, Field, Node, Not, Words
from policestats_tui.engine.search.query import MAX_LENGTH, MAX_TERMS, parse


def shape(node: Node) -> object:
    """Return a query without offsets, short enough to compare."""
    if isinstance(node, All):
        return ("all", *map(shape, node.nodes))
    if isinstance(node, AnyOf):
        return ("any", *map(shape, node.nodes))
    if isinstance(node, Not):
        return ("not", shape(node.node))
    if isinstance(node, Words):
        return ("=" if node.exact else "") + node.text
    if isinstance(node, Amount):
        return (node.value, node.unit)
    return (node.name, node.bounds or node.values)


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("抓获", "抓获"),
        ("抓获 嫌疑人", ("all", "抓获", "嫌疑人")),
        ('"lost property"', "lost property"),
        ("“失物招领”", "失物招领"),
        ("「失物」", "失物"),
        ("cases -drug", ("all", "cases", ("not", "drug"))),
        ("cases －“drug dens”", ("all", "cases", ("not", "drug dens"))),
        ("a | b c", ("all", ("any", "a", "b"), "c")),
        ("a ｜ b", ("any", "a", "b")),
        ("(a b) | c", ("any", ("all", "a", "b"), "c")),
        ("x -(a | b)", ("all", "x", ("not", ("any", "a", "b")))),
        ("=arrested", "=arrested"),
        ('="lost property"', "=lost property"),
        ("well-known", "well-known"),
        ("x=y", "x=y"),
        ("lang:zh", ("lang", ("zh",))),
        ("LANG：EN", ("lang", ("EN",))),
        ("campaign:lantern|kite", ("campaign", ("lantern", "kite"))),
        ('speaker:"Lin Hai" x', ("all", ("speaker", ("Lin Hai",)), "x")),
        ("-doc:old x", ("all", ("not", ("doc", ("old",))), "x")),
        ("value:>1000", ("value", Bounds(1000, inf, low_included=False))),
        ("value:<=1.5万", ("value", Bounds(-inf, 15000))),
        ("value:≥2亿元", ("value", Bounds(2e8, inf, unit="CNY"))),
        ("value:10..20", ("value", Bounds(10, 20))),
        ("value:20-10", ("value", Bounds(10, 20))),
        ("value:1,500", ("value", Bounds(1500, 1500))),
        ("year:2018..2020", ("year", Bounds(2018, 2020))),
        ("1591", (1591, None)),
        ("1,591", (1591, None)),
        ("１５９１", (1591, None)),
        ("49.65亿", (4.965e9, None)),
        ("49.65亿元", (4.965e9, "CNY")),
        ("4.965 billion", (4.965e9, None)),
        ("4965 million yuan", (4.965e9, "CNY")),
        ("4,965 million yuan cases", ("all", (4.965e9, "CNY"), "cases")),
        ("29.59%", (29.59, "%")),
        ("百分之三十", (30, "%")),
        ("五十二", (52, None)),
        ("two hundred cases", ("all", (200, None), "cases")),
        ("3公斤", (3, "kg")),
        ("第5名", (5, "rank")),
        ("一", "一"),
        ("万", "万"),
        ("two", "two"),
        ("云灯-2020", "云灯-2020"),
        ('"1591"', "1591"),
    ],
)
def test_query_means(query: str, meaning: object) -> None:
    assert shape(parse(query).root) == meaning


def test_words_keep_their_offsets() -> None:
    root = parse("  昆仑 -x speaker:Lin").root
    assert isinstance(root, All)
    word, excluded, field = root.nodes
    assert isinstance(word, Words)
    assert isinstance(excluded, Not)
    assert isinstance(field, Field)
    assert (word.start, field.start, field.end) == (2, 8, 19)


@pytest.mark.parametrize(
    ("query", "position", "suggestion"),
    [
        ("", 0, None),
        ("   ", 0, None),
        ('cases "lost prop', 6, 'cases "lost prop"'),
        ("案件 “失物", 3, "案件 “失物”"),
        ("(a b", 0, "(a b)"),
        ("a b)", 3, "a b"),
        ("()", 0, None),
        ("a ()", 2, "a"),
        ("a |", 2, "a"),
        ("| a", 0, "a"),
        ("a | | b", 2, "a | b"),
        ("a | -b", 2, "a -b"),
        ("-a", 0, "a"),
        ("-a -b", 0, "a -b"),
        ("x (-a)", 2, None),
        ("a -", 2, "a"),
        ("a =lang:zh", 2, "a lang:zh"),
        ("speeker:Lin", 0, "speaker:Lin"),
        ("a campain:kite b", 2, "a campaign:kite b"),
        ("https://example.org/a", 0, '"https://example.org/a"'),
        ("lang:fr", 0, "lang:zh"),
        ("kind:anwser x", 0, "kind:answer x"),
        ("kind:answer|level", 0, "kind:answer"),
        ("year:", 0, "year:2020"),
        ("year:soon", 0, "year:2020"),
        ("value:>many", 0, "value:>1000"),
        ("value:>1..5", 0, "value:>1000"),
        ("doc:|", 0, "doc:briefing"),
        ("!!!", 0, None),
        ("a !!! b", 2, "a b"),
    ],
)
def test_wrong_query_says_where_and_shows_what_is_right(query: str, position: int, suggestion: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.position == position
    assert caught.value.suggestion == suggestion
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query", ['cases "lost prop', "(a b", "a |", "speeker:Lin", "lang:fr", "value:>many", "a !!! b"]
)
def test_what_is_suggested_can_be_understood(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.suggestion
    parse(caught.value.suggestion)


def test_depth_and_length_have_a_limit() -> None:
    with pytest.raises(QueryError, match="too deep"):
        parse("(" * 50 + "a" + ")" * 50)
    with pytest.raises(QueryError, match="more than"):
        parse(" ".join(["a"] * (MAX_TERMS + 1)))
    with pytest.raises(QueryError, match="more than"):
        parse("a" * (MAX_LENGTH + 1))
