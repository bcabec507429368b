"""Texts that would make a bad regular expression slow, and how the time of one grows with them."""

import re
import time
from collections.abc import Callable
from itertools import product
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from tests.patterns import Used

RUNS = "aA1é漢½ʼ \n\u00a0.,:;!?'’\"“-–−_/|#@()[]<>*$%&©\\\u0301\u200d"
PAIRS = "aA1 \n.,'-#(:"
ENDS = ("", "!", "x")


def hostile_texts(pattern: re.Pattern[str]) -> list[Callable[[int], str]]:
    """Makers of texts of a size: one character, two in turn, or a beginning of what the pattern matches, in a row."""
    begun = {sample[:size] for sample in samples(pattern) for size in range(1, min(len(sample), 12) + 1)}
    units = [*RUNS, *(a + b for a, b in product(PAIRS, PAIRS) if a != b), *sorted(begun)]
    starts = ["", *sorted(begun, key=len)[-3:]]
    makers = [_maker("", unit, end) for unit in units for end in ENDS]
    return makers + [_maker(start, unit, "!") for start in starts for unit in RUNS]


def _maker(start: str, unit: str, end: str) -> Callable[[int], str]:
    return lambda size: start + unit * (size // len(unit)) + end


def samples(pattern: re.Pattern[str]) -> set[str]:
    """Some texts that a pattern matches, or would but for what it asks of the characters around."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    return {sample for variant in range(12) if (sample := _sample(parsed, variant))}


def _sample(parsed: Any, variant: int) -> str:
    return "".join(_matching(operator, argument, variant) for operator, argument in parsed)


def _matching(operator: Any, argument: Any, variant: int) -> str:
    match str(operator):
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "a" if argument != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return _member(argument, variant)
        case "BRANCH":
            return _sample(argument[1][variant % len(argument[1])], variant)
        case "SUBPATTERN":
            return _sample(argument[3], variant)
        case "ATOMIC_GROUP":
            return _sample(argument, variant)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            return "".join(_sample(inner, variant + i) for i in range(min(max(least, variant % 3), int(most))))
    return ""


def _member(members: Any, variant: int) -> str:
    """A character of a class."""
    if members[0][0] == _constants.NEGATE:
        return "a1 .é"[variant % 5]
    operator, argument = members[variant % len(members)]
    match str(operator):
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(argument[0])
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(argument), ".")


# Growth


def seconds(used: Used, text: str, times: int = 1) -> float:
    """The processor's time that using a pattern on a text takes, the best of several times."""
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        used.run(text)
        best = min(best, time.process_time() - begun)
    return best


SIZES = (24, 36, 48, 100, 300, 1_000)
HOPELESS, SUSPICIOUS, QUICK = 0.1, 0.001, 0.000_1
"""Seconds for a text of these sizes: none takes the first, few the second, and below the last, none is quadratic."""

SLOWEST = 3
"""Texts that are looked at closely: those that take longest."""


def growth(used: Used) -> tuple[float, str]:
    """How many times as long four times as much takes at most, and what the text is made of."""
    slowest = [(0.0, "", _maker("", "a", ""))]
    for make in hostile_texts(used.pattern):
        took = 0.0
        for size in SIZES:
            before, took = took, seconds(used, make(size))
            if took > HOPELESS and seconds(used, make(size)) > HOPELESS:
                return float("inf"), repr(make(12))
        # One run tells most texts that only take long from those that take longer the longer they are.
        if took > max(SUSPICIOUS, 5 * before) and (ratio := _ratio(used, make, took)) > 8:
            return ratio, repr(make(12))
        slowest = sorted([*slowest, (took, repr(make(12)), make)], key=lambda each: each[0], reverse=True)[:SLOWEST]
    return max((_ratio(used, make, took), made_of) if took > QUICK else (1, made_of) for took, made_of, make in slowest)


def _ratio(used: Used, make: Callable[[int], str], took: float) -> float:
    """How many times as long four times as much takes; `took` is what the last of the sizes does."""

    def of(size: int, times: int) -> float:
        return seconds(used, make(4 * size), times) / seconds(used, make(size), times)

    def sized(wanted: float) -> int:
        """A size that takes so many seconds, if time grows with the text."""
        return min(int(SIZES[-1] * wanted / took), 200_000)

    # A short measurement shows of most that they are linear. What grows where a text is too large for a cache does so
    # at one size only.
    ratio = of(sized(0.001), 3)
    for size in (sized(0.01), sized(0.01) // 3):
        if ratio > 6:
            ratio = min(ratio, of(size, 5))
    return ratio
