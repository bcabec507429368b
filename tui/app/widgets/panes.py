"""The panes: a list of records that can be narrowed, and Details."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tui.app.actions import DETAILS, bindings
from tui.app.contents import DetailsOf, list_rows
from tui.app.desk import Desk
from tui.app.ink import Ink
from tui.app.place import KINDS, Place
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier

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

    def __init__(self, pane: str, number: str, label: str, order: str, dossier: Dossier) -> None:
        super().__init__(id=f"{pane}-pane", classes="pane")
        self.pane, self.number, self.label, self._order = pane, number, label, order
        self.dossier = dossier
        self.query_text = ""
        self._before = ""
        self.choosing = False
        """Whether a row was chosen since one last typed in the field."""
        self.total = sum(1 for record in dossier.records if record.kind == KINDS[pane])

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
        rows = self.rows
        rows.show(list_rows(self.pane, self.dossier, admitted))
        rows.point_at(rows.target)
        shown = sum(row.target is not None for row in rows.rows)
        count = str(self.total) if admitted is None else f"{shown} of {self.total}"
        self.border_title = Content(f"{self.number} {self.label} {count}")
        narrowed = f"\\ {self.query_text} · " if self.query_text else ""
        self.border_subtitle = Content(f"{narrowed}{self._order}")

    def narrow(self) -> None:
        """Opens the field."""
        from tui.app.widgets.narrowing import Narrowing

        self._before = self.query_text
        field = Narrowing(self.query_text, placeholder="words, by:usgs, year:2024 …", compact=True, id=FIELD)
        self.mount(field, before=0)
        field.focus()

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

    def stop_narrowing(self, keep: bool) -> None:
        """Closes the field; the filter holds, or is as it was before."""
        if not keep:
            self.filter(self._before)
        self.rows.focus()
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
        key = (place.record, place.article, width)
        if key == self._filled:
            return
        moved_on = self._filled[:2] != key[:2]
        target = None if moved_on or self.row is None else self.row
        self._filled = key
        of = DetailsOf(self.dossier, self.spots, width - 1)
        self.show(of.rows(place.record, place.article))
        if target:
            self.point_at(target.target, target.occurrence)
        self.border_title = Content(f"5 Details · {of.title(place.record)}")
