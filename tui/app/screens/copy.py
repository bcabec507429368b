"""Copy: the forms in which what is current can be sent to the clipboard, or shown to be selected by hand."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen

from tui.app.commands.actions import COPY, action_keys, bindings
from tui.app.commands.copying import in_form, send
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.screens.closing import ClosingScreen
from tui.app.widgets.rows import Row, Rows
from tui.text.safe import visible
from tui.view.citation import CitationError
from tui.view.styled_text import StyledText

Say = Callable[[str, str], None]
"""Says a message, and a hint beside it."""


class CopyScreen(ModalScreen[None], ClosingScreen[None]):
    """A row for each form, with how it begins. It says through `say` what became of it, once it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COPY)]
    where = COPY

    theme_styles: reactive[ThemeStyles | None] = reactive(None, init=False)

    def __init__(self, workspace: Workspace, place: Place, theme_styles: ThemeStyles | None, say: Say) -> None:
        super().__init__()
        self._workspace, self._place, self._theme_styles, self._say = workspace, place, theme_styles, say

    def compose(self) -> ComposeResult:
        rows = Rows(id="copy")
        # Letters choose here: those that move in a list would be taken by it.
        rows.can_focus = False
        yield rows.data_bind(CopyScreen.theme_styles)

    def on_mount(self) -> None:
        self.theme_styles = self._theme_styles
        rows, keys = self.query_one(Rows), action_keys(self.app)
        rows.border_title = "Copy"
        rows.border_subtitle = Content(f"Enter sends · {keys.first_key('copy-show', COPY)} shows · Esc leaves")
        sending = [action for action in keys.available(COPY) if action.verb == "send"]
        width = max(len(action.keys_shown) for action in sending)
        rows.show([self._row(f"{each.keys_shown:<{width}}", each.help, *each.arguments) for each in sending])
        rows.point_at(self._workspace.form)

    def _row(self, key: str, label: str, form: str) -> Row:
        try:
            begins = " ".join(visible(in_form(form, self._workspace, self._place)[:200]).split())
        except CitationError as error:
            begins = f"— {error}"
        return Row(
            form, [StyledText(f"{key}  ", "accent"), StyledText(f"{label:<14}"), StyledText(visible(begins), "dim")], []
        )

    @property
    def pointed(self) -> Rows:
        """The rows, which have the cursor without the focus."""
        return self.query_one(Rows)

    @property
    def _form(self) -> str:
        row = self.query_one(Rows).row
        return (row and row.target) or self._workspace.form

    def on_rows_entered(self) -> None:
        self.action_take()

    def action_cursor(self, by: int) -> None:
        self.query_one(Rows).action_cursor(by)

    def action_take(self) -> None:
        self.action_send(self._form)

    def action_send(self, form: str) -> None:
        self.dismiss(None)
        self._say(*send(self.app, form, self._workspace, self._place))

    def action_show(self) -> None:
        """Makes room for the terminal's own selecting: nothing but the text, unwrapped, until a key."""
        from tui.app.system.suspending import show, while_suspended

        self.dismiss(None)
        try:
            text = in_form(self._form, self._workspace, self._place)
        except CitationError as error:
            self._say(str(error), "")
            return
        if said := while_suspended(self.app, partial(show, text), "it"):
            self._say(said, "")

    def action_leave(self) -> None:
        self.dismiss(None)
