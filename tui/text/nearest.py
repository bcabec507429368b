"""Finds the words of a text that are most similar to a missing quote: a hint for a person, never a highlight."""

import unicodedata
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.text.fold import fold
from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span
from tui.text.unified import unify

_LONGEST = 500
"""The longest part of a quote that is compared, and the longest word of a hint, in characters."""

_KEPT = 0.6
"""The least part of a quote's words that the words corresponding to it keep."""

_TOKEN = lazy_pattern(r"[-−–+±<>≤≥~]?[$€£¥]?\d(?:[\d.,:/’']*\d)?|[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*|[%‰°$€£¥]")


class TextToken(NamedTuple):
    """A word, a number with its sign, or the sign of a unit."""

    span: Span
    word: str
    """As compared: without case, and in one spelling of quotation marks and dashes."""


def nearest(text: str, quote: str) -> str | None:
    """The words of a text most similar to a quote; for a long quote, to the part where the text first differs."""
    from rapidfuzz import fuzz

    if not quote or len(text) < len(quote):
        return None
    telling = _telling(text, quote)
    place = fuzz.partial_ratio_alignment(telling, text, score_cutoff=70)
    if place is None:
        return None
    near = Span(place.dest_start, place.dest_end)
    start, end = _whole_words(text, corresponding(text, telling, near) or near)
    hint = " ".join(text[start:end].split())
    # A hint that looks the same as the quote does not help.
    return hint if hint and _as_seen(hint) != _as_seen(" ".join(quote.split())) else None


def corresponding(text: str, quote: str, near: Span) -> Span | None:
    """The words around a place that correspond to those of a quote, from its first to its last.

    None if they keep too few of them.
    """
    first = max(near.start - len(quote), text.rfind("\n", 0, near.start) + 1)
    end = text.find("\n", near.end)
    last = min(near.end + len(quote), end if end >= 0 else len(text))
    words, there = tokens(quote), tokens(text, first, last)
    matcher = SequenceMatcher(None, [each.word for each in words], [each.word for each in there], autojunk=False)
    matched = [block for block in matcher.get_matching_blocks() if block.size]
    if not matched or sum(block.size for block in matched) < _KEPT * len(words):
        return None
    # Words before the first and after the last that match were replaced one for one.
    begin = max(matched[0].b - matched[0].a, 0)
    ends = matched[-1].b + len(words) - matched[-1].a
    chosen = there[begin : min(ends, len(there))]
    span = Span(chosen[0].span.start, chosen[-1].span.end)
    closing = quote[words[-1].span.end :].strip()
    return Span(span.start, span.end + len(closing)) if text.startswith(closing, span.end) else span


def tokens(text: str, start: int = 0, end: int | None = None) -> list[TextToken]:
    """The words, numbers and signs of units in a stretch of a text."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [TextToken(Span(*match.span()), fold(match[0]).casefold()) for match in found]


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    first, last = max(start - _LONGEST, 0), min(end + _LONGEST, len(text))
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return Span(start, end)


def _as_seen(words: str) -> str:
    """Words as a reader sees them: without their Unicode spelling and what is not drawn."""
    return unicodedata.normalize("NFKC", unify(words))


def _telling(text: str, quote: str) -> str:
    """A quote, or of a long one the part around the end of its longest beginning that the text has."""
    if len(quote) <= _LONGEST:
        return quote
    known = bisect_left(range(len(quote)), True, key=lambda last: quote[: last + 1] not in text)
    return quote[max(known - _LONGEST // 2, 0) : known + _LONGEST // 2].strip()
