"""Dates that are relative to another day: last week, a year before."""

import re
from collections.abc import Iterator
from functools import cache

from tui.quantity.language import ENGLISH, Language, code_of, language_of
from tui.quantity.words import DAYS, MONTHS
from tui.text.span import Span

_ENGLISH_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
_SEASON = r"spring|summer|autumn|fall|winter"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|\d{1,4}|several|some|many"
    r"|(?:a\s)?few|(?:a\s)?couple(?:\sof)?|just)"
)
_ENGLISH = (
    r"recently|"
    rf"(?:(?:early|earlier|late|later|mid)[-\s])?(?:last|next|this|past|coming|previous|following|same|that"
    rf"|recent)\s"
    rf"(?:{_COUNT}\s)?(?:{_ENGLISH_UNIT}s?|{_SEASON}|morning|afternoon|evening|{'|'.join([*DAYS, *MONTHS])})"
    rf"|(?:{_COUNT}\s){{0,4}}(?:and\sa\shalf\s)?{_ENGLISH_UNIT}s?\s(?:ago|before|earlier|later|after|prior|from\snow"
    rf"|hence)(?!\s(?:or|all)\b)"
    rf"|the\s(?:{_ENGLISH_UNIT}|{_SEASON})\s(?:before|after)"
    rf"|(?:the\s)?(?:end|beginning|start|middle|turn)\sof\s(?:the|this|last|next)\s{_ENGLISH_UNIT}"
    r"|yesterday|today|tonight|tomorrow|(?:in|over)\srecent\s(?:days|weeks|months|years|decades)"
)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    relative = _ENGLISH if code == ENGLISH else language_of(code).pattern("relative_date")
    return re.compile(rf"(?<![^\W_])(?:{relative})(?![^\W_])", re.IGNORECASE)


def relative_dates_in(text: str, language: Language | None) -> Iterator[Span]:
    """The words of a text that tell a date from another day; in English if no language is given."""
    for match in _pattern(code_of(language)).finditer(text):
        yield Span(*match.span())
