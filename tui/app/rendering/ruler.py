"""The ruler beside a text: a scroll bar with the places of the current record on it."""

from collections.abc import Iterable, Sequence

from tui.text.span import Span

CURRENT, OTHER, SEEN, UNSEEN = "●", "○", "┃", "│"
"""The current place, another of its record, and the part of the text that the window shows, or does not."""


class Ruler:
    """A ruler as high as a window of rows into a text of a length.

    It measures the text from end to end; where the window shows all of it, there is nothing to scroll, and each
    place is beside its row.
    """

    def __init__(self, length: int, height: int, rows: Sequence[Span], whole: bool) -> None:
        self._length, self._height = max(length, 1), height
        self._rows, self._whole = rows, whole

    def cell(self, offset: int) -> int:
        """The cell, counted from the top, where an offset of the text lies."""
        if self._whole:
            return next((y for y, row in enumerate(self._rows) if row.start <= offset < row.end), self._height)
        return min(offset, self._length - 1) * self._height // self._length

    def offset(self, cell: int) -> int:
        """The first offset that lies in a cell."""
        return -(-cell * self._length // self._height)

    def cells(self, current: int | None, others: Iterable[int]) -> list[str]:
        """What stands in each cell, for the offset of the current place and those of the others."""
        shown = [row for row in self._rows if row.start < row.end]
        cells = [" "] * self._height
        if not self._whole and shown:
            first, last = self.cell(shown[0].start), self.cell(shown[-1].end - 1)
            cells = [SEEN if first <= y <= last else UNSEEN for y in range(self._height)]
        marks = [(other, OTHER) for other in others]
        if current is not None:
            marks.append((current, CURRENT))
        for offset, mark in marks:
            if (y := self.cell(offset)) < self._height:
                cells[y] = mark
        return cells
