"""The reader: an article, wrapped, its highlights by kind, and one current spot. Draws the visible lines only."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.app.commands.actions import TEXT, bindings
from tui.app.model.highlights import KINDS, NONE, QUIET, step_order
from tui.app.model.occurrences import HITS, uncaptured
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.layout import Layout, Top
from tui.app.rendering.ruler import CURRENT, OTHER, Ruler
from tui.app.rendering.styling import layered, style_name, style_of
from tui.app.rendering.tags import Tag, tag_lines, tag_segments
from tui.app.rendering.theme_styles import ThemeStyles
from tui.dossier.occurrence import Occurrence
from tui.text.document import Document
from tui.text.safe import readable, readable_runs
from tui.text.span import Ordered, Span, text_order
from tui.text.structure import Part
from tui.view.wording import article_name, short_date

MEASURE = 76
"""The widest that text is set."""

GUTTER = 2
"""Columns left of the text: ▌ the current sentence, • another place of the current record, / of a search."""

LAYOUTS = 8
"""Layouts that are kept: with each move in a list one may come to another article, and back."""


@dataclass(frozen=True)
class _Scene:
    """What of a place the drawing needs: the current spot, the others of its record in this article, and their look."""

    current: Occurrence | None
    others: Ordered
    hits: bool


class Reader(Widget, can_focus=True):
    """Shows the article of a place, scrolled so that its spot is seen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT)]

    place: reactive[Place | None] = reactive(None, init=False)
    theme_styles: reactive[ThemeStyles | None] = reactive(None, init=False)
    uncaptured: reactive[bool] = reactive(False, init=False)
    """Whether numbers and names that the catalog leaves out are marked."""
    mode: reactive[str] = reactive(QUIET, init=False)
    """How highlights show: one of `MODES`."""
    letters: reactive[dict[Offset, str]] = reactive({}, init=False)
    """Letters to type that stand over the text, by the cell of the content where they begin."""

    class Chosen(Message):
        """An occurrence was chosen, by key or mouse."""

        def __init__(self, occurrence: Occurrence, anchor: int | None = None) -> None:
            super().__init__()
            self.occurrence = occurrence
            self.anchor = anchor
            """Where the text is to stay; None where it may scroll."""

    class Entered(Message):
        """The text was clicked twice: as Enter."""

    def __init__(self, workspace: Workspace, id: str | None = None, number: str = "") -> None:
        super().__init__(id=id)
        self.dossier, self.occurrences, self.highlights = workspace.dossier, workspace.occurrences, workspace.highlights
        self._number = number
        self.article: str | None = None
        self._layout: Layout | None = None
        self._layout_of = lru_cache(maxsize=LAYOUTS)(self._new_layout)
        self._top = Top(0, 0)
        self._scene = _Scene(None, Ordered(), False)
        self._strips: dict[tuple[Top, bool], Strip] = {}
        self._scrolled = False
        self._unseen = False
        """Whether the current spot is yet to be revealed, because there is no room for the text now."""
        self._settled = 0, 0
        """What another layout left at the top, and what was at the top before it."""
        self._left_out_of: tuple[str | None, Ordered] = None, Ordered()
        self._window_of: tuple[object, list[tuple[Top, Span]]] = None, []
        self._ruler_of: tuple[object, list[str]] = None, []

    def take(self, workspace: Workspace) -> None:
        """Shows the text and its highlights as they are now, from the same line on."""
        self.dossier, self.occurrences, self.highlights = workspace.dossier, workspace.occurrences, workspace.highlights
        anchor, scrolled = self.scrolled_to, self._scrolled
        self._layout, self._left_out_of, self.letters = None, (None, Ordered()), {}
        self._layout_of.cache_clear()
        self.screen.clear_selection()
        if self.article not in workspace.dossier.articles:
            self.article = None
        if self.place is not None:
            self._show(replace(self.place, anchor=anchor))
        self._scrolled = scrolled

    # What is shown

    @property
    def document(self) -> Document | None:
        """The text on screen."""
        return self.dossier.documents[self.article] if self.article else None

    @property
    def top_offset(self) -> int:
        """The code point at the top visible line."""
        return self._layout.offset_of(self._top) if self._layout else 0

    @property
    def scrolled_to(self) -> int | None:
        """The code point at the top visible line, for a place to come back to; None where it was never seen."""
        return None if self._unseen else self.top_offset

    @property
    def shown(self) -> Span:
        """The code points from the first to the last visible row."""
        rows = [row for _, row in self._window()]
        text = [row for row in rows if row.start < row.end] or rows or [Span(0, 0)]
        return Span(text[0].start, text[-1].end)

    def _window(self) -> list[tuple[Top, Span]]:
        """The visible rows, worked out once for each place of the window."""
        key = (self._layout, self._top, self._height)
        if self._window_of[0] != key:
            rows = list(self._layout.window(self._top, self._height)) if self._layout else []
            self._window_of = key, rows
        return self._window_of[1]

    @property
    def _height(self) -> int:
        return max(self.content_size.height, 1)

    @property
    def _measure(self) -> int:
        return max(min(MEASURE, self.content_size.width - GUTTER - 2), 4)

    @property
    def text_width(self) -> int:
        """Columns that gutter and text take."""
        return max(self.content_size.width - 1, 1)

    def on_screen(self) -> list[tuple[Offset, Occurrence]]:
        """The visible occurrences that one can go to, each with the first cell of the content that it takes."""
        found: dict[Occurrence, Offset] = {}
        for y, (_, row) in enumerate(self._window() if self.article and self.region else []):
            for occurrence in self._occurrences_within(row):
                if row.start < row.end:
                    before = self._text_of(Span(row.start, max(occurrence.span.start, row.start)))
                    found.setdefault(occurrence, Offset(GUTTER + cell_len(before), y))
        return [(cell, occurrence) for occurrence, cell in found.items()]

    def _occurrences_within(self, span: Span) -> list[Occurrence]:
        """The occurrences in a stretch of the text that one can go to."""
        if self.article is None:
            return []
        left_out = (uncaptured(self.article, each) for each in self._left_out().within(span))
        return [*self.highlights.within(self.article, span), *left_out]

    def _text_of(self, span: Span) -> str:
        """The characters of the text as they are drawn."""
        return readable(self.document[span]) if self.document else ""

    def _tags(self, row: Span) -> list[list[Tag]]:
        """The lines of tags below a row of the text."""
        if self.document is None or self.article is None:
            return []
        found = self.highlights.within(self.article, row)
        highlights = [(each.span, style_name(each, self.dossier)) for each in found]
        return tag_lines(self.document.text, row, highlights, self._measure)

    def watch_place(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def watch_theme_styles(self) -> None:
        self._redraw()

    def watch_uncaptured(self) -> None:
        self._redraw()

    def watch_mode(self) -> None:
        if self._layout:
            self._lay_out(self._laid_out())

    def _left_out(self) -> Ordered:
        """What the catalog leaves out of this article, where that is to be marked."""
        if not self.uncaptured or self.article is None:
            return Ordered()
        if self._left_out_of[0] != self.article:
            coverage = self.dossier.coverage(self.article)
            self._left_out_of = self.article, Ordered((*coverage.uncaptured, *coverage.names))
        return self._left_out_of[1]

    def _show(self, place: Place) -> None:
        spots = self.occurrences.of(place.record)
        current = spots[place.occurrence] if place.occurrence < len(spots) else None
        article = current.article if current else self._article_of(place)
        if article is None:
            return
        if self._layout is None and not self.content_size.width:
            # It is laid out once it is known how wide.
            self.article, self._unseen = article, True
            self._update_titles()
            return
        if article != self.article or self._layout is None:
            self.article = article
            self._layout = self._laid_out()
            self._top = Top(0, 0)
            self._settled = 0, 0
        here = [spot for spot in spots if spot.article == article]
        spans = {span for spot in here for span in (spot.span, *spot.also)} - {current and current.span}
        self._scene = _Scene(current, Ordered(spans), place.record.startswith(HITS))
        self._scrolled = place.anchor is not None
        self._unseen = place.anchor is None and not self.content_size.height
        if place.anchor is not None and self._layout:
            self._top = self._held(self._layout.top_of(place.anchor))
            self._settled = self.top_offset, place.anchor
        elif current and not self._unseen:
            self._reveal(current)
        self._redraw()

    def _article_of(self, place: Place) -> str | None:
        if place.record in self.dossier.articles:
            return place.record
        articles = self.dossier.articles
        known = (article for article in (place.article, self.article) if article in articles)
        return next(known, next(iter(self.dossier.article_order), None))

    def _reveal(self, spot: Occurrence) -> None:
        """Scrolls so that the spot and its sentence are seen: not at all if they are, else a third from the top."""
        layout = self._layout
        if layout is None:
            return
        around = self.dossier.context_of(spot)
        first, last = layout.top_of(around.start), layout.top_of(max(around.end - 1, around.start))
        start = layout.distance(self._top, first, self._height - 1)
        end = layout.distance(self._top, last, self._height - 1)
        if start is not None and end is not None:
            return
        top = layout.moved(layout.top_of(spot.span.start), -(self._height // 3))
        # Of a sentence that fits, all is seen.
        if layout.distance(first, last, self._height - 1) is not None:
            top = max(min(top, first), layout.moved(last, 1 - self._height))
        self._top = self._held(top)

    def _held(self, top: Top) -> Top:
        assert self._layout is not None
        return min(top, self._layout.last_top(self._height))

    def _laid_out(self) -> Layout:
        """The article as it is to be laid out now."""
        assert self.article is not None
        return self._layout_of(self.article, self._measure, self.mode)

    def _new_layout(self, article: str, measure: int, mode: str) -> Layout:
        notes = (lambda row: len(self._tags(row))) if mode == KINDS else None
        return Layout(self.dossier.documents[article], measure, notes)

    def on_resize(self) -> None:
        if self._layout is None and self.place is not None:
            self._show(self.place)
        elif self._layout:
            fits = self._layout.width == self._measure
            self._lay_out(self._layout if fits else self._laid_out())

    def _lay_out(self, layout: Layout) -> None:
        """Takes up another layout of the text; the line at the top stays there."""
        # From layout to layout: what was at the top before the first of them is what comes back after the last.
        anchor = self._settled[1] if self._settled[0] == self.top_offset else self.top_offset
        self._layout = layout
        self._top = self._held(self._layout.top_of(anchor)) if anchor else Top(0, 0)
        # Until a person scrolls, the current sentence is what is to be seen.
        if self._scene.current and not self._scrolled:
            self._reveal(self._scene.current)
        self._unseen = self._unseen and not self.content_size.height
        self._settled = self.top_offset, anchor
        self._redraw()

    def _redraw(self) -> None:
        self._strips.clear()
        self._update_titles()
        self.refresh()

    def _update_titles(self) -> None:
        if self.article is None:
            return
        article = self.dossier.articles[self.article]
        name, date = article_name(self.article, self.dossier), short_date(article.date)
        position = self._position(self._layout) if self._layout else []
        # Without a lower border, what `n` walks is said in the upper one.
        walked = [] if self.styles.border_bottom[0] else position[:-1]
        titles = " · ".join([*walked, name, date])
        self.border_title = Content(" ".join(part for part in (self._number, titles) if part))
        self.border_subtitle = Content(" · ".join(position))

    def _position(self, layout: Layout) -> list[str]:
        """`Tomtor 2 of 4 · 2 of 2 here · line 11 of 13`, as far as there is something to say."""
        parts = []
        current = self._scene.current
        line = layout.document.position(current.span.start if current else self.top_offset)[0]
        if self.place and current:
            spots = self.occurrences.of(self.place.record)
            here = [spot for spot in spots if spot.article == self.article]
            away = "↑ " if current.span.start < self.top_offset else "↓ "
            arrow = "" if self.shown.overlaps(current.span) else away
            label = self.occurrences.label(self.place.record)
            # A number alone, such as a rank, is set off from the count that follows.
            number = any(map(str.isdecimal, label)) and not any(map(str.isspace, label))
            apart = " · " if number else " "
            parts.append(f"{arrow}{label}{apart}{self.place.occurrence + 1} of {len(spots)}")
            if 1 < len(here) < len(spots):
                parts.append(f"{here.index(current) + 1} of {len(here)} here")
        elif self.place and self.place.record in self.dossier.entities:
            parts.append(f"{self.occurrences.label(self.place.record)}: not in the text")
        parts.append(f"line {line} of {len(layout.document.line_starts)}")
        return parts

    # Moving

    def scroll_by(self, rows: int) -> None:
        """Scrolls the text; the place stays."""
        if self._layout is None:
            return
        self._scrolled = True
        self._top = self._held(self._layout.moved(self._top, rows))
        self._update_titles()
        self.refresh()

    def action_scroll_rows(self, rows: int) -> None:
        self.scroll_by(rows)

    def action_half_page(self, direction: int) -> None:
        self.scroll_by(direction * max(self._height // 2, 1))

    def action_page(self, direction: int) -> None:
        self.scroll_by(direction * max(self._height - 2, 1))

    def action_edge(self, direction: int) -> None:
        if self._layout:
            self._top = Top(0, 0) if direction < 0 else self._layout.last_top(self._height)
            self.scroll_by(0)

    def action_highlight(self, direction: int) -> None:
        """Chooses the next highlight from the current one if it is on screen, else from the top."""
        if self.article is None:
            return
        current = self._scene.current
        # Where nothing on screen is current, what ends on screen comes next.
        seen = current is not None and self.shown.overlaps(current.span)
        position = step_order(current) if current and seen else (self.shown.start, 0, "")
        steps = self.highlights.steps(self.article)
        # Those of the records are sorted already, however many they are.
        if self.uncaptured:
            left_out = (uncaptured(self.article, span) for span in self._left_out())
            steps = sorted((*steps, *left_out), key=step_order)
        if direction > 0:
            following = steps[bisect_right(steps, position, key=step_order) :][:1]
        else:
            following = steps[: bisect_left(steps, position, key=step_order)][-1:]
        for occurrence in following:
            self.post_message(self.Chosen(occurrence))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(-3)

    def on_click(self, event: events.Click) -> None:
        """A click on a highlight chooses the innermost, again the next one out; on the ruler it scrolls there."""
        # Textual would have a second click select the whole text.
        event.prevent_default()
        at = event.get_content_offset(self)
        layout, article = self._layout, self.article
        if at is None or layout is None or article is None:
            return
        if event.chain == 2:
            self.post_message(self.Entered())
            return
        if at.x == self.content_size.width - 1:
            self._scroll_to_cell(at.y)
            return
        clicked = self._offset_at(at)
        if clicked is None:
            return
        found = self._occurrences_within(Span(clicked, clicked + 1))
        found.sort(key=lambda each: (each.span.end - each.span.start, each.record))
        current = self._scene.current
        inner = [i for i, each in enumerate(found) if current and step_order(each) == step_order(current)]
        if found:
            following = found[(inner[0] + 1) % len(found)] if inner else found[0]
            self.post_message(self.Chosen(following, self.scrolled_to))

    def _scroll_to_cell(self, y: int) -> None:
        """Scrolls to what a cell of the ruler stands for: its first place, seen a third from the top, or the text."""
        assert self._layout is not None
        ruler = self._ruler()
        current = [self._scene.current.span] if self._scene.current else []
        marked = [span.start for span in (*current, *self._scene.others) if ruler.cell(span.start) == y]
        top = self._layout.top_of(marked[0] if marked else ruler.offset(y))
        self._top = self._held(self._layout.moved(top, -(self._height // 3)) if marked else top)
        self.scroll_by(0)

    def _offset_at(self, at: Offset) -> int | None:
        """The code point under a cell of the content; None beside the text."""
        rows = self._window()
        if not 0 <= at.y < len(rows):
            return None
        span = rows[at.y][1]
        cells = at.x - GUTTER
        for offset in range(span.start, span.end):
            cells -= cell_len(self._text_of(Span(offset, offset + 1)))
            if cells < 0:
                return offset if at.x >= GUTTER else None
        return None

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: on the current span, or where its text begins if it is out of sight."""
        x, y, _, _ = self.content_region
        current = self._scene.current
        for below, (_, row) in enumerate(self._window()):
            if current and self._layout and row.start <= current.span.start < row.end:
                before = self._layout.document[Span(row.start, current.span.start)]
                return Offset(x + GUTTER + cell_len(readable(before)), y + below)
        return Offset(x + GUTTER, y)

    # Drawing

    def render_line(self, y: int) -> Strip:
        width, theme_styles = self.content_size.width, self.theme_styles
        if width and (self._layout is None or self._layout.width != self._measure):
            # Painted before it was told of its size: what is drawn first is to stay.
            self.on_resize()
        if self._layout is None or theme_styles is None:
            return Strip.blank(width)
        rows = self._window()
        if y >= len(rows):
            strip = Strip([Segment(" " * (width - 1), theme_styles.ground)], width - 1)
        else:
            strip = self._row(*rows[y], theme_styles, width - 1)
        for start, letters in self.letters.items():
            if start.y == y:
                label = Segment(letters, theme_styles.ground + theme_styles.letter)
                strip = Strip([*strip.crop(0, start.x), label, *strip.crop(start.x + len(letters))])
        return Strip([*strip, self._ruler_cell(y, theme_styles)], width)

    def _row(self, top: Top, span: Span, theme_styles: ThemeStyles, width: int) -> Strip:
        selected = self._selected(span)
        key = (top, selected is not None)
        if selected is None and key in self._strips:
            return self._strips[key]
        assert self._layout is not None
        if noted := self._layout.noted(top):
            row, number = noted
            tags = tag_segments(self._tags(row)[number], theme_styles)
            return Strip([Segment(" " * GUTTER, theme_styles.ground), *tags]).adjust_cell_length(
                width, theme_styles.ground
            )
        document = self._layout.document
        line, column = document.position(span.start)
        segments = [self._gutter(span, theme_styles)]
        for piece, style in self._pieces(span, theme_styles, selected):
            for offset, text in readable_runs(document[piece]):
                # What a selection by mouse is made of: column and line of the text, not of the screen. Within a run,
                # a character stands for each character.
                meta = Style.from_meta({"offset": (column - 1 + piece.start + offset - span.start, line - 1)})
                segments.append(Segment(text, style + meta))
        strip = Strip(segments).adjust_cell_length(width, theme_styles.ground)
        if selected is None:
            self._strips[key] = strip
        return strip

    def _gutter(self, span: Span, theme_styles: ThemeStyles) -> Segment:
        current = self._scene.current
        # A row that only ends where the sentence begins is not of it.
        if current and span.start < span.end and self.dossier.context_of(current).overlaps(span):
            return Segment("▌ ", theme_styles.ground + theme_styles.accent)
        if self._scene.others.within(span):
            return Segment("/ " if self._scene.hits else "• ", theme_styles.ground + theme_styles.accent)
        if self._left_out().within(span):
            return Segment("? ", theme_styles.ground + theme_styles.warning)
        return Segment("  ", theme_styles.ground)

    def _pieces(self, span: Span, theme_styles: ThemeStyles, selected: Span | None) -> list[tuple[Span, Style]]:
        """The stretches of a row that look alike, with their styles."""
        assert self.article is not None
        layers: list[tuple[Span, Style]] = []
        current = self._scene.current
        if current:
            layers.append((self.dossier.context_of(current), theme_styles.sentence))
        parts = self.highlights.parts_within(self.article, span)
        found = [] if self.mode == NONE else self.highlights.within(self.article, span)
        highlights: list[Part | Occurrence] = [*parts, *found]
        for each in sorted(highlights, key=text_order):
            if isinstance(each, Part):
                style = style_of(each.kind, theme_styles)
            else:
                quiet = each.record in self.dossier.background
                style = style_of(style_name(each, self.dossier), theme_styles, quiet)
            layers.append((each.span, style))
        layers += [(left, theme_styles.uncaptured) for left in self._left_out().within(span)]
        layers += [
            (other, theme_styles.hit if self._scene.hits else theme_styles.sibling)
            for other in self._scene.others.within(span)
        ]
        if current:
            layers.append((current.span, theme_styles.current))
        if selected:
            layers.append((selected, theme_styles.selection))
        return layered(span, layers, theme_styles.ground)

    def _ruler(self) -> Ruler:
        layout = self._layout
        assert layout is not None
        rows = [row for _, row in self._window()]
        whole = layout.last_top(self._height) == Top(0, 0)
        return Ruler(len(layout.document.text), self._height, rows, whole)

    def _ruler_cell(self, y: int, theme_styles: ThemeStyles) -> Segment:
        key = (self._layout, self._top, self._height, self._scene)
        if self._ruler_of[0] != key:
            current = self._scene.current
            others = (other.start for other in self._scene.others)
            self._ruler_of = key, self._ruler().cells(current.span.start if current else None, others)
        cell = self._ruler_of[1][y]
        return Segment(
            cell, theme_styles.ground + (theme_styles.accent if cell in (CURRENT, OTHER) else theme_styles.dim)
        )

    # Selecting with the mouse

    @property
    def chosen(self) -> Span | None:
        """The words that a person chose: selected with the mouse, or come to where no record is."""
        current = self._scene.current
        found = current is not None and self.place is not None and self.dossier.get(self.place.record) is None
        return self.selected or (current.span if current and found else None)

    @property
    def selected(self) -> Span | None:
        """The code points that are selected with the mouse."""
        selection, layout = self.text_selection, self._layout
        if selection is None or layout is None or selection.start is None or selection.end is None:
            return None
        start = layout.document.offset(selection.start.y + 1, selection.start.x + 1)
        end = layout.document.offset(selection.end.y + 1, selection.end.x + 1)
        return Span(start, end) if end > start else None

    def _selected(self, row: Span) -> Span | None:
        """What is selected in the line of the text that a row belongs to."""
        selection = self.text_selection
        if selection is None or self._layout is None:
            return None
        document = self._layout.document
        line, _ = document.position(row.start)
        columns = selection.get_span(line - 1)
        if columns is None:
            return None
        end = document.line_end(row.start) if columns[1] == -1 else document.offset(line, columns[1] + 1)
        return Span(document.offset(line, columns[0] + 1), end)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, from the first line and column to the last."""
        if self._layout is None:
            return None
        document = self._layout.document
        start = document.offset(selection.start.y + 1, selection.start.x + 1) if selection.start else 0
        end = document.offset(selection.end.y + 1, selection.end.x + 1) if selection.end else len(document.text)
        return "\n".join(map(readable, document.text[start:end].splitlines())), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()
