"""Numbers in the forms that prose has for them, read in their sentence to the value that forms.tsv judged by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.quantity.test_whole import marked
from tests.quantity.test_written import interval_of
from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.interval import Interval
from tui.quantity.quantity import QuantityError, value_of
from tui.quantity.unit import Unit, Units

COUNT = Unit("n", "count", exact=True)
UNITS = Units(
    [
        Unit("t", "tonne", ("tons", "ton", "tonnes")),
        Unit("%", "percent", ("percent", "per cent")),
        Unit("usd", "US dollar", ("$", "US$", "USD", "dollars")),
        Unit("m", "metre", ("metres",)),
        Unit("km", "kilometre", ("kilometres",), "m", Decimal(1000)),
        Unit("h", "hour", ("hours", "hour")),
        Unit("min", "minute", ("minutes",), "h", Decimal("0.016666666666666667")),
        Unit("times", "times"),
        COUNT,
    ]
)


def rows() -> list[list[str]]:
    lines = Path(__file__).with_name("forms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def read(unit: str, text: str) -> str | tuple[str, Decimal | None, Interval]:
    """What a figure in a unit says, or why it is refused."""
    units = Units([COUNT]) if unit == "n" else UNITS
    whole, span = marked(text.replace("¶", "\n\n"))
    try:
        printed = read_printed(whole, span, units, units.by_id[unit], language_of("en"))
    except QuantityError as error:
        return str(error)
    if printed.unclear:
        return printed.unclear
    modifier, words = printed.hedge or ("=", None)
    try:
        value = value_of(printed.quantity, modifier, units.by_id[unit], hedge=words)
    except QuantityError as error:
        return str(error)
    return value.modifier, value.value, value.interval


@pytest.mark.parametrize(("unit", "text", "value"), rows())
def test_a_number_is_read_to_its_value_or_refused(unit: str, text: str, value: str) -> None:
    found = read(unit, text)
    if value == "refused":
        assert isinstance(found, str)
        return
    assert not isinstance(found, str), found
    modifier, number, interval = found
    if value.startswith("["):
        assert (modifier, interval) == ("range", interval_of(value))
        return
    said, _, rest = value.partition(" ")
    digits, _, width = rest.partition(" ")
    assert (modifier, number) == (said, Decimal(digits))
    if width:
        assert interval == interval_of(width)


def test_a_share_covers_a_tenth_of_its_part_and_at_most_a_fortieth_of_the_whole() -> None:
    for text, width in [
        ("‹a tenth› of", 1),
        ("‹one in five› of", 2),
        ("‹half› of", Decimal("2.5")),
        ("‹1 in 100,000› of", 0),
    ]:
        found = read("%", text)
        assert not isinstance(found, str)
        low, high = found[2].low, found[2].high
        assert low is not None and high is not None
        assert round((high - low) / 2, 1) == width
