"""The words and digits that numbers and dates are made of."""

import re
from collections.abc import Iterator

from tui.quantity.language import Language
from tui.quantity.number_words import is_number_word
from tui.quantity.words import DAYS, MONTHS, NUMBER_WORDS
from tui.text.span import Span

_COUNTS = "halves dozens hundreds thousands twice double triple".split()

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*%?"
    # Dates begin with a capital, so that "may" and "march" are words.
    r"|(?<![^\W_])(?:" + "|".join([*DAYS, *MONTHS]) + r")(?![^\W_])"
    r"|(?<![^\W_])(?i:" + "|".join(sorted({*NUMBER_WORDS, *_COUNTS}, key=len, reverse=True)) + r")(?![^\W_])"
)
_DIGITS_OR_WORD = re.compile(r"(?P<digits>\d+(?:[.,]\d+)*%?)|[〇一二三四五六七八九十百千万萬亿億两兩]{2,}|[^\W\d_]+")


def numbers_in(text: str, language: Language | None = None) -> Iterator[Span]:
    """Every number in digits or words, ordinal, month and weekday; in English if no language is given."""
    if language is None or language.is_english:
        for match in _NUMBER.finditer(text):
            yield Span(*match.span())
        return
    for match in _DIGITS_OR_WORD.finditer(text):
        if match["digits"] or is_number_word(match[0], language):
            yield Span(*match.span())
