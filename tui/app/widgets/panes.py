"""The panes beside the text: the three lists of records, and Details."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive

from tui.app.commands.actions import row_bindings
from tui.app.model.place import KINDS, Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.details import DetailsLayout
from tui.app.rendering.listing import ORDERS, Listing
from tui.app.widgets.narrowable import Narrowable
from tui.app.widgets.rows import Rows


class PaneRows(Rows, inherit_bindings=False):
    """Rows in a pane of the main screen, whose keys the user can change."""

    BINDINGS: ClassVar[list[BindingType]] = [*row_bindings()]


class ListPane(Narrowable):
    """All records of a kind, in rows."""

    def __init__(self, listing: Listing, number: str, label: str, order: int) -> None:
        kind = KINDS[listing.pane]
        super().__init__(PaneRows(id=listing.pane), {kind}, kind, id=f"{listing.pane}-pane", classes="pane")
        self.pane, self.number, self.label = listing.pane, number, label
        self._listing = listing
        self.order = order
        """Which of the list's orders it is in."""

    def on_mount(self) -> None:
        self.fill()

    def fill(self) -> None:
        self.rows.exchange(self._listing.rows(ORDERS[self.pane][self.order], self.admitted))
        self.update_titles()

    def update_titles(self) -> None:
        """Says in the borders how many records are shown, and how they are sorted and narrowed."""
        said = [*self.narrowed_to, ORDERS[self.pane][self.order].name]
        title = f"{self.number} {self.label} {self.count_of(len(self._listing.records))}"
        # In narrow terminals there is no lower border.
        self.border_title = Content(" · ".join([title, *said] if self.screen.has_class("narrow") else [title]))
        self.border_subtitle = Content(" · ".join(said))

    def set_listing(self, listing: Listing) -> None:
        """Shows the records of another version of the dossier."""
        self._listing = listing
        self.fill()
        self.reapply_filter()

    def sort(self) -> None:
        """Puts the records in the list's next order."""
        self.order = (self.order + 1) % len(ORDERS[self.pane])
        self.fill()


class Details(PaneRows):
    """What is known of a place's record, each row a way to jump."""

    place: reactive[Place | None] = reactive(None, init=False)
    """Whose record is shown. Rows that the cursor visits do not change it."""

    def __init__(self, workspace: Workspace, id: str) -> None:
        super().__init__(id=id)
        self.dossier, self.occurrences = workspace.dossier, workspace.occurrences
        self._filled: tuple[object, ...] = ()

    def set_workspace(self, workspace: Workspace) -> None:
        """Shows what another version of the dossier holds."""
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
        moved_on = self._filled[:2] != key[:2]
        self._filled = key
        of = DetailsLayout(self.dossier, self.occurrences, width - 1)
        rows, top = of.rows(place), self._top
        if not moved_on and self.row is not None:
            self.exchange(rows)
        else:
            self.show(rows)
            self.scroll_rows(0 if moved_on else top)
        self.border_title = Content(f"5 Details · {of.title(place.record)}")
