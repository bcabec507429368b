"""Work that takes a while: in threads that the app does not wait for when it ends, and without garbage collection."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Thread
from typing import TypeVar

_R = TypeVar("_R")


def run_in_thread(work: Callable[[], _R], lock: AbstractContextManager[object] | None = None) -> "Future[_R]":
    """Runs work in a thread of its own, once a lock is free. The process can end before the work does."""
    done: Future[_R] = Future()

    def run() -> None:
        with lock or nullcontext():
            if not done.set_running_or_notify_cancel():
                return
            try:
                done.set_result(work())
            except BaseException as error:
                done.set_exception(error)

    Thread(target=run, name="lode", daemon=True).start()
    return done


async def in_thread(work: Callable[[], _R]) -> _R:
    """The result of some work in a thread of its own."""
    return await asyncio.wrap_future(run_in_thread(work))


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pauses garbage collection: while much is loaded, it would look through all of that again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
