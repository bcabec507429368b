"""Tags: words below a row of text for the kinds of its highlights."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.app.rendering.theme_styles import ThemeStyles
from tui.text.safe import readable
from tui.text.span import Span
from tui.view.styled_text import FAMILY_WORDS

_WORDS = {**FAMILY_WORDS, "number": "figure", "event": "date"}


MAX_LINES = 12
"""Lines of tags below a row of text at most."""


class Tag(NamedTuple):
    """A word and dots, as long as the highlight above."""

    start: int
    """The cell of the row where it starts."""
    text: str
    style: str
    """The name of its style."""

    def fits_beside(self, other: "Tag") -> bool:
        """Whether there is at least one free cell between the two."""
        return self.start + len(self.text) < other.start or other.start + len(other.text) < self.start


def tag_lines(text: str, row: Span, highlights: Iterable[tuple[Span, str]], width: int) -> list[list[Tag]]:
    """The lines of tags below a row of a text, each sorted by cell. Outer highlights are below inner ones.

    `highlights` are spans with the names of their styles; `width` is in cells. A highlight that started in an
    earlier row has a tag of dots only. Tags beyond `MAX_LINES` are left out.
    """
    lines: list[list[Tag]] = []
    for span, style in sorted(highlights, key=lambda highlight: highlight[0].end - highlight[0].start):
        first, last = max(span.start, row.start), min(span.end, row.end)
        cells = cell_len(readable(text[first:last]))
        word = _WORDS[style] if first == span.start else ""
        size = max(cells, len(word))
        # At the end of the row, a word is moved to the left rather than cut.
        start = max(min(cell_len(readable(text[row.start : first])), width - size), 0)
        tag = Tag(start, f"{word:·<{size}}", style)
        line = next((line for line in lines if all(tag.fits_beside(other) for other in line)), None)
        if line is not None:
            line.append(tag)
        elif len(lines) < MAX_LINES:
            lines.append([tag])
    return [sorted(line) for line in lines]


def tag_segments(tags: Iterable[Tag], theme_styles: ThemeStyles) -> list[Segment]:
    """A line of tags as segments."""
    segments: list[Segment] = []
    cells = 0
    for tag in tags:
        style = theme_styles.ground + theme_styles.dim + theme_styles.hues.get(tag.style, Style.null())
        segments += [Segment(" " * (tag.start - cells), theme_styles.ground), Segment(tag.text, style)]
        cells = tag.start + len(tag.text)
    return segments
