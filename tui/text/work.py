"""Counting the steps of an algorithm: how they grow with its input can then be tested without a clock."""

from collections.abc import Callable

Count = Callable[[int], object]
"""Is told of steps as they are taken: characters looked at, words read, spans compared."""


def uncounted(steps: int) -> None:
    """Counts nothing."""
