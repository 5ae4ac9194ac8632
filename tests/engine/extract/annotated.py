"""Texts in which each figure is written with its setting: `[[125 | campaign | region | period | speaker | scope]]`.

`-` means none. The head of a file gives the document's date and region, one `name: value` a line.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from policestats_tui.engine.model import Document, Metadata

_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]]+)\]\]")
FIELDS = ("campaign", "region", "period", "speaker", "scope")


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure's span in the plain text and where it should stand."""

    start: int
    end: int
    setting: tuple[str | None, ...]


def read_annotated(path: Path) -> tuple[Document, list[Expected]]:
    """Return the document without its marks, and what each marked figure should say."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    expected: list[Expected] = []
    plain, last = "", 0
    for match in _MARK.finditer(body):
        plain += body[last : match.start()]
        number = match.group(1).strip()
        cells = tuple(None if cell.strip() == "-" else cell.strip() for cell in match.group(2).split("|"))
        assert len(cells) == len(FIELDS), match.group()
        expected.append(Expected(len(plain), len(plain) + len(number), cells))
        plain += number
        last = match.end()
    plain += body[last:]
    return Document(path.name, plain, Metadata(held=facts["date"], region=facts["region"])), expected
