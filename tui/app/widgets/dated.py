"""The list of the timeline: events and dated figures."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import TIMELINE
from tui.app.model.workspace import Workspace
from tui.app.rendering.rows import LazyRow, Row, lazy_rows, wrapped_rows
from tui.app.system import clock
from tui.app.widgets.filtered_list import FilteredList
from tui.app.widgets.rows import PaneRows
from tui.dates import edtf
from tui.view.styled_text import Line, StyledText
from tui.view.timeline import DUE, FIGURE, HAPPENED, TimelineEntry, begun, timeline
from tui.view.wording import article_name, counted
from tui.view.wrap import cells, cut

SOURCE_WIDTH = 130
"""Cells of a row from which it names the article and line."""

DATE_WIDTH = 22
"""Cells of the column of dates at most. The few dates that are longer take room from the words beside them."""

WRAPPED = 100
"""Entries of a timeline that are wrapped at most; of a longer one, each is one row, made when it is shown."""

_SIGNS = {HAPPENED: "happened", DUE: "deadline or target", FIGURE: "dated figure"}
_IN_DATES = {"[": ("[ ]", "inferred"), "≥": ("≥", "then or later"), "≤": ("≤", "then or earlier")}
"""What is in dates, with its sign and meaning in the legend."""


class DatedList(FilteredList):
    """Events and dated figures, the earliest first."""

    def __init__(self, workspace: Workspace, row: str | None, id: str) -> None:
        super().__init__(PaneRows(id="dated"), {"event", "figure"}, "event or dated figure", id=id)
        self.figures = True
        """Whether figures are listed too."""
        event = workspace.dossier.events.get(row or "")
        self.minor = event is not None and event.minor
        """Whether minor events are listed too."""
        self._workspace = workspace
        self._entries: dict[tuple[bool, bool], list[TimelineEntry]] = {}
        """The entries with figures and minor events and without, once they are sorted."""
        self.rows.set_cursor(row)

    def set_workspace(self, workspace: Workspace) -> None:
        """Lists what is dated in another version of the dossier, once it is filled again."""
        self._workspace, self._entries = workspace, {}
        self.reapply_filter()

    @property
    def _every(self) -> list[TimelineEntry]:
        """The entries, whether they match the filter or not."""
        listed = self.figures, self.minor
        if listed not in self._entries:
            self._entries[listed] = timeline(self._workspace.dossier, figures=self.figures, minor=self.minor)
        return self._entries[listed]

    @property
    def minor_count(self) -> int:
        """How many minor events there are."""
        return sum(event.minor for event in self._workspace.dossier.events.values())

    @property
    def listed(self) -> list[TimelineEntry]:
        """The entries that match the filter."""
        return [each for each in self._every if self.matching is None or each.record.id in self.matching]

    def fill(self) -> None:
        dated, day = self.listed, clock.today()
        room = self._room_for_names()
        # In a narrow window, what happened needs the room more than longer dates need to be aligned.
        most = min(DATE_WIDTH, self.rows.row_width // 3)
        wide = min(max((cell_len(each.date) for each in dated), default=0), most)
        entries: list[TimelineEntry | None] = [*dated]
        entries.insert(begun(dated, day), None)
        today = Row(None, [StyledText(f"── today, {edtf.parse(day.isoformat())} ──", "accent")], [], heading=True)
        wraps = len(dated) <= WRAPPED
        rows = (row for each in entries for row in (self._rows(each, room, wide, wraps) if each else [today]))
        self.rows.replace_rows(lazy_rows([*rows] if dated else []))
        if dated and self.rows.row is None and self.matching is None:
            # What comes next, or else what was last.
            self.rows.set_cursor(dated[min(begun(dated, day), len(dated) - 1)].record.id)
        count = [] if self.matching is None else [self.count_title(len(self._every))]
        hidden = []
        if self.minor_count and not self.minor:
            key = action_keys(self.app).first_key("timeline-minor", TIMELINE)
            hidden = [f"{key} shows {counted(self.minor_count, 'minor event')}"]
        self.border_title = Content(" · ".join(["Timeline", *count, *self.filter_titles, *hidden]))
        self.border_subtitle = Content(_legend(dated))

    def _room_for_names(self) -> int:
        """Cells for the names of articles; 0 if the rows are too narrow for them."""
        dossier, width = self._workspace.dossier, self.rows.row_width
        if width < SOURCE_WIDTH:
            return 0
        longest = max((cell_len(article_name(article, dossier)) for article in dossier.articles), default=0)
        return min(longest, width // 5)

    def _rows(self, each: TimelineEntry, room: int, wide: int, wraps: bool) -> Iterable[Row | LazyRow]:
        if wraps and cells(line := _line(each, wide)) > self.rows.row_width:
            return wrapped_rows(line, self.rows.row_width, each.record.id)
        return [LazyRow(each.record.id, lambda: self._row(each, room, wide))]

    def _row(self, each: TimelineEntry, room: int, wide: int) -> Row:
        line = _line(each, wide)
        # What happened is more important than where it is told.
        named = room and cells(line) + room + len("  l.999") <= self.rows.row_width
        return Row(each.record.id, line, self._where(each, room) if named else [])

    def _where(self, each: TimelineEntry, room: int) -> Line:
        """The article and the line of an entry."""
        dossier = self._workspace.dossier
        occurrence = dossier.occurrences_of(each.record.id)[0]
        line = dossier.documents[occurrence.article].line(occurrence.span.start)
        name = set_cell_size(cut(article_name(occurrence.article, dossier), room), room)
        return [StyledText(name, "dim"), StyledText(f" l.{line:<3}", "dim")]


def _line(each: TimelineEntry, wide: int) -> Line:
    """The date of an entry in a column of some cells, and what happened."""
    date = f"{each.date}{' ' * (wide - cell_len(each.date))} "
    return [StyledText(date, "number"), StyledText(f"{each.sign} "), StyledText(each.what)]


def _legend(dated: Sequence[TimelineEntry]) -> str:
    """What the signs in some rows mean."""
    signs, dates = {each.sign for each in dated}, "".join(each.date for each in dated)
    meanings = [(sign, word) for sign, word in _SIGNS.items() if sign in signs]
    meanings += [meaning for sign, meaning in _IN_DATES.items() if sign in dates]
    return "  ".join(f"{sign} {word}" for sign, word in meanings)
