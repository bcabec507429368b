"""Finds the names of entities in a text: whole words only, never inside an address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.dossier.keys import NameTable
from tui.text.fold import fold, is_unspaced, joins_words, lower_case, split_unspaced
from tui.text.grouping import grouped
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span, union
from tui.text.structure import ADDRESS
from tui.text.unified import Unified, unify
from tui.text.work import Count, uncounted

_WORD = re.compile(r"[^\W_]+")
_SIGNS = frozenset("$€£¥₹")
"""The signs of currencies that letters beside them may tell apart."""


class _SpacedCharacters(dict[int, int]):
    """The characters of words, and a space for each other one, computed when a character first occurs."""

    def __missing__(self, code: int) -> int:
        self[code] = spaced = code if chr(code).isalnum() else ord(" ")
        return spaced


_spaced = _SpacedCharacters()
"""To split a text at these spaces finds its words in half the time of a pattern."""

_FEW = 50
"""Up to this many words are looked for one by one in a text."""


@dataclass(frozen=True)
class Form:
    """A name of an entity to look for; those of materials are found in any case."""

    entity: str
    text: str
    any_case: bool = False


class Names:
    """The forms of all entities, found in one pass over a text."""

    def __init__(self, forms: Iterable[Form], exceptions: Iterable[tuple[str, str]] = ()) -> None:
        """`exceptions` are pairs of an entity and a phrase that contains one of its names but means something else."""
        self._exact, self._in_any_case = _FormTable(), _FormTable()
        for form in forms:
            folded = fold(unify(form.text))
            if form.any_case:
                self._in_any_case.add(lower_case(folded), form.entity)
            else:
                self._exact.add(folded, form.entity)
        self._exceptions = grouped((entity, fold(unify(phrase))) for entity, phrase in exceptions)

    @property
    def table(self) -> NameTable:
        """Everything that is looked for."""
        return NameTable(self._exact.entities, self._in_any_case.entities, dict(self._exceptions))

    def find(self, text: str, outside: Iterable[Span] = (), count: Count = uncounted) -> Iterator[tuple[Span, str]]:
        """The places of forms, which may overlap, with their entities; none in an address or in the spans `outside`."""
        unified = Unified(text)
        folded = fold(unified.text)
        lower = lower_case(folded)
        addresses = ADDRESS.finditer(text) if "://" in lower or "www." in lower else ()
        closed = Disjoint(union([*outside, *(Span(*address.span()) for address in addresses)]))
        for forms, searched in ((self._exact, folded), (self._in_any_case, lower)):
            for span, entity in forms.places(searched, count):
                stored = unified.span(span)
                if stored and not closed.overlaps(stored) and self._is_named(entity, folded, span):
                    yield stored, entity

    def _is_named(self, entity: str, folded: str, span: Span) -> bool:
        """Whether a form of an entity means that entity at a place."""
        for phrase in self._exceptions.get(entity, ()):
            if phrase in folded[max(span.end - len(phrase), 0) : span.start + len(phrase)]:
                return False
        return _stands_alone(folded, span)


class NameChanges:
    """How the names that are looked for differ from earlier ones."""

    def __init__(self, earlier: NameTable, later: NameTable) -> None:
        exceptions = {
            entity
            for entity in earlier.exceptions.keys() | later.exceptions.keys()
            if earlier.exceptions.get(entity) != later.exceptions.get(entity)
        }
        self._exact = _changed(earlier.exact, later.exact, exceptions)
        self._in_any_case = _changed(earlier.in_any_case, later.in_any_case, exceptions)

    def concern(self, text: str) -> bool:
        """Whether a text may have other names than before: it has a form that was added, removed or changed."""
        changed = len(self._exact) + len(self._in_any_case)
        if not changed or changed > _FEW:
            return changed > 0
        folded = fold(unify(text))
        if any(form in folded for form in self._exact):
            return True
        return bool(self._in_any_case) and any(map(lower_case(folded).__contains__, self._in_any_case))


def _changed(earlier: dict[str, str], later: dict[str, str], entities: set[str]) -> set[str]:
    """The forms that only one of two tables has, or with another entity, or with one of some entities."""
    return {
        form
        for form in earlier.keys() | later.keys()
        if earlier.get(form) != later.get(form) or later[form] in entities
    }


class _FormTable:
    """Forms with their entities; the lengths of forms are looked up by first word."""

    def __init__(self) -> None:
        self.entities: dict[str, str] = {}
        """The entity of each form."""
        self._sizes: dict[str, set[int]] = defaultdict(set)

    def add(self, form: str, entity: str) -> None:
        """Adds a form; it begins with a letter or a digit."""
        self.entities[form] = entity
        self._sizes[next(word for _, word in _words(form))].add(len(form))

    def places(self, text: str, count: Count) -> Iterator[tuple[Span, str]]:
        """The places where a form begins with a word of the text, and its entity."""
        for start, word in self._first_words(text, count) if self._sizes else ():
            count(len(self._sizes[word]))
            for end in [start + size for size in self._sizes[word]]:
                if end <= len(text) and (entity := self.entities.get(text[start:end])) is not None:
                    yield Span(start, end), entity

    def _first_words(self, text: str, count: Count) -> Iterator[tuple[int, str]]:
        """The words of a text that a form begins with, and where they are."""
        count(len(text))
        if is_unspaced(text):
            return (place for place in _words(text) if place[1] in self._sizes)
        # Most texts have few such words: to look for each is faster than to look at every word of the text.
        found = self._sizes.keys() & set(text.translate(_spaced).split())
        if len(found) > _FEW:
            return ((match.start(), match[0]) for match in _WORD.finditer(text) if match[0] in found)
        count(len(text) * len(found))
        return ((start, word) for word in found for start in _whole_words(text, word))


def _words(text: str) -> Iterator[tuple[int, str]]:
    """The words that a name can begin with: runs of letters, and each character of a script without spaces."""
    words = ((match.start(), match[0]) for match in _WORD.finditer(text))
    if not is_unspaced(text):
        return words
    return ((start + part.start, word[part.start : part.end]) for start, word in words for part in split_unspaced(word))


def _whole_words(text: str, word: str) -> Iterator[int]:
    """Where a word is in a text, not as a part of a longer one."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start
        start = text.find(word, end)


def _stands_alone(text: str, span: Span) -> bool:
    if text[span.end : span.end + 1] in _SIGNS or text[max(span.start - 1, 0) : span.start] in _SIGNS:
        # Letters beside a currency sign are those of the currency: US$ 5, HK$ 5, $US 5.
        return False
    # A full stop at the end is not a word boundary: "U.S." is not in "U.S.S.R.".
    if joins_words(text[span.start - 1 : span.start]) and not is_unspaced(text[span.start]):
        return False
    return not joins_words(text[span.end : span.end + 1]) or is_unspaced(text[span.end - 1])
