"""A list of rows on the line API: draws what is visible, of ten rows or ten thousand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, overload

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.app.commands.actions import row_bindings
from tui.app.rendering.theme_styles import ThemeStyles
from tui.view.styled_text import Line
from tui.view.wrap import beside, cells, cut_line


@dataclass(frozen=True)
class Row:
    """A row: what it leads to (None for a heading), its words at the left, and at the right what tells it apart."""

    target: str | None
    left: Line
    right: Line
    occurrence: int = 0
    """Which spot of the target the row means."""


class LazyRow(Row):
    """A row that is made when it is first drawn or gone to; what it leads to is known before."""

    def __init__(self, target: str | None, make: Callable[[], Row]) -> None:
        self.__dict__.update(target=target, _make=make)

    @cached_property
    def _made(self) -> Row:
        made: Row = self.__dict__["_make"]()
        return made

    @property
    def left(self) -> Line:
        """See Row."""
        return self._made.left

    @property
    def right(self) -> Line:
        """See Row."""
        return self._made.right

    @property
    def occurrence(self) -> int:
        return self._made.occurrence


def wrapped(line: Line, width: int, target: str | None = None) -> Iterator[Row]:
    """A label and its sentence as rows of a width; the first leads to the target, if there is one."""
    for number, part in enumerate(beside(line, width)):
        yield Row(None if number else target, part, [])


class LazyRows(Sequence[Row]):
    """Rows of what leads somewhere, each made when it is first drawn: a list may be of any length."""

    def __init__(self, targets: Sequence[str | None], make: Callable[[int], Row]) -> None:
        self.targets = targets
        self._make = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.targets)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]


class Rows(Widget, can_focus=True):
    """Rows with a cursor on one of those that lead somewhere.

    Scrolls by itself rather than as a ScrollView, whose size changes lay out the whole screen anew: here the
    number of rows changes with each key that narrows or searches.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*row_bindings(fixed=True)]

    theme_styles: reactive[ThemeStyles | None] = reactive(None, init=False)

    class Moved(Message):
        """The cursor came to a row."""

        def __init__(self, rows: "Rows", row: Row) -> None:
            super().__init__()
            self.rows, self.row = rows, row

        @property
        def control(self) -> "Rows":
            return self.rows

        def can_replace(self, message: Message) -> bool:
            # Where keys come faster than what they show can be drawn, the last of them is shown.
            return type(self) is Rows.Moved and isinstance(message, Rows.Moved) and message.rows is self.rows

    class Entered(Moved):
        """A row was clicked twice: as Enter."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = []
        self.targets: Sequence[str | None] = []
        """What each row leads to."""
        self._standing: dict[str | None, list[int]] | None = None
        self.cursor: int | None = None
        self.target: str | None = None
        """What the cursor is on, or would be were its row not filtered away."""
        self._top = 0

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor is not None and self.cursor < len(self.rows) else None

    @property
    def row_or_first(self) -> Row | None:
        """The row under the cursor; where it is on none, the first that leads somewhere."""
        first = next((index for index, target in enumerate(self.targets) if target is not None), None)
        return self.row or (None if first is None else self.rows[first])

    def show(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Sets the rows, from the first on, with the cursor on one of them or none. Nobody is told."""
        self.rows, self.cursor, self._top = rows, cursor, 0
        self.targets = rows.targets if isinstance(rows, LazyRows) else [row.target for row in rows]
        self._standing = None
        self._see_cursor()
        self.refresh()

    def exchange(self, rows: Sequence[Row]) -> None:
        """Other rows, or the same in another order: the record under the cursor stays, at the height where it was."""
        height = None if self.cursor is None else self.cursor - self._top
        occurrence = self.row.occurrence if self.row else None
        self.show(rows)
        self.point_at(self.target, occurrence)
        if self.cursor is not None and height is not None:
            self._top = self.cursor - height
            self._see_cursor()

    def _rows_of(self, target: str | None) -> list[int]:
        """Where the rows stand that lead to a target."""
        if self._standing is None:
            self._standing = {}
            for index, each in enumerate(self.targets):
                self._standing.setdefault(each, []).append(index)
        return self._standing.get(target, []) if target is not None else []

    def point_at(self, target: str | None, occurrence: int | None = None) -> None:
        """Puts the cursor on a target's row, or nowhere, without telling anybody."""
        self.target = target
        found = self._rows_of(target)
        exact = [i for i in found if self.rows[i].occurrence == occurrence]
        self._put_cursor(next(iter(exact or found), None) if self.cursor not in found or exact else self.cursor)

    def _put_cursor(self, index: int | None) -> None:
        """Puts the cursor on a row, and draws what that changes: two rows, or all where it scrolls."""
        cursor, top = self.cursor, self._top
        self.cursor = index
        self._see_cursor()
        if self._top != top:
            self.refresh()
        elif index != cursor:
            self._refresh_row(cursor)
            self._refresh_row(index)

    def _refresh_row(self, index: int | None) -> None:
        if index is not None:
            self.refresh(Region(0, index - self._top, self.content_size.width, 1))

    def on_focus(self) -> None:
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        self._refresh_row(self.cursor)

    # Moving

    def action_cursor(self, by: int) -> None:
        self._go(0 if self.cursor is None else self.cursor + by, by if self.cursor is not None else 1)

    def action_page(self, direction: int) -> None:
        self._go((self.cursor or 0) + direction * max(self._height - 1, 1), direction)

    def action_edge(self, direction: int) -> None:
        self._go(0 if direction < 0 else len(self.rows) - 1, -direction)

    def go_to(self, index: int) -> None:
        """Moves the cursor to a row, and tells."""
        self._go(index, 1)

    def _go(self, index: int, direction: int) -> None:
        """Moves to a row, or on in a direction to the next that leads somewhere; at the end it stays."""
        if not self.rows:
            return
        index = min(max(index, 0), len(self.rows) - 1)
        step = 1 if direction > 0 else -1
        while 0 <= index < len(self.rows) and self.targets[index] is None:
            index += step
        if not 0 <= index < len(self.rows):
            # Only headings that way: they are still worth seeing.
            self.scroll_rows(-len(self.rows) if step < 0 else len(self.rows))
        elif index != self.cursor:
            self.target = self.targets[index]
            self._put_cursor(index)
            self.post_message(self.Moved(self, self.rows[index]))

    # Scrolling

    @property
    def _height(self) -> int:
        return max(self.content_size.height, 1)

    def scroll_rows(self, by: int) -> None:
        """Scrolls; the cursor stays on its row."""
        top = max(min(self._top + by, len(self.rows) - self._height), 0)
        if top != self._top:
            self._top = top
            self.refresh()

    def _see_cursor(self) -> None:
        if self.cursor is not None:
            # The heading directly above comes along.
            headed = self.cursor > 0 and self.targets[self.cursor - 1] is None
            first = self.cursor - 1 if headed else self.cursor
            self._top = min(max(self._top, self.cursor - self._height + 1), first)
        self._top = max(min(self._top, len(self.rows) - self._height), 0)

    def on_resize(self) -> None:
        self._see_cursor()
        self.refresh()

    def watch_theme_styles(self) -> None:
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-3)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.x == self.content_size.width - 1 and len(self.rows) > self._height:
            self.scroll_rows(at.y * len(self.rows) // self._height - self._top)
            return
        index = at.y + self._top
        if index < len(self.rows) and self.targets[index] is not None:
            self._go(index, 1)
            if event.chain == 2:
                self.post_message(self.Entered(self, self.rows[index]))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: on the mark of the row under the cursor, if it is in sight."""
        x, y, _, _ = self.content_region
        below = (self.cursor or 0) - self._top
        return Offset(x, y + below if 0 <= below < self._height else y)

    # Drawing

    def render_line(self, y: int) -> Strip:
        (width, height), theme_styles = self.content_size, self.theme_styles
        if theme_styles is None:
            return Strip.blank(width)
        index = y + self._top
        scrolls = len(self.rows) > height
        room = width - 1 if scrolls else width
        strip = (
            Strip.blank(room, theme_styles.ground) if index >= len(self.rows) else self._row(index, room, theme_styles)
        )
        return Strip([*strip, self._thumb(y, height, theme_styles)], width) if scrolls else strip

    def _thumb(self, y: int, height: int, theme_styles: ThemeStyles) -> Segment:
        first = self._top * height // len(self.rows)
        last = (self._top + height - 1) * height // len(self.rows)
        return Segment("┃" if first <= y <= last else "│", theme_styles.ground + theme_styles.dim)

    def _row(self, index: int, width: int, theme_styles: ThemeStyles) -> Strip:
        row = self.rows[index]
        current = index == self.cursor
        tinted = current and self.has_focus
        ground = theme_styles.ground + theme_styles.sentence if tinted else theme_styles.ground
        marker = "› " if current else "  " if row.target is not None else " "
        segments = [Segment(marker, ground + (theme_styles.accent if current else Style.null()))]
        room = width - len(marker)
        # What tells a row apart keeps what the words at the left leave it, and at the least two fifths.
        right = cut_line(row.right, max(room - 1 - cells(row.left), room * 2 // 5))
        left = cut_line(row.left, room - cells(right) - (1 if right else 0))
        filling = Segment(" " * (room - cells(left) - cells(right)), ground)
        segments += _segments(left, ground + Style(bold=True) if current else ground, theme_styles, tinted)
        segments += [filling, *_segments(right, ground, theme_styles, tinted)]
        return Strip(segments).adjust_cell_length(width, ground)


def _segments(line: Line, ground: Style, theme_styles: ThemeStyles, tinted: bool) -> list[Segment]:
    """A line's pieces; on the tint, colours that are not made for it give way to the text's."""
    segments = []
    for piece in line:
        style = theme_styles.of(piece.style)
        if tinted and style.color and not style.bgcolor and piece.style not in theme_styles.hues:
            style = Style(bold=style.bold, underline=style.underline)
        segments.append(Segment(piece.text, ground + style))
    return segments
