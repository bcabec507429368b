"""Measures processor time: unlike the clock, it says little of what else the machine does."""

import os
import resource
import subprocess
from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")

# Else each command that is measured compiles the modules that it imports again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def run(command: tuple[str, ...], given: bytes = b"") -> None:
    """Runs a command and discards its output."""
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def timed(work: Callable[[], R]) -> tuple[float, R]:
    """The seconds that a function and the commands that it runs take, and what it returns."""
    start = _used()
    result = work()
    return _used() - start, result


def _used() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
