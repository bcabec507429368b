"""The history of places, the latest first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.commands.actions import PLACES, bindings
from tui.app.model.place import History, Place
from tui.app.model.workspace import Workspace
from tui.app.rendering.breadcrumb import way
from tui.app.rendering.rows import LazyRows, Row
from tui.app.screens.box import BoxScreen
from tui.view.styled_text import StyledText
from tui.view.wording import article_name
from tui.view.wrap import cut

ARTICLE_WIDTH = 28
"""Cells of an article's name at the most."""


class PlacesScreen(BoxScreen[Place]):
    """Lists the places of a history; closes with the one to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PLACES)]
    where = PLACES

    def __init__(self, workspace: Workspace, history: History) -> None:
        super().__init__(f"History {len(history.places)}", "● here · Enter go there · Esc close")
        self._workspace = workspace
        self._places = history.places[::-1]
        self.first = str(len(history.places) - 1 - history.cursor)

    def lines(self, width: int) -> Sequence[Row]:
        # The right side has at least two fifths of a row, of which the line number takes some.
        room = min(ARTICLE_WIDTH, width * 2 // 5 - 8)
        return LazyRows([str(number) for number in range(len(self._places))], lambda number: self._row(number, room))

    def _row(self, number: int, room: int) -> Row:
        place, dossier = self._places[number], self._workspace.dossier
        current = self._workspace.occurrence_at(place)
        article = current.article if current else place.article
        kind, *name = way(self._workspace, place, article) or ["articles"]
        where = ""
        if current is not None:
            line = dossier.documents[current.article].line(current.span.start)
            where = f"{cut(article_name(current.article, dossier), room)} l.{line}"
        here = StyledText("● " if str(number) == self.first else "  ", "accent")
        return Row(
            str(number),
            [StyledText(f"{kind:<8} ", "dim"), here, StyledText(" › ".join(name))],
            [StyledText(where, "dim")],
        )

    def chosen(self, target: str) -> Place:
        return self._places[int(target)]
