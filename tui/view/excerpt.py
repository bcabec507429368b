"""Stretches of an article on one line: artefacts replaced, white space normalized, marked spans kept."""

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.text.safe import readable
from tui.text.span import Span
from tui.view.styled_text import Line, StyledText, marked, plain

LONGEST = 2_000
"""The largest number of characters that is shown of a sentence."""


def sentence_line(dossier: Dossier, article: str, quote: Span, mark: Span, marks: Iterable[Span] = ()) -> Line:
    """The sentences around a quote on one line, with spans marked; very long ones are cut around `mark`.

    Many records can rest on one sentence, and a sentence can be as long as a file.
    """
    document = dossier.documents[article]
    whole = document.sentence_around(quote)
    shown = document.part(whole, mark, LONGEST)
    line = excerpt(dossier, article, shown, marks)
    return [
        *([StyledText("… ")] if shown.start > whole.start else []),
        *line,
        *([StyledText(" …")] if shown.end < whole.end else []),
    ]


def sentence_of(occurrence: Occurrence, dossier: Dossier) -> str:
    """The sentences around the words that an occurrence rests on, on one line."""
    return plain(sentence_line(dossier, occurrence.article, occurrence.quote, occurrence.cited))


def excerpt(dossier: Dossier, article: str, span: Span, marks: Iterable[Span] = ()) -> Line:
    """A stretch of an article on one line; each artefact is replaced by the words that it stands for.

    `marks` are spans of the article.
    """
    document = dossier.documents[article]
    line: Line = []
    position = span.start
    for artefact in dossier.artefacts_within(article, span):
        line += _clipped(document.text, Span(position, max(artefact.span.start, position)), marks)
        line += [StyledText(artefact.reads)]
        position = min(artefact.span.end, span.end)
    line += _clipped(document.text, Span(position, span.end), marks)
    return _normalized(line)


def quoted(dossier: Dossier, article: str, span: Span) -> str:
    """A stretch of an article as it is printed, in quotation marks."""
    return f"“{readable(dossier.documents[article][span])}”"


def _clipped(text: str, span: Span, marks: Iterable[Span]) -> Line:
    inside = [
        Span(max(mark.start, span.start) - span.start, min(mark.end, span.end) - span.start)
        for mark in marks
        if mark.overlaps(span)
    ]
    return marked(text[span.start : span.end], inside)


def _normalized(line: Line) -> Line:
    """The line with single spaces, also between pieces, and none at either end."""
    normalized: Line = []
    space = True
    for piece in line:
        words = readable(piece.text)
        text = " ".join(words.split())
        if words[:1].isspace() and not space:
            text = " " + text
        if text.strip() and words[-1:].isspace():
            text += " "
        space = text.endswith(" ") if text else space
        if text:
            normalized.append(StyledText(text, piece.style))
    if normalized:
        normalized[-1] = StyledText(normalized[-1].text.rstrip(), normalized[-1].style)
    return [piece for piece in normalized if piece.text]
