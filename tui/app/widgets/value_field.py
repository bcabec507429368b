"""The field into which the value of a form's field is typed. Imported when it is first opened."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from tui.app.commands.actions import FIELD, bindings


class ValueField(Input):
    """A field for a value. While it has the focus, some keys choose among the values below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIELD)]
    """The actions that `tui.app.commands.actions` lists for the field."""

    numbered: var[bool] = var(False)
    """Whether a digit takes a value while nothing is typed, rather than begin a text."""

    class NumberPressed(Message):
        """Posted for a digit that takes a value."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def on_key(self, event: events.Key) -> None:
        if self.numbered and not self.value and event.character and event.character in "0123456789":
            event.prevent_default()
            event.stop()
            self.post_message(self.NumberPressed(int(event.character)))
