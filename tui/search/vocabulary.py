"""Resolves the words of a query to the words that a dossier contains."""

from collections.abc import Iterator, Sequence
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from tui.search import dimensions
from tui.search.cancellation import check_cancelled
from tui.search.corrections import CLOSE, ONE_ERROR, cost, is_correctable, likeliest, max_errors, near
from tui.search.expression import SqlFilter, any_form, quoted
from tui.search.matching import (
    AKIN,
    CORRECTED,
    EXACT,
    INFLECTED,
    MEASURED,
    PREFIX,
    RELATED,
    RESPELT,
    SYNONYM,
    Matcher,
    QueryTerm,
)
from tui.search.query import Word
from tui.search.question import Asked
from tui.search.terms import key_token, normalize

if TYPE_CHECKING:
    from tui.search.index import Index

MAX_FORMS = 60
"""Words that share a prefix, an inflection or a spelling with a word of a query: the most common ones are searched."""

MAX_CORRECTED = 20
"""Words of a query that are compared with all words of a similar length, to find misspellings."""

SECOND_CORRECTION = 0.1
"""What a correction that is nearly as likely as another one is worth less."""

NEAREST = 0.03
"""What a form of a word is worth more that is one typing error away: existting is existing rather than exists."""

MAX_SUGGESTED = 3
"""Suggestions for a word that is not corrected."""

SUGGESTED_FOR = 2
"""Letters that a word may be shorter for as many errors, if it is only suggested: six letters for two."""

SHORTEST_MISSPELT = 7
"""Letters of a word from which on it rather misspells a word than belongs to the family of one."""

SHORT = 6
"""Letters of a word from which on it is corrected though all others are unknown."""

MAX_LOOKED_AT = 500
"""Entries with a function word that are looked through for one in capitals; of more, one is likely to have it."""

SHORTEST_VARIED = 4
"""Letters of the shortest word that is also searched in other inflections and spellings.

In a question, where words are whole, a shorter one is not taken as a beginning either: met is not metal.
"""

SHORTEST_ATTACHED = 3
"""Letters of the shortest word that is searched after Hebrew and Arabic prefixes too."""

