"""The metric table as a list: claims that pass filters, in some order, fetched as they come into view."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from policestats_tui.engine.assets import statement
from policestats_tui.engine.browse.records import FigureRow, Filters, SortKey
from policestats_tui.engine.model import Language
from policestats_tui.engine.store import Store

_CHUNK = 1000


class RowSet:
    """The claims that pass the filters, in order, held in the database as a temporary table of numbers.

    `total` counts them. `page` may be called from any thread. Without filters, in reading order, nothing is copied.
    """

    def __init__(
        self,
        store: Store,
        filters: Filters | None = None,
        *,
        sort: SortKey = "reading",
        descending: bool = False,
        prefer: Language = "en",
    ) -> None:
        self.filters = filters or Filters()
        self._cursor = store.cursor()
        self._lock = threading.Lock()
        if self.filters == Filters() and sort == "reading" and not descending:
            self._select_everything(prefer)
        else:
            self._cursor.execute(statement("browse/filter"), asdict(self.filters))
            self._select(sort, descending, prefer)
        self.total: int = self.run("browse/count")[0][0]

    def _select_everything(self, prefer: Language) -> None:
        self._cursor.execute(f"SET VARIABLE prefer = '{prefer}'")
        self._cursor.execute(statement("browse/everything"))
        self._cursor.execute(statement("browse/everything_passing"))

    def _select(self, sort: SortKey, descending: bool, prefer: Language) -> None:
        if sort == "reading" and not descending:
            self._cursor.execute(statement("browse/select_reading"), {"prefer": prefer})
        else:
            order = {"sort": sort, "descending": descending, "prefer": prefer}
            self._cursor.execute(statement("browse/select"), order)

    def run(self, name: str, parameters: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Run a statement that reads the temporary table `selection`."""
        with self._lock:
            rows: list[tuple[Any, ...]] = self._cursor.execute(statement(name), parameters or {}).fetchall()
        return rows

    def page(self, first: int, count: int) -> list[FigureRow]:
        """Return `count` rows from place `first` on, fewer at the end."""
        found = self.run("browse/page", {"first": first, "last": first + count - 1})
        return [FigureRow(*row) for row in found]

    def claims(self) -> Iterator[FigureRow]:
        """Yield all rows in order, fetched as they are asked for."""
        for first in range(0, self.total, _CHUNK):
            yield from self.page(first, _CHUNK)

    def has_children(self) -> bool:
        """Whether the campaign that the rows were filtered by (the series, where by none) has parts."""
        return bool(self.run("browse/children", {"campaign": self.filters.campaign or None}))

    def figures(self) -> Iterator[tuple[Any, ...]]:
        """Yield every figure that passes the filters, not only one a claim: the codebook's fields, in their order."""
        with self._lock:
            self._cursor.execute(statement("browse/figures"))
            while rows := self._cursor.fetchmany(_CHUNK):
                yield from rows

    def interrupt(self) -> None:
        """Drop a statement that runs in another thread."""
        self._cursor.interrupt()


def figures_passing(store: Store, filters: Filters) -> list[int] | None:
    """Return the numbers of the figures that pass, None where the filters let all through."""
    if filters == Filters():
        return None
    return [number for (number,) in RowSet(store, filters).run("browse/passing")]
