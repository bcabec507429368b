"""The value of a figure in short: 28.5 Mt, ≤12%, 2,500–3,000 t/yr, 5th."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.interval import Value
from tui.quantity.unit import Unit
from tui.text.safe import visible
from tui.view.wording import rate_sign

RANK = "rank"
"""The unit of ranks, which are written as ordinal numbers."""

_ORDINAL = {1: "st", 2: "nd", 3: "rd"}


def value_text(figure: Figure, dossier: Dossier) -> str:
    """The value with its modifier and unit; none or unknown where there is no value."""
    if figure.known != "value":
        return figure.known
    own, per = dossier.unit_of(figure), dossier.measures[figure.measure].per
    value = rounded(figure.value)
    if value.value is None:
        low, high = value.interval.low or Decimal(0), value.interval.high or Decimal(0)
        unit = _unit_for(high, own, dossier)
        return f"{_number(low, own, unit)}–{_with_unit(_number(high, own, unit), unit, per)}"
    sign = "" if value.modifier == "=" else value.modifier
    if own.id == RANK:
        return sign + _rank(value.value)
    unit = _unit_for(value.value, own, dossier)
    return sign + _with_unit(_number(value.value, own, unit), unit, per)


def interval_text(figure: Figure, dossier: Dossier) -> str:
    """The interval that the written number covers: 28.45 to 28.55 Mt."""
    interval, own = rounded(figure.value).interval, dossier.unit_of(figure)
    low, high = interval.low, interval.high
    unit = _unit_for(high or low or Decimal(0), own, dossier)
    end = _with_unit(_number(high or low or Decimal(0), own, unit), unit, dossier.measures[figure.measure].per)
    if low is None:
        return f"{'up to' if interval.high_included else 'below'} {end}"
    if high is None:
        return f"{'from' if interval.low_included else 'above'} {end}"
    return "exact" if low == high else f"{_number(low, own, unit)} to {end}"


def width_text(figure: Figure, dossier: Dossier) -> str:
    """The interval with its origin: rounded, about, a bound, a range, by the curator’s hand; or exact.

    Empty where there is no value.
    """
    if figure.known != "value":
        return ""
    interval = interval_text(figure, dossier)
    if interval == "exact":
        return interval
    if figure.decimals is not None:
        return f"set by the curator: {interval}"
    words = {"=": "rounded", "≈": "about", "range": "a range"}
    return f"{words.get(figure.value.modifier, 'a bound')}: {interval}"


def sort_value(figure: Figure) -> float:
    """What figures of one measure are sorted by: the value or, of a range, its upper end."""
    value = figure.value.value if figure.value.value is not None else figure.value.interval.high
    return float(value or 0)


_MOST_DIGITS = 5
"""Significant digits of the end of an interval of one or two digits: those of 2.5 percent of it."""


def rounded(value: Value) -> Value:
    """The value to one digit more than was printed, and the interval to two digits of its half.

    Only a conversion between systems of units gives more: 5 million pounds are 2,267.96185 t, shown as 2,270 t.
    """
    if value.step is None:
        return value
    low, high = value.interval.low, value.interval.high
    last = value.step.adjusted() - 1
    reach = None if low is None or high is None or value.value is None else (high - low) / 2
    last_of_ends = min(last, reach.adjusted() - 1) if reach else last
    interval = replace(
        value.interval,
        low=_to_last(low, last_of_ends, _MOST_DIGITS),
        high=_to_last(high, last_of_ends, _MOST_DIGITS),
    )
    return value._replace(value=_to_last(value.value, last), interval=interval)


def _to_last(number: Decimal | None, last: int, kept: int = 0) -> Decimal | None:
    """A number rounded to a unit of 10 to the power `last`, unless it has no more than `kept` significant digits."""
    if number is None:
        return None
    digits = number.normalize().as_tuple().digits
    if len(digits) <= kept or number.adjusted() - len(digits) + 1 >= last:
        return number
    return number.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP)


def ambiguity_text(written: str, dossier: Dossier) -> str | None:
    """Says how an ambiguous unit is read; None where the written number has none."""
    for unit in dossier.units.by_id.values():
        for form in unit.ambiguous:
            if re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", written) and not _clearer(form, written, unit):
                return visible(f"“{form}” is read as {unit.name}")
    return None


def _clearer(form: str, written: str, unit: Unit) -> bool:
    """Whether a number is written with a longer, unambiguous form of the unit: metric tons."""
    return any(form in other and other != form and other in written for other in unit.written)


def _unit_for(value: Decimal, unit: Unit, dossier: Dossier) -> Unit:
    """The unit to show a value in: the measure's own or, from a million on, the largest power of ten of it."""
    if abs(value) < 1_000_000:
        return unit
    return dossier.units.largest_within(unit, abs(value) * unit.size) or unit


def _number(value: Decimal, own: Unit, unit: Unit) -> str:
    """A value in the measure's own unit, converted to `unit`."""
    return f"{own.convert(value, unit).normalize():,f}"


def _with_unit(number: str, unit: Unit, per: str | None) -> str:
    if unit.exact:
        return number + rate_sign(per)
    space = "" if unit.id == "%" else "\N{NO-BREAK SPACE}"
    return f"{number}{space}{visible(unit.id)}{rate_sign(per)}"


def _rank(value: Decimal) -> str:
    rank = int(value)
    return f"{rank}{'th' if 10 < rank % 100 < 14 else _ORDINAL.get(rank % 10, 'th')}"
