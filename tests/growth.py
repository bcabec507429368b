"""Counting what an algorithm does, so that its growth is tested without a clock."""

from collections.abc import Callable
from decimal import Decimal

import pytest


class CountedDecimal(Decimal):
    """A number that counts how often one of its kind is compared."""

    compared = 0

    def __lt__(self, other: object) -> bool:
        CountedDecimal.compared += 1
        return Decimal.__lt__(self, other)  # type: ignore[operator]

    def __le__(self, other: object) -> bool:
        CountedDecimal.compared += 1
        return Decimal.__le__(self, other)  # type: ignore[operator]

    def __gt__(self, other: object) -> bool:
        CountedDecimal.compared += 1
        return Decimal.__gt__(self, other)  # type: ignore[operator]

    def __ge__(self, other: object) -> bool:
        CountedDecimal.compared += 1
        return Decimal.__ge__(self, other)  # type: ignore[operator]

    def __eq__(self, other: object) -> bool:
        CountedDecimal.compared += 1
        return Decimal.__eq__(self, other)

    __hash__ = Decimal.__hash__


def comparisons(work: Callable[[], object]) -> int:
    """How many comparisons of counted numbers some work makes."""
    before = CountedDecimal.compared
    work()
    return CountedDecimal.compared - before


def assert_nearly_linear(count: Callable[[int], int], size: int) -> None:
    """Checks that a count grows no faster than n log n from a size to its double and its fourfold.

    Twice the size may take at most 2.6 times as much: n log n takes less from a few dozen on, n² takes 4 times as much.
    """
    counts = [count(size), count(2 * size), count(4 * size)]
    assert counts[0] > 0
    if counts[1] > 2.6 * counts[0] or counts[2] > 2.6 * counts[1]:
        pytest.fail(f"{counts} for {size}, {2 * size} and {4 * size}")
