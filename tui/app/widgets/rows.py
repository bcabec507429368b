"""A list of rows with a cursor."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from tui.app.commands.actions import row_bindings
from tui.app.rendering.direction import is_right_to_left
from tui.app.rendering.rows import Row, targets_of
from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.widgets.themed import ThemedWidget
from tui.view.styled_text import Line, plain
from tui.view.wrap import cells, cut_line, cut_words

MARGINS = 4
"""Cells of a row that its words do not have: the cursor's mark, a blank, and the scroll bar."""


class Rows(ThemedWidget, can_focus=True):
    """Shows rows, with a cursor on one of those that lead somewhere. Only visible rows are rendered.

    It scrolls by itself: when the size of a `ScrollView` changes, which here happens with every key that filters or
    searches, the whole screen is laid out again.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*row_bindings(fixed=True)]
    """
    | Key(s) | Description |
    | :- | :- |
    | j, down / k, up | Move the cursor to the next or previous row that leads somewhere. |
    | pagedown, space / pageup, b | Move the cursor by a page. |
    | g, home / G, end | Move the cursor to the first or last row. |
    """

    class RowHighlighted(Message):
        """Posted when the user has moved the cursor to a row."""

        def __init__(self, rows: "Rows", row: Row) -> None:
            super().__init__()
            self.rows = rows
            """The list."""
            self.row = row
            """The row under the cursor."""

        def can_replace(self, message: Message) -> bool:
            # If keys are faster than the screen is drawn, only the last row is shown.
            if type(self) is not Rows.RowHighlighted or not isinstance(message, Rows.RowHighlighted):
                return False
            return message.rows is self.rows

    class RowSelected(RowHighlighted):
        """Posted when a row was clicked twice, which does the same as Enter."""

    class Resized(Message):
        """Posted when the rows have another width."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = []
        self.targets: Sequence[str | None] = []
        """What each row leads to."""
        self._indices: dict[str | None, list[int]] | None = None
        self.cursor: int | None = None
        """The index of the row under the cursor."""
        self.target: str | None = None
        """What the row under the cursor leads to, or would lead to if the row were not filtered out."""
        self.last: str | None = None
        """What the row that was under the cursor last led to, before the cursor was removed."""
        self.top = 0
        """The index of the first visible row."""
        self._kept_top: int | None = None
        """The first visible row at the height at which the user last moved or scrolled."""
        self._width = 0

    def begin_at(self, top: int) -> None:
        """Shows a row first, as soon as the list is laid out; the cursor stays visible."""
        self._kept_top = top

    def _keep_top(self) -> None:
        if self.content_size.height:
            self._kept_top = self.top

    @property
    def row_width(self) -> int:
        """Cells for the words of a row; until the list is laid out, as if it were as wide as the window."""
        return max((self.content_size.width or self.app.size.width - 2) - MARGINS, 20)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor is not None and self.cursor < len(self.rows) else None

    @property
    def _start(self) -> int | None:
        """The index of the row under the cursor, else of the one that was under it last, if it is still there."""
        return self.cursor if self.cursor is not None else next(iter(self._indices_of(self.last)), None)

    @property
    def row_to_enter(self) -> Row | None:
        """The row under the cursor, else the one that was under it last, else the first that leads somewhere."""
        first = self._target_from(0, 1)
        start = first if self._start is None else self._start
        return self.row or (None if start is None else self.rows[start])

    def set_rows(self, rows: Sequence[Row], cursor: int | None = None, top: int = 0) -> None:
        """Shows rows from `top` on, with the cursor on one of them or on none. Posts no message."""
        self.rows, self.cursor, self.top = rows, cursor, top
        self.targets = targets_of(rows)
        self._indices = None
        self._scroll_to_cursor()
        self._keep_top()
        self.refresh()

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows, or the same in another order; the cursor stays on its target, and at its height."""
        height = None if self.cursor is None else self.cursor - self.top
        occurrence = self.row.occurrence if self.row else None
        self.set_rows(rows)
        self.set_cursor(self.target, occurrence)
        if self.cursor is not None and height is not None:
            # Below the first row only, even where the list has no height yet and does not scroll to its cursor.
            self.top = max(self.cursor - height, 0)
            self._scroll_to_cursor()
            self._keep_top()

    def _indices_of(self, target: str | None) -> list[int]:
        """The indices of the rows that lead to a target."""
        if self._indices is None:
            self._indices = {}
            for index, each in enumerate(self.targets):
                self._indices.setdefault(each, []).append(index)
        return self._indices.get(target, []) if target is not None else []

    def set_cursor(self, target: str | None, occurrence: int | None = None) -> None:
        """Moves the cursor to a row that leads to a target, or removes it. Posts no message."""
        self.last = self.target or self.last
        self.target = target
        found = self._indices_of(target)
        exact = [i for i in found if self.rows[i].occurrence == occurrence]
        self._move_cursor(next(iter(exact or found), None) if self.cursor not in found or exact else self.cursor)

    def _move_cursor(self, index: int | None) -> None:
        """Moves the cursor, and refreshes the two rows that change, or all if the rows scroll."""
        cursor, top = self.cursor, self.top
        self.cursor = index
        if index is None and self._kept_top is not None:
            # The list may have scrolled to a row that the user did not move to.
            self.top = self._kept_top
        self._scroll_to_cursor()
        if self.top != top:
            self.refresh()
        elif index != cursor:
            self._refresh_row(cursor)
            self._refresh_row(index)

    def _refresh_row(self, index: int | None) -> None:
        if index is not None:
            self.refresh(Region(0, index - self.top, self.content_size.width, self._last_of(index) - index + 1))

    def _first_of(self, index: int) -> int:
        """The row that a row continues, or that row itself."""
        while index > 0 and self.rows[index].continues:
            index -= 1
        return index

    def _last_of(self, index: int) -> int:
        """The last of the rows that continue a row, or that row itself."""
        while index + 1 < len(self.rows) and self.rows[index + 1].continues:
            index += 1
        return index

    def on_focus(self) -> None:
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        self._refresh_row(self.cursor)

    # Moving

    def action_cursor(self, by: int) -> None:
        if self.cursor is not None:
            self.go_to(self.cursor + by, by)
        else:
            # Without a cursor, the first press brings back the row that was current last.
            self.go_to(self._start or 0)

    def action_page(self, direction: int) -> None:
        self.go_to((self._start or 0) + direction * max(self._height - 1, 1), direction)

    def action_half_page(self, direction: int) -> None:
        self.go_to((self._start or 0) + direction * max(self._height // 2, 1), direction)

    def action_edge(self, direction: int) -> None:
        self.go_to(0 if direction < 0 else len(self.rows) - 1, -direction)

    def go_to(self, index: int, direction: int = 1) -> None:
        """Moves the cursor to a row, or further in a direction to the next that leads somewhere, if there is one.

        Posts `RowHighlighted`.
        """
        if not self.rows:
            return
        index = min(max(index, 0), len(self.rows) - 1)
        step = 1 if direction > 0 else -1
        found = self._target_from(index, step)
        if found is None:
            # Only headings are left there: they are scrolled into view, and the row before them is the last.
            self.scroll_rows(-len(self.rows) if step < 0 else len(self.rows))
            found = self._target_from(index, -step)
        if found is not None and found != self.cursor:
            self.target = self.targets[found]
            self._move_cursor(found)
            self._keep_top()
            self.post_message(self.RowHighlighted(self, self.rows[found]))

    def _target_from(self, index: int, step: int) -> int | None:
        """The first row that leads somewhere, from an index on; upwards if the step is -1. None if there is none."""
        end = -1 if step < 0 else len(self.rows)
        return next((at for at in range(index, end, step) if self.targets[at] is not None), None)

    # Scrolling

    @property
    def _height(self) -> int:
        return max(self.content_size.height, 1)

    def scroll_rows(self, by: int) -> None:
        """Scrolls by rows, up if negative; the cursor stays on its row."""
        top = max(min(self.top + by, len(self.rows) - self._height), 0)
        if top != self.top:
            self.top = top
            self._keep_top()
            self.refresh()

    def _scroll_to_cursor(self) -> None:
        if not self.content_size.height and self._kept_top is not None:
            # A list that is hidden is at the same height again when it is shown.
            return
        if self.cursor is not None:
            # A heading directly above stays visible too.
            headed = self.cursor > 0 and self.targets[self.cursor - 1] is None
            first = self.cursor - 1 if headed else self.cursor
            self.top = min(max(self.top, self._last_of(self.cursor) - self._height + 1), first)
        self.top = max(min(self.top, len(self.rows) - self._height), 0)

    def on_resize(self) -> None:
        if self._kept_top is not None:
            self.top = self._kept_top
        self._scroll_to_cursor()
        self.refresh()
        if self.row_width != self._width:
            self._width = self.row_width
            self.post_message(self.Resized())

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
            self.scroll_rows(at.y * len(self.rows) // self._height - self.top)
            return
        index = at.y + self.top
        if index < len(self.rows) and self.targets[index := self._first_of(index)] is not None:
            self.go_to(index)
            if event.chain == 2:
                self.post_message(self.RowSelected(self, self.rows[index]))

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the screen for the terminal's cursor: at the mark of the current row, if it is visible."""
        x, y, _, _ = self.content_region
        below = (self.cursor or 0) - self.top
        return Offset(x, y + below if 0 <= below < self._height else y)

    # Drawing

    def render_line(self, y: int) -> Strip:
        (width, height), theme_styles = self.content_size, self.theme_styles
        index = y + self.top
        scrolls = len(self.rows) > height
        room = width - 1 if scrolls else width
        blank = Strip.blank(room, theme_styles.ground)
        strip = self._render_row(index, room, theme_styles) if index < len(self.rows) else blank
        if not scrolls:
            return strip
        first = self.top * height // len(self.rows)
        last = (self.top + height - 1) * height // len(self.rows)
        bar = Segment("┃" if first <= y <= last else "│", theme_styles.ground + theme_styles.dim)
        return Strip([*strip, bar], width)

    def _render_row(self, index: int, width: int, theme_styles: ThemeStyles) -> Strip:
        row = self.rows[index]
        current = self._first_of(index) == self.cursor
        tinted = current and self.has_focus
        ground = theme_styles.ground + theme_styles.cursor if tinted else theme_styles.ground
        marker = "› " if index == self.cursor else " " if row.heading else "  "
        segments = [Segment(marker, ground + (theme_styles.accent if current else Style.null()))]
        room = width - len(marker) - 1
        # Between words of one direction and others, a wider gap tells the columns apart.
        gap = 2 if any(is_right_to_left(piece.text) for piece in (*row.left, *row.right)) else 1
        # The right side gets the space that the left one leaves, but at least two fifths of the row if it may.
        fifths = room if row.whole else min(room * 2 // 5, max(room - gap - row.needed, 0))
        right = _cut_first(row.right, max(room - gap - cells(row.left), fifths))
        left = (cut_words if row.prose else cut_line)(row.left, room - cells(right) - (gap if right else 0))
        filling = Segment(" " * (room - cells(left) - cells(right)), ground)
        segments += _segments(left, ground + Style(bold=True) if current else ground, theme_styles, tinted)
        segments += [filling, *_segments(right, ground, theme_styles, tinted)]
        return Strip(segments).adjust_cell_length(width, ground)


class UnfocusedRows(Rows, can_focus=False):
    """Rows that never have the focus: all keys are those of the screen."""


class ScrolledRows(Rows):
    """Rows that paging scrolls, while the cursor stays: there are few to choose from, or none."""

    def action_page(self, direction: int) -> None:
        self.scroll_rows(direction * max(self._height - 1, 1))

    def action_half_page(self, direction: int) -> None:
        self.scroll_rows(direction * max(self._height // 2, 1))


class PaneRows(Rows, inherit_bindings=False):
    """Rows in a pane of the main screen, in compare or in the timeline."""

    BINDINGS: ClassVar[list[BindingType]] = [*row_bindings()]
    """The keys of `Rows`, which the user can change here."""


def _cut_first(line: Line, width: int) -> Line:
    """A line of at most `width` cells, of which the first piece is cut, if that is enough: no sign after it is lost."""
    rest = cells(line[1:]) if plain(line[1:]).strip() else width
    return [*cut_line(line[:1], width - rest), *line[1:]] if rest < width else cut_line(line, width)


def _segments(line: Line, ground: Style, theme_styles: ThemeStyles, tinted: bool) -> list[Segment]:
    """A line as segments. On a tinted row, colours that may be hard to read there are left out."""
    segments = []
    for piece in line:
        style = theme_styles.of(piece.style)
        if tinted and (style.color or style.dim) and not style.bgcolor and piece.style not in theme_styles.hues:
            style = Style(bold=style.bold, underline=style.underline)
        segments.append(Segment(piece.text, ground + style))
    return segments
