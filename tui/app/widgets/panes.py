"""The panes beside the text: the lists of records, and Details."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import LIST
from tui.app.model.place import ARTICLES, KINDS, LABELS, PANES, TABS, Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.arrangement import Arrangement
from tui.app.rendering.details import DetailsLayout
from tui.app.rendering.listing import ORDERS, Listing
from tui.app.rendering.rows import Row, wrapped_rows, wrapped_to_fit
from tui.app.widgets.filtered_list import FilteredList
from tui.app.widgets.rows import PaneRows
from tui.dossier.dossier import Dossier
from tui.view.styled_text import StyledText

TAB = "tab"
"""The key in the meta data of a style under which a tab in a title has the name of its list."""


class ListRows(PaneRows):
    """The rows of a list, with titles and sentences wrapped if the pane has room for all of them."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._unwrapped: Sequence[Row] = []

    def _fitted(self) -> Sequence[Row]:
        return wrapped_to_fit(self._unwrapped, self.row_width, self.content_size.height)

    def set_rows(self, rows: Sequence[Row], cursor: int | None = None, top: int = 0) -> None:
        self._unwrapped = rows
        super().set_rows(self._fitted(), cursor, top)

    def on_resize(self) -> None:
        if self._fitted() is not self.rows:
            top = self._kept_top
            self.replace_rows(self._unwrapped)
            self._kept_top = top


class ListPane(FilteredList):
    """A pane that shows a list of all records of one kind; other kinds may have their lists in further tabs."""

    def __init__(self, pane: str, dossier: Dossier, arrangement: Arrangement) -> None:
        super().__init__(ListRows(id=pane), set(), "", id=f"{pane}-pane", classes="pane")
        self.pane = pane
        """The name of the pane."""
        self._arrangement = arrangement
        self._cursors: dict[str, str | None] = {}
        """The record under the cursor of each list that is not shown."""
        self.set_dossier(dossier)

    def set_dossier(self, dossier: Dossier) -> None:
        """Shows the records of a dossier, or of another version of it."""
        self._listings = {name: Listing(name, dossier) for name in TABS[self.pane]}
        self.kinds, self.record_word = {KINDS[self.tab]}, KINDS[self.tab]
        if self.is_mounted:
            self.fill()
            self.reapply_filter()

    def on_mount(self) -> None:
        self.rows.begin_at(self._arrangement.tops.get(self.pane, 0))
        self.fill()
        self.filter(self._arrangement.filters.get(self.pane, ""))

    def filter(self, query: str) -> None:
        super().filter(query)
        self._arrangement.filters[self.pane] = query

    @property
    def tabs(self) -> list[str]:
        """The lists that the pane has: its own, and the others that hold records."""
        return [name for name, listing in self._listings.items() if name == self.pane or listing.records]

    @property
    def tab(self) -> str:
        """The list that is shown."""
        return self._arrangement.tab if self._arrangement.tab in self.tabs else self.pane

    def show_tab(self, name: str) -> None:
        """Shows one of the lists."""
        if name == self.tab:
            return
        self._cursors[self.tab] = self.rows.target or self.rows.last
        self._arrangement.tab = name
        self.kinds, self.record_word = {KINDS[name]}, KINDS[name]
        # Until the filter is applied to them, none of the other records is known to match.
        self.matching = None if self.matching is None else set()
        self.rows.set_rows([])
        self.rows.set_cursor(self._cursors.get(name))
        self.fill()
        self.reapply_filter()

    def point_at(self, name: str, record: str | None) -> None:
        """Moves the cursor of one of the lists to a record, or removes it. Posts no message."""
        if name == self.tab:
            self.rows.set_cursor(record)
        elif record is not None:
            self._cursors[name] = record

    @property
    def _order(self) -> int:
        return self._arrangement.orders.get(self.tab, 0)

    def fill(self) -> None:
        listing = self._listings[self.tab]
        rows: Sequence[Row] = listing.rows(ORDERS[self.tab][self._order], self.matching, self.mark)
        self.rows.replace_rows(rows if listing.records else [*self._advice(listing.dossier)])
        self.update_titles()

    def _advice(self, dossier: Dossier) -> Iterator[Row]:
        """What to do about an empty list."""
        words = ""
        if self.pane == ARTICLES:
            words = "No articles yet: lode add FILE in a shell adds some."
        elif dossier.articles:
            words = f"None yet: {action_keys(self.app).first_key('review', LIST)} drafts some from this article."
        return wrapped_rows([StyledText(words, "dim")], self.rows.row_width)

    def on_rows_resized(self) -> None:
        if self._listings[self.tab].records:
            self.update_titles()
        else:
            self.fill()

    def update_titles(self) -> None:
        """Updates the borders, which say how many records are shown, the other tabs, the filter and the order."""
        state = [*self.filter_titles, ORDERS[self.tab][self._order].name]
        title = self._title(brief=False)
        if 0 < self.size.width < title.cell_length + len("╭─  ─╮"):
            title = self._title(brief=True)
        # In narrow terminals there is no lower border.
        if self.screen.has_class("narrow"):
            self.border_title = Content(" · ").join([title, *map(Content, state)])
        else:
            self.border_title = title
        self.border_subtitle = Content(" · ".join(state))

    def _title(self, *, brief: bool) -> Content:
        """The number of the pane and its tabs, of which those that are not shown have one letter if `brief`."""
        tabs = (self._label(name, brief) for name in self.tabs)
        return Content(" ").join([Content(str(PANES.index(self.pane) + 1)), *tabs])

    def _label(self, name: str, brief: bool) -> Content:
        """A tab in the title: of the list that is shown with its count, of another so that a click shows it."""
        if name != self.tab:
            return Content.styled(LABELS[name][: 1 if brief else None], Style.from_meta({TAB: name}))
        label = f"{LABELS[name]} {self.count_title(len(self._listings[name].records))}"
        return Content(f"[{label}]" if len(self.tabs) > 1 else label)

    def sort(self) -> None:
        """Sorts the records in the next order."""
        self._arrangement.orders[self.tab] = (self._order + 1) % len(ORDERS[self.tab])
        self.fill()


