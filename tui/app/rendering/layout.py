"""Lays out a text in rows of a width. Lines are wrapped when they are first needed."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from tui.text.document import Document, stretches
from tui.text.safe import NOT_SEEN, readable
from tui.text.span import Span
from tui.view.wrap import wrap

# A line that is not blank. Invisible characters at its start are skipped in one step.
_LINE = re.compile(rf"^{NOT_SEEN}*+[^\n].*", re.MULTILINE)


class RowPosition(NamedTuple):
    """A row, by its line and its number among the rows of that line."""

    line: int
    row: int


class Layout:
    """A document at a width, in lines: those of the text that are not blank, very long ones in several parts.

    Every line of the text takes its wrapped rows and an empty one, so that there is one row between paragraphs,
    whatever the file has between them. Lines are counted from 0. `notes` returns how many rows of notes are below a
    row of text; they are empty spans at the start of that row.
    """

    def __init__(self, document: Document, width: int, notes: Callable[[Span], int] | None = None) -> None:
        self.document = document
        self.width = max(width, 4)
        self._notes = notes or (lambda row: 0)
        self.rows = lru_cache(maxsize=4096)(self._rows)

    @cached_property
    def _starts(self) -> "array[int]":
        """The code point at the start of each line."""
        text, starts = self.document.text, array("L")
        for line in _LINE.finditer(text):
            starts.extend(part.start for part in stretches(text, Span(*line.span())))
        return starts or array("L", [0])

    def _span(self, line: int) -> tuple[Span, bool]:
        """The code points of a line without its line feed, and whether it ends a line of the text."""
        start, text = self._starts[line], self.document.text
        end = self.document.line_end(start)
        if line + 1 < len(self._starts) and self._starts[line + 1] < end:
            return Span(start, self._starts[line + 1]), False
        if end > start and text[end - 1] == "\r":
            end -= 1
        return Span(start, end), True

    def _rows(self, line: int) -> tuple[Span, ...]:
        """The rows of a line, including the empty one at its end; none if nothing of it is visible."""
        span, ends = self._span(line)
        text = self.document[span]
        if not readable(text).strip():
            return ()
        rows: list[Span] = []
        for part in wrap(text, self.width):
            row = Span(span.start + part.start, span.start + part.end)
            rows += [row, *[Span(row.start, row.start)] * self._notes(row)]
        return (*rows, *[Span(span.end, span.end)] * ends)

    def note_at(self, top: RowPosition) -> tuple[Span, int] | None:
        """For a row of notes, the row of text above it and the index of the note; None for any other row."""
        rows, text = self.rows(top.line), top.row
        while text > 0 and rows[text].start == rows[text].end:
            text -= 1
        belongs = text < top.row and rows[text].start == rows[top.row].start
        return (rows[text], top.row - text - 1) if belongs else None

    def position_of(self, offset: int) -> RowPosition:
        """The row that contains a code point."""
        line = max(bisect_right(self._starts, offset) - 1, 0)
        rows = self.rows(line)
        for number, row in enumerate(rows):
            # The end of a line belongs to its empty row, so that a window can be restored there.
            if offset < row.end or number == len(rows) - 1:
                return RowPosition(line, number)
        return self.moved_by(RowPosition(line, 0), 0)

    def offset_of(self, top: RowPosition) -> int:
        """The code point at the start of a row."""
        rows = self.rows(top.line)
        return rows[min(top.row, len(rows) - 1)].start if rows else self._starts[top.line]

    def moved_by(self, top: RowPosition, by: int) -> RowPosition:
        """The row `by` rows further down, or up if negative, but within the text."""
        line, row = top.line, top.row + by
        while row < 0 and line > 0:
            line -= 1
            row += len(self.rows(line))
        row = max(row, 0)
        while row >= len(self.rows(line)) and line + 1 < len(self._starts):
            row -= len(self.rows(line))
            line += 1
        while line > 0 and not self.rows(line):
            line -= 1
            row = len(self.rows(line)) - 1
        return RowPosition(line, max(min(row, len(self.rows(line)) - 1), 0))

    def window(self, top: RowPosition, height: int) -> Iterator[tuple[RowPosition, Span]]:
        """The rows from a row on that fit into a window of a height."""
        line, row = top
        left = height
        while left > 0 and line < len(self._starts):
            for number, span in enumerate(self.rows(line)[row:], row):
                if left == 0:
                    return
                yield RowPosition(line, number), span
                left -= 1
            line, row = line + 1, 0

    def distance(self, first: RowPosition, second: RowPosition, limit: int) -> int | None:
        """By how many rows the second is below the first; None if it is above it, or by more than `limit`."""
        if second < first:
            return None
        return next((i for i, (top, _) in enumerate(self.window(first, limit + 1)) if top == second), None)

    def last_top_position(self, height: int) -> RowPosition:
        """The last row at which a window of a height can start and still be full."""
        line = len(self._starts) - 1
        left = height + 1
        while line >= 0:
            rows = len(self.rows(line))
            # The empty row after the last line is not counted.
            if rows >= left:
                return RowPosition(line, rows - left)
            left -= rows
            line -= 1
        return RowPosition(0, 0)
