"""What `--help` says: of the program, of each command with examples, and of the filters."""

from dataclasses import dataclass

PROGRAM = """\
Explore the statistics that police press conferences in China announce.

Without a COMMAND it opens the explorer, on the database DB or on the embedded corpus."""

EPILOG = """\
Begin with:  policestats-tui build FOLDER -o stats.duckdb  and  policestats-tui stats.duckdb
`policestats-tui COMMAND --help` shows the options of a command, with examples.
Data goes to stdout, everything else to stderr. Exit codes: 0 found or done, 1 nothing found, 2 wrong usage or input."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does in a line, what there is to know, and lines that can be typed."""

    short: str
    long: str
    examples: tuple[str, ...]

    @property
    def epilog(self) -> str:
        """The examples, as they stand below the options."""
        return "\n".join(("examples:", *(f"  policestats-tui {line}" for line in self.examples)))


COMMANDS = {
    "build": Command(
        "make a database from documents",
        """\
Read documents (.txt .md .html, with extras .pdf .docx; UTF-8, GB18030, Big5, UTF-16) and write one database.
Folders are read with the folders in them. What cannot be read is named with the reason; the others are built.""",
        ("build briefings -o stats.duckdb", "build january.txt february.docx -o stats.duckdb --embedded"),
    ),
    "show": Command(
        "the figures of a campaign as a table",
        """\
Print the figures of a campaign: its parts side by side where it has some, else a list. Without a campaign: all.""",
        (
            "show kunlun-2020",
            "show kunlun-2020 --by region --format md",
            "show --list --topic telecom-fraud --region china --year 2022..2023",
        ),
    ),
    "search": Command(
        "concordance lines, in both languages",
        """\
Print the sentences that answer a query, the match in the middle. A word is found in Chinese and in English.""",
        ("search 抓获", "search '抓获 -诈骗 campaign:kunlun'", "search '\"criminal gangs\"' --format jsonl"),
    ),
    "figures": Command(
        "every figure with all its fields",
        """\
Print every figure that the documents state, one a line; table and md leave fields out, the other formats have all.""",
        ("figures --format jsonl", "figures --measure suspect --year 2020 --format csv"),
    ),
    "turns": Command(
        "who speaks where",
        "Print the statements, answers and questions of the documents, with their speakers and offsets.",
        ("turns --lang zh",),
    ),
    "quotes": Command(
        "the sentences that somebody says",
        "Print sentences with who says them. Words have to stand in the sentence as they are typed; see also search.",
        ("quotes 诈骗", "quotes --year 2022 --format jsonl"),
    ),
    "campaigns": Command(
        "campaigns, editions and parts",
        "Print the campaigns that the documents name, in the order of their tree, with how many figures each has.",
        ("campaigns", "campaigns --campaign kunlun"),
    ),
    "documents": Command(
        "the documents and what is known about them",
        "Print the documents; in full formats `inferred` names the fields that were read out of the text.",
        ("documents", "documents --format jsonl"),
    ),
    "audit": Command(
        "what adds up, and what does not",
        "Print every arithmetic relation that was found between figures, those that fail first.",
        ("audit", "audit --campaign kunlun-2020 --labels zh"),
    ),
    "doctor": Command(
        "what this terminal and this installation can do",
        "Print what is installed, where things are, and what the terminal can do.",
        ("doctor",),
    ),
}
"""The commands, in the order in which they are listed."""

FILTERS = {
    "campaign": "a campaign and what is below it (id or name)",
    "region": "a place and the places in it (id or name)",
    "speaker": "said by (a name, or a part of one)",
    "year": "in this year, or in these: 2018..2021",
    "measure": "an object (suspect), an action (arrested), or words of a measure's name",
}
"""Filters of every printing command."""

FIGURE_FILTERS = {
    "topic": "of this topic (id: telecom-fraud)",
    "document": "told by this document (file name)",
    "words": "with these words in the label, the sentence or the measure's name",
}
"""Filters of the commands that print figures."""
