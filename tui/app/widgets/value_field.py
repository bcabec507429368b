"""The field into which the value of a form's field is typed. Imported when it is first opened."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui.app.commands.actions import FIELD, bindings


class ValueField(Input):
    """A field for a value. While it has the focus, some keys move the cursor of the values below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIELD)]
    """The actions that `tui.app.commands.actions` lists for the field."""

    class Taken(Message):
        """Posted when the value under the cursor is taken."""

    class CursorMoved(Message):
        """Posted when the cursor of the values is to move."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by
            """Rows to move by."""

    def action_take(self) -> None:
        self.post_message(self.Taken())

    def action_move(self, by: int) -> None:
        self.post_message(self.CursorMoved(by))