NAMED = 1.5
"""How much more a word of a question counts that is the whole name of a record: it is what the question is about."""

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

    def __init__(self, index: "Index") -> None:
        self._index = index

    def resolve(self, asked: Asked) -> ResolvedWords:
        """Finds the forms in which the words of a query occur that count."""
        terms = []
        missing: dict[str, None] = {}
        corrected: dict[str, str] = {}
        shortest_beginning = SHORTEST_VARIED if asked.is_question else 1
        for word in asked.content:
            check_cancelled()
            # In a text with many unknown words, most are not misspelt.
            may_be_misspelt = len(missing) + len(corrected) < MAX_CORRECTED
            if word in asked.acronyms:
                forms, entries = self._acronym(word)
                in_capitals = True
            else:
                forms, entries = (
                    self._number(word)
                    if word.is_number
                    else self._word(word, corrected, may_be_misspelt, shortest_beginning)
                )
                in_capitals = False
            if forms:
                weight = self._weight(entries)
                if asked.is_question and self._index.rows_named(word.keys[0]):
                    weight *= NAMED
                terms.append(QueryTerm(word, forms, weight, in_capitals))
            else:
                missing[word.written] = None
        if missing and all(term.word.written in corrected and len(term.word.written) < SHORT for term in terms):
            # A short word beside unknown words is probably unknown as well, and no misspelling of a common one.
            missing |= dict.fromkeys(term.word.written for term in terms)
            corrected, terms = {}, []
        if asked.is_about:
            terms = [*self._in_other_words(terms)]
        if terms:
            terms += self._optional(asked)
        return ResolvedWords(terms, tuple(missing), corrected, len(missing) * self._weight(0))

    def _in_other_words(self, terms: Sequence[QueryTerm]) -> Iterator[QueryTerm]:
        """The words of a question, also in English words of nearly the same meaning that are not asked for as well."""
        asked = {form for term in terms for form, quality in term.forms.items() if quality >= RELATED}
        for term in terms:
            others: dict[str, float] = {}
            if not (term.word.is_number or term.in_capitals):
                _, family, _ = self._variants(term.word.keys[0])
                others = {form: AKIN for form, _ in self._synonyms(family, common=True) if form not in asked}
            yield term._replace(forms=others | term.forms)

    def _optional(self, asked: Asked) -> Iterator[QueryTerm]:
        """The words of a query that say what its answer is like, if the dossier has such entries."""
        for word, following in asked.measures:
            if word.keys[0] in dimensions.COUNTING:
                forms, entries = self._counted(following)
            else:
                forms, entries = self._word(word, {}, may_be_misspelt=False, shortest_beginning=SHORTEST_VARIED)
            if forms:
                yield QueryTerm(word, forms, self._weight(entries), is_optional=True)
        for word, others in asked.hints:
            if found := self._index.words_among(others):
                entries = sum(entries for _, entries in found)
                yield QueryTerm(
                    word, dict.fromkeys((form for form, _ in found), EXACT), self._weight(entries), is_optional=True
                )

    def _counted(self, word: Word | None) -> tuple[dict[str, float], int]:
        """The marks of what is counted: of a unit, what it measures; and how many entries have one."""
        unit = self._index.notation().units.written(word.written) if word else None
        marks = self._index.words_among([*dimensions.marks(unit)] if unit else [dimensions.COUNT])
        return {mark: EXACT for mark, _ in marks}, sum(entries for _, entries in marks)

    def suggestions(self, missing: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What words that do not occur may mean, the likeliest first; without those that have no suggestion."""
        found = {word: self._suggestions(normalize(word)) for word in missing[:MAX_SUGGESTED]}
        return {word: words for word, words in found.items() if words}

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
        """The same word if an entry has it in capitals, and how many entries contain it."""
        forms = dict.fromkeys(word.keys, EXACT)
        entries = sum(count for _, _, count in self._index.by_frequency(word.keys))
        if entries <= MAX_LOOKED_AT:
            matcher = Matcher([QueryTerm(word, forms, in_capitals=True)], self._index.notation)
            found = self._index.candidates(quoted(word.keys[0]), SqlFilter(), MAX_LOOKED_AT)
            if not any(matcher.matches(text) for candidate in found for _, text in candidate.fields):
                return {}, 0
        return forms, entries

    def _word(
        self, word: Word, corrected: dict[str, str], may_be_misspelt: bool, shortest_beginning: int = 1
    ) -> tuple[dict[str, float], int]:
        """The words of the dossier that match a word of the query, and how many entries contain them.

        These are the word itself, its inflections, other spellings of a name, words that begin with it, words of its
        family and synonyms; if there are none, English words of the same meaning, or words that it may misspell. Words
        of Hebrew and Arabic are found after prefixes too.
        """
        (key,) = word.keys
        forms: dict[str, float] = {}
        entries = 0
        stem, family, skeleton = self._variants(key)
        beginning = self._index.words_beginning_with(key, MAX_FORMS) if len(key) >= shortest_beginning else []
        for quality, found in (
            (EXACT, self._index.words_with("word", key, MAX_FORMS)),
            (INFLECTED, self._index.words_with("stem", stem, MAX_FORMS)),
            (INFLECTED, self._attached(key)),
            (RESPELT, self._index.words_with("skeleton", skeleton, MAX_FORMS)),
            (PREFIX, beginning),
            (RELATED, self._index.words_with("family", family, MAX_FORMS)),
            (SYNONYM, self._synonyms(family)),
        ):
            for form, count in found:
                if form not in forms:
                    forms[form] = quality
                    entries += count
        if measured := self._index.words_among(dimensions.asked(key)):
            forms |= dict.fromkeys((mark for mark, _ in measured), MEASURED)
            entries = entries or sum(count for _, count in measured)
        if may_be_misspelt and not forms and (others := self._synonyms(family, common=True)):
            _, corrected[word.written], entries = self._index.by_frequency([form for form, _ in others])[0]
            return {form: SYNONYM for form, _ in others}, entries
        may_be_related = len(key) < SHORTEST_MISSPELT and bool(forms)
        if may_be_misspelt and not may_be_related and all(quality <= RELATED for quality in forms.values()):
            # The endings of words are misspelt too: grabage has the root of grab.
            forms = self._corrections(key) or forms
        elif key not in forms and key[:-1] in forms and key[-1] in ("e", key[-2]):
            # The stem is the same, but this is a typing error and not an inflection.
            forms = dict.fromkeys(forms, CORRECTED)
        elif max(forms.values(), default=EXACT) in (INFLECTED, RELATED):
            forms = self._with_nearest(key, forms)
        best = max(forms.values(), default=EXACT)
        if best in (RESPELT, CORRECTED):
            shown = [form for form, quality in forms.items() if quality == best]
            _, corrected[word.written], entries = self._index.by_frequency(shown)[0]
        return forms, entries

    def _with_nearest(self, key: str, forms: dict[str, float]) -> dict[str, float]:
        """The forms of a word that does not occur, with more for one that is a typing error away."""
        if len(forms) > 1:
            price, nearest = min((cost(key, form), form) for form in forms)
            if price <= ONE_ERROR:
                return forms | {nearest: forms[nearest] + NEAREST}
        return forms

    def _variants(self, key: str) -> tuple[str | None, str | None, str | None]:
        """What a word shares with its inflections, its family, and other spellings of a name; None if not searched."""
        if len(key) < SHORTEST_RELATED:
            return None, None, None
        if not key.isalpha() or len(key) < SHORTEST_VARIED:
            from tui.search.families import family

            return None, family(key), None
        known = self._index.variants(key)
        if known is None:
            from tui.search.families import family
            from tui.search.variants import skeleton, stem

            return stem(key), family(key), skeleton(key)
        return known

    def _synonyms(self, family: str | None, common: bool = False) -> list[tuple[str, int]]:
        """The words of the dossier that are of the family of a synonym: the catalog’s, or a common English one."""
        return self._index.synonyms(family, common) if family else []

    def _attached(self, key: str) -> list[tuple[str, int]]:
        """The words of the dossier that are a word with a prefix written onto it."""
        if key.isascii() or len(key) < SHORTEST_ATTACHED:
            return []
        from tui.search.variants import attached

        return self._index.words_among(attached(key))

    def _corrections(self, word: str) -> dict[str, float]:
        """The words that one may misspell, each with its quality: the likeliest, and those nearly as likely."""
        if not is_correctable(word):
            return {}
        found = likeliest(word, self._near(word, max_errors(len(word))))
        return {
            other: CORRECTED - (SECOND_CORRECTION if number else 0)
            for number, (other, price) in enumerate(found[:MAX_FORMS])
            if price <= found[0][1] + CLOSE
        }

    def _suggestions(self, word: str) -> tuple[str, ...]:
        """The words, as printed, that a word may mean which is not corrected, the likeliest first."""
        if not is_correctable(word):
            return ()
        found = likeliest(word, self._near(word, max_errors(len(word) + SUGGESTED_FOR)), strict=False)
        nearest = [other for other, _ in found[:MAX_SUGGESTED]]
        printed = {other: shown for other, shown, _ in self._index.by_frequency(nearest)}
        return tuple(printed[other] for other in nearest)

    def _near(self, word: str, errors: int) -> list[tuple[str, int]]:
        """The words within a number of typing errors, and how many entries contain each."""
        others = self._index.words_of_length(len(word) - errors, len(word) + errors)
        return self._index.words_among(near(word, others, errors))
