"""Doing something at the moment before a file is opened, as a process that runs beside lode might."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

_waiting: list[tuple[frozenset[str], Callable[[], None]]] = []


@contextmanager
def before_opening(*names: str, do: Callable[[], None]) -> Iterator[None]:
    """Calls `do` once, directly before anything with one of these names is opened."""
    _waiting.append((frozenset(names), do))
    yield
    assert not _waiting, "nothing of that name was opened"


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not _waiting or not isinstance(arguments[0], str | bytes | PurePath):
        return
    names, do = _waiting[-1]
    if PurePath(os.fsdecode(arguments[0])).name in names:
        _waiting.pop()
        do()


# A hook stays until the process ends; with nothing waiting, it does nothing.
sys.addaudithook(_hear)
