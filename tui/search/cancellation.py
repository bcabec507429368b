"""Cancelling a search whose result is no longer needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class CancelledError(Exception):
    """The search was cancelled before it had a result."""


_is_cancelled: ContextVar[Callable[[], bool]] = ContextVar("is_cancelled", default=lambda: False)


@contextmanager
def cancelled_when(condition: Callable[[], bool]) -> Iterator[None]:
    """Cancels searches that this thread runs in the block as soon as the condition is true.

    They then raise CancelledError, or sqlite3.OperationalError if SQLite was interrupted.
    """
    token = _is_cancelled.set(condition)
    try:
        yield
    finally:
        _is_cancelled.reset(token)


def is_cancelled() -> bool:
    """Whether the search that this thread runs was cancelled."""
    return _is_cancelled.get()()


def check_cancelled() -> None:
    """Raises CancelledError if the search that this thread runs was cancelled."""
    if is_cancelled():
        raise CancelledError
