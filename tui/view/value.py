"""A figure's value as people write it: 28.5 Mt, ≤12%, 2,500–3,000 t/yr, 5th."""

import re
from dataclasses import replace
from decimal import Decimal

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.interval import Value
from tui.quantity.unit import Unit
from tui.text.safe import visible

_FEW = 4
"""Digits that a value may have without a look at the unit that it was printed in."""

_ORDINAL = {1: "st", 2: "nd", 3: "rd"}


def value_text(figure: Figure, dossier: Dossier) -> str:
    """The value with its modifier and unit."""
    own, per = dossier.unit_of(figure), dossier.measures[figure.measure].per
    value = rounded(figure, dossier)
    if value.value is None:
        low, high = value.interval.low or Decimal(0), value.interval.high or Decimal(0)
        unit = _unit_for(high, own, dossier)
        return f"{_number(low, own, unit)}–{_with_unit(_number(high, own, unit), unit, per)}"
    sign = "" if value.modifier == "=" else value.modifier
    if own.id == "rank":
        return sign + _rank(value.value)
    unit = _unit_for(value.value, own, dossier)
    return sign + _with_unit(_number(value.value, own, unit), unit, per)


def interval_text(figure: Figure, dossier: Dossier) -> str:
    """The interval that the written number covers: 28.45 to 28.55 Mt."""
    interval, own = rounded(figure, dossier).interval, dossier.unit_of(figure)
    low, high = interval.low, interval.high
    unit = _unit_for(high or low or Decimal(0), own, dossier)
    end = _with_unit(_number(high or low or Decimal(0), own, unit), unit, dossier.measures[figure.measure].per)
    if low is None:
        return f"{'up to' if interval.high_included else 'below'} {end}"
    if high is None:
        return f"{'from' if interval.low_included else 'above'} {end}"
    return "exact" if low == high else f"{_number(low, own, unit)} to {end}"


def width_text(figure: Figure, dossier: Dossier) -> str:
    """The interval with what it comes from: rounded, about, a bound, a range, by hand, or exact."""
    interval = interval_text(figure, dossier)
    if interval == "exact":
        return interval
    if figure.decimals is not None:
        return f"by the curator’s hand: {interval}"
    words = {"=": "rounded", "≈": "about", "range": "a range"}
    return f"{words.get(figure.value.modifier, 'a bound')}: {interval}"


def rounded(figure: Figure, dossier: Dossier) -> Value:
    """The value to one digit more than was printed, where it was printed in a unit of another system.

    5 million pounds are 2,270 t: of 2,267.96185, most digits are the pound's and none the claim's.
    """
    value = figure.value
    known = [number for number in (value.value, value.interval.low, value.interval.high) if number is not None]
    if all(len(number.normalize().as_tuple().digits) <= _FEW for number in known):
        return value
    step = _step_converted(figure, dossier)
    if step is None:
        return value
    digit = Decimal(1).scaleb(step.adjusted() - 1)

    def to_digit(number: Decimal | None) -> Decimal | None:
        return None if number is None else number.quantize(digit)

    interval = replace(value.interval, low=to_digit(value.interval.low), high=to_digit(value.interval.high))
    return replace(value, value=to_digit(value.value), interval=interval)


def _step_converted(figure: Figure, dossier: Dossier) -> Decimal | None:
    """A unit of the last digit that was printed, in the measure's unit; None where that keeps the printed digits."""
    from tui.quantity.number import Number, with_decimals
    from tui.quantity.quantity import parse

    quantity, own = parse(figure.written, dossier.units), dossier.unit_of(figure)
    factor = (quantity.unit or own).factor / own.factor
    if factor.normalize().as_tuple().digits == (1,):
        return None
    if isinstance(quantity.number, Number):
        number = quantity.number
        return factor * (number if figure.decimals is None else with_decimals(number, figure.decimals)).step
    return factor * min(quantity.number.low.step, quantity.number.high.step)


def ambiguity_text(written: str, dossier: Dossier) -> str | None:
    """That a unit as written could mean another, and how it is read; None where it is clear."""
    for unit in dossier.units.by_id.values():
        for form in unit.ambiguous:
            if re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", written) and not _clearer(form, written, unit):
                return visible(f"“{form}” is read as {unit.name}")
    return None


def _clearer(form: str, written: str, unit: Unit) -> bool:
    """Whether a number is written with a longer form that says which is meant: metric tons."""
    return any(form in other and other != form and other in written for other in unit.written)


def _unit_for(value: Decimal, unit: Unit, dossier: Dossier) -> Unit:
    """The measure's unit, or the largest of its kind for a value of a million and more."""
    if abs(value) < 1_000_000:
        return unit
    of_kind = [other for other in dossier.units.by_id.values() if other.kind == unit.kind]
    fitting = [other for other in of_kind if abs(value) * unit.factor >= other.factor]
    return max(fitting, key=lambda other: other.factor, default=unit)


def _number(value: Decimal, own: Unit, unit: Unit) -> str:
    """A value in the measure's own unit, as a number of another."""
    return f"{(value * own.factor / unit.factor).normalize():,f}"


def _with_unit(number: str, unit: Unit, per: str | None) -> str:
    if unit.exact:
        return number
    space = "" if unit.id == "%" else "\N{NO-BREAK SPACE}"
    return f"{number}{space}{visible(unit.id)}{f'/{per}' if per else ''}"


def _rank(value: Decimal) -> str:
    rank = int(value)
    return f"{rank}{'th' if 10 < rank % 100 < 14 else _ORDINAL.get(rank % 10, 'th')}"
