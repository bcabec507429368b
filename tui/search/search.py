"""Search in a dossier: query, terms, candidates, ranking, results.

`query.parse` reads the query, `Vocabulary` resolves its words to terms, `Candidates` fetches entries from the index,
`Ranker` scores them, and `Search` returns the best as hits.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from tui.search.cancellation import check_cancelled
from tui.search.candidates import Candidates
from tui.search.expression import SqlFilter, all_terms
from tui.search.index import Index
from tui.search.matching import Highlighter, Matcher, QueryTerm
from tui.search.query import Query, parse
from tui.search.ranking import Ranker
from tui.search.results import FilterResult, Hit, IndexEntry, SearchResult
from tui.search.vocabulary import Vocabulary
from tui.text.span import Span

FOUND_KINDS = ("entity", "article", "figure", "event", "claim", "passage")
"""The kinds of entries that a search returns."""

RANKED = 250
"""Candidates that are ranked at least, whatever the limit."""

FEW = 10
"""If fewer entries contain all words, those that contain some of them are returned too."""


class _Resolved(NamedTuple):
    """A query whose words are resolved."""

    query: Query
    terms: list[QueryTerm]
    missing: tuple[str, ...]
    corrected: dict[str, str]

    @property
    def matches_nothing(self) -> bool:
        """Whether the query has words and none of them occurs anywhere."""
        return bool(self.missing) and not self.terms and not self.query.phrases


class Search:
    """Searches one dossier. `read` returns the text of an article's file."""

    def __init__(self, index: Index, read: Callable[[str], str]) -> None:
        self.index, self._read = index, read
        self._vocabulary = Vocabulary(index)
        self._candidates = Candidates(index, self._vocabulary)

    def find(self, text: str, limit: int | None = None) -> SearchResult:
        """The best hits of a query among records and passages. Raises QueryError if the query is not valid."""
        resolved = self._resolve(text)
        query, terms = resolved.query, resolved.terms
        if query.is_empty or resolved.matches_nothing:
            return SearchResult(missing=resolved.missing)
        filter = self._candidates.filter(query, FOUND_KINDS)
        ranked = RANKED if limit is None else max(RANKED, limit)
        candidates = self._candidates.with_all(terms, filter, None if limit is None else ranked)
        total = len(candidates) if len(candidates) < ranked else self.index.count(all_terms(terms), filter)
        matcher = Matcher(terms, self.index.notation)
        ranker = Ranker(terms, matcher, query.phrases, self.index.notation)
        scores = {candidate.row: ranker.score(candidate) for candidate in candidates}
        if len(candidates) < FEW and len(terms) > 1:
            scores |= self._partial_scores(terms, filter, ranker, scores)
            total = len(scores)
        best = sorted(scores.items(), key=lambda pair: (-round(pair[1], 1), pair[0]))[:limit]
        mark = Highlighter(matcher, query.phrases, self.index.notation).marks
        entries = [(self.index.entry(row), round(score, 1)) for row, score in best]
        hits = tuple(Hit(entry, score, self._text(entry), mark, self._line_before(entry)) for entry, score in entries)
        return SearchResult(hits, resolved.missing, resolved.corrected, total)

    def filter(self, text: str, kinds: Collection[str]) -> FilterResult:
        """The records of some kinds that contain all of a query. Raises QueryError if the query is not valid."""
        resolved = self._resolve(text)
        ids: set[str] = set()
        if not resolved.matches_nothing:
            filter = self._candidates.filter(resolved.query, kinds)
            ids = self.index.record_ids(all_terms(resolved.terms), filter)
        articles = frozenset(id for key, id in resolved.query.filters if key == "article")
        return FilterResult(ids, resolved.missing, resolved.corrected, articles)

    def passages(self, text: str, limit: int) -> list[tuple[IndexEntry, list[Span]]]:
        """The first passages that contain all of a query, in reading order, each with the spans that match.

        Raises QueryError if the query is not valid.
        """
        resolved = self._resolve(text)
        if resolved.matches_nothing:
            return []
        highlighter = Highlighter(
            Matcher(resolved.terms, self.index.notation), resolved.query.phrases, self.index.notation
        )
        filter = self._candidates.filter(resolved.query, ("passage",))
        found = []
        for row, [(_, passage)] in self.index.candidates(all_terms(resolved.terms), filter, limit):
            check_cancelled()
            entry = self.index.entry(row)
            assert entry.span is not None
            marks = highlighter.marks(passage) or (Span(0, len(passage)),)
            found.append((entry, [Span(m.start + entry.span.start, m.end + entry.span.start) for m in marks]))
        return found

    def _resolve(self, text: str) -> _Resolved:
        query = parse(text, self.index)
        return _Resolved(query, *self._vocabulary.resolve(query.words))

    def _partial_scores(
        self, terms: list[QueryTerm], filter: SqlFilter, ranker: Ranker, known: Collection[int]
    ) -> dict[int, float]:
        """The scores of entries with only some of the words, without those that are known already."""
        others = [each for each in self._candidates.with_some(terms, filter) if each.row not in known]
        scores = ((candidate.row, ranker.partial_score(candidate)) for candidate in others)
        return {row: score for row, score in scores if score is not None}

    def _text(self, entry: IndexEntry) -> str:
        """The sentence around an entry's first place; of an article its first line."""
        if entry.file is None or entry.around is None:
            return ""
        return self._read(entry.file)[entry.around.start : entry.around.end]

    def _line_before(self, entry: IndexEntry) -> str:
        """What stands in the line before an entry's first place."""
        if entry.file is None or entry.span is None or entry.column is None:
            return ""
        return self._read(entry.file)[entry.span.start - entry.column + 1 : entry.span.start]
