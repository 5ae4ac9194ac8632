"""What is sent in fewer bytes draws the same."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from policestats_tui.app.thrift import erases, shortened

_COLOURS = st.sampled_from(
    (
        "",
        "31",
        "39",
        "97",
        "38;5;200",
        "38;2;1;2;3",
        "49",
        "44",
        "104",
        "48;5;9",
        "48;2;0;120;7",
        "38;2;9;9;9;48;2;1;1;1",
    )
)
_ATTRIBUTES = st.sets(st.sampled_from(("1", "3", "4", "7", "9")))
_WORDS = st.one_of(
    st.text("ab 案Σ", min_size=1, max_size=4), st.integers(11, 14).map(lambda number: "a" + " " * number)
)


@st.composite
def looks(draw: st.DrawFn) -> str:
    """A piece as Textual sends it."""
    codes = ";".join((*sorted(draw(_ATTRIBUTES)), *filter(None, (draw(_COLOURS),))))
    return f"\x1b[{codes}m{draw(_WORDS)}\x1b[0m" if codes else draw(_WORDS)


_PLACE = st.tuples(st.integers(1, 5), st.integers(1, 20)).map(lambda at: f"\x1b[{at[0]};{at[1]}H")
_OUTPUT = st.lists(st.one_of(looks(), looks(), _PLACE, _PLACE.map(lambda place: f"\x1b[2;3H\r\n{place}")), max_size=12)


def drawn(*outputs: str) -> list[object]:
    screen = pyte.Screen(240, 6)
    stream = pyte.Stream(screen)
    for output in outputs:
        stream.feed(output)
    cells = [screen.buffer[row][column] for row in range(6) for column in range(240)]
    return [*cells, screen.cursor.x, screen.cursor.y, screen.cursor.attrs]


@given(st.lists(_OUTPUT.map("".join), max_size=3), st.booleans())
def test_the_screen_is_the_same(outputs: list[str], erasing: bool) -> None:
    assert drawn(*(shortened(output, erasing) for output in outputs)) == drawn(*outputs)


@given(_OUTPUT.map("".join), st.booleans())
def test_it_is_never_longer(output: str, erasing: bool) -> None:
    assert len(shortened(output, erasing)) <= len(output)


def test_blanks_are_erased_where_only_their_background_shows() -> None:
    plain, underlined = f"\x1b[44ma{' ' * 30}b\x1b[0m", f"\x1b[4ma{' ' * 30}b\x1b[0m"
    assert shortened(plain, erasing=True) == "\x1b[44ma\x1b[30X\x1b[30Cb\x1b[0m"
    assert shortened(plain) == plain
    assert shortened(underlined, erasing=True) == underlined


def test_gnu_screen_is_sent_blanks() -> None:
    assert erases({"TERM": "xterm-256color"})
    assert not erases({"TERM": "screen-256color"})
    assert not erases({"TERM": "xterm-256color", "STY": "1.pts"})


def test_what_does_not_change_is_not_said_again() -> None:
    piece = "\x1b[1;38;2;9;9;9;48;2;1;1;1m{}\x1b[0m"
    other = "\x1b[38;2;9;9;9;48;2;1;1;1m{}\x1b[0m"
    assert shortened(piece.format("a") + piece.format("b") + other.format("c")) == (
        "\x1b[1;38;2;9;9;9;48;2;1;1;1mab\x1b[22mc\x1b[0m"
    )


def test_a_copy_is_left_alone() -> None:
    assert shortened("\x1b]52;c;YWJj\x07") == "\x1b]52;c;YWJj\x07"
