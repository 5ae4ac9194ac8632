"""The command `build`."""

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from policestats_tui.engine.assets import folder
from policestats_tui.engine.build.builder import BuildReport, NothingToBuildError, build
from policestats_tui.engine.embedded import user_lexicon
from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.notation import counted
from policestats_tui.engine.safe import one_line

_STAGES = {"read": "reading", "extract": "extracting", "index": "indexing"}


def run(options: argparse.Namespace) -> int:
    """Build a database and say what it holds; files that were passed over are named with the reason."""
    paths: list[Path] = [*options.paths]
    if options.embedded:
        paths.append(folder("data/briefings"))
    overlays = [*user_lexicon(), *([options.lexicon] if options.lexicon else [])]
    bars = _Bars()
    try:
        with bars:
            report = build(paths, options.output, overlays=overlays, jobs=options.jobs, progress=bars.advance)
    except NothingToBuildError as error:
        _name_skipped(error.skipped)
        raise
    _name_skipped(report.skipped)
    sys.stderr.write(_summary(report) + "\n")
    return 0


def _summary(report: BuildReport) -> str:
    passed_over = f", {len(report.skipped)} passed over" if report.skipped else ""
    held = f"{counted(report.documents, 'document')}, {counted(report.figures, 'figure')}"
    return f"{report.path}: {held}{passed_over}"


def _name_skipped(skipped: tuple[BadInputError, ...]) -> None:
    for error in skipped:
        sys.stderr.write(f"policestats-tui: {one_line(str(error))}\n")


class _Bars:
    """A progress bar a stage, on a terminal; nothing elsewhere."""

    def __init__(self) -> None:
        self._tasks: dict[str, TaskID] = {}
        columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, transient=True) if console.is_terminal else None

    def __enter__(self) -> None:
        (self._progress or nullcontext()).__enter__()

    def __exit__(self, *exception: object) -> None:
        if self._progress:
            self._progress.stop()

    def advance(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` of a stage is done."""
        if self._progress is None:
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(_STAGES[stage], total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)
