"""What is shown of passages: texts, places and names, read in blocks that stay decoded for a while."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from policestats_tui.engine import duck
from policestats_tui.engine.model import Language
from policestats_tui.engine.search.sql import among_ids

_BLOCK = 1024
"""Passages in a block."""

_KEPT = 16
"""Blocks that are kept: some 10 MB."""

_AT_ONCE = 2
"""A page whose passages lie in more blocks that are not kept is read by itself: neighbours would be of no use."""

Text: TypeAlias = tuple[int, int, int, str]
"""Passage, start, end, text."""

Told: TypeAlias = tuple[int, int, str, Language | None, str | None, str | None, int | None]
"""Passage, document, its name and language, speaker, campaign, year."""


class Shown:
    """Reads passages of one database.

    The first pages of queries in reading order are drawn from the same newest documents: typing a query letter by
    letter, and paging through hits, reads few blocks and reads them once.
    """

    def __init__(self) -> None:
        self._blocks: OrderedDict[int, Mapping[int, tuple[Text, Told]]] = OrderedDict()

    def read(self, connection: duck.Connection, passages: Sequence[int]) -> Mapping[int, tuple[Text, Told]]:
        """Return what is shown of passages, and perhaps of others."""
        wanted = sorted({passage // _BLOCK for passage in passages})
        if sum(block not in self._blocks for block in wanted) > _AT_ONCE:
            return _rows(connection, passages)
        found: dict[int, tuple[Text, Told]] = {}
        for block in wanted:
            found |= self._block(connection, block)
        return found

    def _block(self, connection: duck.Connection, block: int) -> Mapping[int, tuple[Text, Told]]:
        rows = self._blocks.pop(block, None)
        if rows is None:
            rows = _rows(connection, range(block * _BLOCK, (block + 1) * _BLOCK))
        self._blocks[block] = rows
        if len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
        return rows


def _rows(connection: duck.Connection, passages: Sequence[int]) -> dict[int, tuple[Text, Told]]:
    """Ask both tables by key: joined, they would be read whole."""
    texts: list[Text] = connection.execute(among_ids("hits", "passages", passages)).fetchall()
    told: list[Told] = connection.execute(among_ids("hit_facets", "passages", passages)).fetchall()
    by_passage = {row[0]: row for row in told}
    return {row[0]: (row, by_passage[row[0]]) for row in texts}
