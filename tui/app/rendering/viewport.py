"""The part of a text that is on screen, and how it moves over the text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len

from tui.app.rendering.layout import Layout, RowPosition
from tui.app.rendering.ruler import Ruler
from tui.text.safe import readable
from tui.text.span import Span

AROUND = 2
"""Rows of text above and below a sentence that is revealed, as context."""

_ROOM = 10
"""The height of a window from which on it has room for rows above as well."""


@dataclass(frozen=True, eq=False)
class Frame:
    """The rows of a text that are on screen together. Cells are counted from the left edge of the text."""

    layout: Layout
    top: RowPosition
    height: int

    @cached_property
    def rows(self) -> list[tuple[RowPosition, Span]]:
        """The rows, each with its place in the layout."""
        return list(self.layout.window(self.top, self.height))

    @property
    def top_offset(self) -> int:
        """The code point at the start of the first row."""
        return self.layout.offset_of(self.top)

    @cached_property
    def visible(self) -> Span:
        """The code points from the first to the last row."""
        rows = [row for _, row in self.rows]
        text = [row for row in rows if row.start < row.end] or rows or [Span(0, 0)]
        return Span(text[0].start, text[-1].end)

    @cached_property
    def ruler(self) -> Ruler:
        """The scroll bar for these rows."""
        rows = [row for _, row in self.rows]
        whole = self.layout.last_top_position(self.height) == RowPosition(0, 0)
        return Ruler(len(self.layout.document.text), self.height, rows, whole)

    def cell_in(self, row: Span, offset: int) -> int:
        """The cell of a row where a code point is drawn."""
        return cell_len(readable(self.layout.document[Span(row.start, offset)]))

    def offset_at(self, cell: int, y: int) -> int | None:
        """The code point that is drawn in a cell of a row; None beside the text."""
        if cell < 0 or not 0 <= y < len(self.rows):
            return None
        row = self.rows[y][1]
        # Measured from the start of the row: joined characters take fewer cells than each by itself.
        return next((offset for offset in range(*row) if self.cell_in(row, offset + 1) > cell), None)


class Viewport:
    """A window over a text, which scrolls.

    When the text gets another layout, the line at the top stays the same. After several layouts in a row, as when a
    terminal is being resized, it is still the line that was there before the first of them.
    """

    def __init__(self, height: Callable[[], int]) -> None:
        self._get_height = height
        self.layout: Layout | None = None
        self._top = RowPosition(0, 0)
        self._anchor = 0, 0
        """The code point at the top after the last layout, and the one that was to be there."""
        self._frame: Frame | None = None
        """What was on screen last."""

    @property
    def height(self) -> int:
        """Rows of the window, at least 1."""
        return max(self._get_height(), 1)

    @property
    def frame(self) -> Frame | None:
        """What is on screen; the same object until the window moves, and None before there is a layout."""
        if self.layout is None:
            return None
        last, now = self._frame, (self.layout, self._top, self.height)
        if last is None or (last.layout, last.top, last.height) != now:
            self._frame = Frame(*now)
        return self._frame

    @property
    def top_offset(self) -> int:
        """The code point at the start of the first row."""
        return self.layout.offset_of(self._top) if self.layout else 0

    def open(self, layout: Layout) -> None:
        """Shows a text from its start."""
        self.layout, self._top, self._anchor, self._frame = layout, RowPosition(0, 0), (0, 0), None

    def close(self) -> None:
        """Shows no text."""
        self.layout = None

    def restore(self, offset: int) -> None:
        """Scrolls a code point to the first row."""
        if self.layout:
            self._move(self.layout.position_of(offset))
            self._anchor = self.top_offset, offset

    def relayout(self, layout: Layout, current: tuple[Span, Span] | None, *, scrolled: bool) -> None:
        """Shows the same text in another layout or height.

        `current` is what is current, with its context. It is revealed; if the user has `scrolled`, only if it was
        visible and no longer is.
        """
        seen = current is not None and self._frame is not None and self._frame.visible.overlaps(current[0])
        anchor = self._anchor[1] if self._anchor[0] == self.top_offset else self.top_offset
        self.layout = layout
        self._move(layout.position_of(anchor) if anchor else RowPosition(0, 0))
        frame = self.frame
        if current and frame and (not scrolled or (seen and not frame.visible.overlaps(current[0]))):
            self.reveal(*current)
        self._anchor = self.top_offset, anchor

    def reveal(self, span: Span, context: Span) -> None:
        """Scrolls until a span and its context are visible: not at all if they are, else to a third of the height."""
        layout, height = self.layout, self.height
        if layout is None:
            return
        first, last = layout.position_of(context.start), layout.position_of(max(context.end - 1, context.start))
        above = first if height < _ROOM else layout.moved_by(first, -AROUND)
        below = min(last if height < 4 else layout.moved_by(last, AROUND), layout.moved_by(self._last_top, height - 1))
        if None not in (layout.distance(self._top, row, height - 1) for row in (above, max(last, below))):
            return
        top = layout.moved_by(layout.position_of(span.start), -(height // 3))
        if layout.distance(first, last, height - 1) is not None:
            # The whole context fits.
            top = max(min(top, first), layout.moved_by(last, 1 - height))
        self._move(top)

    def scroll_by(self, rows: int) -> None:
        """Scrolls by rows: down, or up where negative."""
        if self.layout:
            self._move(self.layout.moved_by(self._top, rows))

    def scroll_to(self, offset: int, rows_above: int = 0) -> None:
        """Scrolls a code point to the row that has some rows above it."""
        if self.layout:
            self._move(self.layout.moved_by(self.layout.position_of(offset), -rows_above))

    def scroll_to_edge(self, direction: int) -> None:
        """Scrolls to the end of the text, or to its start if the direction is negative."""
        if self.layout:
            self._top = RowPosition(0, 0) if direction < 0 else self.layout.last_top_position(self.height)

    @property
    def _last_top(self) -> RowPosition:
        """The last row at which the window is still full."""
        assert self.layout is not None
        return self.layout.last_top_position(self.height)

    def _move(self, top: RowPosition) -> None:
        """Moves the window, but not beyond the last full one."""
        self._top = min(top, self._last_top)
