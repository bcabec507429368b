"""Where the parts of an index are: each has rows in the order of the dossier, and keeps them while others change.

A part is a record or the passages of an article. Between parts there are free rows for others. Each kind of entries has
a range of rows of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.search.query import KINDS

RANGE = 1 << 40
"""Rows for each kind of entries."""

_GAP = {"passage": 1 << 13}
"""Rows from the start of one part to that of the next, in a new index. FTS5 stores smaller steps in fewer bytes."""
_GAP_OF_RECORDS = 1 << 16


_ROOM = 1 << 10
"""Free rows between parts after some were moved to make room, at least."""


class Run(NamedTuple):
    """The rows of one part."""

    first: int
    size: int

    @property
    def end(self) -> int:
        """The first row after it. A part without rows takes one up all the same."""
        return self.first + max(self.size, 1)


def range_of(kind: str) -> tuple[int, int]:
    """The first and the last row that entries of a kind can have."""
    start = KINDS.index(kind) * RANGE
    return start + 1, start + RANGE - 1


def kind_of(row: int) -> str:
    """The kind of the entry in a row."""
    return KINDS[row // RANGE]


def in_order(wanted: Sequence[str], there: Mapping[str, Run]) -> set[str]:
    """The most parts that have their rows in the order that is wanted."""
    from bisect import bisect_left

    # The longest increasing subsequence: `ends` has the last part of the best one of each length.
    ends: list[int] = []
    names: list[str] = []
    before: dict[str, str | None] = {}
    for name in wanted:
        if name in there:
            at = bisect_left(ends, there[name].first)
            before[name] = names[at - 1] if at else None
            ends[at : at + 1] = [there[name].first]
            names[at : at + 1] = [name]
    kept: set[str] = set()
    last = names[-1] if names else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def placed(kind: str, wanted: Iterable[tuple[str, int]], kept: Mapping[str, Run]) -> dict[str, Run]:
    """The rows of the parts that get new ones: all that are not kept, and those that must make room for them.

    `wanted` are the parts with their sizes, in order; the rows of the kept ones are in that order.
    """
    first, last = range_of(kind)
    gap = _GAP.get(kind, _GAP_OF_RECORDS)
    new: dict[str, Run] = {}
    waiting: list[tuple[str, int]] = []
    end = first

    def place(until: int | None) -> bool:
        nonlocal end
        if until is None:
            for name, size in waiting:
                new[name] = Run(end + -end % gap, size)
                end = new[name].end
            return True
        free = until - end - sum(max(size, 1) for _, size in waiting)
        step = free // (len(waiting) + 1)
        # Room is made for the next parts too.
        if free < 0 or (step < _ROOM and waiting and waiting[-1][0] in kept):
            return False
        for name, size in waiting:
            new[name] = Run(end + step, size)
            end = new[name].end
        return True

    for name, size in wanted:
        run = kept.get(name)
        if run is None or not place(run.first):
            waiting.append((name, size))
            continue
        waiting.clear()
        end = run.end
    place(None)
    assert end <= last, "an index has at most a trillion rows of each kind"
    return new
