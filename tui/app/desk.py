"""What every screen works with: a dossier, its spots and highlights, and asking it."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import App

from tui.app.highlights import Highlights
from tui.app.place import Place
from tui.app.spots import Spot, Spots
from tui.dossier.dossier import Dossier

if TYPE_CHECKING:
    from tui.search.search import Search


class Desk:
    """A dossier laid out. Another one takes its place when the files have changed."""

    def __init__(self, dossier: Dossier, queries: list[str] | None = None) -> None:
        self.dossier = dossier
        self.spots = Spots(dossier, lambda: self.search)
        self.highlights = Highlights(dossier)
        self.queries = queries if queries is not None else []
        """What was searched for, latest last."""

    @cached_property
    def search(self) -> "Search":
        """The dossier ready to be asked; loaded and made on first use."""
        from tui.search.search import Search

        return Search(self.dossier)

    def spot(self, place: Place) -> Spot | None:
        """The spot that a place shows as current."""
        spots = self.spots.of(place.record)
        return spots[place.occurrence] if place.occurrence < len(spots) else None


def copy_citation(app: App[None], desk: Desk, place: Place) -> str:
    """Sends the citation of a place to the clipboard; returns what to say of it, or why there is none."""
    from tui.view.citation import CitationError, cite

    spot = desk.spot(place)
    record = desk.dossier.get(place.record) or (desk.dossier.articles[spot.article] if spot else None)
    if record is None:
        return "Nothing to cite here."
    try:
        text = cite(record, desk.dossier, only=spot.span if spot else None)
    except CitationError as error:
        return str(error)
    app.copy_to_clipboard(text)
    return f"Sent to the clipboard: {text}"
