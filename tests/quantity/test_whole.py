"""Words that are only a part of a number are told from the whole of one."""

import pytest

from tests.quantity.test_quantity import UNITS
from tui.quantity.quantity import parse
from tui.quantity.whole import part_of
from tui.text.span import Span


def told(text: str, words: str) -> str | None:
    start = text.index(words)
    return part_of(text, Span(start, start + len(words)), parse(words, UNITS), UNITS)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("half a million tons", "a million tons", "it begins with “half ”; give “half a million tons”"),
        ("half of a million tons", "a million tons", "“half of ” before"),
        ("a quarter of a million tons", "a million tons", "“quarter of ” before"),
        ("two and a half million tons", "two", "give the whole “two and a half million tons”"),
        ("2½ million tons", "2", "give the whole “2½ million tons”"),
        ("two and a quarter million tons", "two", "“ and a quarter” follows it"),
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
        ("4 or 5 million tons", "4", "the scale word in “4 or 5 million tons”"),
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
        ("4 or 5 million tons", "5 million tons"),
        ("in 2020 120 tons", "120 tons"),
        ("of 110 million tons, 44 million tons", "44 million tons"),
        ("between 4 and 5 million tons", "between 4 and 5 million tons"),
        ("two, 5 tons", "5 tons"),
        ("2,500 tons a year", "2,500 tons"),
    ],
)
def test_the_whole_is_not_taken_for_a_part(text: str, words: str) -> None:
    assert told(text, words) is None
