"""Text from a file, made fit for a terminal and for JSON on a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.safe import (
    NOTHING,
    escaped,
    readable,
    readable_in_place,
    readable_runs,
    visible,
    visible_lines,
)

IGNORABLE = [
    chr(code)
    for first, last in (
        # Unicode's Default_Ignorable_Code_Point.
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    )
    for code in range(first, last + 1)
]  # fmt: skip
BIDI = [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
ANNOTATIONS = [chr(code) for code in range(0xFFF9, 0xFFFC)]
BLANKS = ["\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\U00016fe4", "\U0001d159"]
CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000))]
UNSAFE = [*IGNORABLE, *ANNOTATIONS, *BLANKS, *CONTROLS]
"""What is not to be seen where it is between two letters of a name."""

ORDINARY = [
    "Rosatom’s 3.8 % – “rare” [/b] [3.5%]", "Редкие земли", "希土類", "العربية", "e\u0301", "a\u00a0b",
    # Joiners and selectors where they belong.
    "क्\u200dष", "می\u200cخواهم", "👩\u200d🔬", "👁\ufe0f\u200d🗨\ufe0f", "👩🏽\u200d🚀", "🏳\ufe0f\u200d🌈",
    "❤\ufe0f", "☎\ufe0e", "3\ufe0f\u20e3", "#\ufe0f\u20e3", "©\ufe0f", "葛\U000e0100城", "ᠮᠣᠩ\u180bᠭᠣᠯ",
]  # fmt: skip


def test_every_control_bidirectional_and_invisible_character_is_replaced_by_one_that_is_seen() -> None:
    unsafe = set(UNSAFE)
    for character in UNSAFE:
        shown = visible(f"a{character}b")
        assert len(shown) == 3, f"U+{ord(character):04X}"
        assert shown[1] == " " or shown[1].isprintable(), f"U+{ord(character):04X}"
        assert shown[1] not in unsafe, f"U+{ord(character):04X}"


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
        ("\u200d\u200d湖", "��湖"),
        ("Ros\u200datom", "Ros�atom"),
        ("usgs\u3164", "usgs�"),
        ("us\u2800gs", "us�gs"),
        ("us\u034fgs", "us�gs"),
        ("us\ufe0fgs", "us�gs"),
        ("3\ufe0f", "3�"),
        ("us\U000e0067\U000e0073", "us��"),
        ("ក\u17b4ខ", "ក�ខ"),
        ("ᠭ\u180eᠠ", "ᠭ�ᠠ"),
        ("\u200d", "�"),
    ],
)
def test_the_stand_ins(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_writing_stays(text: str) -> None:
    assert visible(text) == readable(text) == readable_in_place(text) == text
    assert escaped(json.dumps(text, ensure_ascii=False)) == json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("text", ["👩\u200d", "\u200d🔬", "می\u200c", "\ufe0fx"])
def test_what_is_cut_off_at_a_joiner_keeps_it(text: str) -> None:
    assert visible(text) == text


# The texts of articles


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mil\u00adlion", "million"),
        ("10\u200e–\u200f20", "10–20"),
        ("Ros\u200datom Auf\u200clage", "Rosatom Auflage"),
        ("\ufeffstart\u2060end\u200b", "startend"),
        ("\u2067שלום\u2069", "שלום"),
        ("\u202bשלום\u202c", "שלום"),
        ("\u202e001$\u202c", "�001$"),
        ("a\u3164b\u2800c", "a b c"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴"),
        ("e\u034f\u0301", "e\u0301"),
        ("\x1b[2J\tx", "␛[2J x"),
        ("x\ufe0f\u200d🔬", "x🔬"),
        ("ب\u200b\u200cت", "بت"),
    ],
)
def test_what_is_read_of_a_text(text: str, read: str) -> None:
    assert readable(text) == read


NEVER = {character for character in UNSAFE if "VARIATION SELECTOR" not in unicodedata.name(character, "")}
NEVER -= {"\u200c", "\u200d"}
"""What never changes the shape of anything beside it."""

written = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from([c for c in UNSAFE if not "\ud800" <= c <= "\udfff"])
    | st.sampled_from([*"aبक👩❤3#\ufe0f\u200c\u200d\u20e3"])
)


@given(written)
def test_the_length_stays_and_nothing_unsafe_is_left(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert not NEVER.intersection(visible(text))
    assert not NEVER.intersection(readable(text))
    assert visible_lines(text).replace("\n", " ").replace("\t", " ") == visible(text)


def test_lines_and_tabs_stay_in_text_of_several_lines() -> None:
    assert visible_lines("a\n\tb\x1b[2J") == "a\n\tb␛[2J"


@given(written)
def test_what_is_read_is_visible(text: str) -> None:
    assert visible(readable(text)) == readable(text)


@given(written)
def test_each_character_that_is_read_has_its_offset(text: str) -> None:
    in_place = readable_in_place(text)
    assert len(in_place) == len(text)
    assert in_place.replace(NOTHING, "") == readable(text)
    runs = list(readable_runs(text))
    assert "".join(run for _, run in runs) == readable(text)
    assert all(in_place[at : at + len(run)] == run for at, run in runs)


@given(written)
def test_escaped_json_is_safe_and_reads_back_as_the_same_text(text: str) -> None:
    line = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert visible(line) == line
    assert json.loads(line) == {"text": text}


def test_every_unsafe_character_is_escaped_in_json() -> None:
    for character in UNSAFE:
        line = escaped(json.dumps(character, ensure_ascii=False))
        assert line.isascii(), f"U+{ord(character):04X}"
        assert json.loads(line) == character


def test_beyond_the_basic_plane_the_escape_is_a_pair() -> None:
    assert escaped('"\U000e0041"') == '"\\udb40\\udc41"'
