"""Quotes a place in a text: the exact words, and the shortest prefix or suffix that makes them unique."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from tui.text.document import Document
from tui.text.fold import split_unspaced
from tui.text.normalized import NormalizedText
from tui.text.quote import Quotes, cuts
from tui.text.span import Span
from tui.text.work import Count, uncounted

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+")

_REACH = 200
"""Characters to either side in which words are tried."""

_MAX_CANDIDATES = 1_000
"""Places that are compared at most. A quote whose rarest word has more counts as found in several places."""


class Quoted(NamedTuple):
    """A quote that finds just one place, with the words directly before and after it that it needs."""

    quote: str
    prefix: str = ""
    suffix: str = ""


class Quoter:
    """Quotes places in one text."""

    def __init__(self, document: Document, count: Count = uncounted) -> None:
        """`count` is called with the number of steps: words that are tried, and characters that are read."""
        self.document, self._count = document, count

    def quote(self, span: Span) -> Quoted | None:
        """The words of a span, with the shortest prefix or suffix from its line that makes them unique.

        None if no words near them make them unique.
        """
        document = self.document
        quote = document[span]
        if not quote.strip():
            return None
        if self._is_unique(span, span):
            return Quoted(quote)
        line = _line(document, span)
        options = []
        # A longer prefix or suffix is found in fewer places: bisection finds the shortest that is unique.
        for longer in (
            [Span(span.start, word.end()) for word in _TOKEN.finditer(document.text, span.end, line.end)],
            [Span(word.start(), span.end) for word in _TOKEN.finditer(document.text, line.start, span.start)][::-1],
        ):
            self._count(len(longer))
            size = bisect_left(longer, True, key=lambda around: self._is_unique(span, around))
            if size < len(longer):
                options.append((size, longer[size]))
        if not options:
            return None
        around = min(options)[1]
        before, after = Span(around.start, span.start), Span(span.end, around.end)
        return Quoted(quote, document[before].strip(), document[after].strip())

    def widened(self, span: Span) -> Span:
        """A span with just as many words of its sentence on both sides as make it unique in the article.

        As a quote for a number, it holds the number once. It has fewer words, and needs a prefix or suffix, where the
        number is printed again before it is unique.
        """
        document = self.document
        sentence = near(document.sentence_around(span), span)
        starts = [word.start() for word in _TOKEN.finditer(document.text, sentence.start, span.start)][::-1]
        ends = [word.end() for word in _TOKEN.finditer(document.text, span.end, sentence.end)]
        starts, ends = [span.start, *starts], [span.end, *ends]
        same = Quotes(document.text, self._count).find_within(document[span], sentence).spans
        chosen = span
        for size in range(max(len(starts), len(ends))):
            self._count(len(same))
            wide = Span(starts[min(size, len(starts) - 1)], ends[min(size, len(ends) - 1)])
            if sum(wide.covers(other) for other in same) != 1:
                break
            chosen = wide
            # A few words make a draft that a person recognises.
            if size >= 3 and self._is_unique(wide, wide):
                break
        return chosen

    def _is_unique(self, quote: Span, around: Span) -> bool:
        """Whether a quote is found nowhere else with the same words around it.

        White space and look-alike characters count as equal, so that it may be unique where this returns False.
        """
        if cuts(self.document.text, quote):
            return False

        def is_found(place: int) -> bool:
            """Whether the words are at a place of the normalized text, and finding the quote there cuts no word."""
            if place < 0 or not normal.text.startswith(words, place):
                return False
            return not cuts(self.document.text, normal.span(place + before, length))

        normal = self._normalized
        start, end = normal.place_of(around.start), normal.place_of(around.end)
        words = normal.text[start:end]
        before = normal.place_of(quote.start) - start
        length = normal.place_of(quote.end) - start - before
        # The outermost word of a prefix or suffix is found in a longer word too: only the others are looked up.
        inner = _words(words)[around.start < quote.start : -1 if quote.end < around.end else None]
        if not inner:
            return False
        offset, places = min(
            ((offset, self._places[word]) for offset, word in inner), key=lambda candidate: len(candidate[1])
        )
        found = 0
        for number, place in enumerate(places, 1):
            found += is_found(place - offset)
            if found > 1 or number > _MAX_CANDIDATES:
                self._count(number)
                return False
        self._count(len(places))
        return found == 1

    @cached_property
    def _normalized(self) -> NormalizedText:
        return NormalizedText(self.document.text)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places where each word begins in the normalized text."""
        self._count(len(self._normalized))
        places: dict[str, list[int]] = defaultdict(list)
        for start, word in _words(self._normalized.text):
            places[word].append(start)
        return places


def near(around: Span, span: Span) -> Span:
    """The part of a stretch that is near a span in it: a sentence can be as long as a file."""
    return Span(max(around.start, span.start - _REACH), min(around.end, span.end + _REACH))


def _words(text: str) -> list[tuple[int, str]]:
    """The words of a text with their offsets; each character of a script without spaces is one."""
    return [
        (match.start() + part.start, match[0][part.start : part.end])
        for match in _WORD.finditer(text)
        for part in split_unspaced(match[0])
    ]


def _line(document: Document, span: Span) -> Span:
    """The line of a span, as far as it is near."""
    whole = near(Span(0, len(document.text)), span)
    start = document.text.rfind("\n", whole.start, span.start) + 1 or whole.start
    end = document.text.find("\n", span.end, whole.end)
    return Span(start, end if end >= 0 else whole.end)
