"""Scale words after a number: million, Mio., mil millones, 万, lakh crore; and letters that touch it: 44m."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tui.languages.language import Language
from tui.languages.word_patterns import HYPHEN, NEVER, WORD_END, by_script, ends_word
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_END = lazy_pattern(WORD_END)
_METRIC = {"千": "千(?![克米瓦卡伏赫帕焦])"}
"""Scale characters that also begin the names of units: 千克 is a kilogram."""

_SMALLEST_CHAIN = 1000
_TRILLION = Decimal(10**12)


class Scale(NamedTuple):
    """What a scale word multiplies by, and where it ends; `factors` as in `Number`."""

    by: Decimal
    end: int
    factors: tuple[Decimal, ...]


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
    return Scale(by * more.by, more.end, (by * more.by, *more.factors))


def _letters(language: Language) -> dict[str, Decimal]:
    return {**language.letters, "t": _TRILLION} if language.letters else {}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    spaced, _ = by_script(language.scales)
    characters = sorted((form for form in language.scales if not ends_word(form)), key=len, reverse=True)
    touching = "|".join(_METRIC.get(form, form) for form in characters) or NEVER
    words = rf"(?:{spaced}){WORD_END}"
    # A space before a character is only set after digits: 1600 万.
    gap = rf"(?:(?:\s?{HYPHEN})?\s{{0,8}}(?={words})|(?:(?<=\d)\s{{0,2}})?(?={touching}))"
    return in_any_case(rf"{gap}({words}|{touching})")
