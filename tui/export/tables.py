"""The dossier as tables with keys, as the CSV folder and the SQLite file hold it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record
from tui.export.fields import TABLES, Column
from tui.export.records import as_mapping
from tui.export.selection import with_references
from tui.text.json import json_number

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its columns and rows. The first columns in `key` tell rows apart."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    rows: tuple[Row, ...] = ()


_KEYS = {"mentions": ("entity", "article", "start")}
"""The keys that are not the id."""


def tables(records: Iterable[Record], dossier: Dossier) -> list[Table]:
    """The tables of some records and of what they refer to; a table comes after those that it refers to."""
    of = _Rows(records, dossier)
    rows = {
        "units": _units(dossier),
        "entities": of.kind(Entity),
        "articles": of.kind(Article),
        "measures": of.kind(Measure),
        "mentions": of.parts(Entity, "mentions", "entity"),
        "figures": of.kind(Figure),
        "figure_sources": of.parts(Figure, "sources", "figure"),
        "claims": of.kind(Claim),
        "claim_sources": of.parts(Claim, "sources", "claim"),
        "events": of.kind(Event),
        "event_sources": of.parts(Event, "sources", "event"),
        "relations": of.parts(Entity, "relations", "entity"),
        "relation_sources": of.relation_sources(),
    }
    return [
        Table(name=name, description=description, columns=columns, rows=rows[name], key=_KEYS.get(name, ("id",)))
        for name, (description, columns) in TABLES.items()
    ]


def _units(dossier: Dossier) -> tuple[Row, ...]:
    """The units, those first that others convert into."""
    units = sorted(dossier.units.by_id.values(), key=lambda unit: bool(unit.base))
    return tuple(
        {"id": unit.id, "name": unit.name, "base": unit.base or None, "factor": json_number(Decimal(unit.factor))}
        for unit in units
    )


class _Rows:
    """The rows of records, made from what `list` prints of them."""

    def __init__(self, records: Iterable[Record], dossier: Dossier) -> None:
        self._ids = with_references(records, dossier)
        # In the dossier's order, whatever the order of the filter's results.
        self._mappings = [(record, as_mapping(record, dossier)) for record in dossier.records if record.id in self._ids]

    def kind(self, kind: type[Record]) -> tuple[Row, ...]:
        """A row for each record of a kind."""
        return tuple(map(_flat, self._of(kind)))

    def parts(self, kind: type[Record], key: str, refers_by: str) -> tuple[Row, ...]:
        """A row for each entry of a list in records of a kind, with the record's id and an id of its own."""
        rows = []
        for mapping in self._of(kind):
            for at, part in enumerate(mapping[key], 1):
                if part.get("article", "") and part["article"] not in self._ids:
                    continue
                if part.get("of", "") and part["of"] not in self._ids:
                    continue
                rows.append(_flat({"id": f"{mapping['id']}.{at}", refers_by: mapping["id"], **part}))
        return tuple(rows)

    def relation_sources(self) -> tuple[Row, ...]:
        """A row for each place where a relation is stated."""
        rows = []
        for mapping in self._of(Entity):
            for nth, relation in enumerate(mapping["relations"], 1):
                for at, source in enumerate(relation["sources"], 1):
                    if relation["of"] in self._ids and source["article"] in self._ids:
                        id = f"{mapping['id']}.{nth}"
                        rows.append(_flat({"id": f"{id}.{at}", "relation": id, **source}))
        return tuple(rows)

    def _of(self, kind: type[Record]) -> Iterator[dict[str, Any]]:
        return (mapping for record, mapping in self._mappings if type(record) is kind)


def _flat(mapping: dict[str, Any]) -> Row:
    """A mapping with single values: of words their text, of a list its entries with a bar between them."""
    return {key: _FLATTENED.get(type(value), lambda same: same)(value) for key, value in mapping.items()}


_FLATTENED: dict[type, Callable[[Any], Any]] = {
    dict: lambda value: value["exact"],
    list: lambda value: " | ".join(map(str, value)) if all(isinstance(each, str) for each in value) else None,
    Decimal: json_number,
}
