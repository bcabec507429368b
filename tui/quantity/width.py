"""How much a printed number covers: its rounding, which the digits and the hedge tell."""

from decimal import Decimal

from tui.numbers.number import Number, trailing_step
from tui.quantity.interval import Interval
from tui.quantity.unit import Unit

_MOST, _MOST_ABOUT = Decimal("0.025"), Decimal("0.1")
"""The part of its value that zeros at the end of a number may hide."""

_MOST_SCALED, _MOST_SCALED_ABOUT = Decimal("0.05"), Decimal("0.1")
"""The part of its value that the last digit before a scale word covers at most: $1 million is not $1.4 million."""

_LONG = 100
"""A number of three digits. One of fewer is printed to its last digit, zero or not: 70 percent is not 69."""


def width(number: Number, modifier: str, unit: Unit, by_hand: bool = False) -> Interval:
    """The values that a number covers, in the unit that it is printed in.

    A bound closes one side at the number; counts and ranks are exact, but no rates of them; else it reaches as far as
    `reach` says.
    `by_hand` takes the number's step as it is: the curator set it.
    """
    value = number.value
    if modifier in "<≤":
        return Interval(None, value, False, modifier == "≤")
    if modifier in ">≥":
        return Interval(value, None, modifier == "≥", False)
    about = modifier == "≈"
    # Two-thirds of a million people are not counted one by one.
    if not about and (number.ordinal or (unit.exact and unit.per is None and value % 1 == 0)):
        return Interval(value, value, True, True)
    far = number.step * _part(about) if by_hand else reach(number, about, unit.in_one)
    return Interval(value - far, value + far)


def reach(number: Number, about: bool = False, in_one: Decimal | None = None) -> Decimal:
    """How far a number reaches to each side: half a unit of its last digit, "about" a whole one.

    Zeros at the end may be rounding in a number of three digits or more, and after "about" in any; not so in `in_one`,
    how many make a whole: 100 percent. A share is told to its step.
    """
    part, size = _part(about), abs(number.value)
    if number.share:
        return number.step * part
    most = size * (_MOST_ABOUT if about else _MOST)
    if number.step.normalize().as_tuple().digits != (1,):
        # A fraction, or a smaller unit: two and a half million, 2 hours 15 minutes.
        return min(number.step * part, most)
    printed = number.step if number.scaled or number.step < 1 else Decimal(1)
    least = printed * part
    if number.scaled and size:
        least = min(least, size * (_MOST_SCALED_ABOUT if about else _MOST_SCALED))
    scale = number.value / number.mantissa if number.mantissa else Decimal(1)
    digits = size / printed
    # Zeros after a decimal point are printed on purpose.
    rounded = printed >= scale and (digits >= _LONG or about) and size != in_one and not number.ordinal
    last = trailing_step(digits) * printed if rounded else printed
    return max(min(last * part, most), least)


def _part(about: bool) -> Decimal:
    return Decimal(1) if about else Decimal("0.5")
