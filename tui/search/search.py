"""Asking: words corrected against the dossier's own, candidates looked up, then ranked."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tui.dossier.dossier import Dossier
from tui.search.filters import admits
from tui.search.index import NAME, PASSAGE, Entry, Index
from tui.search.query import Query, Word, parse
from tui.search.terms import Term, terms
from tui.text.span import Span, without_overlaps

EXACT, PREFIX, CORRECTED = 1.0, 0.9, 0.75
"""What a match is worth by how it came about."""

FOUND = ("entity", "article", "figure", "event", "passage")
"""The kinds that a search finds, in the order of hits that score alike."""

RECORDS = ("entity", "article", "figure", "event", "measure")
"""The kinds that have lists."""

_KIND_ORDER = {kind: i for i, kind in enumerate((*FOUND, "measure"))}


@dataclass(frozen=True)
class Hit:
    """One thing found: `score` 0 to 100, and `text`, the words around it. Its marks are worked out when asked for."""

    entry: Entry
    score: float
    text: str
    marking: Callable[[str], tuple[Span, ...]] = field(repr=False, compare=False)
    """Where what matched stands in a text."""

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """Where what matched stands in `text`."""
        return self.marking(self.text)

    @cached_property
    def title_marks(self) -> tuple[Span, ...]:
        """Where what matched stands in the title of a record."""
        return self.marking(self.entry.title) if self.entry.record else ()


@dataclass(frozen=True)
class Result:
    """The hits, best first, the words that are nowhere, and those that were corrected."""

    hits: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()
    corrected: dict[str, str] = field(default_factory=dict)
    total: int = 0


@dataclass(frozen=True)
class _Wanted:
    """A word of the query and the terms of the dossier that answer it, each with its worth."""

    written: str
    answers: dict[str, float]


class Search:
    """A dossier ready to be asked."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.index = Index(dossier)

    def ask(self, text: str, limit: int | None = None, kinds: Collection[str] = FOUND) -> Result:
        """What a query finds among records and passages of some kinds. Raises QueryError where it cannot be asked."""
        query = parse(text, self.dossier)
        if not query.asks:
            return Result()
        missing: list[str] = []
        corrected: dict[str, str] = {}
        wanted: list[_Wanted] = []
        for word in query.words:
            found = self._answers(word, corrected)
            if found.answers:
                wanted.append(found)
            else:
                missing.append(found.written)
        if missing and not wanted and not query.phrases:
            return Result(missing=tuple(missing))
        phrased = [self._exactly(word) for phrase in query.phrases for word in phrase]
        scored = self._scored(query, [*wanted, *phrased], kinds)
        hits = [self._hit(number, score, wanted, query) for number, score in scored[:limit]]
        return Result(tuple(hits), tuple(missing), corrected, len(scored))

    def admitted(self, text: str, kinds: Collection[str] = RECORDS) -> set[str]:
        """The ids of the records of some kinds that a query finds. Raises QueryError where it cannot be asked."""
        return {hit.entry.id for hit in self.ask(text, kinds=kinds).hits}

    def _answers(self, word: Word, corrected: dict[str, str]) -> _Wanted:
        """The dossier's terms that a word of the query can mean: itself, what it begins, or what it misspells."""
        answers = self._exactly(word).answers
        if word.is_number:
            return _Wanted(word.written, answers)
        key = word.keys[0]
        for other in self._beginning(key):
            answers.setdefault(other, PREFIX)
        if not answers and key.isalpha():
            near = self._misspelt(key)
            answers = dict.fromkeys(near, CORRECTED)
            if near:
                corrected[word.written] = self._as_printed(near[0])
        return _Wanted(word.written, answers)

    def _exactly(self, word: Word) -> _Wanted:
        return _Wanted(word.written, {key: EXACT for key in word.keys if key in self.index.postings})

    def _beginning(self, word: str) -> Iterable[str]:
        words = self.index.words
        start = bisect_left(words, word)
        while start < len(words) and words[start].startswith(word):
            yield words[start]
            start += 1

    def _misspelt(self, word: str) -> list[str]:
        """The nearest words within one typo of four letters, two of eight; never one that it is an inner part of."""
        if len(word) < 4:
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 2 if len(word) >= 8 else 1
        found = process.extract(
            word, self.index.words, scorer=OSA.distance, score_cutoff=allowed, limit=10, processor=None
        )
        near = [
            (distance, other)
            for other, distance, _ in found
            if len(other) >= 4 and other.isalpha() and word not in other
        ]
        return [other for distance, other in near if distance == min(near)[0]]

    def _as_printed(self, key: str) -> str:
        for number in self.index.postings[key]:
            entry = self.index.entries[number]
            for (_, text), (_, line) in zip(entry.texts, entry.lines, strict=True):
                for term in line:
                    if key in term.keys:
                        return text[term.span.start : term.span.end].removesuffix("’s").removesuffix("'s")
        return key

    def _scored(self, query: Query, wanted: list[_Wanted], kinds: Collection[str]) -> list[tuple[int, float]]:
        """The entries that hold most of the words, with their scores, best first."""
        entries = self.index.entries
        holding = [{number for key in word.answers for number in self.index.postings[key]} for word in wanted]
        candidates = set().union(*holding) if wanted else set(range(len(entries)))
        counted = [
            (sum(number in numbers for numbers in holding), number)
            for number in candidates
            if entries[number].kind in kinds
            and admits(entries[number], query, self.dossier)
            and _holds_phrases(entries[number], query)
        ]
        most = max(counted, default=(0, 0))[0]
        scored = [(number, _score(entries[number], wanted)) for count, number in counted if count == most]
        return sorted(scored, key=lambda pair: (-round(pair[1], 1), _KIND_ORDER[entries[pair[0]].kind], pair[0]))

    def _hit(self, number: int, score: float, wanted: list[_Wanted], query: Query) -> Hit:
        entry = self.index.entries[number]
        keys = {key for word in wanted for key in word.answers}
        text = ""
        if entry.article and entry.span:
            document = self.dossier.documents[entry.article]
            text = document[entry.span if entry.record is None else document.sentence_around(entry.span)]
        return Hit(entry, round(score, 1), text, lambda words: self._marks(words, keys, query))

    def _marks(self, text: str, keys: set[str], query: Query) -> tuple[Span, ...]:
        line = list(terms(text, self.dossier.units))
        marks = {term.span for term in line if keys & set(term.keys)}
        for phrase in query.phrases:
            marks |= {Span(line[start].span.start, line[end - 1].span.end) for start, end in _places(line, phrase)}
        return tuple(sorted(without_overlaps(marks)))


