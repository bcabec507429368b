"""Giving up a question that nobody waits for any more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class StoppedError(Exception):
    """The question was given up before it had its answer."""


_given_up: ContextVar[Callable[[], bool]] = ContextVar("given_up", default=lambda: False)


@contextmanager
def until(given_up: Callable[[], bool]) -> Iterator[None]:
    """What is asked in this thread meanwhile raises StoppedError, or an error of SQLite's, once it is given up."""
    token = _given_up.set(given_up)
    try:
        yield
    finally:
        _given_up.reset(token)


def is_given_up() -> bool:
    """Whether what this thread asks was given up."""
    return _given_up.get()()


def check() -> None:
    """Raises StoppedError where what this thread asks was given up."""
    if is_given_up():
        raise StoppedError
