"""The field into which the value of a form's field is typed. Imported when it is first opened."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from tui.app.commands.action import FIELD
from tui.app.commands.actions import bindings


class ValueField(Input):
    """A field for a value. While it has the focus, some keys choose among the values below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIELD)]
    """The actions that `tui.app.commands.actions` lists for the field."""
