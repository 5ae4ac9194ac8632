"""Where the user was: kept in one small file per database, so that the program reopens there.

What reads and writes it is imported then: the frame comes first.
"""

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_state_path

from policestats_tui.app.config import APPLICATION, View
from policestats_tui.app.strings import VIEW
from policestats_tui.engine.browse.records import Grouping, PivotBy
from policestats_tui.engine.model import Language

ScreenName = Literal["browse", "search", "speakers", "checks"]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the explorer, enough to come back to it; `figure` and `query` may be missing.

    `screen` is the screen in front, over the first one; `pane` the first one's pane in focus; `node` an id of the tree
    grouped by `grouping`.
    """

    screen: ScreenName = "browse"
    grouping: Grouping = "campaign"
    node: str | None = None
    view: View = "pivot"
    by: PivotBy = "campaign"
    words: str = ""
    row: int = 0
    column: int = 0
    pane: str = "tree"
    query: str = ""

    def __post_init__(self) -> None:
        """Refuse what an older or edited file may hold.

        Raises:
            ValueError: A word is not one of those known.
        """
        named = ((self.screen, ScreenName), (self.grouping, Grouping), (self.view, View), (self.by, PivotBy))
        for word, known in named:
            if word not in get_args(known):
                raise ValueError(f"{word!r} is not one of {get_args(known)}")

    def title(self, name: str, language: Language) -> str:
        """Return how a list of bookmarks calls it; `name` is the node's."""
        if self.screen == "search":
            return f"/{self.query}"
        return " · ".join(filter(None, (name, VIEW[self.view].say(language), self.words)))


@dataclass(frozen=True, slots=True)
class Session:
    """What is kept between two starts."""

    place: Place | None = None
    bookmarks: tuple[tuple[str, Place], ...] = ()
    language: Language | None = None
    theme: str | None = None

    def toggled(self, title: str, place: Place) -> tuple["Session", bool]:
        """Return the session with this bookmark set, or taken away where it was; and whether it is set now."""
        others = tuple(mark for mark in self.bookmarks if mark[1] != place)
        if len(others) < len(self.bookmarks):
            return replace(self, bookmarks=others), False
        return replace(self, bookmarks=(*others, (title, place))), True


@dataclass(slots=True)
class History:
    """The places gone through, for back and forward."""

    places: list[Place] = field(default_factory=list)
    at: int = -1

    def visit(self, place: Place) -> None:
        """Add a place behind the present one; what was ahead is forgotten."""
        if self.at >= 0 and self.places[self.at] == place:
            return
        self.places = [*self.places[: self.at + 1], place][-200:]
        self.at = len(self.places) - 1

    def move(self, step: int) -> Place | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        if not 0 <= self.at + step < len(self.places):
            return None
        self.at += step
        return self.places[self.at]


def session_file(database: Path) -> Path:
    """Return where the session of a database is kept."""
    import hashlib

    mark = hashlib.sha256(str(database.resolve()).encode()).hexdigest()[:16]
    return user_state_path(APPLICATION) / f"session-{mark}.json"


def read_session(path: Path) -> Session:
    """Read a session; one that is missing or cannot be understood is empty."""
    import json

    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Session(
            Place(**kept["place"]) if kept["place"] else None,
            tuple((str(title), Place(**place)) for title, place in kept["bookmarks"]),
            kept["language"] if kept["language"] in get_args(Language) else None,
            kept["theme"] if isinstance(kept["theme"], str) else None,
        )
    except (OSError, ValueError, TypeError, KeyError):
        return Session()


def write_session(path: Path, session: Session) -> bool:
    """Keep a session; returns whether that was possible."""
    import json

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(session), ensure_ascii=False, indent=1), encoding="utf-8")
        new.replace(path)
    except OSError:
        return False
    return True
