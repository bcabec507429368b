"""`w3c`: a W3C Web Annotation page (JSON-LD). Source: https://www.w3.org/TR/annotation-model/"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Record
from tui.export.records import as_mapping
from tui.text.json import to_json
from tui.text.span import Span
from tui.view.citation import web_url

CONTEXT = 32
"""The number of characters in a prefix and a suffix."""

BODIES = {
    "entity": (),
    "figure": ("measure", "subject", "material", "claimant", "period", "modifier", "value", "low", "high", "unit"),
    "claim": ("about", "claimant", "modality"),
    "event": ("date", "resolved"),
}
"""What the bodies of annotations say of each kind of record besides its id and label, as in the record's JSON."""

_OWN_KEYS = sorted({"file"}.union(*BODIES.values()) - {"value"})
"""The keys that the context of Web Annotations does not define; it has `label` and `value`."""


def export(records: Iterable[Record], dossier: Dossier, articles: Collection[str] = ()) -> str:
    """An annotation for each mention, each number of a figure and each quote of a claim or event.

    If `articles` are given, only those in their texts.
    """
    items = [item for record in records for item in _items(record, dossier, articles)]
    page = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {key: f"lode:{key}" for key in _OWN_KEYS}],
        "id": "lode:annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    return to_json(page, indent=2)


def _items(record: Record, dossier: Dossier, articles: Collection[str]) -> Iterator[dict[str, Any]]:
    if record.kind not in BODIES:
        return
    described = as_mapping(record, dossier)
    body = {"id": f"lode:{record.kind}/{record.id}", "label": record.title}
    body |= {key: described[key] for key in BODIES[record.kind]}
    for source in dossier.sources_of(record):
        if articles and source.article not in articles:
            continue
        start, end = source.cited
        yield {
            "id": f"lode:{record.kind}/{record.id}#{source.article}:{start}-{end}",
            "type": "Annotation",
            "motivation": "identifying" if record.kind == "entity" else "describing",
            "body": body,
            "target": _target(source, dossier),
        }


def _target(source: Occurrence, dossier: Dossier) -> dict[str, Any]:
    """The web page of the article if it has one, else its file; the positions are those in the file."""
    document, url = dossier.documents[source.article], web_url(dossier.articles[source.article])
    return {
        "source": url or document.file,
        **({"file": document.file} if url else {}),
        "selector": list(_selectors(document.text, source.cited)),
    }


def _selectors(text: str, span: Span) -> Iterator[dict[str, Any]]:
    yield {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(span.start - CONTEXT, 0) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
