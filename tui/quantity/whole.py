"""Whether words are the whole of a number that a text prints: a part of one is another number."""

import re

from tui.quantity.number import SCALES, Number, Range
from tui.quantity.quantity import Quantity, read_at
from tui.quantity.unit import Units
from tui.text.span import Span

_REACH = 60
"""Characters before a number in which what belongs to it begins."""

_TOKEN = re.compile(r"(?<![\w.,])(?=[\w.$€£¥−-])")
_DASHED = re.compile(r"\d%?[‐‑‒–—−-]$")
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?![\d,.])")
_FRACTION = re.compile(r"\b(?:half|quarters?|thirds?|fifths?|tenths?)\s+(?:of\s+)?$", re.IGNORECASE)
_AND_A_PART = re.compile(r"\s+and\s+(?:an?|one|two|three)[\s-]+(?:half|quarters?|thirds?)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:and|or)\s+", re.IGNORECASE)


def part_of(text: str, number: Span, quantity: Quantity, units: Units) -> str | None:
    """Why the words that a quantity was read of are only a part of what stands there; None where they are all of it."""
    written = text[number.start : number.end]
    if _DASHED.search(text, max(number.start - 20, 0), number.start):
        return f"“{written}” is the end of a range; give the whole range as the number"
    if before := _begun(text, number, units):
        return before
    fraction = _FRACTION.search(text, max(number.start - 20, 0), number.start)
    if fraction and re.match(r"an?\s", written, re.IGNORECASE):
        return f"“{fraction[0]}” before “{written}” makes another number of it, which cannot be read; leave it out"
    if longer := _cut_off(text, number, quantity, units) or _shared(text, number, quantity, units):
        return longer
    rest = _AND_A_PART.match(text, number.end)
    return f"the number is cut short: “{rest[0]}” follows it, which cannot be read; leave it out" if rest else None


def reaching(text: str, start: int, units: Units) -> tuple[int, Quantity] | None:
    """A number that begins before `start` and reaches beyond it, and where: 12 500, 4 to 5 million, between 4 and 5."""
    paragraph = text.rfind("\n\n", 0, start) + 1
    for token in _TOKEN.finditer(text, max(start - _REACH, paragraph), start):
        whole = read_at(text, token.start(), units)
        if whole is None or whole.end <= start:
            continue
        # "rose from 4 to 5 million" and "from 4 in 2023 to 5 million" name two numbers.
        two = _FROM.search(text, 0, token.start()) or _YEAR.match(text, token.start())
        if not (isinstance(whole.number, Range) and two):
            return token.start(), whole
    return None


def _begun(text: str, number: Span, units: Units) -> str | None:
    """A number that begins before the words and reaches into them."""
    before = reaching(text, number.start, units)
    if before is None:
        return None
    start, whole = before
    given = text[start : max(whole.end, number.end)]
    if isinstance(whole.number, Range):
        return f"“{text[number.start : number.end]}” is the end of a range; give the whole range: “{given}”"
    return f"the number is cut short: it begins with “{text[start : number.start]}”; give “{given}”"


def _shared(text: str, number: Span, quantity: Quantity, units: Units) -> str | None:
    """A scale word behind the number after this one that holds for both: 4 or 5 million."""
    joined = _JOINED.match(text, number.end)
    after = read_at(text, joined.end(), units) if joined else None
    if quantity.unit or not after or not isinstance(quantity.number, Number) or not isinstance(after.number, Number):
        return None
    first, second = quantity.number, after.number
    if first.scaled or not second.lends or not (second.scaled or first.value * second.lends[0] < second.value):
        return None
    both = text[number.start : after.end]
    return f"the scale word in “{both}” holds for “{text[number.start : number.end]}” too; leave it out"


def _cut_off(text: str, number: Span, quantity: Quantity, units: Units) -> str | None:
    """A scale word or unit that stands directly behind the words."""
    whole = read_at(text, number.start, units)
    if whole is None or whole.end <= number.end:
        return None
    written, rest = text[number.start : number.end], text[number.end : whole.end]
    # A rate after the unit is the measure's business; a scale word or a unit is the number's.
    if quantity.unit is not None and written.split()[-1].lower() not in SCALES:
        return None
    return f"the number is cut short: “{rest}” follows it; give the whole “{written}{rest}”"
