"""Counts the steps of algorithms, so that their growth can be tested without a clock; and tells how far work is."""

from collections.abc import Callable

Count = Callable[[int], object]
"""Called with a number of steps: characters read, words looked up, spans compared."""


Progress = Callable[[int, int], None]
"""Called with the number of things that are done, and of all. What it raises ends the work."""


TEXTS_KEPT = 1024
"""For how many texts what reading a whole text finds is kept. Records go through the articles in any order."""


def uncounted(steps: int) -> None:
    """Counts nothing."""


def no_progress(done: int, total: int) -> None:
    """Ignores the progress."""
