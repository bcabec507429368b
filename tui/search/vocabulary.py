"""Resolves the words of a query to the words that a dossier contains."""

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from tui.search.cancellation import check_cancelled
from tui.search.expression import SqlFilter, any_form, quoted
from tui.search.index import Index
from tui.search.matching import CORRECTED, EXACT, INFLECTED, PREFIX, RELATED, RESPELT, SYNONYM, QueryTerm
from tui.search.query import Word
from tui.search.question import content_words, is_acronym, is_function_word
from tui.search.terms import key_token

MAX_FORMS = 60
"""Words that share a prefix, an inflection or a spelling with a word of a query: the most common ones are searched."""

MAX_CORRECTED = 20
"""Words of a query that are compared with all words of a similar length, to find misspellings."""

LONGEST_CORRECTED = 64
"""Letters of the longest word that is taken for a misspelling."""

SHORTEST_CORRECTED = 4
"""Letters of the shortest word that is taken for a misspelling, or that a misspelling is corrected to."""

SHORTEST_VARIED = 4
"""Letters of the shortest word that is also searched in other inflections and spellings."""

SHORTEST_ATTACHED = 3
"""Letters of the shortest word that is searched behind Hebrew and Arabic prefixes too."""

SHORTEST_RELATED = 3
"""Letters of the shortest word whose family and synonyms are searched."""


class ResolvedWords(NamedTuple):
    """The words of a query that occur in the dossier, those that do not, and those that were corrected."""

    terms: list[QueryTerm]
    missing: tuple[str, ...]
    corrected: dict[str, str]
    unknown: float
    """The weight of the words that do not occur."""


class Vocabulary:
    """The words and numbers of an index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def resolve(self, words: Sequence[Word]) -> ResolvedWords:
        """Finds the forms in which the words of a query occur."""
        terms = []
        missing: dict[str, None] = {}
        corrected: dict[str, str] = {}
        for word in content_words(words):
            check_cancelled()
            # In a text with many unknown words, most are not misspelt.
            may_be_misspelt = len(missing) + len(corrected) < MAX_CORRECTED
            if is_function_word(word) and is_acronym(word, words):
                forms, entries = self._acronym(word)
                in_capitals = True
            else:
                forms, entries = self._number(word) if word.is_number else self._word(word, corrected, may_be_misspelt)
                in_capitals = False
            if forms:
                terms.append(QueryTerm(word, forms, self._weight(entries), in_capitals))
            else:
                missing[word.written] = None
        return ResolvedWords(terms, tuple(missing), corrected, len(missing) * self._weight(0))

    def _weight(self, entries: int) -> float:
        """How much a word tells that some entries contain."""
        return log2(1 + self._index.size / (1 + entries))

    def forms_expression(self, word: Word) -> str | None:
        """The FTS5 expression for a word, its inflections and spellings; None for a number or an unknown word."""
        forms = {} if word.is_number else self._word(word, {}, may_be_misspelt=False)[0]
        uncorrected = {form: quality for form, quality in forms.items() if quality >= PREFIX}
        return any_form(QueryTerm(word, uncorrected)) if uncorrected else None

    def _number(self, word: Word) -> tuple[dict[str, float], int]:
        """The keys of a number that occur, and how many entries contain them."""
        entries = {key: self._index.count(quoted(key_token(key)), SqlFilter()) for key in word.keys}
        return {key: EXACT for key, count in entries.items() if count}, sum(entries.values())

    def _acronym(self, word: Word) -> tuple[dict[str, float], int]:
        """The same word if a name of the dossier has it in capitals, and how many entries contain it."""
        found = self._index.by_frequency(word.keys)
        return {form: EXACT for form, printed, _ in found if printed.isupper()}, sum(count for _, _, count in found)

    def _word(self, word: Word, corrected: dict[str, str], may_be_misspelt: bool) -> tuple[dict[str, float], int]:
        """The words of the dossier that match a word of the query, and how many entries contain them.

        These are the word itself, its inflections, other spellings of a name, words that begin with it, words of its
        family and synonyms; if there are none, words that it may misspell. Words of Hebrew and Arabic are found behind
        prefixes too.
        """
        (key,) = word.keys
        forms: dict[str, float] = {}
        entries = 0
        stem, family, skeleton = self._variants(key)
        for quality, found in (
            (EXACT, self._index.words_with("word", key, MAX_FORMS)),
            (INFLECTED, self._index.words_with("stem", stem, MAX_FORMS)),
            (INFLECTED, self._attached(key)),
            (RESPELT, self._index.words_with("skeleton", skeleton, MAX_FORMS)),
            (PREFIX, self._index.words_beginning_with(key, MAX_FORMS)),
            (RELATED, self._index.words_with("family", family, MAX_FORMS)),
            (SYNONYM, self._synonyms(family)),
        ):
            for form, count in found:
                if form not in forms:
                    forms[form] = quality
                    entries += count
        if not forms and key.isalpha() and may_be_misspelt:
            forms = dict.fromkeys(self._corrections(key), CORRECTED)
        elif key not in forms and key[:-1] in forms and key[-1] in ("e", key[-2]):
            # The stem is the same, but this is a typing error and not an inflection.
            forms = dict.fromkeys(forms, CORRECTED)
        best = max(forms.values(), default=EXACT)
        if best in (RESPELT, CORRECTED):
            shown = [form for form, quality in forms.items() if quality == best]
            _, corrected[word.written], entries = self._index.by_frequency(shown)[0]
        return forms, entries

    def _variants(self, key: str) -> tuple[str | None, str | None, str | None]:
        """What a word shares with its inflections, its family, and other spellings of a name; None if not searched."""
        if not key.isalpha() or len(key) < SHORTEST_VARIED:
            return None, key if len(key) >= SHORTEST_RELATED else None, None
        known = self._index.variants(key)
        if known is None:
            from tui.search.families import family
            from tui.search.variants import skeleton, stem

            return stem(key), family(key), skeleton(key)
        return known

    def _synonyms(self, family: str | None) -> list[tuple[str, int]]:
        """The words of the dossier that are synonyms of a word, or of the same family as one."""
        found = []
        for word, its_family in self._index.synonyms(family) if family else ():
            found += self._index.words_with("word", word, MAX_FORMS)
            found += self._index.words_with("family", its_family, MAX_FORMS)
        return found

    def _attached(self, key: str) -> list[tuple[str, int]]:
        """The words of the dossier that are a word with a prefix written onto it."""
        if key.isascii() or len(key) < SHORTEST_ATTACHED:
            return []
        from tui.search.variants import attached

        return self._index.words_among(attached(key))

    def _corrections(self, word: str) -> list[str]:
        """The nearest words, most common first: within one typing error from four letters on, two from eight on.

        Never a word that `word` is a part of: a part from inside a word finds nothing.
        """
        if not SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED:
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        max_errors = 2 if len(word) >= 2 * SHORTEST_CORRECTED else 1
        others = self._index.words_of_length(len(word) - max_errors, len(word) + max_errors)
        found = process.extract(word, others, scorer=OSA.distance, score_cutoff=max_errors, limit=10, processor=None)
        near = [(distance, other) for other, distance, _ in found if word not in other]
        nearest = [other for distance, other in near if distance == min(near)[0]]
        return [other for other, _, _ in self._index.by_frequency(nearest)]
