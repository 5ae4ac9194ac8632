"""The documentation says what the program does: every command line in it can be typed, every link leads somewhere."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from policestats_tui.cli.arguments import parse
from policestats_tui.cli.descriptions import COMMANDS, FIGURE_FILTERS, FILTERS
from tests.support import ROOT, run

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"])
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(policestats-tui[^`\n]*)`")
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_PLACEHOLDERS = re.compile(r"\b(?:FOLDER|QUERY|PATH|DB|COMMAND)\b")


def lines(page: Path) -> Iterator[str]:
    """Yield the command lines of a page that call the program, without comments and redirections."""
    text = page.read_text(encoding="utf-8")
    whole = [line for block in _BLOCK.findall(text) for line in block.splitlines()]
    for line in [*whole, *_INLINE.findall(text)]:
        if re.match(r"policestats-tui\b", line):
            yield re.sub(r"\s+[#>].*", "", line)


WRITTEN = sorted({(page.name, line) for page in PAGES for line in lines(page)})


@pytest.mark.parametrize(("page", "line"), WRITTEN)
def test_command_line_can_be_typed(page: str, line: str) -> None:
    words = shlex.split(line.replace("COMMAND", "show"))[1:]
    if "--help" in words:
        with pytest.raises(SystemExit, match="0"):
            parse(words)
    elif words != ["build"]:  # Named, not typed.
        assert parse(words)


ANSWERED = [
    line
    for _, line in WRITTEN
    if line.split()[1:2] and line.split()[1] in COMMANDS.keys() - {"build", "doctor"} and not _PLACEHOLDERS.search(line)
]


@pytest.mark.parametrize("line", sorted(set(ANSWERED)))
def test_printed_answer_is_not_empty(line: str) -> None:
    """The lines of the guide are about the embedded corpus, or a database that holds as much."""
    words = shlex.split(line)[1:]
    if "--db" in words:
        del words[words.index("--db") : words.index("--db") + 2]
    result = run(*words)
    assert (result.returncode, result.stdout != b"") == (0, True), result.stderr.decode()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_guide_tells_of_every_command_and_filter() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}`" not in guide and f"policestats-tui {name}" not in guide] == []
    assert [name for name in (*FILTERS, *FIGURE_FILTERS, "lang", "labels") if f"--{name}" not in guide] == []
