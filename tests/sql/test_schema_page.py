"""The page about the tables says what the tables say."""

from bench.schema import PAGE, page


def test_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m bench.schema"
