"""Conditions on index entries, in the query language of SQLite's FTS5 and in SQL."""

import re
from collections.abc import Iterable
from itertools import product
from math import prod

from tui.search.matching import QueryTerm
from tui.search.query import Phrase, Word
from tui.search.terms import key_token
from tui.text.fold import fold_words

MAX_SPELLINGS = 64
"""Ways to spell a phrase that one expression lists."""

MAX_ABBREVIATION = 5
"""Letters of a word that may be printed with points in between: U.S."""


class SqlFilter:
    """What an entry must satisfy besides containing the words of a query."""

    def __init__(self, row_ranges: Iterable[tuple[int, int]] = ()) -> None:
        """Restricts entries to ranges of rows, both ends included."""
        self._expressions: dict[bool, list[str]] = {True: [], False: []}
        """FTS5 expressions that must match, and that must not."""
        self._conditions: list[str] = []
        self._values: list[object] = []
        self.own_words_only = False
        """Whether the words must be in an entry itself, and not in what is said of it."""
        ends = [end for pair in row_ranges for end in pair]
        if ends:
            self._add(" OR ".join(["rowid BETWEEN ? AND ?"] * (len(ends) // 2)), *ends)

    def add_rows(self, rows: Iterable[int], required: bool) -> None:
        """Requires that an entry is one of some rows, or that it is none of them."""
        operator = "IN" if required else "NOT IN"
        self._add(f"rowid {operator} (SELECT value FROM json_each(?))", json_list(rows))

    def add_expression(self, expression: str, required: bool) -> None:
        """Requires that an FTS5 expression matches, or that it does not."""
        self._expressions[required].append(expression)

    def for_row(self, row: int) -> "SqlFilter":
        """The same filter, restricted to one row."""
        narrowed = SqlFilter([(row, row)])
        narrowed._expressions = self._expressions
        narrowed._conditions += self._conditions
        narrowed._values += self._values
        narrowed.own_words_only = self.own_words_only
        return narrowed

    def where(self, words: str) -> tuple[str, list[object]]:
        """The SQL condition and its values for entries that also match `words`, an FTS5 expression or ""."""
        if self.own_words_only:
            words = own_words(words)
        must = " AND ".join(filter(None, [words, *self._expressions[True]]))
        must_not = own_words(" OR ".join(self._expressions[False]))
        conditions, values = list(self._conditions), list(self._values)
        if must:
            conditions.append("found MATCH ?")
            values.append(f"({must}) NOT ({must_not})" if must_not else must)
        elif must_not:
            conditions.append("rowid NOT IN (SELECT rowid FROM found WHERE found MATCH ?)")
            values.append(must_not)
        return " AND ".join(conditions), values

    def _add(self, condition: str, *values: object) -> None:
        self._conditions.append(f"({condition})")
        self._values += values


def json_list(rows: Iterable[int]) -> str:
    """Rows as a parameter of json_each: SQL limits the number of parameters."""
    return f"[{','.join(map(str, rows))}]"


def own_words(expression: str) -> str:
    """The same expression without what is only said of a record: its relations to others, and its note."""
    return f"(- {{relation note}} : ({expression}))" if expression else ""


def quoted(words: str) -> str:
    """A word or phrase as an FTS5 string, so that nothing in it is read as syntax."""
    return '"' + words.replace('"', " ") + '"'


def any_form(term: QueryTerm) -> str:
    """The expression for a word of a query in any of its forms."""
    return _any_of(map(key_token, term.forms) if term.word.is_number else term.forms)


def all_terms(terms: Iterable[QueryTerm]) -> str:
    """The expression for all words of a query; "" if there are none."""
    return " AND ".join(any_form(term) for term in terms if not term.is_optional)


def exact_phrase(phrase: Phrase) -> str | None:
    """The expression for a word as typed, or for consecutive words.

    None if there is no such expression: a number may be printed in another format, and words that can each be
    spelt in several ways make too many phrases.
    """
    has_number = any(word.is_number for word in phrase.words)
    if len(phrase.words) == 1 and has_number:
        return _any_of(map(key_token, phrase.words[0].keys))
    spellings = [_spellings(word) for word in phrase.words]
    if has_number or prod(map(len, spellings)) > MAX_SPELLINGS:
        return None
    return _any_of(map(" ".join, product(*spellings)))


def all_words(phrase: Phrase) -> str:
    """The expression for the words of a phrase in any order."""
    single = (Phrase(word.written, (word,)) for word in phrase.words)
    return " AND ".join(filter(None, map(exact_phrase, single)))


def _spellings(word: Word) -> list[str]:
    """How FTS5 may have split a word: it splits U.S. and Rosatom’s in two."""
    split = " ".join(re.findall(r"[0-9a-z\x80-\U0010ffff]+", fold_words(word.written)))
    letters = [" ".join(word.keys[0])] if 1 < len(word.keys[0]) <= MAX_ABBREVIATION else []
    return list(dict.fromkeys([word.keys[0], split, *letters]))


def _any_of(texts: Iterable[str]) -> str:
    return "(" + " OR ".join(map(quoted, texts)) + ")"
