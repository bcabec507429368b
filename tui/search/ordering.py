"""Puts first what a superlative asks for: the largest figure of a measure, the latest event."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.search.ranking import LEAST_WITH_ALL, MOST_WITH_SOME, Rating
from tui.search.rows import kind_of

if TYPE_CHECKING:
    from tui.search.interface import PassageIndex
    from tui.search.superlatives import SortOrder

FIRST_GAIN = 10
"""Points that the first gains over the best of those that are put in order."""

CLOSE = 12
"""Points that others score less at most, to be put in order with the best: they have the same words in it."""


def in_order(rated: Mapping[int, Rating], order: "SortOrder", index: "PassageIndex") -> dict[int, Rating]:
    """The ratings of candidates, with those of the best record's kind and measure in an order.

    Figures of different measures are not compared. A date of the record itself comes before that of its article.
    """
    records = [row for row in rated if kind_of(row) in ("figure", "event")]
    values = index.values_of(records)
    groups = {row: (kind_of(row), values[row][0] if row in values else "") for row in records}
    keys: dict[int, tuple[object, ...]]
    if order.by == "value":
        keys = {row: (high if order.falls else low,) for row, (_, low, high) in values.items()}
    else:
        dates = index.dates_of(records)
        keys = {
            row: (of_article != order.falls, date.order[::-1] if order.falls else date.order)
            for row, (of_article, date) in dates.items()
        }
    best = max(keys, key=lambda row: (rated[row].has_all, rated[row].score, -row), default=None)
    if best is None:
        return dict(rated)
    has_all, score = rated[best].has_all, rated[best].score
    ordered = sorted(
        (
            row
            for row in keys
            if groups[row] == groups[best] and rated[row].has_all == has_all and rated[row].score >= score - CLOSE
        ),
        key=lambda row: keys[row],
        reverse=order.falls,
    )
    top = min(score + FIRST_GAIN, 100 if has_all else MOST_WITH_SOME)
    least = LEAST_WITH_ALL if has_all else 0
    return dict(rated) | {row: rated[row]._replace(score=max(top - place, least)) for place, row in enumerate(ordered)}
