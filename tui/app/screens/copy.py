"""Copying what is current in one of several forms, or showing it to be selected with the mouse."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui.app.commands.action import COPY
from tui.app.commands.actions import action_keys, bindings
from tui.app.commands.copying import in_form, send
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.rows import Row
from tui.app.screens.base import LodeScreen
from tui.app.widgets.rows import Rows
from tui.text.safe import visible
from tui.view.citation import CitationError
from tui.view.styled_text import StyledText

ShowMessage = Callable[[str, str], None]
"""Shows a message, and a hint beside it."""


class CopyScreen(ModalScreen[None], LodeScreen[None]):
    """A row for each form, with its beginning. Once it is closed, `show_message` tells the result."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COPY)]
    where = COPY

    def __init__(self, workspace: Workspace, place: Place, show_message: ShowMessage) -> None:
        super().__init__()
        self._workspace, self._place, self._show_message = workspace, place, show_message

    def compose(self) -> ComposeResult:
        rows = Rows(id="copy")
        # Without the focus: letters choose a form here, rather than move the cursor.
        rows.can_focus = False
        yield rows.data_bind(CopyScreen.theme_styles)

    def on_mount(self) -> None:
        rows, keys = self.query_one(Rows), action_keys(self.app)
        rows.border_title = "Copy"
        rows.border_subtitle = Content(f"Enter copy · {keys.first_key('copy-show', COPY)} show · Esc cancel")
        sending = [action for action in keys.available(COPY) if action.verb == "send"]
        width = max(len(action.keys_shown) for action in sending)
        rows.set_rows([self._row(f"{each.keys_shown:<{width}}", each.help, *each.arguments) for each in sending])
        rows.set_cursor(self._workspace.form)

    def _row(self, key: str, label: str, form: str) -> Row:
        try:
            begins = " ".join(visible(in_form(form, self._workspace, self._place)[:200]).split())
        except CitationError as error:
            begins = f"— {error}"
        return Row(
            form, [StyledText(f"{key}  ", "accent"), StyledText(f"{label:<18}"), StyledText(visible(begins), "dim")], []
        )

    @property
    def cursor_widget(self) -> Rows:
        return self.query_one(Rows)

    @property
    def _form(self) -> str:
        row = self.query_one(Rows).row
        return (row and row.target) or self._workspace.form

    def on_rows_row_selected(self) -> None:
        self.action_take()

    def action_cursor(self, by: int) -> None:
        self.query_one(Rows).action_cursor(by)

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
