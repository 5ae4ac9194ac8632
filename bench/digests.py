"""How well extraction agrees with the tables of the embedded digests: `python -m bench.digests [--diff] [DIGEST…]`."""

import argparse
from collections.abc import Iterator

from tests.digests.agreement import BRIEFINGS, DIGESTS, extraction, figures_agree, turns_agree, twin_claims
from tests.digests.scoring import FIELDS, RECORD, Comparison, Row, wrong_fields


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("digests", nargs="*", metavar="DIGEST", help="default: all")
    parser.add_argument("--diff", action="store_true", help="every difference with its sentence")
    options = parser.parse_args()
    digests = options.digests or DIGESTS
    for line in [*scores(digests), *twins(digests, options.diff)]:
        print(line)
    if options.diff:
        for digest in digests:
            print(f"\n{digest}")
            for line in differences(digest):
                print("  " + line)


def scores(digests: list[str]) -> Iterator[str]:
    yield f"{'digest':32}{'rows':>5}{'F1':>7}{'full':>7}" + "".join(f"{field[:7]:>8}" for field in FIELDS) + "   turns"
    for digest in digests:
        found = figures_agree(digest)
        fields = "".join(f"{found.accuracy(field):8.3f}" for field in FIELDS)
        shares = f"{found.f1:7.3f}{found.full_record:7.3f}{fields}"
        yield f"{digest:32}{found.expected:5}{shares}   {_turns(turns_agree(digest))}"


def _turns(found: Comparison) -> str:
    fields = ("start", "end", "kind", "speaker", "role", "agency")
    return f"F1 {found.f1:.2f} " + " ".join(f"{field} {found.accuracy(field):.2f}" for field in fields)


def twins(digests: list[str], diff: bool) -> Iterator[str]:
    for briefing in BRIEFINGS:
        if f"{briefing}.zh" in digests or f"{briefing}.en" in digests:
            share, alone = twin_claims(briefing)
            yield f"{briefing:32} claims told in both languages {share:.3f}"
            for figure in alone if diff else ():
                yield f"  {figure.doc} {figure.text} {figure.object}-{figure.action} {figure.kind} {figure.value:g}"


def differences(digest: str) -> Iterator[str]:
    found = figures_agree(digest)
    lines = [(row["start"], f"- {_told(digest, row)}") for row in found.missed]
    lines += [(row["start"], f"+ {_told(digest, row)}") for row in found.spurious]
    for one, other in found.pairs:
        if wrong := wrong_fields(one, other, RECORD):
            told = ", ".join(f"{field} {one[field]!r} <> {other[field]!r}" for field in wrong)
            lines.append((one["start"], f"~ {told}: {_told(digest, one)}"))
    for one, other in turns_agree(digest).pairs:
        if wrong := wrong_fields(one, other, ("start", "end", "kind", "speaker", "role", "agency")):
            told = ", ".join(f"{field} {one[field]!r} <> {other[field]!r}" for field in wrong)
            lines.append((one["start"], f"turn ~ {told}"))
    lines += [(row["start"], f"turn - {row['kind']} {row['speaker']}") for row in turns_agree(digest).missed]
    lines += [(row["start"], f"turn + {row['kind']} {row['speaker']}") for row in turns_agree(digest).spurious]
    return (f"{place:6} {line}" for place, line in sorted(lines))


def _told(digest: str, row: Row) -> str:
    """Return a figure in its surroundings."""
    text = extraction(digest).document.text
    before, after = text[max(row["start"] - 70, 0) : row["start"]], text[row["end"] : row["end"] + 50]
    return f"{row['object']}-{row['action']} {before}[{row['text']}]{after}".replace("\n", "⏎")


if __name__ == "__main__":
    main()
