"""Words for the only one of its kind: sole, only, einzige."""

import re
from collections.abc import Iterator
from functools import cache

from tui.quantity.language import Language, code_of
from tui.text.span import Span


def _after(words: str) -> str:
    """A pattern for a place directly after one of some words."""
    return "|".join(rf"(?<={word}\s)" for word in words.split())


_ONLY = {
    # “Only” that belongs to a noun: not that of “only 5 tons”, nor that before “if”.
    "en": r"sole(?!-|\s(?:of|to)\b)"
    rf"|(?:{_after('the its our his her one and their ’s')})only(?=\s[^\W\d_]{{3}})"
    r"(?!\s(?:about|around|when|if|after|recently|because))",
    "de": r"einzige[nmrs]?|alleinige[nmrs]?",
    "fr": rf"unique(?!ment)|(?:{_after('le la les')})seule?s?(?!ment)",
    "es": r"únic[oa]s?",
    "it": r"unic[oa]",
    "pt": r"únic[oa]s?",
    "nl": r"enige",
    "ru": r"единственн\w{2,4}",
    "uk": r"єдин(?:ий|а|е|ого|ої|им)",
}


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_ONLY.get(code, '(?!)')})(?![^\W_])", re.IGNORECASE)


def only_words_in(text: str, language: Language | None) -> Iterator[Span]:
    """The words of a text that say that there is one of a kind; in English if no language is given."""
    for match in _pattern(code_of(language)).finditer(text):
        yield Span(*match.span())
