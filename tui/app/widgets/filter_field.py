"""The field above a list, for the query that filters it. Imported when it is first opened."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.app.commands.actions import FILTER, bindings
from tui.app.widgets.query_field import QueryField


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
