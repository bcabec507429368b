"""Whether the numbers of a text agree on what a point, a comma and a space mark.

458.000 beside 12,5 is a whole number, even where the text is said to be in English. 248 737 beside 1,250 may be two
numbers: 248 aircraft of the type 737.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from tui.languages.language import Language
from tui.languages.lexicon import CURRENCY_SIGNS
from tui.text.grouping import grouped
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

# A sign or a letter that touches the digits makes one number of them: $12 345, R113 764.
_MAY_BE_TWO = lazy_pattern(rf"(?<![\w.,{CURRENCY_SIGNS}])[1-9]\d{{0,2}} (?!000)(\d{{3}})(?![ .,]?\d)")
_SPACED = lazy_pattern(
    r"(?<![\d.,+-])(?<!\d )[1-9]\d{0,2}(?:(?: \d{3}){2,7}| 000| \d{3}(?=[.,]\d{1,2}\b)|[\u00a0\u2009\u202f]\d{3})"
    rf"(?![ -]?\d)|[{CURRENCY_SIGNS}][1-9]\d{{0,2}} \d{{3}}(?!\d)"
)
"""Numbers whose digits are grouped by white space, and that cannot be two; no telephone numbers."""

_MARKED = lazy_pattern(r"(?<![\d.,])[1-9]\d{0,2}([.,'’])\d{3}(?!\d)")


class _Groups(NamedTuple):
    """How a text groups digits: how many numbers do it with spaces, the last digits of those that may be two numbers,
    and the numbers with each mark."""

    spaced: int
    unsure: Counter[str]
    marked: dict[str, list[str]]


class _Marks(NamedTuple):
    """How often a text prints each mark before decimals and between groups, where that is sure."""

    decimal: dict[str, list[str]]
    grouping: dict[str, list[str]]


def contradiction(words: str, text: str, language: Language) -> str | None:
    """Why a number cannot be read as its language prints numbers; None if the others of its text do not say otherwise.

    It is one where a mark with three digits after it could be either, or a space may come between two numbers.
    """
    if spaced := _MAY_BE_TWO.search(words):
        return _two_numbers(spaced, text, language)
    found = _TWO_WAYS.search(words)
    if found is None:
        return None
    mark = found[1]
    other = "," if mark == "." else "."
    marks = _marks(text)
    against, agrees = [marks.decimal[mark], marks.grouping[other]], [marks.grouping[mark], marks.decimal[other]]
    if mark in language.decimal:
        against, agrees = agrees, []
    if sum(map(len, against)) <= sum(map(len, agrees)):
        return None
    example = next(numbers[0] for numbers in against if numbers)
    return (
        f"“{words}” may be a whole number or have three decimals: “{example}” is not printed as in {language.tag}; "
        "correct the article's `language`, or leave the number out"
    )


def _two_numbers(spaced: re.Match[str], text: str, language: Language) -> str | None:
    """Why digits on both sides of a space may be two numbers; None if the text groups digits with spaces.

    Beside a decimal comma that is usual. Beside a decimal point it is rare, and asks for a number that cannot be two.
    """
    groups = _groups(text)
    agrees, rare = groups.spaced, "," in language.grouping
    if not rare:
        # The others may be of the same type: 248 737 and 174 737.
        agrees += groups.unsure.total() - groups.unsure[spaced[1]]
    against = [numbers for mark, numbers in groups.marked.items() if mark in language.grouping]
    if sum(map(len, against)) <= agrees and (agrees or not rare):
        return None
    why = f"“{against[0][0]}” is grouped otherwise" if against else "its article groups no other digits with a space"
    return f"“{spaced[0]}” may be two numbers: {why}; leave it out"


@lru_cache(maxsize=TEXTS_KEPT)
def _groups(text: str) -> _Groups:
    marked = grouped((match[1], match[0]) for match in _MARKED.finditer(text))
    return _Groups(len(_SPACED.findall(text)), Counter(_MAY_BE_TWO.findall(text)), marked)


@lru_cache(maxsize=TEXTS_KEPT)
def _marks(text: str) -> _Marks:
    decimal = ((match[1] or match[2], match[0]) for match in _DECIMAL.finditer(text))
    grouping = ((re.sub(r"\d", "", match[0])[0], match[0]) for match in _GROUPED.finditer(text))
    return _Marks(grouped(decimal), grouped(grouping))
