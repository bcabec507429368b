"""The words by which a text denies something, says that it is not so yet, or means others than those that it names."""

import re
from functools import cache

from tui.languages.language import ENGLISH, language_of
from tui.languages.word_patterns import any_of, whole_words

_ALSO_NOT = r"[a-z]+n['’]t|neither|nor|hardly"
"""English negations that do not come before hedges, so that the table of the language does not have them."""

_NO_DENIAL = (
    r"only|just|more|less|fewer|over|under|until|yet|nur|mehr|weniger|seulement|plus|moins|que|solo|sólo|más|menos|più"
    r"|meno|apenas|mais|meer|minder|alleen|только|более|больше|менее|меньше|лише"
)
"""What follows a negation that does not concern what is said: not only, no more than."""

_UNTIL = r"(?:by|bis|d['’]ici(?:\s+à)?|para|hasta|entro|até|tegen|к|до)\s+20\d\d"

OTHERS = re.compile(
    r"['’]s?\s+(?:[a-z]+\s+)?(?:rival|competitor|neighbou?r|peer|counterpart|critic|opponent|detractor)s?(?![^\W_])"
)
"""Words after a name that mean somebody else: Zentra’s rival Orion."""


@cache
def denies(tag: str) -> re.Pattern[str]:
    """The verbs of denial in the language of a tag, but for those of offers and plans as well: rejected."""
    return whole_words(rf"(?!reject|dismiss|withdr|doubt|rechaz|contest)(?:{language_of(tag).pattern('denial')})")


@cache
def denial(tag: str) -> re.Pattern[str]:
    """The negations and the verbs of denial in the language of a tag."""
    language = language_of(tag)
    negations = (any_of(language.negations)) + (f"|{_ALSO_NOT}" if language.is_english else "")
    return whole_words(rf"(?:{negations})(?!\s+(?:{_NO_DENIAL})(?![^\W_]))|{language.pattern('denial')}")


@cache
def not_yet(code: str) -> re.Pattern[str]:
    """The words of a language, or else of English, for what is not so yet or may be."""
    words = language_of(code).patterns.get("not_yet") or language_of(ENGLISH).pattern("not_yet")
    return whole_words(f"{words}|{_UNTIL}")
