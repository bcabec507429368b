"""What a screen does whose lists can be narrowed: it asks what a filter admits, and says where that is nothing."""

from typing import TYPE_CHECKING

from textual.screen import ScreenResultType

from tui.app.model.search_runner import SearchRunner
from tui.app.model.workspace import Workspace
from tui.app.rendering.search_messages import read_as
from tui.app.screens.closing import ClosingScreen
from tui.app.widgets.narrowable import FIELD, Narrowable
from tui.app.widgets.rows import Rows
from tui.search.query import QueryError
from tui.text.safe import visible

if TYPE_CHECKING:
    from tui.search.results import FilterResult


class NarrowingScreen(ClosingScreen[ScreenResultType]):
    """Owns the desk that its lists are asked of."""

    workspace: Workspace

    def __init__(self) -> None:
        super().__init__()
        self.asking = SearchRunner(self, lambda: self.workspace)
        self._narrows = False
        """Whether it is being asked what passes a list's filter."""
        self.going = False
        """Whether Enter was pressed before that is answered."""

    def on_unmount(self) -> None:
        self.asking.forget()

    def say(self, message: str, hint: str = "") -> None:
        """A message in the last line, for a few seconds or until the next key; and a hint that is not cut."""
        raise NotImplementedError

    def offer_keys(self) -> None:
        """Says in the last line what can be done here and now."""
        raise NotImplementedError

    @property
    def list_in_focus(self) -> Narrowable | None:
        """The list that has the focus, or whose field has it."""
        ancestors = self.focused.ancestors_with_self if self.focused else ()
        return next((each for each in ancestors if isinstance(each, Narrowable)), None)

    @property
    def narrowing(self) -> Narrowable | None:
        """The list while one types into its field."""
        return self.list_in_focus if self.focused is not None and self.focused.id == FIELD else None

    @property
    def pointed(self) -> Rows | None:
        """The list while one chooses in it from the field that narrows it."""
        narrowing = self.narrowing
        return narrowing.rows if narrowing and narrowing.choosing else None

    def action_narrow(self) -> None:
        if (pane := self.list_in_focus) is not None:
            pane.narrow()

    def on_narrowable_narrowed(self, event: Narrowable.Narrowed) -> None:
        pane, query = event.pane, event.query.strip()
        self._narrows, self.going = bool(query), False
        if not query:
            self.asking.forget()
            pane.admit(None)
            self.offer_keys()
            return
        self.asking.ask(
            lambda search: search.filter(query, pane.kinds), lambda admitted: self._narrow(pane, query, admitted)
        )

    def on_narrowing_done(self) -> None:
        self.going = self._narrows
        if not self.going and (pane := self.list_in_focus) is not None:
            pane.show_found()

    def _narrow(self, pane: Narrowable, query: str, admitted: "FilterResult | QueryError") -> None:
        """Shows in a list the records that its query lets pass."""
        self._narrows, going, self.going = False, self.going, False
        if isinstance(admitted, Exception):
            self.say(str(admitted))
            return
        pane.admit(admitted.ids)
        if going:
            pane.show_found()
        if not pane.count:
            self.say(f"No {pane.word} matches “{visible(query)}”. Esc clears the filter.")
        elif admitted.corrected:
            self.say(" · ".join(read_as(admitted.corrected)))
