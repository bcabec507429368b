"""Counts the steps of algorithms, so that their growth can be tested without a clock."""

from collections.abc import Callable

Count = Callable[[int], object]
"""Called with a number of steps: characters read, words looked up, spans compared."""


def uncounted(steps: int) -> None:
    """Counts nothing."""
