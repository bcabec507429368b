"""Words for the only one of its kind: sole, only, einzige."""

import re
from collections.abc import Iterator
from functools import cache

from tui.languages.language import Language, code_of, language_of
from tui.text.span import Span


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{language_of(code).pattern('only')})(?![^\W_])", re.IGNORECASE)


def only_words_in(text: str, language: Language | None) -> Iterator[Span]:
    """The words of a text that say that there is one of a kind; in English if no language is given."""
    for match in _pattern(code_of(language)).finditer(text):
        yield Span(*match.span())
