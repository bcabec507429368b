"""Screens of two halves: rows above, and below the sentence of the row under the cursor. Compare and the timeline."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.app.commands.actions import COMPARE, NARROW, TIMELINE, bindings
from tui.app.model.navigation import Navigation, carried
from tui.app.model.place import SPLIT_VIEWS, TEXT, Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.screens.narrowing import NarrowingScreen
from tui.app.widgets.bars import Bar, Breadcrumb, Keys
from tui.app.widgets.dated import DatedList
from tui.app.widgets.narrowable import Narrowable
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import LazyRows, Row, Rows, wrapped
from tui.dossier.compare import Group, groups
from tui.dossier.records import Figure
from tui.text.safe import visible
from tui.view.comparison import is_large, topic_text, verdict_lines
from tui.view.excerpt import sentence_line
from tui.view.plot import Claimed, Plot, axis_of, plot
from tui.view.styled_text import StyledText, plain
from tui.view.value import value_text
from tui.view.wording import article_name


class Claims(Rows):
    """A few rows to choose from, with much to read below them: pages scroll, and the cursor stays."""

    def action_page(self, direction: int) -> None:
        self.scroll_rows(direction * max(self.content_size.height - 1, 1))


class SplitScreen(NarrowingScreen[bool]):
    """A place set side by side. Closes with whether the navigation has gone on to another place."""

    kind: ClassVar[str]
    title_word: ClassVar[str]

    theme_styles: reactive[ThemeStyles | None] = reactive(None, init=False)
    place: reactive[Place | None] = reactive(None, init=False, repaint=False)
    """What the lower half shows."""

    def __init__(
        self,
        workspace: Workspace,
        navigation: Navigation,
        theme_styles: ThemeStyles | None,
        place: Place,
        anchor: int | None,
    ) -> None:
        super().__init__()
        self.workspace, self.navigation, self._theme_styles = workspace, navigation, theme_styles
        self._place = place
        self._anchor = anchor
        """Where the text stands on the screen below."""
        self._outdated = False
        """Whether the dossier that is open now has nothing to set side by side here."""

    def compose(self) -> ComposeResult:
        cls = SplitScreen
        yield Breadcrumb(id="breadcrumb").data_bind(cls.theme_styles)
        yield self.upper()
        yield Reader(self.workspace, id="lower", number="Text ·").data_bind(cls.theme_styles, cls.place)
        yield Keys(id="keys").data_bind(cls.theme_styles)

    def on_mount(self) -> None:
        self.theme_styles = self._theme_styles
        self.query_one("#lower", Reader).can_focus = False
        title = visible(self.workspace.dossier.title)
        self.query_one("#breadcrumb", Bar).left = (
            StyledText(title),
            StyledText(" › ", "dim"),
            StyledText(self.title_word, "heading"),
        )
        self.offer_keys()
        self.set_focus(self.rows)
        self.fill()

    def upper(self) -> Widget:
        """The upper half: rows, or what holds them."""
        raise NotImplementedError

    @property
    def rows(self) -> Rows:
        """What is set side by side."""
        return self.query_one(Rows)

    @property
    def where(self) -> str:
        """The kind of what has the focus, as the table of actions knows it."""
        return NARROW if self.narrowing else self.kind

    @property
    def idle(self) -> tuple[str, ...]:
        """The actions that would do nothing now."""
        return ()

    @classmethod
    def why_not(cls, workspace: Workspace, place: Place) -> str:
        """Why there is nothing to show, if so."""
        raise NotImplementedError

    def fill(self) -> None:
        """Sets the rows."""
        raise NotImplementedError

    def offer_keys(self) -> None:
        self.query_one(Keys).offer(self.where, self._way_out()[0], without=self.idle)

    def on_descendant_focus(self) -> None:
        self.offer_keys()

    def take(self, workspace: Workspace) -> None:
        """Shows what another dossier sets side by side; if that is nothing, closes, at the latest when it is on top."""
        place = carried(self._place, self.workspace, workspace)
        self._outdated = place.pane not in SPLIT_VIEWS or bool(self.why_not(workspace, place))
        if self._outdated:
            self.dismiss(self._kept)
            return
        self.workspace, self._place = workspace, place
        self.query_one("#lower", Reader).take(workspace)
        self.regroup()
        self.offer_keys()
        self.fill()

    def on_screen_resume(self) -> None:
        if self._outdated:
            self.dismiss(self._kept)

    def regroup(self) -> None:
        """Finds anew what belongs together."""

    def on_resize(self) -> None:
        self.fill()

    def on_rows_moved(self) -> None:
        self.show_place()

    def on_rows_entered(self) -> None:
        self.action_keep()

    def show_place(self) -> None:
        """Brings the sentence of the row under the cursor to the lower half; one that is there stays."""
        row = self.rows.row
        if row and row.target and (self.place is None or self.place.record != row.target):
            before = self._place if self.place is None and self._place.row == row.target else None
            self.place = (
                Place(row.target, before.occurrence, anchor=before.anchor)
                if before
                else Place(row.target, row.occurrence)
            )

    def action_occurrence(self, by: int) -> None:
        """The claim's other printings, in place."""
        if self.place is not None:
            spots = self.workspace.occurrences.of(self.place.record)
            if spots:
                self.place = Place(self.place.record, (self.place.occurrence + by) % len(spots))

    def action_reader_rows(self, rows: int) -> None:
        self.query_one("#lower", Reader).scroll_by(rows)

    # Going on

    @property
    def _kept(self) -> bool:
        """Whether one came here through history, and not by a look from the screen below."""
        return self.navigation.shown.pane in SPLIT_VIEWS

    def _keep(self) -> int | None:
        """Makes this a place of its own, as it stands now; returns where its text stands."""
        anchor = self.query_one("#lower", Reader).scrolled_to
        row, occurrence = (self.place.record, self.place.occurrence) if self.place else (None, 0)
        self.navigation.go(replace(self._place, row=row, occurrence=occurrence, anchor=anchor), self._anchor)
        return anchor

    def action_keep(self) -> None:
        if self.place is not None:
            self.navigation.go(Place(self.place.record, self.place.occurrence, TEXT), self._keep())
            self.dismiss(True)

    def action_history(self, by: int) -> None:
        if by < 0 and not self._kept:
            self.dismiss(False)
            return
        anchor = self._keep() if self._kept else self._anchor
        said = self.navigation.step(by, anchor)
        if said:
            self.say(said)
        else:
            self.dismiss(True)

    def _way_out(self) -> tuple[str, Callable[[], None]]:
        """What Escape does here, and the word for it."""
        return "leave", self._leave

    def action_leave(self) -> None:
        self._way_out()[1]()

    def _leave(self) -> None:
        if self._kept and self.navigation.history.cursor == 0:
            # Nothing was before it: what is left to go to is the sentence.
            self.action_keep()
        else:
            self.action_history(-1)

    def rest(self) -> None:
        """Makes this the place to come back to another day."""
        self._keep()

    def action_help(self) -> None:
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.where, self.title_word.capitalize(), self.theme_styles))

    def action_copy_citation(self) -> None:
        from tui.app.commands.copying import send

        if self.place is not None:
            self.say(*send(self.app, "plain", self.workspace, self.place))

    def action_copy_as(self) -> None:
        from tui.app.screens.copy import CopyScreen

        if self.place is not None:
            self.app.push_screen(CopyScreen(self.workspace, self.place, self.theme_styles, self.say))

    def say(self, message: str, hint: str = "") -> None:
        """A message in the last line, for a few seconds or until the next key; and a hint that is not cut."""
        self.query_one(Keys).say(message, hint)


