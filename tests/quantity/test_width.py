"""How much a printed number covers: pairs from prose with the verdict of a careful reader, and the rule's edges."""

import csv
import re
from pathlib import Path

import pytest

from tests.quantity.test_written import interval_of
from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.interval import Value
from tui.quantity.quantity import value_of
from tui.quantity.unit import Unit, Units
from tui.text.span import Span

FORMS = {
    "%": ("percent",),
    "people": (),
    "usd": ("$", "dollars"),
    "t": ("tons",),
    "km": ("kilometres",),
    "ppm": (),
    "°C": (),
}
UNITS = Units([Unit(id=id, name=id, written=written) for id, written in FORMS.items()])

AGREE = {"agree", "compatible"}
"""Verdicts on two figures that share a value; `compatible` is what a bound does not exclude."""

HEDGE = re.compile(r"(?:about|approximately|nearly|more than|up to|at least|less than) ")


def value(words: str, unit: Unit) -> Value:
    """What a number with its hedge says in a text, in a unit."""
    text = f"It was {words} in all."
    hedge = HEDGE.match(text, len("It was "))
    number = Span(hedge.end() if hedge else len("It was "), len(f"It was {words}"))
    printed = read_printed(text, number, UNITS, unit, language_of("en"))
    modifier, written = printed.hedge or ("=", None)
    assert printed.unclear is None and (modifier != "=") == (hedge is not None)
    return value_of(printed.quantity, modifier, unit, hedge=written)


def unit_of(words: str) -> Unit:
    """The unit that words name; percent where they are a share."""
    named = [unit for unit in UNITS.by_id.values() if any(form in words for form in unit.written or (unit.id,))]
    return named[0] if named else UNITS.by_id["%"]


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['first']}-{row['second']}") for row in rows()])
def test_a_pair_has_the_verdict_of_a_careful_reader(row: dict[str, str]) -> None:
    unit = unit_of(row["first"])
    first, second = value(row["first"], unit).interval, value(row["second"], unit).interval
    assert row["verdict"] in AGREE | {"conflict"}
    assert first.meets(second) == (row["verdict"] in AGREE)


@pytest.mark.parametrize(
    ("words", "covers"),
    [
        ("10 percent", "[9.5, 10.5)"),
        ("100 percent", "[99.5, 100.5)"),
        ("200 percent", "[195, 205)"),
        ("about 50 percent", "[45, 55)"),
        ("1 percent", "[0.5, 1.5)"),
        ("0.50 percent", "[0.495, 0.505)"),
        ("half", "[47.5, 52.5)"),
        ("1 in 8", "[11.25, 13.75)"),
        ("20,000 tons", "[19500, 20500)"),
        ("2,500 tons", "[2450, 2550)"),
        ("7 tons", "[6.5, 7.5)"),
        ("1 million tons", "[950000, 1050000)"),
        ("1.0 million tons", "[950000, 1050000)"),
        ("1.50 million tons", "[1495000, 1505000)"),
        ("1.2 million tons", "[1150000, 1250000)"),
        ("110 million tons", "[107.25e6, 112.75e6)"),
        ("3.00 × 10⁶ tons", "[2995000, 3005000)"),
        ("$500k", "[487500, 512500)"),
        ("500,000 dollars", "[487500, 512500)"),
        ("half a million dollars", "[487500, 512500)"),
        ("about half a million dollars", "[450000, 550000)"),
        ("nearly 20,000 tons", "[18000, 20000)"),
        ("–20,000 tons", "[-20500, -19500)"),
        ("0 tons", "[-0.5, 0.5)"),
        ("0 million tons", "[-500000, 500000)"),
    ],
)
def test_a_printed_number_covers(words: str, covers: str) -> None:
    assert value(words, unit_of(words)).interval == interval_of(covers)


def test_a_count_is_exact() -> None:
    assert value("20,000 people", Unit(id="people", name="people", exact=True)).interval == interval_of(
        "[20000, 20000]"
    )
