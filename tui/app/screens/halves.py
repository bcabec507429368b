"""Screens of two halves: rows above, and below the sentence of the row under the cursor. Compare and the timeline."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen

from tui.app.actions import COMPARE, TIMELINE, bindings
from tui.app.ink import Ink
from tui.app.place import TEXT, Place
from tui.app.widgets.bars import Bar, Keys
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Row, Rows
from tui.dossier.compare import Group
from tui.dossier.records import Figure
from tui.text.safe import visible
from tui.view.comparison import (
    about,
    axis_line,
    axis_of,
    claim_cells,
    in_order,
    interval_line,
    verdict_lines,
)
from tui.view.excerpt import excerpt
from tui.view.page import article_name
from tui.view.pieces import Line, Piece, plain
from tui.view.timeline import timeline
from tui.view.value import value_text

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


class HalvesScreen(Screen[Place | None]):
    """Closes with the place to go to, or None."""

    where: ClassVar[str]
    title_word: ClassVar[str]

    ink: reactive[Ink | None] = reactive(None, init=False)
    place: reactive[Place | None] = reactive(None, init=False)

    def __init__(self, main: "MainScreen") -> None:
        super().__init__()
        self.main = main

    def compose(self) -> ComposeResult:
        main, cls = self.main, HalvesScreen
        yield Bar(id="breadcrumb").data_bind(cls.ink)
        yield Rows(id="upper").data_bind(cls.ink)
        yield Reader(main.dossier, main.spots, main.highlights, id="lower", number="Text ·").data_bind(
            cls.ink, cls.place
        )
        yield Keys(id="keys").data_bind(cls.ink)

    def on_mount(self) -> None:
        self.ink = self.main.ink
        self.query_one("#lower", Reader).can_focus = False
        title = visible(self.main.dossier.title)
        self.query_one("#breadcrumb", Bar).left = (
            Piece(title),
            Piece(" › ", "dim"),
            Piece(self.title_word, "heading"),
        )
        self.query_one(Keys).offer(self.where, "leave")
        self.rows.focus()
        self.call_after_refresh(self.fill)

    @property
    def rows(self) -> Rows:
        """The upper half."""
        return self.query_one("#upper", Rows)

    def fill(self) -> None:
        """Sets the rows."""
        raise NotImplementedError

    def on_resize(self) -> None:
        self.call_after_refresh(self.fill)

    def on_rows_moved(self) -> None:
        self.show_place()

    def on_rows_entered(self) -> None:
        self.action_keep()

    def show_place(self) -> None:
        """Brings the sentence of the row under the cursor to the lower half."""
        row = self.rows.row
        if row and row.target:
            self.place = Place(row.target, row.occurrence)

    def action_occurrence(self, by: int) -> None:
        """The claim's other printings, in place."""
        if self.place is not None:
            spots = self.main.spots.of(self.place.record)
            if spots:
                self.place = Place(self.place.record, (self.place.occurrence + by) % len(spots))

    def action_reader_rows(self, rows: int) -> None:
        self.query_one("#lower", Reader).scroll_by(rows)

    def action_keep(self) -> None:
        if self.place is not None:
            self.dismiss(Place(self.place.record, self.place.occurrence, TEXT))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_quit(self) -> None:
        self.app.exit()

    def action_help(self) -> None:
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.where, self.title_word.capitalize(), self.ink))

    def action_copy_citation(self) -> None:
        if self.place is not None:
            self.query_one(Keys).left = (Piece(self.main.copy(self.place)),)


