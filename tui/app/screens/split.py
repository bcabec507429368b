"""The base of compare and the timeline: rows, and below or beside them the sentence of the row under the cursor."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from tui.app.model.navigation import Navigation, carried_over
from tui.app.model.place import Place
from tui.app.model.target import RecordTarget
from tui.app.model.workspace import Workspace
from tui.app.screens.base import LodeScreen, PlaceScreen
from tui.app.widgets.bars import Breadcrumb, Keys
from tui.app.widgets.reader import SideReader
from tui.app.widgets.rows import Rows


class SplitScreen(PlaceScreen[bool]):
    """Rows about a place, and a text. Closes with True if the navigation is at another place now."""

    kind: ClassVar[str]

    def __init__(self, workspace: Workspace, navigation: Navigation, place: Place, anchor: int | None) -> None:
        super().__init__()
        self.workspace, self.navigation = workspace, navigation
        self._place = place
        self._anchor = anchor
        """How far the text on the screen below is scrolled."""
        self._outdated = False
        """Whether there is nothing to show here any more since the files changed."""

    def compose(self) -> ComposeResult:
        yield Breadcrumb(id="breadcrumb")
        with Container(id="split"):
            yield self.upper()
            yield SideReader(self.workspace, id="lower", title_prefix="Text ·").data_bind(LodeScreen.place)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        self.query_one(Breadcrumb).show_screen(self.workspace.dossier, self.help_title.lower(), "screen.close")
        self.update_keys()
        self.set_focus(self.rows)
        self.fill()

    def upper(self) -> Widget:
        """The widget above: rows, or what holds them."""
        raise NotImplementedError

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    @property
    def where(self) -> str:
        return self.kind

    @property
    def current_place(self) -> Place | None:
        return self.place

    @property
    def idle(self) -> tuple[str, ...]:
        """The actions that would do nothing now: the keys of the last line leave them out."""
        return ()

    @classmethod
    def why_empty(cls, workspace: Workspace, place: Place) -> str:
        """Why there would be nothing to show at a place; empty where there is something."""
        raise NotImplementedError

    def fill(self) -> None:
        """Sets the rows."""
        raise NotImplementedError

    def update_keys(self) -> None:
        """Offers the keys that do something now."""
        self.query_one(Keys).show_keys(self.where, self._escape()[0], self.selection_hints, self.idle)

    def on_descendant_focus(self) -> None:
        self.update_keys()

    def set_workspace(self, workspace: Workspace) -> None:
        place = carried_over(self._place, self.workspace, workspace)
        self._outdated = bool(self.why_empty(workspace, place))
        if self._outdated:
            # Only the screen on top can close; else it does when it is resumed.
            self.dismiss(self._kept)
            return
        self.workspace, self._place = workspace, place
        self.reader.set_workspace(workspace)
        self.regroup()
        self.update_keys()
        self.fill()

    def on_screen_resume(self) -> None:
        if self._outdated:
            self.dismiss(self._kept)

    def regroup(self) -> None:
        """Finds the groups of rows in another version of the dossier."""

    def on_rows_resized(self) -> None:
        self.fill()

    def on_rows_row_highlighted(self) -> None:
        self.show_place()

    def on_rows_row_selected(self) -> None:
        self.action_keep()

    def show_place(self) -> None:
        """Shows the sentence of the row under the cursor, unless its record is shown already."""
        row = self.rows.row
        if row and row.target and (self.place is None or self.place.record != row.target):
            before = self._place if self.place is None and self._place.row == row.target else None
            self.place = (
                Place(RecordTarget(row.target), occurrence=before.occurrence, anchor=before.anchor)
                if before
                else Place(RecordTarget(row.target), occurrence=row.occurrence)
            )

    def action_occurrence(self, by: int) -> None:
        if self.place is not None:
            count = len(self.workspace.occurrences.of(self.place.target))
            if count:
                self.place = Place(self.place.target, occurrence=(self.place.occurrence + by) % count)

    # Moving to other places

    @property
    def _kept(self) -> bool:
        """Whether this is the present place of the history, rather than a look from the screen below."""
        return self.navigation.shown.is_split_view

    def _keep(self) -> int | None:
        """Adds this to the history as it is now. Returns how far the text is scrolled."""
        anchor = self.reader.scrolled_to
        row, occurrence = (self.place.record, self.place.occurrence) if self.place else (None, 0)
        self.navigation.go(replace(self._place, row=row, occurrence=occurrence, anchor=anchor), self._anchor)
        return anchor

    def go(self, place: Place | None) -> None:
        if place is not None:
            self.navigation.go(replace(place, origin=self.kind), self._keep())
            self.dismiss(True)

    def action_keep(self) -> None:
        if self.place is not None:
            self.go(Place(self.place.target, occurrence=self.place.occurrence))

    def action_history(self, by: int) -> None:
        if by < 0 and not self._kept:
            self.dismiss(False)
            return
        anchor = self._keep() if self._kept else self._anchor
        message = self.navigation.step_history(by, anchor)
        if message:
            self.show_message(message)
        else:
            self.dismiss(True)

    def _escape(self) -> tuple[str, Callable[[], None]]:
        """The word for what Escape does here, and what it does."""
        if self.selection_hints:
            return "clear selection", self.clear_selection
        return "back", self.action_close

    def action_leave(self) -> None:
        self._escape()[1]()

    def action_close(self) -> None:
        if self._kept and self.navigation.history.cursor == 0:
            # There is no earlier place to go back to.
            self.action_keep()
        else:
            self.action_history(-1)

    def save_place(self) -> None:
        self._keep()
