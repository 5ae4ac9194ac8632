"""How much of a text is given to the right speaker: the share of characters whose turn agrees in kind and speaker."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from policestats_tui.engine.model import Turn

Row = Mapping[str, Any]
Voice = tuple[str, str | None] | None


def read_turns(path: Path) -> list[Row]:
    """Return the rows of a JSONL file with the fields start, end, kind and speaker."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def rows(turns: Iterable[Turn]) -> list[Row]:
    """Return turns as rows."""
    return [{"start": t.start, "end": t.end, "kind": t.kind, "speaker": t.speaker} for t in turns]


def share(expected: Sequence[Row], found: Sequence[Row], length: int) -> float:
    """Return the share of the characters of a text of `length` that both give to one voice, or both to none."""
    if not length:
        return 1.0
    agreeing = sum(one == other for one, other in zip(voices(expected, length), voices(found, length), strict=True))
    return agreeing / length


def voices(turns: Sequence[Row], length: int) -> Iterator[Voice]:
    """Yield for each character the kind and speaker of its turn, or None."""
    heard: list[Voice] = [None] * length
    for turn in turns:
        voice = (turn["kind"], turn["speaker"])
        heard[turn["start"] : turn["end"]] = [voice] * (turn["end"] - turn["start"])
    return iter(heard)
