"""Sessions: the places and the arrangement of panes that the next start continues with."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tui.app.model.occurrences import Occurrences
from tui.app.model.place import ARTICLES, FIGURES, KEPT, PANES, TABS, TEXT, History, Place
from tui.app.model.target import (
    NO_TARGET,
    CompareTarget,
    RecordTarget,
    Target,
    TimelineTarget,
    format_target,
    parse_target,
)
from tui.app.rendering.arrangement import DIVIDERS, Arrangement
from tui.app.rendering.listing import ORDERS
from tui.app.settings.state import read, write
from tui.dossier.dossier import Dossier
from tui.text.digest import digest

SPLIT_VIEWS = {"compare": CompareTarget, "timeline": TimelineTarget}
"""The names of the split views in a session."""


class Session(NamedTuple):
    """The history of places, and the arrangement of the panes."""

    history: History
    arrangement: Arrangement
    size: tuple[int, int] | None = None
    """Columns and rows of the window that the scrolling of the places belongs to."""


def _file(catalog: Path, folder: Path) -> Path:
    return folder / f"{digest(os.fsencode(catalog.absolute())).hex()}.json"


def first_session(dossier: Dossier, last: Session | None, place: Place | None) -> Session:
    """The session to begin with: the last one if there is one, at a place if one is given."""
    if last is None:
        first = next(map(RecordTarget, dossier.article_order), NO_TARGET)
        return Session(History(place or Place(first, pane=ARTICLES)), Arrangement())
    if place is not None:
        last.history.push(place)
    return last


def last_session(dossier: Dossier, folder: Path | None) -> Session | None:
    """The last session with a catalog; None if there is none, or it cannot be used."""
    if folder is not None:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            return _restore(read(_file(dossier.catalog, folder)), dossier)
    return None


def keep_session(session: Session, dossier: Dossier, folder: Path | None) -> None:
    """Writes a session, if that is possible."""
    if folder is not None:
        whole = {
            "places": [_written(place) for place in session.history.places],
            "cursor": session.history.cursor,
            "sizes": session.arrangement.sizes,
            "orders": session.arrangement.orders,
            "tab": session.arrangement.tab,
            "filters": session.arrangement.filters,
            "tops": session.arrangement.tops,
            "size": session.size,
        }
        write(_file(dossier.catalog, folder), whole)


def _restore(whole: dict[str, Any], dossier: Dossier) -> Session | None:
    """The session that was written, without places that no longer exist. Raises an error if it is not one."""
    occurrences = Occurrences(dossier, _no_search)
    places = [_place(**each) for each in whole["places"][-KEPT:]]
    cursor = _number(whole["cursor"], len(places) - 1)
    existing = [place for place in places if _exists(place, occurrences)]
    if not existing:
        return None
    history = History(existing[0])
    history.places = existing
    history.cursor = max(sum(_exists(place, occurrences) for place in places[: cursor + 1]) - 1, 0)
    sizes = {name: _number(cells, 10_000) for name, cells in whole["sizes"].items() if name in DIVIDERS}
    orders = {pane: _number(order, len(ORDERS[pane]) - 1) for pane, order in whole["orders"].items() if pane in ORDERS}
    tab = whole.get("tab", FIGURES)
    if tab not in TABS[FIGURES]:
        raise ValueError(tab)
    # Sessions of earlier versions have neither.
    filters = {pane: _text(query) for pane, query in whole.get("filters", {}).items() if pane in (*TABS, "timeline")}
    tops = {pane: _number(top) for pane, top in whole.get("tops", {}).items() if pane in TABS}
    size = whole.get("size")
    return Session(
        history,
        Arrangement(sizes, orders, tab, filters, tops),
        None if size is None else (_number(size[0]), _number(size[1])),
    )


def _no_search() -> Any:
    raise ValueError("no query is run before the first screen")


def _written(place: Place) -> dict[str, Any]:
    """A place as it is written: `pane` names the split view, if it is in one."""
    view = next((name for name, target in SPLIT_VIEWS.items() if isinstance(place.target, target)), place.pane)
    values = {name: value for name, value in vars(place).items() if name != "target"}
    return values | {"record": format_target(place.target), "pane": view}


def _place(
    record: str,
    occurrence: int,
    pane: str,
    anchor: int | None,
    article: str | None,
    row: str | None,
    origin: str = "",
) -> Place:
    """The place that was written. Raises an error if it is not one."""
    for text in (record, article or "", row or "", origin):
        _text(text)
    target: Target = parse_target(record)
    if pane in SPLIT_VIEWS:
        target = CompareTarget(parse_target(record)) if pane == "compare" else TimelineTarget()
        pane = TEXT
    if pane not in PANES:
        raise ValueError(pane)
    anchor = None if anchor is None else _number(anchor)
    return Place(
        target, occurrence=_number(occurrence), pane=pane, anchor=anchor, article=article, row=row, origin=origin
    )


def _text(value: str) -> str:
    # Half of a surrogate pair cannot be sent to the terminal.
    value.encode()
    return value


def _number(value: object, most: int | None = None) -> int:
    if type(value) is not int or value < 0 or (most is not None and value > most):
        raise ValueError(value)
    return value


def _exists(place: Place, occurrences: Occurrences) -> bool:
    """Whether what a place shows is in the dossier."""
    dossier = occurrences.dossier
    if place.article is not None and place.article not in dossier.articles:
        return False
    return occurrences.has(place.target)
