"""Text from a file, made fit for a terminal and for JSON on a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.safe import escaped, visible

BIDI = [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
ZERO_WIDTH = [chr(code) for code in (0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2065), 0xFEFF, *range(0xFFF9, 0xFFFC))]
CONTROLS = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cc", "Cs", "Zl", "Zp")]
TAGS = [chr(code) for code in range(0xE0000, 0xE0080)]
UNSAFE = [*BIDI, *ZERO_WIDTH, *CONTROLS, *TAGS]


def test_every_control_bidirectional_and_invisible_character_is_replaced_by_one_that_is_seen() -> None:
    for character in UNSAFE:
        shown = visible(f"a{character}b")
        assert len(shown) == 3, f"U+{ord(character):04X}"
        assert shown[1] == " " or shown[1].isprintable(), f"U+{ord(character):04X}"
        assert shown[1] not in UNSAFE


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x07", "␛[2J␇"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\tb\nc\rd\u2028e\x85f", "a b c d e f"),
        ("pay \u202e001$\u202c", "pay �001$�"),
        ("zero\u200bwidth", "zero�width"),
        ("\x9b31m", "�31m"),
        ("\ufeffstart", "�start"),
        ("\u200d\u200d湖", "\u200d�湖"),
    ],
)
def test_what_stands_in(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    ["Rosatom’s 3.8 % – “rare” [/b] [3.5%]", "Редкие земли", "希土類", "العربية", "क्‍ष", "👩‍🔬", "e\u0301", "a\u00a0b"],
)
def test_ordinary_writing_stays(text: str) -> None:
    assert visible(text) == text
    assert escaped(json.dumps(text, ensure_ascii=False)) == json.dumps(text, ensure_ascii=False)


written = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from([c for c in UNSAFE if not "\ud800" <= c <= "\udfff"])
)


@given(written)
def test_the_length_stays_and_nothing_unsafe_is_left(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert not set(visible(text)) & set(UNSAFE)


@given(written)
def test_escaped_json_is_safe_and_reads_back_as_the_same_text(text: str) -> None:
    line = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert not set(line) & set(UNSAFE)
    assert json.loads(line) == {"text": text}


def test_every_unsafe_character_is_escaped_in_json() -> None:
    for character in UNSAFE:
        line = escaped(json.dumps(character, ensure_ascii=False))
        assert line.isascii(), f"U+{ord(character):04X}"
        assert json.loads(line) == character


def test_beyond_the_basic_plane_the_escape_is_a_pair() -> None:
    assert escaped('"\U000e0041"') == '"\\udb40\\udc41"'
