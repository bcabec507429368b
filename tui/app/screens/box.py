"""The base of boxes that open over the other screens, with rows to read or to choose from."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.app.rendering.rows import Row
from tui.app.screens.base import LodeScreen
from tui.app.widgets.rows import MARGINS, Rows

Chosen = TypeVar("Chosen")

WIDTH = 90
"""Columns of most boxes at the most, border included."""


class BoxScreen(ModalScreen[Chosen | None], LodeScreen[Chosen | None]):
    """Closes with what is chosen, or None."""

    rows_type: ClassVar[type[Rows]] = Rows
    first: str | None = None
    """The target of the row that the cursor is on at first."""
    width: ClassVar[int] = WIDTH
    """Columns of the box at the most, border included."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self._title, self._subtitle = title, subtitle

    def compose(self) -> ComposeResult:
        yield self.rows_type(id="box")

    def on_mount(self) -> None:
        self.rows.border_title, self.rows.border_subtitle = self._title, self._subtitle
        self.rows.set_cursor(self.first)
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        self._fill()

    def _fill(self) -> None:
        width = min(self.app.size.width, self.width)
        lines = self.lines(width - 2 - MARGINS)
        self.rows.styles.width = width
        self.rows.styles.height = len(lines) + 2
        self.rows.replace_rows(lines)

    @property
    def rows(self) -> Rows:
        """The rows in the box."""
        return self.query_one(Rows)

    def lines(self, width: int) -> Sequence[Row]:
        """The rows, for a width in cells."""
        raise NotImplementedError

    def chosen(self, target: str) -> Chosen:
        """What the screen closes with for the target of a row."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            # The click was outside the box.
            self.action_leave()

    def on_rows_row_selected(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Closes with the row under the cursor."""
        row = self.rows.row
        if row and row.target:
            self.dismiss(self.chosen(row.target))
