"""A written quantity: number, unit and rate together, its hedge, and the interval that all of it covers."""

import re
from dataclasses import dataclass, replace

from tui.quantity import number as numbers
from tui.quantity.interval import Interval, Value
from tui.quantity.number import Number, Range
from tui.quantity.unit import Unit, Units, read_per

_HEDGES = {
    "≈": "about|approximately|approx.|around|roughly|some|nearly|almost|circa|ca.|close to|in the region of|~|≈",
    "≤": "up to|as high as|as much as|as many as|at most|a maximum of|≤",
    "≥": "at least|as low as|a minimum of|≥",
    "<": "less than|fewer than|under|below|<",
    ">": "more than|over|above|exceeding|upwards of|>",
}
"""Words directly before a number that say how it bounds the value, by modifier."""

_NEGATED = {"<": "≥", ">": "≤"}
"""What a bound becomes after a negation: no less than, not exceeding."""

_FROM_BELOW = ("nearly", "almost")
"""Hedges after which the value is not the printed number, but a little less."""

MODIFIERS = ("=", *_HEDGES)

_HEDGE_MODIFIER = {hedge: modifier for modifier, hedges in _HEDGES.items() for hedge in hedges.split("|")}
_HEDGE = re.compile(
    r"(?<![^\W_])((?:(?:no|not|never|without)\s+)?)("
    + "|".join(re.escape(h).replace(r"\ ", r"\s+") for h in sorted(_HEDGE_MODIFIER, key=len, reverse=True))
    + r")\s*(?:[a-z]{0,2}[$€£¥]\s*)?$",
    re.IGNORECASE,
)


class QuantityError(ValueError):
    """Words that are no quantity; the message says why and what to do."""


@dataclass(frozen=True)
class Quantity:
    """A number or range as written, with the unit and rate that its words name (None where they name none)."""

    number: Number | Range
    unit: Unit | None
    per: str | None
    end: int


def read_at(text: str, start: int, units: Units) -> Quantity | None:
    """The quantity that begins at `start` of a text, as far as it reaches; None where none begins there."""
    opened = numbers.between(text, start)
    start = start if opened is None else opened
    sign = units.read_sign(text, start)
    number = numbers.read(text, sign[1] if sign else start, opened is not None)
    if number is None:
        return None
    end, unit, per = number.end, sign[0] if sign else None, None
    # A letter that could scale the number or be its unit is the unit where the catalog writes it so: 3 m.
    if unit is None and (written := units.read(text, end)) is not None:
        unit, end = written
        # "5% to 10%": the unit may stand after both ends of a range.
        both = numbers.read_range(number, text, end, opened is not None) if isinstance(number, Number) else None
        again = units.read(text, both.end) if both else None
        if both and again and again[0] == unit:
            number, end = both, again[1]
    if opened is not None and isinstance(number, Number):
        return None
    if (rate := read_per(text, end)) is not None:
        per, end = rate
    return Quantity(number, unit, per, end)


def parse(words: str, units: Units) -> Quantity:
    """The quantity that `words` are, whole. Raises QuantityError where they are not, or not only."""
    quantity = read_at(words, 0, units)
    if quantity is None:
        raise QuantityError(f"“{words}” does not begin with a number; leave the words before it out")
    rest = words[quantity.end :]
    if isinstance(quantity.number, Number) and quantity.number.ordinal and rest.startswith(("-", "‐", "‑")):
        return replace(quantity, end=len(words))
    if rest.strip():
        raise QuantityError(f"“{rest.strip()}” after the number is no unit that the catalog has")
    return quantity


def hedge_before(text: str, start: int) -> tuple[str, str] | None:
    """The modifier of the hedge that stands directly before `start`, and its words; None where none does.

    A currency's sign may stand between: about $3 billion.
    """
    match = _HEDGE.search(text, max(start - 40, 0), start)
    if match is None:
        return None
    modifier = _HEDGE_MODIFIER[" ".join(match[2].lower().split())]
    if match[1] and modifier in _NEGATED:
        return _NEGATED[modifier], match[1] + match[2]
    return modifier, match[2]


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
