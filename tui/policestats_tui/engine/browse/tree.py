"""The tree on the left: campaigns, or another grouping of the figures."""

from policestats_tui.engine.browse.records import Filters, Grouping, TreeNode
from policestats_tui.engine.store import Store


def tree(store: Store, by: Grouping = "campaign") -> list[TreeNode]:
    """Return the lines of the tree in reading order; parents come before their children."""
    return store.records("browse/tree", TreeNode, {"grouping": by})


def node_filters(node: TreeNode, by: Grouping) -> Filters:
    """Return the filters that let through what stands under a line of the tree."""
    match by:
        case "campaign":
            return Filters(campaign=node.id)
        case "region":
            return Filters(region=node.id)
        case "speaker":
            return Filters(speaker=node.id)
        case "topic":
            return Filters(topic=node.id)
        case "year":
            return Filters(year=node.id)
        case "document":
            return Filters(document=node.id)
