"""How well extraction reads the written documents: `python -m bench.documents [--write] [--diff [DOCUMENT…]]`.

`--write` puts the table into `docs/extraction.md`; `--diff` lists what is wrong, each with its words.
"""

import argparse
from collections.abc import Iterator, Sequence

from tests.digests.scoring import RECORD, Comparison, wrong_fields
from tests.engine.extract.written import FURTHER, NAMES, agreement, extractions, heard, speaker_share, together
from tests.support import ROOT

FIELDS = ("qualifier", "kind", "direction", "object", "action", "campaign", "region", "period", "speaker", "scope")
DOCUMENT = ROOT / "docs" / "extraction.md"
BEGIN, END = "<!-- written documents: begin -->", "<!-- written documents: end -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--diff", nargs="*", metavar="DOCUMENT")
    options = parser.parse_args()
    lines = list(scores())
    print("\n".join(lines))
    if options.write:
        write(lines)
    if options.diff is not None:
        for name in options.diff or (*NAMES, *FURTHER):
            print(f"\n{name}")
            print("\n".join(f"  {line}" for line in differences(name)))


def scores() -> Iterator[str]:
    """Yield a table in Markdown: one row a document, and one for each of the two collections."""
    columns = ("document", "figures", "span F1", "value+unit", *FIELDS, "full record", "speaker's text")
    yield "| " + " | ".join(columns) + " |"
    yield "| --- |" + " ---: |" * (len(columns) - 1)
    for name in NAMES:
        yield _row(name, agreement(name), speaker_share(name))
    yield _row("**sets 1 to 5**", together(NAMES), heard(NAMES))
    for name in FURTHER:
        yield _row(name, agreement(name), speaker_share(name))
    yield _row("**further**", together(FURTHER), heard(FURTHER))


def _row(name: str, found: Comparison, told: float) -> str:
    both = sum(not wrong_fields(*pair, ("value", "unit")) for pair in found.pairs) / len(found.pairs)
    shares = (found.f1, both, *map(found.accuracy, FIELDS), found.full_record, told)
    return f"| {name} | {found.expected} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def differences(name: str) -> Iterator[str]:
    """Yield what is missed (-), too much (+) and wrong (~) in a document, in reading order."""
    found, text = agreement(name), extractions()[name].document.text
    lines = [(row["start"], f"- {row['text']}") for row in found.missed]
    lines += [(row["start"], f"+ {row['text']}") for row in found.spurious]
    for one, other in found.pairs:
        if wrong := wrong_fields(one, other, (*RECORD, *FIELDS)):
            told = ", ".join(f"{field} {one[field]!r} <> {other[field]!r}" for field in dict.fromkeys(wrong))
            lines.append((one["start"], f"~ {text[max(one['start'] - 24, 0) : one['end'] + 12]!r}: {told}"))
    yield from (line for _, line in sorted(lines))


def write(lines: Sequence[str]) -> None:
    """Put the table between its marks in the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    DOCUMENT.write_text(head + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
