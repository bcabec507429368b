"""The main screen: three lists, the text, and Details. It owns where one stands; the panes show it and report."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from tui.app.actions import LIST, NARROW, bindings
from tui.app.ink import Ink
from tui.app.place import ARTICLES, DETAILS, ENTITIES, FIGURES, LISTS, PANES, TEXT, History, Place
from tui.app.spots import HITS, Spot, Spots
from tui.app.watch import Reopened, changed_records, reopen, signature
from tui.app.widgets.bars import Bar, Keys, Tabs
from tui.app.widgets.panes import Details, ListPane, Narrowing
from tui.app.widgets.reader import Highlights, Reader
from tui.app.widgets.rows import Rows
from tui.catalog.problem import START, Mark
from tui.dossier.compare import groups
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Entity, Figure
from tui.text.safe import visible
from tui.view.page import article_name, counted, short_date
from tui.view.pieces import Piece

if TYPE_CHECKING:
    from tui.app.app import LodeApp
    from tui.search.search import Search

LABELS = {ARTICLES: "Articles", ENTITIES: "Entities", FIGURES: "Figures", TEXT: "Text", DETAILS: "Details"}

LOOK_SECONDS = 1.0
"""How often the files are looked at for changes."""

MESSAGE_SECONDS = 4.0
"""How long a message stands in the last line, unless a key comes first."""


class MainScreen(Screen[None]):
    """What a person works in."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST), *bindings(TEXT, skip=(LIST,))]
    ESCAPE_TO_MINIMIZE = False

    app: "LodeApp"

    shown: reactive[Place | None] = reactive(None, init=False)
    """What the text shows: the peek, else the present place."""
    inspected: reactive[Place | None] = reactive(None, init=False)
    """What Details is about: as `shown`, but for peeks from Details itself."""
    ink: reactive[Ink | None] = reactive(None, init=False)

    def __init__(self, dossier: Dossier, place: Place | None = None) -> None:
        super().__init__()
        self.history = History(place or Place(next(iter(dossier.article_order), ""), pane=ARTICLES))
        self.peek: Place | None = None
        self._walking = False
        self._ended = 0
        self._message: Timer | None = None
        self._focused = self.history.current.pane
        self._adopt(dossier)

    def _adopt(self, dossier: Dossier) -> None:
        """Takes a dossier for the one that is shown."""
        self.dossier = dossier
        self.problems = dossier.problems
        self._search: Search | None = None
        self.spots = Spots(dossier, self.search)
        self.highlights = Highlights(dossier)
        self._signature = signature(dossier)
        self._opened_at = datetime.now()
        self._stale = False

    def search(self) -> "Search":
        """The dossier ready to be asked; loaded and made on first use."""
        from tui.search.search import Search

        if self._search is None:
            self._search = Search(self.dossier)
        return self._search

    def compose(self) -> ComposeResult:
        cls = MainScreen
        yield Bar(id="breadcrumb").data_bind(cls.ink)
        yield Tabs(id="tabs").data_bind(cls.ink)
        with Container(id="body"):
            with Vertical(id="lists"):
                for pane, order in zip(LISTS, ("by date", "by count ↓", "by measure, value ↓"), strict=True):
                    number = str(PANES.index(pane) + 1)
                    yield ListPane(pane, number, LABELS[pane], order, self.dossier).data_bind(cls.ink)
            with Container(id="main"):
                reader = Reader(self.dossier, self.spots, self.highlights, id=TEXT, number="4 Text ·")
                yield reader.data_bind(cls.ink, place=cls.shown)
                details = Details(self.dossier, self.spots, id=DETAILS)
                yield details.data_bind(cls.ink, place=cls.inspected)
        yield Keys(id="keys").data_bind(cls.ink)

    def on_mount(self) -> None:
        self._settle(self.history.current.pane)
        self.set_interval(LOOK_SECONDS, self._look)

    def _settle(self, pane: str) -> None:
        """Arranges what was composed, with the focus on a pane, and shows the present place."""
        self.query_one(Tabs).names = tuple((each, f"{PANES.index(each) + 1} {LABELS[each]}") for each in PANES)
        self._arrange(self.size)
        self._pane(pane).focus()
        self._show()

    # Panes

    def _pane(self, pane: str) -> Widget:
        return self.query_one(f"#{pane}")

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one(f"#{TEXT}", Reader)

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
        if isinstance(self.focused, Narrowing):
            return NARROW
        pane = self.focused_pane
        return LIST if pane in LISTS else pane

    def on_resize(self, event: events.Resize) -> None:
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        """Sets the panes side by side as far as they fit."""
        narrow = size.width < 100 or size.height < 24
        self.set_class(size.width >= 150 and not narrow, "wide")
        self.set_class(narrow, "narrow")
        self.set_class(narrow and (size.width < 60 or size.height < 16), "tiny")
        self._mark_focus()

    def on_descendant_focus(self) -> None:
        self._focused = self.focused_pane
        self._mark_focus()

    def _mark_focus(self) -> None:
        pane = self.focused_pane
        for other in PANES:
            self.set_class(other == pane, f"on-{other}")
        self.query_one(Tabs).active = pane
        self._offer_keys()

    def action_focus_pane(self, pane: str) -> None:
        self._pane(pane).focus()

    def action_next_pane(self, by: int) -> None:
        self.action_focus_pane(PANES[(PANES.index(self.focused_pane) + by) % len(PANES)])

    def on_tabs_chosen(self, event: Tabs.Chosen) -> None:
        self.action_focus_pane(event.pane)

    # Places

    def _show(self) -> None:
        """Brings everything on screen to the peek, else to the present place."""
        shown = self.peek or self.history.current
        if self.peek is None or self.peek.pane != DETAILS:
            self.inspected = shown
        self.shown = shown
        self._point(shown)
        self._update_breadcrumb(shown)
        self._offer_keys()

    def _point(self, place: Place) -> None:
        """The lists' cursors follow what is shown."""
        spot = self._spot(place)
        record = self.dossier.get(place.record)
        article = spot.article if spot else (record.id if isinstance(record, Article) else place.article)
        for pane in LISTS:
            rows = self.query_one(f"#{pane}", Rows)
            if pane == ARTICLES:
                rows.point_at(article or self.reader.article)
            elif self._list_of(place.record) == pane:
                rows.point_at(place.record)

    def _spot(self, place: Place) -> Spot | None:
        spots = self.spots.of(place.record)
        return spots[place.occurrence] if place.occurrence < len(spots) else None

    def _list_of(self, record: str) -> str | None:
        match self.dossier.get(record):
            case Article():
                return ARTICLES
            case Entity():
                return ENTITIES
            case Figure():
                return FIGURES
        return None

    def go(self, place: Place) -> None:
        """Jumps: keeps what is on screen, then goes on to a place."""
        self._leave()
        if self.peek is not None:
            self.history.push(replace(self.peek, anchor=self.reader.top_offset))
        self.peek = None
        self._walking = False
        self.history.push(place)
        self._show()
        self._pane(place.pane).focus()

    def _leave(self) -> None:
        """Notes in the present place where the text stands, unless a peek has moved it."""
        if self.peek is None:
            self.history.leave_at(self.reader.top_offset)

    def _peek(self, record: str, occurrence: int, pane: str) -> None:
        if self.peek is None:
            self._leave()
        self._walking = False
        self.peek = Place(record, occurrence, pane, article=self.reader.article)
        if self.peek.same(self.history.current) and pane not in LISTS:
            self.peek = None
        self._show()

    def _drop_peek(self) -> None:
        self.peek = None
        self._show()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        row = event.row
        if row.target is None:
            return
        pane = event.rows.id or TEXT
        self._peek(row.target, row.occurrence if pane == DETAILS else self._nearest(row.target), pane)

    def _nearest(self, record: str) -> int:
        """The occurrence that a move shows: one visible now, the next below, the first here, or the first of all."""
        article, shown = self.reader.article, self.reader.shown
        spots = list(enumerate(self.spots.of(record)))
        here = [(i, spot.span) for i, spot in spots if spot.article == article]
        seen = [i for i, span in here if shown.overlaps(span)]
        below = [i for i, span in here if span.start >= shown.end]
        return next(iter([*seen, *below, *(i for i, _ in here)]), 0)

    def on_rows_entered(self, event: Rows.Entered) -> None:
        self.on_rows_moved(event)
        self.action_keep()

    def on_reader_chosen(self, event: Reader.Chosen) -> None:
        occurrence = self.spots.inside(event.record, event.article, event.spot)
        if occurrence is not None:
            self._peek(event.record, occurrence, TEXT)
            self.reader.focus()

    def on_reader_entered(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Enter: what is shown becomes a place, and one goes on to read it, or its details."""
        pane = self.focused_pane
        following = DETAILS if pane == TEXT else TEXT
        if pane in LISTS and self.peek is None:
            row = self.query_one(f"#{pane}", Rows).row
            if row and row.target:
                self._peek(row.target, self._nearest(row.target), pane)
        if self.peek is not None:
            kept = replace(self.peek, pane=TEXT, anchor=self.reader.top_offset)
            self.peek = None
            self._walking = False
            self.history.push(kept)
            self._show()
        self.action_focus_pane(following)

    def action_occurrence(self, by: int) -> None:
        """n and N: the next place of what is current, in reading order; said when it is in another article."""
        shown = self.peek or self.history.current
        spots = self.spots.of(shown.record)
        label = self.spots.label(shown.record)
        if not spots:
            article = shown.record in self.dossier.articles
            self.say("Nothing to walk: choose an entity or a figure." if article else f"{label}: not in the text.")
            return
        following = shown.occurrence + by
        if not 0 <= following < len(spots):
            end, again, other = ("Last", "n", "first") if by > 0 else ("First", "N", "last")
            if self._ended != by:
                self._ended = by
                self.say(f"{end} of {len(spots)}. {again} again: the {other}.")
                return
            following %= len(spots)
        self._ended = 0
        before, after = self._spot(shown), spots[following]
        place = replace(shown, occurrence=following, anchor=None)
        if self.peek is not None:
            self.peek = place
        elif self._walking:
            self.history.replace(place)
        else:
            self._leave()
            self.history.push(place)
            self._walking = True
        self._show()
        if before and before.article != after.article:
            which, back = ("Next", "N") if by > 0 else ("Previous", "n")
            name, date = article_name(after.article, self.dossier), self.dossier.articles[after.article].date
            name = name if len(name) <= 44 else name[:43] + "…"
            self.say(f"{which} article: {name}, {short_date(date)}. {back} returns.")

    def action_history(self, by: int) -> None:
        if self.peek is not None:
            if by < 0:
                self._drop_peek()
                return
            self.peek = None
        else:
            self._leave()
        self._walking = False
        if not self.history.step(by):
            self.say("No earlier place." if by < 0 else "No later place.")
        self._show()
        self._pane(self.history.current.pane).focus()

    # Leaving

    def _way_out(self) -> tuple[str, Callable[[], None]]:
        """What Escape does here, and the word for it: one step, never out of the app."""
        pane = self.focused_pane
        shown = self.peek or self.history.current
        if isinstance(self.focused, Narrowing):
            return "cancel", self.focused.action_cancel
        if pane == DETAILS:
            return "to text", self._from_details
        if pane == TEXT:
            if self.peek is not None:
                return "back", self._drop_peek
            if shown.record.startswith(HITS):
                return "hits off", self._hits_off
            back = self._list_of(shown.record) or ARTICLES
            return f"to {LABELS[back]}", lambda: self.action_focus_pane(back)
        listing = self.query_one(f"#{pane}-pane", ListPane)
        if listing.query_text:
            return "clear filter", listing.clear
        if self.peek is not None:
            return "back to text", self._drop_peek
        return "leave", lambda: self.say("Nothing to leave. q quits.")

    def _from_details(self) -> None:
        if self.peek is not None and self.peek.pane == DETAILS:
            self._drop_peek()
        self.action_focus_pane(TEXT)

    def _hits_off(self) -> None:
        """The article alone, at the same line; `[` brings the hits back."""
        self._leave()
        self._walking = False
        self.history.push(Place(self.reader.article or "", anchor=self.reader.top_offset))
        self._show()

    def action_leave(self) -> None:
        self._way_out()[1]()

    # Lists

    def action_narrow(self) -> None:
        if self.focused_pane in LISTS:
            self.query_one(f"#{self.focused_pane}-pane", ListPane).narrow()

    def on_list_pane_narrowed(self, event: ListPane.Narrowed) -> None:
        from tui.search.query import QueryError

        query = event.query.strip()
        if not query:
            event.pane.fill(None)
            self._offer_keys()
            return
        try:
            admitted = self.search().admitted(query)
        except QueryError as error:
            self.say(str(error))
            return
        event.pane.fill(admitted)
        if not any(row.target for row in event.pane.rows.rows):
            one = {ARTICLES: "article", ENTITIES: "entity", FIGURES: "figure"}[event.pane.pane]
            self.say(f"No {one} matches “{visible(query)}”. Esc clears the filter.")

    def action_reader_rows(self, rows: int) -> None:
        self.reader.scroll_by(rows)

    # Other screens

    def action_search(self, text: str = "") -> None:
        from tui.app.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self, text), self._opened)

    def action_search_here(self) -> None:
        self.action_search(f"article:{self.reader.article} " if self.reader.article else "")

    def action_help(self) -> None:
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.where, LABELS[self.focused_pane], self.ink))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    # Doing

    def action_compare(self) -> None:
        from tui.app.screens.halves import CompareScreen

        shown = self.shown or self.history.current
        record = self.dossier.get(shown.record)
        figures = [record] if isinstance(record, Figure) else self._figures_about(shown)
        found = [group for group in groups(self.dossier, figures) if figures and len(group.figures) > 1]
        if not found:
            name = (
                f"the only figure for {record.label}"
                if isinstance(record, Figure)
                else f"no two figures about {self._named(shown)}"
            )
            self.say(f"Nothing to compare: {visible(name)}.")
            return
        figure = record.id if isinstance(record, Figure) else None
        self.app.push_screen(CompareScreen(self, found, figure), self._opened)

    def _figures_about(self, place: Place) -> list[Figure]:
        """The figures that an entity is the subject, material or claimant of; else those of the article."""
        if place.record in self.dossier.entities:
            return [f for f in self.dossier.figures.values() if place.record in (f.subject, f.material, f.claimant)]
        return self.dossier.figures_in(self.reader.article) if self.reader.article else []

    def _named(self, place: Place) -> str:
        if self.dossier.get(place.record) or self.reader.article is None:
            return self.dossier.name_of(place.record)
        return article_name(self.reader.article, self.dossier)

    def action_timeline(self) -> None:
        from tui.app.screens.halves import TimelineScreen

        if not self.dossier.events and not any(figure.period for figure in self.dossier.figures.values()):
            self.say("Nothing is dated: the catalog has no events and no figures with a period.")
            return
        self.app.push_screen(TimelineScreen(self), self._opened)

    def _opened(self, place: Place | None) -> None:
        """Goes where another screen closed with, if anywhere."""
        if place is not None:
            self.go(place)

    def action_copy_citation(self) -> None:
        self.say(self.copy(self.shown or self.history.current))

    def copy(self, place: Place) -> str:
        """Sends the citation of a place to the clipboard, and says so, or why not."""
        from tui.view.citation import CitationError, cite

        record = self.dossier.get(place.record)
        spot = self._spot(place)
        if record is None and spot:
            record = self.dossier.articles[spot.article]
        if record is None:
            return "Nothing to cite here."
        try:
            text = cite(record, self.dossier, only=spot.span if spot else None)
        except CitationError as error:
            return str(error)
        self.app.copy_to_clipboard(text)
        return f"Sent to the clipboard: {text}"

    def action_open_address(self) -> None:
        from tui.view.citation import web_url

        article = self.dossier.articles.get(self.reader.article or "")
        if article is None or not article.url:
            self.say("This article has no URL in the catalog.")
            return
        url = web_url(article)
        if url is None:
            self.say(f"Only http and https addresses are opened, not {article.url}")
            return
        self.app.open_url(url)
        self.say(f"Opening {url}")

    def action_quit(self) -> None:
        self.app.exit()

    # Curating

    def action_edit(self) -> None:
        """Opens the editor at the current record's line in the catalog; back at the same place afterwards."""
        shown = self.shown or self.history.current
        record = self.dossier.get(shown.record) or self.dossier.get(self.reader.article or "")
        self.edit_at(record.mark if record else START)

    def edit_at(self, mark: Mark) -> None:
        """Opens the editor at a place in the catalog."""
        from tui.curate.editor import editor_command

        command = editor_command(os.environ, self.dossier.catalog, mark)
        if command is None:
            self.say("No editor is set: export VISUAL or EDITOR.")
            return
        try:
            with self.app.suspend():
                subprocess.run(command, check=False)
        except SuspendNotSupported:
            self.say("This terminal cannot make room for an editor.")
        except OSError as error:
            self.say(f"{command[0]} cannot be run: {error.strerror or error}")
        self._look()

    def action_problems(self) -> None:
        from tui.app.screens.problems import ProblemsScreen

        if not self.problems:
            self.say("The catalog has no problems.")
            return
        self.app.push_screen(ProblemsScreen(self, self.problems))

    def action_uncaptured(self) -> None:
        """Marks what the catalog leaves out of the article on screen, or no longer."""
        reader = self.reader
        reader.uncaptured = not reader.uncaptured
        if reader.uncaptured and reader.article:
            left = self.dossier.coverage(reader.article)
            found = f"{counted(len(left.uncaptured), 'number')}, {counted(len(left.names), 'name')} left out here."
            self.say("Nothing is left out here." if left.complete else found)

    def action_draft(self) -> None:
        """Copies the selected words as YAML: a figure where they hold a number, else an entity."""
        from tui.curate.suggest import draft_of
        from tui.curate.yaml import lines

        span = self.reader.selected
        if span is None or self.reader.article is None:
            self.say("Select the words with the mouse first.")
            return
        listing, draft = draft_of(self.dossier, self.reader.article, span)
        self.app.copy_to_clipboard("\n".join(lines([draft], 2)) + "\n")
        self.say(f"Sent to the clipboard: a draft for `{listing}`. e opens the catalog.")

    # Reloading

    def _look(self) -> None:
        """Opens the dossier anew where its files have changed."""
        now = signature(self.dossier)
        if now != self._signature:
            self._signature = now
            self._reopen()

    @work(thread=True, exclusive=True)
    def _reopen(self) -> None:
        reopened = reopen(self.dossier.catalog)
        # In the screen's own turn: composing binds to whose turn it is.
        self.call_later(self._take, reopened)

    async def _take(self, reopened: Reopened) -> None:
        """Shows the dossier as it is now, at the same place; of a broken one, the problems, and the last good one."""
        self.problems = reopened.problems
        if reopened.dossier is None:
            self._stale = True
            self._update_breadcrumb(self.shown or self.history.current)
            return
        changed = changed_records(self.dossier, reopened.dossier)
        filters = {pane: self.query_one(f"#{pane}-pane", ListPane).query_text for pane in LISTS}
        uncaptured, pane = self.reader.uncaptured, self.focused_pane
        self._leave()
        self._adopt(reopened.dossier)
        self.shown = self.inspected = None
        await self.recompose()
        self._settle(pane)
        self.reader.uncaptured = uncaptured
        for listing, query in filters.items():
            self.query_one(f"#{listing}-pane", ListPane).filter(query)
        self.say(f"Reloaded: {counted(changed, 'record')} changed.")

    # The lines above and below

    def _update_breadcrumb(self, place: Place) -> None:
        parts = [visible(self.dossier.title)]
        record = self.dossier.get(place.record)
        listing = self._list_of(place.record)
        if listing and listing != ARTICLES:
            parts += [LABELS[listing].lower(), visible(self.dossier.name_of(place.record))]
            if isinstance(record, Figure):
                parts[-1] = f"{visible(record.label)} {self.spots.label(place.record)}"
        elif place.record.startswith(HITS):
            parts += ["search", self.spots.label(place.record)]
        elif self.reader.article:
            spot = self._spot(place)
            parts += [
                "articles",
                article_name(spot.article if spot else record.id if record else self.reader.article, self.dossier),
            ]
        if self.peek is not None:
            parts[-1] += " · preview"
        bar = self.query_one("#breadcrumb", Bar)
        bar.left = tuple(
            piece
            for i, part in enumerate(parts)
            for piece in ([Piece(" › ", "dim")] if i else []) + [Piece(part, "" if i < len(parts) - 1 else "heading")]
        )
        bar.right = tuple(self._counts())

    def _counts(self) -> list[Piece]:
        errors = sum(problem.severity == "error" for problem in self.problems)
        if self._stale:
            since = self._opened_at.strftime("%H:%M")
            return [Piece(f"! {counted(errors, 'error')}: showing {since}’s catalog", "warning")]
        if errors:
            return [Piece(f"! {counted(errors, 'record')} left out", "warning")]
        if self.has_class("narrow"):
            return []
        counts = [
            counted(len(self.dossier.articles), "article"),
            counted(len(self.dossier.entities), "entity", "entities"),
            counted(len(self.dossier.figures), "figure"),
        ]
        return [Piece("  ".join(counts), "dim")]

    def _offer_keys(self) -> None:
        try:
            keys = self.query_one(Keys)
        except NoMatches:
            return
        if self._message is None:
            keys.offer(self.where, self._way_out()[0])

    def say(self, message: str) -> None:
        """A message in the last line, for a few seconds or until the next key."""
        if self._message is not None:
            self._message.stop()
        keys = self.query_one(Keys)
        keys.left = (Piece(visible(message)),)
        self._message = self.set_timer(MESSAGE_SECONDS, self._unsay)

    def _unsay(self) -> None:
        if self._message is not None:
            self._message.stop()
            self._message = None
            self._offer_keys()

    def key_pressed(self, key: str) -> None:
        """A key is about to be taken, here or by a pane: a message has been read, and the end of a walk forgotten."""
        self._unsay()
        if key not in ("n", "N"):
            self._ended = 0
