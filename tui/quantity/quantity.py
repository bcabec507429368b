"""A written quantity: number, unit and rate together, its hedge, and the interval that all of it covers."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.quantity import number as numbers
from tui.quantity.interval import Interval, Value
from tui.quantity.number import Number, Range
from tui.quantity.unit import Unit, Units, read_per

_FROM_BELOW = ("nearly", "almost")
"""Hedges after which the value is not the printed number, but a little less."""


class QuantityError(ValueError):
    """Words that are no quantity; the message says why and what to do."""


@dataclass(frozen=True)
class Quantity:
    """A number or range as written, with the unit and rate that its words name (None where they name none)."""

    number: Number | Range
    unit: Unit | None
    per: str | None
    end: int


def read_at(text: str, start: int, units: Units, wanted: Unit | None = None) -> Quantity | None:
    """The quantity that begins at `start` of a text, as far as it reaches; None if none begins there.

    `wanted` is the unit that a value is needed in: a letter that is written for a unit of its kind is that unit and
    not a scale word (1.8m in metres).
    """
    opened = numbers.between(text, start)
    letters = units.scale_letters(wanted)
    first = _read_end(text, start if opened is None else opened, units, letters)
    if first is None:
        return None
    number, unit, end = first
    mark = numbers.range_mark(text, end, opened is not None)
    if mark is not None and (second := _read_end(text, mark, units, letters)):
        # The unit may be printed at either end or at both: $5-$6 billion, 5% to 10%, 3 to 5 tons.
        same = unit is None or second.unit is None or unit == second.unit
        low_unit_first = unit is not None and number.end == end and second.unit is None
        if same and (unit is None or second.unit is not None or low_unit_first):
            joined = numbers.range_of(number, second.number, touching=number.end == end)
            if joined is not None:
                return _with_rate(text, second.end, joined, second.unit or unit)
    return None if opened is not None else _with_rate(text, end, number, unit)


class _End(NamedTuple):
    """One number with its unit: a quantity, or an end of a range."""

    number: Number
    unit: Unit | None
    end: int


def _read_end(text: str, start: int, units: Units, letters: str) -> _End | None:
    """The number at `start` with the unit printed before or after it."""
    sign = units.read_sign(text, start)
    number = numbers.read_one(text, sign[1] if sign else start, letters)
    if number is None:
        return None
    if sign:
        return _End(number, sign[0], number.end)
    written = units.read(text, number.end)
    return _End(number, written[0], written[1]) if written else _End(number, None, number.end)


def _with_rate(text: str, end: int, number: Number | Range, unit: Unit | None) -> Quantity:
    rate = read_per(text, end)
    return Quantity(number, unit, *rate) if rate else Quantity(number, unit, None, end)


def parse(words: str, units: Units, wanted: Unit | None = None) -> Quantity:
    """The quantity that the whole of `words` is; `wanted` as in `read_at`. Raises QuantityError if they are not one."""
    quantity = read_at(words, 0, units, wanted)
    if quantity is None:
        raise QuantityError(f"“{words}” does not begin with a number; leave the words before it out")
    rest = words[quantity.end :]
    if isinstance(quantity.number, Number) and quantity.number.ordinal and rest.startswith(("-", "‐", "‑")):
        return replace(quantity, end=len(words))
    if rest.strip():
        raise QuantityError(f"“{rest.strip()}” after the number is no unit that the catalog has")
    return quantity


def is_ordinal(quantity: Quantity) -> bool:
    """Whether it is a rank: fifth, 21st."""
    return isinstance(quantity.number, Number) and quantity.number.ordinal


def value_of(
    quantity: Quantity, modifier: str, unit: Unit, decimals: int | None = None, hedge: str | None = None
) -> Value:
    """The value and width of a quantity, in `unit`.

    A written number covers half a unit of its last significant digit to each side, "about" a whole one, and "nearly"
    (the hedge) one below; a bound closes one side at the printed number; counts, ranks and the ends of a range are
    exact.
    Raises QuantityError where the quantity's unit is of another kind.
    """
    written = quantity.unit or unit
    if written.kind != unit.kind:
        raise QuantityError(f"{written.name} cannot be read as {unit.name}")
    factor = written.factor / unit.factor
    number = quantity.number
    if isinstance(number, Range):
        ends = Interval(number.low.value, number.high.value, True, True)
        return Value("range", None, ends.scaled(factor), min(number.low.step, number.high.step) * factor)
    step = number.step
    if decimals is not None:
        number = numbers.with_decimals(number, decimals)
    width = _width(number, modifier, unit.exact)
    if modifier == "≈" and (hedge or "").lower() in _FROM_BELOW:
        width = Interval(width.low, number.value)
    return Value(modifier, number.value * factor, width.scaled(factor), min(step, number.step) * factor)


def _width(number: Number, modifier: str, exact: bool) -> Interval:
    value = number.value
    if modifier in "<≤":
        return Interval(None, value, False, modifier == "≤")
    if modifier in ">≥":
        return Interval(value, None, modifier == "≥", False)
    if modifier == "≈":
        return Interval(value - number.step, value + number.step)
    if exact or number.ordinal:
        return Interval(value, value, True, True)
    return Interval(value - number.step / 2, value + number.step / 2)
