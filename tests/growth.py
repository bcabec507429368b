"""Counting what an algorithm does, so that its growth is tested without a clock."""

from collections.abc import Callable
from decimal import Decimal

import pytest


class _Counted:
    """Counts how often numbers of its kind are compared."""

    made = 0

    def __lt__(self, other: object) -> bool:
        _Counted.made += 1
        return super().__lt__(other)  # type: ignore[misc, no-any-return]

    def __le__(self, other: object) -> bool:
        _Counted.made += 1
        return super().__le__(other)  # type: ignore[misc, no-any-return]

    def __gt__(self, other: object) -> bool:
        _Counted.made += 1
        return super().__gt__(other)  # type: ignore[misc, no-any-return]

    def __ge__(self, other: object) -> bool:
        _Counted.made += 1
        return super().__ge__(other)  # type: ignore[misc, no-any-return]

    def __eq__(self, other: object) -> bool:
        _Counted.made += 1
        return super().__eq__(other)


class CountedDecimal(_Counted, Decimal):
    """A decimal whose comparisons are counted."""

    __hash__ = Decimal.__hash__


class CountedInt(_Counted, int):
    """A whole number whose comparisons are counted."""

    __hash__ = int.__hash__


def comparisons(work: Callable[[], object]) -> int:
    """How many comparisons of counted numbers some work makes."""
    before = _Counted.made
    work()
    return _Counted.made - before


def assert_nearly_linear(count: Callable[[int], int], size: int) -> None:
    """Checks that a count grows no faster than n log n from a size to its double and its fourfold.

    Twice the size may take at most 2.6 times as much: n log n takes less from a few dozen on, n² takes 4 times as much.
    """
    counts = [count(size), count(2 * size), count(4 * size)]
    assert counts[0] > 0
    if counts[1] > 2.6 * counts[0] or counts[2] > 2.6 * counts[1]:
        pytest.fail(f"{counts} for {size}, {2 * size} and {4 * size}")


class Steps:
    """Counts the steps that an algorithm tells of: `count` of many functions."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self, steps: int) -> None:
        self.taken += steps


def steps(work: Callable[[Steps], object]) -> int:
    """How many steps some work takes that is given a counter."""
    counter = Steps()
    work(counter)
    return counter.taken
