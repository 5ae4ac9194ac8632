"""Times the explorer beside a bare Textual table and harlequin, under a pty.

`python -m bench.explorer EMBEDDED.duckdb MILLION.duckdb --harlequin PATH [--write docs/performance.md]`

All programs take turns in one run on one machine, so that their ratios mean something where times do not. A repaint
ends with its last byte; bytes that come later than `QUIET` seconds after it belong to no key.
"""

import argparse
import compileall
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import policestats_tui
from bench.terminal import Repaint, Terminal

COLUMNS, LINES = 120, 40
QUIET = 0.2
SETTLED = 1.5
_DOWN, _PAGE_DOWN, _PAGE_UP = b"\x1b[B", b"\x1b[6~", b"\x1b[5~"
_MARKS = str.maketrans("", "", "▶▌▐ ▁▂▃▄▅▆▇")

Told = Callable[[str], bool]


@dataclass(frozen=True)
class Program:
    """A program to be timed: when its first frame and data are on screen, and what leads into a long table."""

    name: str
    command: Sequence[str]
    frame: Told
    data: Told
    lead: Sequence[bytes] = ()
    keys: bool = True
    """Whether its keys are timed."""


@dataclass
class Measured:
    """What was measured of a program: milliseconds, bytes, MB."""

    frame: list[float] = field(default_factory=list)
    data: list[float] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)
    repaints: dict[str, list[Repaint]] = field(default_factory=dict)
    still: list[int] = field(default_factory=list)
    """Bytes of cursor moves after which the lines of the source pane stood where they had stood."""


def measure(program: Program, found: Measured, moves: int) -> None:
    """Start a program once, and note what it does."""
    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{name}_HOME": home for name in ("CACHE", "CONFIG", "DATA", "STATE")} | {"HOME": home}
        terminal = Terminal(program.command, COLUMNS, LINES, places, Path.cwd())
        try:
            terminal.wait(lambda: program.data(terminal.screen), 60)
            terminal.rest(SETTLED, 4 * SETTLED)
            found.frame.append((terminal.when(program.frame) or 0) * 1e3)
            found.data.append((terminal.when(program.data) or 0) * 1e3)
            if program.keys:
                for key in program.lead:
                    terminal.send(key)
                    terminal.rest(SETTLED / 2)
                _press(terminal, found, moves)
            found.resident.append(terminal.resident())
        finally:
            terminal.close()


