"""The list of the timeline: events and dated figures."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tui.app.model.workspace import Workspace
from tui.app.rendering.rows import LazyRows, Row
from tui.app.widgets.filtered_list import FilteredList
from tui.app.widgets.rows import Rows
from tui.view.styled_text import StyledText
from tui.view.timeline import TimelineEntry, timeline
from tui.view.wording import article_name
from tui.view.wrap import cut

SOURCE_WIDTH = 60
"""Columns of the window from which rows name the article and line."""


class DatedList(FilteredList):
    """Events and dated figures, the earliest first."""

    def __init__(self, workspace: Workspace, row: str | None, id: str) -> None:
        super().__init__(Rows(id="dated"), {"event", "figure"}, "event or dated figure", id=id)
        self.figures = True
        """Whether figures are listed too."""
        self._workspace = workspace
        self._entries: dict[bool, list[TimelineEntry]] = {}
        """The entries with figures and without, once they are sorted."""
        self.rows.set_cursor(row)

    def set_workspace(self, workspace: Workspace) -> None:
        """Lists what is dated in another version of the dossier, once it is filled again."""
        self._workspace, self._entries = workspace, {}
        self.reapply_filter()

    @property
    def _every(self) -> list[TimelineEntry]:
        """The entries, whether they match the filter or not."""
        if self.figures not in self._entries:
            self._entries[self.figures] = timeline(self._workspace.dossier, self.figures)
        return self._entries[self.figures]

    @property
    def listed(self) -> list[TimelineEntry]:
        """The entries that match the filter."""
        return [each for each in self._every if self.matching is None or each.record.id in self.matching]

    def fill(self) -> None:
        dated = self.listed
        room = self._room_for_names()
        wide = max((len(each.date) for each in dated), default=0)
        self.rows.replace_rows(
            LazyRows([each.record.id for each in dated], lambda index: self._row(dated[index], room, wide))
        )
        if dated and self.rows.row is None and self.matching is None:
            self.rows.set_cursor(dated[0].record.id)
        count = [] if self.matching is None else [self.count_title(len(self._every))]
        self.border_title = Content(" · ".join(["Timeline", *count, *self.filter_titles]))
        self.border_subtitle = "● happened  ◇ deadline or target  # dated figure  [ ] inferred"

    def _room_for_names(self) -> int:
        """Cells for the names of articles; 0 if the window is too narrow for them."""
        dossier, width = self._workspace.dossier, self.app.size.width
        if width < SOURCE_WIDTH:
            return 0
        longest = max((cell_len(article_name(article, dossier)) for article in dossier.articles), default=0)
        return min(longest, 27 if width >= 100 else 15)

    def _row(self, each: TimelineEntry, room: int, wide: int) -> Row:
        left = [StyledText(f"{each.date:<{wide}} ", "number"), StyledText(f"{each.sign} "), StyledText(each.what)]
        if not room:
            # What happened is more important than where it is told.
            return Row(each.record.id, left, [])
        dossier = self._workspace.dossier
        occurrence = dossier.occurrences_of(each.record.id)[0]
        line = dossier.documents[occurrence.article].position(occurrence.span.start)[0]
        where = f"{set_cell_size(cut(article_name(occurrence.article, dossier), room), room)} l.{line:<3}"
        return Row(each.record.id, left, [StyledText(where, "dim")])
