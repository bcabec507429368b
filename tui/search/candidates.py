"""Fetches from the index the entries that may be hits of a query."""

from collections.abc import Collection, Sequence

from tui.search.expression import SqlFilter, all_terms, all_words, any_form, exact_phrase, own_words, quoted
from tui.search.index import Candidate, Index
from tui.search.matching import EXACT, INFLECTED, QueryTerm, phrase_spans
from tui.search.query import KINDS, Phrase, Query, Word
from tui.search.terms import key_token
from tui.search.vocabulary import SHORTEST_VARIED, Vocabulary

CACHED_PHRASES = 16
"""Phrases whose entries are kept: the same query is soon repeated, for its passages."""

PER_TERM = 60
"""Entries that are fetched for each word, of those that may contain only some of the words."""

NEAR_WORDS = 6
"""Other words between words that count as near each other."""


class Candidates:
    """The candidates of queries in one index."""

    def __init__(self, index: Index, vocabulary: Vocabulary) -> None:
        self._index, self._vocabulary = index, vocabulary
        self._phrase_rows: dict[tuple[Word, ...], list[int]] = {}

    def filter(self, query: Query, kinds: Collection[str]) -> SqlFilter:
        """What an entry of some kinds must satisfy besides containing the words of a query."""
        both = (True, query.filters), (False, query.excluded_filters)
        for required, filters in both:
            named = [id for key, id in filters if key == "kind" and id in KINDS]
            kinds = {kind for kind in kinds if all((kind == id) == required for id in named)}
        result = SqlFilter([self._index.rows_of_kind(kind) for kind in KINDS if kind in kinds] or [(0, 0)])
        for required, filters in both:
            for key, id in filters:
                if key == "year":
                    result.add_rows(self._index.rows_of_year(int(id)), required)
                elif key != "kind" or id not in KINDS:
                    result.add_expression(quoted(key_token(f"{key}:{id}")), required)
        for phrase in query.phrases:
            self._add_phrase(phrase, result, required=True)
        for phrase in query.excluded:
            self._add_phrase(phrase, result, required=False)
            if len(phrase.words) == 1 and len(phrase.written) >= SHORTEST_VARIED:
                # A word excludes what it would find. A short one would exclude too much: -us, USGS.
                forms = self._vocabulary.forms_expression(phrase.words[0])
                if forms:
                    result.add_expression(forms, required=False)
        for threshold in query.thresholds:
            result.add_rows(self._index.rows_beyond(threshold), required=True)
        result.own_words_only = any((query.excluded, query.filters, query.excluded_filters, query.thresholds))
        return result

    def with_all(self, terms: Sequence[QueryTerm], filter: SqlFilter, limit: int | None) -> list[Candidate]:
        """The entries that contain all words; beyond the limit, those that contain them as typed are preferred."""
        found = self._fetch(all_terms(terms), filter, limit)
        if limit is not None and len(found) >= limit and terms:
            found = dict(list((self._as_typed(terms, filter, limit) | found).items())[:limit])
        return list(found.values())

    def with_some(self, terms: Sequence[QueryTerm], filter: SqlFilter) -> list[Candidate]:
        """Entries that contain at least one of the words, starting with the rarest word."""
        found: dict[int, Candidate] = {}
        for term in sorted(terms, key=lambda term: -term.weight):
            found |= self._fetch(any_form(term), filter, PER_TERM)
        return list(found.values())

    def are_together(self, terms: Sequence[QueryTerm], filter: SqlFilter) -> bool:
        """Whether an entry contains several words as typed or inflected, and not only in what is said of it."""
        typed = [QueryTerm(term.word, {form: q for form, q in term.forms.items() if q >= INFLECTED}) for term in terms]
        if len(typed) < 2 or not all(term.forms for term in typed):
            return False
        return self._index.count(own_words(all_terms(typed)), filter) > 0

    def _as_typed(self, terms: Sequence[QueryTerm], filter: SqlFilter, limit: int) -> dict[int, Candidate]:
        """The records that are named so; then the entries with exactly these words: together, near, or anywhere."""
        exact = [QueryTerm(term.word, {form: q for form, q in term.forms.items() if q == EXACT}) for term in terms]
        found: dict[int, Candidate] = {}
        if not all(term.forms for term in exact):
            return found
        for row in self._index.rows_named(" ".join(term.word.keys[0] for term in exact)):
            found |= self._fetch("", filter.for_row(row), 1)
        words = [quoted(term.word.keys[0]) for term in exact if not term.word.is_number]
        if len(words) == len(terms) > 1:
            found |= self._fetch(" + ".join(words), filter, limit)
            if len(found) < limit:
                found |= self._fetch(f"NEAR({' '.join(words)}, {NEAR_WORDS})", filter, limit)
        if len(found) < limit:
            found |= self._fetch(all_terms(exact), filter, limit)
        return found

    def _fetch(self, words: str, filter: SqlFilter, limit: int | None) -> dict[int, Candidate]:
        return {candidate.row: candidate for candidate in self._index.candidates(words, filter, limit)}

    def _add_phrase(self, phrase: Phrase, filter: SqlFilter, required: bool) -> None:
        expression = exact_phrase(phrase)
        if expression is None:
            filter.add_rows(self._rows_with_phrase(phrase), required)
        else:
            filter.add_expression(expression, required)

    def _rows_with_phrase(self, phrase: Phrase) -> list[int]:
        """The entries with a phrase that has no FTS5 expression, found among those that contain its words."""
        if phrase.words not in self._phrase_rows:
            candidates = self._index.candidates(all_words(phrase), SqlFilter(), None)
            rows = [candidate.row for candidate in candidates if self._contains(candidate, phrase)]
            while len(self._phrase_rows) >= CACHED_PHRASES:
                self._phrase_rows.pop(next(iter(self._phrase_rows)))
            self._phrase_rows[phrase.words] = rows
        return self._phrase_rows[phrase.words]

    def _contains(self, candidate: Candidate, phrase: Phrase) -> bool:
        return any(any(phrase_spans(text, phrase.words, self._index.notation)) for _, text in candidate.fields)
