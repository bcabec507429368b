"""The words and digits that numbers and dates are made of."""

import re
from collections.abc import Iterator

from tui.languages.language import Language
from tui.numbers.number_words import is_number_word, is_one_percent
from tui.numbers.words import DAYS, MONTHS, NUMBER_WORDS
from tui.text.span import Span

_WORDS = NUMBER_WORDS | frozenset("halves dozens hundreds thousands twice double triple".split())
# Dates begin with a capital, so that "may" and "march" are words.
_DATES = frozenset((*DAYS, *MONTHS))

_DIGITS_OR_WORD = re.compile(r"(?P<digits>\d+(?:[.,]\d+)*%?)|(?<![^\W_])[^\W\d_]++(?![^\W_])")
_DIGITS_OR_PART = re.compile(r"(?P<digits>\d+(?:[.,]\d+)*%?)|[〇一二三四五六七八九十百千万萬亿億两兩]{2,}|[^\W\d_]+")


def numbers_in(text: str, language: Language | None = None) -> Iterator[Span]:
    """Every number in digits or words, ordinal, month and weekday; in English if no language is given."""
    if language is None or language.is_english:
        for match in _DIGITS_OR_WORD.finditer(text):
            if match["digits"] or match[0].casefold() in _WORDS or match[0] in _DATES:
                yield Span(*match.span())
        return
    articles = frozenset(language.articles)
    for match in _DIGITS_OR_PART.finditer(text):
        word = match[0]
        is_one = word.casefold() in articles and is_one_percent(text, *match.span(), language)
        if is_one or match["digits"] or is_number_word(word, language):
            yield Span(*match.span())
