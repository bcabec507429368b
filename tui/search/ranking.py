"""Scores candidates, 0 to 100: by where the words occur, how exactly they match, and how close together they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.search.cancellation import check_cancelled
from tui.search.index import FIELD_WEIGHTS, NESTED, SENTENCE_WEIGHT, Candidate, WeightedText
from tui.search.matching import EXACT, RESPELT, Match, Matcher, QueryTerm
from tui.search.query import Phrase
from tui.search.question import Asked
from tui.search.rows import kind_of
from tui.search.terms import Notation

ASKED_WITH = 0.7
"""The weight in a question of a match in the other words for a claim: the curator expects such questions."""

MAX_DISTANCE_LOSS = 8
"""Points that a candidate loses at most where the words are far apart."""

MAX_LENGTH_LOSS = 10
"""Points that a candidate loses at most where the words are only a small part of a name or title."""

SAID_OF = (FIELD_WEIGHTS["relation"], FIELD_WEIGHTS["note"])
"""The weights of what is said of a record."""

NOT_OWN = (*SAID_OF, SENTENCE_WEIGHT)
"""The weights of all that is not in a record itself."""

NAME_BESIDE = 0.65
"""The weight of a match in a name at most, where other words are only in what is said of the record."""

SCATTERED_LOSS = 14
"""Points that a candidate loses where no single field contains all words."""

LEAST_WITH_ALL, MOST_WITH_SOME = 40, 39
"""The least score of an entry with all words, and the greatest of one with only some."""

MIN_SHARE = 0.3
"""The share of the query, by the weight of its words, that a candidate with only some of the words contains."""

MIN_NAMED_SHARE = 0.3
"""The same for a record that is named by words of the query, where the dossier lacks most of the others."""

NAMED_LOSS = 45
"""Points that a record loses whose name is only a part of a question: it is what the question is about."""

HINT_GAIN = 20
"""Points that an entry gains for a hint of the query, times the weight of its field: how high, the largest."""

WHOLE_HINT_GAIN = 25
"""Points for a hint that has all other words of the query beside it: Tomtor, Russia’s largest deposit."""

NAMES = (FIELD_WEIGHTS["name"], FIELD_WEIGHTS["alias"])
"""The weights of the names of a record."""

NAMED_SHARE = 0.8
"""The share of the letters of a name that words of the query are, if they name the record."""

PHRASE_WEIGHT = 5.0
"""The weight of each word of a phrase."""


class FieldMatches(NamedTuple):
    """The matches in one field of a candidate, with the weight and the length of the field."""

    weight: float
    length: int
    matches: list[Match]

    @property
    def is_name(self) -> bool:
        """Whether it is a name of a record that consists of words of the query."""
        if self.weight < FIELD_WEIGHTS["alias"] or not self.matches:
            return False
        matched = {match.span for match in self.matches if match.quality >= RESPELT}
        return sum(span.end - span.start for span in matched) >= NAMED_SHARE * self.length


class Rating(NamedTuple):
    """What a candidate is worth, whether it contains all words that occur at all, and whether they are its name."""

    points: float
    has_all: bool
    is_named: bool

    @property
    def score(self) -> float:
        """The points within 0 to 100: from 40 on with all words, below with fewer."""
        return min(max(self.points, LEAST_WITH_ALL), 100) if self.has_all else min(max(self.points, 0), MOST_WITH_SOME)


class Ranker:
    """Rates the candidates of one query.

    `unknown` is the weight of the words that the dossier lacks, and `asked` what the query asks for.
    """

    def __init__(
        self,
        terms: Sequence[QueryTerm],
        phrases: Sequence[Phrase],
        notation: Callable[[], Notation],
        unknown: float,
        asked: Asked,
    ) -> None:
        # The words of a phrase count wherever they occur; only the whole phrase is marked.
        phrased = [
            QueryTerm(word, dict.fromkeys(word.keys, EXACT), PHRASE_WEIGHT)
            for phrase in phrases
            for word in phrase.words
        ]
        self._weights = [term.weight for term in (*terms, *phrased)]
        self._required = {index for index, term in enumerate((*terms, *phrased)) if not term.is_optional}
        self._unknown, self._asked = unknown, asked
        self._whole = sum(self._weights) + unknown
        self.is_mostly_unknown = unknown > sum(self._weights[index] for index in self._required)
        """Whether the dossier lacks what tells most."""
        self._matcher = Matcher([*terms, *phrased], notation)

    def rate(self, candidate: Candidate, least: float = MIN_SHARE) -> Rating | None:
        """The rating of a candidate: from 40 on with all words, below with fewer; None with less than a share."""
        fields = self._fields(candidate)
        matched = {match.term for field in fields for match in field.matches}
        found = {match.term for field in fields if field.weight != SENTENCE_WEIGHT for match in field.matches}
        if self._share(found) < least:
            return None
        is_named = self._share(found) >= MIN_NAMED_SHARE and any(field.is_name for field in fields)
        weights = {term: self._weights[term] for term in matched & self._required}
        base, gain = score(fields, weights), self._gain(candidate, fields)
        if len(weights) == len(self._required):
            return Rating(LEAST_WITH_ALL + 0.6 * (base + gain), True, is_named)
        if least and len(found & self._required) < (2 if self._unknown else 1):
            # Beside unknown words, a single one of several others is a coincidence.
            return None
        return Rating(0.4 * (self._share(matched) * base + gain), False, is_named)

    def _share(self, terms: Iterable[int]) -> float:
        """The share of a query, by weight, that some of its words are."""
        return sum(self._weights[term] for term in terms) / self._whole if self._weights else 1

    def _fields(self, candidate: Candidate) -> list[FieldMatches]:
        """The matches in a candidate's own fields, and in the one thing said of it that has most of the other words.

        What is said of a country here and there does not belong together. In a question, the best of the sentences that
        print a figure is added.
        """
        fields = _field_matches(candidate.fields, self._matcher)
        if self._asked.is_about:
            fields = [*map(_as_asked, fields)]
        if len(fields) > 1:
            own = [field for field in fields if field.weight not in SAID_OF]
            fields = self._with_best(own, [field for field in fields if field.weight in SAID_OF])
        if candidate.sentences and self._asked.is_about and not self._asked.order:
            fields = self._with_best(fields, _field_matches(candidate.sentences, self._matcher))
        return fields

    def _with_best(self, fields: list[FieldMatches], others: Sequence[FieldMatches]) -> list[FieldMatches]:
        """Fields, and the one of others that adds most of the words."""
        contained = {match.term for field in fields for match in field.matches}

        def added(field: FieldMatches) -> float:
            return sum(self._weights[term] for term in {match.term for match in field.matches} - contained)

        return [*fields, max(others, key=added)] if others else fields

    def _gain(self, candidate: Candidate, fields: Sequence[FieldMatches]) -> float:
        """Points, of 100, for or against an entry as the answer, besides those for its words."""
        points = self._asked.points
        traits = {kind_of(candidate.row), *(text.strip() for _, text in candidate.fields)} if points else ()
        # It may be of a kind that is asked for, or of one that seldom answers such a question.
        of_kind = sum(points.get(trait, 0) for trait in traits)
        # It may measure what is asked for, or use a word about the answer: it says that something is the largest.
        hints = (self._hint(field) for field in fields if field.weight not in NOT_OWN)
        # The question may name it, and ask for something about it.
        named = NAMED_LOSS if self._asked.is_about and self._is_only_named(fields) else 0
        return of_kind + max(hints, default=0) - named

    def _hint(self, field: FieldMatches) -> float:
        """The points for the words about the answer in one field: more if all words of the query are beside them."""
        found = {match.term for match in field.matches}
        if found <= self._required:
            return 0
        return WHOLE_HINT_GAIN if self._required <= found else HINT_GAIN * field.weight

    def _is_only_named(self, fields: Sequence[FieldMatches]) -> bool:
        """Whether an entry is named by the query, which says more than that. With its kind, a name says what it is."""
        names = [match for field in fields if field.weight in NAMES for match in field.matches]
        if not any(match.quality >= RESPELT for match in names):
            return False
        said = (
            *names,
            *(match for field in fields if field.weight == FIELD_WEIGHTS["detail"] for match in field.matches),
        )
        named = {match.term for match in said}
        return len(named) < len(self._weights) or self._unknown > 0


def score(fields: Sequence[FieldMatches], weights: Mapping[int, float]) -> float:
    """The score, 0 to 100, of an entry that contains the words with some indexes, each with its weight.

    The best field that contains all of them decides. Words that only several fields contain together count as far
    apart.
    """
    if not weights:
        return 100 * fields[0].weight
    best = 0.0
    whole = sum(weights.values())
    anywhere = dict.fromkeys(weights, 0.0)
    own: dict[int, bool] = {}
    """Whether each word is in the entry itself, and not only in what is said of it."""
    for weight, length, matches in fields:
        qualities: dict[int, float] = {}
        counted = [match for match in matches if match.term in weights]
        for match in counted:
            qualities[match.term] = max(qualities.get(match.term, 0), match.quality)
        for term, quality in qualities.items():
            anywhere[term] = max(anywhere[term], weight * quality)
            own[term] = own.get(term, False) or weight not in NOT_OWN
        if len(qualities) == len(anywhere):
            gap, matched = _closest(counted, len(anywhere))
            quality = sum(weights[term] * quality for term, quality in qualities.items()) / whole
            points = 100 * weight * quality - MAX_DISTANCE_LOSS * gap / (gap + 30)
            if weight >= FIELD_WEIGHTS["title"]:
                points -= MAX_LENGTH_LOSS * max(1 - matched / length, 0)
            best = max(best, points)
    most = 1.0 if all(own.values()) else NAME_BESIDE
    scattered = sum(weights[term] * min(points, most) for term, points in anywhere.items()) / whole
    return max(best, 100 * scattered - SCATTERED_LOSS, 0)


def _as_asked(field: FieldMatches) -> FieldMatches:
    """A field with its weight in a question."""
    return field._replace(weight=ASKED_WITH) if field.weight == FIELD_WEIGHTS["also"] else field


def _field_matches(texts: Iterable[WeightedText], matcher: Matcher) -> list[FieldMatches]:
    check_cancelled()
    return [FieldMatches(weight, len(text.strip()), _matches(text, matcher)) for weight, text in texts]


def _matches(text: str, matcher: Matcher) -> list[Match]:
    """The matches in a text; none if all of them are in the name of something else."""
    matches = matcher.matches(text)
    if matches and NESTED in text:
        start, end = text.index(NESTED), text.rindex(NESTED)
        if all(start < match.span.start < end for match in matches):
            return []
    return matches


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
