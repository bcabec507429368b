"""Regular expressions are compiled when they are first used, and then work like others."""

import re

import pytest

from tui.text.lazy_pattern import lazy_pattern


def test_it_finds_what_a_pattern_finds() -> None:
    digits = lazy_pattern(r"(?P<all>\d+)|x", re.IGNORECASE)
    match = digits.match("a12", 1)
    assert match and match["all"] == "12"
    assert digits.findall("1 X 2") == ["1", "", "2"] and digits.sub("-", "1X2") == "---"
    assert digits.groupindex["all"] == 1 and digits.flags & re.IGNORECASE


def test_it_is_compiled_when_it_is_used() -> None:
    broken = lazy_pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")
