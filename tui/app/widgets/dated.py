"""The list of the timeline: events and dated figures."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tui.app.model.workspace import Workspace
from tui.app.widgets.narrowable import Narrowable
from tui.app.widgets.rows import LazyRows, Row, Rows
from tui.view.styled_text import StyledText
from tui.view.timeline import TimelineEntry, timeline
from tui.view.wording import article_name
from tui.view.wrap import cut

WHERE_FROM = 60
"""Columns from which a row has room for where it is told."""


class DatedList(Narrowable):
    """All that is dated, the earliest first."""

    def __init__(self, workspace: Workspace, row: str | None, id: str) -> None:
        super().__init__(Rows(id="dated"), {"event", "figure"}, "event or dated figure", id=id)
        self.workspace = workspace
        self._of = workspace.dossier
        self._sorted: dict[bool, list[TimelineEntry]] = {}
        """Its lines with figures and without, of that dossier."""
        self.rows.point_at(row)
        self.figures = True
        """Whether figures are among the rows."""

    def fill(self) -> None:
        every = self._every()
        dated = [each for each in every if self.admitted is None or each.record.id in self.admitted]
        room = self._room_for_names()
        self.rows.exchange(LazyRows([each.record.id for each in dated], lambda index: self._row(dated[index], room)))
        if dated and self.rows.row is None and self.admitted is None:
            self.rows.point_at(dated[0].record.id)
        count = [] if self.admitted is None else [self.count_of(len(every))]
        self.border_title = Content(" · ".join(["Timeline", *count, *self.narrowed_to]))
        self.border_subtitle = "● happened  ◇ deadline or target  # dated figure  ~ inferred"

    def _every(self) -> list[TimelineEntry]:
        """All rows that there are, with figures or without; sorted once."""
        if self._of is not self.workspace.dossier:
            self._of, self._sorted = self.workspace.dossier, {}
        if self.figures not in self._sorted:
            self._sorted[self.figures] = timeline(self._of, self.figures)
        return self._sorted[self.figures]

    def _room_for_names(self) -> int:
        """The cells that the names of articles are given; none where the window is too narrow for them."""
        dossier, width = self.workspace.dossier, self.app.size.width
        if width < WHERE_FROM:
            return 0
        longest = max((cell_len(article_name(article, dossier)) for article in dossier.articles), default=0)
        return min(longest, 27 if width >= 100 else 15)

    def _row(self, each: TimelineEntry, room: int) -> Row:
        left = [StyledText(f"{each.date:<14} ", "number"), StyledText(f"{each.sign} "), StyledText(each.what)]
        if not room:
            # What is dated goes before where it stands.
            return Row(each.record.id, left, [])
        dossier, spot = self.workspace.dossier, self.workspace.dossier.occurrences_of(each.record.id)[0]
        line = dossier.documents[spot.article].position(spot.span.start)[0]
        where = f"{set_cell_size(cut(article_name(spot.article, dossier), room), room)} l.{line:<3}"
        return Row(each.record.id, left, [StyledText(where, "dim")])
