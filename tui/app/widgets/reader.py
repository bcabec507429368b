"""The reader: an article with its highlights and one current occurrence."""

from dataclasses import replace
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from tui.app.commands.actions import TEXT, bindings
from tui.app.model.highlights import KINDS, QUIET, step_order
from tui.app.model.occurrences import uncaptured
from tui.app.model.place import Place
from tui.app.model.shown import Shown, article_of, shown_in
from tui.app.model.workspace import Workspace
from tui.app.rendering.layout import Layout, RowPosition
from tui.app.rendering.reader_titles import article_parts, position_parts
from tui.app.rendering.ruler import CURRENT, OTHER
from tui.app.rendering.text_rows import GUTTER, RowRenderer, located, tags_below
from tui.app.rendering.text_selection import selected_in_line, selected_span, selected_text
from tui.app.rendering.viewport import Frame, Viewport
from tui.app.widgets.themed import ThemedWidget
from tui.dossier.occurrence import Occurrence
from tui.text.document import Document
from tui.text.sorted_spans import Ordered
from tui.text.span import Span

MEASURE = 76
"""Columns of the text at most."""

BESIDE_TITLE = 6
"""Columns of the border that a title leaves free."""

LAYOUTS = 8
"""Layouts that are kept: each move in a list may lead to another article, and back."""


