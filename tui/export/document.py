"""`json`: everything that `list` prints, as one document."""

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.export.records import as_mapping, to_json


def export(records: Iterable[Record], dossier: Dossier) -> str:
    """The records by kind, with the dossier's title."""
    document: dict[str, object] = {"title": dossier.title}
    kinds: dict[str, list[object]] = {kind: [] for kind in ("article", "entity", "figure", "event", "measure")}
    for record in records:
        kinds[record.kind].append(as_mapping(record, dossier))
    plural = {"entity": "entities"}
    document |= {plural.get(kind, f"{kind}s"): mappings for kind, mappings in kinds.items()}
    return to_json(document, indent=2)
