"""Two numbers that are one: 2,500–3,000, 4 to 5 million, between 4 and 5, 20~100, 3.2 ± 0.4."""

from functools import cache
from typing import NamedTuple

from tui.languages.articles import all_contracted, article_after_word
from tui.languages.language import Language
from tui.languages.word_patterns import HYPHEN, NEVER, by_script
from tui.numbers.number import Number, Range, times
from tui.numbers.scales import Scale
from tui.text.lazy_pattern import in_any_case

_WAVES = "~〜～"
_DOTS = r"\s?(?:…|\.\.\.?)\s?(?=[+−–-]?\d)"

_TOLERANCE = in_any_case(r"\s?(?:±|\+/[-−–]|\+[-−–])\s?|\s+plus\s+or\s+minus\s+|\s?\\pm\s?")


class RangeMark(NamedTuple):
    """What joins the second number of a range to the first: where that begins, and whether it is a dash."""

    end: int
    dash: bool = False


def between(text: str, start: int, language: Language) -> int | None:
    """Where the first number of a range begins that “between” at `start` opens; None where there is no such word."""
    opened = _patterns(language).opened.match(text, start)
    return opened.end() if opened else None


def range_mark(text: str, start: int, language: Language, opened: bool = False) -> RangeMark | None:
    """The dash or “to” at `start` that joins a second number to the first; where “between” has opened the range, “and”.

    With a sign after the dash, it is not a range.
    """
    patterns = _patterns(language)
    mark = (patterns.closed if opened else patterns.joined).match(text, start)
    if mark is None:
        return None
    dash = not opened and mark["dash"] is not None
    signed = text[mark.end() : mark.end() + 1] in tuple("-−–+")
    return None if dash and signed else RangeMark(mark.end(), dash)


def tolerance_mark(text: str, start: int) -> int | None:
    """Where the number begins that ± at `start` adds and takes off; None where there is none."""
    mark = _TOLERANCE.match(text, start)
    return mark.end() if mark else None


def range_of(first: Number, second: Number, touching: bool, dash: bool = False) -> Range | None:
    """The range of two joined numbers; None if they are not one, since they do not rise.

    `touching` says that the first has no unit of its own, so that the second one's scale word may hold for both.
    """
    if first.ordinal or second.ordinal or (dash and first.value < 0 <= second.value):
        return None
    alone = first.scaled or not touching
    # Not so in “500,000 to 1 million” and “fifty to two hundred”, which would fall.
    lows = [] if alone else [_scaled(first, second, i) for i in range(len(second.factors))]
    if alone or not second.scaled or first.value >= 1000 or first.factors:
        lows.append(first)
    if second.value < 0:
        # From -3 to -5: the greater is printed first.
        return next((Range(second, low, second.end) for low in lows if second.value < low.value < 0), None) or next(
            (Range(low, second, second.end) for low in lows if low.value < second.value), None
        )
    return next((Range(low, second, second.end) for low in lows if low.value < second.value), None)


def tolerance_of(first: Number, by: Number, touching: bool) -> Range | None:
    """From a number less another one to the two together: 3.2 ± 0.4."""
    if first.ordinal or by.ordinal or by.value < 0:
        return None
    number = _scaled(first, by, 0) if touching and by.factors and not first.scaled else first
    step = max(number.step, by.step)
    ends = [Number(value, value, step, by.end) for value in (number.value - by.value, number.value + by.value)]
    return Range(ends[0], ends[1], by.end)


def _scaled(first: Number, second: Number, i: int) -> Number:
    return times(first, Scale(second.factors[i], first.end, second.factors[i:]))


class _RangePatterns:
    def __init__(self, language: Language) -> None:
        # Where words are not set apart, they touch the numbers: 6至12, 20から30.
        to, touching = by_script(all_contracted(language.to, language))
        article = article_after_word(language)
        between, opening = by_script(language.between)
        self.opened = in_any_case(
            rf"(?:{between})(?:{article}\s{{0,8}}|\s{{1,8}}(?:(?:just|only)\s{{1,8}})?)|(?:{opening})\s{{0,8}}"
        )
        conjunctions, touched = by_script(language.conjunction)
        self.closed = in_any_case(
            rf"\s{{0,8}}(?:(?<![^\W_])(?:{conjunctions})(?![^\W_])(?:{article})?|{touched})\s{{0,8}}"
        )
        dots = _DOTS if "dotted_ranges" in language.traits else NEVER
        # “8- to 16-ton” and “8-to-16-ton” are ranges too.
        self.joined = in_any_case(
            rf"\s{{0,8}}(?:{HYPHEN}(?:{to}){HYPHEN}|(?:{HYPHEN}\s{{0,8}})?(?<![^\W_])(?:{to})(?:(?<=['’])|(?![^\W_]))(?:{article})?|{touching})\s{{0,8}}"
            # A dash at the beginning of a line begins an item of a list.
            rf"|[^\S\n]{{0,8}}(?P<dash>[-‐‑‒–—−])\s{{0,8}}"
            rf"|(?P<wave>[{_WAVES}])(?=\d)"
            rf"|{dots}"
        )


_patterns = cache(_RangePatterns)
