"""Patterns for words of any language, and for where they end."""

import re
from collections.abc import Iterable

from tui.text.fold import UNSPACED, is_unspaced
from tui.text.grouping import grouped
from tui.text.lazy_pattern import in_any_case, lazy_pattern

NEVER = "(?!)"
"""A pattern that matches nothing."""

HYPHEN = "[-‐‑]"
"""What joins number words, as a set in a pattern."""

WORD = lazy_pattern(r"[^\W\d_]+")
GAP = lazy_pattern(rf"\s?{HYPHEN}\s?|\s{{1,8}}")
"""What comes between the words of one number."""

COMBINING = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
"""Marks that belong to the letter before them, as a set in a pattern."""

# Case does not concern these sets; where it is ignored, they take three times as long to compile.
WORD_END = rf"(?![^\W_](?<!(?-i:[{UNSPACED}]))|(?-i:[{COMBINING}]))"
"""The end of a word, as a pattern. Characters of scripts without spaces may follow: 20%の人."""


def whole_words(words: str) -> re.Pattern[str]:
    """A pattern for any of some patterns of words, in any case, where they are not part of longer words."""
    return in_any_case(rf"(?<![^\W_])(?:{words}){WORD_END}")


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of some written forms, the longest first; a space in one stands for any white space.

    It matches nothing if there are none. Before forms with one first letter is a lookahead for it: most
    words of a text begin with another.
    """
    groups = grouped((form[:1].casefold(), form) for form in sorted(forms, key=len, reverse=True))
    return "|".join(map(_any_of_one_letter, groups.values())) or NEVER


def _any_of_one_letter(forms: list[str]) -> str:
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    letters = "".join(sorted({re.escape(form[0]) for form in forms}))
    return rf"(?=[{letters}])(?:{words})" if len(forms) > 1 else words


def by_script(forms: Iterable[str]) -> tuple[str, str]:
    """The patterns for the forms whose script sets words apart, and for those that touch what is beside them."""
    forms = [*forms]
    return any_of(filter(ends_word, forms)), any_of(form for form in forms if not ends_word(form))


def ends_word(form: str) -> str:
    """The pattern after a form so that it is a whole word, where its script sets words apart."""
    return "" if is_unspaced(form[-1]) else WORD_END


def first_word(text: str, start: int = 0) -> str:
    """The letters from `start` on, casefolded; empty if none begin there."""
    word = WORD.match(text, start)
    return word[0].casefold() if word else ""
