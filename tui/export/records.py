"""Records as JSON objects, for `list`, `show` and the exports. All keys are always present; unknown values are null."""

from collections.abc import Callable, Iterable
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record, ReviewStatus, Source
from tui.text.span import Span


def as_mapping(record: Record, dossier: Dossier) -> dict[str, Any]:
    """A record with all that `list` prints of it."""
    return {"kind": record.kind, "id": record.id, **FIELDS[type(record)](record, dossier)}


def span_in(article: str, span: Span, dossier: Dossier) -> dict[str, Any]:
    """A span of an article with its file, its position and its words."""
    document = dossier.documents[article]
    line, column = document.position(span.start)
    place = {"start": span.start, "end": span.end, "line": line, "column": column, "exact": document[span]}
    return {"article": article, "file": document.file, **place}


def _article(article: Article, dossier: Dossier) -> dict[str, Any]:
    return {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "file": article.file,
        "words": len(dossier.documents[article.id].text.split()),
        "mentions": len(dossier.mentions[article.id]),
        "figures": len(dossier.index.in_article(article.id, Figure)),
        "resolved": article.resolved,
        "note": article.note,
        "draft": article.draft,
        "language": article.language,
        "currency": article.currency,
    }


def _entity(entity: Entity, dossier: Dossier) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "note": entity.note,
        "relations": [
            {
                "is": relation.name,
                "of": relation.of,
                "sources": [_attributed_source(source, dossier) for source in relation.sources],
                "claimant": relation.claimant,
                "via": _via(relation.sources),
                "modality": relation.modality,
            }
            for relation in entity.relations
        ],
        "mentions": [span_in(m.article, m.span, dossier) for m in dossier.occurrences_of(entity.id)],
        "also": list(entity.also),
        "stands_for": entity.stands_for,
        "draft": entity.draft,
    }


def _figure(figure: Figure, dossier: Dossier) -> dict[str, Any]:
    value = figure.value
    return {
        "label": figure.label,
        "measure": figure.measure,
        "subject": figure.subject,
        "material": figure.material,
        "scope": figure.scope,
        "claimant": figure.claimant,
        "nature": figure.nature,
        "period": figure.period,
        "modifier": value.modifier,
        "value": value.value,
        "low": value.interval.low,
        "high": value.interval.high,
        "unit": dossier.measures[figure.measure].unit,
        "written": figure.written,
        "sources": [_figure_source(source, dossier) for source in figure.sources],
        "condition": figure.condition,
        "note": figure.note,
        "draft": figure.draft,
        "known": figure.known,
        **_review(figure.review),
        "per": dossier.measures[figure.measure].per,
        "resolved": figure.resolved,
        "resolved_by": figure.resolved_by,
    }


def _figure_source(source: Source, dossier: Dossier) -> dict[str, Any]:
    start, end = source.number or (None, None)
    return _attributed_source(source, dossier, number_start=start, number_end=end)


def _words(article: str, span: Span | None, dossier: Dossier) -> dict[str, Any] | None:
    if span is None:
        return None
    document = dossier.documents[article]
    return {"file": document.file, "start": span.start, "end": span.end, "exact": document[span]}


def _claim(claim: Claim, dossier: Dossier) -> dict[str, Any]:
    return {
        "what": claim.what,
        "about": list(claim.about),
        "claimant": claim.claimant,
        "via": _via(claim.sources),
        "modality": claim.modality,
        "supports": list(claim.supports),
        "contradicts": list(claim.contradicts),
        "because": claim.because,
        "sources": [_attributed_source(source, dossier) for source in claim.sources],
        "note": claim.note,
        "draft": claim.draft,
        "also": list(claim.also),
        **_review(claim.review),
    }


def _attributed_source(source: Source, dossier: Dossier, **number: int | None) -> dict[str, Any]:
    return {
        **span_in(source.article, source.quote, dossier),
        **number,
        "said": _words(source.article, source.said, dossier),
        "when": _words(source.article, source.when, dossier),
        "via": list(source.via),
    }


def _event(event: Event, dossier: Dossier) -> dict[str, Any]:
    return {
        "date": event.date,
        "resolved": event.resolved,
        "what": event.what,
        "entities": list(event.entities),
        "sources": [_attributed_source(source, dossier) for source in event.sources],
        "resolved_by": event.resolved_by,
        "nature": event.nature,
        "minor": event.minor,
        "draft": event.draft,
        "claimant": event.claimant,
        "via": _via(event.sources),
        "modality": event.modality,
    }


def _review(review: ReviewStatus | None) -> dict[str, str | None]:
    return {
        "status": review.status if review else None,
        "reviewed_by": review.by if review else None,
        "reviewed": review.date if review else None,
    }


def _via(sources: Iterable[Source]) -> list[str]:
    """Everyone who passes on what the sources state, each once."""
    return list(dict.fromkeys(id for source in sources for id in source.via))


def _measure(measure: Measure, dossier: Dossier) -> dict[str, Any]:
    return {
        "name": measure.name,
        "unit": measure.unit,
        "per": measure.per,
        "figures": len(dossier.index.figures_of(measure.id)),
        "changes": measure.changes,
        "also": list(measure.also),
        "draft": measure.draft,
    }


FIELDS: dict[type[Record], Callable[[Any, Dossier], dict[str, Any]]] = {
    Article: _article,
    Entity: _entity,
    Figure: _figure,
    Claim: _claim,
    Event: _event,
    Measure: _measure,
}
"""What is given of each kind of record, besides its kind and id."""
