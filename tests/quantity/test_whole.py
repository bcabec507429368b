"""Words that are only part of a printed number are refused; the whole number is not."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quantity.test_quantity import UNITS
from tui.printed.in_text import QuantityInText
from tui.printed.whole import part_of, read_printed
from tui.quantity.quantity import QuantityError, parse
from tui.quantity.unit import Unit, Units
from tui.text.quote import cuts
from tui.text.span import Span

COUNT = Unit("n", "count", exact=True)
PRINTED = Units(
    [
        Unit("t", "tonne", ("tons", "ton", "tonnes")),
        Unit("kg", "kilogram", ("kilograms",), "t", Decimal("0.001")),
        Unit("%", "percent", ("percent", "per cent")),
        Unit("usd", "US dollar", ("$", "US$", "USD", "dollars")),
        Unit("m", "metre", ("metres",)),
        Unit("C", "degree Celsius", ("degrees", "°C")),
        Unit("cm", "centimetre", (), "m", Decimal("0.01")),
        COUNT,
    ]
)


def refusal(text: str, number: Span, unit: str) -> str | None:
    """Why a figure in a unit cannot have these words as its number; a count knows no other unit."""
    if cuts(text, number):
        return "it ends inside a word or a number"
    try:
        read_printed(text, number, Units([COUNT]) if unit == "n" else PRINTED, PRINTED.by_id[unit])
    except QuantityError as error:
        return str(error)
    return None


def table(verdict: str) -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("parts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(unit, text) for said, unit, text in rows if said == verdict]


def marked(text: str) -> tuple[str, Span]:
    before, words, after = re.split("[‹›]", text.replace(r"\n", "\n").replace(r"\xad", "\xad"))
    return before + words + after, Span(len(before), len(before) + len(words))


@pytest.mark.parametrize(("unit", "text"), table("part"))
def test_a_part_of_a_printed_number_is_refused(unit: str, text: str) -> None:
    assert refusal(*marked(text), unit)


@pytest.mark.parametrize(("unit", "text"), table("whole"))
def test_a_whole_number_is_accepted(unit: str, text: str) -> None:
    assert refusal(*marked(text), unit) is None


digits = st.sampled_from(["5", "44", "250", "3.8", "0.64", "1,200", "12,500", "1,234,567", "2 500"])
counted = st.sampled_from(["two", "seven", "twenty-five", "three hundred", "two hundred and fifty"])
scale = st.sampled_from([" million", " billion", " thousand"])
foreign = st.sampled_from([" Millionen", " Mrd.", " millones", " lakh", " crore", " млн", " مليون", " करोड़"])
ends = st.builds(lambda number, by: number + by, digits | counted, scale | st.just("")) | st.builds(
    "{}bn".format, digits
)
longer = st.one_of(
    st.builds("{}{}".format, digits | counted, foreign),
    st.builds("{}{}".format, digits, st.sampled_from("万億만")),
    st.builds("{}{}{}".format, ends, st.sampled_from(["–", " to ", " or "]), ends),
    # Number words with a hyphen between them are one number.
    st.builds("{}-{}".format, digits, digits),
    st.builds("between {} and {}".format, ends, ends),
    st.builds("{}{}{}".format, digits, st.sampled_from([" ± ", "±", " × ", "×", "/", ":", " x 10^", "^"]), digits),
    st.builds("{}{}".format, st.sampled_from(["-", "–", "−", "minus ", "negative "]), ends),
    st.builds("{}{}".format, st.sampled_from(["A$", "HK$", "EUR ", "Rs ", "£", "¥", "CHF "]), ends),
    st.builds("{}{}".format, ends, st.sampled_from([" euros", " Canadian dollars", " EUR", " €", " roubles"])),
    st.builds("{} {}".format, st.sampled_from(["several", "a few", "many", "tens of"]), st.just("thousand")),
    st.builds("{}{}".format, counted, st.sampled_from(["-thirds", " quarters", " hundredths", " point five", "-fold"])),
    st.builds("{}{}{} million".format, st.sampled_from(["**", "*", "__"]), digits, st.sampled_from(["**", "*", "__"])),
    st.builds("{}\\.{} million".format, st.sampled_from(["5", "29"]), st.sampled_from(["6", "64"])),
    st.builds("{} in {}".format, st.sampled_from(["one", "two", "1"]), st.sampled_from(["three", "five", "8", "100"])),
)
"""Numbers that no count can be read from yet, or only as a whole."""


@given(
    whole=longer,
    before=st.sampled_from(["Zork has ", "It was ", "(", "“", "The "]),
    after=st.sampled_from([" cars.", ")", "."]),
)
def test_nothing_inside_a_longer_number_is_accepted(whole: str, before: str, after: str) -> None:
    text = before + whole + after
    accepted = []
    for start in range(len(before), len(before) + len(whole)):
        for end in range(start + 1, len(before) + len(whole) + 1):
            words = text[start:end]
            if words != words.strip() or words == whole:
                continue
            if refusal(text, Span(start, end), "n") is None:
                accepted.append(words)
    # "5 to 3 million" and "two or 44" name two numbers, of which the second stands for itself.
    joined = re.fullmatch(r"(.+?)(?: to | or )(.+)", whole)
    assert set(accepted) <= (set(joined.groups()) if joined else set())


def told(text: str, words: str) -> str | None:
    start = text.index(words)
    quantity = parse(words, UNITS).moved(start)
    return part_of(QuantityInText(text, Span(start, start + len(words)), quantity, UNITS))


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("half a million tons", "a million tons", "it begins with “half ”; give “half a million tons”"),
        ("half of a million tons", "a million tons", "it begins with “half of ”; give “half of a million tons”"),
        ("a quarter of a million tons", "a million tons", "it begins with “a quarter of ”"),
        ("two and a half million tons", "two", "give the whole “two and a half million tons”"),
        ("2½ million tons", "2", "give the whole “2½ million tons”"),
        ("two and a quarter million tons", "two", "“ and a quarter million tons” follows it"),
        ("two thousand five hundred tons", "two thousand", "give the whole “two thousand five hundred tons”"),
        ("two thousand five hundred tons", "five hundred tons", "begins with “two thousand ”"),
        ("3 hundred tons", "3", "give the whole “3 hundred tons”"),
        ("two or three hundred tons", "two", "the scale word in “two or three hundred tons”"),
        ("it made 12 500 tons", "500 tons", "give “12 500 tons”"),
        ("two hundred tons", "hundred tons", "give “two hundred tons”"),
        ("a loss of minus 5 tons", "5 tons", "give “minus 5 tons”"),
        ("4–5 million tons", "5 million tons", "the end of a range"),
        ("4 to 5 million tons", "5 million tons", "the whole range: “4 to 5 million tons”"),
        ("between 4 and 5 million tons", "4", "the whole range: “between 4 and 5 million tons”"),
        ("between 4 and 5 million tons", "5 million tons", "the whole range: “between 4 and 5 million tons”"),
        ("4 or 5 million tons", "4", "“4 or 5 million tons” is a range or a ratio"),
        ("4 or 5 million tons", "5 million tons", "“4 or 5 million tons” is a range"),
        ("4 and 5 million tons respectively", "4", "the scale word in"),
        ("3.8 million tons", "3.8", "“ million tons” follows it"),
        ("3.8 million tons", "3.8 million", "“ tons” follows it"),
        ("44 million tons", "44 million", "“ tons” follows it"),
    ],
)
def test_a_part_is_told_with_what_belongs_to_it(text: str, words: str, why: str) -> None:
    message = told(text, words)
    assert message and why in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a million tons", "a million tons"),
        ("half a million tons", "half a million tons"),
        ("50 or two hundred tons", "50"),
        ("half of 3 tons", "3 tons"),
        ("it rose from 4 to 5 million tons", "5 million tons"),
        ("from 2,500 tons in 2023 to 240,000 tons", "240,000 tons"),
        ("it fell 5% to 10 million tons", "10 million tons"),
        ("4 and 5 tons respectively", "4"),
        ("50 or two hundred tons", "two hundred tons"),
        ("in 2020 120 tons", "120 tons"),
        ("of 110 million tons, 44 million tons", "44 million tons"),
        ("between 4 and 5 million tons", "between 4 and 5 million tons"),
        ("two, 5 tons", "5 tons"),
        ("2,500 tons a year", "2,500 tons"),
    ],
)
def test_the_whole_is_not_taken_for_a_part(text: str, words: str) -> None:
    assert told(text, words) is None
