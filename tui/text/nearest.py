"""The words of a text most like a quote that is not there: a hint for a person, never a highlight."""

from bisect import bisect_left

_LONGEST = 500
"""Characters of a quote that are compared with a text, and of a word that is completed for a hint."""


def nearest(text: str, quote: str) -> str | None:
    """The words of a text most like a quote; of a long one, most like its part where the text first differs."""
    from rapidfuzz import fuzz

    if not quote or len(text) < len(quote):
        return None
    place = fuzz.partial_ratio_alignment(_telling(text, quote), text, score_cutoff=70)
    if place is None:
        return None
    start, end = place.dest_start, place.dest_end
    first, last = max(start - _LONGEST, 0), min(end + _LONGEST, len(text))
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split()) or None


def _telling(text: str, quote: str) -> str:
    """A quote; of a long one, the part around the end of what the text has of it from its beginning on."""
    if len(quote) <= _LONGEST:
        return quote
    known = bisect_left(range(len(quote)), True, key=lambda last: quote[: last + 1] not in text)
    return quote[max(known - _LONGEST // 2, 0) : known + _LONGEST // 2].strip()
