"""Everything that can be found in a dossier, and where each term stands in it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.catalog import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Entity, Event, Figure, Measure, Record
from tui.search.terms import Term, terms
from tui.text.document import Document
from tui.text.span import Span

# How much a match is worth by where it stands: a name beats a title beats a figure's label beats a passage.
NAME, ALIAS, TITLE, LABEL, DETAIL, PASSAGE = 1.0, 0.96, 0.9, 0.8, 0.7, 0.6


@dataclass
class Entry:
    """One thing that can be found: a record, or a passage (a sentence of an article)."""

    kind: str
    id: str
    title: str
    record: Record | None
    article: str | None
    span: Span | None
    texts: list[tuple[float, str]] = field(default_factory=list)
    """What is searched of it, with the worth of a match there."""
    lines: list[tuple[float, list[Term]]] = field(default_factory=list)


class Index:
    """The entries of a dossier and, for each term, the entries that hold it with the best worth there."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.entries = [*_records(dossier), *_passages(dossier)]
        self.postings: dict[str, dict[int, float]] = defaultdict(dict)
        for number, entry in enumerate(self.entries):
            for worth, text in entry.texts:
                found = list(terms(text, dossier.units))
                entry.lines.append((worth, found))
                for term in found:
                    for key in term.keys:
                        place = self.postings[key]
                        place[number] = max(worth, place.get(number, 0))
        self.words = sorted(key for key in self.postings if key[0] not in "=#")


def passage_id(dossier: Dossier, article: str, span: Span) -> str:
    """FILE:LINE:COLUMN of a passage."""
    document = dossier.documents[article]
    line, column = document.position(span.start)
    return f"{document.file}:{line}:{column}"


def _records(dossier: Dossier) -> Iterator[Entry]:
    for record in dossier.records:
        sources = dossier.sources_of(record)
        article, span = (sources[0].article, sources[0].highlight) if sources else (None, None)
        if isinstance(record, Article):
            span = _first_line(dossier.documents[record.id], span)
        yield Entry(record.kind, record.id, record.title, record, article, span, _texts(record, dossier))


def _first_line(document: Document, opening: Span | None) -> Span | None:
    """The line of the first words of an article, whole."""
    if opening is None:
        return None
    end = document.text.find("\n", opening.start)
    return Span(opening.start, len(document.text[: end if end >= 0 else None].rstrip()))


def _texts(record: Record, dossier: Dossier) -> list[tuple[float, str]]:
    match record:
        case Entity():
            other = [name for name in (*record.aliases, *record.also, record.short, record.id) if name]
            return [(NAME, record.name), *((ALIAS, name) for name in other), (DETAIL, record.type)]
        case Article():
            return [(TITLE, record.title), (DETAIL, dossier.name_of(record.publisher)), *_dates(record, dossier)]
        case Figure():
            who = [record.subject, record.material, record.claimant]
            names = [name for id in who if id for name in (dossier.entities[id].name, *dossier.entities[id].aliases)]
            return [
                (LABEL, record.label),
                (LABEL, record.written),
                *((DETAIL, name) for name in names),
                *_dates(record, dossier),
            ]
        case Event():
            names = [dossier.entities[id].name for id in record.entities]
            return [(LABEL, record.what), *((DETAIL, name) for name in names), *_dates(record, dossier)]
        case Measure():
            return [(NAME, record.name), (ALIAS, record.id)]
    return []


def _dates(record: Record, dossier: Dossier) -> list[tuple[float, str]]:
    date = dossier.date_of(record)
    return [(DETAIL, str(edtf.parse(date)))] if date else []


def _passages(dossier: Dossier) -> Iterator[Entry]:
    for id in dossier.article_order:
        document = dossier.documents[id]
        for span in document.sentences:
            title = dossier.articles[id].title
            yield Entry("passage", passage_id(dossier, id, span), title, None, id, span, [(PASSAGE, document[span])])
