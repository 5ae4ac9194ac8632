"""A search index that is open for queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from policestats_tui.engine import duck
from policestats_tui.engine.assets import statement
from policestats_tui.engine.search import sets
from policestats_tui.engine.search.shown import Shown


@dataclass(frozen=True, slots=True)
class Index:
    """A connection to a database with a search index, and what every query needs of it, read once.

    `bits` is the size of a set of passages, 0 where there is no passage. `words` are the numbers of the words of the
    word list that have a form with this key, `forms` all forms of a word; `shown` reads passages.
    """

    connection: duck.Connection
    bits: int
    words: Mapping[str, Sequence[int]]
    forms: Mapping[int, Sequence[str]]
    shown: Shown

    @classmethod
    def of(cls, connection: "duck.Connection | Index") -> "Index":
        """Return the index of a database; whoever asks it more than once keeps it."""
        if isinstance(connection, Index):
            return connection
        last = connection.execute(statement("search/last")).fetchall()[0][0]
        words: dict[str, dict[int, None]] = {}
        forms: dict[int, list[str]] = {}
        for word, key, form in connection.execute(statement("search/synonyms")).fetchall():
            words.setdefault(key, {})[word] = None
            forms.setdefault(word, []).append(form)
        return cls(
            connection,
            0 if last is None else sets.bits(last),
            {key: tuple(of) for key, of in words.items()},
            forms,
            Shown(),
        )

    def on(self, connection: duck.Connection) -> "Index":
        """Return the same index on another connection to the same database, for another thread."""
        return replace(self, connection=connection)
