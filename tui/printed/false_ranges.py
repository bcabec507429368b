"""Numbers that look like a range, and are not: a score, a telephone number, what something was and what it became."""

import re

from tui.languages.language import ENGLISH, Language, language_of
from tui.languages.lexicon import PRINTED_CURRENCY
from tui.numbers.number import Number
from tui.numbers.ranges import between, range_mark
from tui.printed.context import REACH, YEAR
from tui.printed.direction import direction_word_before, rises_and_falls
from tui.printed.direction_words import is_changed_by
from tui.printed.in_text import QuantityInText
from tui.printed.joins import FOREIGN_RANGE, opens_range
from tui.quantity.quantity import Quantity
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_BECOMES = lazy_pattern(r"[^\W\d_]{0,3}?[にへ]")
_MOST_SHARED = 100
"""How many times the lower end the upper one is at most, where the two may share their thousands."""
_PHONE = lazy_pattern(r"\d{3}[-‐‑]\d{4}")
GAME = in_any_case(
    r"\b(?:won|wins?|lost|loses?|loss|beat|beaten|drew|defeat\w*|voted|votes?|scor\w+|victory|led|trail\w*|tied)\b[^.\n]{0,30}\Z"
)
# Scores beside each other: 4-6, 6-1 and 6-2.
_SCORE_AFTER = lazy_pattern(r"(?:,|\s[^\W\d_]{1,3})\s(\d{1,2})\s?[-‐‑–]\s?(\d{1,2})(?!\d)")
_SCORE_BEFORE = lazy_pattern(r"(?<![\d.,])(\d{1,2})\s?[-‐‑–]\s?(\d{1,2})(?:,|\s[^\W\d_]{1,3})\s\Z")
_AT_HOME = lazy_pattern(r"\s*at home")
_NAMED = lazy_pattern(r"[^\W\d_]\s+[A-Z][\w.]*\s\Z")
_IN_YEAR = in_any_case(r"(?<![^\W_])(?:in|en|nel|em|no|sinds|since|dal|desde|depuis|[вву])\s\Z")
FROM = in_any_case(r"\b(?:from|by)\s+\Z")
RANGED_FROM = in_any_case(
    r"\b(?:rang\w+|anywhere|somewhere|var(?:y|ies|ied|ying)|estimates?)\s+(?:[^\W\d_]+\s+)?from\s+\Z"
)

_CURRENCY, _CURRENCY_BEFORE = lazy_pattern(PRINTED_CURRENCY), lazy_pattern(rf"{PRINTED_CURRENCY}\Z")
_LONGEST_CURRENCY = 6


def currency_start(text: str, start: int) -> int:
    """Where the currency printed before a number begins; where the number does, if it has none."""
    before = _CURRENCY_BEFORE.search(text, max(start - _LONGEST_CURRENCY, 0), start)
    return before.start() if before else start


def not_a_range(found: QuantityInText) -> str | None:
    """Two numbers that look like a range, and are not: a score, a telephone number, a name, from one to the other."""
    ends, written = found.quantity.number, found.written
    if isinstance(ends, Number):
        return None
    if _goes_from_one(found) or is_change_and_result(found.text, found.start, found.quantity, found.language):
        return f"“{written}” may go from one number to the other; give the one that is meant"
    # Not in German, which does not date so: in 2000 bis 3000 Metern.
    in_year = found.language.code != "de" and found.before(_IN_YEAR, 10) and not YEAR.search(written, 4)
    if YEAR.match(written) and (in_year or ends.high.value > _MOST_SHARED * ends.low.value / 10):
        return f"“{written}” may begin with a year; leave it out"
    if found.quantity.unit or not re.fullmatch(r"\d+(?:\s?[-‐‑–]\s?|\sto\s)\d+", written):
        return None
    near = found.after(_SCORE_AFTER) or found.before(_SCORE_BEFORE, 15)
    if near and int(near[1]) > int(near[2]):
        return f"“{written}” beside “{near[1]}-{near[2]}” may be a score; leave it out"
    if _PHONE.fullmatch(written) or found.before(GAME, REACH) or found.after(_AT_HOME):
        return f"“{written}” may be a score or a telephone number; leave it out"
    if all(YEAR.fullmatch(part) for part in re.findall(r"\d+", written)):
        return f"“{written}” is a period; leave it out"
    if found.before(_NAMED, REACH):
        return f"“{written}” may be part of a name; leave it out"
    return None


