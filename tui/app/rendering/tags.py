"""Tags: the kind of each highlight in a word, under the row of text that it stands in."""

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


MOST = 12
"""Lines of tags below a row of text: any number of records can be in one place."""


class Tag(NamedTuple):
    """A word and dots, from a cell of the row on."""

    start: int
    text: str
    style: str

    def fits_beside(self, other: "Tag") -> bool:
        """Whether at least a cell stays free between the two."""
        return self.start + len(self.text) < other.start or other.start + len(other.text) < self.start


def tag_lines(text: str, row: Span, highlights: Iterable[tuple[Span, str]], width: int) -> list[list[Tag]]:
    """The lines of tags below a row of a text: what is too close to another takes the next, the outer below the inner.

    `highlights` are spans with the names of their styles. A highlight that began in an earlier row goes on in dots
    alone. Of many records in one place, some have no tag.
    """
    lines: list[list[Tag]] = []
    for span, style in sorted(highlights, key=lambda highlight: highlight[0].end - highlight[0].start):
        first, last = max(span.start, row.start), min(span.end, row.end)
        cells = cell_len(readable(text[first:last]))
        word = _WORDS[style] if first == span.start else ""
        size = max(cells, len(word))
        # At the end of the row a word stands further left rather than cut.
        start = max(min(cell_len(readable(text[row.start : first])), width - size), 0)
        tag = Tag(start, f"{word:·<{size}}", style)
        line = next((line for line in lines if all(tag.fits_beside(other) for other in line)), None)
        if line is not None:
            line.append(tag)
        elif len(lines) < MOST:
            lines.append([tag])
    return [sorted(line) for line in lines]


def tag_segments(tags: Iterable[Tag], theme_styles: ThemeStyles) -> list[Segment]:
    """A line of tags as it is drawn."""
    segments: list[Segment] = []
    cells = 0
    for tag in tags:
        style = theme_styles.ground + theme_styles.dim + theme_styles.hues.get(tag.style, Style.null())
        segments += [Segment(" " * (tag.start - cells), theme_styles.ground), Segment(tag.text, style)]
        cells = tag.start + len(tag.text)
    return segments
