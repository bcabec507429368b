"""What an export of some records holds besides them: all that they refer to."""

from collections.abc import Iterable, Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.records import Entity, Figure, Record


def with_references(records: Iterable[Record], dossier: Dossier) -> set[str]:
    """The ids of some records, of the records that they refer to, and so on."""
    ids = {record.id for record in records}
    waiting = [*ids]
    while waiting:
        if record := dossier.get(waiting.pop()):
            new = {id for id in _references(record) if dossier.get(id)} - ids
            waiting += new
            ids |= new
    return ids


def _references(record: Record) -> Iterator[str]:
    yield from record.entity_ids
    yield from (source.article for source in record.evidence)
    if isinstance(record, Figure):
        yield record.measure
    if isinstance(record, Entity) and record.stands_for:
        yield record.stands_for
