"""Spreads work over all processors where it takes longer than starting processes for it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, TypeVar

MANY = 500
"""From this many things on, processes are started."""

MOST = 8
"""How many processes are started at most."""

_T = TypeVar("_T")
_R = TypeVar("_R")


def map_in_processes(work: Callable[[_T], _R], things: Sequence[_T]) -> Iterator[_R]:
    """The result of some work for each thing, in order.

    The work must change nothing. If it fails, it is done again in this process, which then raises the error.
    """
    count = _processes() if len(things) >= MANY else 1
    return map(work, things) if count == 1 else _run_in_processes(work, things, min(count, MOST))


def _processes() -> int:
    """How many processes can work at the same time, with this one's memory."""
    # Another thread may hold a lock that a copy of this process would wait for. On macOS, forking is not reliable.
    threading = sys.modules.get("threading")
    if (threading and threading.active_count() > 1) or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _run_in_processes(work: Callable[[_T], _R], things: Sequence[_T], count: int) -> Iterator[_R]:
    import pickle
    import signal

    started: list[tuple[int, BinaryIO]] = []
    try:
        with suppress(OSError):
            for number in range(count):
                started.append(_start(work, things[number::count]))
        running = dict(enumerate(started))
        for position, thing in enumerate(things):
            number = position % count
            if number in running:
                try:
                    # It comes from a copy of this process, through a pipe that no other can write to.
                    yield pickle.load(running[number][1])
                    continue
                except (EOFError, pickle.UnpicklingError):
                    del running[number]
            yield work(thing)
    finally:
        for process, results in started:
            results.close()
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _start(work: Callable[[_T], _R], things: Sequence[_T]) -> tuple[int, BinaryIO]:
    """Starts a process that does some work for each thing. Returns its id, and its results to read."""
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    # The copy leaves only by `_exit`: what is open here belongs to the other process.
    try:
        import pickle

        os.close(reading)
        with os.fdopen(writing, "wb") as results:
            for thing in things:
                pickle.dump(work(thing), results)
    finally:
        os._exit(0)
