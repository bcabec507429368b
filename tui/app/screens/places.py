"""The places where one was, the latest first, each a way back to it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.actions import PLACES, bindings
from tui.app.contents import way
from tui.app.desk import Desk
from tui.app.ink import Ink
from tui.app.place import History, Place
from tui.app.screens.box import BoxScreen
from tui.app.widgets.rows import Made, Row
from tui.view.page import article_name
from tui.view.pieces import Piece
from tui.view.wrap import cut

ARTICLE_WIDTH = 28
"""Cells of an article's name at the most."""


class PlacesScreen(BoxScreen[Place]):
    """Lists the places of a history; closes with the one to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PLACES)]
    where = PLACES

    def __init__(self, desk: Desk, history: History, ink: Ink | None) -> None:
        super().__init__(ink, f"Places {len(history.places)}", "● here · Enter goes there · Esc closes")
        self._desk = desk
        self._places = history.places[::-1]
        self.first = str(len(history.places) - 1 - history.cursor)

    def lines(self, width: int) -> Sequence[Row]:
        # Of the two fifths that a row's right side has at the least, its line takes some.
        room = min(ARTICLE_WIDTH, width * 2 // 5 - 8)
        return Made([str(number) for number in range(len(self._places))], lambda number: self._row(number, room))

    def _row(self, number: int, room: int) -> Row:
        place, dossier = self._places[number], self._desk.dossier
        spot = self._desk.spot(place)
        article = spot.article if spot else place.article
        kind, *name = way(self._desk, place, article) or ["articles"]
        where = ""
        if spot is not None:
            line = dossier.documents[spot.article].position(spot.span.start)[0]
            where = f"{cut(article_name(spot.article, dossier), room)} l.{line}"
        here = Piece("● " if str(number) == self.first else "  ", "accent")
        return Row(str(number), [Piece(f"{kind:<8} ", "dim"), here, Piece(" › ".join(name))], [Piece(where, "dim")])

    def chosen(self, target: str) -> Place:
        return self._places[int(target)]

    def action_go(self) -> None:
        self.choose()
