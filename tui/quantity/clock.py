"""Times of day in other languages than English, neither counts nor durations: à 15 heures, в 17 часов, 16时."""

import re
from functools import cache
from typing import NamedTuple

from tui.quantity.in_text import QuantityInText
from tui.quantity.scales import NEVER

_HOURS = 24
_REACH = 24

_AFTER = {
    "de": r"\s?Uhr(?![^\W_])",
    "nl": r"\s?uur(?![^\W_])",
    "fr": r"\s?(?:h|heures?)\s+(?:du|précises|\d)|\s+du\s+(?:matin|soir)",
    "es": r"\s+(?:horas\s+)?(?:de\s+la|del)\s+(?:mañana|tarde|noche|madrugada|mediodía)",
    "it": r"\s+(?:del|della|di)\s+(?:mattin[oa]|pomeriggio|sera|notte)(?![^\W_])",
    "pt": r"\s+(?:horas\s+)?(?:da|do)\s+(?:manhã|tarde|noite|madrugada)(?![^\W_])",
    "ru": r"(?:\s?ч\.?(?=\s\d\d\b)|(?:\s+ч(?:\.|аса|асов)?)?\s+(?:утра|вечера|дня|ночи)(?![^\W_]))",
    "uk": r"(?:\s?год\.?(?=\s\d\d\b)|(?:\s+год(?:\.|ин\w*)?)?\s+(?:ранку|вечора|дня|ночі)(?![^\W_]))",
    "hi": r"\s?बजे|\s?बजकर",
    "ar": r"\s+(?:صباح|مساء|ظهر|فجر|عصر|ليل)[\u064b-\u065f]?ا?[\u064b-\u065fء]*(?![^\W_])",
    "zh": r"\s?(?:时|點|点|時)(?![间間候段长長差代])",
    "ja": r"\s?時(?!間)",
}
"""What follows the hour of a time, also after a number that was read without a unit."""

_BEFORE = {
    "fr": r"\b(?:à|dès|vers)\s",
    "es": r"\b(?:a|desde|hasta|sobre|hacia)\s+las\s",
    "it": r"\b(?:alle|dalle|ore)\s+(?:ore\s+)?",
    "pt": r"\b(?:às|das)\s",
    "nl": r"\b(?:om|vanaf|rond)\s",
    "ru": r"\b(?:в|к)\s",
    "uk": r"\b(?:о|об)\s",
    "ar": r"الساعة\s",
}
"""What comes before an hour that a word for hours follows."""

_WITHOUT_WORD = {"it": r"\s{0,4}(?:[^\w\s%]|\Z)", "ar": r""}
"""What follows an hour that is printed without a word for hours: alle 15."""


def is_clock_time(found: QuantityInText) -> bool:
    """Whether a number of 24 at most, or a range of two, bare or in hours, is a time of day."""
    unit, number = found.quantity.unit, found.quantity.number
    if not 0 <= found.quantity.greatest.value < _HOURS + 1 or (unit and unit.id != "h"):
        return False
    patterns = _patterns(found.language.code)
    if patterns.after.match(found.text, number.end):
        return True
    led = found.before(patterns.before, _REACH)
    return led is not None and (unit is not None or found.after(patterns.without_word) is not None)


class _ClockPatterns(NamedTuple):
    after: re.Pattern[str]
    before: re.Pattern[str]
    without_word: re.Pattern[str]


@cache
def _patterns(code: str) -> _ClockPatterns:
    return _ClockPatterns(
        re.compile(_AFTER.get(code, NEVER), re.IGNORECASE),
        re.compile(rf"(?:{_BEFORE.get(code, NEVER)})\Z", re.IGNORECASE),
        re.compile(_WITHOUT_WORD.get(code, NEVER)),
    )
