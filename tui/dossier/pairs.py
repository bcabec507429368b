"""The pairs of a group of claims: counted by verdict, and the telling ones found, without judging each of them.

n claims make n²/2 pairs. How many of them share no value is counted from the sorted ends of their intervals, in
n log n steps; which of these conflict follows from doing so for the claims of each period and status apart.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from tui.quantity.interval import Point

AGREE, PERIOD, INCOMPARABLE, CONFLICT = "agree", "differ by period", "not comparable", "conflict"

SEVERITY = (AGREE, PERIOD, INCOMPARABLE, CONFLICT)
"""The verdicts of pairs, the gravest last."""

Status = tuple[bool, str | None]
"""Whether a claim is about what is not yet, and the condition that it hangs on."""


class Comparable(NamedTuple):
    """What the verdicts on a figure rest on, in the base unit of its kind."""

    number: int
    """Its place in the group."""
    begins: Point
    ends: Point
    middle: Decimal
    """What it is sorted by."""
    period: str | None
    status: Status
    kind: str
    """The kind of its unit; the same for all claims of a group."""


def judge(first: Comparable, second: Comparable) -> str:
    """The verdict on two claims."""
    if first.kind != second.kind:
        return INCOMPARABLE
    if first.begins <= second.ends and second.begins <= first.ends:
        return AGREE
    if first.period and second.period and first.period != second.period:
        return PERIOD
    return INCOMPARABLE if first.status != second.status else CONFLICT


_ANY = "any"
"""In a set's key: claims of whatever period, or of whatever status."""

_Key = tuple[Status | str, str | None]
"""What the claims of a set have in common: their status, and their period."""


class _Ends:
    """The ends of a set of claims in order."""

    def __init__(self, claims: Sequence[Comparable]) -> None:
        self._begins = sorted(claim.begins for claim in claims)
        self._by_end = sorted(claims, key=lambda claim: claim.ends)
        self._ends = [claim.ends for claim in self._by_end]

    def apart_from(self, claim: Comparable) -> int:
        """How many of the set share no value with a claim."""
        below = bisect_left(self._ends, claim.begins)
        above = len(self._begins) - bisect_right(self._begins, claim.ends)
        return below + above

    def least_below(self, claim: Comparable) -> Comparable | None:
        """Of those that end before a claim begins, the least above 0."""
        below = bisect_left(self._ends, claim.begins)
        return self._least[below - 1] if below else None

    @cached_property
    def _least(self) -> list[Comparable | None]:
        """The least above 0 of the first so many by their ends."""
        least: list[Comparable | None] = []
        for claim in self._by_end:
            before = least[-1] if least else None
            if claim.middle > 0 and (before is None or _by_size(claim) < _by_size(before)):
                before = claim
            least.append(before)
        return least


class Pairs:
    """The pairs of the claims of one group."""

    def __init__(self, claims: Sequence[Comparable]) -> None:
        self.claims = claims
        sets: dict[_Key, list[Comparable]] = defaultdict(list)
        for claim in claims:
            for status in (claim.status, _ANY):
                for period in (claim.period, _ANY):
                    sets[status, period].append(claim)
        self._sets = {key: _Ends(members) for key, members in sets.items()}

    def counts(self, claim: Comparable) -> dict[str, int]:
        """How many of the others stand in each verdict to a claim."""
        apart = self._apart(claim, [(_ANY, _ANY)])
        comparable_period = self._apart(claim, self._same_period(claim, _ANY))
        conflicts = self._apart(claim, self._same_period(claim, claim.status))
        return {
            AGREE: len(self.claims) - 1 - apart,
            PERIOD: apart - comparable_period,
            INCOMPARABLE: comparable_period - conflicts,
            CONFLICT: conflicts,
        }

    @cached_property
    def _counts(self) -> list[dict[str, int]]:
        return [self.counts(claim) for claim in self.claims]

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many pairs have each verdict."""
        return {verdict: sum(counts[verdict] for counts in self._counts) // 2 for verdict in SEVERITY}

    @property
    def gravest(self) -> str | None:
        """The gravest verdict of a pair; None where there is no pair."""
        return next((verdict for verdict in reversed(SEVERITY) if self.totals[verdict]), None)

    def __iter__(self) -> Iterator[tuple[Comparable, Comparable, str]]:
        """The pairs with their verdicts, the gravest first, else in the claims' order.

        A pair is looked for when it is asked for: the first few cost little, however many there are.
        """
        for verdict in reversed(SEVERITY):
            # How many partners of each claim are still to be found; those before it have found it.
            left = [counts[verdict] for counts in self._counts]
            for first in self.claims:
                others = iter(range(first.number + 1, len(self.claims)))
                while left[first.number]:
                    second = self.claims[next(others)]
                    if judge(first, second) == verdict:
                        left[first.number] -= 1
                        left[second.number] -= 1
                        yield first, second, verdict

    @cached_property
    def furthest(self) -> tuple[Comparable, Comparable, str] | None:
        """Of the pairs with the gravest verdict the one whose sizes have the largest ratio; the first of equals."""
        verdict = self.gravest
        if verdict is None:
            return None
        found = self._least_and_most() if verdict == AGREE else self._furthest_apart(verdict)
        return (*found, verdict) if found else next(iter(self))

    def _furthest_apart(self, verdict: str) -> tuple[Comparable, Comparable] | None:
        """The furthest of the pairs that share no value and have the gravest verdict; None where no ratio tells."""
        best: tuple[Decimal, int, int] | None = None
        for claim in self.claims:
            # What is graver does not occur: of those that are compatible in these, all have the verdict.
            keys: list[_Key] = [(_ANY, _ANY)]
            if verdict != PERIOD:
                keys = self._same_period(claim, claim.status if verdict == CONFLICT else _ANY)
            for key in keys:
                other = self._sets[key].least_below(claim) if key in self._sets else None
                if other is not None:
                    first, second = sorted((claim.number, other.number))
                    far = -claim.middle / other.middle, first, second
                    best = far if best is None else min(best, far)
        return best and (self.claims[best[1]], self.claims[best[2]])

    def _least_and_most(self) -> tuple[Comparable, Comparable] | None:
        """The least and the most above 0; None where there are no two."""
        above = [claim for claim in self.claims if claim.middle > 0]
        if len(above) < 2:
            return None
        least = min(above, key=_by_size)
        most = min((claim for claim in above if claim is not least), key=lambda claim: (-claim.middle, claim.number))
        return (least, most) if least.number < most.number else (most, least)

    def _same_period(self, claim: Comparable, status: Status | str) -> list[_Key]:
        """The sets of those with a status whose period does not excuse a difference: a missing one is any."""
        if claim.period is None:
            return [(status, _ANY)]
        return [(status, claim.period), (status, None)]

    def _apart(self, claim: Comparable, keys: Sequence[_Key]) -> int:
        return sum(self._sets[key].apart_from(claim) for key in keys if key in self._sets)


def _by_size(claim: Comparable) -> tuple[Decimal, int]:
    return claim.middle, claim.number
