"""The shortest words around a place that find it again: an exact quote, and prefix or suffix where it takes them."""

import re
from bisect import bisect_left
from typing import NamedTuple

from tui.text.document import Document
from tui.text.quote import Quotes
from tui.text.span import Span
from tui.text.work import Count, uncounted

_WORD = re.compile(r"\S+")

_REACH = 200
"""Characters to either side in which words are tried."""


class Quoted(NamedTuple):
    """A quote that finds just one place, with what it takes directly before and after it."""

    quote: str
    prefix: str = ""
    suffix: str = ""


def quote_of(document: Document, span: Span, count: Count = uncounted) -> Quoted | None:
    """The words of a span, with the shortest prefix or suffix from its line that makes them unique.

    None where the words near it do not tell the place from another. `count` is told of the words that are tried.
    """
    quote = document[span]
    if not quote.strip():
        return None
    if document.runs.alone(span, span):
        return Quoted(quote)
    line = _line(document, span)
    options = []
    # A longer prefix or suffix stands in fewer places: the shortest that is unique is found by halving.
    for longer in (
        [Span(span.start, word.end()) for word in _WORD.finditer(document.text, span.end, line.end)],
        [Span(word.start(), span.end) for word in _WORD.finditer(document.text, line.start, span.start)][::-1],
    ):
        count(len(longer))
        size = bisect_left(longer, True, key=lambda around: document.runs.alone(span, around))
        if size < len(longer):
            options.append((size, longer[size]))
    if not options:
        return None
    around = min(options)[1]
    before, after = Span(around.start, span.start), Span(span.end, around.end)
    return Quoted(quote, document[before].strip(), document[after].strip())


def widened(document: Document, span: Span, count: Count = uncounted) -> Span:
    """A span with just so many words of its sentence on both sides that its own words are unique in the article.

    As a quote for a number: the number stands once in it, and it once in the article; fewer words, and a prefix or
    suffix is to settle it, where the number comes again before that. `count` is told of the words that are tried, and
    of the characters in which the number is looked for.
    """
    sentence = near(document.sentence_around(span), span)
    starts = [word.start() for word in _WORD.finditer(document.text, sentence.start, span.start)][::-1]
    ends = [word.end() for word in _WORD.finditer(document.text, span.end, sentence.end)]
    starts, ends = [span.start, *starts], [span.end, *ends]
    same = Quotes(document.text, count).find_within(document[span], sentence).spans
    chosen = span
    for size in range(max(len(starts), len(ends))):
        count(len(same))
        wide = Span(starts[min(size, len(starts) - 1)], ends[min(size, len(ends) - 1)])
        if sum(wide.covers(other) for other in same) != 1:
            break
        chosen = wide
        # A few words make a draft that a person recognises.
        if size >= 3 and document.runs.alone(wide, wide):
            break
    return chosen


def near(around: Span, span: Span) -> Span:
    """So much of a stretch around a span as a person takes in: a sentence can be as long as a file."""
    return Span(max(around.start, span.start - _REACH), min(around.end, span.end + _REACH))


def _line(document: Document, span: Span) -> Span:
    """The line of a span, as far as it is near."""
    whole = near(Span(0, len(document.text)), span)
    start = document.text.rfind("\n", whole.start, span.start) + 1 or whole.start
    end = document.text.find("\n", span.end, whole.end)
    return Span(start, end if end >= 0 else whole.end)
