"""Measures extraction against gold and prints the table of `docs/extraction.md`: `python -m bench.extraction`.

Options: `--shared DIR` (default `../shared`) holds `seeds/`, `gold/` and `tools/score.py`; `--write` puts the table
into `docs/extraction.md`; `--speed` also times the pipeline and quantulum3 on the same English text, in one run.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from policestats_tui.engine.extract.inference import Gazetteer
from policestats_tui.engine.extract.pipeline import extract
from policestats_tui.engine.lexicon import shipped_lexicon
from policestats_tui.engine.model import Extraction
from policestats_tui.engine.read.files import Source, find_sources, read_source
from tests.engine.extract.turn_scorer import read_turns, rows, share
from tests.support import ROOT

FIELDS = (
    "qualifier", "kind", "direction", "object", "action", "campaign", "region", "period", "speaker", "scope",
)  # fmt: skip
DOCUMENT = ROOT / "docs" / "extraction.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    lines = list(report(options.shared, options.speed))
    print("\n".join(lines))
    if options.write:
        write(lines)


def report(shared: Path, speed: bool) -> Iterator[str]:
    """Yield the lines of the report in Markdown."""
    extractions = extract_all(shared / "seeds")
    scores = score(shared, extractions)
    yield from figure_table(scores)
    yield ""
    yield from turn_table(shared / "gold", extractions)
    if speed:
        yield ""
        yield from speed_lines(extractions)


def extract_all(folder: Path) -> list[Extraction]:
    """Return the extraction of each document of a folder."""
    lexicon = shipped_lexicon()
    gazetteer = Gazetteer.of(lexicon)
    sources = [item for item in find_sources([folder]) if isinstance(item, Source)]
    return [extract(read_source(source, gazetteer), lexicon) for source in sources]


def score(shared: Path, extractions: Sequence[Extraction]) -> Mapping[str, Any]:
    """Return what `score.py` says of the figures."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "found.jsonl"
        found = (asdict(figure) for extraction in extractions for figure in extraction.figures)
        out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
        command = [sys.executable, str(shared / "tools" / "score.py"), str(shared / "gold"), str(out), "--json"]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: Mapping[str, Any] = json.loads(answer.stdout)
    return scores


def figure_table(scores: Mapping[str, Any]) -> Iterator[str]:
    """Yield one row a document and one for all, with a column a measure."""
    columns = ("document", "figures", "span F1", "value+unit", *FIELDS, "full record")
    yield "| " + " | ".join(columns) + " |"
    yield "| --- |" + " ---: |" * (len(columns) - 1)
    entries = [*scores["documents"].items(), ("**all**", scores["total"])]
    for name, entry in entries:
        fields = [_shown(entry["fields"].get(field, {}).get("acc")) for field in FIELDS]
        cells = [name[:3] if name[:3].isdigit() else name, str(entry["gold"]), _shown(entry["f1"])]
        cells += [_shown(entry["value_unit"]), *fields, _shown(entry["full_record"])]
        yield "| " + " | ".join(cells) + " |"


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def turn_table(gold: Path, extractions: Sequence[Extraction]) -> Iterator[str]:
    """Yield the share of characters given to the right speaker, a document a row."""
    yield "| document | characters | to the right speaker |"
    yield "| --- | ---: | ---: |"
    right = total = 0.0
    for extraction in extractions:
        document = extraction.document
        table = gold / f"{Path(document.name).stem}.turns.jsonl"
        if not table.is_file():
            continue
        length = len(document.text)
        agreed = share(read_turns(table), rows(extraction.turns), length)
        right, total = right + agreed * length, total + length
        yield f"| {document.name[:3]} | {length:,} | {agreed:.4f} |"
    yield f"| **all** | {int(total):,} | {right / total:.4f} |"


def speed_lines(extractions: Sequence[Extraction]) -> Iterator[str]:
    """Yield how many characters a second the pipeline and quantulum3 read, on the same English text."""
    from quantulum3 import parser

    lexicon = shipped_lexicon()
    english = [one.document for one in extractions if one.document.metadata.language == "en"]
    characters = sum(len(document.text) for document in english)
    extract(english[0], lexicon)
    parser.parse(english[0].text[:200])
    own = characters / _seconds(lambda: [extract(document, lexicon) for document in english])
    peer = characters / _seconds(lambda: [parser.parse(document.text) for document in english])
    yield f"On {characters:,} characters of English: this pipeline {own:,.0f} characters a second, with turns,"
    yield f"campaigns and settings; quantulum3 {peer:,.0f}, quantities alone. Ratio {own / peer:.1f}."


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def write(lines: Sequence[str]) -> None:
    """Put the report between the marks of the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    DOCUMENT.write_text(head + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
