"""The whole extraction of one document, as a pure function that runs in any process."""

from policestats_tui.engine.characters import simplify
from policestats_tui.engine.extract.figures import find_measured
from policestats_tui.engine.extract.passages import split_passages
from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Document, Extraction, Figure, Measured, Setting


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Return the passages, turns, figures and campaigns of a document, in reading order.

    The function keeps no state and its input and output can be pickled. Its cost is linear in the length of the text.
    """
    text = simplify(document.text)
    passages = split_passages(text, document.body)
    measured = find_measured(text, passages, lexicon)
    setting = Setting(None, "general", document.metadata.region or "unknown", "unknown", None, "aggregate")
    figures = tuple(_figure(document, one, setting) for one in measured)
    return Extraction(document, passages, (), figures, ())


def _figure(document: Document, measured: Measured, setting: Setting) -> Figure:
    return Figure(
        document.name, measured.start, measured.end, document.text[measured.start : measured.end],
        measured.value, measured.unit, measured.precision, measured.qualifier, measured.kind, measured.direction,
        measured.basis, measured.object, measured.action, measured.label,
        setting.campaign, setting.topic, setting.region, setting.period, setting.speaker, setting.scope,
        measured.marginal, measured.refers_to, measured.why + setting.why,
    )  # fmt: skip
