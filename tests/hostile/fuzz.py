"""Trying a property on a few cases by default, on many in the slow tests, or on as many as LODE_FUZZ says."""

import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from tests.conftest import FUZZ

CPU_SECONDS = 30
"""How much computing one case may take before it counts as hanging: hundreds of times what the slowest needs."""


ADDRESS_SPACE = 3 << 30
"""Bytes that the process may map meanwhile, so that what takes too much memory fails before the machine does."""


class HangError(BaseException):
    """A case takes far too long. Not an Exception, so that nothing in lode catches it."""


@contextmanager
def limited() -> Iterator[None]:
    """Raises HangError from what computes for too long, and MemoryError from what takes too much memory.

    Waiting for a busy machine does not count.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        raise HangError

    handler = signal.signal(signal.SIGVTALRM, stop)
    space = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, space[1]))
    signal.setitimer(signal.ITIMER_VIRTUAL, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, space)
        signal.signal(signal.SIGVTALRM, handler)


def fuzzed(
    few: int, many: int, *cases: SearchStrategy[Any], each: int = 1
) -> Callable[[Callable[..., None]], Callable[[int], None]]:
    """Makes a test of a function that takes one case: on a few of them, and a slow one on many.

    LODE_FUZZ=N tries it on N cases instead; where one case has `each` parts, on N parts.
    """

    def decorate(check: Callable[..., None]) -> Callable[[int], None]:
        @pytest.mark.parametrize("cases_tried", [few, pytest.param(many, marks=pytest.mark.slow)])
        def test(cases_tried: int) -> None:
            number = -(-FUZZ // each) or cases_tried
            # What has many parts takes too long to be made simple.
            phases = (Phase.generate, *([Phase.shrink] if each == 1 else []))
            chosen = settings(max_examples=number, phases=phases, suppress_health_check=list(HealthCheck))
            chosen(given(*cases)(limited()(check)))()

        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return decorate
