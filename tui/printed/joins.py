"""The words that join two numbers in each language, and those beside them that tell a range from a change."""

import re
from functools import cache
from typing import NamedTuple

from tui.languages.articles import all_contracted
from tui.languages.language import Language
from tui.languages.lexicon import PRINTED_CURRENCY
from tui.languages.word_patterns import any_of, by_script
from tui.printed.context import APPROXIMATELY
from tui.text.lazy_pattern import in_any_case, lazy_pattern

FOREIGN_RANGE = in_any_case(
    r"\b(?:vari\w*|var[ií]a\w*|oscil\w*|fourchette|rango|intervall?o|intervalo|диапазон\w*|колеб\w*|колива\w*|entre)\s+\S*\s?\Z"
)
_GAP, _SPACE = r"\s{1,8}", r"\s{0,8}"
_JOINED = in_any_case(
    rf"(?:,?{_GAP}(?:and|(?P<or>or|and/or|maybe|perhaps|possibly|even|if{_GAP}not|thru)|&|versus|vs\.?|instead{_GAP}of"
    rf"|rather{_GAP}than|(?:but{_GAP})?not|against){_GAP}{APPROXIMATELY}|(?P<comma>,{_GAP}){APPROXIMATELY}"
    rf"|{_SPACE}/{_SPACE}|{_SPACE}\((?P<if>or){_GAP})"
)


@cache
def opens_range(language: Language) -> re.Pattern[str]:
    """What comes before a range, which may as well say what something was before: est passé de 5 à 10."""
    return in_any_case(rf"(?:{language.pattern('from')})\s?{PRINTED_CURRENCY}?\Z")


@cache
def joins(language: Language) -> re.Pattern[str]:
    """What joins the numbers of a list in a language."""
    if language.is_english:
        return _JOINED
    both, either = language.pattern("and"), language.pattern("or")
    if language.grammar == "han":
        return lazy_pattern(rf"(?:{both}|(?P<or>{either})|(?P<comma>(?!))|(?P<if>(?!)))")
    # An Arabic “and” touches its number.
    gap = _SPACE if language.code == "ar" else _GAP
    return in_any_case(
        rf",?{_GAP}(?:(?:{both})|(?P<or>{either})){gap}|(?P<comma>,{_GAP})|{_SPACE}/{_SPACE}"
        rf"|{_SPACE}\((?P<if>{either}){_GAP}"
    )


@cache
def leads_to(language: Language) -> re.Pattern[str]:
    """What leads from a number to another one, with which it makes a range, a score or a ratio."""
    words = all_contracted(language.to, language)
    spaced, touching = by_script(form for form in words if form[-1] not in "'’")
    return in_any_case(
        # It is also searched for: from the first of many spaces only.
        rf"(?<!\s)(?:\s+(?:up\s+)?(?:till|until|bis|à|tot|до|{language.pattern('ratio')}|{spaced})\s+{APPROXIMATELY}"
        rf"|\s*(?:至|到|から|{touching})\s*)",
    )


@cache
def adds(language: Language) -> re.Pattern[str]:
    """What joins a number in a smaller unit to the one before it: 2 hours and 15 minutes, 17 Jahre und 166 Tage."""
    both = "and" if language.is_english else language.pattern("and")
    return in_any_case(rf",?{_SPACE}(?:(?:{both}){_SPACE})?")


class BetweenPatterns(NamedTuple):
    """What comes before and after the first number of a range that “between” opens, and before the second."""

    opened: re.Pattern[str]
    goes_on: re.Pattern[str]
    second: re.Pattern[str]


@cache
def between_patterns(language: Language) -> BetweenPatterns | None:
    """The patterns of a language; None where it has no word for “between” that is a word by itself."""
    between, both = any_of(language.between), any_of(language.conjunction)
    if language.is_english or not language.between or not language.conjunction or language.grammar == "han":
        return None
    lead = r"(?:[^\W\d_]+\s{1,4}){0,2}"
    opened = rf"(?<![^\W_])(?:{between})\s{{1,4}}{lead}"
    joined = rf"[^.;:\n\d]{{0,30}}?\s(?:{both})\s{{0,4}}{lead}"
    return BetweenPatterns(
        in_any_case(rf"{opened}{PRINTED_CURRENCY}?\Z"),
        in_any_case(rf"{joined}{PRINTED_CURRENCY}?\d"),
        in_any_case(rf"{opened}{PRINTED_CURRENCY}?\d[\d.,]{{0,12}}{joined}{PRINTED_CURRENCY}?\Z"),
    )
