"""A list that can be narrowed to what a query admits."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.app.widgets.narrowing import Narrowing

FIELD = "narrowing"
"""The id of the field that narrows a list."""


class Narrowable(Vertical):
    """Rows, and while one narrows them, a field above."""

    theme_styles: reactive[ThemeStyles | None] = reactive(None, init=False)

    class Narrowed(Message):
        """The filter changed: the screen knows what it admits."""

        def __init__(self, pane: "Narrowable", query: str) -> None:
            super().__init__()
            self.pane, self.query = pane, query

        @property
        def control(self) -> "Narrowable":
            return self.pane

    def __init__(self, rows: Rows, kinds: set[str], word: str, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self.rows = rows
        """The list itself."""
        self.kinds, self.word = kinds, word
        """The kinds of records in it, and the word for one of them."""
        self.query_text = ""
        self._before = ""
        self.choosing = False
        """Whether a row was chosen since one last typed in the field."""
        self.admitted: set[str] | None = None
        """The records that the filter admits; None where there is no filter."""

    def compose(self) -> ComposeResult:
        yield self.rows.data_bind(Narrowable.theme_styles)

    def fill(self) -> None:
        """Shows the records that are admitted; the record under the cursor stays under it."""
        raise NotImplementedError

    def admit(self, admitted: set[str] | None) -> None:
        """Shows only what a filter admits, or all."""
        self.admitted = admitted
        self.fill()

    def reapply_filter(self) -> None:
        """Applies the filter to other records."""
        if self.query_text:
            self.post_message(self.Narrowed(self, self.query_text))

    @property
    def count(self) -> int:
        """How many records are shown."""
        return sum(target is not None for target in self.rows.targets)

    def count_of(self, total: int) -> str:
        """How many records are shown of how many, in words for a title."""
        return f"{total:,}" if self.admitted is None else f"{self.count:,} of {total:,}"

    @property
    def narrowed_to(self) -> list[str]:
        """The filter as titles say it, if there is one."""
        return [f"\\ {self.query_text}"] if self.query_text else []

    def narrow(self) -> None:
        """Opens the field, or goes back to it: Tab and the mouse leave it open."""
        from tui.app.widgets.narrowing import Narrowing

        if opened := self.query(Narrowing):
            self.screen.set_focus(opened.first())
            return
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