def _goes_from_one(found: QuantityInText) -> bool:
    """Whether a range may say what something was and what it became: from 5 to 10, 5%から10%に."""
    if " to " in found.written and found.before(FROM, REACH):
        return found.before(RANGED_FROM, REACH) is None
    if found.language.code == "ja":
        return "から" in found.written and found.after(_BECOMES) is not None
    if between(found.text, found.start, found.language) is not None:
        # “De entre 18 y 65 años” is one, “de 18 a 65 años” may be none.
        return False
    opened = found.before(opens_range(found.language), REACH)
    return bool(opened and not found.before(FOREIGN_RANGE, REACH))


_DIGITS_AND_WORD = lazy_pattern(r"\d\W{0,3}[^\W\d_]")
_FAR_APART = 20
_CHANGE_WITHIN = 50
"""Characters before a number in which a word may say that something rose or fell."""


def is_change_and_result(text: str, start: int, quantity: Quantity, language: Language) -> bool:
    """Whether “to” may lead from a change to what became of it: down $54 million to $262 million.

    Not where both ends share their unit: up 10 to 20 percent.
    """
    ends = quantity.number
    if isinstance(ends, Number):
        return False
    if not language.is_english:
        # Groeide met 12,8 miljoen tot 217,4 miljoen.
        mark = range_mark(text, ends.low.end, language)
        own_unit = mark is None or (_DIGITS_AND_WORD.search(text, start, ends.low.end) and not mark.dash)
        return bool(own_unit) and is_changed_by(text, start, language)
    if " to " not in text[start : quantity.end]:
        return False
    start = currency_start(text, start)
    own_unit = _CURRENCY.match(text, start) is not None or not text.startswith(" to ", ends.low.end)
    if quantity.unit and not own_unit:
        return False
    if direction_word_before(text, start) is not None:
        return True
    # “Rose a higher than expected 17,000 to 4.483 million”: ends so far apart are those of no range.
    far = ends.high.value > _FAR_APART * ends.low.value > 0
    directions = rises_and_falls(language_of(ENGLISH))
    return far and any(pattern.search(text, max(start - _CHANGE_WITHIN, 0), start) for pattern in directions)


def thousands_shared(found: QuantityInText) -> str | None:
    """A range whose first end may leave out the thousands of the second: 12-15,000, between 10 and 20,000."""
    ends, text, language = found.quantity.number, found.text, found.language
    if isinstance(ends, Number) or ends.low.scaled or ends.high.scaled or not 0 < ends.low.value < 1000:
        return None
    # An end with a unit of its own is whole: 10 tonnes to 20,000 tonnes.
    joined = range_mark(text, ends.low.end, language, True) or range_mark(text, ends.low.end, language)
    # Also 5- bis 6000, without a mark between the thousands.
    grouped = lazy_pattern(rf"\d{{1,3}}((?:[{re.escape(language.grouping)}]\d{{3}})+|000)(?!\d)") if joined else None
    second = grouped.search(text, joined.end, found.end) if joined and grouped else None
    if second is None:
        return None
    groups = sum(map(str.isdecimal, second[1])) // 3
    shared = [ends.low.value * 1000**power for power in range(1, groups + 1)]
    if not any(low < ends.high.value <= low * _MOST_SHARED for low in shared):
        return None
    return (
        f"“{found.written}” has two readings: its first end may or may not count thousands as the second does; "
        "leave it out"
    )
