"""Moving between places on the main screen."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.commands.actions import DRAFT
from tui.app.model.navigation import Navigation
from tui.app.model.place import ARTICLES, DETAILS, FIGURES, KINDS, LISTS, TEXT, Place
from tui.app.model.shown import article_of
from tui.app.model.target import NO_TARGET, CompareTarget, RecordTarget, TextTarget, target_of
from tui.app.rendering.rows import Row
from tui.app.widgets.panes import Details
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Rows
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Claim, Entity, Event, Figure

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

    @property
    def previewing_from_details(self) -> bool:
        """Whether a place is previewed from Details, which then is about another record."""
        return self.previewing and self._navigation.shown.origin == DETAILS

    def show(self) -> None:
        """Brings everything on screen to the place that the navigation shows."""
        screen, place = self._screen, self._navigation.shown
        if not self.previewing_from_details:
            screen.inspected = place
        screen.place = place
        self._point_lists_at(place)
        screen.update_breadcrumb()
        screen.update_keys()

    def _point_lists_at(self, place: Place) -> None:
        """Puts the cursors of the lists on what is shown."""
        screen = self._screen
        screen.query_one(f"#{ARTICLES}", Rows).set_cursor(screen.reader.article)
        listed = self.list_of(place.record)
        for name in KINDS:
            if name != ARTICLES:
                screen.panes.list_pane(name).point_at(name, place.record if name == listed else None)
        if not self.previewing_from_details and screen.panes.focused != DETAILS:
            screen.query_one(Details).leave()

    def choose_row(self, pane: str) -> None:
        """Has a row of a list current: the one that was current there last, else the first."""
        if pane in LISTS:
            self._screen.panes.list_pane(pane).choose_row()

    def preview_tab(self) -> None:
        """Previews the row of the tab that was current there last, else the first, once the tab is shown."""
        listed = self._screen.panes.list_pane(FIGURES)
        if listed.filter_query and not listed.count:
            preferred = listed.rows.target
            listed.rows.set_cursor(None)
            listed.await_match(preferred)
        elif listed.rows.row is None:
            listed.choose_row()
        elif listed.rows.target != self._navigation.shown.record:
            self.preview_row(listed.rows.row, FIGURES)

    def list_of(self, record: str) -> str | None:
        """The list that a record is in."""
        known = self._screen.workspace.dossier.get(record)
        return next((name for name, kind in KINDS.items() if known and known.kind == kind), None)

    def go(self, place: Place) -> None:
        """Jumps to a place, from where the history leads back to what is on screen now."""
        workspace = self._screen.workspace
        if not workspace.occurrences.has(place.target) and place.article not in workspace.dossier.articles:
            self._screen.show_message("That is no longer in the catalog.")
            return
        reader, panes = self._screen.reader, self._screen.panes
        self._navigation.go(replace(place, origin=place.origin or TEXT), reader.scrolled_to, panes.focused)
        self.arrive()

    def step_out(self) -> None:
        """Goes back to where the present place was reached from: for a result, the search that found it.

        For the source of an item, that is the draft.
        """
        query, from_draft = self._navigation.shown.query, self._navigation.shown.origin == DRAFT
        if self._navigation.step_out(self._screen.reader.scrolled_to):
            self.arrive()
            if self._screen.panes.focused == DETAILS:
                details = self._screen.query_one(Details)
                details.choose_row()
                self.preview_row(details.row, DETAILS)
            if query is not None:
                self._screen.action_search(query)
            elif from_draft:
                self._screen.verifying.reopen()
        else:
            self._screen.panes.show_list(self.list_of(self._navigation.shown.record) or ARTICLES)

    def arrive(self) -> None:
        """Shows the present place, in its pane or in the split view that it belongs to."""
        self.show()
        place = self._navigation.shown
        if not place.is_split_view:
            self._screen.panes.focus(place.pane)
        elif not self.open_split_view(place):
            self._screen.panes.focus(TEXT)
        if not self._screen.workspace.occurrences.has(place.target):
            self._screen.show_message(self._navigation.missing_message())

    def open_split_view(self, place: Place) -> bool:
        """Opens compare or the timeline at a place. If it would be empty, says why and returns False."""
        from tui.app.screens.compare import CompareScreen
        from tui.app.screens.timeline import TimelineScreen

        screen, navigation = self._screen, self._navigation
        navigation.note_pane(screen.panes.focused)
        view = CompareScreen if isinstance(place.target, CompareTarget) else TimelineScreen
        if why := view.why_empty(screen.workspace, place):
            screen.show_message(why)
            return False
        split = view(screen.workspace, navigation, place, screen.reader.scrolled_to)
        screen.app.push_screen(split, lambda moved: self.arrive() if moved else None)
        return True

    def preview(self, target: TextTarget, occurrence: int, pane: str, anchor: int | None = None) -> None:
        """Shows an occurrence without adding it to the history."""
        reader = self._screen.reader
        place = Place(target, occurrence=occurrence, pane=pane, anchor=anchor, article=reader.article, origin=pane)
        self._navigation.show(place, reader.scrolled_to)
        self.show()

    def preview_row(self, row: Row | None, pane: str) -> None:
        """Previews the record that a row of a pane leads to."""
        if row is None or row.target is None:
            return
        target, occurrence = RecordTarget(row.target), row.occurrence
        if pane != DETAILS:
            reader = self._screen.reader
            occurrence = self._navigation.nearest(target, reader.article, reader.visible_span)
        self.preview(target, occurrence, pane)

    def choose(self, chosen: Reader.OccurrenceSelected) -> None:
        """Previews an occurrence that was chosen in the text."""
        number = self._number_of(chosen.occurrence)
        if number is not None:
            self.preview(target_of(chosen.occurrence), number, TEXT, chosen.anchor)
            self._screen.panes.focus(TEXT)

    def jump(self, chosen: Occurrence | None) -> None:
        """Jumps to an occurrence on screen, if there is one; the text does not scroll."""
        number = self._number_of(chosen) if chosen else None
        if chosen and number is not None:
            self.go(Place(target_of(chosen), occurrence=number, anchor=self._screen.reader.scrolled_to))

    def _number_of(self, chosen: Occurrence) -> int | None:
        """The number of an occurrence among all of its target."""
        return self._screen.workspace.occurrences.inside(target_of(chosen), chosen.article, chosen.span)

    def drop_preview(self) -> None:
        """Goes back to the present place."""
        self._navigation.drop_preview(self._screen.reader.scrolled_to)
        self.show()

    def preview_again(self, place: Place | None) -> None:
        """Shows what was previewed before, or the present place where that is None, as if nothing had been since."""
        self._navigation.preview = place
        self.show()

    def leave_preview(self) -> None:
        """Goes back to the present place, and to its pane unless the focused one has a row for it."""
        self.drop_preview()
        panes = self._screen.panes
        if panes.focused in LISTS and panes.list_pane(panes.focused).rows.row is None:
            panes.focus(self._navigation.shown.pane)

    def keep(self) -> None:
        """Adds what is previewed to the history, and moves the focus to its text or its details."""
        panes = self._screen.panes
        pane = panes.focused
        if pane in LISTS and not self.previewing:
            self.preview_row(self._screen.query_one(f"#{pane}", Rows).row_to_enter, pane)
        if pane == DETAILS:
            self._screen.query_one(Details).leave()
        self._navigation.keep(self._screen.reader.kept_at)
        self.show()
        panes.focus(DETAILS if pane == TEXT else TEXT)

    def keep_in_text(self) -> None:
        """Adds what is previewed to the history, and moves the focus to the text."""
        self._navigation.keep(self._screen.reader.kept_at)
        self.show()
        self._screen.panes.focus(TEXT)

    def step_occurrence(self, by: int) -> None:
        """Shows the next occurrence (1) or the previous one (-1) of what is shown."""
        message = self._navigation.step_occurrence(by, self._screen.reader.scrolled_to)
        self.show()
        if message:
            self._screen.show_message(message)

    def step_history(self, by: int) -> None:
        """Goes back (-1) or forward (1) in the history."""
        if self.previewing and by < 0:
            self.leave_preview()
        elif message := self._navigation.step_history(by, self._screen.reader.scrolled_to):
            self.show()
            self._screen.show_message(message)
        else:
            self.arrive()

    def comparison(self) -> Place:
        """The place that compares what is shown."""
        shown, article = self._navigation.shown, self._screen.reader.article
        place = Place(CompareTarget(shown.text_target), article=article)
        if isinstance(self._screen.workspace.dossier.get(shown.record), Figure):
            return replace(place, occurrence=shown.occurrence, row=shown.record)
        return place

    @property
    def idle(self) -> tuple[str, ...]:
        """The ids of actions that do nothing for what is shown.

        Its figures cannot be compared, or it has none; or it is in one place at most, from which there is no step.
        """
        workspace, shown = self._screen.workspace, self._navigation.shown
        dossier, record = workspace.dossier, workspace.dossier.get(shown.record)
        article = article_of(shown, workspace, self._screen.reader.article)
        if isinstance(record, Entity):
            figures = dossier.index.referring_to(record.id, Figure)
        elif isinstance(record, Figure):
            figures = [record]
        else:
            figures = dossier.index.in_article(article, Figure) if article and not isinstance(record, Event) else []
        compared = isinstance(record, Claim) or dossier.groups.can_compare(figures)
        walked = len(workspace.occurrences.of(shown.target)) > 1
        return (*(() if compared else ("compare",)), *(() if walked else ("next-occurrence",)))

    def leave_details(self) -> None:
        """Moves the focus from Details back to the pane before it, and drops what was previewed from there."""
        if self.previewing_from_details:
            self.drop_preview()
        self._screen.panes.focus(self._screen.panes.before_details)

    def leave_hits(self) -> None:
        """Shows the article without the words that were found, at the same line; Escape leads on from there."""
        anchor, article = self._screen.reader.scrolled_to, self._screen.reader.article
        target = RecordTarget(article) if article else NO_TARGET
        self._navigation.go(Place(target, anchor=anchor, origin=TEXT), anchor)
        self.show()
