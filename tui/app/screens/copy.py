"""Copying what is current in one of several forms, or showing it to be selected with the mouse."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import COPY, Action, bindings
from tui.app.commands.copying import in_form, send
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.rows import Row, wrapped_rows
from tui.app.screens.box import BoxScreen
from tui.app.widgets.rows import Rows, UnfocusedRows
from tui.text.safe import visible
from tui.view.citation import CitationError
from tui.view.styled_text import StyledText

ShowMessage = Callable[[str, str], None]
"""Shows a message, and a hint beside it."""


class CopyScreen(BoxScreen[None]):
    """A row for each form, with its beginning. Once it is closed, `show_message` tells the result."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COPY)]
    where = COPY
    # Letters choose a form, rather than move the cursor.
    rows_type = UnfocusedRows

    def __init__(self, workspace: Workspace, place: Place, show_message: ShowMessage) -> None:
        super().__init__("Copy", "")
        self._workspace, self._place, self._show_message = workspace, place, show_message
        self.first = workspace.form

    def on_mount(self) -> None:
        self._subtitle = f"Enter copy · {action_keys(self.app).first_key('copy-show', COPY)} show · Esc cancel"

    def lines(self, width: int) -> list[Row]:
        sending = [action for action in action_keys(self.app).available(COPY) if action.verb == "send"]
        longest = max(len(action.keys_shown) for action in sending)
        return [row for action in sending for row in self._rows(action, longest, width)]

    def _rows(self, action: Action, longest: int, width: int) -> Iterable[Row]:
        """The key and the beginning of a form; without one, why, in full."""
        form = action.arguments[0]
        label = [StyledText(f"{action.keys_shown:<{longest}}  ", "accent"), StyledText(f"{action.help:<18}")]
        try:
            begins = " ".join(visible(in_form(form, self._workspace, self._place)[:200]).split())
        except CitationError as error:
            return wrapped_rows([*label, StyledText(f"— {visible(str(error))}", "dim")], width, form)
        return [Row(form, [*label, StyledText(begins, "dim")], [])]

    @property
    def cursor_widget(self) -> Rows:
        return self.rows

    @property
    def _form(self) -> str:
        row = self.rows.row
        return (row and row.target) or self._workspace.form

    def action_cursor(self, by: int) -> None:
        self.rows.action_cursor(by)

    def action_take(self) -> None:
        self.action_send(self._form)

    def action_send(self, form: str) -> None:
        self.dismiss(None)
        self._show_message(*send(self.app, form, self._workspace, self._place))

    def action_show(self) -> None:
        """Shows nothing but the text, unwrapped, until a key is pressed: the terminal itself can select it."""
        from tui.app.system.suspending import show, while_suspended

        self.dismiss(None)
        try:
            text = in_form(self._form, self._workspace, self._place)
        except CitationError as error:
            self._show_message(str(error), "")
            return
        if said := while_suspended(self.app, partial(show, text), "it"):
            self._show_message(said, "")
