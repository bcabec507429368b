"""Where the words of a query occur in a text: for ranking, and for the marks that are shown."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.search.query import Phrase, Word
from tui.search.terms import Notation, Term, is_number_key, terms, words
from tui.text.grouping import grouped
from tui.text.span import Span, without_overlaps

EXACT, INFLECTED, RESPELT, PREFIX, RELATED, SYNONYM, CORRECTED, AKIN = 1.0, 0.95, 0.93, 0.9, 0.85, 0.8, 0.75, 0.7
"""The quality of a match, by how the word in the text relates to the word of the query."""

MEASURED = RELATED
"""The quality of a figure for a word that asks for what it measures."""


class QueryTerm(NamedTuple):
    """A word of a query, and the words or number keys of the index that match it, each with its quality."""

    word: Word
    forms: dict[str, float]
    weight: float = 1.0
    """How much the word tells: the fewer entries contain it, the more."""
    in_capitals: bool = False
    """Whether it only matches words in capitals: WHO is not who."""
    is_optional: bool = False
    """Whether an entry has all words without it: it says what kind of answer is asked for."""


class Match(NamedTuple):
    """An occurrence of a word of a query: its index among the words, and the quality of the match."""

    span: Span
    term: int
    quality: float


class Matcher:
    """Finds the occurrences of the words of a query in a text."""

    def __init__(self, terms: Sequence[QueryTerm], notation: Callable[[], Notation]) -> None:
        self._notation = notation
        self._has_numbers = any(term.word.is_number for term in terms)
        self._in_capitals = {index for index, term in enumerate(terms) if term.in_capitals}
        forms = ((form, (index, q)) for index, term in enumerate(terms) for form, q in term.forms.items())
        self._by_form = grouped(forms)

    def matches(self, text: str) -> list[Match]:
        """All occurrences: first of words, then of numbers."""
        by_form = self._by_form
        found = [
            Match(Span(start, end), index, quality)
            for word, start, end in _words_of(text)
            if word in by_form
            for index, quality in by_form[word]
        ]
        if self._in_capitals:
            found = [each for each in found if each.term not in self._in_capitals or text[slice(*each.span)].isupper()]
        if self._has_numbers:
            for term in terms(text, self._notation):
                if term.is_number:
                    pairs = {pair for key in filter(is_number_key, term.keys) for pair in by_form.get(key, ())}
                    found += [Match(term.span, index, quality) for index, quality in pairs]
        return found


@lru_cache(maxsize=1 << 12)
def _words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text. While a query is typed, much the same texts are searched at each key."""
    return tuple(words(text))


class Highlighter:
    """Finds what to mark in a text: the words of a query, and its phrases as a whole."""

    def __init__(self, matcher: Matcher, phrases: Sequence[Phrase], notation: Callable[[], Notation]) -> None:
        self._matcher, self._phrases, self._notation = matcher, phrases, notation

    def marks(self, text: str) -> tuple[Span, ...]:
        """The spans to mark, in order and without overlaps."""
        spans = {match.span for match in self._matcher.matches(text)}
        for phrase in self._phrases:
            spans |= set(phrase_spans(text, phrase.words, self._notation))
        return tuple(sorted(without_overlaps(spans)))


def phrase_spans(text: str, phrase: Sequence[Word], notation: Callable[[], Notation]) -> Iterator[Span]:
    """Where the words of a phrase follow each other."""
    line = list(terms(text, notation))
    for start in range(len(line)):
        end, rest = start, phrase
        while rest and end < len(line) and (count := _matched_words(line[end], rest)):
            end, rest = end + 1, rest[count:]
        if not rest:
            yield Span(line[start].span.start, line[end - 1].span.end)


def _matched_words(term: Term, phrase: Sequence[Word]) -> int:
    """How many words at the start of a phrase a term matches: a number may match several ("million tons")."""
    count, keys = 0, term.keys
    for word in phrase:
        positions = [i for i, key in enumerate(keys) if key in word.keys]
        if not positions:
            break
        count, keys = count + 1, keys[positions[-1] + 1 :]
    return count
