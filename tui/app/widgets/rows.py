"""A list of rows on the line API: draws what is visible, of ten rows or ten thousand."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.actions import LIST, bindings
from tui.app.ink import Ink
from tui.view.pieces import Line


@dataclass(frozen=True)
class Row:
    """A row: what it leads to (None for a heading), its words at the left, and at the right what tells it apart."""

    target: str | None
    left: Line
    right: Line
    occurrence: int = 0
    """Which spot of the target the row means."""


class Rows(ScrollView, can_focus=True):
    """Rows with a cursor on one of those that lead somewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    cursor: reactive[int | None] = reactive(None, init=False)
    ink: reactive[Ink | None] = reactive(None, init=False)

    class Moved(Message):
        """The cursor came to a row."""

        def __init__(self, rows: "Rows", row: Row) -> None:
            super().__init__()
            self.rows, self.row = rows, row

        @property
        def control(self) -> "Rows":
            return self.rows

    class Entered(Moved):
        """A row was clicked twice: as Enter."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[Row] = []

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor is not None and self.cursor < len(self.rows) else None

    def show(self, rows: list[Row], target: str | None = None) -> None:
        """Sets the rows, with the cursor on `target`, or none. Nobody is told: the one who sets them knows."""
        self.rows = rows
        self.virtual_size = Size(1, len(rows))
        self.set_reactive(Rows.cursor, None)
        self.point_at(target)
        self.refresh()

    def point_at(self, target: str | None, occurrence: int | None = None) -> None:
        """Puts the cursor on a target's row, or nowhere, without telling anybody."""
        found = [i for i, row in enumerate(self.rows) if row.target is not None and row.target == target]
        exact = [i for i in found if self.rows[i].occurrence == occurrence]
        index = next(iter(exact or found), None)
        if index is not None and self.cursor in found and occurrence is None:
            index = self.cursor
        self.set_reactive(Rows.cursor, index)
        self._see_cursor()
        self.refresh()

    def first(self) -> int | None:
        """The first row that leads somewhere."""
        return next((i for i, row in enumerate(self.rows) if row.target is not None), None)

    # Moving

    def action_cursor(self, by: int) -> None:
        if self.cursor is None:
            self._go(self.first(), 1)
        else:
            self._go(self.cursor + by, by)

    def action_page(self, direction: int) -> None:
        page = max(self.size.height - 1, 1)
        self._go((self.cursor or 0) + direction * page, direction)

    def action_edge(self, direction: int) -> None:
        self._go(0 if direction < 0 else len(self.rows) - 1, -direction)

    def _go(self, index: int | None, direction: int) -> None:
        """Moves to a row, or on in a direction to the next that leads somewhere; at the end it stays."""
        if index is None or not self.rows:
            return
        index = min(max(index, 0), len(self.rows) - 1)
        step = 1 if direction > 0 else -1
        while 0 <= index < len(self.rows) and self.rows[index].target is None:
            index += step
        if not 0 <= index < len(self.rows):
            # Only headings that way: they are still worth seeing.
            self.scroll_to_region(Region(0, 0 if step < 0 else len(self.rows) - 1, 1, 1), animate=False, force=True)
            return
        if index != self.cursor:
            self.cursor = index
            self.post_message(self.Moved(self, self.rows[index]))

    def watch_cursor(self) -> None:
        self._see_cursor()
        self.refresh()

    def watch_ink(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        self._see_cursor()

    def _see_cursor(self) -> None:
        if self.cursor is None:
            return
        top = self.cursor
        # The heading directly above comes along.
        if top > 0 and self.rows[top - 1].target is None:
            top -= 1
        self.scroll_to_region(Region(0, top, 1, self.cursor - top + 1), animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        index = at.y + self.scroll_offset.y
        if 0 <= index < len(self.rows) and self.rows[index].target is not None:
            self._go(index, 1)
            if event.chain == 2:
                self.post_message(self.Entered(self, self.rows[index]))

    # Drawing

    def render_line(self, y: int) -> Strip:
        width, ink = self.scrollable_content_region.width, self.ink
        index = y + self.scroll_offset.y
        if ink is None or index >= len(self.rows):
            return Strip.blank(width, ink.ground if ink else None)
        row = self.rows[index]
        current = index == self.cursor
        ground = ink.ground
        if current and self.has_focus:
            ground += ink.sentence
        marker = "› " if current else "  "
        style = ground + (ink.accent if current else Style.null())
        segments = [Segment(marker if row.target is not None else " ", style)]
        used = len(segments[0].text)
        right = [Segment(p.text, ground + _kept(ink.of(p.style), current, self.has_focus)) for p in row.right]
        left = [Segment(p.text, ground + _kept(ink.of(p.style), current, self.has_focus)) for p in row.left]
        # What tells a row apart keeps what the words at the left leave it, and at the least two fifths.
        free = width - used - 1 - sum(segment.cell_length for segment in left)
        right = _cut(right, max(free, (width - used) * 2 // 5))
        right_width = sum(segment.cell_length for segment in right)
        room = max(width - used - right_width - (1 if right else 0), 0)
        left = _cut(left, room)
        gap = room - sum(segment.cell_length for segment in left) + (1 if right else 0)
        if current:
            left = [Segment(s.text, (s.style or Style.null()) + Style(bold=True)) for s in left]
        return Strip([*segments, *left, Segment(" " * gap, ground), *right]).adjust_cell_length(width, ground)


def _kept(style: Style, current: bool, focused: bool) -> Style:
    """On the tinted row of the cursor, colours that are not made for the tint give way to the text's."""
    if current and focused and style.color and not style.bgcolor:
        return Style(bold=style.bold, underline=style.underline, dim=style.dim)
    return style


def _cut(segments: list[Segment], width: int) -> list[Segment]:
    """Segments cut to a width, with … where they were cut."""
    fitting: list[Segment] = []
    left = width
    for segment in segments:
        size = cell_len(segment.text)
        if size > left:
            return (
                [*fitting, Segment(set_cell_size(segment.text, left - 1) + "…", segment.style)] if left > 0 else fitting
            )
        fitting.append(segment)
        left -= size
    return fitting
