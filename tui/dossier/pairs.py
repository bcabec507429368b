"""Counts the pairs of a group of figures by verdict, and finds the most important ones, without judging each pair.

n figures make n²/2 pairs. How many pairs share no value is counted from the sorted ends of their intervals in
n log n steps; which of these conflict is found by counting the figures of each period and status separately.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from tui.quantity.interval import Point
from tui.text.grouping import grouped

AGREE, COMPATIBLE, PERIOD, INCOMPARABLE, CONFLICT = (
    "agree",
    "compatible",
    "different period",
    "not comparable",
    "conflict",
)

SEVERITY = (AGREE, COMPATIBLE, PERIOD, INCOMPARABLE, CONFLICT)
"""The verdicts on pairs, the gravest last."""

Status = tuple[bool, str | None]
"""Whether a figure is about the future, and the condition that it depends on."""


Period = tuple[str | None, str | None]
"""The extent of a period, by which it is the same as another."""


class Comparable(NamedTuple):
    """The part of a figure that verdicts depend on, in the base unit of its kind."""

    number: int
    """Its index in the group."""
    begins: Point
    ends: Point
    middle: Decimal
    """The value that it is sorted by."""
    period: Period | None
    status: Status
    kind: str
    """The kind of its unit; the same for all members of a group."""
    leaves_room: bool = False
    """Whether it is a bound or a range, which many values satisfy, and no value that was rounded."""
    words: str | None = None
    """The words that date it, in one spelling. Without a period, it is of the time of a figure with the same words."""


def judge(first: Comparable, second: Comparable) -> str:
    """The verdict on two figures."""
    if first.kind != second.kind:
        return INCOMPARABLE
    if _differ_by_period(first, second):
        return PERIOD
    if first.status != second.status:
        return INCOMPARABLE
    if are_apart(first, second):
        return CONFLICT
    same = (first.begins, first.ends, first.leaves_room) == (second.begins, second.ends, second.leaves_room)
    return AGREE if same or not (first.leaves_room or second.leaves_room) else COMPATIBLE


def _differ_by_period(first: Comparable, second: Comparable) -> bool:
    """Whether two figures are dated, and not to the same time: by their periods or, where one has none, in words."""
    if first.period and second.period:
        return first.period != second.period
    undated = any(figure.period is None and figure.words is None for figure in (first, second))
    return not undated and first.words != second.words


def are_apart(first: Comparable, second: Comparable) -> bool:
    """Whether two figures share no value."""
    return first.begins > second.ends or second.begins > first.ends


_ANY = "any"
"""In the key of a set: any period, or any status."""

_Key = tuple[Status | str, Period | tuple[str, str, bool] | str | None]
"""What the members of a set have in common: their status, and their period or the words that date them."""


class _Ends:
    """The sorted ends of a set of intervals."""

    def __init__(self, members: Sequence[Comparable]) -> None:
        self._begins = sorted(member.begins for member in members)
        self._by_end = sorted(members, key=lambda member: member.ends)
        self._ends = [member.ends for member in self._by_end]
        self._leaving_room = [member for member in members if member.leaves_room]

    def __len__(self) -> int:
        return len(self._begins)

    def agreeing_with(self, member: Comparable) -> int:
        """How many of the set agree with a figure that has their period and status; a member agrees with itself."""
        if member.leaves_room:
            return self._rooms[member.begins, member.ends]
        exact = len(self) - len(self._leaving_room)
        apart = self.apart_from(member) - (self._with_room.apart_from(member) if self._leaving_room else 0)
        return exact - apart

    @cached_property
    def _rooms(self) -> Counter[tuple[Point, Point]]:
        return Counter((member.begins, member.ends) for member in self._leaving_room)

    @cached_property
    def _with_room(self) -> "_Ends":
        return _Ends(self._leaving_room)

    def apart_from(self, member: Comparable) -> int:
        """How many of the set share no value with a figure."""
        below = bisect_left(self._ends, member.begins)
        above = len(self._begins) - bisect_right(self._begins, member.ends)
        return below + above

    def least_below(self, member: Comparable) -> Comparable | None:
        """The smallest above 0 of those that end before a figure begins; None if there is none."""
        below = bisect_left(self._ends, member.begins)
        return self._least[below - 1] if below else None

    @cached_property
    def _least(self) -> list[Comparable | None]:
        """The smallest above 0 of the first n by their ends, for each n."""
        least: list[Comparable | None] = []
        for member in self._by_end:
            before = least[-1] if least else None
            if member.middle > 0 and (before is None or _by_size(member) < _by_size(before)):
                before = member
            least.append(before)
        return least


def _keys(member: Comparable) -> Iterator[_Key]:
    """The sets of a member: by its status and any, and by its period, the words that date it, and any."""
    for status in (member.status, _ANY):
        yield status, _ANY
        if member.period is not None or member.words is None:
            yield status, member.period
        if member.words is not None:
            yield status, _worded(member, member.period is not None)


def _worded(member: Comparable, dated: bool) -> tuple[str, str, bool]:
    """The key of what the same words date as a member, with or without a period."""
    return "worded", member.words or "", dated


class Pairs:
    """The pairs of the members of one group."""

    def __init__(self, members: Sequence[Comparable]) -> None:
        self.members = members
        sets = grouped((key, member) for member in members for key in _keys(member))
        self._sets = {key: _Ends(alike) for key, alike in sets.items()}

    def counts(self, member: Comparable) -> dict[str, int]:
        """How many of the others have each verdict with a member."""
        same_period = self._size(self._same_period(member, _ANY))
        keys = self._same_period(member, member.status)
        comparable = self._size(keys)
        conflicts = self._apart(member, keys)
        agreeing = self.agreeing_with(member)
        return {
            AGREE: agreeing - 1,
            COMPATIBLE: comparable - conflicts - agreeing,
            PERIOD: len(self.members) - same_period,
            INCOMPARABLE: same_period - comparable,
            CONFLICT: conflicts,
        }

    def agreeing_with(self, figure: Comparable) -> int:
        """How many of the members agree with a figure; a member agrees with itself."""
        keys = self._same_period(figure, figure.status)
        return sum(self._sets[key].agreeing_with(figure) for key in keys if key in self._sets)

    @cached_property
    def _counts(self) -> list[dict[str, int]]:
        return [self.counts(member) for member in self.members]

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many pairs have each verdict."""
        return {verdict: sum(counts[verdict] for counts in self._counts) // 2 for verdict in SEVERITY}

    @cached_property
    def gravest_apart(self) -> str | None:
        """The gravest verdict on a pair that shares no value; AGREE if all pairs share one, None if there is none."""
        if len(self.members) < 2:
            return None
        if self.totals[CONFLICT]:
            return CONFLICT
        found = AGREE
        for member in self.members:
            if self._apart(member, self._candidates(member, INCOMPARABLE)):
                return INCOMPARABLE
            if found == AGREE and self._apart(member, self._candidates(member, PERIOD)):
                found = PERIOD
        return found

    def __iter__(self) -> Iterator[tuple[Comparable, Comparable, str]]:
        """The pairs with their verdicts, the gravest first, then in the order of the members.

        Pairs are found lazily: the first few cost little, however many there are.
        """
        for verdict in reversed(SEVERITY):
            # How many partners of each member are still to be found; pairs with earlier members were found before.
            left = [counts[verdict] for counts in self._counts]
            for first in self.members:
                others = iter(range(first.number + 1, len(self.members)))
                while left[first.number]:
                    second = self.members[next(others)]
                    if judge(first, second) == verdict:
                        left[first.number] -= 1
                        left[second.number] -= 1
                        yield first, second, verdict

    @cached_property
    def furthest(self) -> tuple[Comparable, Comparable, str] | None:
        """Of the pairs with the gravest verdict that share no value, or else of all, that with the largest ratio."""
        verdict = self.gravest_apart
        if verdict is None:
            return None
        found = self._least_and_most() if verdict == AGREE else self._furthest_apart(verdict)
        if found is None:
            found = self._first() if verdict == AGREE else self._first_apart(verdict)
        return (*found, judge(*found))

    def _first(self) -> tuple[Comparable, Comparable]:
        first, second, _ = next(iter(self))
        return first, second

    def _first_apart(self, verdict: str) -> tuple[Comparable, Comparable]:
        """The first pair that shares no value and has the gravest verdict."""
        first = next(member for member in self.members if self._apart(member, self._candidates(member, verdict)))
        others = (other for other in self.members if are_apart(first, other) and judge(first, other) == verdict)
        return first, next(others)

    def _candidates(self, member: Comparable, verdict: str) -> list[_Key]:
        """The sets whose figures have the gravest verdict with a member, if they share no value with it."""
        # No graver verdict occurs on pairs that share no value.
        if verdict == PERIOD:
            return [(_ANY, _ANY)]
        return self._same_period(member, member.status if verdict == CONFLICT else _ANY)

    def _furthest_apart(self, verdict: str) -> tuple[Comparable, Comparable] | None:
        """The furthest pair that shares no value and has the gravest verdict; None if ratios cannot tell."""
        best: tuple[Decimal, int, int] | None = None
        for member in self.members:
            for key in self._candidates(member, verdict):
                other = self._sets[key].least_below(member) if key in self._sets else None
                if other is not None:
                    first, second = sorted((member.number, other.number))
                    far = -member.middle / other.middle, first, second
                    best = far if best is None else min(best, far)
        return best and (self.members[best[1]], self.members[best[2]])

    def _least_and_most(self) -> tuple[Comparable, Comparable] | None:
        """The smallest and the largest above 0; None if there are not two."""
        above = [member for member in self.members if member.middle > 0]
        if len(above) < 2:
            return None
        least = min(above, key=_by_size)
        others = (member for member in above if member is not least)
        most = min(others, key=lambda member: (-member.middle, member.number))
        return (least, most) if least.number < most.number else (most, least)

    def _same_period(self, member: Comparable, status: Status | str) -> list[_Key]:
        """The sets with a status whose period does not explain a difference; a missing period matches any."""
        if member.period is None and member.words is None:
            return [(status, _ANY)]
        if member.period is None:
            return [(status, None), *((status, _worded(member, dated)) for dated in (False, True))]
        return [(status, member.period), (status, None), *([(status, _worded(member, False))] if member.words else [])]

    def _size(self, keys: Sequence[_Key]) -> int:
        return sum(len(self._sets[key]) for key in keys if key in self._sets)

    def _apart(self, member: Comparable, keys: Sequence[_Key]) -> int:
        return sum(self._sets[key].apart_from(member) for key in keys if key in self._sets)


def _by_size(member: Comparable) -> tuple[Decimal, int]:
    return member.middle, member.number
