"""Text fitted to a width in cells, in any script: wrapped into rows, or cut and ended with …"""

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from tui.text.fold import is_unspaced
from tui.text.span import Span
from tui.view.styled_text import Line, StyledText

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
    """A line of at most `width` cells: a wider line is cut and ends with …"""
    if cells(line) <= width:
        return line
    fitting: Line = []
    left = width
    for piece in line:
        size = cell_len(piece.text)
        if size >= left:
            # Something follows even where this one just fits.
            return [*fitting, StyledText(set_cell_size(piece.text, left - 1) + "…", piece.style)] if left > 0 else []
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
    """The spans of the rows of a text: broken at white space, in scripts without spaces at any character.

    A word that is wider than a row is broken anywhere.
    """
    if text.isascii() and len(text) <= width:
        yield Span(0, len(text))
        return
    start = 0
    while start < len(text):
        end = _row_end(text, start, width)
        yield Span(start, end)
        start = end
        while start < len(text) and text[start].isspace():
            start += 1


def _row_end(text: str, start: int, width: int) -> int:
    """Where the row that begins at `start` ends."""
    cells, breakable = 0, start
    for position in range(start, len(text)):
        character = text[position]
        cells += 1 if character < "\x7f" else get_character_cell_size(character)
        if cells > width and not character.isspace():
            return breakable if breakable > start else max(position, start + 1)
        if character.isspace():
            if cells > width:
                return position
            breakable = position
        elif character in "-–—/" or is_unspaced(character):
            breakable = position + 1
    return len(text)
