"""Whether words around a number deny it, or say that it rose or fell."""

import re
from typing import NamedTuple

from tui.quantity.language import Language

_NOT = {
    "en": r"not|[a-z]+n['’]t|never|neither|nor|no\s+longer|hardly|den(?:y|ies|ied)|refut(?:es?|ed)|reject(?:s|ed)?",
    "de": r"nicht|keine?[nmrs]?|nie|niemals|bestreitet|bestritt|dementiert\w*",
    "fr": r"ne|pas|jamais|dément|démentit|nie",
    "es": r"no|nunca|jamás|niega|negó|desmiente|desmintió",
    "it": r"non|mai|nega|negato|smentisce",
    "pt": r"não|nunca|nega|negou|desmente",
    "nl": r"niet|geen|nooit|ontkent|ontkende",
    "ru": r"не|никогда|отрица\w+|опроверг\w*",
    "uk": r"не|ніколи|заперечу\w+|спростува\w+",
}
_NO_DENIAL = (
    r"only|just|more|less|fewer|over|under|until|yet|nur|mehr|weniger|seulement|plus|moins|que|solo|sólo|más|menos|più"
    r"|meno|apenas|mais|meer|minder|alleen|только|более|больше|менее|меньше|лише"
)
_UP = {
    "en": r"r[oi]se[sn]?|risen|gr[eo]w[sn]?|increased?|climb(?:s|ed)?|jump(?:s|ed)?|surged?|gained|expand(?:s|ed)?",
    "de": r"stieg(?:en)?|steigt|gestiegen|wuchs(?:en)?|gewachsen|wächst",
    "fr": r"augmenté|augmente|progressé|grimpé|monté|monte|hausse",
    "es": r"subió|aumentó|creció|sube|aumenta|crece",
    "ru": r"вырос\w*|увеличил\w*|растет|растёт",
}
_DOWN = {
    "en": r"f[ae]ll(?:s|en)?|drop(?:s|ped)?|declined?|decreased?|shr[aiu]nks?|s[aiu]nks?|slipped|plunged|lowered"
    r"|reduced",
    "de": r"fiel(?:en)?|fällt|gefallen|sank(?:en)?|sinkt|gesunken|schrumpfte?n?|geschrumpft",
    "fr": r"baissé|baisse|diminué|diminue|chuté|reculé|recule",
    "es": r"cayó|bajó|disminuyó|cae|baja|disminuye",
    "ru": r"упал\w*|снизил\w*|сократил\w*|падает",
}


def _word(words: str, but: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_]){but}", re.IGNORECASE)


_PATTERNS = {
    code: (
        _word(words, rf"(?!\s+(?:{_NO_DENIAL})(?![^\W_]))"),
        _word(_UP.get(code, "(?!)")),
        _word(_DOWN.get(code, "(?!)")),
    )
    for code, words in _NOT.items()
}


class Polarity(NamedTuple):
    """The words that deny what a stretch says, and those by which it goes up or down; None where there are none."""

    denial: str | None
    up: str | None
    down: str | None


def polarity_of(text: str, language: Language | None) -> Polarity:
    """The polarity of a stretch of a text in a language."""
    patterns = _PATTERNS.get(language.code if language else "en")
    if patterns is None:
        return Polarity(None, None, None)
    return Polarity(*(match[0] if (match := pattern.search(text)) else None for pattern in patterns))
