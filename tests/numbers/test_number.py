"""Reading digits, number words and ranges, whatever the number."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.languages.language import LANGUAGES, language_of
from tui.numbers.number import Number, Range, with_decimals
from tui.numbers.number_words import is_number_word
from tui.numbers.numerals import MAX_DIGITS
from tui.quantity.quantity import read_at
from tui.quantity.unit import Units


def read(text: str, start: int = 0) -> Number | Range | None:
    """The number or range at `start`, in a catalog without units."""
    quantity = read_at(text, start, Units(()))
    return quantity and quantity.number


decimals = st.decimals(min_value=0, max_value=10**18, allow_nan=False, allow_infinity=False, places=3) | st.integers(
    0, 10**18
).map(Decimal)


@pytest.mark.parametrize("mark", [",", " ", "\u00a0", "\u2009", "\u202f", ""])
@given(value=decimals)
def test_a_printed_number_reads_as_its_value(mark: str, value: Decimal) -> None:
    printed = f"{value:,f}".replace(",", mark)
    number = read(printed + " tons")
    assert isinstance(number, Number)
    assert (number.value, number.end) == (value, len(printed))


@given(value=decimals, sign=st.sampled_from("-−+"))
def test_a_sign_before_the_digits_holds(value: Decimal, sign: str) -> None:
    number = read(f"{sign}{value:,f}")
    assert isinstance(number, Number)
    assert number.value == (value if sign == "+" else -value)


@given(value=decimals)
def test_the_step_is_a_unit_of_the_last_significant_digit(value: Decimal) -> None:
    number = read(f"{value:,f}")
    assert isinstance(number, Number)
    digits = f"{value:f}"
    if "." in digits:
        assert number.step == Decimal(1).scaleb(-len(digits.partition(".")[2]))
    elif value:
        assert value % number.step == 0
        assert value % (number.step * 10) != 0


@given(value=st.integers(1, 999), scale=st.sampled_from([("thousand", 3), ("million", 6), ("bn", 9), ("trillion", 12)]))
def test_a_scale_word_makes_trailing_zeros_significant(value: int, scale: tuple[str, int]) -> None:
    word, power = scale
    number = read(f"{value} {word}")
    assert isinstance(number, Number)
    assert (number.value, number.step) == (Decimal(value).scaleb(power), Decimal(1).scaleb(power))


ONES = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(value: int) -> str:
    """How English writes a number of up to three digits."""
    if value >= 100:
        rest = f" and {in_words(value % 100)}" if value % 100 else ""
        return f"{ONES[value // 100 - 1]} hundred{rest}"
    if value >= 20:
        rest = f"-{ONES[value % 10 - 1]}" if value % 10 else ""
        return TENS[value // 10 - 2] + rest
    return ONES[value - 1]


def test_every_number_below_a_thousand_reads_from_its_words() -> None:
    for value in range(1, 1000):
        words = in_words(value)
        number = read(words)
        assert isinstance(number, Number), words
        assert (number.value, number.end, number.ordinal) == (value, len(words), False), words


def test_every_ordinal_below_a_hundred_reads_from_its_words() -> None:
    ends = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
    for value in range(1, 100):
        *tens, last = in_words(value).split("-")
        last = ends.get(last, re.sub("ve$", "f", re.sub("y$", "ie", last)) + "th")
        words = "-".join([*tens, last])
        number = read(words)
        assert isinstance(number, Number), words
        assert (number.value, number.end, number.ordinal) == (value, len(words), True), words


def test_every_ordinal_in_digits_is_exact_and_ends_after_its_letters() -> None:
    for value in range(1, 200):
        letters = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        number = read(f"{value}{letters} place")
        assert isinstance(number, Number)
        assert (number.value, number.ordinal, number.end) == (value, True, len(f"{value}{letters}"))


@given(low=decimals, more=st.integers(1, 10**6), mark=st.sampled_from(["-", "–", " – ", " to ", "‑"]))
def test_a_range_has_both_its_ends_as_printed(low: Decimal, more: int, mark: str) -> None:
    printed = f"{low:,f}{mark}{low + more:,f}"
    found = read(printed)
    assert isinstance(found, Range)
    assert (found.low.value, found.high.value, found.end) == (low, low + more, len(printed))


@given(low=decimals, less=st.integers(0, 10**6))
def test_a_range_that_does_not_rise_is_only_its_first_number(low: Decimal, less: int) -> None:
    found = read(f"{low + less:,f}–{low:,f}")
    assert isinstance(found, Number)
    assert found.value == low + less


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("from 2024 to 3 million tons", 2024, 9),
        ("from 500 to 1 thousand and", 500, 8),
        ("from 5 to 3 million", 5, 6),
    ],
)
def test_a_scale_word_is_never_lent_to_a_number_outside_the_range(text: str, value: int, end: int) -> None:
    found = read(text, 5)
    low = found.low if isinstance(found, Range) else found
    assert low is not None
    assert (low.value, low.end) == (value, end)


@given(st.text(alphabet="0123456789.,-–− \u00a0\u2009'’kmbt%toandhundredfivesevnty\n", max_size=40))
def test_any_text_is_read_or_not_without_harm(text: str) -> None:
    found = read(text)
    assert found is None or 0 < found.end <= len(text)


def test_a_number_has_at_most_so_many_digits() -> None:
    longest = "9" * MAX_DIGITS
    number = read(longest + " trillion")
    assert isinstance(number, Number)
    assert number.value == Decimal(longest + "0" * 12)
    assert number.value - number.step / 2 < number.value < number.value + number.step / 2
    assert read(longest + "9") is None
    assert read(longest[:-2] + ".999") is None


@pytest.mark.parametrize(
    "digits", ["1" * 40, "10" * 5000, "1," + "000," * 30 + "000", "0." + "3" * 60, "9" * 40 + " million"]
)
def test_an_endless_row_of_digits_is_an_address_and_no_number(digits: str) -> None:
    assert read(digits) is None


@pytest.mark.parametrize("words", ["eins" * 3000, "Xyz" * 200_000])
def test_an_endless_word_is_no_number(words: str) -> None:
    assert not is_number_word(words, language_of("de"))
    assert read_at(f"{words} 5", 0, Units(()), language=language_of("de")) is None


@pytest.mark.parametrize(
    ("printed", "places", "step"),
    [
        ("2,500", 0, "1"),
        ("2,500", -1, "10"),
        ("2,500", 1, "0.1"),
        ("3.8 million", 1, "100000"),
        ("110 million", -1, "10000000"),
        ("0", 2, "0.01"),
    ],
)
def test_decimals_set_the_last_significant_digit(printed: str, places: int, step: str) -> None:
    number = read(printed)
    assert isinstance(number, Number)
    assert with_decimals(number, places).step == Decimal(step)
    assert with_decimals(number, places).value == number.value


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "part",
    [
        "111 ",
        "1,000,",
        "one ",
        "one and ",
        "1-",
        "5 to ",
        "two thousand ",
        "one hundred and ",
        "two and a half ",
        "half a million ",
        "two million three thousand ",
    ],
)
def test_a_long_row_is_not_read_to_its_end_from_each_of_its_parts(part: str) -> None:
    """Reading all of it each time would take minutes."""
    row = part * 20_000
    assert all(
        (found := read(row, start)) is None or found.end < start + 100 for start in range(0, len(row), len(part))
    )


@pytest.mark.parametrize("gap", [" ", "\n", "-"])
@pytest.mark.parametrize("printed", ["5", "five", "a hundred", "two thousand", "two and", "half a million"])
def test_a_wide_gap_after_a_number_is_crossed_once(printed: str, gap: str) -> None:
    found = read(printed + gap * 20_000 + "!")
    assert isinstance(found, Number)
    assert found.end == len(printed.removesuffix(" and"))


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("printed", ["5b", "5m", "5k", "5t", "5 b", "5K"])
def test_a_letter_that_is_not_a_scale_word_of_a_language_is_left(tag: str, printed: str) -> None:
    language = language_of(tag)
    found = read_at(printed, 0, Units(()), language=language)
    assert found is not None and isinstance(found.number, Number)
    letter = printed[1:].lower()
    assert found.number.value == 5 * language.letters.get(letter, 1)