class Details(PaneRows):
    """What the dossier has about the record of a place; rows lead to other records and occurrences."""

    place: reactive[Place | None] = reactive(None, init=False)
    """The place whose record is shown; moving the cursor does not change it."""

    def __init__(self, workspace: Workspace, id: str) -> None:
        super().__init__(id=id)
        self.begin_at(0)
        self.dossier, self.occurrences = workspace.dossier, workspace.occurrences
        self._filled: tuple[object, ...] = ()
        """What the rows were made for: record, article, occurrence and width."""
        self._left: dict[str, tuple[str | None, int]] = {}
        """Target and occurrence of the row that was current last, by the record that was shown."""

    def leave(self) -> None:
        """Removes the cursor, to be at the same row when the record is shown again."""
        if self.place and (row := self.row):
            self._left[self.place.record] = row.target, row.occurrence
            self.set_cursor(None)

    def on_focus(self) -> None:
        # Textual calls the handler of the base class as well.
        self.choose_row()

    def choose_row(self) -> None:
        """If no row is current, moves the cursor to the one that was, or to the place shown. Posts no message."""
        if self.place and self.row is None:
            self.set_cursor(*self._left.get(self.place.record, (self.place.record, self.place.occurrence)))

    def set_workspace(self, workspace: Workspace) -> None:
        """Shows the record in another version of the dossier."""
        self.dossier, self.occurrences = workspace.dossier, workspace.occurrences
        self._filled = (*self._filled[:2], None)
        self._fill()

    def watch_place(self) -> None:
        self._fill()

    def on_resize(self) -> None:
        top = self._kept_top
        self._fill()
        self._kept_top = top

    def _fill(self) -> None:
        place = self.place
        # Before it is laid out, it has no width to fill.
        if place is None or not self.size:
            return
        width = self.row_width
        key = (place.target, place.article, place.occurrence, width)
        if key == self._filled:
            return
        is_first, other_record = not self._filled, self._filled[:2] != key[:2]
        self._filled = key
        layout = DetailsLayout(self.dossier, self.occurrences, width)
        rows, top = layout.rows(place), self.top
        if not other_record and self.row is not None:
            self.replace_rows(rows)
        else:
            self.set_rows(rows)
            self.scroll_rows(0 if other_record else top)
            if is_first and self.has_focus:
                # There was no row to choose when it got the focus.
                self.choose_row()
        self.border_title = Content(f"5 Details · {layout.title(place.record)}")
