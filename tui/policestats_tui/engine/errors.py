"""What can go wrong and be said in one line."""

from pathlib import Path


class PolicestatsError(Exception):
    """A failure that its message explains to the user in one line."""


class BadInputError(PolicestatsError):
    """A file or folder that cannot be read as a document.

    Attributes:
        path: The file or folder.
        reason: Why, in a few words.
    """

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class LexiconError(BadInputError):
    """A row of a word list that cannot be used; the path names file and line."""


class DatabaseError(PolicestatsError):
    """A database file that is missing, locked, foreign, or of another schema version."""


class QueryError(PolicestatsError):
    """A search query that cannot be understood.

    Attributes:
        position: Offset of the trouble in the query, in code points.
        suggestion: The nearest right query, or None.
    """

    def __init__(self, message: str, position: int, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.position = position
        self.suggestion = suggestion
