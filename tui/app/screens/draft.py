"""A draft beside the articles: each number and quotation with its status, and the sentence that decides about it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.app.commands.actions import DRAFT, FIND, bindings
from tui.app.model.background import in_thread
from tui.app.model.place import Place
from tui.app.model.verification import Verification, place_of
from tui.app.model.workspace import Workspace
from tui.app.rendering.draft_rows import DraftLayout, reason_rows
from tui.app.rendering.rows import Row, wrapped_rows
from tui.app.screens.base import LodeScreen
from tui.app.widgets.bars import Breadcrumb, Keys
from tui.app.widgets.file_field import FileField, completed
from tui.app.widgets.reader import SideReader
from tui.app.widgets.rows import Rows, UnfocusedRows
from tui.text.folders import from_home
from tui.text.safe import visible
from tui.verify.report import summary
from tui.view.styled_text import StyledText


class DraftScreen(LodeScreen[Place]):
    """Walks the items of a draft. Closes with the place of a source to read, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DRAFT)]
    AUTO_FOCUS = ""
    where = DRAFT
    help_title = "Draft"

    def __init__(self, workspace: Workspace, verification: Verification, choose: Callable[[], None]) -> None:
        """`choose` asks for another draft."""
        super().__init__()
        self._workspace, self.verification, self._choose = workspace, verification, choose
        self._layout: DraftLayout | None = None
        """The draft as it is wrapped; None once it or its width has changed."""

    def compose(self) -> ComposeResult:
        yield Breadcrumb(id="breadcrumb")
        with Horizontal(id="verified"):
            with Vertical(id="drafted"):
                yield UnfocusedRows(id="draft")
                yield UnfocusedRows(id="reason")
            yield SideReader(self._workspace, id="passage", title_prefix="Source ·").data_bind(LodeScreen.place)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        title = visible(self.verification.path.name)
        self.query_one(Breadcrumb).show_screen(self._workspace.dossier, title, "screen.leave")
        self.check()

    def on_rows_resized(self) -> None:
        """Wraps the draft again: with a source beside it, it has another width."""
        if self._layout is None or self._layout.width != self._width:
            self._show()

    # What the app uses of every screen

    @property
    def cursor_widget(self) -> Widget | None:
        return self.query_one("#draft", Rows)

    def set_workspace(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reader.set_workspace(workspace)
        self.check()

    # Checking

    def check(self) -> None:
        """Checks the draft as its file is now, in a thread."""
        self.run_worker(self._check(self._workspace), group="draft", exclusive=True)

    async def _check(self, workspace: Workspace) -> None:
        self._show()
        checked = await in_thread(partial(self.verification.check, workspace.dossier))
        if workspace is self._workspace:
            self.verification.update(checked)
            self._layout = None
            self._show()

    # Showing

    def _show(self) -> None:
        draft, reason = self.query_one("#draft", Rows), self.query_one("#reason", Rows)
        verification, finding = self.verification, self.verification.finding
        place = place_of(finding, self._workspace) if finding else None
        self.query_one(Keys).show_keys(self.where, "back", without=() if place else ("open-source",))
        checked, width = verification.checked, self._width
        if checked is None or checked.problem:
            words = "Checking the draft…" if checked is None else f"{checked.problem}."
            self._fill(draft, "Draft", "", [*wrapped_rows([StyledText(visible(words))], width)], None)
            reason.display = self.query_one("#passage").display = False
            return
        if self._layout is None or self._layout.width != width:
            self._layout = DraftLayout(checked, width)
        self._fill(
            draft,
            f"Draft · item {verification.current + 1} of {len(checked.findings)}",
            summary(checked.findings),
            self._layout.rows(verification.current),
            self._layout.row_of.get(verification.current),
        )
        if finding is None:
            return
        rows = reason_rows(finding, checked, self._workspace.dossier, width)
        reason.display = True
        reason.styles.height = len(rows) + 2
        self._fill(reason, f"{finding.kind.capitalize()} · {finding.status}", "", rows, None)
        passage = self.reader
        # Without a source, its pane keeps its room: the draft would be wrapped again.
        passage.display, passage.visible = True, place is not None
        if place is not None:
            self.place = place

    @property
    def _width(self) -> int:
        return self.query_one("#draft", Rows).row_width

    def _fill(self, pane: Rows, title: str, subtitle: str, rows: Sequence[Row], cursor: int | None) -> None:
        pane.border_title, pane.border_subtitle = Content(title), Content(subtitle)
        pane.set_rows(rows, cursor, pane.top)

    # Moving

    def action_item(self, by: int) -> None:
        if self.verification.step(by):
            self._show()
        elif self.verification.finding:
            self.show_message("This is the only item.")

    def on_rows_row_highlighted(self, event: Rows.RowHighlighted) -> None:
        event.stop()
        if event.row.target is not None:
            self.verification.current = int(event.row.target)
            self._show()

    def action_open_source(self) -> None:
        finding = self.verification.finding
        if finding is None:
            self.show_message("There is no item to open.")
        elif (place := place_of(finding, self._workspace)) is None:
            self.show_message("No record has this item: it has no source to open.")
        else:
            self.dismiss(place)

    def action_choose_draft(self) -> None:
        self.dismiss(None)
        self._choose()


class DraftField(ModalScreen[Path], LodeScreen[Path]):
    """Asks for the file of a draft. Closes with it, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIND)]
    where = FIND

    def __init__(self, path: Path | None) -> None:
        """`path` is the last draft, if there was one."""
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        before = str(self._path) if self._path else ""
        yield FileField(before, "Draft to check: the name of a .txt or .md file", "find")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        self.query_one(Keys).show_keys(FIND, "cancel", [("Enter", "check it"), ("Tab", "complete the name")])

    def on_input_submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        given = self.query_one(FileField).value.strip()
        if not given:
            self.show_message("Type the name of a file, or press Escape.")
            return
        # The completion that is shown counts where what is typed is not a file itself.
        for name in filter(None, (given, completed(given))):
            if (path := Path.cwd() / from_home(name)).is_file():
                self.dismiss(path)
                return
        self.show_message(f"There is no file {visible(given)}.")
