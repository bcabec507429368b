"""Where the words of a query stand in a text: for the marks that people see, and for ranking."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.search.query import Word
from tui.search.terms import Term, is_number_key, terms, words
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.quantity.unit import Units


EXACT, INFLECTED, RESPELT, PREFIX, CORRECTED = 1.0, 0.95, 0.93, 0.9, 0.75
"""What a match is worth by how it came about."""

WORTH = {"name": 1.0, "alias": 0.96, "title": 0.9, "label": 0.8, "detail": 0.7, "passage": 0.6}
"""What a match is worth by where it stands: a name beats a title beats a figure's label beats a passage."""

FARTHEST, LONGEST = 8, 10
"""What words far apart lose at most, and those that are a part of a name or a title only."""


class QueryTerm(NamedTuple):
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


class Matcher:
    """Finds where any of the wanted words stands in a text."""

    def __init__(self, wanted: Sequence[QueryTerm], units: "Callable[[], Units]") -> None:
        self._units = units
        self._numbers = any(each.word.is_number for each in wanted)
        self._by_answer: dict[str, list[tuple[int, float]]] = {}
        for number, each in enumerate(wanted):
            for answer, quality in each.answers.items():
                self._by_answer.setdefault(answer, []).append((number, quality))

    def matches(self, text: str) -> list[Match]:
        """Every place of a wanted word, words first, then numbers."""
        by_answer = self._by_answer
        found = [
            Match(Span(start, end), number, quality)
            for word, start, end in words(text)
            if word in by_answer
            for number, quality in by_answer[word]
        ]
        if self._numbers:
            for term in terms(text, self._units):
                if term.is_number:
                    pairs = {pair for key in filter(is_number_key, term.keys) for pair in by_answer.get(key, ())}
                    found += [Match(term.span, number, quality) for number, quality in pairs]
        return found


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


def score(found: Sequence[tuple[float, int, list[Match]]], numbers: Collection[int]) -> float:
    """0 to 100: where the words stand, how they came about, how close together, and how much of the text they are.

    `numbers` are the words of the query that the entry holds. Words that only several of its texts hold together
    count as standing far apart.
    """
    if not numbers:
        return 100 * found[0][0]
    best = 0.0
    apart = dict.fromkeys(numbers, 0.0)
    for worth, length, here in found:
        qualities: dict[int, float] = {}
        for match in here:
            qualities[match.number] = max(qualities.get(match.number, 0), match.quality)
        for number, quality in qualities.items():
            apart[number] = max(apart[number], worth * quality)
        if len(qualities) == len(apart):
            gap, matched = _closest(here, len(apart))
            score = 100 * worth * sum(qualities.values()) / len(apart) - FARTHEST * gap / (gap + 30)
            best = max(best, score - (LONGEST * max(1 - matched / length, 0) if worth >= WORTH["title"] else 0))
    return max(best, 100 * sum(apart.values()) / len(apart) - 14, 0)


def _closest(found: Iterable[Match], count: int) -> tuple[int, int]:
    """Of the shortest stretch that holds all words of a query: what lies between them, and how long they are."""
    if count == 1:
        return 0, max(match.span.end - match.span.start for match in found)
    # The latest match of each word, the one longest ago first.
    latest: dict[int, Match] = {}
    length = 0
    best = (1 << 30, 0)
    for match in sorted(found, key=lambda match: match.span.start):
        before = latest.pop(match.number, None)
        latest[match.number] = match
        length += match.span.end - match.span.start - (before.span.end - before.span.start if before else 0)
        if len(latest) == count:
            start = next(iter(latest.values())).span.start
            best = min(best, (max(match.span.end - start - length, 0), length), key=lambda pair: pair[0])
    return best
