"""The main screen: three lists, the text, and Details. It owns where one stands; the panes show it and report."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.app.commands.actions import LIST, NARROW, action_keys, bindings
from tui.app.commands.first_run import HINTS, FirstRun
from tui.app.model.highlights import MODES
from tui.app.model.navigation import carried
from tui.app.model.occurrences import HITS
from tui.app.model.place import (
    ARTICLES,
    COMPARE,
    DETAILS,
    ENTITIES,
    FIGURES,
    LISTS,
    PANES,
    SPLIT_VIEWS,
    TEXT,
    TIMELINE,
    History,
    Place,
)
from tui.app.model.workspace import Workspace
from tui.app.rendering.arrangement import Arrangement, Axis
from tui.app.rendering.breadcrumb import breadcrumb, totals
from tui.app.rendering.listing import Listing
from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.screens.curating import CuratingScreen
from tui.app.settings.session import Session
from tui.app.widgets.bars import Bar, Breadcrumb, Keys, Tabs
from tui.app.widgets.pane_splitter import PaneSplitter
from tui.app.widgets.panes import Details, ListPane
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Row, Rows
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Entity, Figure
from tui.view.styled_text import StyledText

LABELS = {ARTICLES: "Articles", ENTITIES: "Entities", FIGURES: "Figures", TEXT: "Text", DETAILS: "Details"}

READY_AFTER = 1.0
"""Seconds after the first screen until the dossier is made ready to be asked, if nobody asks before."""


class MainScreen(CuratingScreen):
    """What a person works in."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]
    ESCAPE_TO_MINIMIZE = False

    shown: reactive[Place | None] = reactive(None, init=False, repaint=False)
    """What the text shows: the peek, else the present place."""
    inspected: reactive[Place | None] = reactive(None, init=False, repaint=False)
    """What Details is about: as `shown`, but for peeks from Details itself."""

    def __init__(
        self,
        dossier: Dossier,
        place: Place | None = None,
        theme_styles: ThemeStyles | None = None,
        session: Session | None = None,
    ) -> None:
        if session is None:
            first = place or Place(next(iter(dossier.article_order), ""), pane=ARTICLES)
            session = Session(History(first), Arrangement())
        elif place is not None:
            session.history.push(place)
        super().__init__(dossier, session.history, theme_styles)
        self.arrangement = session.arrangement
        pane = self.navigation.shown.pane
        self._focused = TEXT if pane in SPLIT_VIEWS else pane
        self._first_run = FirstRun()

    def compose(self) -> ComposeResult:
        cls = MainScreen
        yield Breadcrumb(id="breadcrumb").data_bind(cls.theme_styles)
        yield Tabs(id="tabs").data_bind(cls.theme_styles)
        with PaneSplitter(self.arrangement, id="body"):
            with Vertical(id="lists"):
                for number, pane in enumerate(LISTS, 1):
                    listing, order = Listing(pane, self.workspace.dossier), self.arrangement.orders.get(pane, 0)
                    yield ListPane(listing, str(number), LABELS[pane], order).data_bind(cls.theme_styles)
            with Container(id="main"):
                reader = Reader(self.workspace, id=TEXT, number="4 Text ·")
                yield reader.data_bind(cls.theme_styles, place=cls.shown)
                details = Details(self.workspace, id=DETAILS)
                yield details.data_bind(cls.theme_styles, place=cls.inspected)
        yield Keys(id="keys").data_bind(cls.theme_styles)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        # The text itself has other keys for this.
        return action != "reader_rows" or self.where != TEXT

    def on_mount(self) -> None:
        self.query_one(Tabs).names = tuple((each, f"{PANES.index(each) + 1} {LABELS[each]}") for each in PANES)
        self._arrange(self.size)
        self.set_focus(self._pane(self._focused))
        self._show()
        if self.navigation.shown.pane in SPLIT_VIEWS:
            self._look_at(self.navigation.shown)
        self.follow()
        # Once the first screen stands, the dossier is made ready to be asked.
        self.set_timer(READY_AFTER, self.asking.make_ready)

    def on_unmount(self) -> None:
        self.workspace.close()

    # Panes

    def _pane(self, pane: str) -> Widget:
        return self.query_one(f"#{pane}")

    @property
    def _body(self) -> PaneSplitter:
        return self.query_one(PaneSplitter)

    @property
    def focused_pane(self) -> str:
        """The pane that has the focus, or had it last."""
        focused = self.focused
        while focused is not None:
            if isinstance(focused, ListPane):
                return focused.pane
            if focused.id in PANES:
                return focused.id
            focused = focused.parent if isinstance(focused.parent, Widget) else None
        return self._focused

    @property
    def where(self) -> str:
        """The kind of the focused pane, as the table of actions knows it."""
        if self.narrowing:
            return NARROW
        pane = self.focused_pane
        return LIST if pane in LISTS else pane

    def on_resize(self, event: events.Resize) -> None:
        self._arrange(event.size)
        self._update_breadcrumb()

    def _arrange(self, size: Size) -> None:
        """Sets the panes side by side as far as they fit, or one of them alone."""
        for name, holds in self.arrangement.classes(size).items():
            self.set_class(holds, name)
        self._body.lay_out(size)
        for pane in self.query(ListPane):
            pane.update_titles()
        self._mark_focus()

    def on_descendant_focus(self) -> None:
        self._focused = self.focused_pane
        self._mark_focus()

    def _mark_focus(self) -> None:
        pane = self.focused_pane
        for other in PANES:
            self.set_class(other == pane, f"on-{other}")
        self.query_one(Tabs).active = pane
        self.offer_keys()

    def action_focus_pane(self, pane: str) -> None:
        # At once: what `focus()` puts off comes after the keys that are typed ahead.
        self.set_focus(self._pane(pane))

    def action_to_text(self) -> None:
        self.action_focus_pane(TEXT)

    def action_next_pane(self, by: int) -> None:
        self.action_focus_pane(PANES[(PANES.index(self.focused_pane) + by) % len(PANES)])

    def action_zoom(self) -> None:
        """The focused pane alone, or all of them again."""
        if not self.arrangement.zoomed and self.arrangement.alone(self.size):
            self.say("One pane is all that fits.")
            return
        self.arrangement.zoomed = not self.arrangement.zoomed
        self._arrange(self.size)
        self._update_breadcrumb()

    def action_grow(self, axis: Axis, by: int) -> None:
        # From what is seen: the keys typed ahead of this one may have changed what is yet to be laid out.
        self.call_after_refresh(self._grow, axis, by)

    def _grow(self, axis: Axis, by: int) -> None:
        if not self._body.grow(self._pane(self.focused_pane), axis, by):
            self.say("No border to move there.")

    def action_reset_sizes(self) -> None:
        self._body.reset()

    def get_focusable_widget_at(self, x: int, y: int) -> Widget | None:
        # A border that is taken hold of moves, and the focus stays.
        taken = any(body.divider_at(x, y) for body in self.query(PaneSplitter))
        return None if taken else super().get_focusable_widget_at(x, y)

    def on_tabs_chosen(self, event: Tabs.Chosen) -> None:
        self.action_focus_pane(event.pane)

    # Places

    def _show(self) -> None:
        """Brings everything on screen to what the navigation shows."""
        shown = self.navigation.shown
        if self.navigation.peek is None or shown.pane != DETAILS:
            self.inspected = shown
        self.shown = shown
        self._point(shown)
        self._update_breadcrumb()
        self.offer_keys()

    def _point(self, place: Place) -> None:
        """The lists' cursors follow what is shown."""
        spot = self.workspace.spot(place)
        record = self.workspace.dossier.get(place.record)
        article = spot.article if spot else (record.id if isinstance(record, Article) else place.article)
        self.query_one(f"#{ARTICLES}", Rows).point_at(article or self.reader.article)
        listing = self._list_of(place.record)
        if listing and listing != ARTICLES:
            self.query_one(f"#{listing}", Rows).point_at(place.record)

    def _list_of(self, record: str) -> str | None:
        match self.workspace.dossier.get(record):
            case Article():
                return ARTICLES
            case Entity():
                return ENTITIES
            case Figure():
                return FIGURES
        return None

    def go(self, place: Place) -> None:
        """Jumps to a place; `[` comes back to what is on screen now. What is gone meanwhile is said."""
        if not self.workspace.occurrences.stands(place) and place.article not in self.workspace.dossier.articles:
            self.say("That is no longer in the catalog.")
            return
        self.navigation.go(place, self.reader.scrolled_to)
        self._arrive()

    def _arrive(self) -> None:
        """Shows the present place, where it is to be seen."""
        self._show()
        pane = self.navigation.shown.pane
        if pane not in SPLIT_VIEWS:
            self.action_focus_pane(pane)
        elif not self._look_at(self.navigation.shown):
            self.action_focus_pane(TEXT)
        if not self.workspace.occurrences.stands(self.navigation.shown):
            self.say(self.navigation.gone())

    def _peek(self, record: str, occurrence: int, pane: str, anchor: int | None = None) -> None:
        place = Place(record, occurrence, pane, anchor, self.reader.article)
        self.navigation.show(place, self.reader.scrolled_to)
        self._show()

    def _peek_at_row(self, row: Row | None, pane: str) -> None:
        if row is not None and row.target is not None:
            nearest = self.navigation.nearest(row.target, self.reader.article, self.reader.shown)
            self._peek(row.target, row.occurrence if pane == DETAILS else nearest, pane)

    def _drop_peek(self) -> None:
        self.navigation.drop()
        self._show()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self._peek_at_row(event.row, event.rows.id or TEXT)

    def on_rows_entered(self, event: Rows.Entered) -> None:
        self.on_rows_moved(event)
        self.action_keep()

    def on_reader_chosen(self, event: Reader.Chosen) -> None:
        chosen = event.occurrence
        number = self.workspace.occurrences.inside(chosen.record, chosen.article, chosen.span)
        if number is not None:
            self._peek(chosen.record, number, TEXT, event.anchor)
            self.set_focus(self.reader)

    def action_jump(self) -> None:
        from tui.app.screens.jump import JumpScreen

        if not self.reader.on_screen():
            self.say("No highlight is on screen.")
            return
        self.app.push_screen(JumpScreen(self.reader, self.theme_styles), self._jump)

    def _jump(self, chosen: Occurrence | None) -> None:
        if chosen is None:
            return
        number = self.workspace.occurrences.inside(chosen.record, chosen.article, chosen.span)
        if number is not None:
            # What had a letter was seen: nothing scrolls.
            self.go(Place(chosen.record, number, anchor=self.reader.scrolled_to))

    def on_reader_entered(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Enter: what is shown becomes a place, and one goes on to read it, or its details."""
        pane = self.focused_pane
        if pane in LISTS and self.navigation.peek is None:
            self._peek_at_row(self.query_one(f"#{pane}", Rows).row_or_first, pane)
        self.navigation.keep(self.reader.scrolled_to)
        self._show()
        self.action_focus_pane(DETAILS if pane == TEXT else TEXT)

    def action_occurrence(self, by: int) -> None:
        said = self.navigation.walk(by, self.reader.scrolled_to)
        self._show()
        if said:
            self.say(said)

    def action_history(self, by: int) -> None:
        peeking = self.navigation.peek is not None and by < 0
        said = self.navigation.step(by, self.reader.scrolled_to)
        if said or peeking:
            self._show()
        else:
            self._arrive()
        if said:
            self.say(said)

    # Leaving

    def _way_out(self) -> tuple[str, Callable[[], None]]:
        """What Escape does here, and the word for it: one step, never out of the app."""
        pane, peeking = self.focused_pane, self.navigation.peek is not None
        if narrowing := self.narrowing:
            return "cancel", lambda: narrowing.stop_narrowing(keep=False)
        if self.arrangement.zoomed:
            return "all panes", self.action_zoom
        if pane == DETAILS:
            return "to text", self._from_details
        if pane == TEXT:
            if peeking:
                return "back", self._drop_peek
            record = self.navigation.shown.record
            if record.startswith(HITS):
                return "hits off", self._hits_off
            back = self._list_of(record) or ARTICLES
            return f"to {LABELS[back]}", lambda: self.action_focus_pane(back)
        listing = self.query_one(f"#{pane}-pane", ListPane)
        if listing.query_text:
            return "clear filter", listing.clear
        if peeking:
            return "back to text", self._drop_peek
        return "leave", lambda: self.say("Nothing to leave. q quits.")

    def _from_details(self) -> None:
        if self.navigation.shown.pane == DETAILS:
            self._drop_peek()
        self.action_focus_pane(TEXT)

    def _hits_off(self) -> None:
        """The article alone, at the same line; `[` brings the hits back."""
        anchor = self.reader.scrolled_to
        self.navigation.go(Place(self.reader.article or "", anchor=anchor), anchor)
        self._show()

    def action_leave(self) -> None:
        self._way_out()[1]()

    # Lists

    def action_sort(self) -> None:
        if self.focused_pane in LISTS:
            pane = self.query_one(f"#{self.focused_pane}-pane", ListPane)
            pane.sort()
            self.arrangement.orders[pane.pane] = pane.order

    def action_reader_rows(self, rows: int) -> None:
        self.reader.scroll_by(rows)

    # Other screens

    def action_search(self, text: str = "") -> None:
        from tui.app.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.workspace, self.theme_styles, text), self._opened)

    def action_search_here(self) -> None:
        self.action_search(f"article:{self.reader.article} " if self.reader.article else "")

    def action_help(self) -> None:
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.where, LABELS[self.focused_pane], self.theme_styles))

    # Doing

    def action_compare(self) -> None:
        shown = self.navigation.shown
        row = shown.record if isinstance(self.workspace.dossier.get(shown.record), Figure) else None
        self._look_at(
            Place(shown.record, shown.occurrence if row else 0, COMPARE, article=self.reader.article, row=row)
        )

    def action_timeline(self) -> None:
        self._look_at(Place("", pane=TIMELINE))

    def _look_at(self, place: Place) -> bool:
        """Opens compare or the timeline; where there is nothing to set side by side, says why."""
        from tui.app.screens.split import split_screen

        half = split_screen(self.workspace, self.navigation, self.theme_styles, place, self.reader.scrolled_to)
        if isinstance(half, str):
            self.say(half)
            return False
        self.app.push_screen(half, self._looked)
        return True

    def _looked(self, moved: bool | None) -> None:
        if moved:
            self._arrive()

    def action_places(self) -> None:
        from tui.app.screens.places import PlacesScreen

        self.navigation.leave(self.reader.scrolled_to)
        self.app.push_screen(PlacesScreen(self.workspace, self.navigation.history, self.theme_styles), self._opened)

    def _opened(self, place: Place | None) -> None:
        """Goes where another screen closed with, if anywhere."""
        if place is not None:
            self.go(place)

    def action_copy_citation(self) -> None:
        from tui.app.commands.copying import send

        self.say(*send(self.app, "plain", self.workspace, self.navigation.shown))

    def action_copy_as(self) -> None:
        from tui.app.screens.copy import CopyScreen

        self.app.push_screen(CopyScreen(self.workspace, self.navigation.shown, self.theme_styles, self.say))

    def action_open_address(self) -> None:
        from tui.view.citation import web_url

        article = self.workspace.dossier.articles.get(self.reader.article or "")
        if article is None or not article.url:
            self.say("This article has no URL in the catalog.")
            return
        url = web_url(article)
        if url is None:
            self.say(f"Only http and https addresses are opened, not {article.url}")
            return
        self.app.open_url(url)

    def action_highlights(self) -> None:
        """The next way to show highlights."""
        self.reader.mode = MODES[(MODES.index(self.reader.mode) + 1) % len(MODES)]
        self.say(f"Highlights: {self.reader.mode}.")

    def rest(self) -> None:
        """Makes what is on screen the place to come back to another day."""
        self.navigation.rest(self.focused_pane, self.reader.scrolled_to)

    @property
    def session(self) -> Session:
        """What is to be taken up the next time."""
        return Session(self.navigation.history, self.arrangement)

    # A dossier read anew

    def taken(self, before: Workspace) -> None:
        if self.inspected is not None:
            self.inspected = carried(self.inspected, before, self.workspace)
        for pane in self.query(ListPane):
            pane.take(Listing(pane.pane, self.workspace.dossier))
        self.reader.take(self.workspace)
        self.query_one(Details).take(self.workspace)
        self._show()

    # The lines above and below

    def watch_alert(self, alert: str) -> None:
        super().watch_alert(alert)
        self._update_breadcrumb()

    def _update_breadcrumb(self) -> None:
        bar = self.query_one("#breadcrumb", Bar)
        peeking = self.navigation.peek is not None
        bar.left = tuple(breadcrumb(self.workspace, self.navigation.shown, self.reader.article, peeking))
        counts = "" if self.alert or self.has_class("narrow") else totals(self.workspace.dossier)
        zoomed = StyledText("zoomed  " if self.arrangement.zoomed else "", "accent")
        bar.right = (zoomed, StyledText(counts, "dim"))

    def offer_keys(self) -> None:
        try:
            keys = self.query_one(Keys)
        except NoMatches:
            return
        first = self._first_run.hinted and self.where == LIST
        keys.offer(self.where, self._way_out()[0], HINTS if first else None)

    def say(self, message: str, hint: str = "") -> None:
        self.query_one(Keys).say(message, hint)

    def key_pressed(self, key: str) -> None:
        """A key is about to be taken, here or by a pane: what it makes of the first run's hint and of a walk's end."""
        hinted = self._first_run.hinted
        self._first_run.key_pressed(key, action_keys(self.app).available(self.where))
        if self._first_run.hinted != hinted:
            self.offer_keys()
        if key not in ("n", "N"):
            self.navigation.forget_end()
