"""Sentences as they are read: what is planted in them is found, and nothing sound is blamed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from policestats_tui.engine.audit import audit, evidence
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Check, Document, Figure, Language, Metadata
from tests.engine.audit.sentences import Sentence, broken, sound

HEADS: dict[Language, str] = {
    "zh": "北县公安局召开新闻发布会\n\n北县公安局副局长 林海\n\n",
    "en": "North County police hold a press conference\n\n",
}
languages = st.sampled_from(("zh", "en"))


def _pattern(sentence: Sentence) -> str:
    return sentence.pattern


def _read(language: Language, sentences: list[Sentence]) -> tuple[tuple[Figure, ...], list[Check]]:
    """Extract and audit a briefing with one sentence a paragraph."""
    text = HEADS[language] + "".join(sentence.text + "\n\n" for sentence in sentences)
    metadata = Metadata("north-2022", published="2022-01-10", held="2022-01-10", language=language)
    extraction = extract(Document("north.txt", text, metadata), shipped_lexicon())
    parents = {campaign.id: campaign.parent for campaign in extraction.campaigns}
    return extraction.figures, audit(evidence(extraction, "north-2022"), parents)


@given(st.data(), languages)
@settings(max_examples=60)
def test_nothing_sound_is_blamed(data: st.DataObject, language: Language) -> None:
    sentences = data.draw(st.lists(sound(language), min_size=1, max_size=6, unique_by=_pattern))
    _, found = _read(language, sentences)
    assert [check.explanation_en for check in found if check.status == "mismatch"] == []


@given(st.data(), languages)
@settings(max_examples=60)
def test_every_planted_number_is_found(data: st.DataObject, language: Language) -> None:
    wrong = data.draw(broken(language))
    others = sound(language).filter(lambda sentence: sentence.pattern != wrong.pattern)
    sentences = data.draw(st.lists(others, max_size=2, unique_by=_pattern))
    sentences.insert(data.draw(st.integers(0, len(sentences))), wrong)
    figures, found = _read(language, sentences)
    blamed = {figures[index].text for check in found if check.status == "mismatch" for index in check.figures}
    assert wrong.planted is not None
    assert any(text.startswith(wrong.planted) for text in blamed)
