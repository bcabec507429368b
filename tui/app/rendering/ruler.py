"""The ruler beside a text: a scroll bar that also shows where the current record occurs."""

from collections.abc import Iterable, Sequence

from tui.text.span import Span

CURRENT, OTHER, VISIBLE, HIDDEN = "●", "○", "┃", "│"
"""The current occurrence, another one of the record, and the parts of the text that are visible or not."""


class Ruler:
    """A ruler of some height, for a text of some length and the rows of it that are visible.

    It represents the whole text. If all of that is visible (`whole`), each occurrence is marked beside its row.
    """

    def __init__(self, length: int, height: int, rows: Sequence[Span], whole: bool) -> None:
        self._length, self._height = max(length, 1), height
        self._rows, self._whole = rows, whole

    def cell(self, offset: int) -> int:
        """The cell of a code point, counted from the top."""
        if self._whole:
            return next((y for y, row in enumerate(self._rows) if row.start <= offset < row.end), self._height)
        return min(offset, self._length - 1) * self._height // self._length

    def offset(self, cell: int) -> int:
        """The first code point of a cell."""
        return -(-cell * self._length // self._height)

    def cells(self, current: int | None, others: Iterable[int]) -> list[str]:
        """The characters of the ruler. `current` and `others` are the code points where occurrences start."""
        shown = [row for row in self._rows if row.start < row.end]
        cells = [" "] * self._height
        if not self._whole and shown:
            first, last = self.cell(shown[0].start), self.cell(shown[-1].end - 1)
            cells = [VISIBLE if first <= y <= last else HIDDEN for y in range(self._height)]
        marks = [(other, OTHER) for other in others]
        if current is not None:
            marks.append((current, CURRENT))
        for offset, mark in marks:
            if (y := self.cell(offset)) < self._height:
                cells[y] = mark
        return cells
