"""What the user has selected with the mouse, in code points.

Textual's selection of a reader counts columns and lines of the stored text, from 0, as its rows carry them.
"""

from textual.selection import Selection

from tui.text.document import Document
from tui.text.fold import whole_words
from tui.text.safe import readable
from tui.text.span import Span


def selected_span(selection: Selection, document: Document) -> Span | None:
    """The selected words and numbers, whole: a citation of a part would say something else. None if there are none."""
    span = whole_words(document.text, _selected(selection, document))
    return span if span.start < span.end else None


def _selected(selection: Selection, document: Document) -> Span:
    start = document.offset(selection.start.y + 1, selection.start.x + 1) if selection.start else 0
    end = document.offset(selection.end.y + 1, selection.end.x + 1) if selection.end else len(document.text)
    return Span(start, max(start, end))


def selected_in_line(selection: Selection, document: Document, offset: int) -> Span | None:
    """The part of a selection in the line that holds a code point."""
    line = document.line(offset)
    columns = selection.get_span(line - 1)
    if columns is None:
        return None
    end = document.line_end(offset) if columns[1] == -1 else document.offset(line, columns[1] + 1)
    return Span(document.offset(line, columns[0] + 1), end)


def selected_text(selection: Selection, document: Document) -> str:
    """What is selected, without control characters and white space at the ends."""
    words = document[_selected(selection, document)].strip()
    return "\n".join(map(readable, words.splitlines()))
