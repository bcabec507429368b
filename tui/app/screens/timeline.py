"""The timeline: events and dated figures."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from tui.app.commands.actions import FILTER, TIMELINE, bindings
from tui.app.model.navigation import Navigation
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.screens.filtering import FilteringScreen, ListFilter
from tui.app.screens.split import SplitScreen
from tui.app.widgets.dated import DatedList
from tui.app.widgets.filtered_list import FilteredList
from tui.dossier.records import Record
from tui.view.wording import counted


class TimelineScreen(SplitScreen, FilteringScreen[bool]):
    """Lists events and dated figures, and shows the sentence of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TIMELINE)]
    kind = TIMELINE
    help_title = "Timeline"

    def __init__(self, workspace: Workspace, navigation: Navigation, place: Place, anchor: int | None) -> None:
        super().__init__(workspace, navigation, place, anchor)
        self.list_filter = ListFilter(self, lambda: self.workspace)

    def upper(self) -> Widget:
        return DatedList(self.workspace, self._place.row, id="upper")

    @property
    def dated(self) -> DatedList:
        """The list above."""
        return self.query_one(DatedList)

    def on_mount(self) -> None:
        # Textual calls the handlers of the base classes as well.
        if self._kept:
            self.dated.filter(self.navigation.timeline_filter)

    @classmethod
    def why_empty(cls, workspace: Workspace, place: Place) -> str:
        if workspace.dossier.events or any(figure.sorting_date for figure in workspace.dossier.figures.values()):
            return ""
        return "No dates: the catalog has no events and no figures with a period."

    def fill(self) -> None:
        self.dated.fill()
        self.show_place()

    def regroup(self) -> None:
        self.dated.set_workspace(self.workspace)

    @property
    def where(self) -> str:
        return FILTER if self.list_filter.edited_list else self.kind

    @property
    def idle(self) -> tuple[str, ...]:
        return () if self.dated.minor_count else ("timeline-minor",)

    def _escape(self) -> tuple[str, Callable[[], None]]:
        if self.list_filter.edited_list:
            return "cancel", self._cancel_filter
        if self.dated.filter_query:
            return "clear filter", self.dated.clear_filter
        return super()._escape()

    @property
    def reported(self) -> tuple[str, Iterable[Record]]:
        return "timeline", [entry.record for entry in self.dated.listed]

    def _cancel_filter(self) -> None:
        self.place = self.list_filter.cancel_field()
        self.rows.set_cursor(self.place.record if self.place else None)

    def action_narrow(self) -> None:
        self.list_filter.open_field(self.place)

    def on_filtered_list_filter_changed(self, event: FilteredList.FilterChanged) -> None:
        self.navigation.timeline_filter = event.query
        self.list_filter.apply(event.pane, event.query)
        self.update_keys()

    def action_figures(self) -> None:
        self.dated.figures = not self.dated.figures
        self.fill()

    def action_minor(self) -> None:
        if not self.dated.minor_count:
            self.show_message("The catalog has no minor events.")
            return
        self.dated.minor = not self.dated.minor
        self.fill()
        # They may be above or below what is on screen.
        minor, now = counted(self.dated.minor_count, "minor event"), "shown" if self.dated.minor else "hidden"
        self.show_message(f"{minor} {now}.")
