"""An article's text as paragraphs and headings, each a row of pieces that lead to what they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article
from tui.export.html.selection import Selection
from tui.text.safe import readable
from tui.text.span import Span
from tui.text.structure import HEADING, parts
from tui.view.styled_text import FAMILIES

_RANK = {"number": 0, "date": 1, "mention": 2}
"""Of several occurrences in one word, the first of these is what it leads to."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words of a text that belong to the same occurrences."""

    text: str
    addresses: tuple[str, ...] = ()
    """Addresses of the occurrences that begin here."""
    records: tuple[str, ...] = ()
    """All records that occur here."""
    target: str | None = None
    """The record that the words lead to."""
    style: str = ""
    ends: tuple[tuple[str, bool], ...] = ()
    """The figures, claims and events whose words end here, and whether the words lead to them."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A line of a text: a heading or a paragraph."""

    is_heading: bool
    pieces: list[Piece] = field(default_factory=list)


def text_of(article: Article, selection: Selection) -> Iterator[Block]:
    """The lines of an article that are not blank."""
    text = selection.dossier.documents[article.id].text
    headings = {part.span.start for part in parts(text) if part.kind == HEADING}
    start = 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)
        if line.strip():
            pieces = [*_pieces(article, span, selection)]
            yield Block(is_heading=span.start in headings, pieces=pieces)


def _pieces(article: Article, line: Span, selection: Selection) -> Iterator[Piece]:
    dossier = selection.dossier
    text = dossier.documents[article.id].text
    here = [each for each in dossier.occurrences_in(article.id).within(line) if each.record in selection]
    artefacts = [artefact.span for artefact in dossier.artefacts_within(article.id, line)]
    ends = {line.start, line.end}
    for span in (*(each.span for each in here), *artefacts):
        ends |= {max(span.start, line.start), min(span.end, line.end)}
    places = sorted(ends)
    for start, end in pairwise(places):
        covering = sorted((each for each in here if each.span.start <= start < each.span.end), key=_rank)
        words = readable(text[start:end])
        beginning = (selection.address(each) for each in covering if max(each.span.start, line.start) == start)
        chief = next((each for each in covering if each.role in _RANK), None)
        ended = {each.record: each.role != "source" for each in covering if _noted(each).end == end}
        yield Piece(
            text=words,
            addresses=tuple(filter(None, beginning)),
            records=tuple(dict.fromkeys(each.record for each in covering)),
            target=chief.record if chief else None,
            style="artefact" if any(span.start <= start < span.end for span in artefacts) else _style(chief, selection),
            ends=tuple(ended.items()),
        )


def _noted(occurrence: Occurrence) -> Span:
    """The words that a note on a record follows: the number of a figure, else the whole quote."""
    return occurrence.span if occurrence.role == "number" else occurrence.quote


def _rank(occurrence: Occurrence) -> tuple[int, int]:
    return _RANK.get(occurrence.role, 3), occurrence.span.end - occurrence.span.start


def _style(occurrence: Occurrence | None, selection: Selection) -> str:
    if occurrence is None:
        return ""
    if occurrence.role == "mention":
        return FAMILIES[selection.dossier.entities[occurrence.record].type]
    return "number" if occurrence.role == "number" else "event"
