"""The first screen: tree, table and source, and everything that can be done with them."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, get_args

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from policestats_tui.app import strings
from policestats_tui.app.commands import (
    EVERYWHERE,
    Bookmark,
    Bookmarks,
    ChangeView,
    Columns,
    Commands,
    Group,
    Leave,
    Narrow,
    NextMatch,
    OtherLanguage,
    PreviousMatch,
    Sort,
    Why,
    Zoom,
)
from policestats_tui.app.config import View
from policestats_tui.app.lineview import LineView
from policestats_tui.app.messages import BuildingCorpus, CellChosen, HeadClicked, NodeChosen, Opened
from policestats_tui.app.screens.base import Beside, Stacked, bindings
from policestats_tui.app.screens.browse_source import BrowseSource
from policestats_tui.app.screens.choose import ChooseScreen
from policestats_tui.app.screens.copying import COPYING
from policestats_tui.app.screens.panes import PANES, Pane, neighbour, panes_shown
from policestats_tui.app.session import Place
from policestats_tui.app.sources import Shelf
from policestats_tui.app.tables import ALL_COLUMNS, SORT_KEYS, list_heads
from policestats_tui.app.widgets.bar_chart import BarChart
from policestats_tui.app.widgets.campaign_tree import CampaignTree
from policestats_tui.app.widgets.choice_list import Choice
from policestats_tui.app.widgets.fields import Field
from policestats_tui.app.widgets.keybar import KeyBar
from policestats_tui.app.widgets.metric_table import MetricTable
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.browse.records import Grouping, PivotBy, SortKey

_VIEWS: tuple[View, ...] = get_args(View)
_LETTERS = {
    "campaign": "c", "region": "r", "speaker": "s", "topic": "t", "year": "y", "period": "y", "document": "d",
    "reading": "o", "measure": "m", "value": "v",
}  # fmt: skip


class BrowseScreen(BrowseSource):
    """Campaigns on the left, their figures above, the sentence below."""

    ACTIONS: ClassVar[Commands] = (
        *EVERYWHERE[:1], *COPYING, ChangeView, Group, Narrow, Sort, Columns, Why, OtherLanguage, NextMatch,
        PreviousMatch, Zoom, Bookmark, Bookmarks, *EVERYWHERE[1:],
    )  # fmt: skip
    NAME = "browse"
    BINDINGS = bindings(ACTIONS)
    FIELD_HINT = strings.FILTER_HINT

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._alone = False
        self._pane: Pane = "tree"

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        with Beside(id="body"):
            yield CampaignTree(id="tree")
            with Stacked(id="right"):
                yield Field(id="words")
                yield MetricTable(id="table")
                yield BarChart(id="chart")
                yield SourceView(id="source")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the panes that fit, empty until the database is open."""
        self.show_panes()
        tree = self.query_one(CampaignTree)
        for pane in (tree, self.query_one(MetricTable)):
            pane.empty = self.say(strings.OPENING)
        tree.focus()

    def open(self) -> None:
        """Open the database in a thread; the tree follows."""
        desk = self.desk

        def building(_: str) -> None:
            self.post_message(BuildingCorpus())

        self.ask("open", lambda: Opened(desk.open(building)))

    @on(BuildingCorpus)
    def tell_building(self) -> None:
        """Say what the wait is for."""
        self.notice(self.say(strings.BUILDING))

    @on(Opened)
    def opened(self, message: Opened) -> None:
        """Show the tree, where the user left it, and say what is open, or what is wrong with the settings."""
        meta = message.meta
        self.nodes, self.document, self.shelf = {}, None, Shelf()
        place = self.explorer.database_opened() or self.place
        self.go(replace(place, screen="browse", query=""))
        self.visited()
        trouble = next(iter(self.explorer.config.troubles), None)
        built = f"{meta.built:%Y-%m-%d}"
        documents = strings.DOCUMENTS.counted(self.language, meta.documents)
        figures = strings.FIGURES.counted(self.language, meta.figures)
        self.notice(
            self.say(strings.CONFIG_TROUBLE, trouble=trouble)
            if trouble
            else self.say(strings.CORPUS, documents=documents, figures=figures, built=built)
        )
        if place.screen != "browse":
            self.explorer.go(place, strings.NOT_THERE)

    def go(self, place: Place) -> None:
        """Go to a place that was kept."""
        same = place.grouping == self.place.grouping and bool(self.nodes)
        self.place = place
        self.field.value = place.words
        self.field.display = bool(place.words)
        self.show_panes()
        if same and place.node is not None and self.query_one(CampaignTree).select(place.node):
            self.load_table()
        else:
            self.load_tree()
        self.focus_pane(place.pane if place.pane in PANES else "tree")

    def kept_place(self) -> Place:
        """Return the present place, to be kept."""
        return replace(self.place, pane=self._pane)

    def visited(self) -> None:
        """Note the present place for going back."""
        self.explorer.history.visit(self.kept_place())

    # Panes

    def show_panes(self) -> None:
        """Show the panes that fit, and among them the one in focus."""
        shown = panes_shown(self.size.width, self.size.height, self._pane, alone=self._alone)
        chart = self.place.view == "chart"
        self.query_one("#tree").display = "tree" in shown
        self.query_one("#table").display = "table" in shown and not chart
        self.query_one("#chart").display = "table" in shown and chart
        self.query_one("#source").display = "source" in shown
        self.query_one("#right").display = shown != {"tree"}
        self.set_class(shown == {"tree"}, "only-tree")

    def focus_pane(self, pane: Pane) -> None:
        """Go to a pane, which comes on screen if it is not."""
        self._pane = pane
        self.show_panes()
        chart = pane == "table" and self.place.view == "chart"
        self.set_focus(self.query_one("#chart" if chart else f"#{pane}"), scroll_visible=False)

    def action_pane(self, step: int) -> None:
        """Go to the next pane or the one before."""
        self.focus_pane(neighbour(self._pane, step))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane has the focus, however it came there."""
        name = "table" if event.widget.id == "chart" else event.widget.id
        if name in PANES and name != self._pane:
            self._pane = name
            self.show_panes()

    def on_resize(self) -> None:
        """Fit the panes to the window."""
        self.show_panes()

    @on(NodeChosen)
    def enter_node(self, message: NodeChosen) -> None:
        """Go into the table of a node."""
        self.visited()
        self.focus_pane("table")

    @on(CellChosen)
    def enter_cell(self, message: CellChosen) -> None:
        """Go to the sentence of a figure."""
        self.visited()
        self.focus_pane("source")

    @on(Zoom)
    def zoom(self) -> None:
        """Give the window to one pane, or take it back."""
        self._alone = not self._alone
        self.show_panes()

    @on(Leave)
    def leave(self) -> None:
        """Leave the field, then the zoom, then the pane; in the tree, nothing is left to leave."""
        if self.close_field():
            return
        if self._alone:
            self.zoom()
        elif self._pane != "tree":
            self.focus_pane(neighbour(self._pane, -1))

    # Table

    @on(ChangeView)
    def change_view(self) -> None:
        """Go from list to pivot to chart."""
        view = _VIEWS[(_VIEWS.index(self.place.view) + 1) % len(_VIEWS)]
        column = 2 if view == "chart" else 0
        self._retable(replace(self.place, view=view, row=self.place.row if view == "chart" else 0, column=column))

    def narrow(self) -> None:
        """Show the field, and the table with it."""
        if self._pane == "tree" and not self.query_one("#table").display:
            self.focus_pane("table")
        super().narrow()

    @on(Input.Changed, "#words")
    def narrow_by(self, message: Input.Changed) -> None:
        """Filter by what is typed."""
        if message.value != self.place.words:
            self.place = replace(self.place, words=message.value, row=0, column=0)
            self.load_table()

    def filtered(self) -> None:
        """Go from the field to the table."""
        self.visited()
        self.focus_pane("table")

    @on(Group)
    def group(self) -> None:
        """Ask what to group the tree or the pivot by."""
        if self._pane == "source":
            self.query_one(SourceView).action_top()
            return
        options: tuple[str, ...] = get_args(Grouping) if self._pane == "tree" else get_args(PivotBy)
        self._choose(strings.CHOOSE_GROUP, options, self._grouped, top=True)

    def _grouped(self, chosen: str | None) -> None:
        """Group by what was chosen."""
        if chosen == "top" and isinstance(self.focused, LineView):
            self.focused.action_top()
        elif chosen and self._pane == "tree":
            grouping = next(each for each in get_args(Grouping) if each == chosen)
            self.place = replace(self.place, grouping=grouping, node=None, row=0, column=0)
            self.load_tree()
        elif chosen:
            by = next(each for each in get_args(PivotBy) if each == chosen)
            view: View = "pivot" if self.place.view == "list" else self.place.view
            self._retable(replace(self.place, by=by, view=view, row=0, column=2 if view == "chart" else 0))

    def _retable(self, place: Place) -> None:
        """Show the table in another way."""
        self.place = place
        self.load_table()
        self.show_panes()
        self.focus_pane("table")
        self.visited()

    @on(Sort)
    def choose_sort(self) -> None:
        """Ask what to sort the list by."""
        self._choose(strings.CHOOSE_SORT, get_args(SortKey), self._sorted)

    def _sorted(self, chosen: str | None) -> None:
        """Sort; the same again turns the order round."""
        key = next((each for each in get_args(SortKey) if each == chosen), None)
        if key:
            self.sort = (key, key == self.sort[0] and not self.sort[1])
            self._retable(replace(self.place, view="list", row=0))

    @on(HeadClicked)
    def head_clicked(self, message: HeadClicked) -> None:
        """Sort the list by a column; rows of a pivot measure different things, so there the cursor goes to it."""
        if self.pivot is None:
            self._sorted(SORT_KEYS[self.columns[message.column]])
        else:
            self.focus_pane("table")
            self.query_one(MetricTable).column = message.column

    @on(Columns)
    def choose_columns(self) -> None:
        """Ask which column to show or hide."""
        heads = list_heads(self.language)
        choices = [Choice(str(at), heads[at], str(at), "✓" if at in self.columns else "") for at in ALL_COLUMNS if at]
        title = self.say(strings.CHOOSE_COLUMNS)
        self.app.push_screen(ChooseScreen(title, choices, self.language), self._columns_chosen)

    def _columns_chosen(self, chosen: str | None) -> None:
        """Show or hide a column."""
        if chosen:
            at = int(chosen)
            self.columns = tuple(c for c in self.columns if c != at) if at in self.columns else (*self.columns, at)
            self._retable(replace(self.place, view="list"))

    def _choose(
        self, title: strings.Phrase, options: tuple[str, ...], then: Callable[[str | None], None], *, top: bool = False
    ) -> None:
        """Open a menu of groupings or orders."""
        choices = [Choice(each, self.say(strings.BY[each]), _LETTERS[each]) for each in options]
        choices += [Choice("top", self.say(strings.GO_TOP), "g")] * top
        self.app.push_screen(ChooseScreen(self.say(title), choices, self.language), then)

    # Bookmarks

    @on(Bookmark)
    def bookmark(self) -> None:
        """Set or take away a bookmark."""
        self.explorer.toggle_bookmark(self.kept_place(), self.node_name())

    @on(Bookmarks)
    def bookmarks(self) -> None:
        """Ask which bookmark to go to."""
        self.explorer.choose_bookmark()
