"""`w3c`: a W3C Web Annotation page (JSON-LD). Source: https://www.w3.org/TR/annotation-model/"""

from collections.abc import Iterable, Iterator
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.text.json import to_json
from tui.text.span import Span

CONTEXT = 32
"""The number of characters in a prefix and a suffix."""


def export(records: Iterable[Record], dossier: Dossier) -> str:
    """An annotation for each mention, each number of a figure and each quote of an event."""
    items = [item for record in records for item in _items(record, dossier)]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "lode:annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    return to_json(page, indent=2)


def _items(record: Record, dossier: Dossier) -> Iterator[dict[str, Any]]:
    if record.kind not in ("entity", "figure", "event"):
        return
    for source in dossier.sources_of(record):
        start, end = source.cited
        yield {
            "id": f"lode:{record.kind}/{record.id}#{source.article}:{start}-{end}",
            "type": "Annotation",
            "motivation": "identifying" if record.kind == "entity" else "describing",
            "body": {"id": f"lode:{record.kind}/{record.id}", "label": record.title},
            "target": {
                "source": dossier.documents[source.article].file,
                "selector": list(_selectors(dossier.documents[source.article].text, source.cited)),
            },
        }


def _selectors(text: str, span: Span) -> Iterator[dict[str, Any]]:
    yield {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(span.start - CONTEXT, 0) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
