"""Scores candidates, 0 to 100: by where the words occur, how exactly they match, and how close together they are."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from tui.search.cancellation import check_cancelled
from tui.search.index import FIELD_WEIGHTS, Candidate
from tui.search.matching import EXACT, Match, Matcher, QueryTerm
from tui.search.query import Phrase
from tui.search.terms import Notation

MAX_DISTANCE_LOSS = 8
"""Points that a candidate loses at most where the words are far apart."""

MAX_LENGTH_LOSS = 10
"""Points that a candidate loses at most where the words are only a small part of a name or title."""

SCATTERED_LOSS = 14
"""Points that a candidate loses where no single field contains all words."""

MIN_SHARE = 0.3
"""The share of the query, by the weight of its words, that a candidate with only some of the words contains."""


class FieldMatches(NamedTuple):
    """The matches in one field of a candidate, with the weight and the length of the field."""

    weight: float
    length: int
    matches: list[Match]


class Ranker:
    """Scores the candidates of one query."""

    def __init__(
        self, terms: Sequence[QueryTerm], matcher: Matcher, phrases: Sequence[Phrase], notation: Callable[[], Notation]
    ) -> None:
        # The words of a phrase count wherever they occur; only the whole phrase is marked.
        phrased = [QueryTerm(word, dict.fromkeys(word.keys, EXACT)) for phrase in phrases for word in phrase.words]
        self._terms, self._matcher = terms, matcher
        self._all_terms = range(len(terms) + len(phrased))
        self._all_matcher = Matcher([*terms, *phrased], notation) if phrased else matcher

    def score(self, candidate: Candidate) -> float:
        """The score of a candidate that contains all words of the query, from 40 on."""
        return 40 + 0.6 * score(_field_matches(candidate, self._all_matcher), self._all_terms)

    def partial_score(self, candidate: Candidate) -> float | None:
        """The score of a candidate that contains some of the words, below 40; None if that is too small a part."""
        fields = _field_matches(candidate, self._matcher)
        contained = {match.term for field in fields for match in field.matches}
        share = sum(self._terms[index].weight for index in contained) / sum(term.weight for term in self._terms)
        return 0.4 * share * score(fields, contained) if share >= MIN_SHARE else None


def score(fields: Sequence[FieldMatches], terms: Collection[int]) -> float:
    """The score, 0 to 100, of an entry that contains the words with the indexes `terms`.

    The best field that contains all of them decides. Words that only several fields contain together count as far
    apart.
    """
    if not terms:
        return 100 * fields[0].weight
    best = 0.0
    anywhere = dict.fromkeys(terms, 0.0)
    for weight, length, matches in fields:
        qualities: dict[int, float] = {}
        for match in matches:
            qualities[match.term] = max(qualities.get(match.term, 0), match.quality)
        for term, quality in qualities.items():
            anywhere[term] = max(anywhere[term], weight * quality)
        if len(qualities) == len(anywhere):
            gap, matched = _closest(matches, len(anywhere))
            points = 100 * weight * sum(qualities.values()) / len(anywhere) - MAX_DISTANCE_LOSS * gap / (gap + 30)
            if weight >= FIELD_WEIGHTS["title"]:
                points -= MAX_LENGTH_LOSS * max(1 - matched / length, 0)
            best = max(best, points)
    return max(best, 100 * sum(anywhere.values()) / len(anywhere) - SCATTERED_LOSS, 0)


def _field_matches(candidate: Candidate, matcher: Matcher) -> list[FieldMatches]:
    check_cancelled()
    return [FieldMatches(weight, len(text.strip()), matcher.matches(text)) for weight, text in candidate.fields]


def _closest(matches: Iterable[Match], count: int) -> tuple[int, int]:
    """Of the shortest stretch with all `count` words: the characters between the words, and those of the words."""
    if count == 1:
        return 0, max(match.span.end - match.span.start for match in matches)
    # The latest match of each word, in the order of their positions.
    latest: dict[int, Match] = {}
    length = 0
    best = (1 << 30, 0)
    for match in sorted(matches, key=lambda match: match.span.start):
        before = latest.pop(match.term, None)
        latest[match.term] = match
        length += match.span.end - match.span.start - (before.span.end - before.span.start if before else 0)
        if len(latest) == count:
            start = next(iter(latest.values())).span.start
            best = min(best, (max(match.span.end - start - length, 0), length), key=lambda pair: pair[0])
    return best
