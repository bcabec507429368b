"""JSON that is safe to print."""

import json
from decimal import Decimal

import pytest

from tests.view.hostile import raw
from tui.text.json import json_number, to_json


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\U000e0041"],
)
def test_json_escapes_what_a_terminal_obeys(character: str) -> None:
    for indent in (None, 2):
        text = to_json({"a": f"x{character}y", f"k{character}": [character]}, indent)
        assert not raw(text)
        assert json.loads(text) == {"a": f"x{character}y", f"k{character}": [character]}


def test_json_keeps_all_other_letters() -> None:
    assert to_json({"a": "≈ 3.8 “トランプ” 👩‍🔬"}) == '{"a": "≈ 3.8 “トランプ” 👩‍🔬"}'


def test_a_line_of_json_is_one_line() -> None:
    assert "\n" not in to_json({"a": "x\ny\u2028z\r"})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("3800000"), "3800000"),
        (Decimal("3.8E+6"), "3800000"),
        (Decimal("2500.0"), "2500"),
        (Decimal("0.64"), "0.64"),
        (Decimal("0.635"), "0.635"),
        (Decimal("-0.5"), "-0.5"),
        (Decimal("0"), "0"),
    ],
)
def test_numbers_are_whole_where_they_are_whole(value: Decimal, written: str) -> None:
    assert to_json(value) == written
    assert json_number(value) == value or float(value) == json_number(value)
