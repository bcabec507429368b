"""Dates that are relative to another day: last week, a year before."""

import re
from collections.abc import Iterator
from functools import cache

from tui.languages.language import ENGLISH, Language, language_of
from tui.text.lazy_pattern import in_any_case
from tui.text.span import Span


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return in_any_case(rf"(?<![^\W_])(?:{language.pattern('relative_date')})(?![^\W_])")


def relative_dates_in(text: str, language: Language | None) -> Iterator[Span]:
    """The words of a text that tell a date from another day; in English if no language is given."""
    for match in _pattern(language or language_of(ENGLISH)).finditer(text):
        yield Span(*match.span())
