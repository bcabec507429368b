"""The places where one was, the latest first, each a way back to it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen

from tui.app.actions import PLACES, bindings
from tui.app.contents import way
from tui.app.desk import Desk
from tui.app.ink import Ink
from tui.app.place import History, Place
from tui.app.widgets.rows import Made, Row, Rows
from tui.view.page import article_name
from tui.view.pieces import Piece


class PlacesScreen(ModalScreen[Place | None]):
    """Lists the places of a history; closes with the one to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PLACES)]
    where = PLACES

    ink: reactive[Ink | None] = reactive(None, init=False)

    def __init__(self, desk: Desk, history: History, ink: Ink | None) -> None:
        super().__init__()
        self._desk, self._ink = desk, ink
        self._places = history.places[::-1]
        self._present = len(history.places) - 1 - history.cursor

    def compose(self) -> ComposeResult:
        yield Rows(id="help").data_bind(PlacesScreen.ink)

    def on_mount(self) -> None:
        self.ink = self._ink
        rows = self.query_one(Rows)
        rows.border_title = f"Places {len(self._places)}"
        rows.border_subtitle = "Enter goes there · Esc closes"
        rows.show(Made([str(number) for number in range(len(self._places))], self._row), self._present)

    def _row(self, number: int) -> Row:
        place, dossier = self._places[number], self._desk.dossier
        spot = self._desk.spot(place)
        article = spot.article if spot else place.article
        kind, *name = way(self._desk, place, article) or ["articles"]
        where = ""
        if spot is not None:
            line = dossier.documents[spot.article].position(spot.span.start)[0]
            where = f"{article_name(spot.article, dossier)} l.{line}"
        here = Piece("  here" if number == self._present else "", "accent")
        return Row(str(number), [Piece(f"{kind:<9} ", "dim"), Piece(" › ".join(name)), here], [Piece(where, "dim")])

    def on_rows_entered(self) -> None:
        self.action_go()

    def action_go(self) -> None:
        row = self.query_one(Rows).row
        if row and row.target:
            self.dismiss(self._places[int(row.target)])

    def action_leave(self) -> None:
        self.dismiss(None)
