"""The field above a list that narrows it; loaded when one first narrows."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui.app.commands.actions import NARROW, bindings


class Narrowing(Input):
    """The field above a list that narrows it. Up and down move in the list below while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NARROW)]

    class Done(Message):
        """Typing is over, and the filter holds."""

    class Move(Message):
        """Up or down was pressed."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_done(self) -> None:
        self.post_message(self.Done())

    def action_move(self, by: int) -> None:
        self.post_message(self.Move(by))
