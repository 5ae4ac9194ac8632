"""A document broken into lines: once for each width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policestats_tui.app.cells import visible, wrap

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line on screen: a stretch of the text, or a heading."""

    start: int
    end: int
    heading: str | None = None


@dataclass(frozen=True, eq=False)
class SourceText:
    """What the source pane draws; offsets count code points of `text`, which is made `visible`.

    `begin` is where drawing starts; `figures` are underlined, `matches` marked, both sorted by their start; `headings`
    are (offset, words), sorted, that stand on lines of their own before that offset.
    """

    text: str
    begin: int = 0
    figures: Sequence[Span] = ()
    matches: Sequence[Span] = ()
    headings: Sequence[tuple[int, str]] = ()
    _lines: dict[int, Sequence[Line]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Show what is hidden in the text."""
        object.__setattr__(self, "text", visible(self.text))

    def lines(self, room: int) -> Sequence[Line]:
        """Return the lines of at most `room` cells; none is blank at the beginning, no two are blank on end."""
        if room not in self._lines:
            self._lines[room] = list(self._without_blank_ends(self._broken(room)))
        return self._lines[room]

    def _broken(self, room: int) -> Iterator[Line]:
        """Yield the lines of the text, with headings between them."""
        at = self.begin
        for offset, words in (*self.headings, (len(self.text), None)):
            stop = max(at, offset)
            if stop > at:
                yield from (Line(start, end) for start, end in wrap(self.text, at, stop, room))
            if words is not None:
                yield Line(stop, stop, words)
            at = stop

    def _without_blank_ends(self, lines: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines but blank ones at the beginning and behind a blank one."""
        was_blank = True
        for line in lines:
            blank = line.heading is None and not self.text[line.start : line.end].strip()
            if not (blank and was_blank):
                yield line
            was_blank = blank
