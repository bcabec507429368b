"""Renders the rows of an article: gutter, highlighted text, and lines of tags below it."""

from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.model.highlights import NONE, Highlights
from tui.app.model.shown import Shown
from tui.app.rendering.layout import Layout, RowPosition
from tui.app.rendering.styling import layered, style_name, style_of
from tui.app.rendering.tags import Tag, tag_lines, tag_segments
from tui.app.rendering.theme_styles import ThemeStyles
from tui.dossier.occurrence import Occurrence
from tui.text.document import Document
from tui.text.safe import readable_runs
from tui.text.sorted_spans import Ordered, text_order
from tui.text.span import Span
from tui.text.structure import Part

GUTTER = 2
"""Columns left of the text."""


def tags_below(highlights: Highlights, article: str, row: Span, width: int) -> list[list[Tag]]:
    """The lines of tags below a row of an article."""
    dossier = highlights.dossier
    styled = [(each.span, style_name(each, dossier)) for each in highlights.within(article, row)]
    return tag_lines(dossier.documents[article].text, row, styled, width)


def located(document: Document, offset: int) -> Style:
    """What tells Textual's selection which code point of the stored text is drawn in a segment."""
    line, column = document.position(offset)
    return Style.from_meta({"offset": (column - 1, line - 1)})


@dataclass(kw_only=True, eq=False)
class RowRenderer:
    """Renders rows of an article, and keeps them. It is replaced when anything changes that they depend on."""

    article: str
    layout: Layout
    highlights: Highlights
    shown: Shown
    uncaptured: Ordered
    """The spans to mark because the catalog does not capture them."""
    mode: str
    """How highlights are shown: one of `MODES`."""
    theme_styles: ThemeStyles
    _strips: dict[RowPosition, Strip] = field(default_factory=dict, init=False)

    def render(self, top: RowPosition, row: Span, width: int, selected: Span | None) -> Strip:
        """Renders a row, given by its place in the layout and its code points, with the gutter, in some columns."""
        if selected is not None:
            return self._render(top, row, width, selected)
        if top not in self._strips:
            self._strips[top] = self._render(top, row, width, None)
        return self._strips[top]

    def _render(self, top: RowPosition, row: Span, width: int, selected: Span | None) -> Strip:
        start = located(self.layout.document, row.start)
        if noted := self.layout.note_at(top):
            segments = self._tags(*noted)
        else:
            segments = [self._gutter(row), *self._text(row, selected)]
        # Cell by cell, so that a click in the gutter is one at the start of the row.
        gutter = [Segment(cell, (segments[0].style or Style.null()) + start) for cell in segments[0].text]
        if row.start == row.end:
            segments.append(Segment("", start))
        return Strip([*gutter, *segments[1:]]).adjust_cell_length(width, self.theme_styles.ground)

    def _tags(self, row: Span, number: int) -> list[Segment]:
        """One of the lines of tags below a row."""
        tags = tags_below(self.highlights, self.article, row, self.layout.width)[number]
        return [Segment(" " * GUTTER, self.theme_styles.ground), *tag_segments(tags, self.theme_styles)]

    def _gutter(self, row: Span) -> Segment:
        """Marks the current sentence, other occurrences, and what is not captured."""
        styles = self.theme_styles
        # A row that only ends where the sentence begins is not part of it.
        if self.shown.current and row.start < row.end and self.shown.context.overlaps(row):
            return Segment("▌ ", styles.ground + styles.accent)
        if self.shown.others.within(row):
            return Segment("/ " if self.shown.is_search else "• ", styles.ground + styles.accent)
        if self.uncaptured.within(row):
            return Segment("? ", styles.ground + styles.warning)
        return Segment("  ", styles.ground)

    def _text(self, row: Span, selected: Span | None) -> list[Segment]:
        """The text of a row; each segment carries where it is in the stored text, for selecting with the mouse."""
        document = self.layout.document
        segments = []
        for span, style in layered(row, self._layers(row, selected), self.theme_styles.ground):
            # Within a run, one character is drawn for each stored one.
            for offset, text in readable_runs(document[span]):
                segments.append(Segment(text, style + located(document, span.start + offset)))
        return segments

    def _layers(self, row: Span, selected: Span | None) -> list[tuple[Span, Style]]:
        """The styles in a row, from the bottom up: sentence, highlights, occurrences of the place, selection."""
        styles, shown = self.theme_styles, self.shown
        layers = [(shown.context, styles.sentence)] if shown.current else []
        parts = self.highlights.parts_within(self.article, row)
        found = [] if self.mode == NONE else self.highlights.within(self.article, row)
        highlights: list[Part | Occurrence] = [*parts, *found]
        layers += [(each.span, self._style_of(each)) for each in sorted(highlights, key=text_order)]
        layers += [(span, styles.uncaptured) for span in self.uncaptured.within(row)]
        layers += [(span, styles.hit if shown.is_search else styles.sibling) for span in shown.others.within(row)]
        layers += [(shown.current.span, styles.current)] if shown.current else []
        layers += [(selected, styles.selection)] if selected else []
        return layers

    def _style_of(self, highlight: Part | Occurrence) -> Style:
        if isinstance(highlight, Part):
            return style_of(highlight.kind, self.theme_styles)
        dossier = self.highlights.dossier
        return style_of(style_name(highlight, dossier), self.theme_styles, highlight.record in dossier.background)
