"""A record whole, line by line: what is known of it, and each place with its sentence. Linear, for any reader."""

from collections.abc import Iterable, Iterator

from tui.dossier.dossier import Dossier, order
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Entity, Event, Figure, Measure, Record
from tui.text.document import Document
from tui.text.safe import readable, visible
from tui.text.span import Span
from tui.view.excerpt import sentence_line
from tui.view.styled_text import Line, StyledText
from tui.view.value import ambiguity_text, value_text, width_text
from tui.view.wording import article_name, counted, date_text, entity_text, event_date

COMPANY = 10
"""How many of those that are named with an entity a page lists."""


def page(record: Record, dossier: Dossier) -> Iterator[Line]:
    """The lines of a record's page."""
    match record:
        case Article():
            yield from _article(record, dossier)
        case Entity():
            yield from _entity(record, dossier)
        case Figure():
            yield from _figure(record, dossier)
        case Event():
            yield from _event(record, dossier)
        case Measure():
            yield from _measure(record, dossier)


def where(article: str, span: Span, dossier: Dossier) -> Line:
    """An article and the line and column of a place in it."""
    line, column = dossier.documents[article].position(span.start)
    return [
        StyledText(article_name(article, dossier), "article"),
        StyledText(f" · {date_text(dossier.articles[article].date)} · line {line}, column {column}", "dim"),
    ]


def _listed(ids: Iterable[str], dossier: Dossier) -> Line:
    line: Line = []
    for id in ids:
        line += [StyledText(", " if line else ""), entity_text(id, dossier)]
    return line


def _head(title: StyledText, kind: str, record: Record) -> Line:
    return [title, StyledText(f" · {kind}", "dim"), *([StyledText(" · draft", "warning")] if record.draft else [])]


def _field(label: str, *pieces: StyledText) -> Line:
    return [StyledText(f"{label:<14}", "label"), *pieces]


def _places(sources: Iterable[Occurrence], dossier: Dossier) -> Iterator[Line]:
    for number, source in enumerate(sources, 1):
        yield [StyledText(f"  {number:>2}. "), *where(source.article, source.cited, dossier)]
        yield [StyledText("      "), *_sentence(source, dossier, [source.cited])]


def _sentence(source: Occurrence, dossier: Dossier, marks: list[Span]) -> Line:
    return sentence_line(dossier, source.article, source.quote, source.cited, marks)


def _article(article: Article, dossier: Dossier) -> Iterator[Line]:
    yield _head(StyledText(visible(article.title), "article"), "article", article)
    if article.note:
        yield [StyledText(visible(article.note))]
    yield []
    publisher = entity_text(article.publisher, dossier) if article.publisher else StyledText("not stated", "dim")
    yield _field("Publisher", publisher)
    yield _field(
        "Published",
        StyledText(date_text(article.published)),
        StyledText(f"  ({article.published})" * bool(article.published), "dim"),
    )
    document = dossier.documents[article.id]
    for span in article.dated_by:
        yield _field("  dated by", StyledText(f"“{readable(document[span])}”"))
    if article.resolved:
        yield _field(
            "  inferred",
            StyledText(date_text(article.resolved)),
            StyledText(f"  ({visible(article.resolved_by)})" if article.resolved_by else "", "dim"),
        )
    if article.language:
        yield _field("Language", StyledText(visible(article.language)))
    yield _field("Address", StyledText(visible(article.url or "none")))
    yield _field("File", StyledText(visible(article.file)))
    figures = dossier.figures_in(article.id)
    yield []
    yield [StyledText(f"Figures ({len(figures)})", "heading")]
    for figure in figures:
        yield [
            StyledText(f"  {value_text(figure, dossier):>16}  ", "number"),
            StyledText(visible(figure.label)),
            *_claimant(figure, dossier),
        ]
    yield from _events([e for e in dossier.events.values() if any(s.article == article.id for s in e.sources)])
    entities: dict[str, int] = {}
    for mention in dossier.mentions[article.id]:
        entities[mention.record] = entities.get(mention.record, 0) + 1
    yield []
    yield [StyledText(f"Entities ({len(entities)})", "heading")]
    for id, count in sorted(entities.items(), key=lambda pair: (-pair[1], pair[0])):
        yield [
            StyledText(f"  {count:>4}  "),
            entity_text(id, dossier),
            StyledText(f" · {dossier.entities[id].type}", "dim"),
        ]


def _entity(entity: Entity, dossier: Dossier) -> Iterator[Line]:
    yield _head(entity_text(entity.id, dossier), entity.type, entity)
    if entity.note:
        yield [StyledText(visible(entity.note))]
    yield []
    if entity.stands_for:
        yield _field("Stands for", entity_text(entity.stands_for, dossier))
    if entity.aliases:
        yield _field("In the texts", StyledText(visible(", ".join(entity.aliases))))
    if entity.also:
        yield _field("Found as", StyledText(visible(", ".join(entity.also))))
    relations = [(r.name, r.of, r.sources) for r in entity.relations] + [
        (dossier.inverse(relation.name), other.id, relation.sources)
        for other, relation in dossier.relations_to(entity.id)
    ]
    if relations:
        yield []
        yield [StyledText(f"Relations ({len(relations)})", "heading")]
    for name, other_id, sources in relations:
        yield [StyledText(f"  {visible(name)} ", "label"), entity_text(other_id, dossier)]
        yield from _places((source.occurrence(entity.id) for source in sources), dossier)
    figures = [f for f in dossier.figures.values() if entity.id in (f.subject, f.material, f.claimant)]
    if figures:
        yield []
        yield [StyledText(f"Figures ({len(figures)})", "heading")]
    for figure in figures:
        yield [
            StyledText(f"  {value_text(figure, dossier):>16}  ", "number"),
            StyledText(visible(figure.label)),
            *_claimant(figure, dossier),
        ]
    yield from _events([event for event in dossier.events.values() if entity.id in event.entities])
    cooccurrence = dossier.named_with(entity.id)[:COMPANY]
    if cooccurrence:
        yield []
        yield [StyledText("Named in the same sentence", "heading")]
    for id, sentences, _ in cooccurrence:
        yield [
            StyledText(f"  {sentences:>4}  "),
            entity_text(id, dossier),
            StyledText(f" · {dossier.entities[id].type}", "dim"),
        ]
    mentions = dossier.occurrences_of(entity.id)
    articles = len({source.article for source in mentions})
    yield []
    if not mentions:
        yield [StyledText("Mentions: not in the text. Found under this name only.", "dim")]
        return
    yield [StyledText(f"Mentions ({len(mentions)} in {counted(articles, 'article')})", "heading")]
    yield from _places(mentions, dossier)


