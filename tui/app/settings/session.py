"""What one left: the places, and what was made of the panes. Written when one quits, and taken up the next time."""

import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tui.app.model.occurrences import Occurrences
from tui.app.model.place import ARTICLES, KEPT, PANES, SPLIT_VIEWS, History, Place
from tui.app.rendering.arrangement import DIVIDERS, Arrangement
from tui.app.rendering.listing import ORDERS
from tui.app.settings.state import read, write
from tui.dossier.dossier import Dossier


@dataclass
class Session:
    """Where one stands, and how the panes are."""

    history: History
    arrangement: Arrangement


def _file(catalog: Path, folder: Path) -> Path:
    return folder / f"{blake2b(os.fsencode(catalog.absolute()), digest_size=16).hexdigest()}.json"


def first_session(dossier: Dossier, last: Session | None, place: Place | None) -> Session:
    """The session to begin with: the last one if there is one, at a place if one is given."""
    if last is None:
        return Session(History(place or Place(next(iter(dossier.article_order), ""), pane=ARTICLES)), Arrangement())
    if place is not None:
        last.history.push(place)
    return last


def last_session(dossier: Dossier, folder: Path | None) -> Session | None:
    """The session that was last left on a catalog; None where there is none that can be used."""
    if folder is not None:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            return _session(read(_file(dossier.catalog, folder)), dossier)
    return None


def keep_session(session: Session, dossier: Dossier, folder: Path | None) -> None:
    """Writes a session down, if that can be done."""
    if folder is not None:
        whole = {
            "places": [asdict(place) for place in session.history.places],
            "cursor": session.history.cursor,
            "sizes": session.arrangement.sizes,
            "orders": session.arrangement.orders,
        }
        write(_file(dossier.catalog, folder), whole)


def _session(whole: dict[str, Any], dossier: Dossier) -> Session | None:
    """A session as it was written, but for places that are no more. Raises where it is no session."""
    spots = Occurrences(dossier, _unasked)
    places = [_place(each) for each in whole["places"][-KEPT:]]
    cursor = _number(whole["cursor"], len(places) - 1)
    still = [place for place in places if _stands(place, spots)]
    if not still:
        return None
    history = History(still[0])
    history.places = still
    history.cursor = max(sum(_stands(place, spots) for place in places[: cursor + 1]) - 1, 0)
    sizes = {name: _number(cells, 10_000) for name, cells in whole["sizes"].items() if name in DIVIDERS}
    orders = {pane: _number(order, len(ORDERS[pane]) - 1) for pane, order in whole["orders"].items() if pane in ORDERS}
    return Session(history, Arrangement(sizes, orders))


def _unasked() -> Any:
    raise ValueError("whether a query finds something is not asked before it is shown")


def _place(value: dict[str, Any]) -> Place:
    place = Place(**value)
    for text in (place.record, place.article or "", place.row or ""):
        # Half a character would not reach the terminal.
        text.encode()
    if place.pane not in (*PANES, *SPLIT_VIEWS):
        raise ValueError(place.pane)
    _number(place.occurrence)
    if place.anchor is not None:
        _number(place.anchor)
    return place


def _number(value: object, most: int | None = None) -> int:
    if type(value) is not int or value < 0 or (most is not None and value > most):
        raise ValueError(value)
    return value


def _stands(place: Place, spots: Occurrences) -> bool:
    """Whether what a place shows is still there."""
    dossier = spots.dossier
    if place.article is not None and place.article not in dossier.articles:
        return False
    return spots.stands(place)
