"""Search everything: results while typing, and the text of the chosen one beside them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from tui.app.commands.actions import SEARCH, bindings
from tui.app.model.completion import completions
from tui.app.model.occurrences import IN_ARTICLE
from tui.app.model.place import Place, search_origin
from tui.app.model.search_runner import SearchRunner
from tui.app.model.target import HitsTarget, RecordTarget, parse_target
from tui.app.model.workspace import Workspace
from tui.app.rendering.query_rows import advice, query_of, query_row, query_rows
from tui.app.rendering.rows import LazyRow, LazyRows, Row, heading_row, lazy_rows, targets_of, wrapped_rows
from tui.app.rendering.search_messages import not_found, read_as
from tui.app.screens.base import LodeScreen
from tui.app.widgets.bars import Breadcrumb, Keys
from tui.app.widgets.query_field import QueryField
from tui.app.widgets.reader import SideReader
from tui.app.widgets.rows import Rows, UnfocusedRows
from tui.dossier.occurrence import Occurrence
from tui.search.index import COUNT_LIMIT
from tui.search.query import QueryError
from tui.search.results import WITH_SOME, Hit, SearchResult
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.kinds import view_of
from tui.view.styled_text import Line, StyledText, as_read, marked
from tui.view.wording import article_name
from tui.view.wrap import cells, cut

LIMIT = 100
"""Results in the list. All are counted."""

KIND_WIDTH = 8
"""Cells of the kind of a result."""

NAME_WIDTH = 24
"""Cells that the name of an article has beside a sentence, however long that is."""

HINT = "Names, words, numbers (44m, 3.8 million t) or filters (kind:figure)"


PREVIEW_DELAY = 0.04
"""Seconds until the chosen result is previewed, so that typing and moving through results need not wait for it."""


PROGRESS_INTERVAL = 0.2
"""Seconds between updates of how far the search index is built."""


class SearchScreen(LodeScreen[Place | None]):
    """Closes with the place that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH)]
    AUTO_FOCUS = "Input"
    where = SEARCH
    help_title = "Search"

    def __init__(self, workspace: Workspace, text: str = "") -> None:
        super().__init__()
        self._workspace = workspace
        self._text = text
        self._result = SearchResult()
        self._searched = workspace
        """What the result is of."""
        self._answers = SearchRunner(self, lambda: self._workspace)
        self._places = SearchRunner(self, lambda: self._workspace)
        """Finds the place of the hit that is previewed or gone to."""
        self._preview_timer: Timer | None = None
        self._choosing = False
        """Whether a result was chosen since the query was last changed."""
        self._entered = False
        """Whether Enter was pressed, and the results or the place of the chosen one are not there yet."""

    @property
    def answer_pending(self) -> bool:
        return self._entered

    @property
    def _field(self) -> Input:
        """The query."""
        return self.query_one(Input)

    @property
    def _rows(self) -> Rows:
        """The results."""
        return self.query_one(Rows)

    @property
    def cursor_widget(self) -> Rows | None:
        # The focus stays in the field.
        return self._rows if self._choosing else None

    def compose(self) -> ComposeResult:
        yield Breadcrumb(id="breadcrumb")
        yield QueryField(self._text, placeholder=HINT, id="query", select_on_focus=False)
        with Container(id="found"):
            yield UnfocusedRows(id="results")
            yield SideReader(self._workspace, id="preview").data_bind(LodeScreen.place)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        self.query_one(Breadcrumb).show_screen(self._workspace.dossier, self.help_title.lower(), "screen.leave")
        self.query_one(Keys).show_keys(SEARCH, "cancel")
        self._field.border_title = "Search everything"
        self._progress = self.set_interval(PROGRESS_INTERVAL, self._show_progress, pause=True)
        self._search(self._text)

    def set_workspace(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reader.set_workspace(workspace)
        self._search(self._field.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._choosing = self._entered = False
        self._search(event.value)

    def on_input_submitted(self) -> None:
        self.action_go()

    def on_unmount(self) -> None:
        self._answers.cancel()
        self._places.cancel()

    def _search(self, text: str) -> None:
        self._places.cancel()
        if not self._workspace.search_is_open:
            self._progress.resume()
        self._answers.run(lambda search: search.find(text, LIMIT), lambda result: self._show_result(text, result))

    def _show_result(self, text: str, result: SearchResult | QueryError) -> None:
        self._progress.pause()
        if isinstance(result, QueryError):
            message, self._result = str(result), SearchResult()
        elif text.strip():
            message, self._result = self._summary(result), result
        else:
            message, self._result = "", SearchResult()
        self._searched = self._workspace
        results = self._rows
        hits = self._result.hits
        found: list[Row | LazyRow] = [LazyRow(str(number), partial(self._row, number)) for number in range(len(hits))]
        if self._result.first_with_some is not None:
            found.insert(self._result.first_with_some, heading_row(WITH_SOME))
        rows: Sequence[Row] = lazy_rows(found)
        if completed := completions(text, self._workspace.dossier):
            hits, self._result, message = (), SearchResult(), "Enter completes the filter"
            # The next word is typed after a space.
            rows = [query_row(f"{each.query} ", each.name, each.filter) for each in completed]
        elif not text.strip():
            rows = query_rows(self._workspace)
        elif not hits:
            # The border cuts a message that is longer.
            cut = wrapped_rows([StyledText(message)], results.row_width) if len(message) > self.size.width - 6 else ()
            rows = [*cut, *advice(text)]
        targets = targets_of(rows)
        first = next((index for index, target in enumerate(targets) if target is not None), None)
        # Where the screen was left at one of the results, it goes on there.
        chosen = min(self._workspace.chosen_results.get(text, 0), len(hits) - 1)
        results.set_rows(rows, targets.index(str(chosen)) if hits else first)
        self._field.border_subtitle = Content(message)
        idle = () if hits else ("next-kind", "preview-down", *(("next-result", "open-result") if first is None else ()))
        self.query_one(Keys).show_keys(SEARCH, "cancel", without=idle)
        self._schedule_preview()
        if self._entered:
            self.action_go()

    def _show_progress(self) -> None:
        """Shows how far the search index is built."""
        done, whole = self._workspace.read
        self._field.border_subtitle = Content(f"Building the search index: {done:,} of {whole:,} passages")

    def _summary(self, result: SearchResult) -> str:
        """How many results there are, which words were corrected, and which are nowhere."""
        missing, corrected = not_found(result.missing, result.suggested), read_as(result.corrected)
        if not result.hits:
            return " · ".join(missing) or "No matches"
        many = f"over {COUNT_LIMIT:,}" if result.total > COUNT_LIMIT else f"{result.total:,}"
        return " · ".join([f"{many} found", *corrected, *missing])

    def _row(self, number: int) -> Row:
        """The row of a hit."""
        hit, dossier = self._result.hits[number], self._workspace.dossier
        entry = hit.entry
        kind = StyledText(f"{'text' if entry.kind == 'passage' else entry.kind:<{KIND_WIDTH}}", "dim")
        record = dossier.get(entry.id)
        if record is None:
            title, right = self._passage(hit)
            # What matches first is never cut for the place at the right.
            first = next((n for n, piece in enumerate(title) if piece.style == "match"), -1)
            needed = cells([kind, *title[: first + 1]]) + 2
            return Row(str(number), [kind, *title], right, prose=True, needed=needed)
        summary = view_of(record, dossier, brief=True).summary()
        lead = [StyledText(f"{summary.lead} ", "number")] if summary.lead else []
        marks = marked(visible(entry.title), hit.title_marks)
        title = [StyledText(piece.text, piece.style or summary.style) for piece in marks]
        sentence = entry.kind in ("claim", "event")
        return Row(str(number), [kind, *lead, *title], [StyledText(summary.about, "dim")], prose=sentence)

    def _passage(self, hit: Hit) -> tuple[Line, Line]:
        """A sentence, from shortly before its first match on, and its place."""
        entry, dossier = hit.entry, self._workspace.dossier
        assert entry.article is not None and entry.span is not None
        first = hit.marks[0].start if hit.marks else 0
        number = dossier.documents[entry.article].line(entry.span.start)
        name, line_number = article_name(entry.article, dossier), StyledText(f" l.{number}", "dim")
        whole = self._rows.row_width - KIND_WIDTH - cells([line_number]) - len("… ")
        room = whole - cell_len(cut(name, NAME_WIDTH))
        # From the beginning of a word; from an earlier one if there is room for all that follows.
        start = hit.text.rfind(" ", 0, first - 12) + 1 if first > 30 else 0
        earlier = start
        while start and cell_len(hit.text[earlier:]) <= room:
            start = earlier
            earlier = hit.text.rfind(" ", 0, max(start - 1, 0)) + 1
        line = marked(hit.text[start:], [Span(mark.start - start, mark.end - start) for mark in hit.marks])
        # A short sentence leaves more room for the name.
        name = cut(name, max(whole - cells(line), NAME_WIDTH))
        return [StyledText("…" if start else ""), *as_read(line)], [StyledText(name, "dim"), line_number]

    @property
    def _chosen(self) -> Hit | None:
        row = self._rows.row
        return self._result.hits[int(row.target)] if row and row.target and self._result.hits else None

    def _find_place(self, hit: Hit, then: Callable[[Place], object]) -> None:
        """Calls a function with the place of a hit; of a passage, as soon as the hits of the query are found."""
        entry = hit.entry
        origin = search_origin(self._field.value)
        self._places.cancel()
        if entry.kind != "passage":
            article = self._queried_article or entry.article
            occurrence = self._first_in(entry.id, article)
            then(Place(RecordTarget(entry.id), occurrence=occurrence, article=article, origin=origin))
            return
        target = HitsTarget(self._field.value.strip())

        def show(found: Sequence[Occurrence] | QueryError) -> None:
            hits = enumerate([] if isinstance(found, QueryError) else found)
            index = next((i for i, each in hits if (each.article, each.quote) == (entry.article, entry.span)), None)
            then(Place(parse_target(entry.id) if index is None else target, occurrence=index or 0, origin=origin))

        self._places.run(lambda search: self._workspace.occurrences.of(target), show)

    @property
    def _queried_article(self) -> str | None:
        """The article that the query is restricted to, if it is to one."""
        match = IN_ARTICLE.search(self._field.value)
        return match["id"] if match and match["id"] in self._workspace.dossier.articles else None

    def _first_in(self, record: str, article: str | None) -> int:
        """The number of a record's first occurrence in an article; 0 if it has none there."""
        found = self._workspace.occurrences.in_article(RecordTarget(record), article) if article else []
        return found[0][0] if found else 0

    def _schedule_preview(self) -> None:
        """Previews the chosen result once the results are drawn."""
        results = self._rows
        row = results.row
        if self._result.hits and row and row.target:
            results.border_subtitle = f"{int(row.target) + 1:,} of {self._result.total:,}"
        else:
            results.border_subtitle = ""
        if self._preview_timer:
            self._preview_timer.stop()
        self._preview_timer = self.set_timer(PREVIEW_DELAY, self._preview)

    def _preview(self) -> None:
        hit = self._chosen
        self.reader.set_class(hit is None, "empty")
        if hit is not None and not self._entered:
            self._find_place(hit, self._show_place)

    def _show_place(self, place: Place) -> None:
        self.place = place

    def on_rows_resized(self) -> None:
        # How much of a sentence is shown before its first match depends on the width.
        results = self._rows
        if isinstance(results.rows, LazyRows) and self._searched is self._workspace:
            results.set_rows(results.rows.again(), results.cursor, results.top)

    def on_rows_row_highlighted(self) -> None:
        self._choosing = True
        self._schedule_preview()

    def on_rows_row_selected(self) -> None:
        self.action_go()

    def action_choose(self, by: int) -> None:
        if by < 0 and not self._field.value and self._workspace.queries:
            self._fill_in(self._workspace.queries[-1])
        else:
            self._rows.action_cursor(by)

    def _fill_in(self, text: str) -> None:
        self._field.value, self._field.cursor_position = text, len(text)

    def action_choose_page(self, direction: int) -> None:
        self._rows.action_page(direction)

    def action_next_kind(self) -> None:
        results = self._rows
        hits = self._result.hits
        if not hits:
            self.action_go()
            return
        chosen = self._chosen or hits[0]
        kinds = list(dict.fromkeys(hit.entry.kind for hit in hits))
        following = kinds[(kinds.index(chosen.entry.kind) + 1) % len(kinds)]
        number = next(i for i, hit in enumerate(hits) if hit.entry.kind == following)
        results.go_to(results.targets.index(str(number)))

    def action_go(self) -> None:
        hit, row = self._chosen, self._rows.row
        if row and row.target and not self._result.hits and not self._answers.pending:
            self._fill_in(query_of(row.target))
            return
        self._entered = self._answers.pending
        if hit is None or self._entered:
            return
        query = self._field.value
        self._workspace.queries.append(query)
        self._workspace.chosen_results[query] = self._result.hits.index(hit)
        self._entered = True
        self._find_place(hit, self.dismiss)
