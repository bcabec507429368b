"""What the user has selected with the mouse, in code points.

Textual's selection of a reader counts columns and lines of the stored text, from 0, as its rows carry them.
"""

from textual.selection import Selection

from tui.text.document import Document
from tui.text.safe import readable
from tui.text.span import Span


def selected_span(selection: Selection, document: Document) -> Span | None:
    """The selected code points without white space at the ends; None if there are none."""
    start = document.offset(selection.start.y + 1, selection.start.x + 1) if selection.start else 0
    end = document.offset(selection.end.y + 1, selection.end.x + 1) if selection.end else len(document.text)
    words = document.text[start:end].strip()
    if not words:
        return None
    start = document.text.index(words, start)
    return Span(start, start + len(words))


def selected_in_line(selection: Selection, document: Document, offset: int) -> Span | None:
    """The part of a selection in the line that holds a code point."""
    line = document.line(offset)
    columns = selection.get_span(line - 1)
    if columns is None:
        return None
    end = document.line_end(offset) if columns[1] == -1 else document.offset(line, columns[1] + 1)
    return Span(document.offset(line, columns[0] + 1), end)


def selected_text(selection: Selection, document: Document) -> str:
    """The selected words, without control characters and white space at the ends."""
    span = selected_span(selection, document)
    return "\n".join(map(readable, document[span].splitlines())) if span else ""
