"""Terms: which spellings are the same term, and which are not."""

from decimal import Decimal

import pytest

from tui.languages.language import language_of
from tui.quantity.unit import Unit, Units
from tui.search.terms import Notation, query_keys, read_numbers, terms

UNITS = Units(
    [
        Unit("t", "tonne", ("tons", "ton", "tonnes", "metric tons")),
        Unit("Mt", "megatonne", base="t", factor=Decimal(1000000)),
        Unit("%", "percent", ("percent", "per cent")),
    ]
)
NOTATION = Notation(UNITS, (language_of("en"),))


def keys(text: str) -> list[str]:
    """The first key of each term."""
    return [term.keys[0] for term in terms(text, lambda: NOTATION)]


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("ROSATOM", "Rosatom"),
        ("Zaporižžja", "zaporizzja"),
        ("e\N{COMBINING ACUTE ACCENT}lan", "élan"),
        ("Straße", "STRASSE"),
        ("Rosatom’s", "rosatom"),
        ("Rosatom's", "rosatom"),
        ("companies'", "companies"),
        ("U.S.", "US"),
        ("U.S.A.", "usa"),
        ("U.S.’s", "US"),
        ("O’Brien", "O'Brien"),
        ("“rare earths”", '"rare earths"'),
        ("rare-earth", "rare earth"),
        ("rare—earth", "rare earth"),
        ("Росатом", "РОСАТОМ"),
        ("Ｒｏｓａｔｏｍ", "rosatom"),
    ],
)
def test_one_word_however_it_is_written(written: str, same: str) -> None:
    assert keys(written) == keys(same)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (".64%", ["=0.64 %"]),
        ("by .64%", ["by", "=0.64 %"]),
        ("v1.64%", ["v1", "64"]),
        ("end.64%", ["end", "=64 %"]),
        ("..64%", ["=64 %"]),
        # What is not a number in English is not read from its middle.
        ("2,6 thousand", ["2", "6", "thousand"]),
    ],
)
def test_a_number_is_read_from_its_beginning_or_not_at_all(written: str, expected: list[str]) -> None:
    assert keys(written) == expected


@pytest.mark.parametrize(
    ("written", "other"),
    [("Rosatom", "Rostec"), ("us", "usgs"), ("rareearth", "rare earth"), ("2.5", "25"), ("3.8", "3,800"), ("7", "7th")],
)
def test_different_words_stay_different(written: str, other: str) -> None:
    assert keys(written) != keys(other)


@pytest.mark.parametrize(
    "forms",
    [
        [
            "44 million tons",
            "44m tons",
            "44 mn tonnes",
            "44 mln t",
            "44,000,000 t",
            "44 000 000 tonnes",
            "44 Mt",
            "44Mt",
        ],
        ["2,600", "2600", "2.6k", "2 600", "2.6 thousand"],
        ["seven", "7", "Seven", "7.0"],
        ["12%", "12 %", "12 percent", "12 per cent", "twelve percent"],
        ["fifth", "5th", "Fifth"],
        ["twenty-fifth", "25th"],
        ["0.64%", "0.640 percent"],
    ],
)
def test_one_number_however_it_is_written(forms: list[str]) -> None:
    assert {tuple(keys(form)) for form in forms} == {tuple(keys(forms[0]))}
    assert len(keys(forms[0])) == 1


def test_a_number_has_keys_for_its_value_digits_and_words() -> None:
    (term,) = terms("44 million tons", lambda: NOTATION)
    assert {"=44000000 t", "=44000000", "#44", "million", "tons"} <= set(term.keys)
    assert term.is_number


def test_a_range_has_the_keys_of_both_ends() -> None:
    (term,) = terms("2,500–3,000 tons", lambda: NOTATION)
    assert {"=2500", "=3000"} <= set(term.keys)


def test_a_digit_inside_a_word_is_not_a_number() -> None:
    assert keys("a88538") == ["a88538"]


def test_terms_have_their_spans_in_the_text() -> None:
    text = "Putin’s 3.8 million tons, in the U.S. and トランプ"
    assert [text[term.span.start : term.span.end] for term in terms(text, lambda: NOTATION)] == [
        "Putin’s",
        "3.8 million tons",
        "in",
        "the",
        "U.S.",
        "and",
        *"トランプ",
    ]


@pytest.mark.slow
def test_every_letter_of_unicode_is_a_term() -> None:
    letters = [chr(code) for code in range(0x110000) if chr(code).isalnum()]
    found = list(terms(" ".join(letters), lambda: NOTATION))
    assert all(all(term.keys) for term in found)
    assert not [term for term in found if term.keys[0][0] in "=#" and not term.is_number]


def read(text: str, *tags: str) -> list[list[str]]:
    """The value keys of each reading of a number in some languages."""
    notation = Notation(UNITS, tuple(map(language_of, tags)))
    found = read_numbers(text, 0, lambda: notation)
    return [[key for key in keys if key[0] == "="] for keys in query_keys(found)] if found else []


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("3.500 t", ["en"], [["=3.5 t"]]),
        ("3.500 t", ["de"], [["=3500 t"]]),
        # Where the readings differ, both are searched; where they agree, there is one.
        ("3.500 t", ["en", "de"], [["=3.5 t", "=3500 t"]]),
        ("44 t", ["en", "de"], [["=44 t"]]),
        # A language that reads only the beginning does not count.
        ("3,5 Millionen t", ["en", "de"], [["=3500000 t"]]),
        ("3,500 t", ["en", "de"], [["=3500 t", "=3.5 t"]]),
        ("44 millones", ["es", "en"], [["=44000000"]]),
        ("1 241 800", ["en", "fr"], [["=1241800"]]),
        ("12 to 14 t", ["en"], [["=12 t"], ["=14 t"]]),
    ],
)
def test_a_number_is_read_in_each_language(text: str, tags: list[str], expected: list[list[str]]) -> None:
    assert read(text, *tags) == expected
