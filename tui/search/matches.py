"""Where the words of a query stand in a text: for the marks that people see, and for ranking."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.search.query import Word
from tui.search.terms import Term, terms, words
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.quantity.unit import Units


class Wanted(NamedTuple):
    """A word of the query, and the words of the dossier that answer it, each with its worth."""

    word: Word
    answers: dict[str, float]
    weight: float = 1.0
    """How much it tells: the fewer entries hold it, the more."""


class Match(NamedTuple):
    """A place where a word of the query stands: which one, and how well it is met."""

    span: Span
    number: int
    quality: float


def matches(text: str, wanted: Sequence[Wanted], units: "Callable[[], Units]") -> Iterator[Match]:
    """Every place in a text where one of the wanted words stands, words first, then numbers."""
    by_answer: dict[str, list[tuple[int, float]]] = {}
    numbers = False
    for number, each in enumerate(wanted):
        numbers = numbers or each.word.is_number
        for answer, quality in each.answers.items():
            by_answer.setdefault(answer, []).append((number, quality))
    for word, start, end in words(text):
        for number, quality in by_answer.get(word, ()):
            yield Match(Span(start, end), number, quality)
    if numbers:
        for term in terms(text, units):
            if term.is_number:
                found = {pair for key in term.keys if key[0] in "=#" for pair in by_answer.get(key, ())}
                yield from (Match(term.span, number, quality) for number, quality in found)


def phrase_places(text: str, phrase: Sequence[Word], units: "Callable[[], Units]") -> Iterator[Span]:
    """Where the words of a phrase stand one after the other."""
    line = list(terms(text, units))
    for start in range(len(line)):
        end, left = start, phrase
        while left and end < len(line) and (taken := _taken(line[end], left)):
            end, left = end + 1, left[taken:]
        if not left:
            yield Span(line[start].span.start, line[end - 1].span.end)


def _taken(term: Term, phrase: Sequence[Word]) -> int:
    """How many words at the start of a phrase a term is: none, one, or of a number several ("million tons")."""
    taken, keys = 0, term.keys
    for word in phrase:
        here = [i for i, key in enumerate(keys) if key in word.keys]
        if not here:
            break
        taken, keys = taken + 1, keys[here[-1] + 1 :]
    return taken
