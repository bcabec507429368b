"""Finds the numbers of long texts for the index; reading them word by word, as in a query, would take too long."""

import re
from collections.abc import Iterator

from tui.numbers.words import NUMBER_WORDS, SCALE_POWERS
from tui.search.terms import Notation, is_number_key, key_token, may_begin, terms, with_point
from tui.text.cached_method import cached_method
from tui.text.fold import lower_case
from tui.text.lazy_pattern import in_any_case

_LINKS = ("de", "d", "di")
"""Words between a scale word and a unit in some languages: millions de tonnes."""

_DIGITS = re.compile(r"\d(?<!\w\d)(?<!\d[.,]\d)\d*")
"""Digits with which a number can begin, as `may_begin` says: a search for them takes half the time."""
_LETTERS = re.compile(r"[a-z]+")
_COUNTED_BY_ONE = ("half", "hundred", "dozen", "thousand", "million", "billion", "trillion")
_ONE = re.compile(r"\ban?\s\Z")
"""The article before a scale word or half: a million."""
_LONGEST_ONE = 3
"""Characters of such an article."""


class Numbers:
    """Finds the numbers of texts. Each way of writing a number is read only once."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        forms = " ".join(form for unit in notation.units.by_id.values() for form in unit.forms)
        signs = re.escape("".join(sorted({sign for sign in forms if not sign.isalnum()} - {" "})))
        words = {*NUMBER_WORDS, *SCALE_POWERS, *re.findall(r"[^\W\d_]+", forms), "and", "to"}
        for language in notation.languages:
            listed = (*language.scales, *language.percents, *language.to, *language.conjunction, *_LINKS)
            words.update(word for form in listed for word in form.split())
        written = "|".join(map(re.escape, sorted(words, reverse=True)))
        # The point of an abbreviation (3 Mio. Euro) is part of what comes between.
        part = rf"(?:\.?\d+(?:[.,'٬٫]\d+)*\w*|½|(?:a|an|{written})(?![^\W_]))"
        between = rf"\.?(?:[^\S\n]|[‐-―−\-/'{signs}]){{1,4}}"
        # A number and everything that could belong to it, so that the text after it cannot change its value.
        self._stretch = in_any_case(rf"{part}(?:{between}{part})*+(?:\s?[{signs}%]+)?")

    def places(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """The positions of numbers, each with its keys as words for FTS5."""
        end = 0
        for start in self._starts(text):
            if start >= end and (match := self._stretch.match(text, start)):
                end = match.end()
                yield start, self._keys(text[self._notation.units.sign_start(text, start) : end])

    def _starts(self, text: str) -> list[int]:
        """The positions of digits and number words that no letter or digit precedes."""
        lower = lower_case(text)
        # One search for each word that the text has: a single pattern for all takes three times as long.
        starts = [match.start() for match in _DIGITS.finditer(text)]
        starts = [with_point(text, start) if text[start - 1 : start] == "." else start for start in starts]
        for word in NUMBER_WORDS.intersection(_LETTERS.findall(lower)):
            for match in re.finditer(rf"{word}(?![^\W_])", lower):
                start = match.start()
                if word in _COUNTED_BY_ONE and (one := _ONE.search(lower, max(start - _LONGEST_ONE, 0), start)):
                    start = one.start()
                if may_begin(text, start):
                    starts.append(start)
        return sorted(starts)

    def keys(self, text: str) -> list[str]:
        """The keys of all numbers of a text."""
        return [key for _, keys in self.places(text) for key in keys]

    @cached_method
    def _keys(self, stretch: str) -> list[str]:
        found = [term for term in terms(stretch, lambda: self._notation) if term.is_number]
        return [key_token(key) for term in found for key in filter(is_number_key, term.keys)]
