"""The list of the timeline: events and dated figures."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tui.app.desk import Desk
from tui.app.spots import Spot
from tui.app.widgets.narrowable import Narrowable
from tui.app.widgets.rows import Row, Rows
from tui.view.page import article_name
from tui.view.pieces import Piece
from tui.view.timeline import Dated, timeline
from tui.view.wrap import cut

WHERE_FROM = 60
"""Columns from which a row has room for where it is told."""


class DatedList(Narrowable):
    """All that is dated, the earliest first."""

    def __init__(self, desk: Desk, row: str | None, id: str) -> None:
        super().__init__(Rows(id="dated"), {"event", "figure"}, "event or dated figure", id=id)
        self.desk = desk
        self.rows.point_at(row)
        self.figures = True
        """Whether figures are among the rows."""

    def fill(self) -> None:
        dossier, found = self.desk.dossier, self.desk.spots
        dated = [(each, spots[0]) for each in timeline(dossier, self.figures) if (spots := found.of(each.record.id))]
        admitted = [each for each in dated if self.admitted is None or each[0].record.id in self.admitted]
        rows = list(self._rows(admitted))
        self.rows.exchange(rows)
        if rows and self.rows.row is None and self.admitted is None:
            self.rows.point_at(rows[0].target)
        count = [] if self.admitted is None else [self.count_of(len(dated))]
        self.border_title = Content(" · ".join(["Timeline", *count, *self.narrowed_to]))
        self.border_subtitle = "● happened  ◇ deadline or target  # dated figure  ~ inferred"

    def _rows(self, dated: list[tuple[Dated, Spot]]) -> Iterator[Row]:
        dossier, width = self.desk.dossier, self.app.size.width
        longest = max((cell_len(article_name(article, dossier)) for article in dossier.articles), default=0)
        room = min(longest, 27 if width >= 100 else 15)
        for each, spot in dated:
            line = dossier.documents[spot.article].position(spot.span.start)[0]
            where = f"{set_cell_size(cut(article_name(spot.article, dossier), room), room)} l.{line:<3}"
            left = [Piece(f"{each.date:<14} ", "number"), Piece(f"{each.sign} "), Piece(each.what)]
            # Where there is little room, what is dated goes before where it stands.
            yield Row(each.record.id, left, [Piece(where, "dim")] if width >= WHERE_FROM else [])
