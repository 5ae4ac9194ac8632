"""Whatever is stated: every planted error is found, and nothing sound is blamed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from policestats_tui.engine.audit import Audited, audit
from policestats_tui.engine.model import Check, Language
from tests.engine.audit.generated import (
    LANGUAGES,
    Campaigns,
    Piece,
    Telling,
    broken,
    campaigns,
    lists,
    moves,
    proportions,
    sound,
    tellings,
)
from tests.engine.audit.statements import Statement, audited, checks

languages = st.sampled_from(LANGUAGES)
unhurried = settings(deadline=None, max_examples=150)


def _statement(language: Language, pieces: list[Piece]) -> Statement:
    statement = Statement(language=language)
    for piece in pieces:
        statement.say(piece.template, *piece.numbers)
    return statement


def _failures(found: list[Check]) -> list[Check]:
    return [check for check in found if check.status == "mismatch"]


@unhurried
@given(st.data(), languages)
def test_nothing_sound_is_blamed(data: st.DataObject, language: Language) -> None:
    pieces = data.draw(st.lists(sound(language), min_size=1, max_size=6))
    assert _failures(checks(_statement(language, pieces))) == []


@unhurried
@given(st.data(), languages)
def test_every_planted_error_is_found_and_nothing_else_is_blamed(data: st.DataObject, language: Language) -> None:
    before = data.draw(st.lists(sound(language), max_size=3))
    wrong = data.draw(broken(language))
    after = data.draw(st.lists(sound(language), max_size=3))
    found = _failures(checks(_statement(language, [*before, wrong, *after])))
    start = sum(len(piece.numbers) for piece in before)
    assert wrong.planted is not None
    assert any(start + wrong.planted in check.figures for check in found)
    here = range(start, start + len(wrong.numbers))
    assert all(index in here for check in found for index in check.figures)


@unhurried
@given(st.data(), languages)
def test_every_sound_relation_is_found(data: st.DataObject, language: Language) -> None:
    kind, rules = data.draw(
        st.sampled_from([(lists, {"parts"}), (moves, {"difference", "change"}), (proportions, {"share"})])
    )
    piece = data.draw(kind(language, False))
    found = checks(_statement(language, [piece]))
    assert {check.rule for check in found if check.status == "holds"} >= rules


@unhurried
@given(campaigns(is_broken=False))
def test_sound_campaigns(told: Campaigns) -> None:
    found = [check for check in checks(told.statement, parents=told.parents) if check.rule == "campaign-total"]
    statuses = sorted(check.status for check in found)
    assert statuses in (["holds"] * 4, ["holds"] * 3 + ["rounding"])


@unhurried
@given(campaigns(is_broken=True))
def test_campaigns_with_a_planted_error(told: Campaigns) -> None:
    failures = _failures(checks(told.statement, parents=told.parents))
    assert len(failures) == 1
    assert told.planted in failures[0].figures


def _documents(told: Telling) -> list[Audited]:
    first, second = Statement("a.zh.txt"), Statement("b.en.txt", language="en")
    for one, other in zip(told.first, told.second, strict=True):
        first.say("数字是{}。", one)
        second.say("The number is {}.", other)
    return audited(first, second)


@unhurried
@given(tellings(is_broken=False))
def test_a_rounded_telling_is_no_conflict(told: Telling) -> None:
    assert _failures(audit(_documents(told), {})) == []


@unhurried
@given(tellings(is_broken=True))
def test_a_wrong_telling_is_a_conflict(told: Telling) -> None:
    failures = _failures(audit(_documents(told), {}))
    assert told.planted is not None
    assert [check.figures for check in failures] == [(told.planted, len(told.first) + told.planted)]
