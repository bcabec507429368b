"""Temperatures and differences of them: exact across scales, and never mistaken for each other."""

from decimal import Decimal

import pytest

from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.builtin import builtin_units
from tui.quantity.interval import Value
from tui.quantity.quantity import QuantityError, value_of
from tui.quantity.unit import Units
from tui.text.span import Span

UNITS = Units(builtin_units(["°C", "°F", "K"], ["en", "de"]))


def read(text: str, unit: str, changes: bool = False, language: str = "en") -> Value:
    wanted = UNITS.by_id[unit].of_differences if changes else UNITS.by_id[unit]
    start, end = text.index("‹"), text.index("›") - 1
    plain = text.replace("‹", "").replace("›", "")
    printed = read_printed(plain, Span(start, end), UNITS, wanted, language_of(language), changes)
    return value_of(printed.quantity, printed.hedge[0] if printed.hedge else "=", wanted)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It was ‹50 °F› at noon.", "°C", "10"),
        ("It was ‹-40 °F› at noon.", "°C", "-40"),
        ("It was ‹-40 °C› at noon.", "°F", "-40"),
        ("It was ‹37 °C› at noon.", "°F", "98.6"),
        ("It was ‹0 K› out there.", "°C", "-273.15"),
        ("It was ‹25 °C› in the lab.", "K", "298.15"),
        ("It was ‹212 degrees Fahrenheit› in there.", "K", "373.15"),
        ("Es waren ‹25 °C› im Labor.", "°C", "25"),
        # What is compared near a temperature makes no difference of it.
        ("Phoenix hit ‹104 °F›, 9 degrees above average.", "°C", "40"),
        ("The high was ‹122 °F› (50 °C), above average.", "°C", "50"),
        ("It hit ‹104 °F› on a day of above-average heat.", "°C", "40"),
        ("It rose from ‹14 °F› to 50 °F.", "°C", "-10"),
        ("It rose from 14 °F to ‹50 °F›.", "°C", "10"),
        ("Because of climate change, it hit ‹122 °F›, more than ever.", "°C", "50"),
    ],
)
def test_a_temperature_converts_exactly(text: str, unit: str, value: str) -> None:
    assert read(text, unit, language="de" if text.startswith("Es") else "en").value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It has warmed by ‹1.5 °C› since then.", "°C", "1.5"),
        ("It has warmed by ‹2.7 °F› since then.", "°C", "1.5"),
        ("It has warmed by ‹1.5 °C› since then.", "°F", "2.7"),
        ("It has cooled by ‹1.5 K› since then.", "°C", "-1.5"),
        ("Temperatures rose ‹9 degrees Fahrenheit› in all.", "K", "5"),
        ("The ‹1.5 °C› rise is real.", "°F", "2.7"),
    ],
)
def test_a_difference_converts_without_offset(text: str, unit: str, value: str) -> None:
    assert read(text, unit, changes=True).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "It has warmed by ‹2.7 °F› since then.",
        "It was ‹2.7 °F› warmer than usual.",
        "It was ‹2.7 °F› above the average.",
        "They keep warming to ‹2.7 °F› at most.",
        "A difference of ‹2.7 °F› was seen.",
        "It stayed ‹3 °F› hotter.",
        "Global warming reached ‹2.7 °F›.",
        "The anomaly hit ‹2.7 °F›.",
        "Temperatures rose to ‹2.7 °F› above average.",
        "Temperatures have risen from ‹1.5 °F› to 2.7 °F above pre-industrial levels.",
        "It was ‹9 °F› (5 °C) colder than usual.",
    ],
)
def test_what_may_be_a_difference_is_refused_in_another_scale(text: str) -> None:
    with pytest.raises(QuantityError, match="difference of temperatures"):
        read(text, "°C")


def test_another_language_does_not_tell_them_apart() -> None:
    with pytest.raises(QuantityError, match="difference of temperatures"):
        read("Es waren ‹50 °F› im Labor.", "°C", language="de")


@pytest.mark.parametrize("words", ["1.5 °C to 2 °C", "1.5 to 2 °C", "1.5–2 °C", "1.5°C-2°C"])
def test_a_range_of_temperatures(words: str) -> None:
    interval = read(f"It will be ‹{words}› there.", "°C").interval
    assert (interval.low, interval.high) == (Decimal("1.5"), Decimal(2))


def test_the_width_of_a_temperature_is_that_of_its_own_scale() -> None:
    interval = read("It was ‹50 °F› at noon.", "°C").interval
    assert interval.low is not None and interval.high is not None
    # Half a degree Fahrenheit to each side is five eighteenths of a degree Celsius.
    assert (round(interval.low * 18, 20), round(interval.high * 18, 20)) == (175, 185)


def test_a_pressure_is_exact() -> None:
    psi, pascal = builtin_units(["psi", "Pa"], ["en"])
    assert psi.in_base(Decimal("0.00064516")) == Decimal("4.4482216152605")
    assert psi.from_base(psi.in_base(Decimal(30))) == 30
    assert pascal.kind == psi.kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ein Beben von ‹8,3 Grad› auf der Richterskala."),
        ("es", "Tuvo una intensidad de ‹8,3 grados› en la escala de Richter."),
        ("fr", "Un séisme de ‹8,3 degrés› sur l’échelle de Richter."),
        ("it", "Una scossa di ‹8,3 gradi› della scala Richter."),
    ],
)
def test_degrees_of_an_earthquake_are_no_temperature(language: str, text: str) -> None:
    units = Units(builtin_units(["°C"], [language]))
    start, end = text.index("‹"), text.index("›") - 1
    with pytest.raises(QuantityError, match="magnitude"):
        read_printed(
            text.replace("‹", "").replace("›", ""),
            Span(start, end),
            units,
            units.by_id["°C"],
            language_of(language),
        )