def _claimant(figure: Figure, dossier: Dossier) -> Line:
    name = [entity_text(figure.claimant, dossier)] if figure.claimant else [StyledText("the article itself", "dim")]
    period = [StyledText(f", {date_text(figure.period)}", "dim")] if figure.period else []
    return [StyledText(" · ", "dim"), *name, *period]


def _figure(figure: Figure, dossier: Dossier) -> Iterator[Line]:
    value = StyledText(value_text(figure, dossier), "number")
    yield _head(value, visible(figure.label), figure)
    if figure.note:
        yield [StyledText(visible(figure.note))]
    yield []
    yield _field("Said by", *_claimant(figure, dossier)[1:2])
    yield _field("Nature", StyledText(figure.nature + (f", {visible(figure.condition)}" if figure.condition else "")))
    if figure.period:
        yield _field("Period", StyledText(date_text(figure.period)))
    yield _field(
        "Written", StyledText(f"“{readable(figure.written)}”"), StyledText(f"  {width_text(figure, dossier)}", "dim")
    )
    if ambiguity := ambiguity_text(figure.written, dossier):
        yield _field("", StyledText(ambiguity, "dim"))
    yield _field("About", *_about(figure, dossier))
    articles = len({source.article for source in figure.sources})
    heading = f"Printed ({counted(len(figure.sources), 'time')} in {counted(articles, 'article')})"
    yield []
    yield [StyledText(heading, "heading")]
    # In reading order, as the app walks them.
    printings = sorted(figure.sources, key=lambda source: (dossier.article_rank[source.article], source.number))
    for number, source in enumerate(printings, 1):
        document, printed = dossier.documents[source.article], source.occurrence(figure.id)
        yield [StyledText(f"  {number:>2}. "), *where(source.article, printed.span, dossier)]
        yield [StyledText("      "), *_sentence(printed, dossier, [printed.span])]
        yield from _words("said", source.said, document)
        yield from _words("dated", source.when, document)
        if source.via:
            yield [StyledText("      by way of ", "label"), *_listed(source.via, dossier)]


def _events(events: list[Event]) -> Iterator[Line]:
    if events:
        yield []
        yield [StyledText(f"Events ({len(events)})", "heading")]
    for event in sorted(events, key=lambda event: order(event.resolved or event.date)):
        yield [StyledText(f"  {event_date(event):>16}  ", "number"), StyledText(visible(event.what))]


def _words(label: str, span: Span | None, document: Document) -> Iterator[Line]:
    """Words of a source that a record rests on besides its quote."""
    if span:
        yield [StyledText(f"      {label}: ", "label"), StyledText(f"“{readable(document[span])}”")]


def _about(figure: Figure, dossier: Dossier) -> Line:
    line = [
        StyledText(visible(dossier.measures[figure.measure].name)),
        StyledText(" · ", "dim"),
        entity_text(figure.subject, dossier),
    ]
    if figure.material:
        line += [StyledText(" · ", "dim"), entity_text(figure.material, dossier)]
    return line


def _event(event: Event, dossier: Dossier) -> Iterator[Line]:
    yield _head(StyledText(visible(event.what), "event"), "event", event)
    yield []
    yield _field("Date", StyledText(date_text(event.date) if event.date else "not printed"))
    if event.resolved:
        yield _field(
            "  inferred",
            StyledText(date_text(event.resolved)),
            StyledText(f"  ({visible(event.resolved_by)})" if event.resolved_by else "", "dim"),
        )
    for id in event.entities:
        yield _field("With", entity_text(id, dossier))
    yield []
    yield [StyledText("Told", "heading")]
    for number, source in enumerate(event.sources, 1):
        document = dossier.documents[source.article]
        yield [StyledText(f"  {number:>2}. "), *where(source.article, source.quote, dossier)]
        marks = [source.when] if source.when else []
        yield [StyledText("      "), *_sentence(source.occurrence(event.id), dossier, marks)]
        yield from _words("dated", source.when, document)


def _measure(measure: Measure, dossier: Dossier) -> Iterator[Line]:
    unit = dossier.units.by_id[measure.unit]
    yield _head(
        StyledText(visible(measure.name), "heading"),
        f"measure in {visible(unit.name)}{' a year' if measure.per else ''}",
        measure,
    )
    yield []
    for figure in dossier.by_measure[measure.id]:
        yield [
            StyledText(f"  {value_text(figure, dossier):>16}  ", "number"),
            StyledText(visible(figure.label)),
            *_claimant(figure, dossier),
        ]
