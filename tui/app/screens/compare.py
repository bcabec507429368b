"""Compare: what several claimants say about one thing, on an axis."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui.app.commands.actions import COMPARE, bindings
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.rows import LazyRow, Row, lazy_rows, wrapped_rows
from tui.app.screens.split import SplitScreen
from tui.app.widgets.rows import PaneRows, ScrolledRows
from tui.dossier.claim_pairs import related_to
from tui.dossier.compare import Group
from tui.dossier.records import Claim, Event, Figure, Record
from tui.view.comparison import is_large, topic_text, verdict_lines
from tui.view.excerpt import sentence_of
from tui.view.plot import Plot, axis_of, plot
from tui.view.styled_text import StyledText
from tui.view.value import value_text
from tui.view.wording import article_name
from tui.view.wrap import cells

PRINTED = "times printed"
"""The heading of the last column before the axis."""


class Claims(ScrolledRows, PaneRows):
    """A few rows to choose from, with much text below them."""


class CompareScreen(SplitScreen):
    """Shows one group of figures on an axis, the verdict, and the sentence of each claim."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMPARE)]
    kind = COMPARE
    help_title = "Compare"

    def on_mount(self) -> None:
        # Textual calls the handler of the base class afterwards.
        self.regroup()

    def upper(self) -> Widget:
        return Claims(id="upper")

    @property
    def _figure(self) -> str:
        """The figure that is shown, or that the screen was opened for."""
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
    def why_empty(cls, workspace: Workspace, place: Place) -> str:
        if comparisons(workspace, place):
            return ""
        record = workspace.dossier.get(place.record)
        if isinstance(record, Figure):
            return f"Nothing to compare: the only figure for {record.label}."
        if isinstance(record, Claim):
            related = related_to(record, workspace.dossier)
            return (
                "Details (5) shows both sides."
                if related
                else "Nothing to compare: no claim contradicts or supports it."
            )
        if isinstance(record, Event):
            return "Nothing to compare: an event has no figures."
        if article := compared_article(workspace, place):
            return f"Nothing to compare: no two figures about one thing in {article_name(article, workspace.dossier)}."
        return f"Nothing to compare: no two figures about {workspace.dossier.name_of(place.record)}."

    def fill(self) -> None:
        group, dossier = self._groups[self._at], self.workspace.dossier
        width = max(self.rows.row_width, 30)
        logarithmic = self.navigation.axes.get(group.figures[0].topic)
        key = self._at, width, logarithmic
        if key not in self._plots:
            # Kept, since the screen is filled a second time as soon as it has a size.
            self._plots[key] = plot(group, dossier, width, logarithmic)
        drawn = self._plots[key]
        verdict = [wrapped_rows(line, width) for line in verdict_lines(group, dossier)]
        before, numbers = drawn.numbers
        # Above how often each is printed.
        printed = StyledText(f"{PRINTED:>{cells([before]) - 2}}  ", "dim")
        above, below = [Row(None, [printed if cells([printed]) == cells([before]) else before, numbers], [])], []
        if is_large(group):
            # Below so many claims it would not be seen. Each has its sentence in the text.
            above = [*chain(*verdict), Row(None, [], []), *above]
        else:
            below = [Row(None, [], []), *verdict[0]]
            below += [row for figure in drawn.figures for row in self._sentence(figure, width)]
            below += [Row(None, [], []), *chain(*verdict[1:])]
        # Of many claims, only those on screen are drawn.
        claims = (LazyRow(figure.id, partial(_claim_row, figure, drawn)) for figure in drawn.figures)
        self.rows.set_rows(lazy_rows([*above, *claims, *below]))
        self.rows.set_cursor(self._figure)
        if self.rows.row is None:
            self.rows.set_cursor(group.ascending[0].id)
        self.rows.border_title = Content(f"Compare · {topic_text(group, dossier)}")
        state = [f"group {self._at + 1} of {len(self._groups)}", f"axis {drawn.axis.scale}"]
        if article := compared_article(self.workspace, self._place):
            state.append(f"figures of {article_name(article, dossier)}")
        self.rows.border_subtitle = Content(" · ".join(state))
        self.show_place()

    def _sentence(self, figure: Figure, width: int) -> Iterator[Row]:
        """The rows of the first sentence that prints a claim."""
        dossier = self.workspace.dossier
        first = dossier.occurrences_of(figure.id)[0]
        line = dossier.documents[first.article].line(first.span.start)
        where = f"{article_name(first.article, dossier)}, l.{line}"
        yield Row(None, [], [])
        label = StyledText(f"{value_text(figure, dossier):<16} ", "number")
        yield from wrapped_rows([label, StyledText(f"{sentence_of(first, dossier)}  ({where})")], width)

    @property
    def reported(self) -> tuple[str, Iterable[Record]]:
        group = self._groups[self._at]
        return "-".join(filter(None, ("compare", *group.figures[0].topic))), group.figures

    def action_group(self, by: int) -> None:
        if len(self._groups) == 1:
            self.show_message("There is no other group to compare.")
            return
        self._at = (self._at + by) % len(self._groups)
        self.rows.set_rows([])
        self.fill()

    def action_logarithmic(self) -> None:
        group, axes = self._groups[self._at], self.navigation.axes
        topic = group.figures[0].topic
        axes[topic] = not axis_of(group, self.workspace.dossier, 10, axes.get(topic)).logarithmic
        self.fill()


def comparisons(workspace: Workspace, place: Place) -> list[Group]:
    """The groups to compare at a place: a figure's own, those of the figures about an entity, or of an article's."""
    dossier, record = workspace.dossier, workspace.dossier.get(place.record)
    if isinstance(record, Figure):
        figures = [record]
    elif place.record in dossier.entities:
        figures = dossier.index.referring_to(place.record, Figure)
    elif article := compared_article(workspace, place):
        figures = dossier.index.in_article(article, Figure)
    else:
        # Sentences have no axis: Details sets claims side by side.
        figures = []
    return [group for group in dossier.groups.of(figures) if len(group.figures) > 1]


def compared_article(workspace: Workspace, place: Place) -> str | None:
    """The article whose figures are compared at a place; None where those of a record are."""
    record = workspace.dossier.get(place.record)
    own = isinstance(record, Figure | Claim | Event) or place.record in workspace.dossier.entities
    return None if own or place.article not in workspace.dossier.articles else place.article


def _claim_row(figure: Figure, drawn: Plot) -> Row:
    return Row(figure.id, drawn.line(figure), [])
