"""The panes beside the text: the lists of records, and Details."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive

from tui.app.commands.actions import row_bindings
from tui.app.model.place import KINDS, Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.details import DetailsLayout
from tui.app.rendering.listing import ORDERS, Listing
from tui.app.widgets.filtered_list import FilteredList
from tui.app.widgets.rows import Rows


class PaneRows(Rows, inherit_bindings=False):
    """Rows in a pane of the main screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*row_bindings()]
    """The keys of `Rows`, which the user can change here."""


class ListPane(FilteredList):
    """A list of all records of one kind."""

    def __init__(self, listing: Listing, number: str, label: str, order: int) -> None:
        kind = KINDS[listing.pane]
        super().__init__(PaneRows(id=listing.pane), {kind}, kind, id=f"{listing.pane}-pane", classes="pane")
        self.pane = listing.pane
        """The name of the pane."""
        self.order = order
        """The index of the order that the list is sorted in."""
        self._listing, self._heading = listing, f"{number} {label}"

    def on_mount(self) -> None:
        self.fill()

    def fill(self) -> None:
        self.rows.replace_rows(self._listing.rows(ORDERS[self.pane][self.order], self.matching))
        self.update_titles()

    def update_titles(self) -> None:
        """Updates the borders, which say how many records are shown, the filter and the order."""
        state = [*self.filter_titles, ORDERS[self.pane][self.order].name]
        title = f"{self._heading} {self.count_title(len(self._listing.records))}"
        # In narrow terminals there is no lower border.
        self.border_title = Content(" · ".join([title, *state] if self.screen.has_class("narrow") else [title]))
        self.border_subtitle = Content(" · ".join(state))

    def set_listing(self, listing: Listing) -> None:
        """Shows the records of another version of the dossier."""
        self._listing = listing
        self.fill()
        self.reapply_filter()

    def sort(self) -> None:
        """Sorts the records in the next order."""
        self.order = (self.order + 1) % len(ORDERS[self.pane])
        self.fill()


class Details(PaneRows):
    """What the dossier has about the record of a place; rows lead to other records and occurrences."""

    place: reactive[Place | None] = reactive(None, init=False)
    """The place whose record is shown; moving the cursor does not change it."""

    def __init__(self, workspace: Workspace, id: str) -> None:
        super().__init__(id=id)
        self.dossier, self.occurrences = workspace.dossier, workspace.occurrences
        self._filled: tuple[object, ...] = ()
        """What the rows were made for: record, article, occurrence and width."""

    def set_workspace(self, workspace: Workspace) -> None:
        """Shows the record in another version of the dossier."""
        self.dossier, self.occurrences = workspace.dossier, workspace.occurrences
        self._filled = (*self._filled[:2], None)
        self._fill()

    def watch_place(self) -> None:
        self._fill()

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        place = self.place
        if place is None:
            return
        width = self.content_size.width
        key = (place.target, place.article, place.occurrence, width)
        if key == self._filled:
            return
        other_record = self._filled[:2] != key[:2]
        self._filled = key
        layout = DetailsLayout(self.dossier, self.occurrences, width - 1)
        rows, top = layout.rows(place), self._top
        if not other_record and self.row is not None:
            self.replace_rows(rows)
        else:
            self.set_rows(rows)
            self.scroll_rows(0 if other_record else top)
        self.border_title = Content(f"5 Details · {layout.title(place.record)}")
