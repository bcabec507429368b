"""Rates: how they are printed, which convert, and which are refused."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.builtin import builtin_units
from tui.quantity.quantity import QuantityError, value_of
from tui.quantity.rate_names import rate_named
from tui.quantity.unit import Units
from tui.text.span import Span

with (Path(__file__).parent / "rates.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = [*csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]

WHY = {"-rate": "printed as a rate", "-convert": "do not convert", "-of each": "of each of what is counted"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']} {row['per']}: {row['text']}")
def test_a_rate_is_read_or_refused(row: dict[str, str]) -> None:
    units = Units(builtin_units([row["unit"]], [row["language"]]))
    wanted = units.by_id[row["unit"]]
    if row["per"]:
        wanted = wanted.rated(rate_named(row["per"], units))
    start, end = row["text"].index("‹"), row["text"].index("›") - 1
    text = row["text"].replace("‹", "").replace("›", "")

    def read() -> str:
        quantity = read_printed(text, Span(start, end), units, wanted, language_of(row["language"])).quantity
        value = value_of(quantity, "=", wanted)
        if value.value is None:
            return f"{value.interval.low:f}..{value.interval.high:f}"
        return str(value.value)

    if row["value"].startswith("-"):
        with pytest.raises(QuantityError, match=WHY[row["value"]]):
            read()
    elif ".." in row["value"]:
        assert read() == row["value"]
    else:
        assert Decimal(read()) == Decimal(row["value"])


@pytest.mark.parametrize(
    ("per", "name"),
    [
        ("yr", "yr"),
        ("year", "yr"),
        ("capita", "capita"),
        ("person", "capita"),
        ("100000", "100000"),
        ("100,000", "100000"),
        ("100 km", "100 km"),
        ("ha/yr", "ha/yr"),
        ("household", "household"),
    ],
)
def test_the_rate_of_a_measure_is_named(per: str, name: str) -> None:
    rate = rate_named(per, Units(builtin_units(["km"], ["en"])))
    assert rate is not None
    assert rate.name == name


def test_a_rate_is_not_a_count() -> None:
    units = Units(builtin_units(["count"], ["en"]))
    per_day = units.by_id["count"].rated(rate_named("day", units))
    quantity = read_printed("It sends 15 ships a day.", Span(9, 11), units, per_day, language_of("en")).quantity
    interval = value_of(quantity, "=", per_day).interval
    assert (interval.low, interval.high) == (Decimal("14.5"), Decimal("15.5"))


@pytest.mark.parametrize(
    ("id", "own", "text", "value"),
    [
        ("L/m²", "L", "Kalk had ‹130 litres› of rain per square metre.", "130"),
        ("km/h", "km", "It flew ‹255 km› per hour.", "255"),
        ("m/s", "m", "It flew ‹30 metres› a second.", "30"),
    ],
)
def test_a_unit_and_its_rate_may_be_a_unit(id: str, own: str, text: str, value: str) -> None:
    units = Units(builtin_units([id, own], ["en"]))
    start, end = text.index("‹"), text.index("›") - 1
    printed = read_printed(
        text.replace("‹", "").replace("›", ""), Span(start, end), units, units.by_id[id], language_of("en")
    )
    assert value_of(printed.quantity, "=", units.by_id[id]).value == Decimal(value)
