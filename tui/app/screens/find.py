"""Finding words in the article on screen: a field below the text, which shows the first place as one types."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.commands.actions import FIND, bindings
from tui.app.model.place import TEXT
from tui.app.model.target import FindTarget
from tui.app.screens.base import LodeScreen
from tui.app.widgets.bars import Keys
from tui.app.widgets.query_field import QueryField
from tui.text.safe import visible

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
        yield Keys(id="keys")

    def on_mount(self) -> None:
        self.query_one(Keys).show_keys(FIND, "cancel")

    @property
    def _target(self) -> FindTarget:
        """What is in the field."""
        return FindTarget(self._article, self.query_one("#find", Input).value.strip())

    @property
    def _count(self) -> int:
        """How many places of the article have it."""
        return len(self._main.workspace.occurrences.of(self._target))

    def on_input_changed(self) -> None:
        if self._count:
            self.query_one(Keys).hide_message()
            self._preview(self._main.navigation.nearest(self._target, self._article, self._from))
        else:
            self._main.browser.drop_preview()
            self.query_one("#count", Static).update("")
            self._say_if_missing()

    def _preview(self, number: int) -> None:
        """Shows one of the places, and which of them it is."""
        self._main.browser.preview(self._target, number, TEXT)
        self.query_one("#count", Static).update(f"{number + 1} of {self._count}")

    def _say_if_missing(self) -> bool:
        """If the article does not have what is in the field, says so."""
        missing = bool(self._target.words) and not self._count
        if missing:
            self.show_message(f"No matches for “{visible(self._target.words)}” in this article.")
        return missing

    def action_step(self, by: int) -> None:
        if not self._count:
            self._say_if_missing()
            return
        following = self._main.navigation.shown.occurrence + by
        if not 0 <= following < self._count:
            self.show_message(f"Wrapped around to the {'first' if by > 0 else 'last'} match.")
        self._preview(following % self._count)

    def on_input_submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        if self._say_if_missing():
            return
        self.dismiss(None)
        self._main.browser.keep_in_text()

    def action_leave(self) -> None:
        self.dismiss(None)
        self._main.browser.drop_preview()
