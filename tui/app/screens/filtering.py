"""Filtering the lists of a screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import ScreenResultType
from textual.widget import Widget

from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.screens.base import LodeScreen, PlaceScreen
from tui.app.widgets.filtered_list import FilteredList, FilterField
from tui.app.widgets.rows import Rows
from tui.text.safe import visible

# What search needs is imported on use: the first screen does without.
if TYPE_CHECKING:
    from tui.app.model.search_runner import SearchRunner
    from tui.search.query import QueryError
    from tui.search.results import FilterResult


class ListFilter:
    """Runs the queries that are typed above a screen's lists, and shows the records that match in the list."""

    def __init__(self, screen: LodeScreen[Any], workspace: Callable[[], Workspace]) -> None:
        self._screen, self._workspace = screen, workspace
        self._runners: dict[FilteredList, SearchRunner] = {}
        self._queries: dict[FilteredList, str] = {}
        """The query of each list that was answered last."""
        self._before: dict[FilteredList, Place | None] = {}
        """What was shown when the field of each list was opened."""
        self.confirmed: FilteredList | None = None
        """The list in whose field Enter was pressed before its query was answered."""

    @property
    def focused_list(self) -> FilteredList | None:
        """The list that has the focus, itself or by its field."""
        focused = self._screen.focused
        ancestors = focused.ancestors_with_self if focused else ()
        return next((each for each in ancestors if isinstance(each, FilteredList)), None)

    @property
    def edited_list(self) -> FilteredList | None:
        """The list whose field has the focus."""
        focused = self._screen.focused
        return self.focused_list if isinstance(focused, FilterField) else None

    @property
    def cursor_widget(self) -> Rows | None:
        """The rows in which a record is chosen while the field above them has the focus."""
        edited = self.edited_list
        return edited.rows if edited and edited.choosing else None

    def open_field(self, shown: Place | None) -> None:
        """Opens the field above the focused list; `shown` is what is shown now."""
        if (pane := self.focused_list) is not None and pane.open_field():
            self._before[pane] = shown

    def cancel_field(self) -> Place | None:
        """Closes the field that is edited, and restores its list. Returns what was shown when it was opened."""
        if (pane := self.edited_list) is None:
            return None
        pane.close_field(keep=False)
        return self._before.pop(pane, None)

    def apply(self, pane: FilteredList, query: str) -> None:
        """Shows in a list the records that match a query, once that is found out; all of them if it is blank."""
        from tui.app.model.completion import with_ids

        runner = self._runner(pane)
        if self.confirmed is pane:
            self.confirmed = None
        if query.strip():
            full, name = with_ids(query, self._workspace().dossier)
            runner.run(lambda search: search.filter(full, pane.kinds), lambda result: self._show(pane, query, result))
            if name:
                self._screen.show_message(f"Filtered by {name}")
        else:
            runner.cancel()
            self._queries.pop(pane, None)
            pane.show_matching(None)

    def confirm(self) -> None:
        """Has a record of the focused list current; once it is found, if the query still runs."""
        if (pane := self.focused_list) is None:
            return
        if self._runner(pane).pending:
            self.confirmed = pane
        else:
            pane.rows.call_later(pane.choose_row)

    def cancel(self) -> None:
        """Drops the queries that are running."""
        for runner in self._runners.values():
            runner.cancel()

    def _runner(self, pane: FilteredList) -> "SearchRunner":
        if pane not in self._runners:
            from tui.app.model.search_runner import SearchRunner

            self._runners[pane] = SearchRunner(self._screen, self._workspace)
        return self._runners[pane]

    def _show(self, pane: FilteredList, query: str, result: "FilterResult | QueryError") -> None:
        from tui.app.model.completion import article_named
        from tui.app.rendering.search_messages import not_found, read_as

        if self.confirmed is pane:
            self.confirmed = None
        again = self._queries.get(pane) == query
        self._queries[pane] = query
        if isinstance(result, Exception):
            self._screen.show_message(str(result))
            return
        pane.show_matching(result.ids, result.mark)
        if again:
            # The files have changed: the message that says so stays.
            return
        if not pane.count:
            meant = [f"{said}." for said in not_found(result.suggested, result.suggested)]
            if named := article_named(query, self._workspace().dossier):
                meant.append(f"{named[0]} shows those in {named[1]}.")
            none = f"No {pane.record_word} matches “{visible(query.strip())}”."
            self._screen.show_message(" ".join([none, *(meant or ["Esc clears the filter."])]))
        elif result.corrected:
            self._screen.show_message(" · ".join(read_as(result.corrected)))


class FilteringScreen(PlaceScreen[ScreenResultType]):
    """A screen with lists that are filtered."""

    list_filter: ListFilter

    @property
    def cursor_widget(self) -> Widget | None:
        return self.list_filter.cursor_widget

    @property
    def answer_pending(self) -> bool:
        return self.list_filter.confirmed is not None

    def on_filter_field_confirmed(self) -> None:
        self.list_filter.confirm()

    def on_unmount(self) -> None:
        self.list_filter.cancel()
