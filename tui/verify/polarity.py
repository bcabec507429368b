"""Whether words around a number deny it, or say that it rose or fell."""

import re
from functools import cache
from typing import NamedTuple

from tui.quantity.direction import moving
from tui.quantity.language import Language, language_of
from tui.quantity.word_patterns import any_of, whole_words

_ALSO_NOT = r"[a-z]+n['’]t|neither|nor|hardly"
"""English negations that do not come before hedges, so that the table of the language does not have them."""

_NO_DENIAL = (
    r"only|just|more|less|fewer|over|under|until|yet|nur|mehr|weniger|seulement|plus|moins|que|solo|sólo|más|menos|più"
    r"|meno|apenas|mais|meer|minder|alleen|только|более|больше|менее|меньше|лише"
)
"""What follows a negation that does not concern the number: not only, no more than."""


class Polarity(NamedTuple):
    """The words that deny what a stretch says, and those by which it goes up or down; None where there are none."""

    denial: str | None
    up: str | None
    down: str | None


def polarity_of(text: str, language: Language | None) -> Polarity:
    """The polarity of a stretch of a text in a language; without one, in English."""
    tag = language.tag if language else "en"
    found = (pattern.search(text) for pattern in (_denial(tag), *moving(tag)))
    return Polarity(*(match[0] if match else None for match in found))


@cache
def _denial(tag: str) -> re.Pattern[str]:
    language = language_of(tag)
    negations = (any_of(language.negations)) + (f"|{_ALSO_NOT}" if language.is_english else "")
    return whole_words(rf"(?:{negations})(?!\s+(?:{_NO_DENIAL})(?![^\W_]))|{language.pattern('denial')}")
