"""What lode prints of a value, read again, is the value."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.numbers.number import Range
from tui.quantity import quantity
from tui.quantity.interval import Interval, Value
from tui.view.value import value_text


def read_again(figure: Figure, dossier: Dossier) -> tuple[str, list[Decimal]]:
    """The modifier and the numbers, in the measure's unit, of a figure's printed value."""
    text = value_text(figure, dossier)
    sign, unit = (text[0] if text[0] in "≈<≤>≥" else "="), dossier.unit_of(figure)
    found = quantity.parse(text.lstrip("≈<≤>≥"), dossier.units)
    assert (found.per.name if found.per else None) == dossier.measures[figure.measure].per
    factor = (found.unit or unit).factor / unit.factor
    numbers = [found.number.low, found.number.high] if isinstance(found.number, Range) else [found.number]
    return sign, [number.value * factor for number in numbers]


def test_every_figure_of_the_built_in_dossier(dossier: Dossier) -> None:
    for figure in dossier.figures.values():
        value = figure.value
        if figure.known != "value":
            assert value_text(figure, dossier) == figure.known
            continue
        expected = [value.value] if value.value is not None else [value.interval.low, value.interval.high]
        modifier = "=" if value.modifier == "range" else value.modifier
        assert read_again(figure, dossier) == (modifier, expected), figure.id


@given(st.decimals("0.001", "999999999999", places=3), st.sampled_from("=≈<≤>≥"))
def test_any_value(dossier: Dossier, value: Decimal, modifier: str) -> None:
    figure = replace(dossier.figures["russia-production-2024"], value=Value(modifier, value, Interval(value, value)))
    assert read_again(figure, dossier) == (modifier, [value])


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_any_range(dossier: Dossier, low: int, more: int) -> None:
    ends = Decimal(low), Decimal(low + more)
    figure = replace(dossier.figures["russia-demand"], value=Value("range", None, Interval(*ends, True, True)))
    assert read_again(figure, dossier) == ("=", list(ends))
