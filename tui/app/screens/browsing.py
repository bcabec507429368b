"""Moving between places on the main screen."""

from typing import TYPE_CHECKING

from tui.app.model.navigation import Navigation
from tui.app.model.place import ARTICLES, DETAILS, ENTITIES, FIGURES, LISTS, SPLIT_VIEWS, TEXT, Place
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Row, Rows
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Entity, Figure

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


class Browser:
    """Previews places, jumps to them, steps through occurrences and history, and shows where that leads."""

    def __init__(self, screen: "MainScreen", navigation: Navigation) -> None:
        self._screen, self._navigation = screen, navigation

    @property
    def previewing(self) -> bool:
        """Whether a place is previewed."""
        return self._navigation.preview is not None

    def show(self) -> None:
        """Brings everything on screen to the place that the navigation shows."""
        screen, place = self._screen, self._navigation.shown
        if not self.previewing or place.pane != DETAILS:
            screen.inspected = place
        screen.shown = place
        self._point_lists_at(place)
        screen.update_breadcrumb()
        screen.update_keys()

    def _point_lists_at(self, place: Place) -> None:
        """Puts the cursors of the lists on what is shown."""
        screen, workspace = self._screen, self._screen.workspace
        spot = workspace.spot(place)
        record = workspace.dossier.get(place.record)
        article = spot.article if spot else (record.id if isinstance(record, Article) else place.article)
        screen.query_one(f"#{ARTICLES}", Rows).point_at(article or screen.reader.article)
        pane = self.list_of(place.record)
        if pane and pane != ARTICLES:
            screen.query_one(f"#{pane}", Rows).point_at(place.record)

    def list_of(self, record: str) -> str | None:
        """The list that a record is in."""
        match self._screen.workspace.dossier.get(record):
            case Article():
                return ARTICLES
            case Entity():
                return ENTITIES
            case Figure():
                return FIGURES
        return None

    def go(self, place: Place) -> None:
        """Jumps to a place, from where the history leads back to what is on screen now."""
        workspace = self._screen.workspace
        if not workspace.occurrences.stands(place) and place.article not in workspace.dossier.articles:
            self._screen.show_message("That is no longer in the catalog.")
            return
        self._navigation.go(place, self._screen.reader.scrolled_to)
        self.arrive()

    def arrive(self) -> None:
        """Shows the present place, in its pane or in the split view that it belongs to."""
        self.show()
        place = self._navigation.shown
        if place.pane not in SPLIT_VIEWS:
            self._screen.panes.focus(place.pane)
        elif not self._screen.open_split_view(place):
            self._screen.panes.focus(TEXT)
        if not self._screen.workspace.occurrences.stands(place):
            self._screen.show_message(self._navigation.missing_message())

    def preview(self, record: str, occurrence: int, pane: str, anchor: int | None = None) -> None:
        """Shows an occurrence of a record without adding it to the history."""
        reader = self._screen.reader
        self._navigation.show(Place(record, occurrence, pane, anchor, reader.article), reader.scrolled_to)
        self.show()

    def preview_row(self, row: Row | None, pane: str) -> None:
        """Previews the record that a row of a pane leads to."""
        if row is None or row.target is None:
            return
        occurrence = row.occurrence
        if pane != DETAILS:
            reader = self._screen.reader
            occurrence = self._navigation.nearest(row.target, reader.article, reader.shown)
        self.preview(row.target, occurrence, pane)

    def choose(self, chosen: Reader.Chosen) -> None:
        """Previews an occurrence that was chosen in the text."""
        number = self._number_of(chosen.occurrence)
        if number is not None:
            self.preview(chosen.occurrence.record, number, TEXT, chosen.anchor)
            self._screen.panes.focus(TEXT)

    def jump(self, chosen: Occurrence | None) -> None:
        """Jumps to an occurrence on screen, if there is one; the text does not scroll."""
        number = self._number_of(chosen) if chosen else None
        if chosen and number is not None:
            self.go(Place(chosen.record, number, anchor=self._screen.reader.scrolled_to))

    def _number_of(self, chosen: Occurrence) -> int | None:
        """The number of an occurrence among all of its record."""
        return self._screen.workspace.occurrences.inside(chosen.record, chosen.article, chosen.span)

    def drop_preview(self) -> None:
        """Goes back to the present place."""
        self._navigation.drop_preview()
        self.show()

    def keep(self) -> None:
        """Adds what is previewed to the history, and moves the focus to its text or its details."""
        panes = self._screen.panes
        pane = panes.focused
        if pane in LISTS and not self.previewing:
            self.preview_row(self._screen.query_one(f"#{pane}", Rows).row_or_first, pane)
        self._navigation.keep(self._screen.reader.scrolled_to)
        self.show()
        panes.focus(DETAILS if pane == TEXT else TEXT)

    def step_occurrence(self, by: int) -> None:
        """Shows the next occurrence (1) or the previous one (-1) of what is shown."""
        message = self._navigation.step_occurrence(by, self._screen.reader.scrolled_to)
        self.show()
        if message:
            self._screen.show_message(message)

    def step_history(self, by: int) -> None:
        """Goes back (-1) or forward (1) in the history."""
        previewing = self.previewing and by < 0
        message = self._navigation.step_history(by, self._screen.reader.scrolled_to)
        if message or previewing:
            self.show()
        else:
            self.arrive()
        if message:
            self._screen.show_message(message)

    def leave_details(self) -> None:
        """Moves the focus from Details to the text, and drops what was previewed from there."""
        if self._navigation.shown.pane == DETAILS:
            self.drop_preview()
        self._screen.panes.focus(TEXT)

    def leave_hits(self) -> None:
        """Shows the article without the hits of a query, at the same line."""
        anchor = self._screen.reader.scrolled_to
        self._navigation.go(Place(self._screen.reader.article or "", anchor=anchor), anchor)
        self.show()
