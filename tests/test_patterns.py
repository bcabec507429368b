"""No regular expression takes much longer than its text is long, whatever the text is made of."""

import re
from itertools import chain

import pytest

from tests.pattern_growth import growth
from tests.patterns import Used, recorded, written

PARTS = 8

OF_ONE_PLACE = 16
"""Of patterns that one place makes of the words of each language, so many are tried, evenly chosen."""

BOUNDED = {
    "tui.printed.context._FOLLOWING",
    "tui.printed.context._PRECEDING",
    "tui.printed.beside._BEFORE",
}
"""Patterns that are tried on a few characters beside a number, whatever the text."""


def all_patterns() -> list[Used]:
    """Every pattern once."""
    made = [used[:: -(-len(used) // OF_ONE_PLACE)] for used in recorded().values()]
    unmade = (each for each in written() if isinstance(each, Used) and each.where not in recorded())
    found = [*chain.from_iterable(made), *unmade]
    return [*{(used.pattern.pattern, used.pattern.flags, used.methods): used for used in found}.values()]


@pytest.mark.slow
def test_every_pattern_is_found() -> None:
    # One that is made of what a function is given is found if lode makes it in `tests.patterns`.
    assert [each for each in written() if isinstance(each, str) and each not in recorded()] == []
    assert {used.name for used in all_patterns()} >= BOUNDED
    assert len(all_patterns()) > 600


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_four_times_the_text_takes_at_most_eight_times_as_long(part: int) -> None:
    slow = {
        (used.where, used.name, used.pattern.pattern): worst
        for used in all_patterns()[part::PARTS]
        if used.name not in BOUNDED and (worst := growth(used))[0] > 8
    }
    assert not slow


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [r"(?:[a-z]*,?)*!", r"(?:a|aa)+b", r"\s*(?:-?\s*to)", r"(a*)*b", r".*a.*b.*c"])
def test_a_pattern_that_goes_back_and_forth_would_be_seen(pattern: str) -> None:
    assert growth(Used("", "", re.compile(pattern), frozenset(["match"])))[0] > 8
