"""A printed number, a range of two, and a fraction: what digits and words are read as."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.numbers.scales import Scale


@dataclass(frozen=True)
class Number:
    """One printed number. `step` is a unit of its last significant digit; `mantissa` leaves the scale out."""

    value: Decimal
    mantissa: Decimal
    step: Decimal
    end: int
    """Where in the text that was read the number ends."""
    scaled: bool = False
    ordinal: bool = False
    factors: tuple[Decimal, ...] = ()
    """What its last words multiply by, and may multiply the number before it by: 3–5 million, two to three hundred."""
    share: bool = False
    """Whether it is a part of one whole, with no scale word: two-thirds, 1 in 8."""

    def moved(self, by: int) -> "Number":
        """The same number so many characters further on in a text."""
        return replace(self, end=self.end + by)


class FractionPart(NamedTuple):
    """A fraction, and where in the text it ends."""

    value: Fraction
    end: int


@dataclass(frozen=True)
class Range:
    """Two numbers joined by a dash, by “to”, or by “between” and “and”; or the ends that ± gives."""

    low: Number
    high: Number
    end: int

    def moved(self, by: int) -> "Range":
        """The same range so many characters further on in a text."""
        return Range(self.low.moved(by), self.high.moved(by), self.end + by)


def with_decimals(number: Number, decimals: int) -> Number:
    """The number with its last significant digit set by hand: `decimals` digits after the printed point."""
    scale = number.value / number.mantissa if number.mantissa else Decimal(1)
    return replace(number, step=Decimal(1).scaleb(-decimals) * scale)


def times(number: Number, scale: "Scale") -> Number:
    """The number with the scale word after it. That makes trailing zeros significant: 110 million counts millions."""
    step = min(number.step, Decimal(1)) * scale.by
    factors = (*(scale.by * by for by in number.factors), *scale.factors)
    return replace(
        number, value=number.mantissa * scale.by, step=step, end=scale.end, scaled=True, factors=factors, share=False
    )


def negative(number: Number) -> Number:
    """The number with a minus before it."""
    return replace(number, value=-number.value, mantissa=-number.mantissa)


def trailing_step(value: Decimal) -> Decimal:
    """A unit of the last digit of a whole number that is not zero; 1 for zero."""
    step = Decimal(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return step
