"""What a unit measures, and the words that people ask with for it: how fast, how hot, what share, the price.

A figure is indexed with a mark for each: a word that no text prints.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.quantity.unit import Unit

COUNT = "count0"
"""The mark of whole things."""

CHANGE = "change0"
"""The mark of a change: what rose by so much."""

COUNTING = frozenset(["many"])
"""Words before what is counted."""

COUNTED = frozenset(["money", "people", "percent", "time"])
"""Words after how many and how much that say no more than what is measured."""

_ASKED_WITH = {
    "length0": "deep depth distance far height high length long tall wide width",
    "area0": "area big large size",
    "mass0": "heavy mass weigh weighed weighs weight",
    "volume0": "volume",
    "time0": "duration long time",
    "age0": "age old",
    "speed0": "fast quick quickly slow slowly speed",
    "temperature0": "cold cool hot temperature temperatures warm",
    "money0": "cheap cost costs expensive money paid pay pays price prices spend spending spends spent worth",
    "share0": "percent percentage proportion share",
    COUNT: "number people",
    "rank0": "place rank",
    "head0": "capita head inhabitant people person",
    "year0": "annual annually year yearly",
    "month0": "month monthly",
    "day0": "daily day",
    CHANGE: """
        change changed changes changing climb climbed decline declined declining decrease decreased drop dropped
        dropping fall fallen falling fell gain gained grew grow growing grown growth increase increased increasing rise
        risen rises rising rose shrank shrink shrinking
    """,
    "hour0": "hour hourly",
}
"""The words that people ask with for what has a mark."""

_MARKS_OF_KIND = {
    "m": "length0",
    "m²": "area0",
    "kg": "mass0",
    "t": "mass0",
    "L": "volume0",
    "sec": "time0",
    "month": "age0 time0",
    "km/h": "speed0",
    "°C": "temperature0",
    "%": "share0",
    "rank": "rank0",
}
_MARK_OF_RATE = {"yr": "year0", "month": "month0", "day": "day0", "h": "hour0", "capita": "head0"}
_TIMES = ("sec", "month")


def marks(unit: "Unit", changes: bool = False) -> Iterator[str]:
    """The marks of what a unit measures, for a measure of changes or another: of a length in a time, its speed."""
    from tui.languages.lexicon import CURRENCY_CODES

    parts = unit.per.parts if unit.per else ()
    in_time = any(part.kind in _TIMES for part in parts)
    if unit.kind in CURRENCY_CODES:
        yield "money0"
    elif unit.kind == "m" and in_time:
        yield "speed0"
    elif unit.kind in _MARKS_OF_KIND and not (unit.kind in _TIMES and in_time):
        yield from _MARKS_OF_KIND[unit.kind].split()
    elif unit.exact:
        yield COUNT
    if changes:
        yield CHANGE
    for part in parts:
        if part.name in _MARK_OF_RATE:
            yield _MARK_OF_RATE[part.name]


def asked(word: str) -> list[str]:
    """The marks of what people ask for with a word."""
    return [mark for mark, words in _ASKED_WITH.items() if word in words.split()]
