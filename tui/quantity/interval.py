"""The values that a written number can stand for."""

from dataclasses import dataclass
from decimal import Decimal


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

    def meets(self, other: "Interval") -> bool:
        """Whether the two share a value."""
        return not self._ends_before(other) and not other._ends_before(self)

    def _ends_before(self, other: "Interval") -> bool:
        if self.high is None or other.low is None:
            return False
        touch = self.high == other.low and self.high_included and other.low_included
        return self.high <= other.low and not touch

    def scaled(self, factor: Decimal) -> "Interval":
        """The same interval in a unit `factor` times as small; the factor is positive."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_included,
            self.high_included,
        )


@dataclass(frozen=True)
class Value:
    """What a figure says, in its measure's unit: its modifier, and the values it covers. A range has no `value`."""

    modifier: str
    value: Decimal | None
    interval: Interval
    step: Decimal | None = None
    """A unit of the last digit that was printed; None where nothing was."""
