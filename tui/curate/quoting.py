"""The shortest words around a place that find it again: an exact quote, and prefix or suffix where it takes them."""

import re
from bisect import bisect_left
from typing import NamedTuple

from tui.text.document import Document
from tui.text.quote import find
from tui.text.span import Span

_WORD = re.compile(r"\S+")

_REACH = 200
"""Characters to either side in which words are tried."""

_OFTEN = 50
"""Words that stand more often are not looked at place by place: in a text that repeats itself, that has no end."""


class Quoted(NamedTuple):
    """A quote that finds just one place, with what it takes directly before and after it."""

    quote: str
    prefix: str = ""
    suffix: str = ""


def quote_of(document: Document, span: Span) -> Quoted | None:
    """The words of a span, with the shortest prefix or suffix from its line that makes them unique.

    None where the words near it do not tell the place from another.
    """
    quote = document[span]
    if not quote.strip():
        return None
    if _is_alone(document, Quoted(quote), span, span):
        return Quoted(quote)
    line = _near(_line(document, span), span)
    options = []
    # A longer prefix or suffix stands in fewer places: the shortest that is unique is found by halving.
    ends = [word.end() for word in _WORD.finditer(document.text, span.end, line.end)]
    after = [(Quoted(quote, "", document.text[span.end : end].strip()), Span(span.start, end)) for end in ends]
    starts = [word.start() for word in _WORD.finditer(document.text, line.start, span.start)][::-1]
    before = [(Quoted(quote, document.text[start : span.start].strip()), Span(start, span.end)) for start in starts]
    for longer in (after, before):
        size = bisect_left(longer, True, key=lambda option: _is_alone(document, option[0], option[1], span))
        if size < len(longer):
            options.append((size, longer[size][0]))
    return min(options, key=lambda option: option[0])[1] if options else None


def widened(document: Document, span: Span) -> Span:
    """A span with just so many words of its sentence on both sides that its own words are unique in the article.

    As a quote for a number: the number stands once in it, and it once in the article; fewer words, and a prefix or
    suffix is to settle it, where the number comes again before that.
    """
    sentence = _near(document.sentence_around(span), span)
    starts = [word.start() for word in _WORD.finditer(document.text, sentence.start, span.start)][::-1]
    ends = [word.end() for word in _WORD.finditer(document.text, span.end, sentence.end)]
    starts, ends = [span.start, *starts], [span.end, *ends]
    chosen = span
    for size in range(max(len(starts), len(ends))):
        wide = Span(starts[min(size, len(starts) - 1)], ends[min(size, len(ends) - 1)])
        if len(find(document.text, document[span], within=wide).spans) != 1:
            break
        chosen = wide
        # A few words make a draft that a person recognises.
        if size >= 3 and not _often(document, wide) and find(document.text, document[wide]).spans == (wide,):
            break
    return chosen


def _line(document: Document, span: Span) -> Span:
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(document.text))


def _near(around: Span, span: Span) -> Span:
    return Span(max(around.start, span.start - _REACH), min(around.end, span.end + _REACH))


def _is_alone(document: Document, quoted: Quoted, around: Span, span: Span) -> bool:
    """Whether a quote finds a span and nothing else; `around` is the span with its prefix or suffix."""
    return not _often(document, around) and find(document.text, *quoted).spans == (span,)


def _often(document: Document, span: Span) -> bool:
    return document.text.count(document[span]) > _OFTEN
