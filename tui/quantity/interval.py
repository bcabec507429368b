"""The values that a written number can stand for."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

Point = tuple[Decimal, int]
"""Where an interval begins or ends: just below a value (-1), at it (0), or just above it (1)."""

_INFINITY = Decimal("Infinity")


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`; None is an open side. Each end is part of it or not."""

    low: Decimal | None
    high: Decimal | None
    low_included: bool = True
    high_included: bool = False

    def __contains__(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (value == self.low and self.low_included)
        below = self.high is None or value < self.high or (value == self.high and self.high_included)
        return above and below

    @property
    def begins(self) -> Point:
        """The first point that is part of it."""
        return (-_INFINITY, 0) if self.low is None else (self.low, 0 if self.low_included else 1)

    @property
    def ends(self) -> Point:
        """The last point that is part of it."""
        return (_INFINITY, 0) if self.high is None else (self.high, 0 if self.high_included else -1)

    def meets(self, other: "Interval") -> bool:
        """Whether the two share a value."""
        return self.begins <= other.ends and other.begins <= self.ends

    def converted(self, convert: Callable[[Decimal], Decimal]) -> "Interval":
        """The same interval in another unit; `convert` rises."""
        return Interval(
            None if self.low is None else convert(self.low),
            None if self.high is None else convert(self.high),
            self.low_included,
            self.high_included,
        )

    def scaled(self, factor: Decimal) -> "Interval":
        """The same interval in a unit `factor` times as small; the factor is positive."""
        return self.converted(factor.__mul__)


class Value(NamedTuple):
    """What a figure says, in its measure's unit: its modifier, and the values it covers. A range has no `value`."""

    modifier: str
    value: Decimal | None
    interval: Interval
    step: Decimal | None = None
    """A unit of the last digit that was printed; None where nothing was."""

    @property
    def middle(self) -> Decimal | None:
        """The value, or the middle of a range; None where neither is known."""
        if self.value is not None or self.interval.low is None or self.interval.high is None:
            return self.value
        return (self.interval.low + self.interval.high) / 2

    def agrees_with(self, other: "Value") -> bool:
        """Whether two printings of one claim say the same to the same digit: 1 million and 1,000,000."""
        if self.value is None or self.interval == other.interval:
            return self == other
        return (self.modifier, self.value, self.step) == (other.modifier, other.value, other.step)
