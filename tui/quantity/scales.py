"""Scale words after a number: million, Mio., mil millones, 万, lakh crore; and letters that touch it: 44m."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tui.quantity.language import NEVER, Language
from tui.quantity.spelled import HYPHEN
from tui.text.fold import UNSPACED

COMBINING = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
"""Marks that belong to the letter before them, as a set in a pattern."""

# Case does not concern these sets; where it is ignored, they take three times as long to compile.
WORD_END = rf"(?![^\W_](?<!(?-i:[{UNSPACED}]))|(?-i:[{COMBINING}]))"
"""The end of a word, as a pattern. Characters of scripts without spaces may follow: 20%の人."""

SCALE_LETTERS = "kmbKMB"
"""Letters that are scale words where they touch the digits: 44m."""

_END = re.compile(WORD_END)
_METRIC = {"千": "千(?![克米瓦卡伏赫帕焦])"}
"""Scale characters that also begin the names of units: 千克 is a kilogram."""

_SMALLEST_CHAIN = 1000
_TRILLION = Decimal(10**12)


class Scale(NamedTuple):
    """What a scale word multiplies by, and where it ends; `lends` as in `Number`."""

    by: Decimal
    end: int
    lends: tuple[Decimal, ...]


def whole_words(words: str) -> re.Pattern[str]:
    """A pattern for any of some patterns of words, in any case, where they are not part of longer words."""
    return re.compile(rf"(?<![^\W_])(?:{words}){WORD_END}", re.IGNORECASE)


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of some written forms, the longest first; a space in one stands for any white space.

    It matches nothing if there are none. Before forms with one first letter is a lookahead for it: most
    words of a text begin with another.
    """
    groups: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        groups.setdefault(form[:1].casefold(), []).append(form)
    return "|".join(map(_any_of_one_letter, groups.values())) or NEVER


def _any_of_one_letter(forms: list[str]) -> str:
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    letters = "".join(sorted({re.escape(form[0]) for form in forms}))
    return rf"(?=[{letters}])(?:{words})" if len(forms) > 1 else words


def by_script(forms: Iterable[str]) -> tuple[str, str]:
    """The patterns for the forms whose script sets words apart, and for those that touch what is beside them."""
    forms = [*forms]
    return any_of(filter(ends_word, forms)), any_of(form for form in forms if not ends_word(form))


def ends_word(form: str) -> str:
    """The pattern after a form so that it is a whole word, where its script sets words apart."""
    return "" if re.match(rf"[{UNSPACED}]", form[-1]) else WORD_END


def read_scale(text: str, start: int, language: Language, letters: str) -> Scale | None:
    """The scale word that begins at `start`, after space or a hyphen, or one of `letters`; None if there is none.

    Scale words that follow each other multiply: lakh crore, hundred thousand.
    """
    match = _pattern(language).match(text, start)
    if match is None:
        letter = text[start : start + 1]
        by = _letters(language).get(letter.lower()) if letter and letter in letters else None
        return Scale(by, start + 1, (by,)) if by and _END.match(text, start + 1) else None
    by = language.scales[" ".join(match[1].casefold().split())]
    more = read_scale(text, match.end(), language, "") if by >= 100 else None
    if more is None or more.by <= by or more.by < _SMALLEST_CHAIN:
        return Scale(by, match.end(), (by,))
    return Scale(by * more.by, more.end, (by * more.by, *more.lends))


def _letters(language: Language) -> dict[str, Decimal]:
    return {**language.letters, "t": _TRILLION} if language.letters else {}


@cache
def _pattern_of(scales: frozenset[str]) -> re.Pattern[str]:
    spaced, _ = by_script(scales)
    characters = sorted((form for form in scales if not ends_word(form)), key=len, reverse=True)
    touching = "|".join(_METRIC.get(form, form) for form in characters) or NEVER
    words = rf"(?:{spaced}){WORD_END}"
    # A space before a character is only set after digits: 1600 万.
    gap = rf"(?:(?:\s?{HYPHEN})?\s{{0,8}}(?={words})|(?:(?<=\d)\s{{0,2}})?(?={touching}))"
    return re.compile(rf"{gap}({words}|{touching})", re.IGNORECASE)


def _pattern(language: Language) -> re.Pattern[str]:
    return _pattern_of(frozenset(language.scales))
