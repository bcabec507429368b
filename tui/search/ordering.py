"""Puts first what a superlative asks for: the largest figure of a measure, the latest event."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.search.ranking import Rating
from tui.search.rows import kind_of

if TYPE_CHECKING:
    from tui.search.index import Index
    from tui.search.superlatives import SortOrder

GAIN = 10
"""Points that those that are put in order gain over the best of them."""

STEP = 0.1
"""Points from one to the next: so few that no other entry comes between them."""

CLOSE = 12
"""Points that others have less at most, to be put in order with the best: the words match them as well."""


def in_order(rated: Mapping[int, Rating], order: "SortOrder", index: "Index") -> dict[int, Rating]:
    """The ratings of candidates, with those of the best record's kind and series in an order.

    A series has one measure and material; other figures are not compared with it, unless the order mixes measures. A
    record's own date counts more than its article's.
    """
    records = [row for row in rated if kind_of(row) in ("figure", "event")]
    values = index.values_of(records)
    compared = {row: value.kind if order.mixes else value.series for row, value in values.items()}
    groups = {row: (kind_of(row), compared.get(row)) for row in records}
    keys: dict[int, tuple[object, ...]]
    if order.by == "value":
        keys = {row: (value.high if order.falls else value.low,) for row, value in values.items()}
    else:
        dates = index.dates_of(records)
        keys = {
            row: (of_article != order.falls, date.order[::-1] if order.falls else date.order)
            for row, (of_article, date) in dates.items()
        }
    best = max(keys, key=lambda row: (rated[row].has_all, rated[row].points, -row), default=None)
    if best is None:
        return dict(rated)
    has_all, points = rated[best].has_all, rated[best].points
    ordered = sorted(
        (
            row
            for row in keys
            if groups[row] == groups[best] and rated[row].has_all == has_all and rated[row].points >= points - CLOSE
        ),
        key=lambda row: keys[row],
        reverse=order.falls,
    )
    return dict(rated) | {
        row: rated[row]._replace(points=points + GAIN - STEP * place) for place, row in enumerate(ordered)
    }