def _press(terminal: Terminal, found: Measured, moves: int) -> None:
    """Move in the page, go past its end and scroll on, and turn pages."""
    for name, keys in (
        ("cursor", [_DOWN] * min(moves, 10)),
        ("", [_DOWN * LINES]),
        ("scroll", [_DOWN] * min(moves, 12)),
        ("page", [_PAGE_UP, _PAGE_DOWN] * (moves // 2)),
    ):
        came = found.repaints.setdefault(name, [])
        for key in keys:
            before = _source(terminal.screen)
            repaint = terminal.key(key, QUIET)
            if repaint is not None:
                came.append(repaint)
                if name == "cursor" and before == _source(terminal.screen):
                    found.still.append(repaint.size)


def _source(screen: str) -> list[str]:
    """Return the lines of the lower half without marks and blanks: the source pane, where there is one."""
    return screen.translate(_MARKS).splitlines()[LINES // 2 : -1]


def _timed(one: Measured) -> Iterator[tuple[str, list[Repaint]]]:
    """Yield the kinds of keys that are timed; the one without a name only leads to the next."""
    return ((kind, repaints) for kind, repaints in one.repaints.items() if kind)


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def programs(embedded: Path, million: Path, harlequin: str | None) -> Iterator[Program]:
    """Yield what is timed: ours on both databases, the bare table, harlequin on both."""
    for name, database, campaign in (("embedded", embedded, "Kunlun 2020"), ("million", million, "Series 1")):
        yield Program(
            f"explorer, {name}",
            (sys.executable, "-m", "policestats_tui", str(database)),
            lambda screen: "Campaigns" in screen,
            lambda screen, campaign=campaign: campaign in screen and "measure " in screen,  # type: ignore[misc]
            (b"\r", b"v", b"v"),
        )
        if harlequin:
            yield Program(
                f"harlequin, {name}",
                (harlequin, "--read-only", str(database)),
                lambda screen: "Query Editor" in screen,
                lambda screen, database=database: f"{database.stem} db" in screen,  # type: ignore[misc]
                keys=False,
            )
    bare = str(Path(__file__).with_name("bare_app.py"))
    yield Program("bare table", (sys.executable, bare), lambda s: "No.1" in s, lambda s: "measure 9" in s)


@dataclass(frozen=True)
class Target:
    """Something that must not be more than it may be."""

    what: str
    found: float
    allowed: float

    @property
    def kept(self) -> bool:
        """Whether it is not more."""
        return self.found <= self.allowed


def targets(found: dict[str, Measured]) -> Iterator[Target]:
    """Yield each target: ratios of times measured in this run, bytes, and memory."""
    bare = found["bare table"]
    for name in ("embedded", "million"):
        ours, peer = found[f"explorer, {name}"], found.get(f"harlequin, {name}")
        yield Target(f"{name}: first frame / bare table's", median(ours.frame) / median(bare.frame), 1.3)
        if peer:
            yield Target(f"{name}: first frame / harlequin's", median(ours.frame) / median(peer.frame), 0.5)
            yield Target(f"{name}: first data / harlequin's", median(ours.data) / median(peer.data), 0.5)
        for kind, repaints in _timed(ours):
            ratio = p95([each.last_ms for each in repaints]) / p95([each.last_ms for each in bare.repaints[kind]])
            yield Target(f"{name}: p95 of {kind} / bare table's", ratio, 1.0)
        yield Target(f"{name}: bytes a cursor move, source standing still (p95)", p95(ours.still or [0]), 700)
        yield Target(f"{name}: resident MB", median(ours.resident), 100)


def report(found: dict[str, Measured], rounds: int) -> Iterator[str]:
    """Yield the lines of the page's tables."""
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    yield f"Measured {moment} UTC at {COLUMNS}×{LINES}, medians of {rounds} rounds in turn. Times in ms, memory in MB."
    yield ""
    yield "| program | first frame | first data | resident |"
    yield "| --- | --: | --: | --: |"
    for name, one in found.items():
        yield f"| {name} | {median(one.frame):.0f} | {median(one.data):.0f} | {median(one.resident):.0f} |"
    yield ""
    yield "| program | key | p50 | p95 | bytes p50 | bytes p95 |"
    yield "| --- | --- | --: | --: | --: | --: |"
    for name, one in found.items():
        for kind, repaints in _timed(one):
            times, sizes = [each.last_ms for each in repaints], [each.size for each in repaints]
            numbers = f"{median(times):.1f} | {p95(times):.1f} | {median(sizes):.0f} | {p95(sizes):.0f}"
            yield f"| {name} | {kind} | {numbers} |"
    yield ""
    yield "| target | measured | allowed | |"
    yield "| --- | --: | --: | --- |"
    for target in targets(found):
        kept = "✓" if target.kept else "✗"
        yield f"| {target.what} | {target.found:.3g} | {target.allowed:g} | {kept} |"


def write(page: Path, lines: Sequence[str]) -> None:
    """Put the lines between the marks of a page."""
    begin, end = "<!-- bench/explorer.py -->\n", "<!-- end -->\n"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(before + begin + "\n".join(lines) + "\n" + end + after, encoding="utf-8")


def main() -> int:
    """Measure, print the tables, and return 1 where a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("embedded", type=Path)
    parser.add_argument("million", type=Path)
    parser.add_argument(
        "--harlequin", metavar="PATH", help="harlequin's command, which wants an environment of its own"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--moves", type=int, default=24, help="keys of each kind in each round")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="page to put the tables into")
    options = parser.parse_args()
    # As pip leaves an installed program. A checkout without bytecode would compile itself at every start.
    compileall.compile_dir(Path(policestats_tui.__file__).parent, quiet=2)
    timed = list(programs(options.embedded.resolve(), options.million.resolve(), options.harlequin))
    found = {program.name: Measured() for program in timed}
    for round_ in range(options.rounds):
        for program in timed:
            sys.stderr.write(f"round {round_ + 1} of {options.rounds}: {program.name}\n")
            measure(program, found[program.name], options.moves)
    lines = list(report(found, options.rounds))
    print("\n".join(lines))
    if options.write:
        write(options.write, lines)
    return 0 if all(target.kept for target in targets(found)) else 1


if __name__ == "__main__":
    sys.exit(main())
