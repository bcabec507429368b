"""Numbers as prose writes them, read to the value and the interval that written.tsv judged by hand."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from tui.printed.hedge import hedge_around
from tui.quantity.interval import Interval
from tui.quantity.quantity import QuantityError, parse, read_at, value_of
from tui.quantity.unit import Unit, Units

TONNES = ("tons", "ton", "tonnes", "tonne", "metric tons", "metric ton", "metric tonnes", "metric tonne")
UNITS = Units(
    [
        Unit("t", "tonne", TONNES),
        Unit("kg", "kilogram", ("kilogram", "kilograms"), "t", Decimal("0.001")),
        Unit("kt", "kilotonne", ("kilotonnes",), "t", Decimal(1000)),
        Unit("Mt", "megatonne", ("megatonnes",), "t", Decimal(1000000)),
        Unit("%", "percent", ("percent", "per cent", "pct")),
        Unit("pp", "percentage point", ("percentage point", "percentage points")),
        Unit("usd", "US dollar", ("dollars", "US dollars")),
        Unit("MW", "megawatt", ("megawatts",)),
        Unit("km", "kilometre", ("kilometers", "kilometres")),
        Unit("number", "number"),
        Unit("count", "count", exact=True),
        Unit("rank", "rank", exact=True),
    ]
)


@dataclass(frozen=True)
class Row:
    """One line of the table: what prose prints between ‹ and ›, and what it says in the unit `into`."""

    into: Unit
    before: str
    words: str
    after: str
    modifier: str
    value: Decimal | None
    interval: Interval
    unit: str | None
    per: str | None

    @property
    def text(self) -> str:
        return self.before + self.words + self.after


def interval_of(written: str) -> Interval:
    """`[2450, 2550)`: square where the end is part of it, `..` where that side is open."""
    low, high = written[1:-1].split(", ")
    return Interval(
        None if low == ".." else Decimal(low),
        None if high == ".." else Decimal(high),
        written[0] == "[",
        written[-1] == "]",
    )


def table() -> list[object]:
    lines = Path(__file__).with_name("written.tsv").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines[1:]:
        if not line or line.startswith("#"):
            continue
        into, phrase, modifier, value, interval, unit, per = line.split("\t")
        text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), phrase)
        before, words, after = re.split("[‹›]", text)
        row = Row(
            UNITS.by_id[into],
            before,
            words,
            after,
            modifier,
            Decimal(value) if value else None,
            interval_of(interval),
            unit or None,
            per or None,
        )
        rows.append(pytest.param(row, id=phrase))
    return rows


ROWS = table()


def test_the_table_is_whole() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", ROWS)
def test_a_number_in_prose_is_read_to_its_end_and_says(row: Row) -> None:
    start = len(row.before)
    quantity = read_at(row.text, start, UNITS)
    assert quantity is not None
    assert row.text[start : quantity.end] == row.words
    alone, into = parse(row.words, UNITS), row.into.rated(quantity.per)
    hedge = hedge_around(row.text, start, quantity.end)
    value = value_of(quantity, hedge[0] if hedge else "=", into)

    assert (alone.unit, alone.per) == (quantity.unit, quantity.per)
    assert value_of(alone, value.modifier, into) == value
    assert (quantity.unit.id if quantity.unit else None) == row.unit
    assert (quantity.per.name if quantity.per else None) == row.per
    assert value.modifier == row.modifier
    assert value.value == row.value
    assert value.interval == row.interval


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "tons",
        "none",
        "million tons",
        # Marks that make no one number.
        "1,2,34",
        "12,34 tons",
        "3,8 million tons",
        "0,64%",
        "0,500 tons",
        "1234,567 t",
        "1,234,56 t",
        "1.2.3",
        "28.5.2 million tons",
        "1.234.56 t",
        "1.234.567,89 t",
        "1.234,567.8 t",
        "1,234.567,8 t",
        "19.03.2025",
        "12 345 67 t",
        "1 2345 t",
        "2\u20095000 t",
        "2\u2009\u2009500 t",
        # Words that make no one number.
        "two three tons",
        "five and six percent",
        "twenty-thirty percent",
        "one hundred and two hundred tons",
        "one hundred hundred tons",
        "first second",
        "fifth hundred tons",
        "twentieth five",
        "thirty twenty tons",
        "twenty and two tons",
        "seventeenish",
        "tenfold",
        "onerous",
        # More than a number and its unit.
        "about 3.8 million tons",
        "$3.8 billion",
        "F-16",
        "3.8 million widgets",
        "3.8 million tons of",
        "3.8 million tons to",
        "2,500 tons and 3,000 tons",
        "5-10-15%",
        "5%-3%",
        "5% to 10 tons",
        "5% to 10 widgets",
        "3–5% to 10%",
        "fifth largest",
        "1990s",
        "2,500tonsx",
        "44 tonsof",
        "5 tons a yearbook",
        # A short form is of one case; a scale letter touches its digits.
        "3.8 T",
        "44 MT",
        "44 mt",
        "44 m tons",
        "seven m tons",
        "sevenm tons",
    ],
)
def test_what_is_not_a_whole_number_is_refused(words: str) -> None:
    with pytest.raises(QuantityError):
        parse(words, UNITS)


@pytest.mark.parametrize(
    "words", ["fifth-largest", "5th-largest", "fifth‑largest", "Fifth-largest producer", "fifth", "5th"]
)
def test_an_ordinal_may_begin_a_longer_word(words: str) -> None:
    quantity = parse(words, UNITS)
    assert quantity.end == len(words)
    assert value_of(quantity, "=", UNITS.by_id["rank"]).interval == interval_of("[5, 5]")


@pytest.mark.parametrize("words", ["five-largest", "5-largest", "fifth largest", "fifth–largest"])
def test_nothing_else_does(words: str) -> None:
    with pytest.raises(QuantityError):
        parse(words, UNITS)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "about 3.8 million tons",
            "“about 3.8 million tons” does not begin with a number; leave the words before it out",
        ),
        (
            "3.8 million widgets",
            "“widgets” after the number is not a unit of the catalog; list it in the `written` of its "
            "unit, or define a unit for it in `units`",
        ),
        (
            "1,2 million tons",
            "“1,2 million tons” does not begin with a number; a comma separates groups of three digits in its language"
            " (“en”) and is not a decimal mark",
        ),
        ("1,2,34 tons", "“1,2,34 tons” does not begin with a number; leave the words before it out"),
    ],
)
def test_the_refusal_says_what_to_do(words: str, message: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse(words, UNITS)
    assert str(refusal.value) == message
