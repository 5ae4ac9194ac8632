"""The word finder, against one that tries every form at every place."""

import string
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.engine.words import WordList

SIGNS = " \t-‐‑–'’‘`.·/,“”\""


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Return runs of Latin letters and digits, and single ideographs, with their offsets."""
    found: list[tuple[str, int, int]] = []
    for place, char in enumerate(text):
        latin = char in string.ascii_letters + string.digits
        if latin and found and found[-1][2] == place and found[-1][0][-1] in string.ascii_letters + string.digits:
            word, start, _ = found[-1]
            found[-1] = (word + char.lower(), start, place + 1)
        elif latin or "㐀" <= char <= "鿿":
            found.append((char.lower(), place, place + 1))
    return found


def brute_force(forms: list[str], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what stands where, the longest form first at each place, by trying everything."""
    words = tokens(text)
    place = 0
    while place < len(words):
        best = 0
        for number, form in enumerate(forms):
            parts = [word for word, _, _ in tokens(form)]
            here = words[place : place + len(parts)]
            gaps = [text[one[2] : two[1]] for one, two in pairwise(here)]
            fits = all(len(gap) <= 3 and set(gap) <= set(SIGNS) for gap in gaps)
            if parts and [word for word, _, _ in here] == parts and fits and len(parts) > best:
                best, found = len(parts), number
        if best:
            yield words[place][1], words[place + best - 1][2], forms[found]
        place += best or 1


pieces = st.sampled_from(["抓获", "抓", "获", "昆仑", "昆", "2020", "No", "Cloud", "cloud", "Sword", "e", "x1"])
glue = st.sampled_from(["", " ", "-", "’", " “", "    ", "。", "\t"])
phrases = st.lists(st.tuples(pieces, glue), min_size=1, max_size=4).map(lambda parts: "".join(a + b for a, b in parts))


@given(st.lists(phrases, max_size=6, unique_by=lambda form: tuple(word for word, _, _ in tokens(form))), phrases)
def test_agrees_with_brute_force(forms: list[str], text: str) -> None:
    found = [(one.start, one.end, one.row) for one in WordList((form, form) for form in forms).find(text)]
    assert found == list(brute_force(forms, text))


@given(st.lists(phrases, max_size=6), st.text(max_size=30))
def test_what_is_found_lies_in_order_and_apart(forms: list[str], text: str) -> None:
    end = 0
    for one in WordList((form, form) for form in forms).find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("Cloud Sword", "the CLOUD-SWORD operation", "CLOUD-SWORD"),
        ("Cloud Sword", "the “Cloud” Sword operation", "Cloud” Sword"),
        ("cloud", "clouds and cloudy", None),
        ("Xing'an", "in Xing’an League", "Xing’an"),
        ("昆仑2020", "“昆仑-2020”行动", "昆仑-2020"),
        ("抓获", "共抓获嫌疑人", "抓获"),
        ("网", "Net网", "网"),
        ("Kunlun 2020", "Kunlun\n\n\n\n2020", None),
    ],
)
def test_how_forms_stand_in_texts(form: str, text: str, found: str | None) -> None:
    stretches = [text[one.start : one.end] for one in WordList([(form, 1)]).find(text)]
    assert stretches == ([] if found is None else [found])


def test_the_longest_form_wins() -> None:
    words = WordList([("云剑", "series"), ("云剑2020", "edition"), ("云", "cloud")])
    assert [one.row for one in words.find("云剑2020与云剑,云")] == ["edition", "series", "cloud"]


def test_only_the_stretch_asked_for_is_searched() -> None:
    words = WordList([("昆仑", 1)])
    assert [one.start for one in words.find("昆仑昆仑昆仑", 1, 5)] == [2]
