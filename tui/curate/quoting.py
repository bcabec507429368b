"""The shortest words around a place that find it again: an exact quote, and prefix or suffix where it takes them."""

import re
from typing import NamedTuple

from tui.text.document import Document
from tui.text.quote import find
from tui.text.span import Span

_WORD = re.compile(r"\S+")

_MOST_WORDS = 50
"""Words to either side that are tried: in a text that repeats itself endlessly, more would take as long."""


class Quoted(NamedTuple):
    """A quote that finds just one place, with what it takes directly before and after it."""

    quote: str
    prefix: str = ""
    suffix: str = ""


def quote_of(document: Document, span: Span) -> Quoted | None:
    """The words of a span, with the shortest prefix or suffix from its line that makes them unique.

    None where even fifty words of it do not tell the place from another.
    """
    quote = document[span]
    if not quote.strip():
        return None
    line = _line(document, span)
    before = [span.start - word.start() for word in _WORD.finditer(document.text, line.start, span.start)][::-1]
    after = [word.end() - span.end for word in _WORD.finditer(document.text, span.end, line.end)]
    for size in range(min(max(len(before), len(after)), _MOST_WORDS) + 1):
        options = [Quoted(quote)] if size == 0 else []
        if 0 < size <= len(after):
            options.append(Quoted(quote, suffix=_text(document, span.end, span.end + after[size - 1])))
        if 0 < size <= len(before):
            options.append(Quoted(quote, prefix=_text(document, span.start - before[size - 1], span.start)))
        for option in options:
            if find(document.text, *option).spans == (span,):
                return option
    return None


def widened(document: Document, span: Span) -> Span:
    """A span with just so many words of its sentence on both sides that its own words are unique in the article.

    As a quote for a number: the number stands once in it, and it once in the article.
    """
    sentence = document.sentence_around(span)
    starts = [word.start() for word in _WORD.finditer(document.text, sentence.start, span.start)][::-1]
    ends = [word.end() for word in _WORD.finditer(document.text, span.end, sentence.end)]
    wide = span
    for size in range(min(max(len(starts), len(ends)), _MOST_WORDS) + 1):
        start = starts[min(size, len(starts)) - 1] if size and starts else span.start
        end = ends[min(size, len(ends)) - 1] if size and ends else span.end
        wide = Span(start, end)
        alone = len(find(document.text, document[span], within=wide).spans) == 1
        # A few words make a draft that a person recognises.
        if size >= 3 and alone and find(document.text, document[wide]).spans == (wide,):
            return wide
    return wide


def _line(document: Document, span: Span) -> Span:
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(document.text))


def _text(document: Document, start: int, end: int) -> str:
    return document.text[start:end].strip()
