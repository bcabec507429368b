"""Whom a noun with an article means that a text has named before: the World Bank … the bank said."""

import re
from collections.abc import Sequence
from functools import cache

from tui.curate.statements import NamedPlace
from tui.items.statement_words import words_in
from tui.quantity.word_patterns import NEVER

# German has the noun without its article, which is before the words that attribute: teilte das Unternehmen mit.
_NOUN = re.compile(
    r"(?:(?:the|der|die|das|le|la|el|il|lo|o|a)\s|l['’]|(?=[A-ZÄÖÜ]))(?P<noun>[^\W\d_]{3,25})", re.IGNORECASE
)
_BODIES = ("organization", "company", "government", "publication")
_UNKNOWN = (None, "unnamed")


class References:
    """Finds the one body of a text that a noun with an article may mean."""

    def __init__(self, text: str, names: Sequence[NamedPlace], code: str) -> None:
        """`names` are those of the text, in its order."""
        self._text, self._names, self._code = text, names, code
        self._found: dict[str, tuple[list[NamedPlace], list[NamedPlace]]] = {}

    def meant_by(self, phrase: NamedPlace) -> NamedPlace | None:
        """Who a phrase means, where all of the text before it names one only that it may mean; None elsewhere."""
        match = _NOUN.fullmatch(phrase.text)
        if match is None:
            return None
        noun = match["noun"].casefold()
        if noun not in self._found:
            self._found[noun] = self._candidates(noun)
        candidates, others = (
            [each for each in found if each.span.end <= phrase.span.start] for found in self._found[noun]
        )
        return candidates[0] if len(candidates) == 1 and not others else None

    def _candidates(self, noun: str) -> tuple[list[NamedPlace], list[NamedPlace]]:
        """The first places of the first two bodies that a noun may mean, and of a name that may be another one."""
        is_company = _companies(self._code).fullmatch(noun) is not None
        bodies: dict[str, NamedPlace] = {}
        others: list[NamedPlace] = []
        for name in self._names:
            has_noun = noun in name.text.casefold().split()
            if (has_noun and name.kind in (*_BODIES, *_UNKNOWN)) or (is_company and name.kind == "company"):
                bodies.setdefault(name.record or name.text, name)
            elif is_company and name.kind in _UNKNOWN and _acts(self._code).match(self._text, name.span.end):
                others.append(name)
            if len(bodies) > 1 or others:
                break
        return [*bodies.values()], others


def is_company_noun(words: str, code: str) -> bool:
    """Whether a noun with its article means a company: the firm."""
    match = _NOUN.fullmatch(words)
    return match is not None and _companies(code).fullmatch(match["noun"]) is not None


@cache
def _acts(code: str) -> re.Pattern[str]:
    """What follows a name that does or owns something, so that it may be a company: its verb, or “’s”."""
    verbs = words_in(code).get("verbs", NEVER)
    return re.compile(rf"['’]s?\s|(?:,[^,.;]{{1,80}},|\s\([^()]{{1,20}}\))?\s(?:{verbs})\s")


@cache
def _companies(code: str) -> re.Pattern[str]:
    """The nouns of a language that mean a company."""
    return re.compile(words_in(code).get("companies", NEVER), re.IGNORECASE)
