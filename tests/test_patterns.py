"""No regular expression takes much longer than its text is long, whatever the text is made of."""

import re

import pytest

from tests.patterns import Used, built, compiled, growth, inline

PARTS = 8

MADE_ELSEWHERE = {
    # Made of a catalog's units, and tried as they are for the built-in one.
    "tui.quantity.unit._form",
    "tui.quantity.unit._sign",
    # Made of the tables of a language, and tried as they are for three of them.
    "tui.quantity.abroad._compiled",
    "tui.quantity.clock._patterns",
    "tui.quantity.joins.joins",
    "tui.quantity.joins.adds",
    "tui.quantity.joins.between_patterns",
    "tui.quantity.fractions._forms",
    "tui.quantity.hedge_words._patterns",
    "tui.quantity.number._ordinal_endings",
    "tui.quantity.numerals._pattern",
    "tui.quantity.parts._patterns",
    "tui.quantity.quantity._percents",
    "tui.quantity.ranges._patterns",
    "tui.quantity.rates._opening",
    "tui.quantity.rates._patterns",
    "tui.quantity.scales._pattern_of",
    "tui.quantity.signs._words",
    "tui.quantity.signs._hedges",
    "tui.dates.forms.__init__",
    # Tried on a few characters beside a date.
    "tui.dates.printed._joins",
    "tui.dates.printed._beside_patterns",
    # Tried on a few characters before a number.
    "tui.quantity.hedge._before",
    # Made of the tables of a language, and tried on a few characters beside a number.
    "tui.quantity.beside._scale_before",
    "tui.quantity.beside._vague",
    "tui.quantity.direction_words._patterns",
    "tui.quantity.rates._before",
    "tui.quantity.joined._thousands_shared",
    # Made of letters that stand for each other, and tried on single words.
    "tui.search.variants._in_latin",
    "tui.search.variants.attached",
    # A title as it is, at the beginning of a text.
    "tui.convert.convert.document",
    # Made of the words of a language; each part of them is short.
    "tui.items.relative._pattern",
    # Groups of digits, of which a number has few.
    "tui.quantity.numerals._parts",
    "tui.search.numbers.__init__",
    # A number word as it is, or a unit's form: nothing in them repeats.
    "tui.search.numbers._starts",
    "tui.view.value.ambiguity_text",
}
"""Functions that make a pattern of what they are given."""

BOUNDED = {"tui.quantity.context._FOLLOWING", "tui.quantity.context._PRECEDING", "tui.quantity.beside._BEFORE"}
"""Patterns that are tried on a few characters beside a number, whatever the text."""


def all_patterns() -> list[Used]:
    """Every pattern once."""
    found = [*compiled(), *built(), *(each for each in inline() if isinstance(each, Used))]
    return [*{(used.pattern.pattern, used.pattern.flags, used.methods): used for used in found}.values()]


@pytest.mark.slow
def test_every_pattern_is_found_where_it_is_used() -> None:
    assert {each for each in inline() if isinstance(each, str)} == MADE_ELSEWHERE
    assert len(all_patterns()) > 80


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_four_times_the_text_takes_at_most_eight_times_as_long(part: int) -> None:
    slow = {
        used.where: worst
        for used in all_patterns()[part::PARTS]
        if used.where not in BOUNDED and (worst := growth(used))[0] > 8
    }
    assert not slow


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [r"(?:[a-z]*,?)*!", r"(?:a|aa)+b", r"\s*(?:-?\s*to)", r"(a*)*b", r".*a.*b.*c"])
def test_a_pattern_that_goes_back_and_forth_would_be_seen(pattern: str) -> None:
    assert growth(Used("", re.compile(pattern), frozenset(["match"])))[0] > 8
