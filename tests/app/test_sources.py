"""Documents broken into lines, and kept at hand."""

from policestats_tui.app.sources import Ready, Shelf
from policestats_tui.app.wrapping import SourceText
from policestats_tui.engine.browse.records import SourceDocument
from policestats_tui.engine.model import Language


def drawn(text: SourceText, room: int) -> list[str]:
    """Return the lines as they are drawn, headings marked."""
    return [f"# {line.heading}" if line.heading else text.text[line.start : line.end] for line in text.lines(room)]


class TestLines:
    def test_headings_stand_between_the_lines(self) -> None:
        text = SourceText("head\n\none two three\nfour", begin=5, headings=((6, "Wen Bo"), (20, "Lu Yan")))
        assert drawn(text, 8) == ["# Wen Bo", "one two ", "three", "", "# Lu Yan", "four"]

    def test_no_two_blank_lines_stand_together(self) -> None:
        assert drawn(SourceText("\n\none\n \n\n\ntwo\n"), 20) == ["one", " ", "two", ""]

    def test_what_is_hidden_is_shown(self) -> None:
        assert drawn(SourceText("a\u202eb\x1bc"), 20) == ["a�b␛c"]

    def test_a_width_is_worked_out_once(self) -> None:
        text = SourceText("one two three")
        assert text.lines(6) is text.lines(6)
        assert text.lines(6) is not text.lines(20)


def one(number: int, length: int = 10, language: Language = "en") -> Ready:
    text = "x" * length
    document = SourceDocument(number, "", "", None, None, None, None, None, "original", None, 0, text)
    return Ready(document, SourceText(text), language)


class TestShelf:
    def test_a_document_is_at_hand_in_its_language(self) -> None:
        shelf = Shelf()
        kept = shelf.put(one(1))
        assert shelf.take(1, "en") is kept
        assert shelf.take(2, "en") is None
        assert shelf.take(1, "zh") is None

    def test_the_longest_unused_goes_first(self) -> None:
        shelf = Shelf()
        for number in (1, 2):
            shelf.put(one(number, 400_000))
        shelf.take(1, "en")
        shelf.put(one(3, 400_000))
        assert [number for number in (1, 2, 3) if shelf.take(number, "en")] == [1, 3]

    def test_a_document_that_is_longer_than_the_shelf_is_kept_alone(self) -> None:
        shelf = Shelf()
        shelf.put(one(1))
        shelf.put(one(2, 2_000_000))
        assert [number for number in (1, 2) if shelf.take(number, "en")] == [2]

    def test_what_is_wanted_is_asked_for_once(self) -> None:
        shelf = Shelf()
        shelf.put(one(1))
        assert shelf.wanted([1, 2, 3, 2], "en") == [2, 3]
        assert shelf.wanted([2, 3, 4], "en") == [4]
        assert shelf.wanted([1], "zh") == [1]
