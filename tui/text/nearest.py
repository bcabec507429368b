"""Finds the words of a text that are most similar to a missing quote: a hint for a person, never a highlight."""

import unicodedata
from bisect import bisect_left

from tui.text.unified import unify

_LONGEST = 500
"""The longest part of a quote that is compared, and the longest word of a hint, in characters."""


def nearest(text: str, quote: str) -> str | None:
    """The words of a text most similar to a quote; for a long quote, to the part where the text first differs."""
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
    hint = " ".join(text[start:end].split())
    # A hint that looks like the quote says nothing.
    return hint if hint and _as_seen(hint) != _as_seen(" ".join(quote.split())) else None


def _as_seen(words: str) -> str:
    """Words as a reader sees them: without their Unicode spelling and what is not drawn."""
    return unicodedata.normalize("NFKC", unify(words))


def _telling(text: str, quote: str) -> str:
    """A quote, or of a long one the part around the end of its longest beginning that the text has."""
    if len(quote) <= _LONGEST:
        return quote
    known = bisect_left(range(len(quote)), True, key=lambda last: quote[: last + 1] not in text)
    return quote[max(known - _LONGEST // 2, 0) : known + _LONGEST // 2].strip()
