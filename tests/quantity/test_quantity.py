"""A quantity's width: what a hedge, an exact unit, a conversion and `decimals` make of a number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.printed.hedge import hedge_before
from tui.quantity.interval import Interval
from tui.quantity.quantity import QuantityError, parse, value_of
from tui.quantity.unit import Unit, Units

TONNE = Unit("t", "tonne", ("tons",))
KILOTONNE = Unit("kt", "kilotonne", (), "t", Decimal(1000))
PERCENT = Unit("%", "percent")
COUNT = Unit("count", "count", exact=True)
UNITS = Units([TONNE, KILOTONNE, PERCENT, COUNT])

printed = st.builds(
    "{:,f}{}".format,
    st.integers(0, 10**12).map(Decimal) | st.decimals(0, 10**6, places=2),
    st.sampled_from(["", " million", "bn", " tons", " kt", " million tons"]),
)


@given(words=printed, modifier=st.sampled_from("=≈≤≥"), unit=st.sampled_from([TONNE, KILOTONNE]))
def test_the_printed_value_lies_in_its_interval(words: str, modifier: str, unit: Unit) -> None:
    value = value_of(parse(words, UNITS), modifier, unit)
    assert value.value is not None
    assert value.value in value.interval


@given(words=printed, modifier=st.sampled_from("<>"))
def test_a_strict_bound_leaves_the_printed_value_out(words: str, modifier: str) -> None:
    value = value_of(parse(words, UNITS), modifier, TONNE)
    assert value.value is not None
    assert value.value not in value.interval
    nearer = value.value - 1 if modifier == "<" else value.value + 1
    assert nearer in value.interval


@given(words=printed)
def test_about_covers_all_that_the_plain_number_does(words: str) -> None:
    plain = value_of(parse(words, UNITS), "=", TONNE).interval
    about = value_of(parse(words, UNITS), "≈", TONNE).interval
    assert plain.low is not None and plain.high is not None and about.low is not None and about.high is not None
    assert about.low < plain.low < plain.high < about.high
    assert about.high - about.low >= 2 * (plain.high - plain.low)


@given(words=printed)
def test_a_converted_value_is_the_same_amount(words: str) -> None:
    quantity = parse(words.removesuffix(" tons").removesuffix(" kt") + " tons", UNITS)
    tonnes, kilotonnes = value_of(quantity, "=", TONNE), value_of(quantity, "=", KILOTONNE)
    assert tonnes.value is not None and kilotonnes.value is not None
    assert kilotonnes.value * 1000 == tonnes.value
    assert kilotonnes.interval.converted(lambda value: value * 1000) == tonnes.interval


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("$3.8 billion", "3.8e9", "3.75e9", "3.85e9"),
        ("US$3.8bn", "3.8e9", "3.75e9", "3.85e9"),
        ("$ 41", "41", "40.5", "41.5"),
        ("$3–5 billion", None, "3e9", "5e9"),
        ("3.8 billion dollars", "3.8e9", "3.75e9", "3.85e9"),
    ],
)
def test_a_currency_comes_before_or_after_its_number(words: str, value: str | None, low: str, high: str) -> None:
    dollar = Unit("usd", "US dollar", ("$", "US$", "dollars"))
    quantity = parse(words, Units([dollar]))
    assert quantity.unit == dollar
    read = value_of(quantity, "=", dollar)
    assert read.value == (None if value is None else Decimal(value))
    assert (read.interval.low, read.interval.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("words", ["$3 tons", "$3 dollars", "$ billion", "-$-3", "$"])
def test_a_currency_with_another_unit_or_no_number_is_refused(words: str) -> None:
    units = Units([TONNE, Unit("usd", "US dollar", ("$", "dollars"))])
    with pytest.raises(QuantityError):
        parse(words, units)


@pytest.mark.parametrize(
    ("words", "unit", "message"),
    [
        ("12%", TONNE, "percent cannot be read as tonne"),
        ("12 tons", PERCENT, "tonne cannot be read as percent"),
        ("12 kt", COUNT, "kilotonne cannot be read as count"),
        ("12–15 kt", PERCENT, "kilotonne cannot be read as percent"),
    ],
)
def test_a_unit_of_another_kind_is_refused(words: str, unit: Unit, message: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        value_of(parse(words, UNITS), "=", unit)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("words", "decimals", "modifier", "low", "high"),
    [
        ("2,500 tons", None, "=", 2450, 2550),
        ("2,500 tons", 0, "=", "2499.5", "2500.5"),
        ("2,500 tons", -1, "=", 2495, 2505),
        ("2,500 tons", 0, "≈", 2499, 2501),
        ("3.8 million tons", 2, "=", 3795000, 3805000),
        ("3.8 million tons", 0, "=", 3300000, 4300000),
        ("3.8 kt", 2, "=", 3795, 3805),
        ("2,500 tons", 0, "≤", None, 2500),
        ("2,500–3,000 tons", 0, "=", 2500, 3000),
    ],
)
def test_decimals_override_the_width(
    words: str, decimals: int | None, modifier: str, low: object, high: object
) -> None:
    interval = value_of(parse(words, UNITS), modifier, TONNE, decimals).interval
    assert interval.low == (None if low is None else Decimal(str(low)))
    assert interval.high == Decimal(str(high))


def test_a_count_is_exact_unless_a_hedge_says_otherwise() -> None:
    assert value_of(parse("100", UNITS), "=", COUNT).interval == Interval(Decimal(100), Decimal(100), True, True)
    assert value_of(parse("100", UNITS), "≈", COUNT).interval == Interval(Decimal(90), Decimal(110))


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("an estimate of about ", "about"),
        ("No  More\nThan ", "No  More\nThan"),
        ("produced upwards of\u00a0", "upwards of"),
        ("it is not about ", "about"),
        ("a piano over ", "over"),
    ],
)
def test_a_hedge_is_given_back_as_printed(before: str, words: str) -> None:
    hedge = hedge_before(before + "50 tons", len(before))
    assert hedge is not None
    assert hedge[0] in "=≈<≤>≥"
    assert hedge[1] == words


@pytest.mark.parametrize(
    "before",
    ["", "the ", "more than the ", "over the past ", "what it is about: ", "handsome ", "turnover ", "about two or "],
)
def test_other_words_before_a_number_are_not_a_hedge(before: str) -> None:
    assert hedge_before(before + "50 tons", len(before)) is None


@pytest.mark.parametrize(("hedge", "high"), [("Nearly", 2), ("almost", 2), ("about", 3), (None, 3)])
def test_what_is_nearly_a_number_is_less(hedge: str | None, high: int) -> None:
    assert value_of(parse("2 tons", UNITS), "≈", TONNE, hedge=hedge).interval == Interval(Decimal(1), Decimal(high))


def test_a_hedge_after_the_number_is_not_one_before_it() -> None:
    assert hedge_before("50 tons or more than 60", 0) is None
