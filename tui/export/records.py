"""Records as JSON objects, for `list`, `show` and the exports. All keys are always present; unknown values are null."""

from collections.abc import Callable, Iterable
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record, ReviewStatus, Source
from tui.export.fields import FIELDS
from tui.text.span import Span


def as_mapping(record: Record, dossier: Dossier) -> dict[str, Any]:
    """A record with its fields: what is computed for its kind, else its attribute of that name."""
    computed = _COMPUTED[type(record)](record, dossier)
    mapping: dict[str, Any] = {"kind": record.kind}
    for field in FIELDS[record.kind]:
        value = computed[field.name] if field.name in computed else getattr(record, field.name)
        mapping[field.name] = list(value) if isinstance(value, tuple) else value
    return mapping


def span_in(article: str, span: Span, dossier: Dossier) -> dict[str, Any]:
    """A span of an article with its file, its position and its words."""
    document = dossier.documents[article]
    line, column = document.position(span.start)
    place = {"start": span.start, "end": span.end, "line": line, "column": column, "exact": document[span]}
    return {"article": article, "file": document.file, **place}


def _article(article: Article, dossier: Dossier) -> dict[str, Any]:
    return {
        "words": len(dossier.documents[article.id].text.split()),
        "mentions": len(dossier.mentions[article.id]),
        "figures": len(dossier.index.in_article(article.id, Figure)),
    }


def _entity(entity: Entity, dossier: Dossier) -> dict[str, Any]:
    return {
        "relations": [
            {
                "is": relation.name,
                "of": relation.of,
                "sources": [_source(source, dossier) for source in relation.sources],
                "claimant": relation.claimant,
                "via": _via(relation.sources),
                "modality": relation.modality,
            }
            for relation in entity.relations
        ],
        "mentions": [span_in(m.article, m.span, dossier) for m in dossier.occurrences_of(entity.id)],
    }


def _figure(figure: Figure, dossier: Dossier) -> dict[str, Any]:
    measure, value = dossier.measures[figure.measure], figure.value
    return {
        "modifier": value.modifier,
        "value": value.value,
        "low": value.interval.low,
        "high": value.interval.high,
        "unit": measure.unit,
        "sources": [_figure_source(source, dossier) for source in figure.sources],
        "per": measure.per,
        **_review(figure.review),
    }


def _claim(claim: Claim, dossier: Dossier) -> dict[str, Any]:
    return {**_attributed(claim, dossier), **_review(claim.review)}


def _attributed(record: Claim | Event, dossier: Dossier) -> dict[str, Any]:
    return {"sources": [_source(source, dossier) for source in record.sources], "via": _via(record.sources)}


def _measure(measure: Measure, dossier: Dossier) -> dict[str, Any]:
    return {"figures": len(dossier.index.figures_of(measure.id))}


_COMPUTED: dict[type[Record], Callable[[Any, Dossier], dict[str, Any]]] = {
    Article: _article,
    Entity: _entity,
    Figure: _figure,
    Claim: _claim,
    Event: _attributed,
    Measure: _measure,
}
"""The fields of each kind of record that are not attributes of the record itself."""


def _figure_source(source: Source, dossier: Dossier) -> dict[str, Any]:
    start, end = source.number or (None, None)
    return _source(source, dossier, number_start=start, number_end=end)


def _source(source: Source, dossier: Dossier, **number: int | None) -> dict[str, Any]:
    return {
        **span_in(source.article, source.quote, dossier),
        **number,
        "said": _words(source.article, source.said, dossier),
        "when": _words(source.article, source.when, dossier),
        "via": list(source.via),
    }


def _words(article: str, span: Span | None, dossier: Dossier) -> dict[str, Any] | None:
    if span is None:
        return None
    document = dossier.documents[article]
    return {"file": document.file, "start": span.start, "end": span.end, "exact": document[span]}


def _review(review: ReviewStatus | None) -> dict[str, str | None]:
    return {
        "status": review.status if review else None,
        "reviewed_by": review.by if review else None,
        "reviewed": review.date if review else None,
    }


def _via(sources: Iterable[Source]) -> list[str]:
    """Everyone who passes on what the sources state, each once."""
    return list(dict.fromkeys(id for source in sources for id in source.via))
