"""What is written as YAML is read back as it was, whatever it holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.catalog import nodes
from tui.curate.yaml import Noted, lines, scalar


@pytest.mark.parametrize(
    "text",
    ["NO", "12:30", "2.50", "0777", "null", "~", "", " a ", "a: b", "a #b", "- a", "{a}", "[a]", "&a", "*a", "!a", "%a",
     "@a", "`a`", "'", '"', "\\", "a\nb", "a\r\nb", "\t", "\0", "\x1b[2J", "\x85", "\u2028", "\u202e", "\ufeff",
     "\ufffe", "😀", "\U000e0041", "\U0010ffff", "---", "...", "<<", "="],
)  # fmt: skip
def test_a_text_comes_back(text: str) -> None:
    assert nodes.parse(f"lode: {scalar(text)}", "x")["lode"] == text


def test_a_lone_surrogate_is_replaced() -> None:
    assert nodes.parse(f"lode: {scalar(chr(0xD800))}", "x")["lode"] == "�"


@given(
    st.dictionaries(st.from_regex(r"[a-z]+", fullmatch=True), st.text() | st.lists(st.text(), min_size=1), min_size=1)
)
def test_a_mapping_comes_back(value: dict[str, str | list[str]]) -> None:
    assert nodes.parse("\n".join(lines(value)), "x") == value


def test_a_gap_and_a_comment_are_for_who_fills_it() -> None:
    written = [*lines({"a": None, "b": Noted(None, "x\ny"), "c": Noted("d", "\x1b"), "e": [None, True]})]
    assert written == ["a:", "b: # x y", 'c: "d"  # ␛', "e:", "  -", "  - true"]
    assert nodes.parse("\n".join(written), "") == {"a": None, "b": None, "c": "d", "e": [None, "true"]}


@given(st.text())
def test_a_text_is_on_one_printable_line(text: str) -> None:
    assert not re.search("[\0-\x1f\x7f-\x9f\u2028\u2029\u202e]", scalar(text))
