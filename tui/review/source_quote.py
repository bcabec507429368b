"""The words of an article that the source of a record quotes."""

from tui.curate.quoting import Quoter
from tui.dossier.dossier import Dossier
from tui.extract.phrases import nearest_place
from tui.review.form import RecordForm
from tui.text.span import Span


def quote_of(form: RecordForm, quoter: Quoter, dossier: Dossier) -> Span:
    """As few words as make the place unique, and as many as name what the record is about and who says it.

    Words that attribute a number may be in its paragraph or before it without being quoted.
    """
    draft, document = form.draft, quoter.document
    quote = form.quote or quoter.widened(draft.span)
    lines = document.lines_around(quote)
    for id in filter(None, (form.text("subject"), form.text("material"))):
        named = [each.span for each in dossier.mentions[draft.article] if each.record == id]
        if any(lines.start <= span.start and span.end <= quote.end for span in named):
            continue
        sentence = document.sentence_around(quote)
        longer = [Span(quote.start, span.end) for span in named if span.start >= quote.end and sentence.covers(span)]
        if longer and document[longer[0]].count(draft.exact) == 1:
            quote = longer[0]
    sentence, said = document.sentence_around(quote), form.text("said") if form.text("claimant") else ""
    at = nearest_place(document.text, said, sentence) if said else None
    is_far = at is not None and at >= document.line_end(sentence.end)
    return Span(quote.start, at + len(said)) if at is not None and is_far else quote
