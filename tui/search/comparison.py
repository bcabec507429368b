"""Which words of a query are about which of the two sides that it compares: x vs y."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.search.matching import QueryTerm
from tui.search.query import Word
from tui.search.rows import kind_of

if TYPE_CHECKING:
    from tui.search.index import Index

LONGEST_NAME = 8
"""Words of the longest name that is looked for on a side."""


def terms_by_side(
    compared: Sequence[Sequence[Word]], terms: Sequence[QueryTerm], index: "Index"
) -> list[list[QueryTerm]]:
    """The terms of a query for each of two sides: all but those of the other one.

    A side is the nearest name to the word between, or if there is none, the nearest word; the rest is about both. Empty
    if a side does not occur.
    """
    before, after = compared
    sides = (set(_name(before[::-1], -1, index)), set(_name(after, 1, index)))
    if not all(any(term.word in side for term in terms) for side in sides):
        return []
    return [[term for term in terms if term.word not in side] for side in reversed(sides)]


def _name(words: Sequence[Word], step: int, index: "Index") -> Sequence[Word]:
    near = words[:LONGEST_NAME]
    for start in range(len(near)):
        for end in range(len(near), start, -1):
            rows = index.rows_named(" ".join(word.keys[0] for word in near[start:end][::step]))
            if any(kind_of(row) != "measure" for row in rows):
                return near[start:end]
    return near[:1]
