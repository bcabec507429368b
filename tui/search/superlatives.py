"""Words that ask for the first of an order: the largest, the cheapest, the latest."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple


class SortOrder(NamedTuple):
    """An order of records, by value or by date; `falls` if the greatest or the latest comes first.

    `mixes` if figures of several measures are compared: the most expensive of all is what costs most.
    """

    by: Literal["value", "date"]
    falls: bool
    mixes: bool = False


_GREATEST, _LEAST = SortOrder("value", True), SortOrder("value", False)
_LATEST, _EARLIEST = SortOrder("date", True), SortOrder("date", False)

_ADJECTIVES = {
    _GREATEST: "bad big great high large strong",
    _LEAST: "few little low small weak",
    _LATEST: "late new recent",
    _EARLIEST: "early old",
}
"""Adjectives that say no more than the order."""

_MEASURING = {
    _GREATEST: "costly deadly deep expensive fast heavy hot long quick rich tall thick warm wide",
    _LEAST: "cheap cold cool light narrow poor shallow short slow thin",
}
"""Adjectives that also say what is compared."""

_OTHERS = {
    _GREATEST: "max maximum most top worst",
    _LEAST: "least min minimum",
    _LATEST: "last",
    _EARLIEST: "first",
}
"""Words that are no superlatives of an adjective above."""

_ORDERS = {
    adjective: order
    for group in (_ADJECTIVES, _MEASURING)
    for order, adjectives in group.items()
    for adjective in adjectives.split()
}
_MEASURED = {adjective for adjectives in _MEASURING.values() for adjective in adjectives.split()}
_SINGLE = {word: order for order, words in _OTHERS.items() for word in words.split()}

_NO_ORDER = {
    **dict.fromkeys(("most", "least"), ("", "of")),
    **dict.fromkeys(("first", "last"), ("day", "half", "month", "night", "quarter", "time", "week", "year")),
}
"""The words after some of them that make them no superlatives: most of it, last week."""


class Superlative(NamedTuple):
    """A superlative among words: which of them it is, its order, and its adjective if that says what is compared."""

    places: tuple[int, ...]
    order: SortOrder
    adjective: str | None


def superlatives(words: Sequence[str]) -> Iterator[Superlative]:
    """The superlatives among some words."""
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word == "most" and following in _ORDERS:
            yield Superlative((i, i + 1), _ORDERS[following], _measuring(following))
        elif word in _SINGLE and words[i - 1 : i] != ["at"] and following not in _NO_ORDER.get(word, ()):
            yield Superlative((i,), _SINGLE[word], None)
        elif word.endswith("est") and (adjective := next((each for each in _positives(word) if each in _ORDERS), None)):
            yield Superlative((i,), _ORDERS[adjective], _measuring(adjective))


def _positives(superlative: str) -> Iterator[str]:
    """The adjectives that a superlative can be of: cheap, larg(e), ho(t)t, deadl(y)i."""
    stem = superlative[:-3]
    yield from (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")


def _measuring(adjective: str) -> str | None:
    return adjective if adjective in _MEASURED else None
