"""What is asked of the index: expressions in the language of FTS5, and conditions in SQL."""

import re
from collections.abc import Iterable
from itertools import product
from math import prod
from sqlite3 import Connection

from tui.search.matches import QueryTerm
from tui.search.query import Phrase, Word
from tui.search.terms import key_token
from tui.text.fold import fold

COUNTED = 10_000
"""Entries are counted as far as this: nobody is told how many more there are, and what so many hold tells little."""

MOST_SPELLINGS = 64
"""Ways to spell a phrase that are asked for at most."""

LONGEST_ABBREVIATION = 5
"""Letters of a word that may be printed with points between: U.S."""


class SqlFilter:
    """What an entry must pass besides holding the words: expressions for FTS5, and conditions in SQL."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self.expressions: dict[bool, list[str]] = {True: [], False: []}
        """What must hold, and what must not."""
        self._conditions: list[str] = []
        self._values: list[object] = []
        spans = [end for pair in ranges for end in pair]
        if spans:
            self._add(" OR ".join(["rowid BETWEEN ? AND ?"] * (len(spans) // 2)), *spans)

    def among(self, rows: Iterable[int], holds: bool) -> None:
        """An entry must be among some rows, or must not."""
        self._add(
            f"rowid {'IN' if holds else 'NOT IN'} (SELECT value FROM json_each(?))", f"[{','.join(map(str, rows))}]"
        )

    def at(self, row: int) -> "SqlFilter":
        """The same, for one row alone."""
        one = SqlFilter([(row, row)])
        one.expressions = self.expressions
        one._conditions += self._conditions
        one._values += self._values
        return one

    def where(self, words: str) -> tuple[str, list[object]]:
        """The whole condition, with its values, for entries that hold some words too."""
        must = " AND ".join(filter(None, [words, *self.expressions[True]]))
        must_not = " OR ".join(self.expressions[False])
        conditions, values = list(self._conditions), list(self._values)
        if must:
            conditions.append("found MATCH ?")
            values.append(f"({must}) NOT ({must_not})" if must_not else must)
        elif must_not:
            conditions.append("rowid NOT IN (SELECT rowid FROM found WHERE found MATCH ?)")
            values.append(must_not)
        return " AND ".join(conditions), values

    def count(self, words: str, connection: Connection) -> int:
        """How many entries pass that hold some words too; COUNTED and one where there are more."""
        condition, values = self.where(words)
        counted = f"SELECT count(*) FROM (SELECT 1 FROM found WHERE {condition} LIMIT {COUNTED + 1})"
        (count,) = connection.execute(counted, values).fetchone()
        return count  # type: ignore[no-any-return]

    def _add(self, condition: str, *values: object) -> None:
        self._conditions.append(f"({condition})")
        self._values += values


def quoted(words: str) -> str:
    """Words as FTS5 takes them: one word or a phrase, and nothing of its own language."""
    return '"' + words.replace('"', " ") + '"'


def any_of(wanted: QueryTerm) -> str:
    """The expression for one word of a query, in any of its forms."""
    return _one_of(map(key_token, wanted.answers) if wanted.word.is_number else wanted.answers)


def all_of(wanted: Iterable[QueryTerm]) -> str:
    """The expression for all words of a query; empty for none."""
    return " AND ".join(map(any_of, wanted))


def of_phrase(phrase: Phrase) -> str | None:
    """The expression for a word as it is, or for words one after the other.

    None where there is no such expression: a number may be printed in another format, and words that can each be
    spelt in several ways make too many phrases.
    """
    numbers = any(word.is_number for word in phrase.words)
    if len(phrase.words) == 1 and numbers:
        return _one_of(map(key_token, phrase.words[0].keys))
    spellings = [_spellings(word) for word in phrase.words]
    if numbers or prod(map(len, spellings)) > MOST_SPELLINGS:
        return None
    return _one_of(map(" ".join, product(*spellings)))


def all_words_of(phrase: Phrase) -> str:
    """The expression for the words of a phrase, wherever they stand."""
    alone = (Phrase(word.written, (word,)) for word in phrase.words)
    return " AND ".join(filter(None, map(of_phrase, alone)))


def _spellings(word: Word) -> list[str]:
    """What a word can be for FTS5, which parts U.S. and Rosatom’s in two."""
    parted = " ".join(re.findall(r"[^\W_]+", fold(word.written)))
    letters = [" ".join(word.keys[0])] if 1 < len(word.keys[0]) <= LONGEST_ABBREVIATION else []
    return list(dict.fromkeys([word.keys[0], parted, *letters]))


def _one_of(texts: Iterable[str]) -> str:
    return "(" + " OR ".join(map(quoted, texts)) + ")"
