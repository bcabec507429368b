"""The main screen: three lists of records, the text, and Details."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import FILTER, LIST, TIMELINE, bindings
from tui.app.commands.first_run import FirstRun, first_hints
from tui.app.model.highlights import MODES
from tui.app.model.navigation import Navigation, carried_over
from tui.app.model.place import DETAILS, LISTS, TEXT, Place
from tui.app.model.target import TimelineTarget
from tui.app.model.watch import Files
from tui.app.model.workspace import Workspace
from tui.app.rendering.arrangement import Axis
from tui.app.rendering.breadcrumb import breadcrumb, totals
from tui.app.screens.base import LodeScreen
from tui.app.screens.browsing import Browser
from tui.app.screens.curation import Curation
from tui.app.screens.escaping import way_out
from tui.app.screens.filtering import FilteringScreen, ListFilter
from tui.app.screens.pane_layout import PaneLayout
from tui.app.screens.reloading import Reloader
from tui.app.screens.verifying import Verifying
from tui.app.settings.session import Session
from tui.app.widgets.bars import Breadcrumb, Keys, Tabs
from tui.app.widgets.filtered_list import FilteredList
from tui.app.widgets.pane_splitter import PaneSplitter
from tui.app.widgets.panes import TAB, Details, ListPane
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier
from tui.view.styled_text import StyledText

OPEN_SEARCH_AFTER = 1.0
"""Seconds after the first screen until the search index is opened, unless a query opens it earlier."""


class MainScreen(FilteringScreen[None]):
    """Shows a dossier, and the place in it that the navigation is at.

    Its parts arrange the panes, move between places, filter the lists, follow the files, and change the catalog.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]
    ESCAPE_TO_MINIMIZE = False

    alert: reactive[str] = reactive("", repaint=False)
    """What is wrong with the dossier's files, in a few words."""
    inspected: reactive[Place | None] = reactive(None, init=False, repaint=False)
    """What Details is about: the same, apart from previews from Details itself."""

    def __init__(self, dossier: Dossier, session: Session) -> None:
        super().__init__()
        self.files = Files(dossier)
        self.set_reactive(MainScreen.alert, self.files.alert())
        self.workspace = Workspace(dossier)
        self.navigation = Navigation(self.workspace, session.history)
        self._scrolled_in = session.size
        """The size of the window in which the text was scrolled at the places of the history."""
        self.navigation.timeline_filter = session.arrangement.filters.get(TIMELINE, "")
        self.panes = PaneLayout(self, session.arrangement, self.navigation.shown.pane)
        self.browser = Browser(self, self.navigation)
        self.list_filter = ListFilter(self, lambda: self.workspace)
        self.reloader = Reloader(self, self.files)
        self._curation = Curation(self, self.files)
        self._first_run = FirstRun()
        self.verifying = Verifying(self)

    def compose(self) -> ComposeResult:
        arrangement = self.panes.arrangement
        yield Breadcrumb(id="breadcrumb")
        yield Tabs(id="tabs")
        with PaneSplitter(arrangement, id="body"):
            with Vertical(id="lists"):
                for pane in LISTS:
                    yield ListPane(pane, self.workspace.dossier, arrangement)
            with Container(id="main"):
                reader = Reader(self.workspace, id=TEXT, title_prefix="4 Text ·")
                yield reader.data_bind(LodeScreen.place)
                details = Details(self.workspace, id=DETAILS)
                yield details.data_bind(place=MainScreen.inspected)
        yield Keys(id="keys")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        # The text itself has other keys for scrolling.
        return self.where == LIST if action == "next_tab" else action != "reader_rows" or self.where != TEXT

    def on_mount(self) -> None:
        self._forget_anchors(self.size)
        self.panes.set_up()
        self.browser.show()
        if self.navigation.shown.is_split_view:
            self.browser.open_split_view(self.navigation.shown)
        self.reloader.start()
        self.set_timer(OPEN_SEARCH_AFTER, self._open_search)

    def on_unmount(self) -> None:
        self.workspace.close()

    def _open_search(self) -> None:
        self.workspace.in_thread(self.workspace.open_search)

    # What the app uses of every screen

    @property
    def where(self) -> str:
        if self.list_filter.edited_list:
            return FILTER
        pane = self.panes.focused
        return LIST if pane in LISTS else pane

    @property
    def held_except(self) -> tuple[str, ...] | None:
        return () if self._curation.writing else None

    def set_workspace(self, workspace: Workspace) -> None:
        before, self.workspace = self.workspace, workspace
        if self.inspected is not None:
            self.inspected = carried_over(self.inspected, before, workspace)
        for pane in self.query(ListPane):
            pane.set_dossier(workspace.dossier)
        self.panes.mark_focus()
        self.reader.set_workspace(workspace)
        self.query_one(Details).set_workspace(workspace)
        self.browser.show()
        self.set_timer(OPEN_SEARCH_AFTER, self._open_search)

    def save_place(self) -> None:
        self.navigation.save(self.panes.focused, self.reader.scrolled_to)
        for pane in self.query(ListPane):
            self.panes.arrangement.tops[pane.pane] = pane.rows.top
        self.panes.arrangement.filters[TIMELINE] = self.navigation.timeline_filter

    @property
    def session(self) -> Session:
        """What to continue with the next time."""
        return Session(self.navigation.history, self.panes.arrangement, (self.size.width, self.size.height))

    def note_key(self, key: str) -> None:
        """Takes note of a key, which this screen or one of its panes handles next."""
        hinted = self._first_run.hinted
        self._first_run.key_pressed(key, action_keys(self.app).available(self.where))
        if self._first_run.hinted != hinted:
            self.update_keys()
        if key not in ("n", "N"):
            self.navigation.forget_end()

    # The lines above and below

    def watch_alert(self) -> None:
        self.update_breadcrumb()

    def update_breadcrumb(self) -> None:
        """Shows the way to what is shown, and at the right how much the dossier holds, where there is room."""
        bar = self.query_one(Breadcrumb)
        way = self.workspace, self.navigation.shown, self.reader.article
        bar.left = tuple(breadcrumb(*way, self.browser.previewing))
        right = [StyledText("zoomed  " if self.panes.arrangement.zoomed else "", "accent")]
        counts = StyledText(totals(self.workspace.dossier), "dim")
        if not self.alert and bar.has_room_for([*bar.left, *right, counts]):
            right.append(counts)
        bar.right = tuple(right)

    def update_keys(self) -> None:
        """Offers the keys of the focused pane."""
        try:
            keys = self.query_one(Keys)
        except NoMatches:
            return
        idle = (*self.panes.idle, *self.browser.idle, *self._curation.idle)
        hints = first_hints(action_keys(self.app), idle) if self._first_run.hinted and self.where == LIST else None
        keys.show_keys(self.where, way_out(self)[0], self.selection_hints or hints, idle)

    def _forget_anchors(self, size: Size) -> None:
        if self._scrolled_in not in (None, (size.width, size.height)):
            self.navigation.history.forget_anchors()
        self._scrolled_in = (size.width, size.height)

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        self._forget_anchors(event.size)
        self.panes.arrange(event.size)
        self.update_keys()
        self.update_breadcrumb()

    def on_descendant_focus(self) -> None:
        self.panes.mark_focus()
        if self.panes.focused == TEXT:
            self.navigation.note_pane(TEXT)
        if self.panes.focused != DETAILS and not self.browser.previewing_from_details:
            self.query_one(Details).leave()
        self.update_keys()

    def get_focusable_widget_at(self, x: int, y: int) -> Widget | None:
        # A press on a border moves the border, and not the focus.
        return None if self.panes.splitter.divider_at(x, y) else super().get_focusable_widget_at(x, y)

    def action_focus_pane(self, pane: str) -> None:
        self.panes.focus(pane)
        self.browser.choose_row(pane)

    def action_show_list(self, name: str) -> None:
        self.panes.show_list(name)

    def on_click(self, event: events.Click) -> None:
        if TAB in event.style.meta:
            self.panes.show_list(event.style.meta[TAB])
            self.browser.preview_tab()

    def action_next_tab(self, by: int) -> None:
        if self.panes.show_next_list(by):
            self.browser.preview_tab()
        else:
            self.show_message("The catalog has no claims and no events.")

    def action_next_pane(self, by: int) -> None:
        self.panes.focus_next(by)

    def action_zoom(self) -> None:
        if self.panes.toggle_zoom():
            self.update_keys()
            self.update_breadcrumb()
        else:
            self.show_message("There is room for one pane only.")

    def action_grow(self, axis: Axis, by: int) -> None:
        # The keys before this one may have changed what is yet to be laid out.
        self.call_after_refresh(self._grow, axis, by)

    def _grow(self, axis: Axis, by: int) -> None:
        if not self.panes.grow(axis, by):
            self.show_message("There is no border to move.")

    def action_reset_sizes(self) -> None:
        self.panes.splitter.reset()

    def action_sort(self) -> None:
        if self.panes.focused in LISTS:
            self.panes.list_pane(self.panes.focused).sort()

    def action_highlights(self) -> None:
        self.reader.mode = MODES[(MODES.index(self.reader.mode) + 1) % len(MODES)]
        self.show_message(f"Highlights: {self.reader.mode}.")

    # Filters

    def action_narrow(self) -> None:
        self.list_filter.open_field(self.navigation.preview)

    def on_filtered_list_filter_changed(self, event: FilteredList.FilterChanged) -> None:
        self.list_filter.apply(event.pane, event.query)
        self.update_keys()

    # Places

    def go(self, place: Place | None) -> None:
        if place is not None:
            self.browser.go(place)

    def on_rows_row_highlighted(self, event: Rows.RowHighlighted) -> None:
        self.browser.preview_row(event.row, event.rows.id or TEXT)

    def on_rows_row_selected(self, event: Rows.RowSelected) -> None:
        self.on_rows_row_highlighted(event)
        self.browser.keep()

    def on_reader_occurrence_selected(self, event: Reader.OccurrenceSelected) -> None:
        self.browser.choose(event)

    def on_reader_double_clicked(self) -> None:
        self.browser.keep()

    def action_keep(self) -> None:
        self.browser.keep()

    def action_occurrence(self, by: int) -> None:
        self.browser.step_occurrence(by)

    def action_history(self, by: int) -> None:
        self.browser.step_history(by)

    def action_jump(self) -> None:
        from tui.app.screens.jump import JumpScreen

        if self.reader.visible_occurrences():
            self.app.push_screen(JumpScreen(self.reader), self.browser.jump)
        else:
            self.show_message("No highlights on screen.")

    def action_leave(self) -> None:
        way_out(self)[1]()

    # Other screens

    def action_compare(self) -> None:
        self.browser.open_split_view(self.browser.comparison())

    def action_verify(self) -> None:
        self.verifying.open()

    def action_timeline(self) -> None:
        self.browser.open_split_view(Place(TimelineTarget(), row=self.navigation.shown.record or None))

    def action_find(self) -> None:
        from tui.app.screens.find import FindScreen

        if self.reader.article:
            self.app.push_screen(FindScreen(self))

    def action_help(self) -> None:
        self.help_title, self.help_without = self.panes.label(self.panes.focused), self.panes.useless
        super().action_help()

    def action_places(self) -> None:
        self.navigation.note_anchor(self.reader.scrolled_to)
        super().action_places()

    # Copying and opening

    @property
    def current_place(self) -> Place:
        return self.navigation.shown

    def action_open_address(self) -> None:
        from tui.view.citation import cite_words, web_url

        article = self.workspace.dossier.articles.get(self.reader.article or "")
        if article is None or not article.url:
            self.show_message("This article has no web address in the catalog.")
        elif (url := web_url(article)) is None:
            self.show_message(f"Only http and https addresses are opened, not {article.url}")
        else:
            words = self.reader.selected
            self.app.open_url(cite_words(article.id, words, self.workspace.dossier, "link") if words else url)

    # The catalog

    def action_edit(self) -> None:
        self._curation.edit_record()

    def action_problems(self) -> None:
        self._curation.show_problems()

    def action_uncaptured(self) -> None:
        self._curation.toggle_uncaptured()

    def action_draft(self) -> None:
        self._curation.copy_draft()

    def action_step_status(self) -> None:
        self._curation.step_status()

    def action_undo(self) -> None:
        self._curation.undo()

    def action_insert_draft(self) -> None:
        self._curation.insert_draft()

    def action_review(self, everything: bool) -> None:
        self._curation.review(everything)
