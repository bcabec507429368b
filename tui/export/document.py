"""`json`: everything that `list` prints, as one document."""

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.records import KINDS, Record
from tui.export.records import as_mapping
from tui.text.json import to_json


def export(records: Iterable[Record], dossier: Dossier) -> str:
    """The records by kind, with the dossier's title."""
    by_kind: dict[str, list[object]] = {kind: [] for kind in KINDS.values()}
    for record in records:
        by_kind[record.kind].append(as_mapping(record, dossier))
    document = {"title": dossier.title, **{plural: by_kind[kind] for plural, kind in KINDS.items()}}
    return to_json(document, indent=2)
