"""A list of records that the user can filter with a query."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tui.app.commands.actions import FILTER, bindings
from tui.app.widgets.query_field import QueryField
from tui.app.widgets.rows import Rows
from tui.text.span import Span


class FilterField(QueryField):
    """A field for a query. While it has the focus, some keys move the cursor of the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER)]
    """The actions that `tui.app.commands.actions` lists for the field."""

    class Confirmed(Message):
        """Posted when the user has finished typing."""

    class CursorMoved(Message):
        """Posted when the cursor of the list is to move."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by
            """Rows to move by."""

    def action_done(self) -> None:
        self.post_message(self.Confirmed())

    def action_move(self, by: int) -> None:
        self.post_message(self.CursorMoved(by))


class FilteredList(Vertical):
    """Rows of records, and a field above them while the user edits the filter.

    The list posts its query, and the screen answers with the records that match it.
    """

    class FilterChanged(Message):
        """Posted when the query is another one, or its records may be other ones."""

        def __init__(self, pane: "FilteredList", query: str) -> None:
            super().__init__()
            self.pane = pane
            """The list."""
            self.query = query
            """The query; empty if all records are to be shown."""

    def __init__(self, rows: Rows, kinds: set[str], record_word: str, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self.rows = rows
        """The list itself."""
        self.kinds = kinds
        """The kinds of records in it."""
        self.record_word = record_word
        """What messages call one of them."""
        self.filter_query = ""
        """The query of the filter; empty if there is none."""
        self.choosing = False
        """Whether the cursor was moved since the user last typed into the field."""
        self._awaits_match = False
        """Whether a match becomes current as soon as the filter is applied."""
        self._preferred: str | None = None
        """The record that becomes current then, if it matches; else the first match does."""
        self.matching: set[str] | None = None
        """The ids of the records that match the filter; None if there is none."""
        self.mark: Callable[[str], Sequence[Span]] | None = None
        """Finds where the filter matches in a text."""
        self._query_before = ""

    def compose(self) -> ComposeResult:
        yield self.rows

    def fill(self) -> None:
        """Shows the records that match the filter; the cursor stays on its record."""
        raise NotImplementedError

    def show_matching(self, matching: set[str] | None, mark: Callable[[str], Sequence[Span]] | None = None) -> None:
        """Shows only some records, or all; `mark` finds where the query matches in a text."""
        self.matching, self.mark = matching, mark
        self.fill()
        if self._awaits_match:
            self._awaits_match = False
            # Messages that are posted while one is handled would not leave this widget.
            self.rows.call_later(self._choose, self._preferred)

    def reapply_filter(self) -> None:
        """Has the filter applied to other records."""
        if self.filter_query:
            self.post_message(self.FilterChanged(self, self.filter_query))

    @property
    def count(self) -> int:
        """How many records are shown."""
        return sum(target is not None for target in self.rows.targets)

    def count_title(self, total: int) -> str:
        """How many records of a total are shown, for a title."""
        return f"{total:,}" if self.matching is None else f"{self.count:,} of {total:,}"

    @property
    def filter_titles(self) -> list[str]:
        """The filter for a title, if there is one."""
        return [f"\\ {self.filter_query}"] if self.filter_query else []

    def open_field(self) -> bool:
        """Opens the field, or focuses the open one and returns False: Tab and the mouse leave it open."""
        if opened := self.query(FilterField):
            self.screen.set_focus(opened.first())
            return False
        self._query_before, self._preferred = self.filter_query, self.rows.target
        field = FilterField(self.filter_query, placeholder="words, by:usgs, year:2024 …", compact=True, id="filter")
        self.mount(field, before=0)
        self.screen.set_focus(field)
        return True

    def close_field(self, *, keep: bool) -> None:
        """Closes the field, and keeps the filter or restores the previous one."""
        if not keep:
            self._awaits_match = False
            self.filter(self._query_before)
        self.screen.set_focus(self.rows)
        self.query(FilterField).remove()

    def filter(self, query: str) -> None:
        """Filters the list by a query."""
        if query != self.filter_query:
            self.filter_query = query
            self.post_message(self.FilterChanged(self, query))

    def clear_filter(self) -> None:
        """Shows all records."""
        self.filter("")

    def choose_row(self) -> None:
        """If no row is current, moves the cursor to the one that was last, or else the first; posts the message."""
        if self.rows.row is None:
            self._choose(self.rows.last)

    def await_match(self, preferred: str | None) -> None:
        """As soon as the filter is applied, has a record current if it matches, else the first match."""
        self._awaits_match, self._preferred = True, preferred

    def _choose(self, preferred: str | None) -> None:
        """Has a record current if it is listed, else the first one that is."""
        if not self.count:
            return
        before = self.rows.target
        self.rows.set_cursor(preferred)
        if (row := self.rows.row) is None:
            self.rows.action_edge(-1)
        elif row.target != before:
            self.rows.post_message(Rows.RowHighlighted(self.rows, row))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.choosing = False
        self.await_match(self._preferred)
        self.filter(event.value)

    def on_filter_field_cursor_moved(self, event: FilterField.CursorMoved) -> None:
        self.choosing = True
        self.rows.call_later(self.rows.action_cursor, event.by)

    def on_filter_field_confirmed(self) -> None:
        self.close_field(keep=True)