def split_screen(
    workspace: Workspace, navigation: Navigation, theme_styles: ThemeStyles | None, place: Place, anchor: int | None
) -> SplitScreen | str:
    """The screen of a place in compare or the timeline, or why there is nothing to set side by side."""
    of = CompareScreen if place.pane == COMPARE else TimelineScreen
    return of.why_not(workspace, place) or of(workspace, navigation, theme_styles, place, anchor)


class CompareScreen(SplitScreen):
    """One group of figures on an axis, its verdict, and each claim's sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMPARE)]
    kind = COMPARE
    title_word = "compare"

    def __init__(
        self,
        workspace: Workspace,
        navigation: Navigation,
        theme_styles: ThemeStyles | None,
        place: Place,
        anchor: int | None,
    ) -> None:
        super().__init__(workspace, navigation, theme_styles, place, anchor)
        self._logarithmic: bool | None = None
        self.regroup()

    def upper(self) -> Widget:
        return Claims(id="upper").data_bind(SplitScreen.theme_styles)

    @property
    def _figure(self) -> str:
        """The figure that is shown, or that compare was opened for."""
        return self.place.record if self.place else self._place.row or self._place.record

    def regroup(self) -> None:
        self._groups = comparisons(self.workspace, self._place)
        holding = (i for i, group in enumerate(self._groups) if self._figure in {f.id for f in group.figures})
        self._at = next(holding, 0)
        self._plots: dict[tuple[int, int, bool | None], Plot] = {}

    @property
    def idle(self) -> tuple[str, ...]:
        return () if len(self._groups) > 1 else ("next-group",)

    @classmethod
    def why_not(cls, workspace: Workspace, place: Place) -> str:
        if comparisons(workspace, place):
            return ""
        record = workspace.dossier.get(place.record)
        if isinstance(record, Figure):
            return f"Nothing to compare: the only figure for {record.label}."
        article = place.article if record is None else None
        name = article_name(article, workspace.dossier) if article else workspace.dossier.name_of(place.record)
        return f"Nothing to compare: no two figures about {name}."

    def fill(self) -> None:
        group, dossier = self._groups[self._at], self.workspace.dossier
        # Within the border, and right of the cursor's mark.
        width = max(self.app.size.width - 5, 30)
        drawn = self._at, width, self._logarithmic
        if drawn not in self._plots:
            # Kept, since a screen is filled anew as soon as it has a size.
            self._plots[drawn] = plot(group, dossier, width, self._logarithmic)
        axis, numbers, claims = self._plots[drawn]
        told = [wrapped(line, width) for line in verdict_lines(group, dossier)]
        above, below = [Row(None, [StyledText(" "), *numbers], [])], []
        if is_large(group):
            # Below so many claims nobody would see it; and each has its sentence in the lower half.
            above = [*chain(*told), Row(None, [], []), *above]
        else:
            below = [Row(None, [], []), *told[0]]
            below += [row for figure, _ in claims for row in self._sentence(figure, width)]
            below += [Row(None, [], []), *chain(*told[1:])]
        self.rows.show(self._made(above, claims, below))
        self.rows.point_at(self._figure)
        if self.rows.row is None:
            self.rows.point_at(group.ascending[0].id)
        self.rows.border_title = Content(f"Compare · {topic_text(group, dossier)}")
        self.rows.border_subtitle = Content(f"group {self._at + 1} of {len(self._groups)} · axis {axis.scale}")
        self.show_place()

    def _made(self, above: list[Row], claims: Claimed, below: list[Row]) -> LazyRows:
        """The rows of the claims between others, each made when it is drawn."""
        ids = [figure.id for figure in self._groups[self._at].ascending]
        others = dict(enumerate(above)) | dict(enumerate(below, len(above) + len(ids)))

        def row(index: int) -> Row:
            if index in others:
                return others[index]
            figure, line = claims[index - len(above)]
            return Row(figure.id, line, [])

        return LazyRows([None] * len(above) + ids + [None] * len(below), row)

    def _sentence(self, figure: Figure, width: int) -> Iterator[Row]:
        """A claim in the sentence that prints it first, with its number marked."""
        dossier, spot = self.workspace.dossier, self.workspace.occurrences.of(figure.id)[0]
        words = plain(sentence_line(dossier, spot.article, spot.quote, spot.span))
        line = dossier.documents[spot.article].position(spot.span.start)[0]
        where = f"{article_name(spot.article, dossier)}, l.{line}"
        yield Row(None, [], [])
        label = StyledText(f"{value_text(figure, dossier):<16} ", "number")
        yield from wrapped([label, StyledText(f"{words}  ({where})")], width)

    def action_group(self, by: int) -> None:
        if len(self._groups) == 1:
            self.say("There is no other group to compare.")
            return
        self._at = (self._at + by) % len(self._groups)
        self._logarithmic = None
        self.rows.show([])
        self.fill()

    def action_logarithmic(self) -> None:
        axis = axis_of(self._groups[self._at], self.workspace.dossier, 10, self._logarithmic)
        self._logarithmic = not axis.logarithmic
        self.fill()


class TimelineScreen(SplitScreen):
    """Events and dated figures across the articles, each a way back to its sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TIMELINE)]
    kind = TIMELINE
    title_word = "timeline"

    def upper(self) -> Widget:
        return DatedList(self.workspace, self._place.row, id="upper").data_bind(SplitScreen.theme_styles)

    @property
    def dated(self) -> DatedList:
        """The upper half."""
        return self.query_one(DatedList)

    def on_mount(self) -> None:
        # What the base does on mounting, Textual calls as well.
        if self._kept:
            self.dated.filter(self.navigation.timeline_filter)

    @classmethod
    def why_not(cls, workspace: Workspace, place: Place) -> str:
        if workspace.dossier.events or any(figure.period for figure in workspace.dossier.figures.values()):
            return ""
        return "Nothing is dated: the catalog has no events and no figures with a period."

    def fill(self) -> None:
        self.dated.fill()
        self.show_place()

    def regroup(self) -> None:
        self.dated.workspace = self.workspace
        self.dated.ask_anew()

    def _way_out(self) -> tuple[str, Callable[[], None]]:
        if self.narrowing:
            return "cancel", lambda: self.dated.stop_narrowing(keep=False)
        if self.dated.query_text:
            return "clear filter", self.dated.clear
        return super()._way_out()

    def on_narrowable_narrowed(self, event: Narrowable.Narrowed) -> None:
        self.navigation.timeline_filter = event.query

    def action_figures(self) -> None:
        self.dated.figures = not self.dated.figures
        self.fill()


def comparisons(workspace: Workspace, place: Place) -> list[Group]:
    """The groups to compare at a place: a figure's own, those of the figures about an entity, or of an article's."""
    dossier, record = workspace.dossier, workspace.dossier.get(place.record)
    if isinstance(record, Figure):
        figures = [record]
    elif place.record in dossier.entities:
        figures = [f for f in dossier.figures.values() if place.record in (f.subject, f.material, f.claimant)]
    else:
        figures = dossier.figures_in(place.article) if place.article in dossier.articles else []
    return [group for group in groups(dossier, figures) if len(group.figures) > 1]
