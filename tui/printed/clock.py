"""Times of day in other languages than English, neither counts nor durations: à 15 heures, в 17 часов, 16时."""

from functools import cache

from tui.languages.language import Language
from tui.printed.in_text import QuantityInText
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_HOURS = 24
_REACH = 24


def is_clock_time(found: QuantityInText) -> bool:
    """Whether a number of 24 at most, or a range of two, bare or in hours, is a time of day."""
    unit, number = found.quantity.unit, found.quantity.number
    if not 0 <= found.quantity.greatest.value < _HOURS + 1 or (unit and unit.id != "h"):
        return False
    if unit and found.quantity.least.value % 1 and "," in found.written:
        # 2,5 uur is how long it takes.
        return False
    patterns = _patterns(found.language)
    if patterns.after.match(found.text, number.end):
        return True
    led = found.before(patterns.before, _REACH)
    return led is not None and (unit is not None or found.after(patterns.without_word) is not None)


class _ClockPatterns:
    def __init__(self, language: Language) -> None:
        self.after = in_any_case(language.pattern("hour_after"))
        self.before = in_any_case(rf"(?:{language.pattern('hour_before')})\Z")
        self.without_word = lazy_pattern(language.pattern("hour_alone"))


_patterns = cache(_ClockPatterns)
