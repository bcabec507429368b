"""Corrects how far the words of a draft reach: a number without its unit, or a name with a word too many."""

import re
from dataclasses import replace
from typing import Literal

from tui.curate.quoting import near
from tui.review.form import RecordForm
from tui.text.document import Document
from tui.text.span import Span

Side = Literal["before", "after"]

_TOKEN = re.compile(r"\d[\d.,'’\u00a0\u202f]*\d|\d|[^\W\d_]+|[^\w\s]|_")
"""A number, a word, or a sign: %, $."""

_SEPARATES = frozenset('.,;:!?…"“”„«»‹›()[]{}-‐–—/')
"""The signs at which no number and no name ends."""


def with_extent(form: RecordForm, document: Document, side: Side, by: int) -> RecordForm | None:
    """A form whose words have one word or sign more before or after them, or one less if `by` is negative.

    None if there is no such word in the sentence, or if it is the only one.
    """
    span = form.draft.span
    sentence = near(document.sentence_around(span), span)
    tokens = [token for token in _TOKEN.finditer(document.text, *sentence) if token[0] not in _SEPARATES]
    if side == "before":
        starts = [token.start() for token in tokens]
        outer = max((start for start in starts if start < span.start), default=None)
        inner = min((start for start in starts if span.start < start < span.end), default=None)
        start = outer if by > 0 else inner
        return None if start is None else _with_words(form, document, Span(start, span.end))
    ends = [token.end() for token in tokens]
    outer = min((end for end in ends if end > span.end), default=None)
    inner = max((end for end in ends if span.start < end < span.end), default=None)
    end = outer if by > 0 else inner
    return None if end is None else _with_words(form, document, Span(span.start, end))


def _with_words(form: RecordForm, document: Document, span: Span) -> RecordForm:
    """A form whose draft has other words; what was filled in from the words before is filled in from these."""
    draft, exact = form.draft, document[span]
    values = dict(form.values)
    if draft.kind == "entity" and values.get("name") == " ".join(draft.exact.split()):
        values["name"] = " ".join(exact.split())
    if draft.kind == "event" and values.get("when") == draft.exact:
        values["when"] = exact
    quote = form.quote and Span(min(form.quote.start, span.start), max(form.quote.end, span.end))
    before, after = form.moved
    moved = before + draft.span.start - span.start, after + span.end - draft.span.end
    changed = replace(draft, span=span, exact=exact, places=((draft.article, span),))
    return replace(form, draft=changed, values=values, quote=quote, moved=moved)


def carried_over(form: RecordForm, fresh: RecordForm, document: Document) -> RecordForm:
    """A form with what a person filled in, at the place of its draft in a text as it is now."""
    before, after = form.moved
    span = Span(fresh.draft.span.start - before, fresh.draft.span.end + after)
    kept = replace(fresh, values=form.values, created=form.created, quote=None)
    if form.moved == (0, 0) or document[span] != form.draft.exact:
        return kept
    draft = replace(fresh.draft, span=span, exact=form.draft.exact, places=((fresh.draft.article, span),))
    return replace(kept, draft=draft, moved=form.moved)