class Reader(ThemedWidget, can_focus=True):
    """Shows the article of a place, scrolled so that its current occurrence is visible.

    Only the rows on screen are laid out and rendered. Left of the text, a gutter marks the current sentence (`▌`),
    other occurrences of the same record (`•`, or `/` for hits of a search) and what is not captured (`?`). Right of
    it, a ruler shows which part of the text is visible, and where the occurrences are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT)]
    """The actions that `tui.app.commands.actions` lists for the text."""

    place: reactive[Place | None] = reactive(None, init=False)
    """What to show."""
    uncaptured: reactive[bool] = reactive(False, init=False)
    """Whether numbers and names that the catalog does not capture are marked."""
    mode: reactive[str] = reactive(QUIET, init=False)
    """How highlights are shown: one of `MODES`."""
    jump_labels: reactive[dict[Offset, str]] = reactive({}, init=False)
    """Labels over the text, by the cell of the content where each begins."""

    class OccurrenceSelected(Message):
        """Posted when the user has selected an occurrence, by key or mouse."""

        def __init__(self, occurrence: Occurrence, anchor: int | None = None) -> None:
            super().__init__()
            self.occurrence = occurrence
            """The selected occurrence."""
            self.anchor = anchor
            """The code point to keep at the top; None if the text may scroll."""

    class SelectionChanged(Message):
        """Posted when words were selected with the mouse, or no longer are."""

    class DoubleClicked(Message):
        """Posted when the text was clicked twice, which does the same as Enter."""

    def __init__(self, workspace: Workspace, id: str | None = None, title_prefix: str = "") -> None:
        """`title_prefix` is put before the title in the border."""
        super().__init__(id=id)
        self.article: str | None = None
        """The id of the article that is shown."""
        self._workspace, self._title_prefix = workspace, title_prefix
        self._viewport = Viewport(lambda: self.content_size.height)
        self._layout_of = lru_cache(maxsize=LAYOUTS)(self._new_layout)
        self._ruler_cells = lru_cache(maxsize=1)(_ruler_cells)
        self._shown = Shown()
        self._renderer: RowRenderer | None = None
        """Renders the rows; None once something has changed that they depend on."""
        self._scrolled = False
        """Whether the user has scrolled since the place was shown."""
        self._unseen = False
        """Whether the current occurrence is not revealed yet, because there is no room for the text."""

    def set_workspace(self, workspace: Workspace) -> None:
        """Shows the text and its highlights in another workspace, with the same line at the top."""
        anchor, scrolled = self.scrolled_to, self._scrolled
        self._workspace, self.jump_labels = workspace, {}
        self._viewport.close()
        self._layout_of.cache_clear()
        self.screen.clear_selection()
        if self.article not in workspace.dossier.articles:
            self.article = None
        if self.place is not None:
            self._show(replace(self.place, anchor=anchor))
        self._scrolled = scrolled

    # What is on screen

    @property
    def document(self) -> Document | None:
        """The text of the article."""
        return self._workspace.dossier.documents[self.article] if self.article else None

    @property
    def scrolled_to(self) -> int | None:
        """The code point at the start of the first row, for coming back later; None if it was never visible."""
        return None if self._unseen else self._viewport.top_offset

    @property
    def kept_at(self) -> int | None:
        """The same if the user has scrolled; None if the text may scroll where its pane gets another height."""
        return self.scrolled_to if self._scrolled else None

    @property
    def visible_span(self) -> Span:
        """The code points from the first to the last visible row."""
        frame = self._viewport.frame
        return frame.visible if frame else Span(0, 0)

    @property
    def text_width(self) -> int:
        """Columns of the gutter and the text together."""
        return max(self.content_size.width - 1, 1)

    @property
    def draft_span(self) -> Span | None:
        """The words to make a draft of: those selected with the mouse, else the current ones if no record has them."""
        current, known = self._shown.current, self._workspace.dossier.get(self.place.record if self.place else "")
        return self.selected or (current.span if current and known is None else None)

    @property
    def selected(self) -> Span | None:
        """The code points that are selected with the mouse."""
        return selected_span(self.text_selection, self.document) if self.text_selection and self.document else None

    def visible_occurrences(self) -> list[tuple[Offset, Occurrence]]:
        """The visible occurrences that one can go to, each with the first cell of the content that it takes."""
        frame, found = self._viewport.frame, dict[Occurrence, Offset]()
        for y, (_, row) in enumerate(frame.rows if frame and self.region else ()):
            for occurrence in self._occurrences_in(row) if row.start < row.end else ():
                cell = frame.cell_in(row, max(occurrence.span.start, row.start)) if frame else 0
                found.setdefault(occurrence, Offset(GUTTER + cell, y))
        return [(cell, occurrence) for occurrence, cell in found.items()]

    def _occurrences_in(self, span: Span) -> list[Occurrence]:
        """The occurrences in some part of the text that one can go to."""
        if self.article is None:
            return []
        other = (uncaptured(self.article, each) for each in self._marked_uncaptured.within(span))
        return [*self._workspace.highlights.within(self.article, span), *other]

    @property
    def _marked_uncaptured(self) -> Ordered:
        return self._workspace.highlights.uncaptured(self.article) if self.uncaptured and self.article else Ordered()

    # Showing a place

    def watch_place(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def watch_uncaptured(self) -> None:
        self._redraw()

    def watch_mode(self) -> None:
        self._relayout()

    def on_resize(self) -> None:
        if self._viewport.layout is None and self.place is not None:
            self._show(self.place)
        else:
            self._relayout()

    def _show(self, place: Place) -> None:
        current, viewport = self._workspace.occurrence_at(place), self._viewport
        article = current.article if current else article_of(place, self._workspace, self.article)
        if article is None:
            return
        if viewport.layout is None and not self.content_size.width:
            # It is laid out once its width is known.
            self.article, self._unseen = article, True
            self._update_titles()
            return
        if article != self.article or viewport.layout is None:
            self.article = article
            viewport.open(self._layout_of(article, self._measure, self.mode))
        self._shown = shown_in(article, place, self._workspace)
        self._scrolled = place.anchor is not None
        self._unseen = place.anchor is None and not self.content_size.height
        if place.anchor is not None:
            viewport.restore(place.anchor)
        elif current and not self._unseen:
            viewport.reveal(current.span, self._shown.context)
        self._redraw()

    @property
    def _measure(self) -> int:
        """Columns of the text."""
        return max(min(MEASURE, self.content_size.width - GUTTER - 2), 4)

    def _new_layout(self, article: str, measure: int, mode: str) -> Layout:
        def tag_lines(row: Span) -> int:
            return len(tags_below(self._workspace.highlights, article, row, measure))

        return Layout(self._workspace.dossier.documents[article], measure, tag_lines if mode == KINDS else None)

    def _relayout(self) -> None:
        """Lays out the same article again, with the same line at the top."""
        if self._viewport.layout is None or self.article is None:
            return
        shown = (current.span, self._shown.context) if (current := self._shown.current) else None
        layout = self._layout_of(self.article, self._measure, self.mode)
        self._viewport.relayout(layout, shown, scrolled=self._scrolled)
        self._unseen = self._unseen and not self.content_size.height
        self._redraw()

    def _redraw(self) -> None:
        self._renderer = None
        self._update_titles()
        self.refresh()

    def _update_titles(self) -> None:
        if self.article is None:
            return
        frame = self._viewport.frame
        position = position_parts(self.place, self.article, self._shown, frame, self._workspace) if frame else []
        # Without a lower border, the upper one has the position too.
        above = [] if self.styles.border_bottom[0] else position[:-1]
        parts = [*above, *article_parts(self.article, self._workspace.dossier)]
        # A date is shown whole or not at all.
        whole = cell_len(f"{self._title_prefix} {' · '.join(parts)}") <= self.outer_size.width - BESIDE_TITLE
        title = " · ".join(parts if whole else parts[: len(above) + 1])
        self.border_title = Content(" ".join(filter(None, (self._title_prefix, title))))
        self.border_subtitle = Content(" · ".join(position))

    # Moving

    def scroll_by(self, rows: int) -> None:
        """Scrolls the text by rows, up if negative; the place stays the same."""
        if self._viewport.layout is None:
            return
        self._viewport.scroll_by(rows)
        self._scrolled = True
        self._update_titles()
        self.refresh()

    def action_scroll_rows(self, rows: int) -> None:
        self.scroll_by(rows)

    def action_half_page(self, direction: int) -> None:
        self.scroll_by(direction * max(self._viewport.height // 2, 1))

    def action_page(self, direction: int) -> None:
        self.scroll_by(direction * max(self._viewport.height - 2, 1))

    def action_edge(self, direction: int) -> None:
        self._viewport.scroll_to_edge(direction)
        self.scroll_by(0)

    def action_highlight(self, direction: int) -> None:
        """Selects the next occurrence after the current one if that is visible, else after the first row."""
        if self.article is None:
            return
        current = self._shown.current
        visible = current is not None and self.visible_span.overlaps(current.span)
        position = step_order(current) if current and visible else (self.visible_span.start, 0, "")
        highlights = self._workspace.highlights
        following = highlights.next_step(self.article, position, direction, with_uncaptured=self.uncaptured)
        if following:
            self.post_message(self.OccurrenceSelected(following))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(-3)

    def on_click(self, event: events.Click) -> None:
        """Selects the innermost occurrence under the mouse, or the next outer one; on the ruler, scrolls there."""
        # Otherwise Textual would select the whole text at a second click.
        event.prevent_default()
        at, frame = event.get_content_offset(self), self._viewport.frame
        # A drag ends with a click, too.
        if at is None or frame is None or self.selected:
            return
        if event.chain == 2:
            self.post_message(self.DoubleClicked())
        elif at.x == self.content_size.width - 1:
            self._scroll_to_ruler_cell(frame, at.y)
        elif (offset := frame.offset_at(at.x - GUTTER, at.y)) is not None:
            self._select_at(offset)

    def _scroll_to_ruler_cell(self, frame: Frame, y: int) -> None:
        """Scrolls to the first occurrence in a cell of the ruler, or to the part of the text that it represents."""
        marked = next((span.start for span in self._shown.marked if frame.ruler.cell(span.start) == y), None)
        if marked is None:
            self._viewport.scroll_to(frame.ruler.offset(y))
        else:
            self._viewport.scroll_to(marked, rows_above=frame.height // 3)
        self.scroll_by(0)

    def _select_at(self, offset: int) -> None:
        found = self._occurrences_in(Span(offset, offset + 1))
        found.sort(key=lambda each: (each.span.end - each.span.start, each.record))
        current = self._shown.current
        chosen = [i for i, each in enumerate(found) if current and step_order(each) == step_order(current)]
        if found:
            following = found[(chosen[0] + 1) % len(found)] if chosen else found[0]
            self.post_message(self.OccurrenceSelected(following, self.scrolled_to))

    # Drawing

    def render_line(self, y: int) -> Strip:
        width, styles, layout = self.content_size.width, self.theme_styles, self._viewport.layout
        if width and (layout is None or layout.width != self._measure):
            # Drawn before the Resize event: the first drawing should already be the final one.
            self.on_resize()
        frame = self._viewport.frame
        if frame is None:
            return Strip.blank(width)
        if y < len(frame.rows):
            strip = self._row(*frame.rows[y], frame.layout)
        else:
            end = located(frame.layout.document, len(frame.layout.document.text))
            strip = Strip([Segment(" " * (width - 1), styles.ground + end)], width - 1)
        for start, label in self.jump_labels.items():
            if start.y == y:
                segment = Segment(label, styles.ground + styles.letter)
                strip = Strip([*strip.crop(0, start.x), segment, *strip.crop(start.x + len(label))])
        cell = self._ruler_cells(frame, self._shown)[y]
        style = styles.accent if cell in (CURRENT, OTHER) else styles.dim
        return Strip([*strip, Segment(cell, styles.ground + style)], width)

    def _row(self, top: RowPosition, row: Span, layout: Layout) -> Strip:
        if self._renderer is None or self._renderer.theme_styles is not self.theme_styles:
            self._renderer = RowRenderer(
                article=self.article or "",
                layout=layout,
                highlights=self._workspace.highlights,
                shown=self._shown,
                uncaptured=self._marked_uncaptured,
                mode=self.mode,
                theme_styles=self.theme_styles,
            )
        selection = self.text_selection
        selected = selected_in_line(selection, layout.document, row.start) if selection else None
        return self._renderer.render(top, row, self.content_size.width - 1, selected)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the screen for the terminal's cursor: at the current words, else where the text starts."""
        x, y, _, _ = self.content_region
        frame, current = self._viewport.frame, self._shown.current
        for below, (_, row) in enumerate(frame.rows if frame else ()):
            if frame and current and row.start <= current.span.start < row.end:
                return Offset(x + GUTTER + frame.cell_in(row, current.span.start), y + below)
        return Offset(x + GUTTER, y)

    # Selecting with the mouse

    def on_mouse_down(self) -> None:
        # Until it is released, the mouse selects here, wherever it is.
        self.capture_mouse()

    def on_mouse_up(self) -> None:
        self.release_mouse()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return (selected_text(selection, self.document), "\n") if self.document else None

    def selection_updated(self, selection: Selection | None) -> None:
        self.post_message(self.SelectionChanged())
        self._renderer = None
        self.refresh()


class SideReader(Reader, can_focus=False):
    """A reader that never has the focus: it shows where the rows beside it lead, and the screen scrolls it."""


def _ruler_cells(frame: Frame, shown: Shown) -> list[str]:
    current = shown.current.span.start if shown.current else None
    return frame.ruler.cells(current, (other.start for other in shown.others))
