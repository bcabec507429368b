"""Things by what they have in common."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


def grouped(pairs: Iterable[tuple[_K, _V]]) -> defaultdict[_K, list[_V]]:
    """The values of each key, in the order of the pairs; none of a key that is not there."""
    groups: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def grouped_sets(pairs: Iterable[tuple[_K, _V]]) -> defaultdict[_K, set[_V]]:
    """The different values of each key; none of a key that is not there."""
    groups: defaultdict[_K, set[_V]] = defaultdict(set)
    for key, value in pairs:
        groups[key].add(value)
    return groups
