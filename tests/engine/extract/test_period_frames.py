"""Which time a figure is of, where its own sentence does not say."""

from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Document, Metadata


def periods(text: str, published: str = "2023-10-20", region: str = "china") -> list[str]:
    """Return the periods of the figures of a document, in reading order."""
    document = Document("a.txt", text, Metadata(published=published, region=region))
    return [figure.period for figure in extract(document, shipped_lexicon()).figures]


def test_the_days_that_a_report_is_about_hold_for_all_of_it() -> None:
    text = (
        "Police report on the harvest patrols\n\nThe bureau told of its harvest patrols, which ran from July 3 to"
        " September 12.\n\nOfficers solved 214 thefts. On one night in August alone 31 sheds were checked.\n\nFarmers"
        " were handed 5,300 leaflets."
    )
    assert periods(text) == ["2023-07-03/2023-09-12", "2023-08", "2023-07-03/2023-09-12"]


def test_the_year_of_a_story_at_the_head_is_not_what_the_rest_is_about() -> None:
    text = (
        "Officers warn of false nurses\n\nWhen Mrs Hu paid 90,000 yuan to a stranger in 2017, she was told to wait.\n\n"
        "The bureau has visited 4,100 households."
    )
    assert periods(text) == ["2017", "unknown"]


def test_a_month_in_which_something_was_only_launched_frames_nothing() -> None:
    text = "Police at the border\n\nThe patrols were launched in July. Police have dismantled 37 dens."
    assert periods(text) == ["unknown"]
