"""Finding words in the article on screen: a field below the text, which shows the first place as one types."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.commands.action import FIND
from tui.app.commands.actions import bindings
from tui.app.model.place import TEXT
from tui.app.model.target import FindTarget, Target
from tui.app.screens.base import LodeScreen
from tui.app.widgets.bars import Keys
from tui.app.widgets.query_field import QueryField
from tui.text.safe import visible
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


class FindScreen(ModalScreen[None], LodeScreen[None]):
    """Previews the places on the main screen, which stays as it is except for them. Enter keeps, Escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIND)]
    where = FIND

    def __init__(self, main: "MainScreen") -> None:
        super().__init__()
        self._main = main
        self._article = main.reader.article or ""
        self._from = main.reader.visible_span
        self._before = main.navigation.shown

    def compose(self) -> ComposeResult:
        shown = self._before.target
        words = shown.words if isinstance(shown, FindTarget) else ""
        with Horizontal(id="finding"):
            yield QueryField(words, placeholder="Find in this article", compact=True, id="find")
            yield Static(id="count")
        yield Keys(id="keys").data_bind(FindScreen.theme_styles)

    def on_mount(self) -> None:
        self.query_one(Keys).show_keys(FIND, "cancel")

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.strip()
        target = FindTarget(self._article, words)
        if self._main.workspace.occurrences.of(target):
            self._main.browser.preview(target, self._nearest(target), TEXT)
            self.query_one(Keys).hide_message()
        else:
            self._main.browser.drop_preview()
            self._say_if_missing(words)
        self._show_count(target)

    def _say_if_missing(self, words: str) -> bool:
        """If the article does not have some words, says so."""
        missing = bool(words) and not self._main.workspace.occurrences.of(FindTarget(self._article, words))
        if missing:
            self.show_message(f"No matches for “{visible(words)}” in this article.")
        return missing

    def _nearest(self, target: FindTarget) -> int:
        """The number of the first place that is visible, or else below."""
        return self._main.navigation.nearest(target, self._article, Span(self._from.start, self._from.end))

    def _show_count(self, target: Target) -> None:
        """Shows how many places there are, and which of them is shown."""
        shown, count = self._main.navigation.shown, len(self._main.workspace.occurrences.of(target))
        self.query_one("#count", Static).update(f"{shown.occurrence + 1} of {count}" if count else "")

    def action_step(self, by: int) -> None:
        self._main.action_occurrence(by)
        self._show_count(self._main.navigation.shown.target)

    def on_input_submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        if self._say_if_missing(self.query_one("#find", Input).value.strip()):
            return
        self.dismiss(None)
        self._main.browser.keep_in_text()

    def action_leave(self) -> None:
        self.dismiss(None)
        self._main.browser.drop_preview()
