"""Help: what can be done in one place, on one page."""

import os
from collections.abc import Container, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import HELP, bindings
from tui.app.rendering.help import COLUMN, help_rows, matching_rows
from tui.app.rendering.rows import Row
from tui.app.screens.box import BoxScreen
from tui.app.settings.config import VARIABLE, config_file
from tui.app.widgets.query_field import QueryField
from tui.app.widgets.rows import ScrolledRows
from tui.text.folders import shown_from_home


class ReadOnlyRows(ScrolledRows):
    """Rows without a cursor: the keys scroll."""

    def action_cursor(self, by: int) -> None:
        self.scroll_rows(by)

    def action_edge(self, direction: int) -> None:
        self.scroll_rows(direction * len(self.rows))

    def replace_rows(self, rows: Sequence[Row]) -> None:
        top = self.top
        super().replace_rows(rows)
        self.scroll_rows(top)


class HelpScreen(BoxScreen[None]):
    """The keys of one place, the query language, and what the signs mean. `/` searches the keys of all places."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(HELP),
        ("question_mark,f1", "leave", "Close"),
        ("slash", "search", "Search"),
    ]
    where = HELP
    rows_type = ReadOnlyRows
    width = 3 * COLUMN + 4

    def __init__(self, where: str, label: str, without: Container[str]) -> None:
        """`without` has the ids of actions that can do nothing here."""
        super().__init__(f"Help · {label}", "/ search all keys · Esc close")
        self._about, self._without = where, without
        self._asked = ""

    def compose(self) -> ComposeResult:
        yield from super().compose()
        field = QueryField(placeholder="Search the keys of all panes", compact=True, id="asked")
        field.display = False
        yield field

    def action_search(self) -> None:
        field = self.query_one("#asked", Input)
        field.display = True
        self.set_focus(field)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._asked = event.value.strip()
        self._fill()

    def on_input_submitted(self) -> None:
        self.set_focus(self.rows)

    def action_leave(self) -> None:
        field = self.query_one("#asked", Input)
        if not field.display:
            self.dismiss(None)
            return
        field.value, field.display = "", False
        self.set_focus(self.rows)

    def lines(self, width: int) -> list[Row]:
        keys = action_keys(self.app)
        if self._asked:
            return matching_rows(keys, self._asked, width)
        file = config_file(os.environ)
        settings = shown_from_home(file) if file else f"{VARIABLE} is empty: no file"
        return help_rows(keys, self._about, (width, self.app.size.height - 2), settings, self._without)
