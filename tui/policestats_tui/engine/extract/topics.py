"""Which area of crime or work a figure is about, told by cue words near it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from policestats_tui.engine.extract.sentences import Sentence, clause_start
from policestats_tui.engine.lexicon import NamedRow
from policestats_tui.engine.words import Found, WordList

GENERAL = "general"


def topic_words(topics: Mapping[str, NamedRow]) -> WordList[str]:
    """Return the list that finds every cue word of every topic."""
    return WordList((form, row.id) for row in topics.values() for form in (*row.zh, *row.en) if form)


@dataclass(slots=True)
class TopicTrack:
    """Follows the text sentence by sentence; keeps the topic of section and paragraph."""

    text: str
    section: str = GENERAL
    paragraph: str = GENERAL
    cues: Sequence[Found[str]] = field(default_factory=list)

    def open_section(self, cues: Sequence[Found[str]]) -> None:
        """Begin a turn or an article, whose heading holds `cues`."""
        self.section = self.paragraph = _most(cues) or GENERAL

    def read(self, sentence: Sentence, cues: Sequence[Found[str]]) -> None:
        """Take in the next sentence and its cue words."""
        self.cues = cues
        if sentence.first:
            self.paragraph = _most(cues) or self.section
        elif sentence.item:
            self.paragraph = _most(cues) or self.paragraph
        elif self.paragraph == GENERAL:
            self.paragraph = _most(cues) or GENERAL

    def at(self, sentence: Sentence, start: int, end: int) -> tuple[str, Found[str] | None]:
        """Return the topic of the figure at `text[start:end]`: of its clause, its sentence, its paragraph."""
        for marks in (",;", ";"):
            clause = clause_start(self.text, sentence, start, marks)
            stop = min(
                (p for p in (self.text.find(mark, end, sentence.end) for mark in marks) if p >= 0), default=sentence.end
            )
            near = [cue for cue in self.cues if clause <= cue.start < stop]
            if near:
                return _last_of(near, start)
        before = [cue for cue in self.cues if cue.start < start]
        if before:
            return _last_of(before, start)
        return self.paragraph, None


def _most(cues: Sequence[Found[str]]) -> str | None:
    """Return the topic with most cues; of equals, the one named first."""
    counts = Counter(cue.row for cue in cues)
    return counts.most_common(1)[0][0] if counts else None


def _last_of(cues: Sequence[Found[str]], start: int) -> tuple[str, Found[str]]:
    """Return the cue nearest to a figure."""
    cue = min(cues, key=lambda cue: abs(cue.start - start))
    return cue.row, cue
