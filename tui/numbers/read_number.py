"""Numbers as texts print them: digits, number words, ordinals, scale words, fractions.

3.8 million    0.64    seven    fifth    twenty-five    44m    half a million    2½    3.2 × 10⁶    two point three
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from tui.languages.language import Language
from tui.languages.word_patterns import HYPHEN, WORD_END, any_of, ends_word
from tui.numbers.fractions import added_fraction, decimal_of, read_fraction
from tui.numbers.number import FractionPart, Number, times, trailing_step
from tui.numbers.numerals import read_digits
from tui.numbers.scales import Scale, read_scale
from tui.numbers.spelled import begins_number, read_words
from tui.numbers.words import SCALE_LETTERS
from tui.text.fold import UNSPACED
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_MOST_MIXED = 1000
_OF_ONE = in_any_case(rf"(?:{HYPHEN}|\s{{1,8}})(?:of\s+)?(?:an?(?:\s+|{HYPHEN}))?(?=[^\W\d_](?<!(?-i:[{UNSPACED}])))")
_HUNDREDS = in_any_case(r"\s+(\d{1,2})\s+hundred(?![^\W_])")
_SCALE_AFTER = lazy_pattern(r"(?<=[°º])\s?[CF](?![^\W_.]|\.\w)")
_REST = in_any_case(r"\s+and\s+(?:(\d{1,3})(?![.,:/]?\d|[^\W_]|%)|(?=[^\W\d_]))(?!\s+(?:hundred|percent|per\s+cent)\b)")


def read_one(
    text: str, start: int, language: Language, letters: str = SCALE_LETTERS, joined: bool = True
) -> Number | None:
    """The number without a sign that begins at `start`; None if none does.

    Without `joined`, a number in words ends before an “and” in it.
    """
    if text[start : start + 1].isalpha() and not begins_number(text, start, language):
        return None
    if part := read_fraction(text, start, language):
        return _fraction(text, part, language)
    digits = read_digits(text, start, language)
    if digits is None:
        return _spelled(text, start, language, joined)
    if digits.powered:
        mantissa = digits.value.scaleb(-digits.value.adjusted())
        return Number(digits.value, mantissa, digits.step, digits.end, scaled=True)
    end = _ordinal_end(text, digits.end, language) if digits.step == 1 else None
    if end is not None:
        return Number(digits.value, digits.value, Decimal(1), end, ordinal=True)
    number = _with_fraction(text, Number(digits.value, digits.value, digits.step, digits.end), language)
    scale = read_scale(text, number.end, language, letters)
    return _without_trailing_zeros(number) if scale is None else _with_rest(text, times(number, scale), scale, language)


def _spelled(text: str, start: int, language: Language, joined: bool) -> Number | None:
    words = read_words(text, start, language, joined)
    if words is None:
        return None
    if words.ordinal:
        return words
    if words.scaled:
        by = words.factors[-1] if words.factors else Decimal(0)
        return _with_rest(text, words, Scale(by, words.end, ()), language) if by >= 1000 else words
    exact = _with_fraction(text, words, language) if joined else words
    scale = read_scale(text, exact.end, language, "") if exact.step < 1 else None
    return times(exact, scale) if scale else exact


def _fraction(text: str, part: FractionPart, language: Language) -> Number:
    """A fraction with the scale word that it is a part of: half a million, a quarter of a million."""
    value, step = decimal_of(part.value), Decimal(1) / part.value.denominator
    number = Number(value, value, step, part.end, share=True)
    of_one = _OF_ONE.match(text, part.end)
    scale = read_scale(text, of_one.end() if of_one else part.end, language, "")
    return times(number, scale) if scale else number


def _with_fraction(text: str, number: Number, language: Language) -> Number:
    """A whole number with the fraction that is added to it. After a year or a decimal fraction, none is added."""
    if number.step < 1 or number.value >= _MOST_MIXED:
        return number
    part = added_fraction(text, number.end, language)
    if part is None:
        return number
    value, step = number.value + decimal_of(part.value), Decimal(1) / part.value.denominator
    return replace(number, value=value, mantissa=value, step=step, end=part.end, factors=())


def _with_rest(text: str, number: Number, scale: Scale, language: Language) -> Number:
    """A scaled number with what follows its scale word: 3 hundred and 21, 3 million and a half, 1億2000万."""
    if scale.by >= 1000 and (part := added_fraction(text, number.end, language)):
        # One billion and a half million is less than a billion and a half.
        smaller = read_scale(text, part.end, language, "")
        if smaller and smaller.by >= scale.by:
            return number
        by, end = (smaller.by, smaller.end) if smaller else (scale.by, part.end)
        value, step = number.value + by * decimal_of(part.value), by / part.value.denominator
        return replace(number, value=value, mantissa=value, step=step, end=end, factors=())
    if number.mantissa % 1:
        return number
    if not ends_word(text[number.end - 1]):
        return _with_smaller(text, number, scale, language)
    least, value, end = scale.by, number.value, number.end
    if least == 1000 and (hundreds := _HUNDREDS.match(text, end)):
        least, value, end = Decimal(100), value + 100 * int(hundreds[1]), hundreds.end()
    rest = _rest(text, end, language) if least <= 1000 else None
    if rest and 0 < rest[0] < least and read_scale(text, rest[1], language, SCALE_LETTERS) is None:
        least, value, end = Decimal(1), value + rest[0], rest[1]
    if end == number.end:
        return number
    return replace(number, value=value, mantissa=value, step=least, end=end, factors=())


def _rest(text: str, end: int, language: Language) -> tuple[int, int] | None:
    """The number below a hundred that “and” adds to hundreds or thousands, and where it ends."""
    rest = _REST.match(text, end)
    if rest is None or rest[1]:
        return (int(rest[1]), rest.end()) if rest else None
    words = read_words(text, rest.end(), language, joined=False)
    whole = words and not words.ordinal and not words.scaled and words.value < 100
    return (int(words.value), words.end) if words and whole and added_fraction(text, end, language) is None else None


def _with_smaller(text: str, number: Number, scale: Scale, language: Language) -> Number:
    """A number with the smaller ones that touch it, each with its scale character: 1億2000万, 1万5000."""
    digits = read_digits(text, number.end, language)
    if digits is None or digits.step < 1 or digits.powered:
        return number
    smaller = read_scale(text, digits.end, language, "")
    more = digits.value * (smaller.by if smaller else 1)
    if more >= scale.by:
        return number
    step, end = (smaller.by, smaller.end) if smaller else (trailing_step(digits.value), digits.end)
    value = number.value + more
    whole = replace(number, value=value, mantissa=value, step=step, end=end, factors=())
    return _with_smaller(text, whole, smaller, language) if smaller else whole


def _without_trailing_zeros(number: Number) -> Number:
    if number.step < 1 or number.ordinal:
        return number
    return replace(number, step=trailing_step(number.mantissa))


@cache
def _ordinal_endings(language: Language) -> re.Pattern[str]:
    return in_any_case(rf"(?:{any_of(language.ordinal_endings)}){WORD_END}")


def _ordinal_end(text: str, end: int, language: Language) -> int | None:
    """Where an ordinal in digits ends, if they are one: 21st."""
    match = _ordinal_endings(language).match(text, end)
    # In “8° C”, the sign is that of a temperature.
    return match.end() if match and not _SCALE_AFTER.match(text, match.end()) else None
