"""The tree of campaigns, or of whatever the documents are grouped by, with counts."""

from collections.abc import Sequence

from textual import events

from policestats_tui.app.cells import cells, cut_inside, one_line
from policestats_tui.app.lineview import LineView, Piece
from policestats_tui.app.messages import NodeChosen, NodeMoved
from policestats_tui.engine.browse.records import TreeNode
from policestats_tui.engine.model import Language

_SHORT, _LONG = 40, 200
_ARROW = 2
"""The last cell of a branch's arrow, behind its indent."""


class CampaignTree(LineView):
    """A tree drawn from nodes in reading order; only open branches have lines.

    An empty node (an edition that no document tells of) is shown as a gap: dimmed, with a dash for its count.
    """

    def __init__(self, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._by_id: dict[str, TreeNode] = {}
        self._below: dict[str | None, list[TreeNode]] = {}
        self._open: set[str] = set()
        self._lines: list[TreeNode] = []
        self._language: Language = "en"

    def show(self, nodes: Sequence[TreeNode], language: Language, at: str | None = None) -> None:
        """Draw these nodes with the cursor on node `at`, its branch open; first branches stand open too."""
        self._language = language
        self._by_id = {node.id: node for node in nodes}
        self._below = {}
        for node in nodes:
            self._below.setdefault(node.parent, []).append(node)
        self._open = {node.id for node in nodes if node.depth < _opened(nodes)}
        self._open_above(at)
        self._relist(at)

    def speak(self, language: Language) -> None:
        """Draw the names in another language."""
        self._language = language
        self.refresh()

    @property
    def node(self) -> TreeNode | None:
        """The node under the cursor."""
        return self._lines[self.cursor] if self._lines else None

    def select(self, node: str) -> bool:
        """Put the cursor on a node, opening what is above it; False where there is none of that id."""
        if node not in self._by_id:
            return False
        self._open_above(node)
        self._relist(node)
        return True

    def pieces(self, row: int, width: int) -> Sequence[Piece]:
        """Return indent, arrow, name, and the count at the right edge."""
        node = self._lines[row]
        arrow = ("▾ " if node.id in self._open else "▸ ") if self._below.get(node.id) else "  "
        count = f"{node.figures:,}" if node.figures else "–"
        lead = " " + "  " * node.depth + arrow
        name = cut_inside(self._label(node), width - cells(lead) - cells(count) - 2)
        space = " " * (width - cells(lead) - cells(name) - cells(count) - 1)
        style = "" if node.figures else "dim"
        return (lead, "mark"), (name, style), (space, ""), (count + " ", "dim")

    def cursor_moved(self) -> None:
        """Tell which node is under the cursor."""
        if self.node:
            self.tell(NodeMoved(self.node.id))

    def action_left(self) -> None:
        """Close the branch, or go to the one above."""
        node = self.node
        if node is None:
            return
        if node.id in self._open and self._below.get(node.id):
            self._open.discard(node.id)
            self._relist(node.id)
        elif node.parent in self._by_id:
            self._relist(node.parent)

    def action_right(self) -> None:
        """Open the branch, or go into it."""
        node = self.node
        if node is None or not self._below.get(node.id):
            return
        if node.id in self._open:
            self.cursor += 1
        else:
            self._open.add(node.id)
            self._relist(node.id)

    def action_enter(self) -> None:
        """Choose the node."""
        if self.node:
            self.post_message(NodeChosen(self.node.id))

    def on_click(self, event: events.Click) -> None:
        """Open or close the branch whose arrow was clicked."""
        row = event.y - self.gutter.top + self.first
        if event.y < self.gutter.top or not 0 <= row < self.count:
            return
        node, x = self._lines[row], event.x - self.gutter.left - 2 * self._lines[row].depth
        if self._below.get(node.id) and 0 <= x <= _ARROW:
            event.prevent_default()
            self._open ^= {node.id}
            self._relist(node.id)

    def _label(self, node: TreeNode) -> str:
        return one_line(node.name_zh if self._language == "zh" else node.name_en) or node.id

    def _open_above(self, node: str | None) -> None:
        """Open every branch above a node."""
        parent = self._by_id[node].parent if node in self._by_id else None
        while parent in self._by_id and parent is not None:
            self._open.add(parent)
            parent = self._by_id[parent].parent

    def _relist(self, at: str | None) -> None:
        """List the lines of open branches anew, the cursor on node `at`."""
        self._lines = list(self._walk())
        self.count = len(self._lines)
        row = next((row for row, node in enumerate(self._lines) if node.id == at), 0)
        self.refresh()
        if row == self.cursor:
            self.show_row(row)
            self.cursor_moved()
        self.cursor = row

    def _walk(self) -> list[TreeNode]:
        """Return the nodes of open branches in reading order."""
        lines: list[TreeNode] = []
        stack = list(reversed(self._below.get(None, [])))
        while stack:
            node = stack.pop()
            lines.append(node)
            if node.id in self._open:
                stack.extend(reversed(self._below.get(node.id, [])))
        return lines


def _opened(nodes: Sequence[TreeNode]) -> int:
    """Return how many levels stand open at first: two of a short tree, one of a longer one, none of a long one."""
    return 2 if len(nodes) <= _SHORT else 1 if len(nodes) <= _LONG else 0
