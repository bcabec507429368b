"""The words that join two numbers in each language, and those beside them that tell a range from a change."""

import re
from functools import cache
from typing import NamedTuple

from tui.quantity.articles import all_contracted
from tui.quantity.context import APPROXIMATELY
from tui.quantity.language import language_of
from tui.quantity.scales import any_of, by_script

FROM_ABROAD = {
    tag: re.compile(rf"(?:{words})\s?[$€£]?\Z", re.IGNORECASE)
    for tag, words in {
        "fr": r"(?<![^\W_])(?:de\s|du\s|d['’])",
        "es": r"(?<![^\W_])(?:de\s|desde\s|del\s)",
        "it": r"(?<![^\W_])(?:da\s|dai\s|dal\s|dalle\s|dagli\s|dall['’])",
        "pt": r"(?<![^\W_])(?:de\s|desde\s|do\s|dos\s)",
        "ru": r"(?<![^\W_])(?:со?\s)",
        "uk": r"(?<![^\W_])(?:із\s|з[іи]?\s)",
        "zh": r"[从從由自]\s?",
    }.items()
}
"""Words before a range in other languages that may as well say what something was before: est passé de 5 à 10."""

RANGED_ABROAD = re.compile(
    r"\b(?:vari\w*|var[ií]a\w*|oscil\w*|fourchette|rango|intervall?o|intervalo|диапазон\w*|колеб\w*|колива\w*|entre)\s+\S*\s?\Z",
    re.IGNORECASE,
)
_GAP, _SPACE = r"\s{1,8}", r"\s{0,8}"
_JOINED = re.compile(
    rf"(?:,?{_GAP}(?:and|(?P<or>or|and/or|maybe|perhaps|possibly|even|if{_GAP}not|thru)|&|versus|vs\.?|instead{_GAP}of"
    rf"|rather{_GAP}than|(?:but{_GAP})?not|against){_GAP}{APPROXIMATELY}|(?P<comma>,{_GAP}){APPROXIMATELY}"
    rf"|{_SPACE}/{_SPACE}|{_SPACE}\((?P<if>or){_GAP})",
    re.IGNORECASE,
)
_AND_OR_ABROAD = {
    "de": ("und|statt", r"(?:oder )?(?:vielleicht|womöglich)|beziehungsweise|bzw\.|respektive|wenn nicht|oder"),
    "fr": ("et|et non|au lieu de", "(?:ou )?(?:même|peut-être)|voire|sinon|ou"),
    "es": ("y|e|y no|en vez de", "(?:o )?(?:tal vez|quizás?|incluso)|si no|o|u"),
    "it": ("e|ed|e non|invece di", "(?:o )?(?:forse|addirittura)|se non|o|od"),
    "pt": ("e|e não|em vez de", "(?:ou )?talvez|se não|ou"),
    "nl": ("en|in plaats van", "(?:of )?(?:misschien|wellicht)|zo niet|of"),
    "ru": ("и|а не|вместо", "(?:или )?(?:может быть,?|возможно,?)|если не|а то и|или|либо"),
    "uk": ("і|й|та|а не|замість", "(?:або )?(?:може,?|можливо,?)|якщо не|а то й|або|чи"),
    "hi": ("और|व", "(?:या )?शायद|या"),
    "ar": ("و", "(?:أو )?و?ربما|أو"),
    "zh": ("[和与與及、]", "或者?"),
    "ja": ("[と、]", "[かや]|または|もしくは|あるいは"),
}
"""What joins two numbers in other languages: “and”, and “or”."""


@cache
def joins(code: str) -> re.Pattern[str]:
    """What joins the numbers of a list in a language."""
    if code not in _AND_OR_ABROAD:
        return _JOINED
    both, either = _AND_OR_ABROAD[code]
    if code in ("zh", "ja"):
        return re.compile(rf"(?:{both}|(?P<or>{either})|(?P<comma>(?!))|(?P<if>(?!)))")
    # An Arabic “and” touches its number.
    gap = _SPACE if code == "ar" else _GAP
    return re.compile(
        rf",?{_GAP}(?:(?:{both})|(?P<or>{either})){gap}|(?P<comma>,{_GAP})|{_SPACE}/{_SPACE}"
        rf"|{_SPACE}\((?P<if>{either}){_GAP}",
        re.IGNORECASE,
    )


_RATIO = {"de": "zu", "nl": "tegen", "ru": "на", "uk": "на"}
"""What a language has between the two numbers of a score or ratio, beside its words for “to”: 1 zu 1."""


@cache
def leads_to(code: str) -> re.Pattern[str]:
    """What leads from a number to another one, with which it makes a range, a score or a ratio."""
    words = [*all_contracted(language_of(code).to, language_of(code)), *_RATIO.get(code, "").split()]
    spaced, touching = by_script(form for form in words if form[-1] not in "'’")
    return re.compile(
        rf"\s+(?:up\s+)?(?:till|until|bis|à|tot|до|{spaced})\s+{APPROXIMATELY}|\s*(?:至|到|から|{touching})\s*",
        re.IGNORECASE,
    )


@cache
def adds(code: str) -> re.Pattern[str]:
    """What joins a number in a smaller unit to the one before it: 2 hours and 15 minutes, 17 Jahre und 166 Tage."""
    both = _AND_OR_ABROAD[code][0] if code in _AND_OR_ABROAD else "and"
    return re.compile(rf",?{_SPACE}(?:(?:{both}){_SPACE})?", re.IGNORECASE)


class BetweenPatterns(NamedTuple):
    """What comes before and after the first number of a range that “between” opens, and before the second."""

    opened: re.Pattern[str]
    goes_on: re.Pattern[str]
    second: re.Pattern[str]


@cache
def between_patterns(tag: str) -> BetweenPatterns | None:
    """The patterns of a language; None where it has no word for “between” that is a word by itself."""
    language = language_of(tag)
    between, both = any_of(language.between), any_of(language.conjunction)
    if language.is_english or not language.between or not language.conjunction or language.code in ("zh", "ja"):
        return None
    lead = r"(?:[^\W\d_]+\s{1,4}){0,2}"
    opened = rf"(?<![^\W_])(?:{between})\s{{1,4}}{lead}"
    joined = rf"[^.;:\n\d]{{0,30}}?\s(?:{both})\s{{0,4}}{lead}"
    return BetweenPatterns(
        re.compile(rf"{opened}[$€£]?\Z", re.IGNORECASE),
        re.compile(rf"{joined}[$€£]?\d", re.IGNORECASE),
        re.compile(rf"{opened}[$€£]?\d[\d.,]{{0,12}}{joined}[$€£]?\Z", re.IGNORECASE),
    )
