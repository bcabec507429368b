"""Signs before a number: -5, −5, –28.1%, - 30.3 %, +4.2 %, minus twelve. A dash between words is not a sign."""

import re
from functools import cache
from typing import NamedTuple

from tui.languages.language import Language
from tui.languages.lexicon import CURRENCY_SIGNS
from tui.languages.word_patterns import any_of, ends_word
from tui.text.lazy_pattern import in_any_case, lazy_pattern

DASHES = r"\-−–—‒‐‑﹣－"
"""Every dash that may be printed for a minus, as a set in a pattern."""

PLUS = "+＋"
"""Every mark that may be printed for a plus, as a set in a pattern."""

_MINUS = r"\-−﹣－"
"""Those that stand for one wherever a number follows; the others more often set words apart."""

_SIGN = lazy_pattern(rf"(?P<sign>[{PLUS}{DASHES}])(?P<gap>[ \u00a0\u2009\u202f]?)(?=[\d.{CURRENCY_SIGNS}A-Z½¼¾])")
# After Japanese and Chinese words that a number follows, no space is set.
_BEFORE = lazy_pattern(rf"(?:\A|[はがもをにで为為是、，：；（\s(\[{{“‘\"'{CURRENCY_SIGNS}|:=<>≤≥~≈/…]|\.\.)\Z")
_ARITHMETIC = lazy_pattern(r"[\d%)]\s+\Z")
_AFTER_VERB = in_any_case(
    r"(?:(?:\b(?:was|were|is|are|be|been|being|of|at|to|by|from|reached|hit|stood|than|and|between|about|around)"
    r"|[:=(\[|<>≤≥~≈])[^\S\n]{0,3})\Z"
)
_CLOSED = lazy_pattern(r"[^\n–‒]{1,60}[^\s\d][–‒](?:[\s,.;:]|\Z)")
"""The end of words between dashes that touch them: –5 of them–."""

_REACH = 16


class Sign(NamedTuple):
    """Whether a sign is a minus, and where the number after it begins."""

    negative: bool
    end: int


def read_sign(text: str, start: int, language: Language) -> Sign | None:
    """The sign at `start`, in words or as a mark; None if there is none, or it may be a dash between words.

    A dash apart from its number is a sign only after words that a number has to follow, as is one longer than a minus:
    it was - 30.3 %.
    """
    window = text[max(start - _REACH, 0) : start]
    match = _SIGN.match(text, start)
    if match is None:
        words = _words(language).match(text, start) if text[start : start + 1].isalpha() else None
        none = words is None or _ARITHMETIC.search(window) or ends_hedge(text, words.end(), language)
        return Sign(True, words.end()) if words and not none else None
    if not _BEFORE.search(window) or _ARITHMETIC.search(window):
        return None
    plus = match["sign"] in PLUS
    sure = not match["gap"] and (plus or start == 0 or match["sign"] in _MINUS)
    sure = sure or (not match["gap"] and match["sign"] in "–‒" and not _CLOSED.match(text, match.end()))
    if not sure and not _AFTER_VERB.search(window):
        return None
    return Sign(not plus, match.end())


def ends_hedge(text: str, start: int, language: Language) -> bool:
    """Whether the word for a minus before a number at `start` is the end of a hedge: au moins, al menos."""
    return _hedges(language).search(text, max(start - 2 * _REACH, 0), start) is not None


@cache
def _hedges(language: Language) -> re.Pattern[str]:
    """A hedge that ends with the word for a minus, as a pattern for the words up to the number."""
    hedges = [form for form in language.before if form.endswith(tuple(f" {word}" for word in language.minus))]
    return in_any_case(rf"(?<![^\W_])(?:{any_of(hedges)})\s+\Z")


@cache
def _words(language: Language) -> re.Pattern[str]:
    words = language.minus
    gap = r"\s+" if any(map(ends_word, words)) else r"\s*(?=[^\W_])"
    return in_any_case(rf"(?:{any_of(words)}){gap}")
