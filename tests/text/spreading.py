"""Work that is spread over processes. A test runs `check` in a process with a single thread."""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress

from tui.text import processes
from tui.text.processes import MANY, map_in_processes

PARENT = os.getpid()


def double(number: int) -> tuple[int, bool]:
    """Twice a number, and whether another process works on it."""
    return 2 * number, os.getpid() != PARENT


def killed_at_ten(number: int) -> tuple[int, bool]:
    """The same, in a process that is killed at the tenth number."""
    if number == 10 and os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(number)


def failing_at_ten(number: int) -> tuple[int, bool]:
    """The same, with an error at the tenth number."""
    if number == 10:
        raise ValueError("ten")
    return double(number)


def doubled(numbers: Sequence[int]) -> list[int]:
    """Twice each number."""
    return [2 * number for number in numbers]


def check() -> None:
    """Checks all cases that start processes."""
    if not hasattr(os, "sched_getaffinity"):
        return
    processes._processes = lambda: 2
    many = range(MANY)
    found = [*map_in_processes(double, many)]
    assert [number for number, _ in found] == doubled(many)
    assert all(elsewhere for _, elsewhere in found)
    assert not any(elsewhere for _, elsewhere in map_in_processes(double, range(MANY - 1)))
    assert [number for number, _ in map_in_processes(killed_at_ten, many)] == doubled(many)
    with suppress(ValueError):
        [*map_in_processes(failing_at_ten, many)]
        raise AssertionError("the error is raised here")
    begun = map_in_processes(double, many)
    next(begun)
    begun.close()  # type: ignore[attr-defined]
    with suppress(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
        raise AssertionError("all processes have ended")
