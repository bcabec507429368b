"""A figure's value as people write it: 28.5 Mt, ≤12%, 2,500–3,000 t/yr, 5th."""

from decimal import Decimal

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit

_ORDINAL = {1: "st", 2: "nd", 3: "rd"}


def value_text(figure: Figure, dossier: Dossier) -> str:
    """The value with its modifier and unit."""
    value = figure.value
    per = dossier.measures[figure.measure].per
    if value.value is None:
        low, high = value.interval.low or Decimal(0), value.interval.high or Decimal(0)
        unit = _unit_for(high, dossier.unit_of(figure), dossier)
        return f"{_number(low, unit)}–{_with_unit(_number(high, unit), unit, per)}"
    unit = _unit_for(value.value, dossier.unit_of(figure), dossier)
    if unit.id == "rank":
        return _rank(value.value)
    sign = "" if value.modifier == "=" else value.modifier
    return sign + _with_unit(_number(value.value, unit), unit, per)


def interval_text(figure: Figure, dossier: Dossier) -> str:
    """The interval that the written number covers: 28.45 to 28.55 Mt."""
    low, high = figure.value.interval.low, figure.value.interval.high
    unit = _unit_for(high or low or Decimal(0), dossier.unit_of(figure), dossier)
    per = dossier.measures[figure.measure].per
    if unit.id == "rank":
        return "exact"
    if low is not None and high is not None:
        if low == high:
            return "exact"
        return f"{_number(low, unit)} to {_with_unit(_number(high, unit), unit, per)}"
    if high is not None:
        return f"up to {_with_unit(_number(high, unit), unit, per)}"
    return f"from {_with_unit(_number(low or Decimal(0), unit), unit, per)}"


def _unit_for(value: Decimal, unit: Unit, dossier: Dossier) -> Unit:
    """The measure's unit, or the largest of its kind for a value of a million and more."""
    if abs(value) < 1_000_000:
        return unit
    of_kind = [other for other in dossier.units.by_id.values() if other.kind == unit.kind]
    fitting = [other for other in of_kind if abs(value) * unit.factor >= other.factor]
    return max(fitting, key=lambda other: other.factor, default=unit)


def _number(value: Decimal, unit: Unit) -> str:
    return f"{(value / unit.factor).normalize():,f}"


def _with_unit(number: str, unit: Unit, per: str | None) -> str:
    if unit.exact:
        return number
    space = "" if unit.id == "%" else "\N{NO-BREAK SPACE}"
    return f"{number}{space}{unit.id}{f'/{per}' if per else ''}"


def _rank(value: Decimal) -> str:
    rank = int(value)
    return f"{rank}{'th' if 10 < rank % 100 < 14 else _ORDINAL.get(rank % 10, 'th')}"
