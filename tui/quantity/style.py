"""Whether the numbers of a text agree on what a point and a comma mark.

458.000 beside 12,5 is a whole number, even where the text is said to be in English.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tui.quantity.language import Language
from tui.text.lazy_pattern import lazy_pattern
from tui.text.work import TEXTS_KEPT

_TWO_WAYS = lazy_pattern(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?![.,]?\d)")
"""Digits that are a whole number if their mark groups them, and a smaller one if it comes before decimals."""

# Not in dates, times, numbers of sections, addresses, and lists: 12.05.2024, 12.30 Uhr, § 1.2.3, 1,2,3.
_DECIMAL = lazy_pattern(
    r"(?<![\d.,:/§^-])(?:\d{1,9}([.,])(?:\d{1,2}|\d{4,9})|0([.,])\d+)"
    r"(?=\s?(?:%|[^\W\d_])|\s[-–]|[\s)”\"]|[.,;]\s|\Z)(?!\s?(?:Uhr|uur|[ap]\.?m\b|GMT|h\b|ч\b))"
)
_GROUPED = lazy_pattern(
    r"(?<![\d.,])[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}|\.\d{3}(?=,\d{1,2}\b)|,\d{3}(?=\.\d{1,2}\b))"
)


class _Marks(NamedTuple):
    """How often a text prints each mark before decimals and between groups, where that is sure."""

    decimal: dict[str, list[str]]
    grouping: dict[str, list[str]]


def contradiction(words: str, text: str, language: Language) -> str | None:
    """Why a number cannot be read as its language prints numbers; None if the others of its text do not say otherwise.

    It is one where a mark with three digits after it could be either.
    """
    found = _TWO_WAYS.search(words)
    if found is None:
        return None
    mark = found[1]
    other = "," if mark == "." else "."
    marks = _marks(text)
    if mark in language.decimal:
        against = marks.grouping[mark] + marks.decimal[other]
        agrees: list[str] = []
    else:
        against = marks.decimal[mark] + marks.grouping[other]
        agrees = marks.grouping[mark] + marks.decimal[other]
    if len(against) <= len(agrees):
        return None
    return (
        f"“{words}” may be a whole number or have three decimals: “{against[0]}” is not printed as in {language.tag}; "
        "correct the article's `language`, or leave the number out"
    )


@lru_cache(maxsize=TEXTS_KEPT)
def _marks(text: str) -> _Marks:
    marks = _Marks({".": [], ",": []}, {".": [], ",": []})
    for match in _DECIMAL.finditer(text):
        marks.decimal[match[1] or match[2]].append(match[0])
    for match in _GROUPED.finditer(text):
        marks.grouping[re.sub(r"\d", "", match[0])[0]].append(match[0])
    return marks
