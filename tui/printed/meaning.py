"""What else the words of a number may mean: a fraction, a pronoun, a number of another style."""

import re

from tui.languages.lexicon import CURRENCY_WORDS
from tui.languages.word_patterns import any_of
from tui.numbers.number import Number, Range
from tui.numbers.words import MULTIPLIER_WORDS
from tui.printed.context import NUMBER_WORD, WORD_END
from tui.printed.in_text import QuantityInText
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_FRACTION_OF = in_any_case(r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)\s+(?:of\s+)?\Z")
_PRONOUN = in_any_case(
    r"\b(?P<always>first|second|third|other|this|that|which|every|each|any|no)\s\Z"
    r"|\b(?:last|next|another|only|old|new|big|small|good|bad|an?\s+(?:[a-z]+\s+){1,3}?[a-z]+)\s\Z"
)
"""What comes before “one” for a thing that was named: the second one; at the end of a phrase, a large one."""

_BRACKET_REACH = 300
_EQUALS = lazy_pattern(r"[=<>≤≥~≈]\s?\Z")
_WITH_DECIMALS = lazy_pattern(r"\d[.,]\d")
_OF_YEAR = lazy_pattern(r"(?:1[89]|20)\d\d\s(?:(?:US|U\.S\.|[A-Z][a-z]+)\s)?([a-z]+)\Z")
_IN_MONEY = lazy_pattern(r"\b(?:in|constant|real|current|nominal|of)\s\Z")
"""What comes before the money of a year in which prices are given: in 2005 dollars."""

_BEFORE_PART = in_any_case(rf"\b(?:{NUMBER_WORD}|an?|\d+)[\s\-‐‑‒–—−]+\Z")
_AFTER_PART = in_any_case(r"\s*(?:[^\w\s-]|\Z)|\s+(?:of|to|less|more|as|in|from|by)\b")
_BARE_SCALE = in_any_case(f"(?:{any_of(MULTIPLIER_WORDS)}){WORD_END}")
_BEFORE_SCALE = in_any_case(r"\b(?:the|per|every|each|last|first|next|past|this|that|its|their)\s+\Z")
_LONG_SCALE = in_any_case(r"\b(?:b|tr)illions?\b")
_THREE_DECIMALS = lazy_pattern(r"(?<![\d.,])[1-9]\d{0,2}(?P<mark>[.,])(?P<decimals>\d{3})(?![\d.,]?\d)")
_THREE_AFTER_COMMA = lazy_pattern(r"[1-9]\d{0,2},\d{3}(?![\d,])")
_FOREIGN_JOIN = r"\s*(?:[-–]|bis|à|a|et|y|e|und|ou|o|ó|oder|tot|en|до|и|й|та|или|або|至|到|から|से|और|و|إلى)\s*"
_FOREIGN_NUMBER = lazy_pattern(rf"(?:\s[^\W\d_]+)?{_FOREIGN_JOIN}\d|\.\s+[^\W\d_A-Z]")
_AFTER_FOREIGN_NUMBER = lazy_pattern(rf"\d(?:\s[^\W\d_]+)?{_FOREIGN_JOIN}\Z")
_FROM_END = in_any_case(r"-to-last\b|-last\b|\s+from\s+(?:the\s+)?(?:bottom|last|end)\b")


def otherwise_meant(found: QuantityInText) -> str | None:
    """Words that read as a number but mean something else in their sentence: a fraction, a share."""
    text, end, written, wanted, value = found.text, found.end, found.written, found.wanted, found.quantity.number
    if isinstance(value, Range):
        return None
    if text[end : end + 1] == ")" and _numbers_entry(found):
        return f"“{written})” may be the number of an entry in a list; leave it out"
    pronoun = found.before(_PRONOUN, 40) if written.lower() == "one" else None
    if pronoun and (pronoun["always"] or text[end : end + 1] in (*'.,;:!?)”"', "")):
        return f"“{written}” may stand for a thing that was named before; leave it out"
    money = _OF_YEAR.match(written)
    if money and money[1] in CURRENCY_WORDS and found.before(_IN_MONEY, 20):
        return f"“{written}” is the money of a year; leave it out"
    fraction = found.before(_FRACTION_OF, 20)
    if fraction and re.match(r"an?\s", written, re.IGNORECASE):
        return f"“{fraction[0]}” before “{written}” makes another number of it, which cannot be read; leave it out"
    if value.ordinal:
        if wanted and not wanted.exact and wanted.written:
            return f"“{written}” is a rank, and no number of {wanted.name}; leave it out"
        part = found.before(_BEFORE_PART, 20)
        if part and (part[0].strip().lower() not in ("a", "an") or found.after(_AFTER_PART)):
            return f"“{part[0]}{written}” is a fraction; leave it out"
        counted = found.after(_FROM_END)
        return f"“{written}{counted[0]}” is counted from the end; leave it out" if counted else None
    if _BARE_SCALE.match(written) and not found.before(_BEFORE_SCALE, 20):
        return f"“{written}” alone does not say how many; leave it out"
    return None


def _numbers_entry(found: QuantityInText) -> bool:
    """Whether a number before a bracket may be that of an entry in a list: 2) the second."""
    text, start = found.text, found.start
    before = max(start - _BRACKET_REACH, 0)
    opened = text.rfind("(", before, start) > text.rfind(")", before, start)
    return not opened and found.before(_EQUALS, 3) is None and _WITH_DECIMALS.search(found.written) is None


def three_decimals(found: QuantityInText) -> str | None:
    """Why three digits after a decimal mark may be thousands: 380,000 people in Spanish, 77.000 views in Arabic."""
    ends, wanted = found.quantity.number, found.wanted
    counts = bool(wanted and wanted.exact) and not (isinstance(ends, Number) and ends.scaled)
    for three in _THREE_DECIMALS.finditer(found.text, *found.span):
        if three["mark"] not in found.language.decimal:
            continue
        if counts or three["decimals"] == "000" or not (found.given or found.english):
            mark = "point" if three["mark"] == "." else "comma"
            return f"the {mark} in “{three[0]}” may mark thousands, as in other languages; leave it out"
    return None


def in_another_style(found: QuantityInText) -> str | None:
    """Why a number whose language is not given may have another value in another one."""
    written = found.written
    if found.english or found.given:
        return None
    if isinstance(found.quantity.number, Number) and _THREE_AFTER_COMMA.match(written):
        return f"the comma in “{written}” may mark decimals, as in German or French; leave it out"
    if _LONG_SCALE.search(written):
        return f"“{written}” is a thousand times as much in other languages; leave it out"
    foreign = found.after(_FOREIGN_NUMBER) or found.before(_AFTER_FOREIGN_NUMBER, 30)
    return f"“{foreign[0].strip()}” beside “{written}” may belong to it; leave it out" if foreign else None
