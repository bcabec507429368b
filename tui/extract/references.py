"""Whom a noun with an article means that a text has named before: the World Bank … the bank said."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.curate.quoting import near
from tui.extract.owners import DETERMINER, is_oblique, proposed
from tui.extract.statements import NamedPlace
from tui.items.speech import PREPOSITION
from tui.items.statement_words import listed
from tui.text.document import Document
from tui.text.span import Span

# German has the noun without its article, which is before the words that attribute: teilte das Unternehmen mit.
_NOUN = re.compile(
    r"(?:(?:the|der|die|das|le|la|el|il|lo|o|a)\s|l['’]|(?=[A-ZÄÖÜ]))(?P<noun>[^\W\d_]{3,25})", re.IGNORECASE
)
_BODIES = ("organization", "company", "government", "publication")
_UNKNOWN = (None, "unnamed")
_OWNERS = ("company", *_UNKNOWN)
"""The kinds of what has a profit."""


class References:
    """Finds the one body of a text that a noun with an article may mean, and whom a pronoun means."""

    def __init__(self, document: Document, names: Sequence[NamedPlace], code: str) -> None:
        """`names` are those of the text, in its order."""
        self._document, self._text = document, document.text
        self._names, self._code = names, code
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

    def antecedent(self, pronoun: Span, is_person: bool) -> Proposed | None:
        """Whom a pronoun means: the only name that fits in the last sentence of its paragraph with any, up to it."""
        for start, named in self._sentences_before(pronoun):
            fitting = [name for name in named if (name.kind == "person") is is_person]
            if is_person and len({name.identity for name in fitting}) == 1:
                return proposed(fitting[0])
            if fitting:
                first, *others = fitting
                return proposed(first) if not is_person and self._is_told_of(first, start, others) else None
        return None

    def owner(self, place: Span, kind: str, may_be_topic: bool) -> Proposed | None:
        """The company or country of a measure that has no owner: what its paragraph is about, else the text."""
        before = [each for _, named in self._sentences_before(place) for each in named]
        if kind == "company":
            if any(name.kind != "person" for name in before):
                found = self.antecedent(place, is_person=False)
                is_body = any(name.span == found.span and name.kind in _OWNERS for name in before) if found else False
                return found if is_body else None
        else:
            for _, named in self._sentences_before(place) if may_be_topic else ():
                if countries := _distinct(named, kind):
                    return proposed(*countries.values()) if len(countries) == 1 else None
        return self._topic(kind) if may_be_topic else None

    def _topic(self, kind: str) -> Proposed | None:
        """The only company or country of the first words of a text, which its paragraphs need not name."""
        first = bisect_left(self._names, _OPENING_WORDS, key=lambda name: name.span.start)
        found = _distinct(self._names[:first], kind)
        if len(found) != 1:
            return None
        [name] = found.values()
        return Proposed(name.text, among=(name.record,) if name.record else ())

    def _sentences_before(self, place: Span) -> Iterator[tuple[int, list[NamedPlace]]]:
        """Where each sentence of a paragraph up to a place begins, with its names; the last one is first."""
        paragraph = near(Span(*self._document.lines_around(place)), place)
        end = place.start
        while end > paragraph.start:
            start = max(self._document.sentence_around(Span(end - 1, end)).start, paragraph.start)
            first = bisect_left(self._names, start, key=lambda name: name.span.start)
            last = bisect_left(self._names, end, key=lambda name: name.span.start)
            yield start, [*self._names[first:last]]
            end = min(start, end - 1)

    def _is_told_of(self, name: NamedPlace, start: int, others: Sequence[NamedPlace]) -> bool:
        """Whether a sentence from `start` begins with a name that it is about, and others are only parts of it."""
        same, text = name.identity, self._text
        opens = _OPENING if self._code == "en" else _DETERMINED
        return opens.fullmatch(text, start, name.span.start) is not None and all(
            other.identity == same or is_oblique(text, other, start) for other in others
        )

    def _candidates(self, noun: str) -> tuple[list[NamedPlace], list[NamedPlace]]:
        """The first places of the first two bodies that a noun may mean, and of a name that may be another one."""
        is_company = _companies(self._code).fullmatch(noun) is not None
        bodies: dict[str, NamedPlace] = {}
        others: list[NamedPlace] = []
        for name in self._names:
            has_noun = noun in name.text.casefold().split()
            if (has_noun and name.kind in (*_BODIES, *_UNKNOWN)) or (is_company and name.kind == "company"):
                bodies.setdefault(name.identity, name)
            elif is_company and name.kind in _UNKNOWN and _acts(self._code).match(self._text, name.span.end):
                others.append(name)
            if len(bodies) > 1 or others:
                break
        return [*bodies.values()], others


_OPENING_WORDS = 250
"""How many characters at the beginning of a text tell what it is about: its title, and the first sentence."""
_DETERMINED = re.compile(rf"[«„“\"]?{DETERMINER}[«„“\"]?", re.IGNORECASE)
_OPENING = re.compile(rf"(?:[A-Z][a-z]{{2,12}},\s)?(?:(?!{PREPOSITION})[\w-]{{1,15}}\s){{0,3}}", re.IGNORECASE)
"""What comes before the name that a sentence is about; in English, also what it is."""


def _distinct(names: Sequence[NamedPlace], kind: str) -> dict[str, NamedPlace]:
    return {name.identity: name for name in names if name.kind == kind}


def is_company_noun(words: str, code: str) -> bool:
    """Whether a noun with its article means a company: the firm."""
    match = _NOUN.fullmatch(words)
    return match is not None and _companies(code).fullmatch(match["noun"]) is not None


@cache
def _acts(code: str) -> re.Pattern[str]:
    """What follows a name that does or owns something, so that it may be a company: its verb, or “’s”."""
    return re.compile(rf"['’]s?\s|(?:,[^,.;]{{1,80}},|\s\([^()]{{1,20}}\))?\s(?:{listed(code, 'verbs')})\s")


@cache
def _companies(code: str) -> re.Pattern[str]:
    """The nouns of a language that mean a company."""
    return re.compile(listed(code, "companies"), re.IGNORECASE)
