"""The panes: a list of records that can be narrowed, and Details."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tui.app.actions import DETAILS, bindings
from tui.app.contents import DetailsOf
from tui.app.desk import Desk
from tui.app.ink import Ink
from tui.app.listing import ORDERS, Listing
from tui.app.place import Place
from tui.app.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.app.widgets.narrowing import Narrowing


FIELD = "narrowing"
"""The id of the field that narrows a list."""


class ListPane(Vertical):
    """All records of a kind, in rows."""

    ink: reactive[Ink | None] = reactive(None, init=False)

    class Narrowed(Message):
        """The filter changed: the screen knows what it admits."""

        def __init__(self, pane: "ListPane", query: str) -> None:
            super().__init__()
            self.pane, self.query = pane, query

        @property
        def control(self) -> "ListPane":
            return self.pane

    def __init__(self, listing: Listing, number: str, label: str, order: int) -> None:
        super().__init__(id=f"{listing.pane}-pane", classes="pane")
        self.pane, self.number, self.label = listing.pane, number, label
        self._listing = listing
        self.order = order
        """Which of the list's orders it is in."""
        self.query_text = ""
        self._before = ""
        self.choosing = False
        """Whether a row was chosen since one last typed in the field."""
        self._admitted: set[str] | None = None

    def compose(self) -> ComposeResult:
        yield Rows(id=self.pane).data_bind(ListPane.ink)

    def on_mount(self) -> None:
        self.fill(None)

    @property
    def rows(self) -> Rows:
        """The list itself."""
        return self.query_one(Rows)

    def fill(self, admitted: set[str] | None) -> None:
        """Shows the records that a filter admits; the record under the cursor stays under it."""
        self._admitted = admitted
        self.rows.exchange(self._listing.rows(ORDERS[self.pane][self.order], admitted))
        self.update_titles()

    def update_titles(self) -> None:
        """Says in the borders how many records are shown, and how they are sorted and narrowed."""
        total = len(self._listing.records)
        count = f"{total:,}" if self._admitted is None else f"{self.count:,} of {total:,}"
        said = [f"\\ {self.query_text}"] if self.query_text else []
        said.append(ORDERS[self.pane][self.order].name)
        title = f"{self.number} {self.label} {count}"
        # In narrow terminals there is no lower border.
        self.border_title = Content(" · ".join([title, *said] if self.screen.has_class("narrow") else [title]))
        self.border_subtitle = Content(" · ".join(said))

    @property
    def count(self) -> int:
        """How many records are shown."""
        return sum(target is not None for target in self.rows.targets)

    def take(self, listing: Listing) -> None:
        """Shows the records as they are now."""
        self._listing = listing
        self.fill(self._admitted)
        if self.query_text:
            self.post_message(self.Narrowed(self, self.query_text))

    def sort(self) -> None:
        """Puts the records in the list's next order."""
        self.order = (self.order + 1) % len(ORDERS[self.pane])
        self.fill(self._admitted)

    def narrow(self) -> None:
        """Opens the field."""
        from tui.app.widgets.narrowing import Narrowing

        self._before = self.query_text
        field = Narrowing(self.query_text, placeholder="words, by:usgs, year:2024 …", compact=True, id=FIELD)
        self.mount(field, before=0)
        self.screen.set_focus(field)

    def clear(self) -> None:
        """Takes the filter off."""
        self.filter("")

    def filter(self, query: str) -> None:
        """Narrows the list to what a query admits."""
        if query != self.query_text:
            self.query_text = query
            self.post_message(self.Narrowed(self, query))

    def on_input_changed(self, event: "Input.Changed") -> None:
        event.stop()
        self.choosing = False
        self.filter(event.value)

    def on_narrowing_move(self, event: "Narrowing.Move") -> None:
        # In the list's own turn: what it reports while ours is under way would stop at us.
        self.choosing = True
        self.rows.call_later(self.rows.action_cursor, event.by)

    def on_narrowing_done(self) -> None:
        self.stop_narrowing(keep=True)

    def show_found(self) -> None:
        """Shows what one narrowed the list to find, its first row, unless what is shown passes too."""
        if self.query_text and self.rows.row is None:
            self.rows.call_later(self.rows.action_edge, -1)

    def stop_narrowing(self, keep: bool) -> None:
        """Closes the field; the filter holds, or is as it was before."""
        if not keep:
            self.filter(self._before)
        self.screen.set_focus(self.rows)
        self.query(f"#{FIELD}").remove()


class Details(Rows):
    """What is known of a place's record, each row a way to jump."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DETAILS, skip=("list",))]

    place: reactive[Place | None] = reactive(None, init=False)
    """Whose record is shown. Rows that the cursor visits do not change it."""

    def __init__(self, desk: Desk, id: str) -> None:
        super().__init__(id=id)
        self.dossier, self.spots = desk.dossier, desk.spots
        self._filled: tuple[object, ...] = ()

    def take(self, desk: Desk) -> None:
        """Shows what is known now."""
        self.dossier, self.spots = desk.dossier, desk.spots
        self._filled = (*self._filled[:2], None)
        self._fill()

    def watch_place(self) -> None:
        self._fill()

    def on_resize(self) -> None:
        self._fill()
        super().on_resize()

    def _fill(self) -> None:
        place = self.place
        if place is None:
            return
        width = self.content_size.width
        key = (place.record, place.article, place.occurrence, width)
        if key == self._filled:
            return
        moved_on = self._filled[:2] != key[:2]
        self._filled = key
        of = DetailsOf(self.dossier, self.spots, width - 1)
        rows, top = of.rows(place.record, place.article, place.occurrence), self._top
        if not moved_on and self.row is not None:
            self.exchange(rows)
        else:
            self.show(rows)
            self.scroll_rows(0 if moved_on else top)
        self.border_title = Content(f"5 Details · {of.title(place.record)}")