def _score(entry: Entry, wanted: list[_Wanted]) -> float:
    """0 to 100: where the words stand, how they came about, how close together, and how much of the text they are.

    Words that only several texts of an entry hold together count as standing far apart.
    """
    if not wanted:
        return 100 * (PASSAGE if entry.record is None else NAME)
    best = 0.0
    apart = [0.0] * len(wanted)
    for worth, line in entry.lines:
        places: list[list[int]] = []
        qualities: list[float] = []
        for i, word in enumerate(wanted):
            here = [(n, word.answers[key]) for n, term in enumerate(line) for key in term.keys if key in word.answers]
            if here:
                places.append([n for n, _ in here])
                qualities.append(max(quality for _, quality in here))
                apart[i] = max(apart[i], worth * qualities[-1])
        if len(places) == len(wanted):
            stretch = max(max(place) for place in places) - min(min(place) for place in places) + 1
            closeness, share = len(wanted) / max(stretch, len(wanted)), len(wanted) / max(len(line), len(wanted))
            found = 100 * worth * sum(qualities) / len(wanted) - 4 * (1 - closeness) - 10 * (1 - share)
            best = max(best, found)
    return max(best, 100 * sum(apart) / len(wanted) - 14, 0)


def _holds_phrases(entry: Entry, query: Query) -> bool:
    return all(_holds(entry, phrase) for phrase in query.phrases) and not any(
        _holds(entry, phrase) for phrase in query.excluded
    )


def _holds(entry: Entry, phrase: tuple[Word, ...]) -> bool:
    return any(any(_places(line, phrase)) for _, line in entry.lines)


def _places(line: list[Term], phrase: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Where the words of a phrase stand one after the other: the first term, and the one after the last."""
    for start in range(len(line)):
        end, left = start, phrase
        while left and end < len(line) and (taken := _taken(line[end], left)):
            end, left = end + 1, left[taken:]
        if not left:
            yield start, end


def _taken(term: Term, phrase: tuple[Word, ...]) -> int:
    """How many words at the start of a phrase a term is: none, one, or of a number several ("million tons")."""
    taken, keys = 0, term.keys
    for word in phrase:
        here = [i for i, key in enumerate(keys) if key in word.keys]
        if not here:
            break
        taken, keys = taken + 1, keys[here[-1] + 1 :]
    return taken
