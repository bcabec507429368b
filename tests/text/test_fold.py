"""Look-alike characters made one, and which characters make a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import (
    DASHES,
    DOUBLE_QUOTES,
    SINGLE_QUOTES,
    fold,
    is_unspaced,
    joins_words,
    split_unspaced,
    whole_words,
)
from tui.text.span import Span


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Russia’s ‘rare’ ‚earths‛", "Russia's 'rare' 'earths'"),
        ("“rare” „earths‟ «metals»", '"rare" "earths" "metals"'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("a\u00a0b\u2009c\u202fd\u3000e\tf\ng\rh\u2028i", "a b c d e f g h i"),
        # What does not print alike stays.
        ("3,8 3.8 3٫8 ½ é É ﬁ … ·", "3,8 3.8 3٫8 ½ é É ﬁ … ·"),
        ("zero\u200bwidth \ufeff", "zero\u200bwidth \ufeff"),
    ],
)
def test_look_alikes_become_plain(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text() | st.text(alphabet=SINGLE_QUOTES + DOUBLE_QUOTES + DASHES + "ß İﬁ\u00a0\r\n"))
def test_offsets_stay_as_they_are(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    changed = {c for c, plain in zip(text, fold(text), strict=True) if c != plain}
    assert changed <= {*SINGLE_QUOTES, *DOUBLE_QUOTES, *DASHES} | {c for c in text if c.isspace()}


def test_all_white_space_is_one() -> None:
    # The four separators of C0 are white space to Python, and control characters to everyone else.
    spaces = [chr(code) for code in range(0x110000) if chr(code).isspace() and not 0x1C <= code <= 0x1F]
    assert {fold(space) for space in spaces} == {" "}


@pytest.mark.parametrize(
    ("character", "joins"), [(c, True) for c in "aé1ж²\u0301\u093e"] + [(c, False) for c in " -_.'’%漢かไ"]
)
def test_letters_digits_and_marks_join_words(character: str, joins: bool) -> None:
    assert joins_words(character) is joins


def test_the_edge_of_a_text_joins_nothing() -> None:
    assert not joins_words("")


@pytest.mark.parametrize(
    ("character", "unspaced"), [(c, True) for c in "漢かカไကｶ\U00020000"] + [(c, False) for c in "aж한 1。"]
)
def test_scripts_without_spaces(character: str, unspaced: bool) -> None:
    assert is_unspaced(character) is unspaced


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("", []),
        ("Rosatom", ["Rosatom"]),
        ("大国", ["大", "国"]),
        ("ロシアRosatom社2024年", ["ロ", "シ", "ア", "Rosatom", "社", "2024", "年"]),
        ("a大", ["a", "大"]),
    ],
)
def test_a_run_of_letters_parts_at_each_character_of_a_script_without_spaces(word: str, parts: list[str]) -> None:
    spans = list(split_unspaced(word))
    assert [word[span.start : span.end] for span in spans] == parts
    assert "".join(word[span.start : span.end] for span in spans) == word


def test_one_character_without_spaces_makes_a_text_unspaced() -> None:
    assert is_unspaced("Rosatom社")
    assert not is_unspaced("Rosatom Росатом")
    assert not is_unspaced("")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("0 mil", "40 million"),
        ("8 mill", "3.8 million"),
        ("3", "3.8"),
        (" of sal", "of salt"),
        ("234", "1,234"),
        ("salt, ", "salt,"),
        ("  ", ""),
    ],
)
def test_whole_words_and_numbers(words: str, whole: str) -> None:
    text = "It has 40 million or 3.8 million tons of salt,  1,234 in all."
    start = text.index(words)
    assert text[slice(*whole_words(text, Span(start, start + len(words))))] == whole