class CompareScreen(HalvesScreen):
    """One group of figures on an axis, its verdict, and each claim's sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMPARE)]
    where = COMPARE
    title_word = "compare"

    def __init__(self, main: "MainScreen", groups: list[Group], figure: str | None) -> None:
        super().__init__(main)
        self._groups, self._at, self._figure = groups, 0, figure
        self._logarithmic: bool | None = None

    def fill(self) -> None:
        group, dossier = self._groups[self._at], self.main.dossier
        width = max(self.rows.content_size.width - 4, 30)
        figures = in_order(group, dossier)
        cells = [claim_cells(figure, dossier) for figure in figures]
        widths = [max(len(row[i].text) for row in cells) for i in range(4)]
        room = width - sum(widths) - 7
        if room < 16:
            # Too narrow for a plot beside whole names: the names give way, with a sign.
            widths[1] = max(widths[1] + room - 16, 6)
            room = 16
        axis = axis_of(group, dossier, room, self._logarithmic)
        rows = [Row(None, [Piece(" " * (width - room + 1)), Piece(axis_line(axis), "dim")], [])]
        for figure, row in zip(figures, cells, strict=True):
            line: Line = [Piece(f"{row[0].text:>{widths[0]}}", row[0].style)]
            for cell, wide in zip(row[1:], widths[1:], strict=True):
                text = cell.text if len(cell.text) <= wide else cell.text[: wide - 1] + "…"
                line += [Piece("  "), Piece(f"{text:<{wide}}", cell.style)]
            rows.append(Row(figure.id, [*line, Piece("  "), Piece(interval_line(figure, axis, dossier), "number")], []))
        rows.append(Row(None, [], []))
        verdict, *others = verdict_lines(group, dossier)
        rows += _wrapped(verdict, width)
        rows += [row for figure in figures for row in self._sentence(figure, width)]
        rows.append(Row(None, [], []))
        for other in others:
            rows += _wrapped(other, width)
        kept = self.rows.row.target if self.rows.row else self._figure
        self.rows.show(rows)
        self.rows.point_at(kept)
        if self.rows.row is None:
            self.rows.point_at(figures[0].id)
        scale = "logarithmic" if axis.logarithmic else "from 0"
        self.rows.border_title = Content(f"Compare · {about(group, dossier)}")
        self.rows.border_subtitle = Content(
            f"group {self._at + 1} of {len(self._groups)} · axis in {axis.unit.id}, {scale}"
        )
        self.show_place()

    def _sentence(self, figure: Figure, width: int) -> Iterator[Row]:
        """A claim in the sentence that prints it first, with its number marked."""
        dossier, source = self.main.dossier, figure.sources[0]
        document = dossier.documents[source.article]
        sentence = excerpt(dossier, source.article, document.sentence_around(source.span), [source.number])
        line = document.position(source.number.start)[0]
        where = f"{article_name(source.article, dossier)}, l.{line}"
        yield Row(None, [], [])
        label = Piece(f"{value_text(figure, dossier):<16} ", "number")
        yield from _wrapped([label, Piece(f"{plain(sentence)}  ({where})")], width)

    def action_group(self, by: int) -> None:
        self._at = (self._at + by) % len(self._groups)
        self._logarithmic = None
        self.rows.show([])
        self.fill()

    def action_logarithmic(self) -> None:
        axis = axis_of(self._groups[self._at], self.main.dossier, 10, self._logarithmic)
        self._logarithmic = not axis.logarithmic
        self.fill()


class TimelineScreen(HalvesScreen):
    """Events and dated figures across the articles, each a way back to its sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TIMELINE)]
    where = TIMELINE
    title_word = "timeline"

    def __init__(self, main: "MainScreen") -> None:
        super().__init__(main)
        self._figures = True

    def fill(self) -> None:
        kept = self.rows.row
        rows = list(self._rows())
        self.rows.show(rows)
        if rows:
            self.rows.point_at(kept.target if kept else rows[0].target)
            if self.rows.row is None:
                self.rows.point_at(rows[0].target)
        self.rows.border_title = "Timeline"
        self.rows.border_subtitle = "● happened  ◇ deadline or target  # dated figure  ~ inferred"
        self.show_place()

    def _rows(self) -> Iterator[Row]:
        dossier = self.main.dossier
        for dated in timeline(dossier, self._figures):
            spots = self.main.spots.of(dated.record.id)
            if spots:
                line = dossier.documents[spots[0].article].position(spots[0].span.start)[0]
                name = article_name(spots[0].article, dossier)
                where = f"{name if len(name) < 28 else name[:26] + '…'} l.{line:<3}"
                left = [Piece(f"{dated.date:<14} ", "number"), Piece(f"{dated.sign} "), Piece(dated.what)]
                yield Row(dated.record.id, left, [Piece(where, "dim")])

    def action_figures(self) -> None:
        self._figures = not self._figures
        self.fill()


def _wrapped(line: Line, width: int) -> Iterator[Row]:
    """A label and its sentence as rows, the sentence wrapped beside the label."""
    label, sentence = line
    for number, part in enumerate(textwrap.wrap(sentence.text, max(width - len(label.text), 20)) or [""]):
        yield Row(None, [label if number == 0 else Piece(" " * len(label.text)), Piece(part)], [])
