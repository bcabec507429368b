"""Text fitted to a width in cells, in any script: wrapped into rows, or cut and ended with …"""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from tui.text.line_breaks import clusters, unbreakable
from tui.text.safe import NOTHING, readable_in_place
from tui.text.span import Span
from tui.view.styled_text import Line, StyledText, plain

LONG_WORD = 20
"""Characters that a line is shortened by at most, so that it ends with a whole word."""

NARROWEST = 20
"""The least number of cells for a sentence beside a label."""


def cut(text: str, width: int) -> str:
    """A text of at most `width` cells, which is at least 1: a wider text is cut and ends with …"""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


def cut_at_break(text: str, width: int) -> str:
    """A text of at most `width` cells: a wider text is cut where a row may break and ends with …"""
    if cell_len(text) <= width:
        return text
    first = next(wrap(text, max(width - 1, 1)))
    return text[: first.end].rstrip() + "…"


def cut_line(line: Line, width: int) -> Line:
    """A line of at most `width` cells: a wider line is cut and ends with …, unless only blanks are cut off."""
    if cells(line) <= width:
        return line
    text = plain(line)
    blanks = cell_len(text[len(text.rstrip()) :])
    end = "…" if cells(line) - blanks > width else ""
    fitting: Line = []
    left = width
    for piece in line:
        size = cell_len(piece.text)
        if size >= left:
            # Also where the piece just fits: more of the line follows it, so that it is cut for the mark.
            shown = set_cell_size(piece.text, left - len(end)) + end
            return [*fitting, StyledText(shown, piece.style)] if left > 0 else []
        fitting.append(piece)
        left -= size
    return fitting


def cut_words(line: Line, width: int) -> Line:
    """A line of at most `width` cells: a wider line ends with … after a whole word, if one is near."""
    if cells(line) <= width:
        return line
    shorter = cut_line(line, width)
    *before, last = shorter or [StyledText("")]
    head = last.text.removesuffix("…")
    space = head.rstrip().rfind(" ")
    if space > 0 and len(head) - space <= LONG_WORD:
        return [*before, StyledText(head[:space].rstrip(" ,;:") + " …", last.style)]
    return shorter


def wrap_line(line: Line, width: int) -> Iterator[Line]:
    """A line in rows of a width in cells."""
    text = "".join(piece.text for piece in line)
    for row in wrap(text, width):
        shown: Line = []
        position = 0
        for piece in line:
            start, end = max(row.start - position, 0), min(row.end - position, len(piece.text))
            if start < end:
                shown.append(StyledText(piece.text[start:end], piece.style))
            position += len(piece.text)
        yield shown


def cells(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cell_len(piece.text) for piece in line)


def beside(line: Line, width: int) -> Iterator[Line]:
    """The last piece of a line, wrapped beside the pieces before it."""
    *label, sentence = line
    indent = cells(label)
    for start, end in list(wrap(sentence.text, max(width - indent, NARROWEST))) or [Span(0, 0)]:
        before = [StyledText(" " * indent)] if start else label
        yield [*before, StyledText(sentence.text[start:end], sentence.style)]


def wrap(text: str, width: int) -> Iterator[Span]:
    """The spans of the rows of a text as it is read, broken by the rules of Unicode; white space between them goes.

    What may not break and is wider than a row is broken between characters.
    """
    shown = readable_in_place(text)
    if shown.isascii() and len(shown) <= width:
        yield Span(0, len(text))
        return
    blanked = shown.replace(NOTHING, " ")
    row = row_end = start = 0
    left = width
    for part in unbreakable(text):
        part_end = start + len(part)
        end = start + len(blanked[start:part_end].rstrip())
        needed = cell_len(shown[start:end])
        for piece in clusters(text[start:end]) if needed > width else [text[start:end]]:
            end = start + len(piece)
            size = cell_len(shown[start:end])
            # A word begins on the next row before it is broken; the first of a row always fits.
            if max(needed, size) > left and left < width:
                if row < row_end:
                    yield Span(row, row_end)
                row, left = start, width
            needed = 0
            start = row_end = end
            left -= size
        # White space is part of a row only if a word follows there.
        left -= cell_len(shown[start:part_end])
        start = part_end
    if row < row_end:
        yield Span(row, row_end)
