"""Search in a dossier: query, terms, candidates, ranking, results.

`query.parse` reads the query, `Vocabulary` resolves its words to terms, `Candidates` fetches entries from the index,
`Ranker` scores them, and `Search` returns the best as hits.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.search.cancellation import check_cancelled
from tui.search.candidates import Candidates
from tui.search.expression import SqlFilter, all_terms
from tui.search.index import Candidate, Index
from tui.search.matching import Highlighter, Matcher, QueryTerm
from tui.search.query import Query, parse
from tui.search.question import Asked, asked_as_filter, asked_by, is_function_word
from tui.search.ranking import MIN_SHARE, Ranker, Rating
from tui.search.results import FilterResult, Hit, IndexEntry, SearchResult
from tui.search.rows import kind_of
from tui.search.vocabulary import ResolvedWords, Vocabulary
from tui.text.span import Span

FOUND_KINDS = ("entity", "article", "figure", "event", "claim", "passage")
"""The kinds of entries that a search returns."""

RANKED = 250
"""Candidates that are ranked at least, whatever the limit."""

ORDERED = 2_000
"""The same if the greatest or the latest is asked for: it may be any of them."""

FEW = 10
"""If fewer entries contain all words, those that contain some of them are returned too."""


class _Resolved(NamedTuple):
    """A query whose words are resolved."""

    query: Query
    asked: Asked
    words: ResolvedWords

    @property
    def matches_nothing(self) -> bool:
        """Whether the query has words and none of them occurs anywhere."""
        return bool(self.words.missing) and not self.words.terms and not self.query.phrases


class Search:
    """Searches one dossier. `read` returns the text of an article's file."""

    def __init__(self, index: Index, read: Callable[[str], str]) -> None:
        self.index, self._read = index, read
        self._vocabulary = Vocabulary(index)
        self._candidates = Candidates(index, self._vocabulary)

    def find(self, text: str, limit: int | None = None) -> SearchResult:
        """The best hits of a query among records and passages. Raises QueryError if the query is not valid."""
        resolved = self._resolve(text, asked_by)
        query, asked, (terms, missing, corrected, _) = resolved
        if query.is_empty or resolved.matches_nothing:
            return SearchResult(missing=missing, suggested=self._vocabulary.suggestions(missing))
        filter = self._candidates.filter(query, FOUND_KINDS)
        ranked = max(ORDERED if asked.order else RANKED, limit or 0)
        candidates = self._candidates.with_all(terms, filter, None if limit is None else ranked)
        total = len(candidates) if len(candidates) < ranked else self.index.count(all_terms(terms), filter)
        ranker = self._ranker(resolved, terms)
        # Where a word is only in a name inside another one, an entry has some of the words.
        rated = self._rated(candidates, ranker, least=0)
        few = sum(rating.has_all for rating in rated.values()) < FEW
        if few and len(terms) > 1 and not all(is_function_word(term.word) for term in terms):
            rated = self._rated(self._candidates.with_some(terms, filter), ranker) | rated
        is_answered = any(rating.is_named for rating in rated.values()) or (
            len(missing) == 1 and self._candidates.are_together(terms, filter)
        )
        if terms and ranker.is_mostly_unknown and not is_answered:
            # What is left of the query is not a name, and says little: it would find anything.
            rated = {}
        if asked.order:
            from tui.search.ordering import in_order

            rated = in_order(rated, asked.order, self.index)
        if asked.compared:
            rated |= self._of_both_sides(resolved, filter, rated)
        if len(candidates) < ranked:
            total = len(rated)
        best = sorted(rated.items(), key=lambda pair: (not pair[1].has_all, -round(pair[1].points, 1), pair[0]))[:limit]
        mark = self._mark(resolved)
        # Many hits are in the same article, whose file is opened once.
        read = cache(self._read)
        hits = tuple(
            Hit(
                entry,
                round(rating.score, 1),
                rating.has_all and not missing,
                _text_around(entry, read),
                mark,
                _line_before(entry, read),
            )
            for entry, rating in ((self.index.entry(row), rating) for row, rating in best)
        )
        return SearchResult(hits, missing, corrected, self._vocabulary.suggestions(missing), total)

    def filter(self, text: str, kinds: Collection[str]) -> FilterResult:
        """The records of some kinds that contain all of a query. Raises QueryError if the query is not valid."""
        resolved = self._resolve(text, asked_as_filter)
        terms, missing, corrected, _ = resolved.words
        ids: set[str] = set()
        if not resolved.matches_nothing:
            filter = self._candidates.filter(resolved.query, kinds)
            filter.own_words_only = True
            ids = self.index.record_ids(all_terms(terms), filter)
        articles = frozenset(id for key, id in resolved.query.filters if key == "article")
        suggested = self._vocabulary.suggestions(missing)
        return FilterResult(ids, missing, corrected, articles, suggested, self._mark(resolved))

    def passages(self, text: str, limit: int) -> list[tuple[IndexEntry, list[Span]]]:
        """The first passages that contain all of a query, in reading order, each with the spans that match.

        Raises QueryError if the query is not valid.
        """
        resolved = self._resolve(text, asked_as_filter)
        if resolved.matches_nothing:
            return []
        mark = self._mark(resolved)
        filter = self._candidates.filter(resolved.query, ("passage",))
        found = []
        for row, [(_, passage)], _ in self.index.candidates(all_terms(resolved.words.terms), filter, limit):
            check_cancelled()
            entry = self.index.entry(row)
            assert entry.span is not None
            marks = mark(passage) or (Span(0, len(passage)),)
            found.append((entry, [Span(m.start + entry.span.start, m.end + entry.span.start) for m in marks]))
        return found

    def _mark(self, resolved: _Resolved) -> Callable[[str], tuple[Span, ...]]:
        """What finds the words of a query in a text."""
        notation = self.index.notation
        return Highlighter(Matcher(resolved.words.terms, notation), resolved.query.phrases, notation).marks

    def _resolve(self, text: str, read_words: Callable[[Query], Asked]) -> _Resolved:
        query = parse(text, self.index)
        asked = read_words(query)
        return _Resolved(query, asked, self._vocabulary.resolve(asked))

    def _ranker(self, resolved: _Resolved, terms: Sequence[QueryTerm]) -> Ranker:
        """What rates entries by some terms of a query."""
        return Ranker(terms, resolved.query.phrases, self.index.notation, resolved.words.unknown, resolved.asked)

    def _of_both_sides(self, resolved: _Resolved, filter: SqlFilter, others: Mapping[int, Rating]) -> dict[int, Rating]:
        """The best figure of each side of a comparison, rated above all others; empty if a side has none."""
        from tui.search.comparison import terms_by_side

        best: dict[int, Rating] = {}
        for terms in terms_by_side(resolved.asked.compared, resolved.words.terms, self.index):
            candidates = self._candidates.with_all(terms, filter, RANKED)
            rated = self._rated(candidates, self._ranker(resolved, terms), least=0)
            figures = [row for row, rating in rated.items() if kind_of(row) == "figure" and rating.has_all]
            if figures:
                row = max(figures, key=lambda row: (rated[row].points, -row))
                best[row] = rated[row]
        if len(best) < 2:
            return {}
        most = max(rating.points for rating in (*others.values(), *best.values()) if rating.has_all)
        return {row: rating._replace(points=most + 1) for row, rating in best.items()}

    def _rated(self, candidates: Iterable[Candidate], ranker: Ranker, least: float = MIN_SHARE) -> dict[int, Rating]:
        """The ratings of the candidates that are hits, by row."""
        rated = ((candidate.row, ranker.rate(candidate, least)) for candidate in candidates)
        return {row: rating for row, rating in rated if rating is not None}


def _text_around(entry: IndexEntry, read: Callable[[str], str]) -> str:
    """The sentence around an entry's first place; of an article its first line."""
    if entry.file is None or entry.around is None:
        return ""
    return read(entry.file)[entry.around.start : entry.around.end]


def _line_before(entry: IndexEntry, read: Callable[[str], str]) -> str:
    """What is in the line before an entry's first place."""
    if entry.file is None or entry.span is None or entry.column is None:
        return ""
    return read(entry.file)[entry.span.start - entry.column + 1 : entry.span.start]
