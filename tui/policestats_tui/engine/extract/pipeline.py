"""The whole extraction of one document, as a pure function that runs in any process."""

from dataclasses import dataclass

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.campaigns import named_campaigns
from policestats_tui.engine.extract.figures import MeasureWords, find_measured, in_local_money
from policestats_tui.engine.extract.outline import read_lines
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.extract.quotations import find_quotations
from policestats_tui.engine.extract.setting import SettingWords, Text, find_document_campaigns, set_figures
from policestats_tui.engine.extract.turns import find_turns
from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Document, Extraction, Figure, Measured, Setting


@dataclass(frozen=True, slots=True)
class _Words:
    """What is built from a lexicon once a process."""

    lexicon: Lexicon
    measures: MeasureWords
    setting: SettingWords


_built: list[_Words] = []


def _words(lexicon: Lexicon) -> _Words:
    """Return the word lists of a lexicon; those of the last one are kept."""
    if not _built or (_built[0].lexicon is not lexicon and _built[0].lexicon != lexicon):
        _built[:] = [_Words(lexicon, MeasureWords.of(lexicon), SettingWords.of(lexicon))]
    return _built[0]


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Return the passages, turns, figures and campaigns of a document, in reading order.

    The function is pure but for the word lists it keeps; input and output can be pickled. Its cost is linear in the
    length of the text.
    """
    words = _words(lexicon)
    text = simplify(document.text)
    passages = split_passages(text, document.body)
    lines = read_lines(text, document.body)
    floor = find_turns(text, document.text, lines)
    quoted = find_quotations(text, document.text, lines, floor)
    turns = sorted((*floor, *quoted), key=lambda turn: turn.start)
    read = Text(document, text, passages, lines, floor, turns)
    region = document.metadata.region
    measured = [in_local_money(one, text, region) for one in find_measured(text, passages, words.measures)]
    measured.sort(key=lambda one: one.start)
    campaigns = find_document_campaigns(read, words.setting)
    settings = set_figures(read, measured, campaigns, words.setting)
    figures = tuple(_figure(document, one, where) for one, where in zip(measured, settings, strict=True))
    named = named_campaigns(campaigns, lexicon.campaigns)
    return Extraction(document, passages, tuple(read.turns), figures, named)


def _figure(document: Document, measured: Measured, setting: Setting) -> Figure:
    text = document.text[measured.start : measured.end]
    return Figure(
        document.name, measured.start, measured.end, text, measured.value, measured.unit, measured.precision,
        measured.qualifier, measured.kind, measured.direction, measured.basis, measured.object, measured.action,
        measured.label, setting.campaign, setting.topic, setting.region, setting.period, setting.speaker,
        setting.scope, measured.marginal, measured.refers_to, measured.why + setting.why,
    )  # fmt: skip
